//! A session ends when it should, at once, and what was typed is not lost with it.

use chrono::Duration;
use omvendt::domain::Role;
use omvendt::domain::sign_in::SAME_PRESS_SECONDS;
use omvendt::entities::{invitation_token, recovery_code, sign_in_card};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};

use crate::support::{PASSWORD, TestApp};

const SOFIE: &str = "sofie@example.dk";

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_the_session_itself_and_not_only_the_cookie() {
    let app = TestApp::spawn().await;
    app.young_person("Mia").await;
    let mia = app.sign_in("mia@example.dk").await;
    let thief = mia.copied();
    thief.get("/account").await.has_status(200);
    mia.post("/sign-out", []).await.redirects_to("/");
    thief.get("/account").await.redirects_below("/sign-in");
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_everywhere_ends_the_sessions_of_all_browsers() {
    let app = TestApp::spawn().await;
    app.young_person("Mia").await;
    let (phone, library) =
        (app.sign_in("mia@example.dk").await, app.sign_in("mia@example.dk").await);
    phone.get("/account").await.shows("2 steder");
    phone.post("/account/sign-out", []).await.redirects_to("/");
    library.get("/account").await.redirects_below("/sign-in");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disabled_account_is_out_at_once_and_the_last_administrator_stays() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let browser = app.sign_in(&mia.email).await;
    let henrik = app.account(Role::Administrator, "Henrik").await;
    let admin = app.sign_in_staff("henrik@example.dk").await;

    let page = format!("/admin/accounts/{}", mia.account);
    admin.post_and_follow(&format!("{page}/disabling"), []).await.shows("Adgangen er lukket");
    browser.get("/account").await.redirects_below("/sign-in");
    app.browser().post("/sign-in", [("email", mia.email.as_str())]).await.has_status(303);
    assert_eq!(app.mails_to(&mia.email).await.len(), 1, "the mail from before");
    admin.post_and_follow(&format!("{page}/enabling"), []).await.shows("åben igen");
    app.sign_in(&mia.email).await.get("/account").await.has_status(200);

    let own = format!("/admin/accounts/{henrik}/disabling");
    admin.post_and_follow(&own, []).await.shows("mindst én administrator");
    admin.get("/admin").await.has_status(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_ends_every_other_session() {
    let app = TestApp::spawn().await;
    app.sofie().await;
    let (here, there) = (app.sign_in_staff(SOFIE).await, app.sign_in_staff(SOFIE).await);
    let change = |current, password| [("current", current), ("password", password)];
    here.post("/account/password", change("forkert kode", "en ny og god en"))
        .await
        .refused("Det er ikke den adgangskode");
    here.post("/account/password", change(PASSWORD, "sofie")).await.refused("mindst 8 tegn");
    here.post("/account/password", change(PASSWORD, "en ny og god en"))
        .await
        .redirects_to("/account");
    here.get("/account").await.shows("Din nye adgangskode er gemt");
    there.get("/account").await.redirects_below("/sign-in");

    here.post("/account/password", change(PASSWORD, "en ny og god en"))
        .await
        .redirects_to("/account");
    here.get("/account").await.shows("Din nye adgangskode er gemt");
    here.post("/account/password", change(PASSWORD, "en tredje og god en"))
        .await
        .refused("Det er ikke den adgangskode");

    app.clock().set(app.clock().now() + Duration::seconds(SAME_PRESS_SECONDS));
    here.post("/account/password", change(PASSWORD, "en ny og god en"))
        .await
        .refused("Det er ikke den adgangskode");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_field_of_the_new_password_is_no_second_guess_at_the_old_one() {
    let app = TestApp::spawn().await;
    app.sofie().await;
    let thief = app.sign_in_staff(SOFIE).await.copied();
    for _ in 0..4 {
        let guess = [("current", "et godt gæt"), ("password", PASSWORD)];
        thief.post("/account/password", guess).await.refused("Det er ikke den adgangskode");
    }
    thief.get("/account").await.hides("Din nye adgangskode er gemt");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_after_the_session_was_over_waits_for_its_writer_alone() {
    let app = TestApp::spawn().await;
    app.account(Role::Administrator, "Henrik").await;
    let henrik = app.sign_in_staff("henrik@example.dk").await;
    app.clock().set(app.clock().now() + Duration::hours(13));
    let day = [("day", "2026-12-30"), ("name_da", "Sidste dag"), ("name_en", "Last day")];
    let to_sign_in = henrik.post("/admin/programme/holidays", day).await;
    let back = kept(&to_sign_in.redirects_below("/sign-in?back=%2Fkept%2F").location);

    let other = app.staff(Role::Administrator, "Lene").await;
    other.get(&back).await.redirects_to("/admin");

    let again = henrik.post("/admin/programme/holidays", day).await;
    let back = kept(&again.redirects_below("/sign-in?back=%2Fkept%2F").location);
    let henrik = app.sign_in_staff("henrik@example.dk").await;
    let page = henrik.get(&back).await;
    page.shows("Sidste dag");
    let send = page.address_of("main form", "action");
    assert!(send.starts_with("/admin/programme/holidays?"), "{send}");
    let wrong = [("day", "i dag"), ("name_da", "Sidste dag"), ("name_en", "Last day")];
    henrik.post(&send, wrong).await.refused("Skriv en dato");
    henrik.get(&back).await.shows("Sidste dag");
    henrik.post_and_follow(&send, day).await.shows("Sidste dag");
    henrik.get(&back).await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_is_never_kept() {
    let app = TestApp::spawn().await;
    let typed = [("current", PASSWORD), ("password", "en ny og god en")];
    let answer = app.browser().post("/account/password", typed).await;
    answer.redirects_to("/sign-in?back=%2Faccount");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_cannot_be_kept_leads_back_to_the_page_it_was_on() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let nobody = app.browser();
    let large = "jeg vil gerne tale ".repeat(4_000);
    let event = app.match_event(["Bageriet"]).await;
    let note = format!("{}/notes/{}", event.page, event.companies[0].id);
    let form = [("words", large.as_str())];
    let back = nobody.post_from_page("/me/details?from=mail", &note, form).await;
    back.redirects_to("/sign-in?back=%2Fme%2Fdetails%3Ffrom%3Dmail");
    for page in [note.as_str(), "https://evil.example/me", "/nowhere"] {
        nobody.post_from_page(page, &note, []).await.redirects_to("/sign-in?back=");
    }

    let mia = app.sign_in(&mia.email).await;
    app.clock().set(app.clock().now() + Duration::days(31));
    mia.post_from_page("/me", &note, form).await.redirects_to("/sign-in?back=%2Fme");
    let file = crate::support::groups::with_file(b"navn;maal");
    let preview = "/desk/young-people/import/preview";
    nobody.upload(preview, file).await.redirects_to("/sign-in?back=");
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_in_another_tab_loses_nothing_that_was_typed() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    for sign_out in ["/sign-out", "/account/sign-out"] {
        let browser = app.sign_in(&mia.email).await;
        browser.post(sign_out, []).await.redirects_to("/");
        browser.get("/me").await.redirects_below("/sign-in");
        let talk = [("message", "Jeg er i tvivl om praktikken")];
        let to_sign_in = browser.post("/me/talk", talk).await;
        let back = kept(&to_sign_in.redirects_below("/sign-in?back=%2Fkept%2F").location);
        let browser = app.sign_in(&mia.email).await;
        browser.get(&back).await.shows("Jeg er i tvivl om praktikken");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_once_led_in_is_deleted_a_month_after_it_can_no_more() {
    let app = TestApp::spawn().await;
    let henrik = app.staff(Role::Administrator, "Henrik").await;
    let new = [
        ("role", "consultant"),
        ("name", "Mads"),
        ("email", "mads@example.dk"),
        ("phone", "12 34 56 78"),
        ("language", "da"),
    ];
    henrik.post("/admin/accounts/new", new).await.redirects_below("/admin/accounts/");
    let mia = app.young_person("Mia").await;
    let event = app.match_event(["Bageriet"]).await;
    app.invite(&event, &[&mia]).await;
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.post(&format!("{}/people/cards", event.desk), []).await.has_status(303);
    let codes = sofie.post("/account/recovery-codes", [("current", PASSWORD)]).await;
    codes.has_status(200);
    let left = async || {
        app.run_due().await;
        let db = &app.state.db.read;
        let codes =
            recovery_code::Entity::find().filter(recovery_code::Column::UsedAt.is_not_null());
        (
            invitation_token::Entity::find().count(db).await.unwrap(),
            sign_in_card::Entity::find().count(db).await.unwrap(),
            codes.count(db).await.unwrap(),
        )
    };
    let txn = app.state.write().await.unwrap();
    let code = recovery_code::Entity::find().one(&txn).await.unwrap().expect("a code");
    let used = recovery_code::ActiveModel {
        id: Set(code.id),
        used_at: Set(Some(app.clock().now())),
        ..Default::default()
    };
    used.update(&txn).await.unwrap();
    txn.commit().await.unwrap();
    assert_eq!(left().await, (1, 1, 1));
    app.clock().set(app.clock().now() + Duration::days(60));
    assert_eq!(left().await, (0, 0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_consultant_who_falls_ill_says_who_stands_in() {
    let app = TestApp::spawn().await;
    let (sofie, mads) = (app.sofie().await, app.consultant("Mads").await);
    let mia = app.young_person("Mia").await;
    let desk = app.signed_in(sofie).await;
    desk.get("/account").await.shows("Når du er væk");
    let form = |deputy: &'static str, from, until| {
        [("deputy", deputy), ("away_from", from), ("away_until", until)]
    };
    let path = "/account/absence";
    desk.post(path, form("", "2026-10-01", "")).await.refused("Vælg, hvem der tager over");
    desk.post(path, form("", "2026-10-05", "2026-10-01")).await.refused("før første dag");
    let own = [("deputy", &*sofie.to_string()), ("away_from", ""), ("away_until", "")]
        .map(|(name, value)| (name, value.to_owned()));
    let own: Vec<(&str, &str)> = own.iter().map(|(a, b)| (*a, b.as_str())).collect();
    desk.post(path, own).await.refused("Vælg en af mulighederne");
    let mads_id = mads.to_string();
    let away = [("deputy", &*mads_id), ("away_from", "2026-10-01"), ("away_until", "2026-10-02")];
    desk.post_and_follow(path, away).await.shows("Det er gemt").shows("Mads");
    app.signed_in(mia.account).await.get("/me").await.shows("Mads");
    let back = [("deputy", &*mads_id), ("away_from", ""), ("away_until", "")];
    desk.post_and_follow(path, back).await.shows("Det er gemt");
    app.signed_in(mia.account).await.get(path).await.not_found();
}

fn kept(location: &str) -> String {
    let url = url::Url::parse(&format!("http://localhost{location}")).expect("an address");
    let (_, back) = url.query_pairs().find(|(name, _)| name == "back").expect("a way back");
    back.into_owned()
}
