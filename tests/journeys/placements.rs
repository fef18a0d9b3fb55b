use chrono::Duration;
use omvendt::domain::{CallKind, Party, PlacementStatus};
use omvendt::entities::call;
use omvendt::features::placements;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::support::TestApp;

async fn open_calls(app: &TestApp, kind: CallKind) -> Vec<call::Model> {
    app.run_due().await;
    call::Entity::find()
        .filter(call::Column::Kind.eq(kind))
        .filter(call::Column::DoneAt.is_null())
        .all(&app.state.db.read)
        .await
        .expect("a look-up")
}

#[tokio::test(flavor = "multi_thread")]
async fn two_yeses_and_the_placement_is_agreed_and_only_the_young_person_is_mailed_whom_to_ring() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.proposal(&mia, &bakery).await;
    let path = placements::path(id);
    let (her, it) = (app.signed_in(mia.account).await, app.signed_in(bakery.member).await);

    assert_eq!(app.newest_mail_to(&mia.email).await.link(), path);
    her.get(&path).await.shows("Vil du i praktik hos Bageriet?").shows("12 34 31 02");
    her.post_and_follow(&format!("{path}/acceptance"), []).await.shows("Du har sagt ja");
    it.get(&path).await.shows("Vil I have Mia i praktik?");
    it.post_and_follow(&format!("{path}/acceptance"), []).await.shows("Praktikken er aftalt");

    assert_eq!(app.placement(id).await.status, PlacementStatus::Agreed);
    her.get(&path).await.shows("I har begge sagt ja").shows("0 af 25 punkter");
    let to_her = app.newest_mail_to(&mia.email).await;
    assert!(to_her.text.contains("Hanne Krogh") && to_her.text.contains("12 34 31 02"));
    let to_them = app.newest_mail_to(&bakery.email).await;
    assert!(!to_them.text.contains("Mia") && !to_them.text.contains("12 34"), "{}", to_them.text);
    assert!(!to_her.text.contains("Bageriet"), "{}", to_her.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn pressing_yes_twice_writes_to_nobody_twice() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.agreed_placement(&mia, &bakery).await;
    let before = app.all_mail().await.len();

    let her = app.signed_in(mia.account).await;
    her.post_and_follow(&format!("{}/acceptance", placements::path(id)), [])
        .await
        .shows("I har begge sagt ja");
    assert_eq!(app.all_mail().await.len(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_say_yes_at_once_agree_and_lose_nothing() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.proposal(&mia, &bakery).await;
    let yes = format!("{}/acceptance", placements::path(id));
    let (her, it) = (app.signed_in(mia.account).await, app.signed_in(bakery.member).await);

    let (first, second) = tokio::join!(her.post(&yes, []), it.post(&yes, []));
    first.has_status(303);
    second.has_status(303);
    assert_eq!(app.placement(id).await.status, PlacementStatus::Agreed);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_no_is_met_kindly_and_has_the_consultant_ring() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.proposal(&mia, &bakery).await;
    let path = placements::path(id);
    let (her, it) = (app.signed_in(mia.account).await, app.signed_in(bakery.member).await);

    it.get(&format!("{path}/refusal")).await.shows("Det er i orden at sige nej");
    it.post_and_follow(&format!("{path}/refusal"), [("why", "Vi er for få lige nu")])
        .await
        .shows("Det blev ikke til noget denne gang")
        .hides("Mia");

    her.get(&path).await.shows("Virksomheden kunne ikke denne gang").hides("for få lige nu");
    assert!(app.newest_mail_to(&mia.email).await.text.contains("Det er ikke din skyld"));
    let calls = open_calls(&app, CallKind::ProposalDeclined).await;
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0].words, "Vi er for få lige nu");
    her.post(&format!("{path}/acceptance"), []).await.refused("Der er allerede sagt nej");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wants_to_talk_first_is_rung_and_may_still_say_yes() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.proposal(&mia, &bakery).await;
    let path = placements::path(id);
    let her = app.signed_in(mia.account).await;

    her.post_and_follow(&format!("{path}/talk"), []).await.shows("Sofie ringer");
    assert_eq!(open_calls(&app, CallKind::TalkFirst).await.len(), 1);
    her.post_and_follow(&format!("{path}/acceptance"), []).await.shows("Du har sagt ja");
    assert!(open_calls(&app, CallKind::TalkFirst).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn silence_is_reminded_once_then_a_call_and_a_late_yes_counts_while_the_place_is_free() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.proposal(&mia, &bakery).await;
    let path = placements::path(id);
    let it = app.signed_in(bakery.member).await;
    it.post(&format!("{path}/acceptance"), []).await.has_status(303);

    app.clock().set(app.placement(id).await.answer_by - Duration::days(1));
    let mails = app.mails_to(&mia.email).await;
    assert_eq!(mails.last().expect("a reminder").subject, "Husk at svare");
    assert_eq!(app.mails_to(&mia.email).await.len(), mails.len());

    app.clock().set(app.placement(id).await.answer_by + Duration::hours(1));
    let calls = open_calls(&app, CallKind::NoProposalAnswer).await;
    assert_eq!(calls.len(), 1);
    assert_eq!((calls[0].young_person_id, calls[0].company_id), (Some(mia.id), None));
    assert_eq!(app.placement(id).await.status, PlacementStatus::Proposed);

    let her = app.signed_in(mia.account).await;
    her.get(&path).await.shows("Dit svar tæller stadig");
    her.post_and_follow(&format!("{path}/acceptance"), []).await.shows("Praktikken er aftalt");
    assert!(open_calls(&app, CallKind::NoProposalAnswer).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_late_yes_to_a_place_that_is_gone_is_told_so() {
    let app = TestApp::spawn().await;
    let (mia, ali) = (app.young_person("Mia").await, app.young_person("Ali").await);
    let bakery = app.company("Bageriet").await;
    let id = app.proposal(&mia, &bakery).await;
    app.proposal(&ali, &bakery).await;

    app.clock().set(app.placement(id).await.answer_by + Duration::hours(1));
    let her = app.signed_in(mia.account).await;
    her.post(&format!("{}/acceptance", placements::path(id)), [])
        .await
        .refused("Pladsen er ikke ledig mere");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_consultant_writes_an_answer_down_for_somebody_beside_them() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.proposal(&mia, &bakery).await;
    let path = placements::path(id);
    let sofie = app.signed_in(bakery.consultant).await;

    sofie.get(&path).await.shows("Mia har ikke svaret endnu").shows("Svar sammen med Mia");
    sofie
        .post_and_follow(&format!("{path}/acceptance"), [("party", "young_person")])
        .await
        .shows("Mia: Ja");
    sofie.post(&format!("{path}/acceptance"), [("party", "consultant")]).await.not_found();
    assert_eq!(app.placement(id).await.status, PlacementStatus::Proposed);
}

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
    her.post(&disclosures, [("item", "goal"), ("act", "give")]).await.redirects_to(&path);
    her.post(&disclosures, [("item", "care_needs"), ("act", "give")]).await.refused("Skriv noget");
    her.post(&disclosures, [("item", "care_needs"), ("act", "give"), ("words", words)])
        .await
        .redirects_to(&path);
    it.get(&path).await.shows("Finde ud af, om jeg vil være bager").shows(words);

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
async fn days_stay_within_what_the_law_allows_unless_an_extension_is_said_aloud() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.agreed_placement(&mia, &bakery).await;
    let dates = format!("{}/dates", placements::path(id));
    let sofie = app.signed_in(bakery.consultant).await;
    let long = [("starts_on", "2026-10-05"), ("ends_on", "2027-01-31")];

    sofie.post(&dates, long).await.refused("Loven tillader den til og med søndag den 3. januar");
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
    assert_eq!(open_calls(&app, CallKind::EndedEarly).await.len(), 1);

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
async fn a_proposal_taken_back_is_told_to_both_and_frees_the_place() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.proposal(&mia, &bakery).await;
    let path = placements::path(id);
    let sofie = app.signed_in(bakery.consultant).await;

    sofie.post(&format!("{path}/withdrawal"), [("why", "")]).await.refused("Skriv noget");
    sofie.post(&format!("{path}/withdrawal"), [("why", "Mia flytter")]).await.redirects_to(&path);
    for address in [&mia.email, &bakery.email] {
        assert_eq!(app.newest_mail_to(address).await.subject, "Et forslag er trukket tilbage");
    }
    let held = placements::holding_places(&app.state.db.read, [bakery.id]).await;
    assert!(held.expect("a look-up").is_empty());
    let her = app.signed_in(mia.account).await;
    her.post(&format!("{path}/acceptance"), []).await.refused("Pladsen er ikke ledig mere");
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
async fn a_young_person_without_email_is_rung_instead() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    app.without_email(mia.account).await;
    let id = app.proposal(&mia, &bakery).await;
    let txn = app.state.write().await.expect("a transaction");
    for (party, by) in [(Party::Company, bakery.member), (Party::YoungPerson, mia.account)] {
        let yes = placements::accept(&txn, &app.state, id, party, by).await;
        yes.expect("a database").expect("a yes");
    }
    txn.commit().await.expect("a commit");
    let told: Vec<String> =
        open_calls(&app, CallKind::Tell).await.into_iter().map(|call| call.words).collect();
    assert_eq!(told, ["proposal", "my-people"]);
}
