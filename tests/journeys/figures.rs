use crate::support::TestApp;
use omvendt::domain::EndReason;

#[tokio::test(flavor = "multi_thread")]
async fn the_figures_count_the_month_without_a_name() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageren"]).await;
    let (mia, ali) = (app.young_person("Mia").await, app.young_person("Ali").await);
    app.invite(&event, &[&mia, &ali]).await;
    let company = app.company("Bager Buhl").await;
    let placement = app.running_placement(&mia, &company).await;
    app.noon("2026-11-02");
    app.ends_early(placement, EndReason::GotJob).await;

    let manager = app.manager().await;
    let page = manager.get("/figures").await;
    page.shows("Tal 2026").shows("oktober 2026").shows("Målet").hides("Mia").hides("Bager");
    page.shows("Én praktik er slut").shows("for få");
    page.shows("Intet møde med virksomheder, og ingen praktik begyndte eller sluttede.");

    let sheet = manager.get("/figures.csv?year=2026").await;
    let line = |month: &str| {
        let found = sheet.html.lines().find(|line| line.starts_with(month));
        found.unwrap_or_else(|| panic!("no {month}")).to_owned()
    };
    assert!(sheet.html.contains("month;invited;came;ranked;placed;unplaced;started;ended"));
    assert!(line("2026-10").starts_with("2026-10;2;0;0;0;0;1;0"));
    assert!(line("2026-11").starts_with("2026-11;0;0;0;0;0;0;1"));
    assert!(!sheet.html.contains(";few"));
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
