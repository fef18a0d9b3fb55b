//! A session ends when it should, at once, and what was typed is not lost with it.

use chrono::Duration;
use omvendt::domain::Role;

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
    assert_eq!(page.address_of("main form", "action"), "/admin/programme/holidays");
    henrik.post_and_follow("/admin/programme/holidays", day).await.shows("Sidste dag");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_is_never_kept() {
    let app = TestApp::spawn().await;
    let typed = [("current", PASSWORD), ("password", "en ny og god en")];
    let answer = app.browser().post("/account/password", typed).await;
    answer.redirects_to("/sign-in?back=%2Faccount");
}

fn kept(location: &str) -> String {
    let url = url::Url::parse(&format!("http://localhost{location}")).expect("an address");
    let (_, back) = url.query_pairs().find(|(name, _)| name == "back").expect("a way back");
    back.into_owned()
}
