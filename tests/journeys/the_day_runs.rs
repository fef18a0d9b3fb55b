use chrono::Duration;
use omvendt::entities::seat;
use omvendt::features::event_days;
use sea_orm::{EntityTrait, QueryOrder};

use crate::support::event_day::{Afternoon, afternoon};

#[tokio::test(flavor = "multi_thread")]
async fn phones_hear_within_the_moment_where_the_day_is() {
    let day = afternoon().await;
    day.planned().await;
    let phone = day.app.signed_in(day.mia.account).await;
    let mut followed = phone.follow(&format!("{}/day/changes", day.event.page)).await;
    assert_eq!(followed.next().await.expect("the latest")["moment"], "before");

    day.presses("begin").await;
    let begun = followed.next().await.expect("a change");
    let ends = day.app.clock().now() + Duration::minutes(10);
    assert_eq!(begun["ends_at"], ends.timestamp_millis());
    // Alone it waits for nobody, should its tables be other ones.
    assert_eq!(begun["spread"], 13);
    day.presses("longer").await;
    let longer = followed.next().await.expect("a change");
    assert_eq!(longer["ends_at"], (ends + Duration::minutes(2)).timestamp_millis());
    day.presses("pause").await;
    let paused = followed.next().await.expect("a change");
    assert_eq!((paused["ends_at"].as_i64(), paused["left"].as_i64()), (None, Some(720)));
    let words = ["Mia", "Ali", "Bageriet"];
    assert!(!words.iter().any(|word| paused.to_string().contains(word)), "{paused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_process_tells_its_phones_what_the_first_has_changed() {
    let day = afternoon().await;
    day.planned().await;
    let other = day.app.second_server();
    let phone = other.signed_in_as(&day.app, day.mia.account).await;
    let mut followed = phone.follow(&format!("{}/day/changes", day.event.page)).await;
    assert_eq!(followed.next().await.expect("the latest")["moment"], "before");
    day.presses("begin").await;
    assert_ne!(followed.next().await.expect("a change")["moment"], "before");
    other.stop().await;
    assert_eq!(followed.next().await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_press_next_in_the_same_moment_move_the_day_on_once() {
    let day = afternoon().await;
    day.usual_run_sheet().await;
    day.presses("begin").await;
    let page = day.path("day");
    let seen = day.sofie.get(&page).await.value("seen");
    let lars = day.app.signed_in(day.app.consultant("Lars").await).await;
    let next = [("press", "next"), ("seen", seen.as_str())];
    day.sofie.post(&page, next).await.has_status(303);
    let late = lars.post_and_follow(&page, next).await;
    late.shows("En anden har flyttet dagen").shows("Velkomst");
    assert_eq!(late.value_of("#day-now h2"), "Velkomst");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_companies_present_one_by_one_before_the_rounds_begin() {
    let day = afternoon().await;
    day.planned().await;
    day.presses("begin").await;
    day.goes_on_to("Virksomhederne fortæller").await;
    day.sofie.get(&day.path("screen")).await.shows("Bageriet").shows("Bagefter: Værkstedet");
    day.presses("next").await;
    let company = day.app.signed_in(day.event.companies[1].account).await;
    company.get(&format!("{}/day", day.event.company_page)).await.shows("Det er jeres tur nu");
    day.presses("next").await;
    day.presses("next").await;
    let screen = day.sofie.get(&day.path("screen")).await;
    screen.shows("Runde 1").shows("Mia").shows("Ali");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_kept_for_its_writer_alone() {
    let day = afternoon().await;
    day.planned().await;
    let phone = day.app.signed_in(day.mia.account).await;
    let note = format!("{}/notes/{}", day.event.page, day.event.companies[0].id);
    let page = phone.post_and_follow(&note, [("words", "Sød chef")]).await;
    page.shows("Din note er gemt").shows("Sød chef");
    let long = "x".repeat(2001);
    let refused = phone.post(&note, [("words", long.as_str())]).await;
    refused.refused("Teksten er for lang").shows(&long);

    let ali = day.app.signed_in(day.ali.account).await;
    ali.get(&format!("{}/day", day.event.page)).await.hides("Sød chef");
    for page in ["day", "tables", "screen"] {
        day.sofie.get(&day.path(page)).await.hides("Sød chef");
    }
    phone.post_and_follow(&note, [("words", "")]).await.hides("Sød chef");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_companies_met_so_far_are_those_of_the_rounds_that_have_begun() {
    let day = afternoon().await;
    day.planned().await;
    day.come().await;
    day.presses("begin").await;
    day.goes_on_to("Runde 2").await;
    let db = &day.app.state.db.read;
    let event = omvendt::features::match_events::store::event(db, day.event.id).await.unwrap();
    let met = event_days::met(db, event, day.mia.id).await.unwrap();
    assert_eq!(met.len(), 2);
    let phone = day.app.signed_in(day.mia.account).await;
    let note = format!("{}/notes/{}", day.event.page, met[1]);
    phone.post(&note, [("words", "Rart sted")]).await.has_status(303);
    let ranking = phone.get(&day.event.ranking).await;
    ranking.shows("Mødt").shows("Din note: Rart sted");
    let together = format!("{}/people/{}/ranking", day.event.desk, day.mia.id);
    day.sofie.get(&together).await.shows("Mødt").hides("Rart sted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_can_be_written_in_peace_without_scripts() {
    let day = afternoon().await;
    day.planned().await;
    let phone = day.app.signed_in(day.mia.account).await;
    let page = format!("{}/day", day.event.page);
    assert!(phone.get(&page).await.html.contains("http-equiv=\"refresh\""));
    phone
        .get(&format!("{page}?write=yes"))
        .await
        .shows("Dine noter")
        .hides("http-equiv=\"refresh\"");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_says_when_steps_began_and_when_what_comes_is_to_begin() {
    let day = afternoon().await;
    day.planned().await;
    let phone = day.app.signed_in(day.mia.account).await;
    let page = format!("{}/day", day.event.page);
    phone.get(&page).await.shows("13.00 Ankomst").shows("13.10 Velkomst").shows("13.15 Virk");
    let mut followed = phone.follow(&format!("{page}/changes")).await;
    assert_eq!(followed.next().await.expect("the latest")["begins"][1], "13:10");

    day.app.clock().set(day.event.starts_at + Duration::minutes(3));
    day.presses("begin").await;
    let begun = followed.next().await.expect("a change");
    assert_eq!((&begun["begins"][0], &begun["begins"][1]), (&"13:03".into(), &"13:13".into()));
    day.app.clock().set(day.event.starts_at + Duration::minutes(9));
    day.presses("next").await;
    for seen in [phone.get(&page).await, day.sofie.get(&day.path("day")).await] {
        seen.shows("13.03 Ankomst").shows("13.09 Velkomst").shows("13.14 Virk");
    }
    day.goes_on_to("Dagen er slut").await;
    day.sofie.get(&day.path("day")).await.shows("13.03 Ankomst").shows("13.09 Velkomst");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_begun_early_lets_the_companies_answer_early() {
    let day = afternoon().await;
    day.usual_run_sheet().await;
    let company = day.app.signed_in(day.event.companies[0].account).await;
    company.get(&day.event.company_page).await.hides("Send svaret");
    day.presses("begin").await;
    company.get(&day.event.company_page).await.shows("Send svaret");
}

#[tokio::test(flavor = "multi_thread")]
async fn choosing_waits_beside_the_rounds_and_leads_when_they_are_over() {
    let day = afternoon().await;
    day.planned().await;
    day.presses("begin").await;
    day.goes_on_to("Runde 6").await;
    let phone = day.app.signed_in(day.mia.account).await;
    let page = format!("{}/day", day.event.page);
    let shown = ".actions:not([hidden]) > a.button";
    let seen = phone.get(&page).await;
    assert_eq!(seen.address_of(shown, "class"), "button button-secondary");
    day.presses("next").await;
    let seen = phone.get(&page).await;
    assert_eq!(seen.address_of(shown, "class"), "button button-primary");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_company_at_the_table_is_made_a_favourite_from_the_page_of_the_day() {
    let day = afternoon().await;
    day.planned().await;
    day.presses("begin").await;
    day.goes_on_to("Runde 1").await;
    let phone = day.app.signed_in(day.mia.account).await;
    let page = format!("{}/day", day.event.page);
    let mark = phone.get(&page).await.address_of(".day-now:not([hidden]) form", "action");
    let pressed = phone.post(&mark, [("marked", "yes"), ("back", "day")]).await;
    pressed.redirects_to(&page);
    let seen = phone.get(&page).await;
    assert!(seen.value_of(".day-now:not([hidden]) form").contains("Du har valgt den som favorit."));
    phone.get(&mark.replace("favourites", "companies")).await.shows("Fjern som favorit");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_big_screen_says_before_the_day_when_it_begins_and_who_comes() {
    let day = afternoon().await;
    day.planned().await;
    let screen = day.sofie.get(&day.path("screen")).await;
    screen.shows("Velkommen").shows("Vi begynder kl. 13").shows("Bageriet").shows("Børnehuset");
    screen.hides("Mia").hides("Ali");
    day.presses("begin").await;
    day.sofie.get(&day.path("screen")).await.hides("Vi begynder").hides("Bageriet");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_that_moves_nobody_leaves_every_seat_and_every_phone_as_it_is() {
    let day = afternoon().await;
    day.planned().await;
    let phone = day.app.signed_in(day.mia.account).await;
    let mine = format!("{}/day", day.event.page);
    let layout = "[data-enhance=event-day]";
    let before = phone.get(&mine).await.address_of(layout, "data-layout");
    let seats = seats(&day).await;
    assert!(!seats.is_empty());
    let needs = format!("{}/people/{}/needs", day.event.desk, day.mia.id);
    day.sofie.post_and_follow(&needs, []).await.shows("Bordplanen passer stadig.");
    assert_eq!(phone.get(&mine).await.address_of(layout, "data-layout"), before);
    assert_eq!(self::seats(&day).await, seats);

    day.sofie.post_and_follow(&needs, [("until", "1")]).await.shows("bordplanen er lavet om");
    assert_ne!(phone.get(&mine).await.address_of(layout, "data-layout"), before);
}

async fn seats(day: &Afternoon) -> Vec<seat::Model> {
    let all = seat::Entity::find().order_by_asc(seat::Column::Id);
    all.all(&day.app.state.db.read).await.unwrap()
}
