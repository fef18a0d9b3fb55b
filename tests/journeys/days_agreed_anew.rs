//! Days, hours and follow-ups that are changed are agreed anew, and told once.

use omvendt::domain::PlacementStatus;
use omvendt::domain::checklist::Item;
use omvendt::features::{checklists, placements};

use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn other_days_open_the_period_again_for_the_company() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.agreed_placement(&mia, &bakery).await;
    let day = |text: &str| text.parse().expect("a day");
    app.dates(id, day("2026-10-05"), day("2026-10-30")).await;
    app.align(id, &mia, &bakery).await;
    app.dates(id, day("2026-10-06"), day("2026-10-30")).await;

    let it = app.signed_in(bakery.member).await;
    let period = checklists::item_path(id, Item::Period);
    it.get(&period)
        .await
        .shows("tirsdag den 6. oktober")
        .shows("Det siger jeg ja til")
        .shows("Konsulenten: ja");
    it.get(&checklists::path(id)).await.shows("22 af 25 punkter");
    let follow_ups = checklists::item_path(id, Item::FollowUps);
    for account in [mia.account, bakery.member] {
        let page = app.signed_in(account).await.get(&follow_ups).await;
        page.shows("tirsdag den 6. oktober Første dag").shows("Det siger jeg ja til");
        page.shows("Konsulenten: ja");
    }
    for address in [&mia.email, &bakery.email] {
        let letters = app.mails_to(address).await;
        let about = |words: &str| letters.iter().filter(|it| it.text.contains(words)).count();
        assert_eq!(about("sig ja igen"), 1, "{address}: the newest days, in one letter");
        assert_eq!(about("Et punkt, du har sagt ja til"), 0, "{address}: and in no other");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn days_set_back_to_earlier_ones_are_told_again_and_other_hours_are_not() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.agreed_placement(&mia, &bakery).await;
    let dates = format!("{}/dates", placements::path(id));
    let starts = ["2026-10-05", "2026-10-06", "2026-10-05"];
    for (told, first) in (1..).zip(starts) {
        app.clock().set(app.clock().now() + chrono::Duration::minutes(5));
        let form = [("starts_on", first), ("ends_on", "2026-10-30"), ("hours", "20")];
        let sofie = app.signed_in(bakery.consultant).await;
        sofie.post_and_follow(&dates, form).await.shows("Dagene er gemt, og begge får besked");
        let again = sofie.post_and_follow(&dates, form).await;
        again.shows("Dagene og timerne er gemt").hides("begge får besked");
        for address in [&mia.email, &bakery.email] {
            let letters = app.mails_to(address).await;
            let days = letters.iter().filter(|it| it.subject == "Der er sat dage på");
            assert_eq!(days.count(), told, "{address}");
        }
    }

    app.align(id, &mia, &bakery).await;
    let hours = [("starts_on", "2026-10-05"), ("ends_on", "2026-10-30"), ("hours", "25")];
    let sofie = app.signed_in(bakery.consultant).await;
    let page = sofie.post_and_follow(&dates, hours).await;
    page.shows("Timerne er gemt, og dagene er de samme").hides("begge får besked");
    let her = app.signed_in(mia.account).await;
    her.get(&checklists::item_path(id, Item::Hours)).await.shows("Det siger jeg ja til");
    her.get(&checklists::item_path(id, Item::FollowUps)).await.hides("Det siger jeg ja til");
}

