use chrono::Duration;
use omvendt::domain::EventStatus;
use omvendt::entities::match_event;
use sea_orm::{ActiveModelTrait, Set};

use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_young_person_with_nothing_planned_still_meets_a_name_and_a_number() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let page = app.signed_in(mia.account).await.get("/me").await;

    page.shows("Hej Mia")
        .shows("Lige nu skal du ikke gøre noget")
        .shows("Din konsulent")
        .shows("Ring 12 34 56 78")
        .shows("Dit hold: Torsdagsholdet")
        .shows("torsdag kl. 10")
        .shows("Mine oplysninger");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_desk_says_so_kindly_and_belongs_to_consultants() {
    let app = TestApp::spawn().await;
    let sofie = app.signed_in(app.sofie().await).await;
    sofie
        .get("/desk")
        .await
        .shows("Ingen opfølgninger i dag")
        .shows("Ingen opkald her")
        .shows("Ingen forslag venter på svar")
        .shows("Ingen nye virksomheder");
    sofie.get("/me").await.not_found();

    let mia = app.young_person("Mia").await;
    app.signed_in(mia.account).await.get("/desk").await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_sees_what_waits_for_it_who_is_with_it_and_whom_to_ring() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bageriet").await;
    let page = app.signed_in(bakery.member).await;
    page.get("/company")
        .await
        .shows("Intet venter på jer lige nu")
        .shows("Ingen unge hos jer lige nu")
        .shows("Jeres konsulent")
        .shows("Ring 12 34 56 78");

    let mia = app.young_person("Mia").await;
    let placement = app.proposal(&mia, &bakery).await;
    let seen = page.get("/company").await;
    seen.shows("Mia har valgt jer").shows("Afklaring · Venter på svar");
    assert_eq!(seen.address_below("/placements/"), format!("/placements/{placement}"));

    let garage = app.company("Værkstedet").await;
    app.signed_in(garage.member).await.get("/company").await.hides("Mia");
    page.get("/desk").await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn during_a_placement_the_mentor_is_one_of_my_people_and_i_am_one_of_theirs() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bageriet").await;
    let mia = app.young_person("Mia").await;
    app.running_placement(&mia, &bakery).await;
    app.signed_in(mia.account)
        .await
        .get("/me")
        .await
        .shows("Du er i praktik hos Bageriet")
        .shows("Hanne Krogh")
        .shows("Din mentor hos Bageriet");

    let hanne = app.mentor_signs_in(bakery.mentor, "Hanne Krogh", "hanne@firma.example").await;
    let hanne = app.signed_in(hanne).await;
    hanne.get("/mentor").await.shows("Mia").shows("Skriv en observation").shows("Sofie");
    hanne.get("/company").await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_is_the_first_thing_a_young_person_sees_and_waits_on_the_desk() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bageriet").await;
    let mia = app.young_person("Mia").await;
    app.proposal(&mia, &bakery).await;
    let page = app.signed_in(mia.account).await.get("/me").await;
    page.shows("Du har fået en plads hos Bageriet").shows("Læs mere og svar");
    app.signed_in(app.sofie().await)
        .await
        .get("/desk")
        .await
        .shows("Venter på svar (1)")
        .shows("Bageriet. Mangler: Den unge, Virksomheden");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wants_to_talk_first_still_finds_the_way_to_a_yes() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bageriet").await;
    let mia = app.young_person("Mia").await;
    let id = app.proposal(&mia, &bakery).await;
    let (her, it) = (app.signed_in(mia.account).await, app.signed_in(bakery.member).await);
    for browser in [&her, &it] {
        browser.post(&format!("/placements/{id}/talk"), []).await.has_status(303);
    }

    let page = her.get("/me").await;
    page.shows("Sofie ringer til dig om Bageriet").shows("Bagefter kan du sige ja eller nej");
    page.hides("Nu skal Bageriet svare");
    let placement = page.address_below("/placements/");
    her.post_and_follow(&format!("{placement}/acceptance"), []).await.shows("Du har sagt ja");
    her.get("/me").await.shows("Nu skal Bageriet svare");

    let tasks = it.get("/company").await;
    tasks.shows("Svar om Mia, når I har talt");
    let placement = tasks.address_below("/placements/");
    it.post(&format!("{placement}/acceptance"), []).await.has_status(303);
    it.get("/company").await.hides("Svar om Mia");
    her.get("/me").await.shows("Du skal i praktik hos Bageriet");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_no_is_told_on_the_front_page_until_somebody_has_rung() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bageriet").await;
    let mia = app.young_person("Mia").await;
    let id = app.proposal(&mia, &bakery).await;
    let it = app.signed_in(bakery.member).await;
    it.post(&format!("/placements/{id}/refusal"), [("why", "For få folk")]).await.has_status(303);

    let her = app.signed_in(mia.account).await;
    her.get("/me").await.shows("Pladsen blev ikke til noget").shows("Det er ikke din skyld");
    let sofie = app.signed_in(app.sofie().await).await;
    let call = sofie.get("/desk").await.address_below("/desk/calls/");
    sofie.post(&format!("{call}/conversation"), [("note", "Talt")]).await.has_status(303);
    her.get("/me").await.hides("Pladsen blev ikke til noget");
}

