use omvendt::domain::{CallKind, HostAnswer};

use crate::support::{MatchEvent, TestApp, YoungPerson};

/// Mia and Noah both want the bakery most, which has one place; Sara wants the bakery only. The garage takes one.
struct Story {
    app: TestApp,
    event: MatchEvent,
    mia: YoungPerson,
    noah: YoungPerson,
    sara: YoungPerson,
    page: String,
}

async fn story() -> Story {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri", "Garage"]).await;
    let mia = app.young_person("Mia").await;
    let noah = app.young_person("Noah").await;
    let sara = app.young_person("Sara").await;
    app.invite(&event, &[&mia, &noah, &sara]).await;
    let [bakery, garage] = [&event.companies[0], &event.companies[1]];
    app.ranks(&event, &mia, &[&[bakery.id]]).await;
    app.ranks(&event, &noah, &[&[bakery.id], &[garage.id]]).await;
    app.hold_until_ranking_closes(&event).await;
    for company in [bakery, garage] {
        app.company_hosts(&event, company, HostAnswer::CanHost).await;
    }
    let page = format!("{}/match", event.desk);
    Story { app, event, mia, noah, sara, page }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_consultant_runs_the_match_sees_why_and_publishes_it_once() {
    let Story { app, event, mia, noah, sara, page } = story().await;
    let sofie = app.signed_in(app.sofie().await).await;
    let jonas = app.signed_in(app.consultant("Jonas").await).await;

    sofie.get(&page).await.shows("Med i matchen (2)").shows("Sara").shows("Har ikke gemt en liste");
    let answer = sofie.post(&page, [("objective", "greedy_generous")]).await;
    answer.redirects_below(&format!("{page}/"));
    let run = answer.location.clone();
    let id = app.run_match(&event).await;
    let again = format!("{page}/{id}");
    sofie.get(&again).await.shows("Fik sit første valg ud af 1").shows("Fik valg nummer 2 ud af 2");

    let publication = format!("{again}/publication");
    sofie
        .get(&publication)
        .await
        .shows("2 unge får en mail")
        .shows("2 virksomheder med match")
        .shows("Det hemmelige tal");
    assert!(app.outcomes(&event).await.is_empty(), "nothing happens before the button");
    app.browser().get(&format!("/draw/{}", event.id)).await.shows("vises her, når svaret er ude");

    let (first, second) = tokio::join!(sofie.post(&publication, []), jonas.post(&publication, []));
    first.redirects_to(&again);
    second.redirects_to(&again);
    sofie
        .post(&format!("{run}/publication"), [])
        .await
        .refused("Et andet svar er allerede udgivet");
    assert_eq!(app.outcomes(&event).await.len(), 2);
    for person in [&mia, &noah] {
        assert_eq!(app.placements_of(person).await.len(), 1);
        let letters = app.mails_to(&person.email).await;
        let told = letters.iter().filter(|letter| letter.subject == "Der er svar til dig");
        assert_eq!(told.count(), 1);
    }
    assert!(app.placements_of(&sara).await.is_empty());

    let result = format!("{}/result", event.page);
    let mine = app.signed_in(mia.account).await;
    mine.get(&result)
        .await
        .shows("Du har fået en plads hos Bageri")
        .shows("Det var dit første valg");
    let his = app.signed_in(noah.account).await;
    his.get(&result)
        .await
        .shows("Du har fået en plads hos Garage")
        .shows("var der ikke plads til alle")
        .hides("Mia");
    app.browser().get(&format!("/draw/{}", event.id)).await.shows("Hemmeligt tal:");
    let company = app.signed_in(event.companies[0].account).await;
    company
        .get(&format!("/company/events/{}/result", event.id))
        .await
        .shows("Én ung har valgt jer")
        .shows("Mia")
        .hides("Noah");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_is_repeated_bit_for_bit_and_never_ranks_people() {
    let Story { app, event, page, .. } = story().await;
    let sofie = app.signed_in(app.sofie().await).await;
    let id = app.run_match(&event).await;
    let run = app.stored_run(id).await;
    for text in [&run.instance, run.solution.as_ref().expect("a solution")] {
        assert!(!text.contains("priorit"), "{text}");
    }
    let answer = sofie.post_and_follow(&format!("{page}/{id}/repetition"), []).await;
    assert!(answer.html.contains("resultatet er det samme, tegn for tegn"), "{}", answer.text());
    sofie.get(&format!("{page}/{id}/instance.json")).await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_no_place_is_rung_before_they_can_read_it() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let (mia, noah) = (app.young_person("Mia").await, app.young_person("Noah").await);
    app.invite(&event, &[&mia, &noah]).await;
    let bakery = &event.companies[0];
    app.ranks(&event, &mia, &[&[bakery.id]]).await;
    app.ranks(&event, &noah, &[&[bakery.id]]).await;
    app.hold_until_ranking_closes(&event).await;
    app.company_hosts(&event, bakery, HostAnswer::TalkFirst).await;
    let id = app.run_match(&event).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let run = format!("{}/match/{id}", event.desk);
    sofie.get(&run).await.shows("Lodtrækningen valgte denne").shows("Ring først: Sofie");
    sofie.post(&format!("{run}/publication"), []).await.redirects_to(&run);

    let outcomes = app.outcomes(&event).await;
    let unplaced =
        outcomes.iter().find(|outcome| outcome.place_id.is_none()).expect("one unplaced");
    let (person, placed) =
        if unplaced.young_person_id == mia.id { (mia, noah) } else { (noah, mia) };
    let proposal = app.placements_of(&placed).await;
    assert!(proposal[0].talk_first);
    let browser = app.signed_in(person.account).await;
    let result = format!("{}/result", event.page);
    browser.get(&result).await.shows("Sofie ringer til dig om dit svar").hides("trukket lod");
    assert!(
        app.mails_to(&person.email).await.iter().all(|letter| !letter.subject.contains("svar"))
    );

    let calls = app.calls_about(&person).await;
    let call = calls.iter().find(|call| call.kind == CallKind::Unplaced).expect("a call");
    let ticked = format!("/desk/calls/{}/conversation", call.id);
    sofie.post(&ticked, [("note", "Ringet")]).await.has_status(303);
    browser
        .get(&result)
        .await
        .shows("Denne gang fandt vi ikke en plads til dig")
        .shows("så der blev trukket lod")
        .hides(&placed.email);
    let letters = app.mails_to(&person.email).await;
    assert!(letters.iter().any(|letter| letter.subject == "Nu kan du læse dit svar"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_adjustment_has_a_reason_and_a_run_from_before_it_cannot_be_published() {
    let Story { app, event, noah, page, .. } = story().await;
    let sofie = app.signed_in(app.sofie().await).await;
    let before = app.run_match(&event).await;
    let bakery = &event.companies[0];
    let (noah_id, place) = (noah.id.to_string(), bakery.place.to_string());
    let form = |reason| {
        [
            ("person", noah_id.as_str()),
            ("kind", "forbid"),
            ("place", place.as_str()),
            ("reason", reason),
        ]
    };
    let adjustments = format!("{}/adjustments", event.desk);
    sofie.post(&adjustments, form("")).await.refused("Skriv hvorfor");
    sofie.post(&adjustments, form("Har arbejdet der før")).await.redirects_to(&page);
    sofie.get(&page).await.shows("Har arbejdet der før").shows("Sofie");

    sofie
        .post(&format!("{page}/{before}/publication"), [])
        .await
        .refused("Noget har ændret sig")
        .shows("Krav eller rettelser for Noah er ændret");
    assert!(app.outcomes(&event).await.is_empty());

    let after = app.run_match(&event).await;
    sofie.post(&format!("{page}/{after}/publication"), []).await.redirects_below(&page);
    let his = app.signed_in(noah.account).await;
    his.get(&format!("{}/result", event.page))
        .await
        .shows("Din kontakt fortæller dig hvorfor")
        .hides("Har arbejdet der før");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pin_must_be_to_a_company_they_chose_themselves() {
    let Story { app, event, mia, .. } = story().await;
    let sofie = app.signed_in(app.sofie().await).await;
    let (person, place) = (mia.id.to_string(), event.companies[1].place.to_string());
    let form = [("person", &*person), ("kind", "pin"), ("place", &*place), ("reason", "Vil gerne")];
    sofie
        .post(&format!("{}/adjustments", event.desk), form)
        .await
        .refused("Ingen får en plads, de ikke selv har valgt");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_no_the_best_result_that_moves_nobody_is_shown_and_then_done() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri", "Garage"]).await;
    let (mia, noah) = (app.young_person("Mia").await, app.young_person("Noah").await);
    app.invite(&event, &[&mia, &noah]).await;
    let [bakery, garage] = [&event.companies[0], &event.companies[1]];
    app.ranks(&event, &mia, &[&[bakery.id]]).await;
    app.ranks(&event, &noah, &[&[bakery.id]]).await;
    app.hold_until_ranking_closes(&event).await;
    for company in [bakery, garage] {
        app.company_hosts(&event, company, HostAnswer::CanHost).await;
    }
    let id = app.run_match(&event).await;
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.post(&format!("{}/match/{id}/publication", event.desk), []).await.has_status(303);
    let placed_is_mia = !app.placements_of(&mia).await.is_empty();
    let (placed, waiting) = if placed_is_mia { (mia, noah) } else { (noah, mia) };
    let placement = app.proposed(&placed).await;
    let repair = format!("/desk/placements/{placement}/repair");
    sofie.get(&repair).await.shows("Pladsen står endnu");

    let theirs = app.signed_in(placed.account).await;
    theirs.post(&format!("/placements/{placement}/refusal"), [("why", "")]).await.has_status(303);
    let page = sofie.get(&repair).await;
    page.shows("får tilbudt Bageri").shows("Stadig uden plads");
    let seen = page.value("seen");
    sofie.post(&repair, [("seen", "old")]).await.refused("Noget har ændret sig");
    sofie.post(&repair, [("seen", &*seen)]).await.redirects_to(&format!("/placements/{placement}"));
    sofie.post(&repair, [("seen", &*seen)]).await.has_status(303);
    assert_eq!(app.placements_of(&waiting).await.len(), 1, "pressed twice, proposed once");
    let told = app.mails_to(&bakery.email).await;
    let told = told.iter().filter(|letter| letter.subject == "Der er nyt til jer").count();
    assert_eq!(told, 2, "the company hears of the answer and of the new proposal");
    app.signed_in(waiting.account)
        .await
        .get(&format!("{}/result", event.page))
        .await
        .shows("Du har fået en plads hos Bageri");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_yours_is_not_there() {
    let Story { app, event, mia, page, .. } = story().await;
    let id = app.run_match(&event).await;
    let stranger = app.young_person("Emma").await;
    let stranger = app.signed_in(stranger.account).await;
    stranger.get(&format!("{}/result", event.page)).await.not_found();
    stranger.get(&format!("{page}/{id}")).await.not_found();
    let other = app.event_company("Ukendt").await;
    let other = app.signed_in(other.account).await;
    other.get(&format!("/company/events/{}/result", event.id)).await.not_found();
    let own = app.signed_in(mia.account).await;
    own.get(&format!("{}/result", event.page)).await.shows("Svaret er ikke klar endnu");
}
