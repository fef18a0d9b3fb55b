use chrono::Duration;
use omvendt::domain::sign_in::SAME_PRESS_SECONDS;

use crate::support::{PASSWORD, TestApp};

#[tokio::test(flavor = "multi_thread")]
async fn a_young_person_signs_in_with_the_link_from_the_mail_and_only_once() {
    let app = TestApp::spawn().await;
    app.young_person("Mia").await;
    let mia = app.browser();

    mia.post("/sign-in", [("email", "mia@example.dk")]).await.redirects_below("/sign-in/code");
    let link = app.newest_mail_to("mia@example.dk").await.link();
    mia.get(&link).await.shows("Tryk på knappen");
    mia.get("/me").await.redirects_below("/sign-in");

    mia.post(&link, []).await.redirects_to("/me");
    app.clock().set(app.clock().now() + Duration::seconds(SAME_PRESS_SECONDS));
    app.browser().post(&link, []).await.shows("Linket virker ikke mere");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_code_has_five_tries_and_an_unknown_address_gets_the_same_answer() {
    let app = TestApp::spawn().await;
    app.young_person("Mia").await;
    let mia = app.browser();

    mia.post("/sign-in", [("email", "nobody@example.dk")]).await.redirects_below("/sign-in/code");
    assert!(app.mails_to("nobody@example.dk").await.is_empty());

    mia.post("/sign-in", [("email", "mia@example.dk")]).await.redirects_below("/sign-in/code");
    let code = app.newest_mail_to("mia@example.dk").await.code();
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        mia.post("/sign-in/code", [("email", "mia@example.dk"), ("code", wrong)])
            .await
            .refused("Koden passer ikke");
    }
    mia.post("/sign-in/code", [("email", "mia@example.dk"), ("code", &code)])
        .await
        .refused("Koden passer ikke");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_leads_to_sign_in_and_back_again() {
    let app = TestApp::spawn().await;
    app.young_person("Mia").await;
    let mia = app.browser();

    mia.get("/me?from=mail").await.redirects_to("/sign-in?back=%2Fme%3Ffrom%3Dmail");
    mia.post("/sign-in", [("email", "mia@example.dk"), ("back", "/me?from=mail")])
        .await
        .redirects_below("/sign-in/code");
    let code = app.newest_mail_to("mia@example.dk").await.code();
    mia.post(
        "/sign-in/code",
        [("email", "mia@example.dk"), ("code", &code), ("back", "/me?from=mail")],
    )
    .await
    .redirects_to("/me?from=mail");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_post_from_another_site_is_refused() {
    let app = TestApp::spawn().await;
    let answer =
        app.browser().post_from_site("cross-site", "/language", [("language", "en")]).await;
    answer.has_status(403).shows("Trykket kom fra en anden side");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_answer_says_what_a_browser_may_do_with_it() {
    let app = TestApp::spawn().await;
    let browser = app.browser();
    let page = browser.get("/sign-in").await;
    let style = page.address_of("link[rel=stylesheet]", "href");
    let answers = [
        page,
        browser.get("/nowhere").await,
        browser.get("/me").await,
        browser.get(&style).await,
        browser.get("/healthz").await,
        browser.post("/sign-in", [("email", "")]).await,
        browser.post_from_site("cross-site", "/sign-in", []).await,
    ];
    for answer in answers {
        let header = |name| answer.headers.get(name).map(|value| value.to_str().expect("ASCII"));
        let policy = header("content-security-policy").expect("a policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self';"), "{policy}");
        assert!(
            !policy.contains("unsafe") && policy.contains("frame-ancestors 'none'"),
            "{policy}"
        );
        assert_eq!(header("x-content-type-options"), Some("nosniff"));
        assert_eq!(header("referrer-policy"), Some("same-origin"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_gets_five_mails_in_a_quarter_of_an_hour() {
    let app = TestApp::spawn().await;
    app.young_person("Mia").await;
    for _ in 0..7 {
        app.browser()
            .post("/sign-in", [("email", "mia@example.dk")])
            .await
            .redirects_below("/sign-in/code");
    }
    assert_eq!(app.mails_to("mia@example.dk").await.len(), 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_machine_that_guesses_is_told_to_wait() {
    let app = TestApp::spawn().await;
    let machine = app.browser();
    let mut answers = 0;
    loop {
        let answer = machine.post("/sign-in", [("email", "")]).await;
        answers += 1;
        if answer.status == 429 {
            answer.shows("Vent fem minutter");
            break;
        }
        assert!(answers < 4000, "nobody stopped it");
    }
    assert!(answers > 400, "a hundred people could not sign in");
    machine.get("/sign-in").await.has_status(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_gets_in_by_mail_and_may_choose_a_password() {
    let app = TestApp::spawn().await;
    let bakery = app.acts_for_a_company("Bageriet").await;
    let baker = app.sign_in(&bakery).await;
    let email = bakery.as_str();
    baker.get("/account/second-factor").await.not_found();
    baker.post("/account/password", [("password", "kort kode")]).await.refused("mindst 12 tegn");
    baker.post("/account/password", [("password", PASSWORD)]).await.redirects_to("/account");
    let other = app.browser();
    let typed = [("email", email), ("password", PASSWORD), ("back", "/account")];
    other.post("/sign-in/password", typed).await.redirects_to("/account");

    let forgetful = app.sign_in(email).await;
    forgetful
        .post("/account/password", [("password", "en helt ny kode")])
        .await
        .redirects_to("/account");
    other.get("/account").await.redirects_below("/sign-in");
}
