use crate::support::TestApp;

/// The demo's whole month runs through the real acts, and the loader itself refuses a month that comes out otherwise.
#[tokio::test(flavor = "multi_thread")]
async fn the_month_of_the_demo_is_told_by_the_acts_and_comes_out_as_its_files_say() {
    let app = TestApp::spawn().await;
    let opens =
        omvendt::seed::load(&app.state, app.clock().today()).await.expect("the month is told");
    app.clock().set(opens);

    let amir = app.sign_in("amir@example.org").await;
    amir.get("/me").await.shows("Amir");
    let emma = app.sign_in("emma@example.org").await;
    emma.get("/me").await.shows("Købmanden på Torvet");
}
