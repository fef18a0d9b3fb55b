use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_young_person_with_nothing_planned_still_meets_a_name_and_a_number() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let page = app.signed_in(mia.account).await.get("/me").await;

    page.shows("Hej Mia")
        .shows("Lige nu skal du ikke gøre noget")
        .shows("Din konsulent")
        .shows("Ring 12 34 56 78")
        .shows("Dit hold: Torsdagsholdet")
        .shows("torsdag kl. 10")
        .shows("Mine oplysninger");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_desk_says_so_kindly_and_belongs_to_consultants() {
    let app = TestApp::spawn().await;
    let sofie = app.signed_in(app.sofie().await).await;
    sofie
        .get("/desk")
        .await
        .shows("Ingen opfølgninger i dag")
        .shows("Ingen opkald her")
        .shows("Ingen forslag venter på svar")
        .shows("Ingen nye virksomheder");
    sofie.get("/me").await.not_found();

    let mia = app.young_person("Mia").await;
    app.signed_in(mia.account).await.get("/desk").await.not_found();
}
