//! What a message keeps of somebody, and for how long; and what is not told any more once it is settled.

use chrono::{Duration, NaiveDate};
use omvendt::domain::{CallKind, MailStatus, Role};
use omvendt::entities::{call, event_young_person, mail};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use crate::support::smtp::{Answer, MailServer, Secured};
use crate::support::{Browser, TestApp};

async fn mails(app: &TestApp) -> Vec<mail::Model> {
    let rows = mail::Entity::find().order_by_asc(mail::Column::Id);
    rows.all(&app.state.db.read).await.expect("the queue")
}

async fn later(app: &TestApp, by: Duration) {
    app.clock().set(app.clock().now() + by);
}

#[tokio::test(flavor = "multi_thread")]
async fn why_a_message_could_not_be_sent_is_told_without_to_whom() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    app.browser().post("/sign-in", [("email", mia.email.as_str())]).await.has_status(303);
    let answers = [Answer::NotNow, Answer::Refused];
    let server = MailServer::start(Secured::Not, answers).await;
    let sending = server.sends_for(&app, "smtp://localhost:PORT", None);
    let henrik = app.account(Role::Administrator, "Henrik").await;
    for (kept, said) in [
        ("not now 451", "Mailserveren bad os vente (451)"),
        ("refused 550", "Mailserveren sagde nej (550)"),
    ] {
        assert_eq!(sending.run().await, 1);
        assert_eq!(mails(&app).await[0].last_error.as_deref(), Some(kept));
        let admin = app.signed_in(henrik).await;
        admin.get("/admin/mail?status=queued").await.shows(said);
        later(&app, Duration::hours(6)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn after_thirty_days_nothing_is_kept_of_what_was_sent_or_given_up() {
    let app = TestApp::spawn().await;
    let (mia, amir) = (app.young_person("Mia").await, app.young_person("Amir").await);
    app.browser().post("/sign-in", [("email", mia.email.as_str())]).await.has_status(303);
    let server = MailServer::start(Secured::Not, [Answer::NotNow; 8]).await;
    let sending = server.sends_for(&app, "smtp://localhost:PORT", None);
    for _ in 0..8 {
        assert_eq!(sending.run().await, 1);
        later(&app, Duration::hours(6)).await;
    }
    app.browser().post("/sign-in", [("email", amir.email.as_str())]).await.has_status(303);
    assert_eq!(sending.run().await, 1);
    let rows = mails(&app).await;
    assert_eq!(rows[0].status, MailStatus::Failed);
    assert!(rows[0].text_body.contains("/sign-in/link/"), "it can be tried again for a while");

    later(&app, Duration::days(31)).await;
    app.run_due().await;
    for row in mails(&app).await {
        assert_eq!([&*row.to_name, &row.to_address, &row.text_body, &row.html_body], [""; 4]);
        assert_eq!(row.last_error, None);
    }
    let henrik = app.account(Role::Administrator, "Henrik").await;
    let admin = app.signed_in(henrik).await;
    let page = admin.get("/admin/mail").await;
    page.shows("Slettet").hides("/retry");
    let retry = format!("/admin/mail/{}/retry", rows[0].id);
    let page = admin.post_and_follow(&retry, []).await;
    page.shows("Teksten er slettet, så den kan ikke sendes igen");
    assert_eq!(mails(&app).await[0].status, MailStatus::Failed);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_ran_out_while_the_mail_server_was_away_is_not_sent_any_more() {
    let app = TestApp::spawn().await;
    let (mia, amir) = (app.young_person("Mia").await, app.young_person("Amir").await);
    app.browser().post("/sign-in", [("email", mia.email.as_str())]).await.has_status(303);
    later(&app, Duration::minutes(10)).await;
    app.browser().post("/sign-in", [("email", amir.email.as_str())]).await.has_status(303);
    later(&app, Duration::minutes(5)).await;
    app.run_due().await;
    let [sent] = &mails(&app).await[..] else { panic!("only Amir's link still leads in") };
    assert_eq!((&sent.to_address, sent.status), (&amir.email, MailStatus::Sent));
}

/// What somebody must be rung to be told, message by message.
async fn to_tell(app: &TestApp) -> Vec<String> {
    let open = app.open_calls(CallKind::Tell).await;
    open.into_iter().map(|call| call.words).collect()
}

async fn waiting(app: &TestApp) -> Vec<String> {
    mails(app)
        .await
        .into_iter()
        .filter(|row| row.status == MailStatus::Queued)
        .map(|row| row.message)
        .collect()
}

async fn sofie(app: &TestApp) -> Browser {
    app.signed_in(app.sofie().await).await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_answered_is_not_rung_to_be_asked_nor_reminded() {
    let app = TestApp::spawn().await;
    let mikkel = app.young_person("Mikkel").await;
    app.without_email(mikkel.account).await;
    let event = app.match_event(["Bageriet"]).await;
    app.invite(&event, &[&mikkel]).await;
    assert_eq!(to_tell(&app).await, ["event-invitation"]);
    let attendance = format!("{}/people/{}/attendance", event.desk, mikkel.id);
    sofie(&app).await.post(&attendance, [("answer", "yes")]).await.has_status(303);
    assert!(to_tell(&app).await.is_empty());

    app.hold(&event).await;
    app.clock().set(event.ranking_closes_at - Duration::hours(1));
    assert_eq!(to_tell(&app).await, ["ranking-reminder"]);
    let closes_on = omvendt::clock::local(event.ranking_closes_at).date();
    assert_eq!(app.open_calls(CallKind::Tell).await[0].due_on, closes_on, "later is too late");
    let together = format!("{}/people/{}/ranking", event.desk, mikkel.id);
    let first = format!("position-{}", event.companies[0].id);
    sofie(&app).await.post(&together, [(&*first, "1")]).await.has_status(303);
    assert_eq!(to_tell(&app).await, ["ranking-saved"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_says_no_is_written_to_no_more_and_who_is_in_needs_no_other_link() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let event = app.match_event(["Bageriet"]).await;
    app.invite(&event, &[&mia]).await;
    let bakery = &event.companies[0];
    assert_eq!(waiting(&app).await.len(), 2);
    for account in [mia.account, bakery.account] {
        let browser = app.signed_in(account).await;
        let no = browser.post(&format!("{}/attendance", event.page), [("answer", "no")]).await;
        no.has_status(303);
    }
    assert!(waiting(&app).await.is_empty());

    let browser = app.browser();
    browser.post("/sign-in", [("email", mia.email.as_str())]).await.has_status(303);
    let link = app.newest_mail_to(&mia.email).await.link();
    browser.post("/sign-in", [("email", mia.email.as_str())]).await.has_status(303);
    assert_eq!(waiting(&app).await, ["sign-in"]);
    browser.post(&link, []).await.redirects_to("/me");
    assert!(waiting(&app).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_event_takes_back_what_was_still_on_its_way() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let event = app.match_event(["Bageriet"]).await;
    app.invite(&event, &[&mia]).await;
    assert_eq!(waiting(&app).await.len(), 2);
    sofie(&app).await.post(&format!("{}/cancellation", event.desk), []).await.has_status(303);
    assert_eq!(waiting(&app).await, ["event-cancelled"; 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answered_or_withdrawn_proposal_reminds_nobody() {
    let app = TestApp::spawn().await;
    let mikkel = app.young_person("Mikkel").await;
    app.without_email(mikkel.account).await;
    let bakery = app.company("Bager Buhl").await;
    let id = app.proposal(&mikkel, &bakery).await;
    later(&app, Duration::days(8)).await;
    let open = to_tell(&app).await;
    assert_eq!(open.len(), 2, "the proposal and its reminder: {open:?}");
    let yes = [("party", "young_person")];
    sofie(&app).await.post(&format!("/placements/{id}/acceptance"), yes).await.has_status(303);
    assert!(to_tell(&app).await.is_empty());
    let why = [("why", "Bageriet lukker")];
    sofie(&app).await.post(&format!("/placements/{id}/withdrawal"), why).await.has_status(303);
    assert_eq!(to_tell(&app).await.len(), 1, "only that it came to nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_the_programme_is_off_the_events_to_come_and_hears_nothing_more() {
    let app = TestApp::spawn().await;
    let (mia, mikkel) = (app.young_person("Mia").await, app.young_person("Mikkel").await);
    app.without_email(mikkel.account).await;
    let event = app.match_event(["Bageriet"]).await;
    let planned = app.planned_event().await;
    for person in [&mia, &mikkel] {
        app.invite(&event, &[person]).await;
        app.invite(&planned, &[person]).await;
        let departure = format!("/desk/young-people/{}/departure", person.id);
        for _ in 0..2 {
            sofie(&app).await.post_and_follow(&departure, []).await.shows("ikke med længere");
        }
    }
    let people = sofie(&app).await.get(&format!("{}/people", event.desk)).await;
    people.shows("Mia").shows("Mia Kan ikke");
    let chosen = event_young_person::Entity::find()
        .filter(event_young_person::Column::EventId.eq(planned.id))
        .count(&app.state.db.read)
        .await
        .expect("a count");
    assert_eq!(chosen, 0);
    app.clock().set(event.starts_at - Duration::hours(20));
    assert!(app.mails_to(&mia.email).await.is_empty());
    assert!(to_tell(&app).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_deputy_is_away_too_the_whole_team_is_asked_to_ring() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let sofie = app.sofie().await;
    let (mads, lene) = (app.consultant("Mads").await, app.consultant("Lene").await);
    app.is_away(sofie, mads, "2026-10-01", "2026-10-09").await;
    app.is_away(mads, sofie, "2026-10-01", "2026-10-02").await;
    let hers = app.signed_in(mia.account).await;
    hers.get("/me").await.shows("Tryk, så ringer en af os til dig");
    hers.post_and_follow("/me/talk", []).await.shows("En af os ringer til dig senest");
    let owner = call::Entity::find().one(&app.state.db.read).await.expect("calls").expect("a call");
    assert_eq!(owner.owner_id, sofie);
    app.signed_in(lene).await.get("/desk/calls").await.shows("Mia");

    let monday: NaiveDate = "2026-10-05".parse().expect("a day");
    app.clock().set(monday.and_hms_opt(8, 0, 0).expect("a time").and_utc());
    app.signed_in(lene).await.get("/desk/calls").await.hides("Mia");
    app.signed_in(mads).await.get("/desk/calls").await.shows("Mia");
}
