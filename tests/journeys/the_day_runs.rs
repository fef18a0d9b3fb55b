use chrono::Duration;
use omvendt::features::event_days;

use crate::support::{Browser, MatchEvent, TestApp, YoungPerson};

/// An event with three companies and two young people who have said yes, an hour before it begins.
struct Afternoon {
    app: TestApp,
    event: MatchEvent,
    mia: YoungPerson,
    ali: YoungPerson,
    sofie: Browser,
}

async fn afternoon() -> Afternoon {
    let app = TestApp::spawn().await;
    let (mia, ali) = (app.young_person("Mia").await, app.young_person("Ali").await);
    let event = app.match_event(["Bageriet", "Værkstedet", "Børnehuset"]).await;
    app.invite(&event, &[&mia, &ali]).await;
    app.clock().set(event.starts_at - Duration::hours(1));
    for person in [&mia, &ali] {
        let phone = app.signed_in(person.account).await;
        let answer = format!("{}/attendance", event.page);
        phone.post(&answer, [("answer", "yes")]).await.has_status(303);
    }
    let sofie = app.signed_in(app.sofie().await).await;
    Afternoon { app, event, mia, ali, sofie }
}

impl Afternoon {
    fn path(&self, page: &str) -> String {
        format!("{}/{page}", self.event.desk)
    }

    async fn usual_run_sheet(&self) {
        let sheet = self.path("run-sheet");
        self.sofie.post(&sheet, [("press", "usual")]).await.redirects_to(&sheet);
    }

    async fn tables(&self, promise: &str, seats: &str) -> crate::support::Seen {
        let wanted = [("promise", promise), ("seats", seats), ("groups", "free")];
        self.sofie.post(&self.path("tables"), wanted).await
    }

    async fn planned(&self) {
        self.usual_run_sheet().await;
        self.tables("3", "2").await.redirects_to(&self.path("tables"));
    }

    /// Presses a button of the facilitator's as it stands on their page now.
    async fn presses(&self, button: &str) {
        let day = self.path("day");
        let seen = self.sofie.get(&day).await.value("seen");
        let pressed = self.sofie.post(&day, [("press", button), ("seen", &seen)]).await;
        pressed.redirects_to(&day);
    }

    /// Presses "next" until the page of the day says so.
    async fn goes_on_to(&self, step: &str) {
        for _ in 0..20 {
            let now = self.sofie.get(&self.path("day")).await.value_of("#day-now h2");
            if now == step {
                return;
            }
            self.presses("next").await;
        }
        panic!("the day never comes to {step}");
    }

    async fn come(&self) {
        for person in [&self.mia, &self.ali] {
            let here = format!("{}/{}", self.path("check-in"), person.id);
            self.sofie.post(&here, []).await.has_status(303);
        }
    }
}

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
    assert_eq!(begun["spread"], 10);
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
async fn when_the_day_is_over_the_companies_are_asked_before_they_leave() {
    let day = afternoon().await;
    day.usual_run_sheet().await;
    let page = day.path("day");
    let begin = [("press", "next"), ("seen", "1")];
    day.sofie.post(&page, begin).await.refused("Dagen er ikke begyndt");
    day.presses("begin").await;
    day.presses("skip").await;
    day.sofie.get(&page).await.shows("Springes over");
    day.goes_on_to("Dagen er slut").await;
    day.sofie.get(&page).await.shows("Afslut oplæggene");
    let phone = day.app.signed_in(day.mia.account).await;
    let mine = phone.get(&format!("{}/day", day.event.page)).await;
    mine.shows("Du behøver ikke vælge lige nu");
    let company = day.app.signed_in(day.event.companies[0].account).await;
    let theirs = company.get(&format!("{}/day", day.event.company_page)).await;
    theirs.shows("Sig, om I kan tage imod");
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
async fn who_came_is_thanked_once_and_says_how_it_was_without_a_name() {
    let day = afternoon().await;
    day.planned().await;
    let phone = day.app.signed_in(day.mia.account).await;
    let feedback = format!("{}/feedback", day.event.page);
    let good = [("how", "5"), ("clear", "partly"), ("again", "yes"), ("words", "Sjov dag")];
    phone.post(&feedback, good).await.refused("Du kan svare, når mødet er begyndt");
    day.app.clock().set(day.event.starts_at);
    day.come().await;
    day.presses("begin").await;
    day.goes_on_to("Dagen er slut").await;
    day.app.run_due().await;
    assert_eq!(thanks(&day, &day.mia.email).await, 0, "the day may be taken up again");
    day.app.clock().set(day.event.starts_at + Duration::minutes(30));
    day.app.run_due().await;
    day.app.run_due().await;
    for address in [&day.mia.email, &day.event.companies[0].email] {
        assert_eq!(thanks(&day, address).await, 1, "{address}");
    }

    let refused = phone.post(&feedback, [("how", "6"), ("words", "Sjov dag")]).await;
    refused.refused("Vælg en af mulighederne").shows("Sjov dag");
    phone.post_and_follow(&feedback, good).await.shows("Tak for dit svar.");
    phone.post_and_follow(&feedback, good).await.shows("Tak for dit svar.");
    let company = day.app.signed_in(day.event.companies[0].account).await;
    let theirs = format!("{}/feedback", day.event.company_page);
    company.post(&theirs, [("how", "3"), ("clear", "yes"), ("again", "no")]).await.has_status(303);

    let figures = day.sofie.get(&day.path("day/figures")).await;
    figures
        .shows("Hvad de unge sagde Ét svar")
        .shows("Sjov dag")
        .shows("3 virksomheder")
        .hides("Mia");
    figures.shows("Hvad virksomhederne sagde");
}

async fn thanks(day: &Afternoon, address: &str) -> usize {
    let mails = day.app.mails_to(address).await;
    mails.iter().filter(|letter| letter.subject == "Tak for i dag").count()
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
    let changed = "Nogen er kommet eller gået";
    day.sofie.get(&day.path("day")).await.hides(changed);
    let company = day.app.signed_in(day.event.companies[0].account).await;
    let answer = format!("{}/attendance", day.event.page);
    company.post(&answer, [("answer", "no")]).await.has_status(303);
    day.sofie.get(&day.path("day")).await.shows(changed);
    day.tables("2", "2").await.has_status(303);
    day.sofie.get(&day.path("tables")).await.hides(changed);
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
