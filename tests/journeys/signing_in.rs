use crate::support::TestApp;

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