#[tokio::test(flavor = "multi_thread")]
async fn other_days_and_other_hours_at_once_are_told_in_one_letter() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.agreed_placement(&mia, &bakery).await;
    let dates = format!("{}/dates", placements::path(id));
    let sofie = app.signed_in(bakery.consultant).await;
    let sets = async |first, hours| {
        let form = [("starts_on", first), ("ends_on", "2026-10-30"), ("hours", hours)];
        sofie.post_and_follow(&dates, form).await.shows("Dagene er gemt, og begge får besked");
    };
    sets("2026-10-05", "20").await;
    app.align(id, &mia, &bakery).await;
    let before = [app.mails_to(&mia.email).await.len(), app.mails_to(&bakery.email).await.len()];
    app.clock().set(app.clock().now() + chrono::Duration::minutes(5));
    sets("2026-10-06", "25").await;
    for ((address, account), before) in
        [(&mia.email, mia.account), (&bakery.email, bakery.member)].into_iter().zip(before)
    {
        let letters = app.mails_to(address).await;
        assert_eq!(letters.len(), before + 1, "{address}");
        assert_eq!(letters[before].subject, "Der er sat dage på");
        assert!(
            letters[before].text.contains("andre dage eller timer"),
            "{}",
            letters[before].text
        );
        let person = app.signed_in(account).await;
        person.get(&checklists::item_path(id, Item::Hours)).await.shows("Det siger jeg ja til");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_follow_up_that_is_moved_asks_again_whoever_said_yes_to_the_days() {
    let app = TestApp::spawn().await;
    let (mia, company) = (app.young_person("Mia").await, app.company("Bager Buhl").await);
    let id = app.running_placement(&mia, &company).await;
    let item = checklists::item_path(id, Item::FollowUps);
    let sofie = app.signed_in(company.consultant).await;
    let her = app.signed_in(mia.account).await;
    let says_yes = async || {
        let revision = her.get(&item).await.value("revision");
        let yes = [("revision", revision.as_str())];
        her.post(&format!("{item}/confirmation"), yes).await.has_status(303);
        her.get(&item).await.hides("Det siger jeg ja til");
    };
    her.get(&item).await.hides("Det siger jeg ja til");
    let midway = app.step_page(id, "midway").await;
    let due = app.step(id, "midway").await.due_on.to_string();
    let moving = format!("{midway}/rescheduling");
    sofie.post(&moving, [("day", due.as_str())]).await.redirects_to(&midway);
    her.get(&item).await.hides("Det siger jeg ja til");
    sofie.post(&moving, [("day", "2026-10-21")]).await.redirects_to(&midway);
    let page = her.get(&item).await;
    page.shows("onsdag den 21. oktober Midtvejs").shows("Det siger jeg ja til");
    page.shows("Konsulenten: ja");
    says_yes().await;

    let held = app.step_page(id, "first_day").await;
    let midway = app.step(id, "midway").await.id.to_string();
    let form = [("said", "Godt"), ("next_day", "2026-10-22"), ("next_is", midway.as_str())];
    for _ in 0..2 {
        sofie.post(&format!("{held}/holding"), form).await.redirects_to(&held);
    }
    her.get(&item).await.shows("torsdag den 22. oktober Midtvejs").shows("Det siger jeg ja til");
    says_yes().await;
    assert_eq!(app.placement(id).await.status, PlacementStatus::Running);
    let letters = app.mails_to(&mia.email).await;
    let asked = letters.iter().filter(|it| it.text.contains("Et punkt, du har sagt ja til"));
    assert_eq!(asked.count(), 0, "the letter about the meeting is enough");
    let moved = letters.iter().filter(|it| it.subject == "En ny dag").collect::<Vec<_>>();
    assert!(!moved.is_empty());
    for letter in moved {
        assert!(letter.text.contains("Passer dagen, så sig ja til den"), "{}", letter.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_more_asks_again_whoever_said_yes_to_the_days() {
    let app = TestApp::spawn().await;
    let (mia, company) = (app.young_person("Mia").await, app.company("Bager Buhl").await);
    let id = app.running_placement(&mia, &company).await;
    app.schedule(id).await;
    let item = checklists::item_path(id, Item::FollowUps);
    let sofie = app.signed_in(company.consultant).await;
    let her = app.signed_in(mia.account).await;
    her.get(&item).await.hides("Det siger jeg ja til");
    let held = app.step_page(id, "first_day").await;
    let extra = [("said", "Godt"), ("next_day", "2026-10-27")];
    for _ in 0..2 {
        sofie.post(&format!("{held}/holding"), extra).await.redirects_to(&held);
    }
    let page = her.get(&item).await;
    page.shows("tirsdag den 27. oktober").shows("Det siger jeg ja til").shows("Konsulenten: ja");
    for address in [&mia.email, &company.email] {
        let letters = app.mails_to(address).await;
        let asked = letters.iter().filter(|it| it.text.contains("Et punkt, du har sagt ja til"));
        assert_eq!(asked.count(), 1, "{address}: a call has no letter of its own");
    }

    let revision = page.value("revision");
    let yes = [("revision", revision.as_str())];
    her.post(&format!("{item}/confirmation"), yes).await.has_status(303);
    sofie.post(&format!("{held}/holding"), extra).await.redirects_to(&held);
    her.get(&item).await.hides("Det siger jeg ja til");
    assert_eq!(app.placement(id).await.status, PlacementStatus::Running);
}
