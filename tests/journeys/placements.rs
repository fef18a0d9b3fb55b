use chrono::Duration;
use omvendt::features::placements;

use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_placement_is_there_for_its_own_people_and_for_nobody_else() {
    let app = TestApp::spawn().await;
    let (mia, ali) = (app.young_person("Mia").await, app.young_person("Ali").await);
    let (bakery, garage) = (app.company("Bageriet").await, app.company("Garagen").await);
    let hanne = app.mentor_signs_in(bakery.mentor, "Hanne", "hanne@firma.example").await;
    let jens = app.mentor_signs_in(garage.mentor, "Jens", "jens@firma.example").await;
    let proposed = placements::path(app.proposal(&ali, &bakery).await);
    let running = placements::path(app.running_placement(&mia, &bakery).await);

    for stranger in [ali.account, garage.member, jens] {
        let stranger = app.signed_in(stranger).await;
        for page in ["", "/checklist", "/checklist/print", "/checklist/safety"] {
            stranger.get(&format!("{running}{page}")).await.not_found();
        }
        stranger.post(&format!("{running}/acceptance"), []).await.not_found();
        stranger.post(&format!("{running}/checklist/safety/confirmation"), []).await.not_found();
    }
    let hanne = app.signed_in(hanne).await;
    hanne.get(&running).await.shows("Mia hos jer");
    hanne.get(&proposed).await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_shown_to_the_company_and_taken_back_is_gone_at_once() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let path = placements::path(app.agreed_placement(&mia, &bakery).await);
    let (her, it) = (app.signed_in(mia.account).await, app.signed_in(bakery.member).await);
    let disclosures = format!("{path}/disclosures");
    let words = "Jeg vil gerne vide dagen før, hvor jeg skal være";

    it.get(&path).await.hides("Finde ud af, om jeg vil være bager").hides(words);
    let long = words.repeat(12);
    let refused = [("item", "care_needs"), ("act", "give"), ("words", long.as_str())];
    let refused = her.post(&disclosures, refused).await;
    refused.refused("for lang");
    assert_eq!(refused.value("words").trim(), long);
    her.post(&disclosures, [("item", "goal"), ("act", "give")]).await.redirects_to(&path);
    her.post(&disclosures, [("item", "care_needs"), ("act", "give")]).await.refused("Skriv noget");
    her.post(&disclosures, [("item", "care_needs"), ("act", "give"), ("words", words)])
        .await
        .redirects_to(&path);
    it.get(&path).await.shows("Finde ud af, om jeg vil være bager").shows(words);
    let purpose = format!("{path}/checklist/purpose");
    it.get(&purpose).await.shows("Finde ud af, om jeg vil være bager");

    her.post(&disclosures, [("item", "goal"), ("act", "take_back")]).await.redirects_to(&path);
    her.post(&disclosures, [("item", "care_needs"), ("act", "take_back")]).await.has_status(303);
    it.get(&path).await.hides("Finde ud af, om jeg vil være bager").hides(words).hides("Taget");
    it.post(&disclosures, [("item", "goal"), ("act", "give")]).await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_start_is_blocked_by_name_until_everything_needed_stands() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.agreed_placement(&mia, &bakery).await;
    let path = placements::path(id);
    let sofie = app.signed_in(bakery.consultant).await;
    let (start, voice) = (format!("{path}/start"), format!("{path}/voice"));

    sofie.post(&start, []).await.refused("Der er ikke sat dage");
    let dates = [("starts_on", "2026-10-05"), ("ends_on", "30-10-2026"), ("hours", "20")];
    sofie.post(&format!("{path}/dates"), dates).await.redirects_to(&path);
    sofie
        .post(&start, [])
        .await
        .refused("Det mangler: Formål, Periode")
        .shows("Kollegerne er hørt");
    app.align(id, &mia, &bakery).await;
    sofie.post(&start, []).await.refused("Det mangler: Kollegerne er hørt.");
    sofie.post(&voice, [("name", ""), ("day", "2026-10-01")]).await.refused("Skriv noget");
    sofie.post(&voice, [("name", "Dorte Munk"), ("day", "2026-10-02")]).await.refused("fremtiden");
    sofie.post(&voice, [("name", "Dorte Munk"), ("day", "2026-10-01")]).await.has_status(303);
    sofie.post(&start, []).await.refused("Bevillingen mangler");
    sofie.post(&format!("{path}/grant"), [("day", "1.10.2026")]).await.redirects_to(&path);
    sofie.post(&start, []).await.refused("Den første dag er mandag den 5. oktober");

    app.clock().set(app.clock().now() + Duration::days(4));
    let sofie = app.signed_in(bakery.consultant).await;
    sofie.post_and_follow(&start, []).await.shows("Mia er i praktik til");
    sofie.post(&start, []).await.has_status(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn why_it_may_last_longer_can_be_written_better_without_other_days() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.agreed_placement(&mia, &bakery).await;
    let path = placements::path(id);
    let sofie = app.signed_in(bakery.consultant).await;
    let save = async |because| {
        let form = [
            ("starts_on", "2026-10-05"),
            ("ends_on", "2026-10-30"),
            ("hours", "20"),
            ("extended", "yes"),
            ("because", because),
        ];
        sofie.post_and_follow(&format!("{path}/dates"), form).await
    };
    save("Mia skal have tid.").await.shows("begge får besked");
    save("Mia skal prøve bageriet og butikken.").await.shows("gemt").hides("begge får besked");
    let page = sofie.get(&path).await;
    page.shows("Mia skal have tid.").shows("Mia skal prøve bageriet og butikken.");
    save("Mia skal prøve bageriet og butikken.").await;
    let lines = sofie.get(&path).await.text().matches("Mia skal prøve bageriet").count();
    assert_eq!(lines, 1, "nothing is noted twice");
    let her = app.signed_in(mia.account).await.get(&path).await;
    let told = her.text().matches("Praktikken blev forlænget").count();
    assert_eq!(told, 1, "a reason put better extends nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_or_last_day_on_a_holiday_is_warned_of_once() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.agreed_placement(&mia, &bakery).await;
    let dates = format!("{}/dates", placements::path(id));
    let sofie = app.signed_in(bakery.consultant).await;
    let days = [("starts_on", "2026-10-05"), ("ends_on", "2026-12-25")];
    let page = sofie.post(&dates, days).await;
    page.refused("Det er en helligdag: 25. december 2026.");
    assert_eq!(page.value("ends_on"), "2026-12-25");
    assert_eq!(app.placement(id).await.ends_on, None);
    sofie
        .post(&dates, [days[0], days[1], ("on_holiday", &page.value("on_holiday"))])
        .await
        .has_status(303);
    assert_eq!(app.placement(id).await.ends_on, "2026-12-25".parse().ok());
    sofie.post(&dates, days).await.has_status(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn days_stay_within_what_the_law_allows_unless_an_extension_is_said_aloud() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.agreed_placement(&mia, &bakery).await;
    let dates = format!("{}/dates", placements::path(id));
    let sofie = app.signed_in(bakery.consultant).await;
    let long = [("starts_on", "2026-10-05"), ("ends_on", "2027-01-31")];

    sofie
        .post(&dates, long)
        .await
        .refused("Loven tillader den til og med søndag den 3. januar 2027");
    sofie
        .post(&dates, [long[0], long[1], ("extended", "yes")])
        .await
        .refused("Skriv noget")
        .shows("Den forlænges");
    sofie.post(&dates, [long[0], ("ends_on", "snart")]).await.refused("Skriv en dato");
    let why = ("because", "Målet er tæt på");
    sofie.post(&dates, [long[0], long[1], ("extended", "yes"), why]).await.has_status(303);
    assert_eq!(app.placement(id).await.ends_on, "2027-01-31".parse().ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn follow_ups_come_with_the_days_and_stand_on_the_page_of_whoever_takes_part() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.agreed_placement(&mia, &bakery).await;
    let path = placements::path(id);
    let (her, it) = (app.signed_in(mia.account).await, app.signed_in(bakery.member).await);

    her.get(&path).await.hides("Planlagt");
    let day = |text: &str| text.parse().expect("a day");
    app.dates(id, day("2026-10-12"), day("2026-11-06")).await;
    her.get(&path).await.shows("mandag den 12. oktober Første dag");
    it.get(&path).await.shows("mandag den 12. oktober Første dag");
    app.dates(id, day("2026-10-13"), day("2026-11-06")).await;
    her.get(&path).await.shows("tirsdag den 13. oktober Første dag");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_mentor_has_seen_is_read_by_the_young_person() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let hanne = app.mentor_signs_in(bakery.mentor, "Hanne Krogh", "hanne@firma.example").await;
    let path = placements::path(app.running_placement(&mia, &bakery).await);
    let hanne = app.signed_in(hanne).await;
    let observations = format!("{path}/observations");

    hanne.get(&observations).await.shows("Mia kan læse det, du skriver");
    hanne.post(&observations, []).await.refused("Sæt et mærke");
    let seen = [("meets", "yes"), ("belongs", "mostly"), ("words", "Beboerne spørger efter hende")];
    hanne.post_and_follow(&observations, seen).await.shows("Beboerne spørger efter hende");
    hanne.post(&observations, seen).await.has_status(303);

    let her = app.signed_in(mia.account).await;
    her.get(&path).await.shows("Beboerne spørger efter hende").shows("Møder: ja");
    assert_eq!(app.newest_mail_to(&mia.email).await.link(), path);
    assert_eq!(her.get(&path).await.text().matches("Beboerne spørger").count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn consultants_find_placements_by_what_is_missing() {
    let app = TestApp::spawn().await;
    let (mia, ali) = (app.young_person("Mia").await, app.young_person("Ali").await);
    let (bakery, garage) = (app.company("Bageriet").await, app.company("Garagen").await);
    let silent = app.proposal(&mia, &bakery).await;
    app.running_placement(&ali, &garage).await;
    app.clock().set(app.placement(silent).await.answer_by + Duration::hours(1));
    let sofie = app.signed_in(bakery.consultant).await;

    sofie.get("/desk/placements").await.shows("2 praktikker").shows("Mia").shows("Ali");
    sofie.get("/desk/placements?only=late").await.shows("1 praktik").shows("Mia").hides(">Ali<");
    sofie.get("/desk/placements?status=running").await.shows("Ali").hides(">Mia<");
    sofie.get("/desk/placements?only=no-outcome&page=7").await.shows("Ingen praktikker passer");
    app.signed_in(mia.account).await.get("/desk/placements").await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_placement_gets_another_mentor_and_those_it_concerns_are_told() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    app.mentor_signs_in(bakery.mentor, "Hanne", "hanne@firma.example").await;
    let bo = app.mentor(Some(bakery.id), "Bo Lund", 1).await;
    app.mentor_signs_in(bo, "Bo Lund", "bo@firma.example").await;
    let id = app.running_placement(&mia, &bakery).await;
    let path = placements::path(id);
    let change = format!("{path}/mentor");
    let it = app.signed_in(bakery.member).await;

    it.get(&path).await.shows("Få en anden mentor");
    it.get(&change).await.shows("Bo Lund").hides("Hanne Krogh</option>");
    it.post(&change, [("mentor", "")]).await.refused("Vælg en af mulighederne");
    let chosen = bo.to_string();
    let form = [("mentor", chosen.as_str())];
    for _ in 0..2 {
        it.post_and_follow(&change, form).await.shows("Mentoren er skiftet");
    }
    let her = app.signed_in(mia.account).await;
    her.get(&path).await.shows("Bo Lund").hides("Hanne Krogh").shows("Ny mentor");
    her.get(&format!("{path}/checklist/daily_contact")).await.shows("Det siger jeg ja til");
    assert!(app.newest_mail_to("mia@example.dk").await.text.contains("Bo Lund"));
    let old = app.newest_mail_to("hanne@firma.example").await;
    assert!(old.text.contains("En anden er nu mentor"), "{}", old.text);
    assert_eq!(app.newest_mail_to("bo@firma.example").await.link(), path);

    let noah = app.young_person("Noah").await;
    let other = placements::path(app.running_placement(&noah, &bakery).await);
    it.post(&format!("{other}/mentor"), form).await.refused("så mange unge, som der er plads til");
}
