use chrono::Duration;
use omvendt::domain::{HostAnswer, PlacementKind};
use omvendt::entities::{call, company, place};
use omvendt::features::match_events;
use sea_orm::{ActiveModelTrait, EntityTrait, Set};

use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_company_confirms_its_places_with_one_press_and_is_told_when_they_changed_since() {
    let app = TestApp::spawn().await;
    let event = app.match_event([]).await;
    let bakery = app.event_company("Bageriet").await;
    let sofie = app.signed_in(app.sofie().await).await;
    let companies = format!("{}/companies/invitation", event.desk);
    sofie.post(&companies, [("who", "all")]).await.has_status(303);

    let browser = app.signed_in(bakery.account).await;
    let field = format!("place-{}", bakery.place);
    let press = format!("{}/places", event.company_page);
    browser.get(&event.company_page).await.shows("Pladser, der ikke er bekræftet");
    let seen = browser.post(&press, [(field.as_str(), "mange"), ("total", "1")]).await;
    seen.refused("Skriv et helt tal fra 0 til 99");
    assert_eq!(seen.value(&field), "mange");
    assert!(match_events::free_places(&app.state.db.read, event.id).await.unwrap().is_empty());

    for _ in 0..2 {
        browser.post(&press, [(field.as_str(), "2")]).await.redirects_to(&event.company_page);
    }
    browser.get(&event.company_page).await.shows("Bekræftet torsdag den 1. oktober kl. 12");
    let free = match_events::free_places(&app.state.db.read, event.id).await.unwrap();
    assert_eq!(free[0].tree.kinds[0].free, 2);

    app.clock().set(app.clock().now() + Duration::hours(1));
    let txn = app.state.write().await.unwrap();
    let changed = place::ActiveModel {
        id: Set(bakery.place),
        changed_at: Set(app.clock().now()),
        ..Default::default()
    };
    changed.update(&txn).await.unwrap();
    txn.commit().await.unwrap();
    browser.get(&event.company_page).await.shows("jeres pladser er ændret siden");

    app.clock().set(event.ranking_closes_at);
    let browser = app.signed_in(bakery.account).await;
    browser.post(&press, [(field.as_str(), "1")]).await.refused("kan ikke ændres mere");
    browser.get(&event.company_page).await.hides("jeres pladser er ændret siden");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_total_that_was_left_empty_stays_empty() {
    let app = TestApp::spawn().await;
    let event = app.match_event([]).await;
    let bakery = app.event_company("Bageriet").await;
    let txn = app.state.write().await.unwrap();
    let most = company::ActiveModel {
        id: Set(bakery.id),
        total_at_once: Set(Some(9)),
        ..Default::default()
    };
    most.update(&txn).await.unwrap();
    txn.commit().await.unwrap();
    let sofie = app.signed_in(app.sofie().await).await;
    let companies = format!("{}/companies/invitation", event.desk);
    sofie.post(&companies, [("who", "all")]).await.has_status(303);

    let browser = app.signed_in(bakery.account).await;
    let press = format!("{}/places", event.company_page);
    let page = browser.get(&event.company_page).await;
    assert_eq!(page.value("total"), "9");
    let (field, seen) = (format!("place-{}", bakery.place), page.value("places_seen"));
    let form = [(field.as_str(), "12"), ("total", ""), ("places_seen", seen.as_str())];
    for _ in 0..2 {
        browser.post(&press, form).await.redirects_to(&event.company_page);
    }
    let page = browser.get(&event.company_page).await;
    assert_eq!(page.value("total"), "");
    let free = match_events::free_places(&app.state.db.read, event.id).await.unwrap();
    assert_eq!(free[0].tree.kinds[0].free, 12);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_without_confirming_is_reminded_once() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Garagen"]).await;
    let bakery = app.event_company("Bageriet").await;
    let sofie = app.signed_in(app.sofie().await).await;
    let companies = format!("{}/companies/invitation", event.desk);
    sofie.post(&companies, [("who", "all")]).await.has_status(303);
    let browser = app.signed_in(bakery.account).await;
    let answer = format!("{}/attendance", event.page);
    browser.post(&answer, [("answer", "yes"), ("back", "company")]).await.has_status(303);

    app.clock().set(event.starts_at - Duration::days(2));
    assert!(app.newest_mail_to(&bakery.email).await.subject.contains("Bekræft jeres pladser"));
    app.run_due().await;
    assert_eq!(app.mails_to(&bakery.email).await.len(), 2);
    assert_eq!(app.mails_to("garagen@example.dk").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_answers_for_each_kind_after_the_event() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageriet"]).await;
    let bakery = &event.companies[0];
    let browser = app.signed_in(bakery.account).await;
    let answers = format!("{}/host-answers", event.company_page);
    browser.post(&answers, [("host-clarification", "can_host")]).await.has_status(422);

    app.hold_until_ranking_closes(&event).await;
    assert!(app.newest_mail_to(&bakery.email).await.subject.contains("Kan I være vært"));
    let browser = app.signed_in(bakery.account).await;
    browser.get(&event.company_page).await.shows("Vi vil gerne tale sammen, før vi siger ja");
    browser.post(&answers, []).await.refused("Vælg en af mulighederne");
    let said = [("host-clarification", "talk_first")];
    browser.post(&answers, said).await.redirects_to(&event.company_page);
    browser.post(&answers, said).await.redirects_to(&event.company_page);
    let free = match_events::free_places(&app.state.db.read, event.id).await.unwrap();
    assert!(free[0].is_host_of(PlacementKind::Clarification));
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.get(&format!("{}/companies", event.desk)).await.shows("Afklaring: Vil tale først");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_that_does_not_answer_is_rung_and_stays_out_until_it_does() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageriet", "Garagen"]).await;
    app.hold_until_ranking_closes(&event).await;
    app.company_hosts(&event, &event.companies[1], HostAnswer::NotNow).await;
    app.clock().set(event.host_answers_by);
    app.run_due().await;
    app.run_due().await;

    let calls = call::Entity::find().all(&app.state.db.read).await.unwrap();
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0].company_id, Some(event.companies[0].id));
    let free = match_events::free_places(&app.state.db.read, event.id).await.unwrap();
    assert!(free.iter().all(|company| !company.is_host_of(PlacementKind::Clarification)));

    let sofie = app.signed_in(app.sofie().await).await;
    let companies = format!("{}/companies", event.desk);
    sofie.get(&companies).await.shows("Skriv svaret");
    let rung = format!("{companies}/{}/host-answers", event.companies[0].id);
    sofie.get(&rung).await.shows("Kan Bageriet være vært?");
    sofie.post(&rung, []).await.refused("Vælg en af mulighederne");
    let said = [("host-clarification", "can_host")];
    sofie.post_and_follow(&rung, said).await.shows("Svaret er skrevet ned");
    sofie.get(&companies).await.shows("Afklaring: Kan være vært");
    let calls = call::Entity::find().all(&app.state.db.read).await.unwrap();
    assert!(calls[0].done_at.is_some());
    let free = match_events::free_places(&app.state.db.read, event.id).await.unwrap();
    assert_eq!(free.iter().filter(|one| one.is_host_of(PlacementKind::Clarification)).count(), 1);
}
