use chrono::Duration;
use omvendt::domain::HostAnswer;
use omvendt::entities::match_event;
use omvendt::features::rankings;
use sea_orm::{ActiveModelTrait, Set};

use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_list_nobody_pressed_save_on_is_the_list_when_ranking_closes() {
    let app = TestApp::spawn().await;
    let (event, noah, browser) = app.ranker("Noah", ["Bageri", "Garage"]).await;
    let [bakery, garage] = &event.companies[..] else { panic!("two companies") };
    browser.post(&format!("{}/attendance", event.page), [("answer", "yes")]).await.has_status(303);
    app.hold(&event).await;

    let moved = [(&*bakery.position(), "2"), (&*garage.position(), "1")];
    let kept = browser.post(&format!("{}/draft", event.ranking), moved).await;
    assert!(kept.html.contains("Tryk „Gem min liste“, når du er færdig"), "{}", kept.html);
    browser.get(&event.ranking).await.shows("Listen er ikke gemt endnu");
    let unsaved = browser.get("/me").await;
    unsaved.shows("Din liste er ikke gemt endnu").hides("Din liste er gemt");

    app.clock().set(event.ranking_closes_at - Duration::hours(2));
    let reminder = app.newest_mail_to(&noah.email).await;
    assert!(reminder.text.contains("den er ikke gemt endnu"), "{}", reminder.text);

    app.clock().set(event.ranking_closes_at);
    browser.get(&event.ranking).await.shows("Garage").shows("Vi finder nu en plads");
    let receipts = async || {
        let mails = app.mails_to(&noah.email).await;
        mails.into_iter().filter(|mail| mail.subject == "Din liste er gemt").collect::<Vec<_>>()
    };
    let receipt = receipts().await.pop().expect("a receipt");
    assert!(receipt.text.contains("Listerne er lukket"), "{}", receipt.text);
    assert_eq!(receipts().await.len(), 1);
    browser.get("/me").await.shows("Vi finder pladser nu");
    browser.get(&format!("{}/receipt", event.ranking)).await.shows("Garage Bageri");

    app.company_hosts(&event, garage, HostAnswer::CanHost).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let page = format!("{}/match", event.desk);
    sofie.get(&page).await.shows("Med i matchen (1)");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_match_counts_it_even_before_anything_else_has_seen_that_ranking_closed() {
    let app = TestApp::spawn().await;
    let (event, _, browser) = app.ranker("Noah", ["Bageri"]).await;
    let bakery = &event.companies[0];
    let draft = format!("{}/draft", event.ranking);
    browser.post(&draft, [(&*bakery.position(), "1")]).await.has_status(200);
    app.hold_until_ranking_closes(&event).await;
    app.company_hosts(&event, bakery, HostAnswer::CanHost).await;

    let run = app.run_match(&event).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let run = format!("{}/match/{run}", event.desk);
    sofie.get(&run).await.shows("Fik sit første valg");
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_after_the_last_save_do_not_count_and_the_page_says_so() {
    let app = TestApp::spawn().await;
    let (event, mia, browser) = app.ranker("Mia", ["Bageri", "Garage"]).await;
    let [bakery, garage] = &event.companies[..] else { panic!("two companies") };
    let draft = format!("{}/draft", event.ranking);
    let saved = [(&*bakery.position(), "1"), (&*garage.position(), "")];
    browser.post(&event.ranking, saved).await.has_status(303);

    browser.post(&draft, saved).await.has_status(200);
    browser.get(&event.ranking).await.hides("ikke gemt ændringerne");
    browser.post(&draft, [(&*garage.position(), "1")]).await.has_status(200);
    browser.get(&event.ranking).await.shows("Den gemte liste tæller, til du trykker");
    app.hold_until_ranking_closes(&event).await;
    app.run_due().await;

    let closed = browser.get(&event.ranking).await;
    closed.shows("De rettelser tæller ikke med").shows("Bageri").hides("Garage");
    let mails = app.mails_to(&mia.email).await;
    let receipts = mails.iter().filter(|mail| mail.subject == "Din liste er gemt");
    assert_eq!(receipts.count(), 1, "only that of the save");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_made_no_list_and_who_met_a_cancelled_event_are_told_what_is_so() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let (mia, noah) = (app.young_person("Mia").await, app.young_person("Noah").await);
    app.invite(&event, &[&mia, &noah]).await;
    let browser = app.sign_in(&mia.email).await;
    browser.post(&format!("{}/attendance", event.page), [("answer", "yes")]).await.has_status(303);
    app.hold_until_ranking_closes(&event).await;
    app.run_due().await;
    browser
        .get(&event.ranking)
        .await
        .shows("Du nåede ikke at gemme en liste. Ring til Sofie")
        .shows("Ring 12 34 56 78")
        .hides("Vi finder nu en plads");
    browser.get("/me").await.shows("Der er ingen liste fra dig denne gang");

    let sofie = app.signed_in(app.sofie().await).await;
    let because = [("because", "Stedet er lukket")];
    sofie.post(&format!("{}/cancellation", event.desk), because).await.has_status(303);
    browser
        .get(&event.ranking)
        .await
        .shows("Mødet er aflyst. Listen bliver ikke brugt.")
        .hides("Vi finder nu en plads");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_a_place_is_not_asked_for_a_list_nor_reminded_of_one() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let (mia, workshop) = (app.young_person("Mia").await, app.company("Værkstedet").await);
    app.invite(&event, &[&mia]).await;
    app.agreed_placement(&mia, &workshop).await;
    let browser = app.sign_in(&mia.email).await;
    let form = [(&*event.companies[0].position(), "1")];

    let page = browser.get(&event.ranking).await;
    page.shows("Du har en plads hos Værkstedet").shows("Vil du skifte, så ring til Sofie");
    page.hides("Gem min liste");
    browser.post(&event.ranking, form).await.refused("Derfor tæller en liste ikke denne gang");
    browser.post(&format!("{}/draft", event.ranking), form).await.has_status(422);
    let sofie = app.signed_in(app.sofie().await).await;
    let together = format!("{}/people/{}/ranking", event.desk, mia.id);
    sofie.get(&together).await.shows("Mia har en plads hos Værkstedet").hides("Gem min liste");

    app.hold(&event).await;
    app.clock().set(event.ranking_closes_at - Duration::hours(10));
    let mails = app.mails_to(&mia.email).await;
    assert!(mails.iter().all(|mail| mail.subject != "Du kan stadig vælge"));
    browser.get("/me").await.hides("Din liste:");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_reminder_goes_by_the_clock_when_nobody_pressed_start() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let mia = app.young_person("Mia").await;
    app.invite(&event, &[&mia]).await;
    app.clock().set(event.ranking_closes_at - Duration::hours(10));
    let reminders = async || {
        let mails = app.mails_to(&mia.email).await;
        mails.into_iter().filter(|mail| mail.subject == "Du kan stadig vælge").count()
    };
    assert_eq!(reminders().await, 1);
    app.clock().set(event.ranking_closes_at - Duration::hours(9));
    assert_eq!(reminders().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_rung_about_a_list_that_closes_at_midnight_is_rung_the_day_before() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let mia = app.young_person("Mia").await;
    app.without_email(mia.account).await;
    app.invite(&event, &[&mia]).await;
    let midnight = "2026-10-08T22:00:00Z".parse().expect("an instant");
    let txn = app.state.write().await.expect("a transaction");
    let closes = match_event::ActiveModel {
        id: Set(event.id),
        ranking_closes_at: Set(midnight),
        ..Default::default()
    };
    closes.update(&txn).await.expect("an event");
    txn.commit().await.expect("a commit");

    app.clock().set(midnight - Duration::hours(10));
    app.run_due().await;
    let calls = app.calls_about(&mia).await;
    let cause = rankings::remind::cause(event.id, mia.id);
    let call = calls.iter().find(|call| call.cause.starts_with(&cause)).expect("a call");
    assert_eq!(call.due_on.to_string(), "2026-10-08");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_list_is_saved_only_when_that_is_meant() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let mia = app.young_person("Mia").await;
    app.invite(&event, &[&mia]).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let together = format!("{}/people/{}/ranking", event.desk, mia.id);
    let empty = event.companies[0].position();

    sofie.post(&together, [(&*empty, "")]).await.refused("Skal den gemmes alligevel?");
    sofie
        .post_and_follow(&together, [(&*empty, ""), ("empty", "yes")])
        .await
        .shows("Så kan vi ikke finde en plads til Mia denne gang");
    let browser = app.signed_in(mia.account).await;
    browser.get(&format!("{}/receipt", event.ranking)).await.shows("Din kontakt ringer gerne");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_consultant_left_unsaved_and_what_somebody_who_said_no_left_is_nobodys_list() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let [mia, noah, amir] = [
        app.young_person("Mia").await,
        app.young_person("Noah").await,
        app.young_person("Amir").await,
    ];
    app.invite(&event, &[&mia, &noah, &amir]).await;
    let chosen = event.companies[0].position();
    let form = [(&*chosen, "1")];
    let sofie = app.signed_in(app.sofie().await).await;
    let together = format!("{}/people/{}/ranking", event.desk, mia.id);
    sofie.post(&format!("{together}/draft"), form).await.has_status(200);
    for person in [&noah, &amir] {
        let browser = app.signed_in(person.account).await;
        browser.post(&format!("{}/draft", event.ranking), form).await.has_status(200);
    }
    let browser = app.signed_in(noah.account).await;
    browser.post(&format!("{}/attendance", event.page), [("answer", "no")]).await.has_status(303);
    let leaves = format!("/desk/young-people/{}/departure", amir.id);
    sofie.post(&leaves, []).await.has_status(303);

    app.hold_until_ranking_closes(&event).await;
    app.run_due().await;
    assert!(rankings::saved(&app.state.db.read, event.id).await.unwrap().is_empty());
    for person in [&mia, &noah] {
        let browser = app.signed_in(person.account).await;
        let page = browser.get(&event.ranking).await;
        page.shows("Du nåede ikke at gemme en liste").hides("Bageri");
    }
    app.signed_in(app.sofie().await).await.get(&event.desk).await.shows("Ingen venter på en plads");
}
