use crate::support::TestApp;

const DETAILS: &str = "/me/details";

#[tokio::test(flavor = "multi_thread")]
async fn a_young_person_chooses_what_to_be_called_and_in_which_language() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let mia = app.signed_in(mia.account).await;

    mia.get(DETAILS).await.shows("Finde ud af, om jeg vil være bager").shows("mia@example.dk");
    mia.post_and_follow(DETAILS, [("name", "Mi"), ("phone", "12345699"), ("language", "en")])
        .await
        .shows("Your details are saved")
        .shows("What I want to be called");
    mia.get("/me").await.shows("Hi Mi");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_number_is_kept_as_it_was_typed() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let mia = app.signed_in(mia.account).await;

    let answer = mia.post(DETAILS, [("name", "Mi"), ("phone", "12 34"), ("language", "da")]).await;
    answer.refused("Skriv et telefonnummer");
    assert_eq!((answer.value("name"), answer.value("phone")), ("Mi".into(), "12 34".into()));
    mia.post(DETAILS, [("name", ""), ("phone", ""), ("language", "da")])
        .await
        .refused("Skriv noget her");
    mia.post(DETAILS, [("name", "Mi"), ("phone", ""), ("language", "klingon")])
        .await
        .refused("Vælg en af mulighederne");
    mia.get("/me").await.shows("Hej Mia");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_sees_who_has_looked_by_role_and_purpose_and_never_by_name() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let mads = app.signed_in(app.consultant("Mads Lindqvist").await).await;
    let phone = app.signed_in(mia.account).await;
    phone.get(DETAILS).await.shows("Ingen har set på din side endnu");

    mads.get(&format!("/desk/young-people/{}", mia.id)).await;
    mads.get(&format!("/desk/young-people/{}", mia.id)).await;
    let page = phone.get(DETAILS).await;
    page.shows("1. oktober 2026")
        .shows("Konsulent")
        .shows("Arbejde med din sag")
        .hides("Lindqvist");
    assert_eq!(page.text().matches("Arbejde med din sag").count(), 1);
}
