use chrono::Duration;
use omvendt::domain::{CallKind, PlacementKind, PlacementStatus};
use omvendt::features::placements;

use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn an_early_end_needs_a_coded_reason_and_leads_to_a_call_and_an_outcome() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.running_placement(&mia, &bakery).await;
    let path = placements::path(id);
    app.clock().set(app.clock().now() + Duration::days(7));
    let sofie = app.signed_in(bakery.consultant).await;
    let end = format!("{path}/end");

    sofie
        .post(&end, [("kind", "as_agreed"), ("day", "2026-10-08")])
        .await
        .refused("aftalte sidste");
    sofie.post(&end, [("kind", "early"), ("day", "2026-10-08")]).await.refused("før tid");
    let early = [
        ("kind", "early"),
        ("day", "2026-10-08"),
        ("reason", "wrong_hours"),
        ("note", "Morgenerne passer ikke"),
    ];
    sofie.post_and_follow(&end, early).await.shows("Skriv, hvad den førte til");
    sofie.post(&end, early).await.has_status(303);
    assert_eq!(app.open_calls(CallKind::EndedEarly).await.len(), 1);

    let her = app.signed_in(mia.account).await;
    her.get(&path).await.shows("Praktikken sluttede").hides("Morgenerne");
    let outcome = [("kind", "searching"), ("day", "2026-10-08")];
    sofie.post_and_follow(&format!("{path}/outcome"), outcome).await.shows("Leder videre");
    let it = app.signed_in(bakery.member).await;
    it.get(&path).await.shows("Tak for jeres tid").hides("Leder videre");
}

#[tokio::test(flavor = "multi_thread")]
async fn going_on_to_another_company_is_a_normal_step_made_once() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let garage = app.company("Garagen").await;
    let id = app.running_placement(&mia, &bakery).await;
    let switch = format!("{}/switch", placements::path(id));
    let sofie = app.signed_in(bakery.consultant).await;

    sofie.get(&switch).await.shows("Et skift er et helt almindeligt skridt").shows("Garagen");
    sofie.post(&switch, [("place", "")]).await.refused("Vælg en af mulighederne");
    let place = garage.clarification.to_string();
    let form = [("place", place.as_str()), ("day", "2026-10-01"), ("answer_by", "2026-10-09")];
    let first = sofie.post(&switch, form).await;
    first.has_status(303);
    sofie.post(&switch, form).await.redirects_to(&first.location);

    assert_eq!(app.placement(id).await.status, PlacementStatus::Ended);
    let her = app.signed_in(mia.account).await;
    her.get(&first.location).await.shows("Vil du i praktik hos Garagen?");
    her.get(&placements::path(id)).await.shows("Se den nye praktik");
    assert_eq!(app.newest_mail_to(&garage.email).await.link(), first.location);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_switch_keeps_to_the_purpose_and_says_why_other_places_do_not_fit() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let garage = app.company("Garagen").await;
    let id = app.running_placement(&mia, &bakery).await;
    app.with_purpose(mia.id, PlacementKind::Training).await;
    let switch = format!("{}/switch", placements::path(id));
    let sofie = app.signed_in(bakery.consultant).await;

    sofie.get(&switch).await.shows("Ledige pladser, der ikke passer").shows("Den unges formål er");
    let place = garage.clarification.to_string();
    let form = [("place", place.as_str()), ("day", "2026-10-01"), ("answer_by", "2026-10-09")];
    sofie.post(&switch, form).await.refused("Pladsen er til et andet formål end den unges");
    assert_eq!(app.placement(id).await.status, PlacementStatus::Running);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_agreed_and_switched_leads_the_young_person_to_the_next() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let garage = app.company("Garagen").await;
    let id = app.agreed_placement(&mia, &bakery).await;
    let sofie = app.signed_in(bakery.consultant).await;
    let place = garage.clarification.to_string();
    let form = [("place", place.as_str()), ("day", "2026-10-01"), ("answer_by", "2026-10-09")];
    sofie.post(&format!("{}/switch", placements::path(id)), form).await.has_status(303);
    let her = app.signed_in(mia.account).await;
    her.get(&placements::path(id)).await.shows("Se den nye praktik").shows("skiftet til et andet");
}

