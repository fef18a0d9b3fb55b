use omvendt::domain::CallId;
use omvendt::entities::call;
use sea_orm::EntityTrait;

use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn who_wants_to_talk_is_rung_within_one_working_day() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let mia = app.signed_in(mia.account).await;
    let sofie = app.signed_in(app.sofie().await).await;

    mia.get("/me").await.shows("Jeg vil gerne tale med nogen").shows("fredag den 2. oktober");
    mia.post_and_follow("/me/talk", [("message", "Jeg er i tvivl om bageriet")])
        .await
        .shows("Du bliver ringet op")
        .shows("Sofie ringer til dig senest fredag den 2. oktober");

    let desk = sofie.get("/desk").await;
    desk.shows("Mia").shows("Vil gerne tale").shows("fredag den 2. oktober");
    let call = desk.address_below("/desk/calls/");
    sofie.get(&call).await.shows("Jeg er i tvivl om bageriet").shows("Ring 12 34 56 78");

    sofie
        .post_and_follow(&format!("{call}/conversation"), [("note", "Mødes på torsdag")])
        .await
        .shows("Opkaldet er noteret")
        .shows("Ingen opkald her");
    sofie.get(&call).await.shows("Ringet op torsdag den 1. oktober").shows("Mødes på torsdag");
    mia.get("/me").await.shows("Tryk, så ringer Sofie");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_press_asks_nobody_else() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let mia = app.signed_in(mia.account).await;

    mia.post("/me/talk", []).await.redirects_to("/me");
    mia.post("/me/talk", []).await.redirects_to("/me");
    assert_eq!(calls(&app).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_is_too_long_is_kept_as_it_was_typed() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let mia = app.signed_in(mia.account).await;

    let long = "jeg vil gerne tale ".repeat(40);
    let answer = mia.post("/me/talk", [("message", &*long)]).await;
    answer.refused("Teksten er for lang");
    assert_eq!(answer.value("message").trim(), long.trim());
    assert!(calls(&app).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn while_a_consultant_is_away_the_deputy_rings() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let sofie = app.sofie().await;
    let mads = app.consultant("Mads").await;
    app.is_away(sofie, mads, "2026-10-01", "2026-10-09").await;
    let mia = app.signed_in(mia.account).await;

    mia.get("/me")
        .await
        .shows("Hjælper dig, mens Sofie er væk")
        .shows("Er væk til og med fredag den 9. oktober");
    mia.post_and_follow("/me/talk", []).await.shows("Mads ringer til dig");
    app.signed_in(mads).await.get("/desk/calls").await.shows("Mia");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_answer_is_rung_another_day() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    app.signed_in(mia.account).await.post("/me/talk", []).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let call = sofie.get("/desk/calls").await.address_below("/desk/calls/");
    let attempt = format!("{call}/attempt");

    sofie.post(&attempt, [("day", "i morgen")]).await.refused("Skriv en dato");
    sofie.post(&attempt, [("day", "2026-09-30")]).await.refused("Vælg i dag eller en dag");
    sofie
        .post_and_follow(&attempt, [("day", "2026-10-05")])
        .await
        .shows("Opkaldet er flyttet")
        .shows("mandag den 5. oktober");

    sofie.get("/desk/calls?when=overdue").await.hides("Mia");
    app.clock().set("2026-10-06T07:00:00Z".parse().expect("an instant"));
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.get("/desk/calls?when=overdue").await.shows("Mia").shows("over tiden");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_each_of_us_wrote_about_a_call_is_kept() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let mads = app.consultant("Mads").await;
    app.signed_in(mia.account).await.post("/me/talk", []).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let mads = app.signed_in(mads).await;
    let call = sofie.get("/desk/calls").await.address_below("/desk/calls/");
    let made = format!("{call}/conversation");
    let day = [("day", "5/10 2026"), ("note", "Telefonen var slukket")];
    sofie.post(&format!("{call}/attempt"), day).await.redirects_to("/desk/calls");
    sofie.get(&call).await.shows("Telefonen var slukket").shows("mandag den 5. oktober");

    let (first, second) = tokio::join!(
        sofie.post(&made, [("note", "Mødes på torsdag")]),
        mads.post(&made, [("note", "Vil gerne have et brev")]),
    );
    first.redirects_to("/desk/calls");
    second.redirects_to("/desk/calls");
    mads.post(&made, [("note", "Vil gerne have et brev")]).await.redirects_to("/desk/calls");
    let page = sofie.get(&call).await;
    page.shows("Telefonen var slukket").shows("Mødes på torsdag").shows("Vil gerne have et brev");
    assert_eq!(page.text().matches("et brev").count(), 1);

    let attempt = [("day", "2026-10-06")];
    sofie
        .post_and_follow(&format!("{call}/attempt"), attempt)
        .await
        .shows("Opkaldet er allerede klaret")
        .shows("mandag den 5. oktober");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_handed_to_a_colleague() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let mads = app.consultant("Mads").await;
    app.signed_in(mia.account).await.post("/me/talk", []).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let call = sofie.get("/desk/calls").await.address_below("/desk/calls/");
    let handover = format!("{call}/handover");

    let seen = sofie.post(&handover, [("colleague", "nobody")]).await;
    seen.refused("Vælg en af mulighederne");
    assert_eq!(seen.value("day"), "2026-10-02", "the other form keeps its day");
    sofie.post(&handover, [("colleague", &*mads.to_string())]).await.redirects_to(&call);
    sofie.get("/desk/calls").await.hides("Mia");
    sofie.get("/desk/calls?who=team").await.shows("Mia");
    app.signed_in(mads).await.get("/desk").await.shows("Mia");
}

#[tokio::test(flavor = "multi_thread")]
async fn calls_are_the_consultants_alone() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let mia = app.signed_in(mia.account).await;
    mia.post("/me/talk", []).await;
    let id: CallId = calls(&app).await[0].id;

    mia.get("/desk/calls").await.not_found();
    mia.get(&format!("/desk/calls/{id}")).await.not_found();
    mia.post(&format!("/desk/calls/{id}/conversation"), []).await.not_found();
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.get("/desk/calls/00000000-0000-0000-0000-000000000000").await.not_found();
}

async fn calls(app: &TestApp) -> Vec<call::Model> {
    call::Entity::find().all(&app.state.db.read).await.expect("the calls")
}
