use crate::support::event_day::afternoon;

#[tokio::test(flavor = "multi_thread")]
async fn a_consultant_makes_the_run_sheet_from_the_usual_day_and_sees_whether_it_fits() {
    let day = afternoon().await;
    let sheet = day.path("run-sheet");
    day.sofie.get(&sheet).await.shows("Der er ingen drejebog endnu");
    day.usual_run_sheet().await;
    let page = day.sofie.get(&sheet).await;
    page.shows("Ankomst").shows("Runde 6").shows("Drejebogen passer.");

    let mut form = page.form();
    form[1].1 = "60".into();
    let form: Vec<_> = form.iter().map(|(name, typed)| (name.as_str(), typed.as_str())).collect();
    let page = day.sofie.post_and_follow(&sheet, form).await;
    page.shows("minutter for lang");
}

#[tokio::test(flavor = "multi_thread")]
async fn minutes_that_are_no_number_are_refused_beside_their_step_and_nothing_is_saved() {
    let day = afternoon().await;
    day.usual_run_sheet().await;
    let sheet = day.path("run-sheet");
    let form = day.sofie.get(&sheet).await.form();
    let field = form.iter().find(|(name, _)| name.starts_with("minutes-"));
    let field = field.expect("minutes beside a step").0.clone();
    let refused = day.sofie.post(&sheet, [(field.as_str(), "ti")]).await;
    refused.refused("Skriv et helt tal fra 1 til 240.");
    assert_eq!(refused.value(&field), "ti");
    assert_eq!(day.sofie.get(&sheet).await.value(&field), "10");

    let adding = [("press", "add"), ("new-kind", "network"), ("new-minutes", "0")];
    day.sofie.post(&sheet, adding).await.refused("Skriv et helt tal");
    day.sofie.get(&sheet).await.hides("value=\"network\" selected");
}

#[tokio::test(flavor = "multi_thread")]
async fn steps_are_added_moved_and_taken_out_and_next_months_day_is_a_copy() {
    let day = afternoon().await;
    day.usual_run_sheet().await;
    let sheet = day.path("run-sheet");
    let adding = [("press", "add"), ("new-kind", "network"), ("new-minutes", "30")];
    let page = day.sofie.post_and_follow(&sheet, adding).await;
    page.shows("Virksomhedernes eget møde");
    let last = page.form().iter().rfind(|(name, _)| name.starts_with("minutes-")).cloned();
    let last = last.expect("a last step").0.replace("minutes-", "");
    let up = format!("up {last}");
    let page = day.sofie.post_and_follow(&sheet, [("press", up.as_str())]).await;
    let text = page.text();
    let network = text.find("Virksomhedernes eget møde").expect("the new step");
    assert!(network < text.find("Farvel").expect("the last step"), "{text}");

    let next = day.app.next_match_event(&day.event, ["Caféen"]).await;
    let its = format!("{}/run-sheet", next.desk);
    day.sofie.get(&its).await.shows("Brug drejebogen fra");
    let copied = day.sofie.post_and_follow(&its, [("press", "copy")]).await;
    copied.shows("Virksomhedernes eget møde").shows("Runde 6");

    let remove = format!("remove {last}");
    let page = day.sofie.post_and_follow(&sheet, [("press", remove.as_str())]).await;
    assert!(!page.form().iter().any(|(name, _)| *name == format!("minutes-{last}")));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_write_the_run_sheet_see_each_other_and_what_was_left_out_comes_back() {
    let day = afternoon().await;
    day.usual_run_sheet().await;
    let sheet = day.path("run-sheet");
    let older = day.sofie.get(&sheet).await.value("seen");
    day.presses("begin").await;
    day.presses("skip").await;
    let form = [("seen", older.as_str())];
    day.sofie.post(&sheet, form).await.refused("En anden har ændret drejebogen");

    let page = day.sofie.get(&sheet).await;
    let step = page.address_of("button[value^='restore ']", "value");
    day.sofie.post(&sheet, [("press", step.as_str())]).await.redirects_to(&sheet);
    day.sofie.get(&day.path("day")).await.hides("Springes over");
}

#[tokio::test(flavor = "multi_thread")]
async fn whether_the_day_fits_counts_the_time_that_is_lost_already() {
    let day = afternoon().await;
    day.usual_run_sheet().await;
    let sheet = day.path("run-sheet");
    day.sofie.get(&sheet).await.shows("Drejebogen passer.");
    day.app.clock().set(day.event.starts_at + chrono::Duration::minutes(60));
    let sofie = day.app.signed_in(day.app.sofie().await).await;
    sofie.get(&sheet).await.shows("minutter for lang");
}
