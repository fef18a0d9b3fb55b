//! What happens to an event when somebody slips, forgets a button, or is not the only one at it.

use chrono::Duration;
use omvendt::domain::{CallKind, HostAnswer};
use omvendt::entities::match_event;
use omvendt::features::match_events;
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::support::TestApp;

fn pairs(form: &[(String, String)]) -> Vec<(&str, &str)> {
    form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

fn with(form: &[(String, String)], name: &str, value: &str) -> Vec<(String, String)> {
    let rest = form.iter().filter(|(field, _)| field != name).cloned();
    rest.chain([(name.to_owned(), value.to_owned())]).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_is_not_moved_into_the_past_nor_over_what_a_colleague_wrote() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageriet"]).await;
    let bakery = &event.companies[0];
    let sofie = app.signed_in(app.sofie().await).await;
    let mads = app.signed_in(app.consultant("Mads").await).await;
    let edit = format!("{}/edit", event.desk);
    let (first, second) = (sofie.get(&edit).await.form(), mads.get(&edit).await.form());
    let told = app.mails_to(&bakery.email).await.len();

    let past = with(&with(&first, "day", "2020-01-01"), "count_again", "yes");
    sofie.post(&edit, pairs(&past)).await.refused("der ikke er gået");
    assert_eq!(app.mails_to(&bakery.email).await.len(), told);

    let hers = with(&first, "venue", "Sofies sted");
    for _ in 0..2 {
        sofie.post(&edit, pairs(&hers)).await.redirects_to(&event.desk);
    }
    let his = with(&second, "venue", "Mads sted");
    let refused = mads.post(&edit, pairs(&his)).await;
    refused.refused("En anden har rettet imens").shows("Sofies sted");
    assert_eq!(refused.value("venue"), "Mads sted");
    assert_eq!(app.mails_to(&bakery.email).await.len(), told + 1);
    mads.post(&edit, pairs(&refused.form())).await.redirects_to(&event.desk);
    assert_eq!(app.mails_to(&bakery.email).await.len(), told + 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_nobody_waits_for_is_closed_and_then_nobody_is_checked_in() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let event = app.match_event(["Bageriet"]).await;
    app.invite(&event, &[&mia]).await;
    app.hold(&event).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let closing = format!("{}/closing", event.desk);
    sofie.post(&closing, []).await.refused("kan stadig vælge");
    app.clock().set(event.ranking_closes_at);
    let sofie = app.signed_in(app.sofie().await).await;
    let here = format!("{}/check-in", event.desk);
    sofie.get(&here).await.shows("Er her");
    sofie.get(&event.desk).await.shows("Ingen venter på en plads").shows("Luk mødet");
    for _ in 0..2 {
        sofie.post(&closing, []).await.redirects_to(&event.desk);
    }
    sofie.get(&here).await.shows("Mødet er lukket").hides("Er her");
    sofie.post(&format!("{here}/{}", mia.id), []).await.refused("Mødet er lukket");
    sofie.post(&format!("{here}/{}/undo", mia.id), []).await.refused("Mødet er lukket");
    let walk_in = [("young_person", mia.id.to_string())];
    let walk_in = walk_in.each_ref().map(|(name, value)| (*name, value.as_str()));
    sofie.post(&here, walk_in).await.refused("Mødet er lukket");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_came_without_a_list_is_rung_when_an_event_is_closed_without_a_match() {
    let app = TestApp::spawn().await;
    let (mia, noah) = (app.young_person("Mia").await, app.young_person("Noah").await);
    let event = app.match_event(["Bageriet"]).await;
    app.invite(&event, &[&mia, &noah]).await;
    app.hold(&event).await;
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.post(&format!("{}/check-in/{}", event.desk, mia.id), []).await.has_status(303);
    app.clock().set(event.ranking_closes_at);

    let sofie = app.signed_in(app.sofie().await).await;
    let closing = format!("{}/closing", event.desk);
    sofie
        .get(&event.desk)
        .await
        .shows("Ingen har en liste, men én ung var med")
        .shows("Én ung var med, men har ingen liste.");
    sofie.get(&closing).await.shows("Den unges konsulent får en opgave om at ringe");
    for _ in 0..2 {
        sofie.post(&closing, []).await.redirects_to(&event.desk);
    }
    let calls = app.open_calls(CallKind::Unplaced).await;
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0].young_person_id, Some(mia.id));
    assert!(calls[0].words.contains("liste"), "{}", calls[0].words);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_is_not_counted_yet_keeps_the_event_from_being_closed() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let event = app.match_event(["Bageriet"]).await;
    app.invite(&event, &[&mia]).await;
    let browser = app.signed_in(mia.account).await;
    let position = format!("position-{}", event.companies[0].id);
    let draft = [(&*position, "1")];
    browser.post(&format!("{}/draft", event.ranking), draft).await.has_status(200);
    app.hold_until_ranking_closes(&event).await;

    let sofie = app.signed_in(app.sofie().await).await;
    let closing = format!("{}/closing", event.desk);
    sofie.get(&event.desk).await.shows("De unge har valgt");
    sofie.get(&closing).await.shows("Én ung har en liste og venter på svar");
    sofie.post(&closing, []).await.refused("ikke udgivet endnu");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_cancelled_while_the_reminder_is_on_its_way_reminds_nobody() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let event = app.match_event(["Bageriet"]).await;
    let late = app.event_company("Garagen").await;
    app.invite(&event, &[&mia]).await;
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.post(&format!("{}/companies/invitation", event.desk), [("who", "all")]).await;
    let browser = app.signed_in(late.account).await;
    browser.post(&format!("{}/attendance", event.page), [("answer", "yes")]).await.has_status(303);
    app.clock().set(event.starts_at - Duration::hours(20));

    let txn = app.state.write().await.unwrap();
    assert!(match_events::cancel(&txn, &app.state, event.id, "").await.unwrap().is_ok());
    let (reminding, state) = (app.due_in_the_background(), app.state.clone());
    for _ in 0..20 {
        state.db.read.ping().await.unwrap();
        tokio::task::yield_now().await;
    }
    txn.commit().await.unwrap();
    reminding.await.unwrap();
    for letter in app.all_mail().await {
        assert!(
            !letter.subject.contains("I morgen") && !letter.subject.contains("Bekræft"),
            "{}",
            letter.subject
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_waits_for_a_place_keeps_the_event_from_being_closed() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let event = app.match_event(["Bageriet"]).await;
    app.invite(&event, &[&mia]).await;
    app.ranks(&event, &mia, &[&[event.companies[0].id]]).await;
    app.hold_until_ranking_closes(&event).await;
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.post(&format!("{}/closing", event.desk), []).await.refused("ikke udgivet endnu");
}

#[tokio::test(flavor = "multi_thread")]
async fn hosts_are_asked_once_when_nobody_pressed_and_let_be_when_the_event_is_cancelled() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageriet", "Garagen"]).await;
    app.clock().set(event.ends_at);
    for company in &event.companies {
        app.run_due().await;
        let letter = app.newest_mail_to(&company.email).await;
        assert!(letter.subject.contains("Kan I være vært"), "{}", letter.subject);
    }
    let before = app.all_mail().await.len();
    let sofie = app.signed_in(app.sofie().await).await;
    for act in ["start", "finish"] {
        sofie.post(&format!("{}/{act}", event.desk), []).await.has_status(303);
    }
    app.run_due().await;
    assert_eq!(app.all_mail().await.len(), before, "the button asks nobody again");

    app.company_hosts(&event, &event.companies[1], HostAnswer::CanHost).await;
    app.clock().set(event.host_answers_by);
    app.run_due().await;
    let calls = app.open_calls(CallKind::NoHostAnswer).await;
    assert_eq!(calls.len(), 1);
    let sofie = app.signed_in(app.sofie().await).await;
    let page = sofie.get(&format!("/desk/calls/{}", calls[0].id)).await;
    page.shows("Skriv virksomhedens svar").shows("12 34 56 78").shows("Bageriet");
    sofie.get(&format!("{}/companies", event.desk)).await.shows("Ikke svaret");

    sofie.post(&format!("{}/cancellation", event.desk), []).await.has_status(303);
    assert!(app.open_calls(CallKind::NoHostAnswer).await.is_empty());
    sofie.get(&event.desk).await.hides("Inviter virksomheder").hides("Tjek ind");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_rung_about_a_meeting_that_is_not_held_but_about_that() {
    let app = TestApp::spawn().await;
    let mikkel = app.young_person("Mikkel").await;
    app.without_email(mikkel.account).await;
    let event = app.match_event(["Bageriet"]).await;
    app.invite(&event, &[&mikkel]).await;
    assert_eq!(app.open_calls(CallKind::Tell).await.len(), 1);
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.post(&format!("{}/cancellation", event.desk), []).await.has_status(303);
    let calls = app.open_calls(CallKind::Tell).await;
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0].words, "event-cancelled");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_confirms_its_places_on_the_phone_and_the_law_has_a_word() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageriet"]).await;
    let bakery = &event.companies[0];
    app.headcount(bakery.id, 6, 0).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let companies = format!("{}/companies", event.desk);
    sofie.get(&companies).await.shows("Skriv pladserne");
    let rung = format!("{companies}/{}/places", bakery.id);
    sofie.get(&rung).await.shows("Hvor mange pladser har Bageriet?");
    let field = format!("place-{}", bakery.place);
    sofie.post(&rung, [(&*field, "mange")]).await.refused("Skriv et helt tal");
    for _ in 0..2 {
        let said = sofie.post_and_follow(&rung, [(&*field, "3")]).await;
        said.shows("Pladserne er skrevet ned").shows("3 bekræftet");
    }
    let free = match_events::free_places(&app.state.db.read, event.id).await.unwrap();
    assert_eq!(free[0].tree.kinds[0].free, 3);
    sofie.get(&rung).await.shows("giver loven plads til 1 mere");
    let browser = app.signed_in(bakery.account).await;
    browser.get(&event.company_page).await.shows("Der er bekræftet 3").shows("Ret tallet");

    app.hold(&event).await;
    let browser = app.signed_in(bakery.account).await;
    browser.get(&event.company_page).await.shows("Kan I være vært?").shows("Ret tallene");
    let elsewhere = app.event_company("Garagen").await;
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.get(&format!("{companies}/{}/places", elsewhere.id)).await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn pressing_twice_makes_one_event() {
    let app = TestApp::spawn().await;
    let sofie = app.signed_in(app.sofie().await).await;
    let form = |venue| {
        [
            ("day", "2026-11-18"),
            ("from", "13:00"),
            ("until", "15:00"),
            ("venue", venue),
            ("address", "Kajen 1, Nørrevig"),
        ]
    };
    for venue in ["Kajen", "Kajen", "Hallen"] {
        sofie.post("/desk/events/new", form(venue)).await.redirects_below("/desk/events/");
    }
    let made = match_event::Entity::find().count(&app.state.db.read).await.unwrap();
    assert_eq!(made, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_says_yes_late_is_reminded_of_places_too() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Garagen"]).await;
    let bakery = app.event_company("Bageriet").await;
    let sofie = app.signed_in(app.sofie().await).await;
    let companies = format!("{}/companies/invitation", event.desk);
    sofie.post(&companies, [("who", "all")]).await.has_status(303);
    app.clock().set(event.starts_at - Duration::days(2));
    app.run_due().await;
    app.clock().set(event.starts_at - Duration::days(1));
    let browser = app.signed_in(bakery.account).await;
    browser.post(&format!("{}/attendance", event.page), [("answer", "yes")]).await.has_status(303);
    for _ in 0..2 {
        app.run_due().await;
    }
    let letters = app.mails_to(&bakery.email).await;
    let asked = letters.iter().filter(|letter| letter.subject.contains("Bekræft jeres pladser"));
    assert_eq!(asked.count(), 1);
}