#[tokio::test(flavor = "multi_thread")]
async fn while_an_event_is_on_its_people_and_companies_see_that_it_is() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let mia = app.young_person("Mia").await;
    app.invite(&event, &[&mia]).await;
    let her = app.sign_in(&mia.email).await;
    her.post(&format!("{}/attendance", event.page), [("answer", "yes")]).await.has_status(303);

    app.clock().set(event.starts_at - Duration::hours(3));
    let it = app.signed_in(event.companies[0].account).await;
    it.get("/company").await.shows("I dag kl. 13");
    app.clock().set(event.starts_at + Duration::hours(1));
    it.get("/company").await.shows("Lige nu, til kl. 15");
    let page = her.get("/me").await;
    page.shows("Lige nu: kom bare ind").shows("Indtil kl. 15").hides("Jeg kan ikke komme");
    page.address_below(&event.ranking);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_holds_promises_pages_to_read_and_placements_that_should_have_begun() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bageriet").await;
    let mia = app.young_person("Mia").await;
    let sofie = app.signed_in(app.sofie().await).await;
    let note = [
        ("form", "coffee"),
        ("on", "2026-10-01"),
        ("what", "Vi talte om en plads"),
        ("next_step", "Send papirerne"),
        ("next_step_on", "2026-10-02"),
    ];
    sofie.post(&format!("/desk/companies/{}/notes", bakery.id), note).await.has_status(303);
    let id = app.agreed_placement(&mia, &bakery).await;
    let today = app.clock().today();
    app.dates(id, today + Duration::days(1), today + Duration::days(28)).await;
    sofie.get("/desk").await.hides("Send papirerne").hides("Skulle være begyndt");

    app.clock().set(app.clock().now() + Duration::days(4));
    let sofie = app.signed_in(app.sofie().await).await;
    let desk = sofie.get("/desk").await;
    desk.shows("Virksomheder (1)").shows("Send papirerne");
    desk.shows("Skulle være begyndt (1)").shows("Sikkerhed").shows("Bevilling");
}

