use omvendt::domain::PlacementKind;
use omvendt::features::event_days;

use crate::support::event_day::afternoon;

#[tokio::test(flavor = "multi_thread")]
async fn everybody_gets_a_table_in_each_round_and_the_plan_says_how_good_it_is() {
    let day = afternoon().await;
    day.tables("3", "2").await.refused("Der er ingen runder i drejebogen");
    day.planned().await;
    let page = day.sofie.get(&day.path("tables")).await;
    page.shows("2 ud af 2 møder så mange virksomheder som lovet")
        .shows("Ingen plan kan være bedre")
        .shows("Mia")
        .shows("Bord 3");

    let phone = day.app.signed_in(day.mia.account).await;
    let page = phone.get(&format!("{}/day", day.event.page)).await;
    page.shows("Du sidder ved bord").shows("Bageriet").shows("Børnehuset").hides("Ali");
    let company = day.app.signed_in(day.event.companies[0].account).await;
    let page = company.get(&format!("{}/day", day.event.company_page)).await;
    page.shows("I sidder ved bord 1").hides("Mia").hides("Ali");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_promise_that_cannot_be_kept_names_who_lacks_what_and_why() {
    let day = afternoon().await;
    day.usual_run_sheet().await;
    day.tables("5", "2").await.has_status(303);
    let page = day.sofie.get(&day.path("tables")).await;
    page.shows("0 ud af 2 møder så mange virksomheder som lovet")
        .shows("Mia møder 2 færre end lovet: der er ikke flere virksomheder at møde.");
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_that_make_no_plan_are_refused_and_stay_as_typed() {
    let day = afternoon().await;
    day.usual_run_sheet().await;
    let refused = day.tables("mange", "13").await;
    refused.refused("Skriv et helt tal fra 1 til 32.").shows("Skriv et helt tal fra 1 til 12.");
    assert_eq!(refused.value("promise"), "mange");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_that_leaves_is_planned_around_and_what_changed_is_shown() {
    let day = afternoon().await;
    day.planned().await;
    day.come().await;
    day.presses("begin").await;
    day.goes_on_to("Runde 1").await;
    let tables = day.path("tables");
    let away = format!("away {}", day.event.companies[2].id);
    let page = day.sofie.post_and_follow(&tables, [("press", away.as_str())]).await;
    page.shows("Gået fra runde 2");
    let phone = day.app.signed_in(day.ali.account).await;
    let mine = phone.get(&format!("{}/day", day.event.page)).await;
    let rounds = mine.text();
    let list = rounds.split("Din dag").nth(1).expect("the list of the day");
    let list = list.split("Dine noter").next().expect("the list ends");
    let coming = list.split("Runde 2").nth(1).expect("what is left of it");
    assert!(!coming.contains("Børnehuset"), "{list}");

    let back = format!("back {}", day.event.companies[2].id);
    let page = day.sofie.post_and_follow(&tables, [("press", back.as_str())]).await;
    page.hides("Gået fra runde");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_goes_home_leaves_their_tables_and_the_rounds_held_stand() {
    let day = afternoon().await;
    day.planned().await;
    day.come().await;
    day.presses("begin").await;
    day.goes_on_to("Runde 1").await;
    let needs = format!("{}/people/{}/needs", day.event.desk, day.ali.id);
    let page = day.sofie.get(&needs).await;
    page.shows("Bliver hele dagen");
    day.sofie.post(&needs, [("until", "1")]).await.redirects_to(&day.path("tables"));
    let phone = day.app.signed_in(day.ali.account).await;
    let mine = phone.get(&format!("{}/day", day.event.page)).await;
    mine.shows("Runde 1: Du sidder ved bord").shows("Runde 2: Du er ikke med i denne runde");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_young_person_says_what_they_need_and_the_tables_keep_to_it() {
    let day = afternoon().await;
    day.planned().await;
    let phone = day.app.signed_in(day.mia.account).await;
    let page = format!("{}/day", day.event.page);
    let needs = format!("{page}/needs");
    let said = phone.post_and_follow(&needs, [("pauses", "yes"), ("not_alone", "yes")]).await;
    said.shows("Tak. Vi husker det").shows("Du har pause");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_on_the_way_keeps_their_tables_while_others_arrive() {
    let day = afternoon().await;
    day.planned().await;
    day.app.clock().set(day.event.starts_at);
    day.presses("begin").await;
    let here = format!("{}/{}", day.path("check-in"), day.mia.id);
    day.sofie.post(&here, []).await.has_status(303);
    let phone = day.app.signed_in(day.mia.account).await;
    let needs = format!("{}/day/needs", day.event.page);
    phone.post(&needs, [("pauses", "yes")]).await.has_status(303);
    let ali = day.app.signed_in(day.ali.account).await;
    ali.get(&format!("{}/day", day.event.page)).await.shows("Runde 1: Du sidder ved bord");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_left_out_is_met_by_nobody_and_planned_for_nobody() {
    let day = afternoon().await;
    day.planned().await;
    day.come().await;
    day.presses("begin").await;
    day.goes_on_to("Virksomhederne fortæller").await;
    day.presses("skip").await;
    day.goes_on_to("Runde 2").await;
    let db = &day.app.state.db.read;
    let event = omvendt::features::match_events::store::event(db, day.event.id).await.unwrap();
    assert_eq!(event_days::met(db, event, day.mia.id).await.unwrap().len(), 1);
    let page = day.tables("3", "2").await;
    page.has_status(303);
    day.sofie.get(&day.path("tables")).await.shows("2 ud af 2 møder så mange");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_or_goes_after_the_plan_is_seen_by_whoever_runs_the_day() {
    let day = afternoon().await;
    day.planned().await;
    let changed = "Bordplanen passer ikke længere";
    day.sofie.get(&day.path("day")).await.hides(changed);
    let company = day.app.signed_in(day.event.companies[0].account).await;
    let answer = format!("{}/attendance", day.event.page);
    company.post(&answer, [("answer", "no")]).await.has_status(303);
    day.sofie.get(&day.path("day")).await.shows(changed);
    day.tables("2", "2").await.has_status(303);
    day.sofie.get(&day.path("tables")).await.hides(changed);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_suits_few_companies_meets_the_others_too_but_none_that_asks_for_what_they_lack() {
    let day = afternoon().await;
    day.app.with_purpose(day.mia.id, PlacementKind::Training).await;
    day.app.requires(&day.event.companies[0], "licence", "kørekort").await;
    day.planned().await;
    let plan = day.sofie.get(&day.path("tables")).await;
    plan.shows("Mia møder 1 færre end lovet").shows("der er ikke virksomheder nok, som passer");
    let phone = day.app.signed_in(day.mia.account).await;
    let page = phone.get(&format!("{}/day", day.event.page)).await;
    page.shows(", Værkstedet").shows(", Børnehuset").hides(", Bageriet");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_not_come_when_the_rounds_begin_is_seen_by_whoever_runs_the_day() {
    let day = afternoon().await;
    day.planned().await;
    let outdated = "Bordplanen passer ikke længere";
    let here = format!("{}/{}", day.path("check-in"), day.mia.id);
    day.sofie.post(&here, []).await.has_status(303);
    day.presses("begin").await;
    day.sofie.get(&day.path("day")).await.hides(outdated);
    day.goes_on_to("Runde 1").await;
    day.sofie.get(&day.path("day")).await.shows(outdated);
    day.tables("3", "2").await.has_status(303);
    day.sofie.get(&day.path("day")).await.hides(outdated);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_that_is_taken_in_again_is_planned_at_once() {
    let day = afternoon().await;
    day.planned().await;
    day.come().await;
    day.presses("begin").await;
    day.goes_on_to("Runde 1").await;
    for _ in 0..4 {
        day.presses("skip").await;
    }
    day.tables("3", "2").await.has_status(303);
    day.sofie.get(&day.path("tables")).await.shows("0 ud af 2 møder så mange");
    let sheet = day.path("run-sheet");
    let step = day.sofie.get(&sheet).await.address_of("button[value^='restore ']", "value");
    day.sofie.post(&sheet, [("press", step.as_str())]).await.redirects_to(&sheet);
    day.sofie.get(&day.path("tables")).await.shows("2 ud af 2 møder så mange");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_leaves_before_they_come() {
    let day = afternoon().await;
    day.usual_run_sheet().await;
    let needs = format!("{}/people/{}/needs", day.event.desk, day.mia.id);
    let page = day.sofie.post(&needs, [("from", "3"), ("until", "1")]).await;
    page.refused("Den, der går før runde 2, kan ikke komme til runde 4.");
    assert!(page.form().contains(&("from".to_owned(), "3".to_owned())));
    day.sofie.post(&needs, [("from", "1"), ("until", "3")]).await.has_status(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_say_what_planning_came_to() {
    let day = afternoon().await;
    let needs = format!("{}/people/{}/needs", day.event.desk, day.mia.id);
    let page = day.sofie.post_and_follow(&needs, [("not_alone", "yes")]).await;
    page.shows("Det er gemt.").hides("bordplanen er lavet om");
    day.sofie.post(&needs, []).await.has_status(303);
    day.planned().await;
    day.sofie.get(&day.path("tables")).await.shows("Bordplanen er lavet.");
    let tables = day.path("tables");
    let wanted = [("promise", "3"), ("seats", "2"), ("groups", "free")];
    day.sofie.post_and_follow(&tables, wanted).await.shows("Ingen skal flytte sig");
    let away = format!("away {}", day.event.companies[2].id);
    let page = day.sofie.post_and_follow(&tables, [("press", away.as_str())]).await;
    page.shows("Det er noteret, og bordplanen er lavet om.");

    day.come().await;
    day.presses("begin").await;
    day.goes_on_to("Dagen er slut").await;
    let back = format!("back {}", day.event.companies[2].id);
    let page = day.sofie.post_and_follow(&tables, [("press", back.as_str())]).await;
    page.shows("Det er noteret.").hides("lavet om").hides("Bordplanen er lavet");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_wishes_that_somebody_has_stated_are_counted() {
    let day = afternoon().await;
    day.app.with_purpose(day.ali.id, PlacementKind::Training).await;
    day.planned().await;
    day.sofie.get(&day.path("tables")).await.hides("af ønskerne");
    let phone = day.app.signed_in(day.mia.account).await;
    let wish = format!("{}/favourites/{}", day.event.page, day.event.companies[1].id);
    phone.post(&wish, [("marked", "yes")]).await.has_status(303);
    day.tables("3", "2").await.has_status(303);
    day.sofie.get(&day.path("tables")).await.shows("100 % af ønskerne bliver til et møde");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_came_without_being_invited_is_named_with_the_way_to_the_day() {
    let day = afternoon().await;
    day.planned().await;
    let noah = day.app.young_person("Noah").await;
    let id = noah.id.to_string();
    let list = day.path("check-in");
    let page = day.sofie.post_and_follow(&list, [("young_person", id.as_str())]).await;
    page.shows("Noah er tjekket ind. Se dagen");
    let seen = day.sofie.get(&page.address_below(&day.path("day"))).await;
    seen.shows("Bordplanen passer ikke længere");
    day.tables("3", "2").await.has_status(303);
    day.sofie.get(&day.path("day")).await.hides("Bordplanen passer ikke længere");
    day.sofie.get(&format!("{list}?came={}", day.mia.id)).await.hides("er tjekket ind");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_that_has_left_reads_a_kind_word_and_no_guests() {
    let day = afternoon().await;
    day.planned().await;
    day.come().await;
    day.presses("begin").await;
    day.goes_on_to("Runde 1").await;
    let gone = &day.event.companies[2];
    let away = format!("away {}", gone.id);
    day.sofie.post(&day.path("tables"), [("press", away.as_str())]).await.has_status(303);
    let company = day.app.signed_in(gone.account).await;
    let page = format!("{}/day", day.event.company_page);
    company.get(&page).await.shows("Runde 2: I er gået").hides("I er gået Tak");
    day.presses("next").await;
    let seen = company.get(&page).await;
    seen.hides("I sidder ved bord");
    let now = seen.value_of("#day-now");
    assert!(now.contains("Tak, fordi I var med.") && !now.contains("fri runde"), "{now}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_that_leaves_has_its_table_until_its_last_round_is_over() {
    let day = afternoon().await;
    day.planned().await;
    day.come().await;
    day.presses("begin").await;
    day.goes_on_to("Runde 6").await;
    let gone = &day.event.companies[2];
    let away = format!("away {}", gone.id);
    day.sofie.post(&day.path("tables"), [("press", away.as_str())]).await.has_status(303);
    let company = day.app.signed_in(gone.account).await;
    let page = format!("{}/day", day.event.company_page);
    company.get(&page).await.shows("I sidder ved bord");
    day.goes_on_to("Pause").await;
    company.get(&page).await.hides("I sidder ved bord");
}
