use omvendt::domain::{EndReason, OutcomeKind};

use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn the_figures_count_the_month_without_a_name() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageren"]).await;
    let (mia, ali) = (app.young_person("Mia").await, app.young_person("Ali").await);
    let sara = app.young_person("Sara").await;
    app.invite(&event, &[&mia, &ali, &sara]).await;
    let cancelled = app.match_event([]).await;
    app.invite(&cancelled, &[&mia, &ali, &sara]).await;
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.post(&format!("{}/cancellation", cancelled.desk), []).await.has_status(303);
    let run = app.run_of(&event).await;
    app.came_and_got(run, &event, &mia, Some(1)).await;
    app.came_and_got(run, &event, &ali, None).await;
    let company = app.company("Bager Buhl").await;
    let placement = app.running_placement(&mia, &company).await;
    app.noon("2026-10-26");
    app.ends_early(placement, EndReason::GotJob).await;
    app.led_to(placement, OutcomeKind::Job).await;

    app.noon("2026-11-20");
    let manager = app.manager().await;
    let page = manager.get("/figures").await;
    page.hides("september 2026").shows("november 2026");
    page.shows("Tal 2026").shows("oktober 2026").shows("Målet").hides("Mia").hides("Bager");
    page.shows("Én praktik er slut").shows("for få");
    page.shows("Intet møde med virksomheder, og ingen praktik begyndte eller sluttede.");

    let sheet = manager.get("/figures.csv?year=2026").await;
    let line = |month: &str| {
        let found = sheet.html.lines().find(|line| line.starts_with(month));
        found.unwrap_or_else(|| panic!("no {month}")).to_owned()
    };
    assert!(sheet.html.contains("month;invited;came;ranked;placed;rank_1;unplaced;started;ended;"));
    assert!(line("2026-11").starts_with("2026-11;0;0;0;0;0;0;0;0;"));
    assert!(line("2026-10").starts_with("2026-10;3;2;2;1;1;1;1;1;"));
    assert!(!sheet.html.contains("few"));
}

#[tokio::test(flavor = "multi_thread")]
async fn where_placements_led_is_told_when_there_are_enough_of_them() {
    let app = TestApp::spawn().await;
    let led_to = [OutcomeKind::Job, OutcomeKind::Education, OutcomeKind::Searching];
    let mut placements = Vec::new();
    for number in 0..15 {
        let person = app.young_person(&format!("Ung{number}")).await;
        let company = app.company(&format!("Sted {number}")).await;
        placements.push(app.running_placement(&person, &company).await);
    }
    app.noon("2026-10-12");
    let led_to = || placements.iter().copied().zip(led_to.into_iter().cycle());
    for (placement, kind) in led_to() {
        app.ends_early(placement, EndReason::Other).await;
        app.led_to(placement, kind).await;
    }
    app.noon("2026-11-09");
    for (placement, kind) in led_to() {
        app.led_to(placement, kind).await;
    }

    let manager = app.manager().await;
    manager
        .get("/figures")
        .await
        .shows("67 procent er gået videre til job, timer med løn eller uddannelse, af 15")
        .shows("Job: 5 · Uddannelse: 5 · Leder videre: 5");

    let sheet = manager.get("/figures.csv?year=2026").await;
    let rows: Vec<Vec<&str>> = sheet.html.lines().map(|line| line.split(';').collect()).collect();
    let job = rows[0].iter().position(|name| *name == "outcome_job").expect("a column of jobs");
    let jobs: usize = rows[1..].iter().filter_map(|row| row[job].parse::<usize>().ok()).sum();
    assert_eq!(jobs, 5, "a job that is still a job at the next check is no second one");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_without_anything_says_so_and_the_figures_are_for_staff() {
    let app = TestApp::spawn().await;
    let manager = app.manager().await;
    manager.get("/figures?year=1999").await.shows("Der er ingen tal for det år endnu");

    let mia = app.young_person("Mia").await;
    let mia = app.signed_in(mia.account).await;
    mia.get("/figures").await.not_found();
    mia.get("/figures.csv").await.not_found();
}
