//! What a stranger, a former partner or a patient guesser might try, and where it ends.

use chrono::Duration;
use omvendt::domain::{HostAnswer, LookUpPurpose, Role};
use omvendt::entities::look_up;
use omvendt::features::placements;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::support::{PASSWORD, TestApp};

const SOFIE: &str = "sofie@example.dk";

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_somebody_else_planted_is_never_posted_in_my_name() {
    let app = TestApp::spawn().await;
    let day = [("day", "2026-12-30"), ("name_da", "Plantet"), ("name_en", "Planted")];
    let holidays = "/admin/programme/holidays";

    let stranger = app.browser();
    let led = stranger.post(holidays, day).await;
    led.redirects_to("/sign-in?back=%2Fadmin%2Fprogramme%2Fholidays");

    let lene = app.staff(Role::Administrator, "Lene").await;
    app.clock().set(app.clock().now() + Duration::hours(13));
    let planted = kept(&lene.post(holidays, day).await.location);
    assert!(planted.starts_with("/kept/"), "{planted}");

    let henrik = app.staff(Role::Administrator, "Henrik").await;
    henrik.get(&planted).await.redirects_to("/admin");
    henrik.get(&planted).await.not_found();
    henrik.get(holidays).await.hides("Plantet");
    let lene = app.sign_in_staff("lene@example.dk").await;
    lene.get(&planted).await.not_found();
}

