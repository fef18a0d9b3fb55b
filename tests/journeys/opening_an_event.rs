use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn invitations_go_out_when_the_event_opens_with_a_calendar_file_and_only_once() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let event = app.planned_event().await;
    app.invite(&event, &[&mia]).await;
    assert!(app.mails_to(&mia.email).await.is_empty());

    let sofie = app.signed_in(app.sofie().await).await;
    let opening = format!("{}/opening", event.desk);
    sofie.get(&opening).await.shows("Én ung får en mail med kalenderfil");
    sofie.post(&opening, []).await.redirects_to(&event.desk);
    sofie.post(&opening, []).await.redirects_to(&event.desk);
    sofie.get(&event.desk).await.shows("Invitationer er ude");

    let mails = app.mails_to(&mia.email).await;
    assert_eq!(mails.len(), 1);
    let calendar = mails[0].calendar.as_deref().expect("a calendar file");
    assert!(calendar.contains("METHOD:REQUEST") && calendar.contains("DTSTART:20261007T110000Z"));
}
