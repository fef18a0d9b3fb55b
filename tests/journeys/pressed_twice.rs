//! A button at the way in that was tapped twice: the browser keeps only the last answer, and the person is in.

use chrono::Duration;
use omvendt::domain::Role;
use omvendt::domain::sign_in::SAME_PRESS_SECONDS;
use omvendt::features::accounts::code_app::CodeApp;

use crate::support::{PASSWORD, TestApp, mentor_form};

fn a_moment_passes(app: &TestApp) {
    app.clock().set(app.clock().now() + Duration::seconds(SAME_PRESS_SECONDS));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_pressed_twice_leads_in_and_a_moment_later_it_is_used() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let ali = app.young_person("Ali").await;
    app.browser().post("/sign-in", [("email", &*mia.email)]).await.has_status(303);
    let link = app.newest_mail_to(&mia.email).await.link();
    let (first, second) = (app.browser(), app.browser());
    first.post(&link, []).await.redirects_to("/me");
    second.post(&link, []).await.redirects_to("/me");
    second.get("/me").await.shows("Hej Mia");

    a_moment_passes(&app);
    app.browser().post(&link, []).await.shows("Linket virker ikke mere");
    app.signed_in(ali.account).await.post(&link, []).await.shows("Linket virker ikke mere");
    second.post(&link, []).await.redirects_to("/me");
    second.post(&link, [("back", "/me/details")]).await.redirects_to("/me/details");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_link_has_no_second_press() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    app.browser().post("/sign-in", [("email", &*mia.email)]).await.has_status(303);
    let older = app.newest_mail_to(&mia.email).await.link();
    app.clock().set(app.clock().now() + Duration::minutes(1));
    app.sign_in(&mia.email).await.get("/me").await.shows("Hej Mia");
    app.browser().post(&older, []).await.shows("Linket virker ikke mere");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_pressed_twice_leads_in_and_guessing_meanwhile_has_the_same_five_tries() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    app.browser().post("/sign-in", [("email", &*mia.email)]).await.has_status(303);
    let code = app.newest_mail_to(&mia.email).await.code();
    let typed = [("email", &*mia.email), ("code", &*code)];
    let wrong = if code == "000000" { "000001" } else { "000000" };
    let wrong = [("email", &*mia.email), ("code", wrong)];
    let (first, second) = (app.browser(), app.browser());
    first.post("/sign-in/code", typed).await.redirects_to("/me");
    second.post("/sign-in/code", typed).await.redirects_to("/me");
    second.get("/me").await.shows("Hej Mia");

    for _ in 0..5 {
        app.browser().post("/sign-in/code", wrong).await.refused("Koden passer ikke");
    }
    app.browser().post("/sign-in/code", typed).await.refused("Koden passer ikke");
    second.post("/sign-in/code", typed).await.redirects_to("/me");
    let ali = app.young_person("Ali").await;
    let ali = app.signed_in(ali.account).await;
    ali.post("/sign-in/code", typed).await.refused("Koden passer ikke");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_used_a_moment_after_it_was_pressed() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    app.browser().post("/sign-in", [("email", &*mia.email)]).await.has_status(303);
    let code = app.newest_mail_to(&mia.email).await.code();
    let typed = [("email", &*mia.email), ("code", &*code)];
    app.browser().post("/sign-in/code", typed).await.redirects_to("/me");
    a_moment_passes(&app);
    app.browser().post("/sign-in/code", typed).await.refused("Koden passer ikke");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentors_invitation_pressed_twice_leads_in() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bager Buhl").await;
    let karen = app.sign_in_company(&bakery).await;
    let jens = mentor_form("Jens Bager", "Jens", "jens@firma.example");
    karen.post_and_follow("/company/mentors", jens).await;
    let link = app.newest_mail_to("jens@firma.example").await.link();
    let (first, second) = (app.browser(), app.browser());
    first.post(&link, []).await.redirects_to("/mentor");
    second.post(&link, []).await.redirects_to("/mentor");
    second.get("/mentor").await.has_status(200);

    a_moment_passes(&app);
    app.browser().post(&link, []).await.shows("Invitationen virker ikke mere");
    second.post(&link, []).await.redirects_to("/mentor");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_consultants_invitation_pressed_twice_never_passes_the_code_app() {
    let app = TestApp::spawn().await;
    let henrik = app.staff(Role::Administrator, "Henrik").await;
    let new = [("role", "consultant"), ("name", "Mads"), ("email", "mads@example.dk")];
    henrik.post("/admin/accounts/new", new).await.redirects_below("/admin/accounts/");
    let link = app.newest_mail_to("mads@example.dk").await.link();
    let (typed, other) = ([("password", PASSWORD)], [("password", "en helt anden kode")]);
    let (first, second) = (app.browser(), app.browser());
    first.post(&link, typed).await.redirects_to("/desk");
    second.post(&link, typed).await.redirects_to("/desk");
    app.browser().post(&link, other).await.shows("Invitationen virker ikke mere");
    for mads in [&first, &second] {
        mads.get("/desk").await.redirects_to("/account/second-factor");
    }

    let page = second.get("/account/second-factor").await;
    let secret = page.value_of("#secret").replace(' ', "");
    let code_app = CodeApp::from_base32(&secret, "mads@example.dk").expect("a code app");
    let code = code_app.code_at(app.clock().now());
    let set_up = [("sealed", page.value("sealed")), ("code", code)];
    let set_up: Vec<(&str, &str)> = set_up.iter().map(|(a, b)| (*a, b.as_str())).collect();
    second.post("/account/second-factor", set_up).await.shows("Reservekoder");
    app.browser().post(&link, typed).await.shows("Invitationen virker ikke mere");
    a_moment_passes(&app);
    app.browser().post(&link, typed).await.shows("Invitationen virker ikke mere");
    second.post(&link, typed).await.redirects_to("/desk");
    second.get("/desk").await.has_status(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_app_set_up_twice_from_the_page_before_leads_to_sign_in_and_spoils_nothing() {
    let app = TestApp::spawn().await;
    let henrik = app.staff(Role::Administrator, "Henrik").await;
    let new = [("role", "consultant"), ("name", "Mads"), ("email", "mads@example.dk")];
    henrik.post("/admin/accounts/new", new).await.redirects_below("/admin/accounts/");
    let link = app.newest_mail_to("mads@example.dk").await.link();
    let mads = app.browser();
    mads.post(&link, [("password", PASSWORD)]).await.redirects_to("/desk");
    let page = mads.get("/account/second-factor").await;
    let secret = page.value_of("#secret").replace(' ', "");
    let code_app = CodeApp::from_base32(&secret, "mads@example.dk").expect("a code app");
    let (sealed, code) = (page.value("sealed"), code_app.code_at(app.clock().now()));
    let set_up = [("sealed", sealed.as_str()), ("code", code.as_str())];

    let before = mads.copied();
    let first = mads.post("/account/second-factor", set_up).await;
    first.shows("Reservekoder");
    let second = before.post("/account/second-factor", set_up).await;
    second.redirects_to("/sign-in?back=%2Faccount");
    before.get("/desk").await.redirects_below("/sign-in");
    mads.get("/account").await.shows("Du har 10 reservekoder tilbage");

    app.clock().set(app.clock().now() + Duration::minutes(1));
    let password = [("email", "mads@example.dk"), ("password", PASSWORD)];
    before.post("/sign-in/password", password).await.redirects_to("/sign-in/second-factor");
    let code = code_app.code_at(app.clock().now());
    before.post("/sign-in/second-factor", [("code", code.as_str())]).await.redirects_to("/desk");
    let codes = before.post("/account/recovery-codes", [("current", PASSWORD)]).await;
    assert_ne!(codes.value_of("#codes li"), first.value_of("#codes li"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_has_no_second_press_once_its_owner_has_signed_out_everywhere() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    app.browser().post("/sign-in", [("email", &*mia.email)]).await.has_status(303);
    let letter = app.newest_mail_to(&mia.email).await;
    let (link, code) = (letter.link(), letter.code());
    let her = app.browser();
    her.post(&link, []).await.redirects_to("/me");
    her.post("/account/sign-out", []).await.redirects_to("/");

    let thief = app.browser();
    thief.post(&link, []).await.shows("Linket virker ikke mere");
    let typed = [("email", &*mia.email), ("code", &*code)];
    thief.post("/sign-in/code", typed).await.refused("Koden passer ikke");
    thief.get("/me").await.redirects_below("/sign-in");
    app.clock().set(app.clock().now() + Duration::minutes(1));
    app.sign_in(&mia.email).await.get("/me").await.shows("Hej Mia");
}
