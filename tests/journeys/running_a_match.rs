use chrono::Duration;
use omvendt::domain::{CallKind, HostAnswer, RunStatus};
use omvendt::entities::{adjustment, matching_run, new_id};
use omvendt::match_files::parse_instance;
use omvendt::matching::RankBasis;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};

use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_run_is_stopped_and_a_second_press_leads_to_the_run_that_is_being_made() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let mia = app.young_person("Mia").await;
    app.chosen(&event, [(&mia, &[0])], &[HostAnswer::CanHost]).await;
    let made = app.stored_run(app.run_match(&event).await).await;
    let id = new_id();
    let solving = matching_run::ActiveModel {
        id: Set(id),
        event_id: Set(event.id),
        objective: Set(made.objective),
        status: Set(RunStatus::Running),
        instance: Set(made.instance),
        started_by: Set(made.started_by),
        started_at: Set(app.clock().now()),
        ..Default::default()
    };
    let txn = app.state.write().await.expect("a transaction");
    solving.insert(&txn).await.expect("a run");
    txn.commit().await.expect("a commit");

    let page = format!("{}/match", event.desk);
    let run = format!("{page}/{id}");
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.post(&page, [("objective", "greedy_generous")]).await.redirects_to(&run);
    sofie.get(&run).await.shows("Matchen regner").shows("procent");
    sofie.get(&format!("{run}/publication")).await.redirects_to(&run);
    sofie.post_and_follow(&format!("{run}/stop"), []).await.shows("Kørslen blev stoppet");
    sofie.post(&format!("{run}/stop"), []).await.redirects_to(&run);
    sofie.get(&page).await.shows("Kørslen blev stoppet");
    sofie.post(&format!("{run}/publication"), []).await.redirects_to(&run);
    sofie.post(&format!("{run}/repetition"), []).await.not_found();
    assert!(app.placements_of(&mia).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_consultants_who_publish_two_runs_at_once_publish_one() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let (mia, noah) = (app.young_person("Mia").await, app.young_person("Noah").await);
    let lists: [(_, &[usize]); 2] = [(&mia, &[0]), (&noah, &[0])];
    app.chosen(&event, lists, &[HostAnswer::CanHost]).await;
    let page = format!("{}/match", event.desk);
    let one = format!("{page}/{}/publication", app.run_match(&event).await);
    let other = format!("{page}/{}/publication", app.run_match(&event).await);
    let sofie = app.signed_in(app.sofie().await).await;
    let jonas = app.signed_in(app.consultant("Jonas").await).await;

    let (first, second) = tokio::join!(sofie.post(&one, []), jonas.post(&other, []));
    let mut seen = [first.status, second.status];
    seen.sort_unstable();
    assert_eq!(seen, [303, 422]);
    let refused = if first.status == 422 { first } else { second };
    refused.shows("Et andet svar er allerede udgivet for dette møde");
    assert_eq!(app.outcomes(&event).await.len(), 2);
    let placed = [app.placements_of(&mia).await.len(), app.placements_of(&noah).await.len()];
    assert_eq!(placed.iter().sum::<usize>(), 1);
    assert_eq!(app.open_calls(CallKind::Unplaced).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_event_gives_the_same_bytes_and_nobody_ever_ranks_people() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri", "Garage", "Gartneri"]).await;
    let (mia, noah) = (app.young_person("Mia").await, app.young_person("Noah").await);
    app.requires(&event.companies[2], "early_transport", "Egen transport før kl. 6").await;
    app.invite(&event, &[&mia, &noah]).await;
    let ids: Vec<_> = event.companies.iter().map(|company| company.id).collect();
    app.ranks(&event, &mia, &[&[ids[2]], &ids[..2]]).await;
    app.ranks(&event, &noah, &[&[ids[0]], &[ids[1]]]).await;
    app.hold_until_ranking_closes(&event).await;
    for company in &event.companies {
        app.company_hosts(&event, company, HostAnswer::CanHost).await;
    }
    let sofie = app.signed_in(app.sofie().await).await;
    let (person, place) = (noah.id.to_string(), event.companies[1].place.to_string());
    let pin = [("person", &*person), ("kind", "pin"), ("place", &*place), ("reason", "Bor nær")];
    sofie.post(&format!("{}/adjustments", event.desk), pin).await.has_status(303);

    let run = app.stored_run(app.run_match(&event).await).await;
    let again = app.stored_run(app.run_match(&event).await).await;
    assert_eq!(run.instance, again.instance);
    assert_eq!(run.solution, again.solution);
    assert!(run.solution.is_some());
    for text in [&run.instance, run.solution.as_ref().expect("a solution")] {
        assert!(!text.contains("priorit"), "{text}");
    }
    let file = parse_instance(&run.instance).expect("an instance");
    assert!(matches!(file.rank_basis, RankBasis::Stated));
    assert_eq!(file.pins.len(), 1);
    assert_eq!(file.forbidden.len(), 1, "the place that asks for transport");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_pin_the_same_person_at_once_pin_them_once() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri", "Garage"]).await;
    let mia = app.young_person("Mia").await;
    app.chosen(&event, [(&mia, &[0, 1])], &[HostAnswer::CanHost; 2]).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let jonas = app.signed_in(app.consultant("Jonas").await).await;
    let person = mia.id.to_string();
    let places = [0, 1].map(|at: usize| event.companies[at].place.to_string());
    let [one, other] = [0, 1].map(|at: usize| {
        [("person", &*person), ("kind", "pin"), ("place", &*places[at]), ("reason", "Passer")]
    });
    let page = format!("{}/adjustments", event.desk);

    let (first, second) = tokio::join!(sofie.post(&page, one), jonas.post(&page, other));
    let refused = if first.status == 422 { first } else { second };
    refused.refused("Der er allerede fastgjort en plads").shows("Passer");
    let pins = adjustment::Entity::find().filter(adjustment::Column::EventId.eq(event.id));
    assert_eq!(pins.count(&app.state.db.read).await.expect("a count"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_match_is_run_before_the_event_is_open_or_after_its_answer_is_out() {
    let app = TestApp::spawn().await;
    let planned = app.planned_event().await;
    let sofie = app.signed_in(app.sofie().await).await;
    let run = [("objective", "generous")];
    let page = format!("{}/match", planned.desk);
    sofie.get(&page).await.hides("Hvad skal komme først?");
    sofie.post(&page, run).await.refused("Mødet er ikke åbnet");

    let event = app.match_event(["Bageri"]).await;
    let mia = app.young_person("Mia").await;
    app.chosen(&event, [(&mia, &[0])], &[HostAnswer::CanHost]).await;
    let page = format!("{}/match", event.desk);
    let sofie = app.signed_in(app.sofie().await).await;
    let id = app.run_match(&event).await;
    sofie.post(&format!("{page}/{id}/publication"), []).await.has_status(303);
    sofie.post(&page, run).await.refused("Et andet svar er allerede udgivet");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_consultant_hears_once_when_an_event_is_ready_to_match() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri", "Garage"]).await;
    let mia = app.young_person("Mia").await;
    let [bakery, garage] = [&event.companies[0], &event.companies[1]];
    app.invite(&event, &[&mia]).await;
    app.ranks(&event, &mia, &[&[bakery.id]]).await;
    app.hold(&event).await;
    app.company_hosts(&event, bakery, HostAnswer::CanHost).await;
    app.company_hosts(&event, garage, HostAnswer::NotNow).await;
    let told = async || {
        let letters = app.mails_to("sofie@example.dk").await;
        letters.into_iter().filter(|letter| letter.subject == "Listerne er lukket").count()
    };
    assert_eq!(told().await, 0, "the lists are open");
    app.clock().set(event.ranking_closes_at);
    assert_eq!(told().await, 1);
    assert_eq!(told().await, 1);
    let letter = app.newest_mail_to("sofie@example.dk").await;
    assert_eq!(letter.link(), format!("{}/match", event.desk));
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.get("/desk").await.shows("Klar til match");
}

#[tokio::test(flavor = "multi_thread")]
async fn silence_does_not_hold_the_match_back_and_a_deputy_hears_of_it() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let mads = app.consultant("Mads").await;
    app.is_away(app.sofie().await, mads, "2026-10-07", "2026-10-20").await;
    app.hold_until_ranking_closes(&event).await;
    assert!(app.mails_to("mads@example.dk").await.is_empty());
    app.clock().set(event.host_answers_by + Duration::minutes(1));
    assert_eq!(app.newest_mail_to("mads@example.dk").await.subject, "Listerne er lukket");
    let sofie = app.mails_to("sofie@example.dk").await;
    assert!(sofie.iter().all(|letter| letter.subject != "Listerne er lukket"));
}
