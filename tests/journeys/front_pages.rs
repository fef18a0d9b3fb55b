use omvendt::domain::{PlacementStatus, Role};

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

#[tokio::test(flavor = "multi_thread")]
async fn a_company_sees_what_waits_for_it_who_is_with_it_and_whom_to_ring() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bageriet").await;
    let page = app.signed_in(bakery.member).await;
    page.get("/company")
        .await
        .shows("Intet venter på jer lige nu")
        .shows("Ingen unge hos jer lige nu")
        .shows("Jeres konsulent")
        .shows("Ring 12 34 56 78");

    let mia = app.young_person("Mia").await;
    let placement = app.placed(&mia, &bakery, PlacementStatus::Proposed).await;
    let seen = page.get("/company").await;
    seen.shows("Mia har valgt jer").shows("Afklaring · Venter på svar");
    assert_eq!(seen.address_below("/placements/"), format!("/placements/{placement}"));

    let garage = app.company("Værkstedet").await;
    app.signed_in(garage.member).await.get("/company").await.hides("Mia");
    page.get("/desk").await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn during_a_placement_the_mentor_is_one_of_my_people_and_i_am_one_of_theirs() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bageriet").await;
    let mia = app.young_person("Mia").await;
    app.placed(&mia, &bakery, PlacementStatus::Running).await;
    app.signed_in(mia.account)
        .await
        .get("/me")
        .await
        .shows("Du er i praktik hos Bageriet")
        .shows("Hanne Krogh")
        .shows("Din mentor hos Bageriet");

    let hanne = app.account(Role::Mentor, "Hanne Krogh").await;
    app.signs_in_as_mentor(bakery.mentor, hanne).await;
    let hanne = app.signed_in(hanne).await;
    hanne.get("/mentor").await.shows("Mia").shows("Skriv en observation").shows("Sofie");
    hanne.get("/company").await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_is_the_first_thing_a_young_person_sees_and_waits_on_the_desk() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bageriet").await;
    let mia = app.young_person("Mia").await;
    app.placed(&mia, &bakery, PlacementStatus::Proposed).await;
    let page = app.signed_in(mia.account).await.get("/me").await;
    page.shows("Du har fået en plads hos Bageriet").shows("Læs mere og svar");
    app.signed_in(app.sofie().await)
        .await
        .get("/desk")
        .await
        .shows("Venter på svar (1)")
        .shows("Bageriet. Mangler: Den unge, Virksomheden");
}
