//! Messages over real SMTP conversations, with TLS and without.

use chrono::Duration;
use omvendt::domain::{MailStatus, Role};
use omvendt::entities::mail;
use omvendt::mail::worker;
use sea_orm::{EntityTrait, QueryOrder};

use crate::support::smtp::{Answer, MailServer, Secured};
use crate::support::{Letter, TestApp};

const PLAIN: &str = "smtp://localhost:PORT";

async fn asks_to_sign_in(app: &TestApp, email: &str) {
    app.browser().post("/sign-in", [("email", email)]).await.has_status(303);
}

async fn queue(app: &TestApp) -> Vec<mail::Model> {
    let rows = mail::Entity::find().order_by_asc(mail::Column::Id);
    rows.all(&app.state.db.read).await.expect("the queue")
}

async fn later(app: &TestApp, minutes: i64) {
    app.clock().set(app.clock().now() + Duration::minutes(minutes));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_message_is_tried_again_later_under_the_same_message_id_and_sent_once() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    asks_to_sign_in(&app, &mia.email).await;
    let mut server = MailServer::start(Secured::Not, [Answer::NotNow]).await;
    let sending = server.sends_for(&app, PLAIN, None);

    assert_eq!(sending.run().await, 1);
    assert!(server.letters().is_empty(), "it was refused");
    assert_eq!(sending.run().await, 0, "not before a minute has gone");

    later(&app, 2).await;
    assert_eq!(sending.run().await, 1);
    let letter = server.letter().await;
    assert_eq!(letter.to, mia.email);
    assert!(
        letter.message_id.ends_with("@omvendt") && letter.html.contains("Din kode er"),
        "{}",
        letter.html
    );
    assert_eq!(sending.run().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_dies_between_sending_and_marking_repeats_that_one_message_and_no_other() {
    let app = TestApp::spawn().await;
    let mut people = Vec::new();
    for name in ["Mia", "Amir", "Emma"] {
        let person = app.young_person(name).await;
        asks_to_sign_in(&app, &person.email).await;
        later(&app, 1).await;
        people.push(person.email);
    }
    let answers = [Answer::Taken, Answer::TakenInSilence];
    let mut server = MailServer::start(Secured::Not, answers).await;
    let sending = server.sends_for(&app, PLAIN, None);

    let state = sending.state.clone();
    let dying = tokio::spawn(async move {
        let transport = sending.transport;
        worker::send_due(&state, &transport, || false).await.expect("a run");
    });
    let (first, second) = (server.letter().await, server.letter().await);
    assert_eq!([&first.to, &second.to], [&people[0], &people[1]]);
    dying.abort();
    assert!(dying.await.expect_err("it was stopped").is_cancelled());
    let statuses: Vec<_> = queue(&app).await.into_iter().map(|row| row.status).collect();
    assert_eq!(statuses, [MailStatus::Sent, MailStatus::Sending, MailStatus::Queued]);

    let next = server.sends_for(&app, PLAIN, None);
    assert_eq!(next.run().await, 1, "what another worker may still have in hand is left to it");
    assert_eq!(server.letter().await.to, people[2]);

    later(&app, 6).await;
    assert_eq!(next.run().await, 1);
    let again: Letter = server.letter().await;
    assert_eq!((&again.to, &again.message_id), (&second.to, &second.message_id));
    assert_ne!(again.message_id, first.message_id);

    later(&app, 600).await;
    assert_eq!(next.run().await, 0);
    assert!(server.letters().is_empty());
    assert!(queue(&app).await.iter().all(|row| row.status == MailStatus::Sent));
}

#[tokio::test(flavor = "multi_thread")]
async fn over_tls_only_a_trusted_server_gets_the_mail_and_an_administrator_reads_why_not() {
    for (secured, url) in [
        (Secured::Throughout, "smtps://localhost:PORT"),
        (Secured::OnceAsked, "smtp://localhost:PORT?tls=required"),
    ] {
        let app = TestApp::spawn().await;
        let mia = app.young_person("Mia").await;
        asks_to_sign_in(&app, &mia.email).await;
        let mut server = MailServer::start(secured, []).await;

        assert_eq!(server.sends_for(&app, url, None).run().await, 1);
        assert!(server.letters().is_empty(), "{url}");
        let waiting = queue(&app).await.pop().expect("a message");
        assert_eq!(waiting.status, MailStatus::Queued, "{url}");
        let why = waiting.last_error.expect("a reason");
        assert!(why.contains("invalid peer certificate: UnknownIssuer"), "{url}: {why}");
        let henrik = app.staff(Role::Administrator, "Henrik").await;
        henrik.get("/admin/mail?status=queued").await.shows(&mia.email).shows("UnknownIssuer");

        later(&app, 2).await;
        let authority = server.authority.clone();
        let trusting = server.sends_for(&app, url, Some(&authority));
        assert_eq!(trusting.run().await, 1, "{url}");
        let why = queue(&app).await.pop().and_then(|row| row.last_error);
        assert_eq!(why, None, "{url}");
        assert_eq!(server.letter().await.to, mia.email);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_cannot_speak_tls_gets_nothing_where_tls_is_required() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    asks_to_sign_in(&app, &mia.email).await;
    let mut server = MailServer::start(Secured::Not, []).await;
    let sending = server.sends_for(&app, "smtp://localhost:PORT?tls=required", None);

    assert_eq!(sending.run().await, 1);
    assert!(server.letters().is_empty());
    let waiting = queue(&app).await.pop().expect("a message");
    assert_eq!(waiting.status, MailStatus::Queued);
    assert!(waiting.last_error.expect("a reason").contains("STARTTLS"));
}
