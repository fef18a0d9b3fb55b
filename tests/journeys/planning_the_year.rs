use omvendt::entities::match_event;
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::support::TestApp;

const WEDNESDAYS: [(&str, &str); 10] = [
    ("week", "first"),
    ("weekday", "3"),
    ("year", "2027"),
    ("month", "1"),
    ("month", "2"),
    ("month", "3"),
    ("from", "13:00"),
    ("until", "15.00"),
    ("venue", "Kajen"),
    ("address", "Kajen 1"),
];

async fn events(app: &TestApp) -> u64 {
    match_event::Entity::find().count(&app.state.db.read).await.expect("a count")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_is_planned_in_one_go_after_the_days_have_been_seen_and_only_once() {
    let app = TestApp::spawn().await;
    let sofie = app.signed_in(app.sofie().await).await;

    sofie.post("/desk/events/plan", WEDNESDAYS).await.has_status(200).shows("3. februar 2027");
    assert_eq!(events(&app).await, 0);
    let change = [&WEDNESDAYS[..], &[("step", "change")]].concat();
    assert_eq!(sofie.post("/desk/events/plan", &change).await.value("venue"), "Kajen");

    let save = [&WEDNESDAYS[..], &[("step", "save")]].concat();
    sofie.post("/desk/events/plan", &save).await.redirects_to("/desk/events");
    sofie.post("/desk/events/plan", &save).await.redirects_to("/desk/events");
    assert_eq!(events(&app).await, 3);
    sofie.post("/desk/events/plan", WEDNESDAYS).await.shows("Der er allerede et møde den dag");
    sofie.get("/desk/events").await.shows("onsdag den 3. februar 2027 kl. 13-15");
}

#[tokio::test(flavor = "multi_thread")]
async fn holidays_are_skipped_and_named() {
    let app = TestApp::spawn().await;
    let sofie = app.signed_in(app.sofie().await).await;
    let mut fridays = WEDNESDAYS;
    (fridays[1].1, fridays[3].1) = ("5", "12");
    (fridays[0].1, fridays[2].1) = ("last", "2026");
    (fridays[4].1, fridays[5].1) = ("11", "11");
    let seen = sofie.post("/desk/events/plan", fridays).await;
    seen.shows("Helligdag: ").shows("fredag den 27. november 2026");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_with_holes_is_refused_with_everything_typed() {
    let app = TestApp::spawn().await;
    let sofie = app.signed_in(app.sofie().await).await;
    let mut plan = WEDNESDAYS;
    (plan[6].1, plan[8].1) = ("et", "");
    let seen = sofie.post("/desk/events/plan", plan).await;
    seen.refused("Skriv et klokkeslæt").shows("Skriv noget her");
    assert_eq!((seen.value("from"), seen.value("address")), ("et".into(), "Kajen 1".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_event_on_a_holiday_is_warned_of_and_can_be_held_all_the_same() {
    let app = TestApp::spawn().await;
    let sofie = app.signed_in(app.sofie().await).await;
    let form = [
        ("day", "25-12-2026"),
        ("from", "13"),
        ("until", "15"),
        ("venue", "Kajen"),
        ("address", "Kajen 1"),
    ];
    let seen = sofie.post("/desk/events/new", form).await;
    seen.refused("Den dag er en helligdag").shows("Hold mødet den dag alligevel");
    assert_eq!((seen.value("day"), seen.value("from")), ("2026-12-25".into(), "13:00".into()));
    assert_eq!(events(&app).await, 0);

    let known = [&form[..], &[("on_holiday", "yes")]].concat();
    let saved = sofie.post("/desk/events/new", &known).await;
    saved.redirects_below("/desk/events/");
    let edit = format!("{}/edit", saved.location);
    let fields = sofie.get(&edit).await.form();
    let mut fields: Vec<_> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    sofie.post(&edit, &fields).await.redirects_to(&saved.location);
    fields.retain(|(name, _)| *name != "day");
    let moved = [&fields[..], &[("day", "2026-12-26"), ("count_again", "yes")]].concat();
    sofie.post(&edit, &moved).await.refused("Den dag er en helligdag");
    let past = [&fields[..], &[("day", "2025-12-23"), ("count_again", "yes")]].concat();
    sofie.post(&edit, &past).await.refused("Vælg en dag, der ikke er gået");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reason_for_a_cancellation_that_is_too_long_is_kept_as_it_was_typed() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let page = format!("{}/cancellation", event.desk);
    let long = "Salen er oversvømmet. ".repeat(30);
    let seen = sofie.post(&page, [("because", &*long)]).await;
    seen.refused("Teksten er for lang");
    assert_eq!(seen.value("because").trim(), long.trim());
    sofie.post(&page, [("because", "Salen er oversvømmet.")]).await.redirects_to(&event.desk);
}