#[tokio::test(flavor = "multi_thread")]
async fn half_a_year_after_the_end_somebody_asks_where_it_led() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let path = placements::path(app.running_placement(&mia, &bakery).await);
    app.noon("2026-10-28");
    let sofie = app.signed_in(bakery.consultant).await;
    let end = [("kind", "as_agreed"), ("day", "2026-10-28")];
    sofie
        .post_and_follow(&format!("{path}/end"), end)
        .await
        .shows("To uger efter")
        .shows("Tre måneder efter")
        .shows("Et halvt år efter");

    app.noon("2027-04-28");
    let sofie = app.signed_in(bakery.consultant).await;
    let board = sofie.get("/desk/follow-ups?when=today").await;
    board.shows("Et halvt år efter").shows("Mia").shows("onsdag den 28. april");
    let check = board.address_below("/follow-ups/");
    sofie.get(&check).await.shows("Mia: Et halvt år efter").shows("Hvor er du nu?");
    let said = [("said", "Er i lære som bager")];
    sofie.post_and_follow(&format!("{check}/holding"), said).await.shows("Opfølgningen er gemt");
    let led = [("kind", "education"), ("day", "2027-04-28")];
    sofie.post_and_follow(&format!("{path}/outcome"), led).await.shows("Uddannelse");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_ends_after_the_agreed_last_day_or_led_anywhere_before_its_end() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let garage = app.company("Garagen").await;
    let id = app.running_placement(&mia, &bakery).await;
    let path = placements::path(id);
    app.noon("2026-11-20");
    let sofie = app.signed_in(bakery.consultant).await;

    let end = format!("{path}/end");
    let form = [("kind", "as_agreed"), ("day", "2026-11-20"), ("note", "Det gik godt")];
    let page = sofie.post(&end, form).await;
    page.refused("Den aftalte sidste dag var onsdag den 28. oktober");
    let typed = (page.value("day"), page.value("note").trim().to_owned());
    assert_eq!(typed, ("2026-11-20".to_owned(), "Det gik godt".to_owned()));
    let switch = format!("{path}/switch");
    assert_eq!(sofie.get(&switch).await.value("day"), "2026-10-28");
    let place = garage.clarification.to_string();
    let next = [("place", place.as_str()), ("day", "2026-11-20"), ("answer_by", "2026-11-27")];
    sofie.post(&switch, next).await.refused("Den aftalte sidste dag var");
    assert_eq!(app.placement(id).await.status, PlacementStatus::Running);

    let form = [("kind", "as_agreed"), ("day", "2026-10-28")];
    sofie.post(&end, form).await.has_status(303);
    let outcome = format!("{path}/outcome");
    let early = [("kind", "education"), ("day", "2026-10-27"), ("note", "Er i lære")];
    let page = sofie.post(&outcome, early).await;
    page.refused("Praktikken sluttede onsdag den 28. oktober");
    let typed = (page.value("day"), page.value("note").trim().to_owned());
    assert_eq!(typed, ("2026-10-27".to_owned(), "Er i lære".to_owned()));
    let led = [("kind", "education"), ("day", "2026-10-28")];
    sofie.post_and_follow(&outcome, led).await.shows("Uddannelse");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_switch_to_one_last_place_at_once_one_gets_it() {
    let app = TestApp::spawn().await;
    let (mia, noah) = (app.young_person("Mia").await, app.young_person("Noah").await);
    let (bakery, cafe) = (app.company("Bageriet").await, app.company("Cafeen").await);
    let garage = app.company("Garagen").await;
    let hers = app.running_placement(&mia, &bakery).await;
    let his = app.running_placement(&noah, &cafe).await;
    let sofie = app.signed_in(bakery.consultant).await;
    let mads = app.signed_in(app.consultant("Mads").await).await;
    let place = garage.clarification.to_string();
    let form = [("place", place.as_str()), ("day", "2026-10-01"), ("answer_by", "2026-10-09")];
    let switch = |id| format!("{}/switch", placements::path(id));
    let (hers_at, his_at) = (switch(hers), switch(his));

    let (one, other) = tokio::join!(sofie.post(&hers_at, form), mads.post(&his_at, form));
    let mut seen = [one.status, other.status];
    seen.sort_unstable();
    assert_eq!(seen, [303, 422]);
    let (refused, stays) = if one.status == 422 { (one, hers) } else { (other, his) };
    refused.shows("ikke ledig");
    assert_eq!(app.placement(stays).await.status, PlacementStatus::Running);
}
