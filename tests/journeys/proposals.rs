use chrono::Duration;
use omvendt::domain::{CallKind, Party, PlacementStatus};
use omvendt::features::placements;

use crate::support::TestApp;

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

    let asked = it.get(&format!("{path}/refusal")).await;
    asked.shows("Det er i orden at sige nej").hides("ringer til jer");
    it.post_and_follow(&format!("{path}/refusal"), [("why", "Vi er for få lige nu")])
        .await
        .shows("Det blev ikke til noget denne gang")
        .hides("Mia");

    her.get(&path).await.shows("Virksomheden kunne ikke denne gang").hides("for få lige nu");
    assert!(app.newest_mail_to(&mia.email).await.text.contains("Det er ikke din skyld"));
    let calls = app.open_calls(CallKind::ProposalDeclined).await;
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0].words, "Virksomheden sagde nej. Vi er for få lige nu");
    her.post(&format!("{path}/acceptance"), []).await.refused("Der er allerede sagt nej");

    let noah = app.young_person("Noah").await;
    let path = placements::path(app.proposal(&noah, &bakery).await);
    let his = app.signed_in(noah.account).await;
    his.post(&format!("{path}/refusal"), []).await.has_status(303);
    let letter = app.newest_mail_to(&bakery.email).await;
    assert!(letter.text.contains("Et forslag, I er med i"), "{}", letter.text);
    assert!(letter.text.contains("I behøver ikke gøre noget"), "{}", letter.text);
    assert!(!letter.text.contains("din skyld"), "{}", letter.text);
    let calls = app.open_calls(CallKind::ProposalDeclined).await;
    assert!(calls.iter().any(|call| call.words == "Den unge sagde nej."));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wants_to_talk_first_is_rung_and_may_still_say_yes() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.proposal(&mia, &bakery).await;
    let path = placements::path(id);
    let her = app.signed_in(mia.account).await;

    her.post_and_follow(&format!("{path}/talk"), []).await.shows("Sofie ringer");
    assert_eq!(app.open_calls(CallKind::TalkFirst).await.len(), 1);
    her.post_and_follow(&format!("{path}/acceptance"), []).await.shows("Du har sagt ja");
    assert!(app.open_calls(CallKind::TalkFirst).await.is_empty());
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
    let calls = app.open_calls(CallKind::NoProposalAnswer).await;
    assert_eq!(calls.len(), 1);
    assert_eq!((calls[0].young_person_id, calls[0].company_id), (Some(mia.id), None));
    assert_eq!(app.placement(id).await.status, PlacementStatus::Proposed);

    let her = app.signed_in(mia.account).await;
    her.get(&path).await.shows("Dit svar tæller stadig");
    her.post_and_follow(&format!("{path}/acceptance"), []).await.shows("Praktikken er aftalt");
    assert!(app.open_calls(CallKind::NoProposalAnswer).await.is_empty());
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
        app.open_calls(CallKind::Tell).await.into_iter().map(|call| call.words).collect();
    assert_eq!(told, ["my-people"], "who has said yes knows of the proposal");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_settled_is_not_asked_again() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let path = placements::path(app.proposal(&mia, &bakery).await);
    let her = app.signed_in(mia.account).await;
    her.get(&path).await.shows("Jeg vil gerne tale først");
    her.post_and_follow(&format!("{path}/talk"), []).await.hides("Jeg vil gerne tale først");

    her.post(&format!("{path}/acceptance"), []).await.has_status(303);
    let it = app.signed_in(bakery.member).await;
    it.post(&format!("{path}/acceptance"), []).await.has_status(303);
    let refusal = her.get(&format!("{path}/refusal")).await;
    refusal.redirects_to(&path);
    her.get(&path).await.shows("I har begge sagt ja");

    let noah = app.young_person("Noah").await;
    let path = placements::path(app.proposal(&noah, &bakery).await);
    it.post(&format!("{path}/refusal"), []).await.has_status(303);
    let his = app.signed_in(noah.account).await.get(&path).await;
    his.shows("Dem kan du ringe til S Sofie Konsulent i kommunen Ring 12 34 56 78 Det er der sket");
}