#[tokio::test(flavor = "multi_thread")]
async fn placements_without_days_or_past_their_last_stay_on_the_desk() {
    let app = TestApp::spawn().await;
    let (mia, noah) = (app.young_person("Mia").await, app.young_person("Noah").await);
    let (bakery, cafe) = (app.company("Bageriet").await, app.company("Cafeen").await);
    let agreed = app.agreed_placement(&mia, &bakery).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let desk = sofie.get("/desk").await;
    desk.shows("Sæt dage, eller skriv, hvordan det sluttede (1)");
    desk.shows("Bageriet. Der er ingen dage endnu. Sæt dem");
    assert_eq!(desk.address_below("/placements/"), format!("/placements/{agreed}/dates"));
    let today = app.clock().today();
    app.dates(agreed, today + Duration::days(60), today + Duration::days(80)).await;
    sofie.get("/desk").await.hides("Sæt dage, eller skriv");

    let running = app.running_placement(&noah, &cafe).await;
    app.noon("2026-10-28");
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.get("/desk?who=team").await.hides("Sæt dage, eller skriv");
    app.noon("2026-10-29");
    let desk = app.signed_in(app.sofie().await).await.get("/desk?who=team").await;
    desk.shows("Sæt dage, eller skriv, hvordan det sluttede (1)");
    desk.shows("Cafeen. Den sidste dag er gået. Skriv, hvordan det sluttede");
    let end = format!("/placements/{running}/end");
    assert_eq!(desk.address_of(&format!("a[href={end:?}]"), "href"), end);
    let over = [("kind", "as_agreed"), ("day", "2026-10-28")];
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.post_and_follow(&end, over).await.shows("To uger efter");
    sofie.get("/desk?who=team").await.hides("Sæt dage, eller skriv");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_desk_has_no_room_for_is_one_press_away() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bageriet").await;
    for number in 1..=21 {
        let person = app.young_person(&format!("Ung{number}")).await;
        app.agreed_placement(&person, &bakery).await;
    }
    let noah = app.young_person("Noah").await;
    app.proposal(&noah, &bakery).await;
    let jonas = app.consultant("Jonas").await;
    let sofie = app.signed_in(app.sofie().await).await;
    let desk = sofie.get("/desk").await;
    desk.shows("Sæt dage, eller skriv, hvordan det sluttede (21)");
    assert_eq!(desk.html.matches("/dates\"").count(), 20);
    let all = desk.address_of("a[href*='only=unsettled']", "href");
    let list = sofie.get(&all).await;
    list.shows("Ung1 ").shows("Ung21").hides("Noah");
    let waiting = desk.address_of("a[href*='status=proposed']", "href");
    sofie.get(&waiting).await.shows("Noah").hides("Ung21");
    sofie.get("/desk?who=team").await.address_of("a[href$='only=unsettled']", "href");

    let other = app.signed_in(jonas).await;
    other.get(&all).await.hides("Ung21").shows("Ingen praktikker passer");
    app.is_away(app.sofie().await, jonas, "2026-10-01", "2026-10-02").await;
    other.get(&all).await.shows("Ung21");
    let desk = other.get("/desk").await;
    desk.shows("Sæt dage, eller skriv, hvordan det sluttede (21)");

    let today = app.clock().today();
    let mia = app.young_person("Mia").await;
    let late = app.agreed_placement(&mia, &bakery).await;
    app.dates(late, today + Duration::days(1), today + Duration::days(20)).await;
    app.clock().set(app.clock().now() + Duration::days(4));
    let sofie = app.signed_in(app.sofie().await).await;
    let begun = sofie.get("/desk").await.address_of("a[href*='only=not-begun']", "href");
    sofie.get(&begun).await.shows("Mia").hides("Ung21");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_calls_with_the_same_words_are_two_notes_and_one_pressed_twice_is_one() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bageriet").await;
    let sofie = app.signed_in(app.sofie().await).await;
    let page = format!("/desk/companies/{}", bakery.id);
    let notes = format!("{page}/notes");
    let note = |form, next_step, next_step_on| {
        [
            ("form", form),
            ("on", "2026-10-01"),
            ("what", "Ingen tog telefonen"),
            ("next_step", next_step),
            ("next_step_on", next_step_on),
        ]
    };
    let count = async || {
        let page = sofie.get(&page).await.text();
        page.matches("Ingen tog telefonen").count()
    };
    for _ in 0..2 {
        sofie.post(&notes, note("call", "", "")).await.redirects_to(&page);
        assert_eq!(count().await, 1);
    }
    sofie.post(&notes, note("visit", "", "")).await.redirects_to(&page);
    assert_eq!(count().await, 2);
    for day in ["2026-10-05", "2026-10-06"] {
        sofie.post(&notes, note("call", "Ring igen", day)).await.redirects_to(&page);
    }
    assert_eq!(count().await, 4);
    app.clock().set(app.clock().now() + Duration::hours(1));
    sofie.post(&notes, note("call", "", "")).await.redirects_to(&page);
    assert_eq!(count().await, 5);

    let tomorrow = [("form", "call"), ("on", "2026-10-02"), ("what", "Vi har talt")];
    let seen = sofie.post(&notes, tomorrow).await;
    seen.refused("Datoen kan ikke ligge i fremtiden");
    assert_eq!(seen.value("on"), "2026-10-02");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_deputy_stands_beside_the_consultant_also_when_nobody_is_away() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bageriet").await;
    let mia = app.young_person("Mia").await;
    let (sofie, jonas) = (app.sofie().await, app.consultant("Jonas").await);
    app.is_away(sofie, jonas, "2026-12-01", "2026-12-02").await;

    let page = app.signed_in(mia.account).await.get("/me").await;
    page.shows("Jonas").shows("Hjælper dig, når Sofie ikke kan");
    assert_eq!(page.text().matches("Ring 12 34 56 78").count(), 2, "{}", page.text());
    let company = app.signed_in(bakery.member).await.get("/company").await;
    company.shows("Hjælper jer, når Sofie ikke kan");
    let person = format!("/desk/young-people/{}", mia.id);
    app.signed_in(sofie).await.get(&person).await.shows("Jonas Hjælper, når konsulenten ikke kan");
}

#[tokio::test(flavor = "multi_thread")]
async fn events_that_wait_for_answers_do_not_hide_the_one_that_is_coming() {
    let app = TestApp::spawn().await;
    let mut event = app.match_event([]).await;
    for month in 0..7 {
        let row = match_event::ActiveModel {
            id: Set(event.id),
            status: Set(EventStatus::Matched),
            venue: Set(format!("Svarhuset {month}")),
            ..Default::default()
        };
        let txn = app.state.write().await.unwrap();
        row.update(&txn).await.unwrap();
        txn.commit().await.unwrap();
        event = app.next_match_event(&event, []).await;
    }
    let desk = app.signed_in(app.sofie().await).await.get("/desk").await;
    desk.shows("Kajen").shows("Svarhuset 0. Alle har svaret").hides("Svarhuset 6");
}
