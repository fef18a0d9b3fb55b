//! What people and consultants go on to when a match is published.

use chrono::Duration;
use omvendt::domain::{HostAnswer, PlacementKind};
use omvendt::entities::matching_run;
use omvendt::features::matching_runs;
use omvendt::features::placements::{self, NewProposal};
use omvendt::matching::lottery;
use sea_orm::{ActiveModelTrait, Set};

use crate::support::{EventCompany, MatchEvent, TestApp, YoungPerson};

async fn publish(app: &TestApp, event: &MatchEvent) {
    let (run, by) = (app.run_match(event).await, app.sofie().await);
    let txn = app.state.write().await.unwrap();
    matching_runs::publish(&txn, &app.state, run, by).await.unwrap().unwrap();
    txn.commit().await.unwrap();
}

/// Mia and Noah both want the bakery, which has one place; nobody has chosen the garage. The answer is out.
async fn answered(app: &TestApp) -> (MatchEvent, YoungPerson, YoungPerson) {
    let event = app.match_event(["Bageri", "Garage"]).await;
    let (one, other) = (app.young_person("Mia").await, app.young_person("Noah").await);
    let lists: [(_, &[usize]); 2] = [(&one, &[0]), (&other, &[0])];
    app.chosen(&event, lists, &[HostAnswer::CanHost; 2]).await;
    publish(app, &event).await;
    let mia_won = !app.placements_of(&one).await.is_empty();
    if mia_won { (event, one, other) } else { (event, other, one) }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_shows_the_numbers_drawn_without_the_run_they_came_from() {
    let app = TestApp::spawn().await;
    let (event, placed, _) = answered(&app).await;
    let place = event.companies[0].place.to_string();
    let secret = omvendt::features::match_events::store::event(&app.state.db.read, event.id)
        .await
        .unwrap()
        .lottery_secret
        .expect("a secret");
    let number = lottery::weight(&secret, &placed.id.to_string(), &place);
    let run = app.placements_of(&placed).await[0].run_id.expect("a run");
    let txn = app.state.write().await.unwrap();
    let emptied = matching_run::ActiveModel {
        id: Set(run),
        instance: Set("{}".into()),
        ..Default::default()
    };
    emptied.update(&txn).await.unwrap();
    txn.commit().await.unwrap();

    let page = app.signed_in(placed.account).await.get(&format!("{}/result", event.page)).await;
    page.shows(&format!("Dit nummer: {}", placed.id));
    page.shows(&format!("Bageri · Afklaring ({place}): {number:08x}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_answers_once_and_is_told_who_rings_when() {
    let app = TestApp::spawn().await;
    let (event, placed, _) = answered(&app).await;
    let [bakery, garage] = [&event.companies[0], &event.companies[1]];
    let result = format!("{}/result", event.company_page);
    let browser = app.signed_in(bakery.account).await;
    browser.get(&result).await.shows("De unge, der har valgt jer").shows("Se og svar");
    let at = placements::path(app.proposed(&placed).await);
    browser.post(&format!("{at}/talk"), []).await.has_status(303);
    browser.get(&result).await.shows("Se og svar");
    browser.post(&format!("{at}/acceptance"), []).await.has_status(303);
    browser.get(&result).await.shows("Se aftalen").hides("Se og svar");

    let browser = app.signed_in(garage.account).await;
    browser.get(&result).await.shows("Sofie ringer til jer senest");
    app.clock().set(app.clock().now() + Duration::days(10));
    let browser = app.signed_in(garage.account).await;
    browser.get(&result).await.shows("Sofie ringer til jer snarest").hides("senest");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_another_list_waiting_is_told_of_that_and_not_of_the_next_meeting() {
    let app = TestApp::spawn().await;
    let (event, _, unplaced) = answered(&app).await;
    let result = format!("{}/result", event.page);
    let sofie = app.signed_in(app.sofie().await).await;
    let call = sofie.get("/desk/calls").await;
    call.shows("Fik ikke en plads: mødet onsdag den 7. oktober");
    let calls = app.calls_about(&unplaced).await;
    sofie.post(&format!("/desk/calls/{}/conversation", calls[0].id), []).await.has_status(303);
    let next = app.next_match_event(&event, ["Gartneri"]).await;
    let his = app.signed_in(unplaced.account).await;
    his.get(&result).await.shows("Næste gang er onsdag den 4. november");
    app.invite(&next, &[&unplaced]).await;
    app.ranks(&next, &unplaced, &[&[next.companies[0].id]]).await;
    his.get(&result).await.shows("Din liste fra onsdag den 4. november").hides("Næste gang er");

    app.clock().set(next.starts_at - Duration::hours(1));
    let his = app.signed_in(unplaced.account).await;
    let mine = his.get("/me/events").await.text();
    let past = mine.find("Tidligere møder").expect("past events");
    assert!(mine.find("4. november").expect("the next") < past, "{mine}");
    assert!(mine.find("7. oktober").expect("the last") > past, "{mine}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_consultant_sees_who_has_answered_and_who_is_free() {
    let app = TestApp::spawn().await;
    let (event, placed, unplaced) = answered(&app).await;
    let elsewhere =
        app.proposal(&app.young_person("Sara").await, &app.company("Cafeen").await).await;
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.get(&event.desk).await.shows("0 af 1 forslag er besvaret");
    let of_event = sofie.get(&format!("/desk/placements?event={}", event.id)).await;
    of_event.hides(&elsewhere.to_string()).shows("Bageri");

    let names =
        [&placed, &unplaced].map(|person| person.email.split('@').next().unwrap().to_owned());
    let [placed, unplaced] = names.map(|name| name[..1].to_uppercase() + &name[1..]);
    let free = sofie.get("/desk/young-people?which=free").await;
    free.shows(&unplaced).shows("Ledig").hides(&placed).hides("Sara");
    let others = sofie.get("/desk/young-people?which=with-place").await;
    others.shows(&placed).shows("Sara").shows("Venter på svar").hides(&unplaced);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repair_with_nothing_to_give_leads_on() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let mia = app.young_person("Mia").await;
    app.chosen(&event, [(&mia, &[0])], &[HostAnswer::CanHost]).await;
    publish(&app, &event).await;
    app.next_match_event(&event, []).await;
    let id = app.proposed(&mia).await;
    let browser = app.signed_in(event.companies[0].account).await;
    browser.post(&format!("{}/refusal", placements::path(id)), []).await.has_status(303);
    let sofie = app.signed_in(app.sofie().await).await;
    let page = sofie.get(&format!("/desk/placements/{id}/repair")).await;
    page.shows("ingen ny plads at give").shows("Gå videre herfra: Mia");
    page.shows("Næste møde: onsdag den 4. november");
    assert_eq!(page.address_below("/desk/young-people/"), format!("/desk/young-people/{}", mia.id));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_purpose_no_place_can_have_is_told_before_a_match() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let mia = app.young_person("Mia").await;
    app.with_purpose(mia.id, PlacementKind::PaidHours).await;
    app.chosen(&event, [(&mia, &[0])], &[HostAnswer::CanHost]).await;
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.get("/desk/young-people/new").await.shows("en match giver ingen plads");
    let page = sofie.get(&format!("{}/match", event.desk)).await;
    page.shows("Timer med løn Ingen plads kan være af den slags");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_whose_places_were_taken_is_told_that() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri", "Garage"]).await;
    let [bakery, garage] = [&event.companies[0], &event.companies[1]];
    let (mia, noah) = (app.young_person("Mia").await, app.young_person("Noah").await);
    app.chosen(&event, [(&mia, &[0])], &[HostAnswer::CanHost; 2]).await;
    let sofie = app.sofie().await;
    let taken = |person: &YoungPerson, company: &EventCompany| NewProposal {
        event: None,
        run: None,
        young_person: person.id,
        company: company.id,
        place: company.place,
        kind: PlacementKind::Clarification,
        mentor: None,
        consultant: sofie,
        talk_first: false,
        answer_by: app.clock().now() + Duration::days(9),
    };
    let txn = app.state.write().await.unwrap();
    placements::propose(&txn, &app.state, taken(&noah, bakery)).await.unwrap();
    txn.commit().await.unwrap();
    publish(&app, &event).await;
    assert!(app.placements_of(&mia).await.is_empty());

    let result = format!("{}/result", event.company_page);
    let it = app.signed_in(bakery.account).await;
    it.get(&result)
        .await
        .shows("Denne gang blev der ikke en match med jer")
        .shows("Jeres pladser var optaget, da matchen blev lavet")
        .hides("et puslespil")
        .hides("Mia");
    let other = app.signed_in(garage.account).await;
    other.get(&result).await.shows("en match er et puslespil").hides("Jeres pladser var optaget");

    let txn = app.state.write().await.unwrap();
    placements::propose(&txn, &app.state, taken(&mia, garage)).await.unwrap();
    txn.commit().await.unwrap();
    other.get(&result).await.shows("en match er et puslespil").hides("Jeres pladser var optaget");
}