/// `/sign-in?back=…`: where it leads back to.
fn kept(location: &str) -> String {
    let url = url::Url::parse(&format!("http://localhost{location}")).expect("an address");
    let (_, back) = url.query_pairs().find(|(name, _)| name == "back").expect("a way back");
    back.into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_no_the_company_finds_no_name_anywhere() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.proposal(&mia, &bakery).await;
    let path = placements::path(id);
    let (her, it) = (app.signed_in(mia.account).await, app.signed_in(bakery.member).await);
    it.get(&path).await.shows("Mia");
    her.post_and_follow(&format!("{path}/refusal"), [("why", "Jeg vil hellere noget andet")]).await;

    let checklist = format!("{path}/checklist");
    let ways = [path.as_str(), "/company", &format!("{path}/refusal"), &checklist];
    for way in ways {
        it.get(way).await.hides("Mia").hides("hellere noget andet");
    }
    for press in ["acceptance", "talk", "refusal", "observations"] {
        let answer = it.post(&format!("{path}/{press}"), [("why", "Nå"), ("words", "Fint")]).await;
        assert!(answer.status < 500, "{press}");
        answer.hides("Mia");
    }
    it.get("/company").await.hides("Mia");
    for letter in app.mails_to(&bakery.email).await {
        assert!(!letter.text.contains("Mia"), "{}", letter.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_young_persons_corrected_address_makes_the_old_mailbox_worthless() {
    let app = TestApp::spawn().await;
    let sofie = app.signed_in(app.sofie().await).await;
    let mia = app.young_person("Mia").await;
    let edit = format!("/desk/young-people/{}/edit", mia.id);
    let thief = app.sign_in(&mia.email).await;
    thief.get("/me").await.shows("Hej Mia");
    app.browser().post("/sign-in", [("email", mia.email.as_str())]).await.has_status(303);
    let link = app.newest_mail_to(&mia.email).await.link();

    save_with(&sofie, &edit, &[("email", "rigtig@example.dk")]).await;
    thief.get("/me").await.redirects_below("/sign-in");
    app.browser().post(&link, []).await.shows("Linket virker ikke mere");
    app.browser().post("/sign-in", [("email", mia.email.as_str())]).await.has_status(303);
    assert_eq!(app.mails_to(&mia.email).await.len(), 2, "the two from before");
    app.sign_in("rigtig@example.dk").await.get("/me").await.shows("Hej Mia");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_to_a_mistyped_address_stops_working_and_the_right_one_gets_its_own() {
    let app = TestApp::spawn().await;
    let sofie_id = app.sofie().await.to_string();
    let sofie = app.signed_in(app.sofie().await).await;
    app.young_person("Amir").await;
    let group = app.group("Torsdagsholdet").await.to_string();
    let new = [
        ("name", "Mia"),
        ("email", "forkert@example.dk"),
        ("language", "da"),
        ("group", group.as_str()),
        ("consultant", &sofie_id),
        ("purpose", "clarification"),
        ("goal", "Finde ud af, om jeg vil være bager"),
        ("target_group", "activity_ready"),
    ];
    let page = sofie.post("/desk/young-people/new", new).await.location;
    let wrong = app.newest_mail_to("forkert@example.dk").await.link();

    save_with(&sofie, &format!("{page}/edit"), &[("email", "mia@example.dk")]).await;
    let stranger = app.browser();
    stranger.get(&wrong).await.shows("Invitationen virker ikke mere");
    stranger.post(&wrong, []).await.shows("Invitationen virker ikke mere");
    stranger.get("/me").await.redirects_below("/sign-in");
    let right = app.newest_mail_to("mia@example.dk").await.link();
    app.browser().post(&right, []).await.redirects_to("/me");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentors_corrected_address_does_the_same_and_gets_an_invitation() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bager Buhl").await;
    let karen = app.sign_in_company(&bakery).await;
    let jens = [
        ("name", "Jens Bager"),
        ("called", "Jens"),
        ("email", "forkert@firma.example"),
        ("at_once", "1"),
    ];
    karen.post_and_follow("/company/mentors", jens).await.shows("Vi har sendt en invitation");
    let wrong = app.newest_mail_to("forkert@firma.example").await.link();
    let thief = app.browser();
    thief.post(&wrong, []).await.redirects_to("/mentor");
    thief.get("/mentor").await.has_status(200);

    let edit = app.mentor_page("Jens Bager").await;
    let saved = save_with(&karen, &edit, &[("email", "jens@firma.example")]).await;
    saved.shows("Mentoren er gemt. Vi har sendt en invitation.");
    thief.get("/mentor").await.redirects_below("/sign-in");
    app.browser().post(&wrong, []).await.shows("Invitationen virker ikke mere");
    let right = app.newest_mail_to("jens@firma.example").await.link();
    app.browser().post(&right, []).await.redirects_to("/mentor");

    let before = app.mails_to("jens@firma.example").await.len();
    save_with(&karen, &edit, &[("called", "Bager-Jens")]).await.shows("Mentoren er gemt.");
    assert_eq!(app.mails_to("jens@firma.example").await.len(), before);
}

/// Presses save with the form as it stands, but for some fields.
async fn save_with(
    browser: &crate::support::Browser,
    path: &str,
    changed: &[(&str, &str)],
) -> crate::support::Seen {
    let mut form = browser.get(path).await.form();
    for (name, value) in changed {
        form.retain(|(field, _)| field != name);
        form.push(((*name).to_owned(), (*value).to_owned()));
    }
    let form: Vec<(&str, &str)> = form.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    browser.post_and_follow(path, form).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_screen_is_no_way_round_the_limit_on_wrong_passwords() {
    for path in ["/account/recovery-codes", "/account/second-factor", "/account/password"] {
        let app = TestApp::spawn().await;
        app.sofie().await;
        let open = app.sign_in_staff(SOFIE).await;
        let sealed = match path {
            "/account/second-factor" => open.get(path).await.value("sealed"),
            _ => String::new(),
        };
        let typed = |current: &'static str| {
            let fields = [("current", current), ("password", "en ny og god en")];
            let mut fields = fields.to_vec();
            fields.push(("sealed", sealed.as_str()));
            fields
        };
        for _ in 0..5 {
            open.post(path, typed("et godt gæt")).await.refused("Det er ikke den adgangskode");
        }
        open.post(path, typed(PASSWORD)).await.refused("Det er ikke den adgangskode");
        app.browser()
            .post("/sign-in/password", [("email", SOFIE), ("password", PASSWORD)])
            .await
            .refused("passer ikke sammen");

        app.clock().set(app.clock().now() + Duration::minutes(2));
        let answer = open.post(path, typed(PASSWORD)).await;
        answer.hides("Det er ikke den adgangskode");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_that_reads_its_result_leaves_a_trace() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let mia = app.young_person("Mia").await;
    app.invite(&event, &[&mia]).await;
    let bakery = event.companies[0].clone();
    app.ranks(&event, &mia, &[&[bakery.id]]).await;
    app.hold_until_ranking_closes(&event).await;
    app.company_hosts(&event, &bakery, HostAnswer::CanHost).await;
    let run = app.run_match(&event).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let publication = format!("{}/match/{run}/publication", event.desk);
    sofie.post(&publication, []).await.has_status(303);

    let before = traces(&app, bakery.account).await;
    let company = app.signed_in(bakery.account).await;
    company.get(&format!("{}/result", event.company_page)).await.shows("Mia");
    assert_eq!(traces(&app, bakery.account).await, before + 1);
    let told = app.signed_in(mia.account).await.get("/me/details").await;
    told.shows("Virksomhed").hides("Bageri");
}

async fn traces(app: &TestApp, by: omvendt::domain::AccountId) -> u64 {
    look_up::Entity::find()
        .filter(look_up::Column::ByAccountId.eq(by))
        .filter(look_up::Column::Purpose.eq(LookUpPurpose::Placement))
        .count(&app.state.db.read)
        .await
        .expect("a count")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_way_back_never_leaves_the_site() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    for back in [
        "/\t/evil.example",
        "/\n/evil.example",
        "/\u{b}/evil.example",
        "/\u{7f}evil.example",
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "\t//evil.example",
    ] {
        let browser = app.browser();
        let asked = [("email", mia.email.as_str()), ("back", back)];
        browser.post("/sign-in", asked).await.redirects_below("/sign-in/code");
        let code = app.newest_mail_to(&mia.email).await.code();
        let typed = [("email", mia.email.as_str()), ("code", &code), ("back", back)];
        stays_here(&browser.post("/sign-in/code", typed).await.location, back);
        let chosen = [("language", "da"), ("back", back)];
        stays_here(&browser.post("/language", chosen).await.location, back);
        app.clock().set(app.clock().now() + Duration::minutes(16));
    }
}

/// Reads an address as a browser does, which forgets tabs and line ends.
fn stays_here(location: &str, back: &str) {
    let here = url::Url::parse("https://here.example/sign-in/code").expect("an address");
    let led = here.join(location).expect("an address");
    assert_eq!(led.host_str(), Some("here.example"), "{back:?} leads to {location:?}");
}
