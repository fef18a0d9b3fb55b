//! Consultants, managers and administrators: a password and a code app, and never a link.

use omvendt::domain::Role;
use omvendt::features::accounts::code_app::CodeApp;

use crate::support::{PASSWORD, TestApp};

const SOFIE: &str = "sofie@example.dk";

#[tokio::test(flavor = "multi_thread")]
async fn staff_sign_in_with_password_and_app_and_each_code_opens_once() {
    let app = TestApp::spawn().await;
    app.sofie().await;
    let sofie = app.browser();
    let code = app.app_code(SOFIE);

    sofie
        .post("/sign-in/password", [("email", SOFIE), ("password", PASSWORD), ("back", "/account")])
        .await
        .redirects_to("/sign-in/second-factor");
    sofie.get("/account").await.redirects_below("/sign-in");
    sofie.post("/sign-in/second-factor", [("code", code.as_str())]).await.redirects_to("/account");
    sofie.get("/account").await.has_status(200);

    let thief = app.browser();
    thief
        .post("/sign-in/password", [("email", SOFIE), ("password", PASSWORD)])
        .await
        .redirects_to("/sign-in/second-factor");
    thief.post("/sign-in/second-factor", [("code", code.as_str())]).await.refused("passer ikke");
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_get_no_link_and_the_answer_does_not_say_so() {
    let app = TestApp::spawn().await;
    app.sofie().await;
    app.browser().post("/sign-in", [("email", SOFIE)]).await.redirects_below("/sign-in/code");
    assert!(app.mails_to(SOFIE).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invited_consultant_sets_up_both_factors_before_anything_else() {
    let app = TestApp::spawn().await;
    let henrik = app.staff(Role::Administrator, "Henrik").await;
    henrik
        .post(
            "/admin/accounts/new",
            [("role", "consultant"), ("name", "Mads Lindqvist"), ("email", "mads@example.dk")],
        )
        .await
        .redirects_below("/admin/accounts/");
    let link = app.newest_mail_to("mads@example.dk").await.link();
    let mads = app.browser();
    mads.get(&link).await.shows("Vælg en adgangskode");
    mads.post(&link, [("password", "kort")]).await.refused("mindst 8 tegn");
    mads.post(&link, [("password", "mads lindqvist")]).await.refused("dit eget navn");
    mads.post(&link, [("password", PASSWORD)]).await.redirects_to("/desk");
    mads.get("/account").await.redirects_to("/account/second-factor");
    mads.post("/account/password", []).await.redirects_to("/account/second-factor");

    let page = mads.get("/account/second-factor").await;
    let secret = page.value_of("#secret").replace(' ', "");
    let code_app = CodeApp::from_base32(&secret, "mads@example.dk").unwrap();
    let sealed = page.value("sealed");
    mads.post("/account/second-factor", [("sealed", sealed.as_str()), ("code", "000000")])
        .await
        .refused("Koden passer ikke");
    let code = code_app.code_at(app.clock().now());
    mads.post("/account/second-factor", [("sealed", sealed.as_str()), ("code", &code)])
        .await
        .has_status(200)
        .shows("Reservekoder");
    let again =
        mads.post("/account/second-factor", [("sealed", sealed.as_str()), ("code", &code)]).await;
    again.has_status(200).shows("Reservekoder");
    mads.get("/account").await.shows("Du har 10 reservekoder tilbage");
    let lost = app.browser();
    let password = [("email", "mads@example.dk"), ("password", PASSWORD)];
    lost.post("/sign-in/password", password).await.redirects_to("/sign-in/second-factor");
    let seen = again.value_of("#codes li");
    lost.post("/sign-in/second-factor", [("code", seen.as_str())]).await.redirects_to("/desk");

    app.clock().set(app.clock().now() + chrono::Duration::minutes(1));
    mads.post("/account/second-factor", [("sealed", sealed.as_str()), ("code", &code)])
        .await
        .refused("Det er ikke den adgangskode");
    app.browser().get(&link).await.shows("Invitationen virker ikke mere");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recovery_code_opens_once_when_the_phone_is_gone() {
    let app = TestApp::spawn().await;
    app.sofie().await;
    let sofie = app.sign_in_staff(SOFIE).await;
    sofie
        .post("/account/recovery-codes", [("current", "forkert kode")])
        .await
        .refused("Det er ikke");
    let codes = sofie.post("/account/recovery-codes", [("current", PASSWORD)]).await;
    let code = codes.value_of("#codes li");

    let phoneless = app.browser();
    let password = [("email", SOFIE), ("password", PASSWORD)];
    phoneless.post("/sign-in/password", password).await.has_status(303);
    phoneless.post("/sign-in/second-factor", [("code", code.as_str())]).await.redirects_to("/desk");
    phoneless.get("/account").await.shows("Du har 9 reservekoder tilbage");

    let again = app.browser();
    again.post("/sign-in/password", password).await.has_status(303);
    again.post("/sign-in/second-factor", [("code", code.as_str())]).await.refused("passer ikke");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_five_failures_the_account_rests_for_a_minute_and_says_the_same_to_everybody() {
    let app = TestApp::spawn().await;
    app.sofie().await;
    let guesser = app.browser();
    for _ in 0..5 {
        guesser
            .post("/sign-in/password", [("email", SOFIE), ("password", "et godt gæt")])
            .await
            .refused("passer ikke sammen");
    }
    let password = [("email", SOFIE), ("password", PASSWORD)];
    let locked = guesser.post("/sign-in/password", password).await;
    let unknown = guesser
        .post("/sign-in/password", [("email", "nobody@example.dk"), ("password", PASSWORD)])
        .await;
    assert_eq!(locked.refused("passer ikke sammen").text(), unknown.text());
    app.clock().set(app.clock().now() + chrono::Duration::minutes(1));
    guesser.post("/sign-in/password", password).await.redirects_to("/sign-in/second-factor");
    for _ in 0..4 {
        let wrong = if app.app_code(SOFIE) == "000000" { "000001" } else { "000000" };
        guesser.post("/sign-in/second-factor", [("code", wrong)]).await.has_status(422);
        app.clock().set(app.clock().now() + chrono::Duration::minutes(1));
    }
    let code = app.app_code(SOFIE);
    guesser
        .post("/sign-in/second-factor", [("code", code.as_str())])
        .await
        .refused("Prøv igen kl.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_invitation_takes_password_and_app_away_at_once() {
    let app = TestApp::spawn().await;
    let id = app.sofie().await;
    let sofie = app.sign_in_staff(SOFIE).await;
    let henrik = app.staff(Role::Administrator, "Henrik").await;

    henrik.post(&format!("/admin/accounts/{id}/invitation"), []).await.has_status(303);
    sofie.get("/account").await.redirects_below("/sign-in");
    sofie
        .post("/sign-in/password", [("email", SOFIE), ("password", PASSWORD)])
        .await
        .refused("passer ikke sammen");
    let link = app.newest_mail_to(SOFIE).await.link();
    sofie.post(&link, [("password", "bageri4u")]).await.redirects_to("/desk");
    sofie.get("/account").await.redirects_to("/account/second-factor");
}
