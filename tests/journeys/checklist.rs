use omvendt::domain::PlacementStatus;
use omvendt::domain::checklist::Item;
use omvendt::features::{checklists, placements};

use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn each_side_says_yes_item_by_item_and_is_led_to_the_next() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.agreed_placement(&mia, &bakery).await;
    let list = checklists::path(id);
    let (her, it) = (app.signed_in(mia.account).await, app.signed_in(bakery.member).await);

    her.get(&list).await.shows("0 af 25 punkter").shows("Det mangler, før praktikken kan starte");
    let item = checklists::item_path(id, Item::HouseRules);
    let first = her.post(&format!("{item}/confirmation"), [("revision", "1")]).await;
    first.redirects_to(&checklists::item_path(id, Item::SickOrLate));
    it.get(&item).await.shows("Mia: ja 1. oktober").shows("Det siger jeg ja til");
    it.post(&format!("{item}/confirmation"), [("revision", "1")]).await.has_status(303);
    it.post(&format!("{item}/confirmation"), [("revision", "1")]).await.has_status(303);
    her.get(&list).await.shows("1 af 25 punkter");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_opens_that_item_again_and_no_other() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.agreed_placement(&mia, &bakery).await;
    app.align(id, &mia, &bakery).await;
    let (her, it) = (app.signed_in(mia.account).await, app.signed_in(bakery.member).await);
    let item = checklists::item_path(id, Item::HouseRules);

    her.get(&checklists::path(id)).await.shows("24 af 25 punkter");
    it.post_and_follow(&item, [("revision", "1"), ("text", "Vi spiser kl. 9")])
        .await
        .shows("du har sagt ja til den");
    her.get(&checklists::path(id)).await.shows("23 af 25 punkter").shows("Vi spiser kl. 9");
    assert_eq!(app.newest_mail_to(&mia.email).await.link(), checklists::path(id));
    her.post(&format!("{item}/confirmation"), [("revision", "1")])
        .await
        .refused("Teksten er blevet ændret");
    her.post(&format!("{item}/confirmation"), [("revision", "2")]).await.has_status(303);
    her.get(&checklists::path(id)).await.shows("24 af 25 punkter");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_write_at_once_the_second_sees_both_texts() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.agreed_placement(&mia, &bakery).await;
    let (her, it) = (app.signed_in(mia.account).await, app.signed_in(bakery.member).await);
    let item = checklists::item_path(id, Item::SickOrLate);

    let hers = [("revision", "1"), ("text", "Jeg skriver en sms")];
    her.post(&item, hers).await.redirects_to(&item);
    her.post(&item, hers).await.redirects_to(&item);
    let refused = it.post(&item, [("revision", "1"), ("text", "Ring før kl. 8")]).await;
    refused.refused("Teksten er blevet ændret").shows("Jeg skriver en sms");
    assert_eq!(refused.value("text").trim(), "Ring før kl. 8");
    assert_eq!(refused.value("revision"), "2");
    it.post(&item, [("revision", "2"), ("text", "Sms eller ring før kl. 8")]).await.has_status(303);
    her.get(&item).await.shows("Sms eller ring før kl. 8");
}

#[tokio::test(flavor = "multi_thread")]
async fn young_person_and_consultant_confirm_side_by_side_on_one_phone() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.agreed_placement(&mia, &bakery).await;
    let sofie = app.signed_in(bakery.consultant).await;
    let item = checklists::item_path(id, Item::WhatIsTold);

    sofie.get(&item).await.shows("Mia og jeg siger begge ja");
    let both = [("revision", "1"), ("party", "young_person"), ("party", "consultant")];
    sofie.post(&format!("{item}/confirmation"), both).await.has_status(303);
    sofie.get(&item).await.shows("Mia: ja 1. oktober, sammen").shows("Konsulenten: ja 1. oktober");

    let safety = checklists::item_path(id, Item::Safety);
    sofie.get(&safety).await.shows("Mia siger ja her sammen med mig");
    let hers = [("revision", "1"), ("party", "young_person")];
    sofie.post(&format!("{safety}/confirmation"), hers).await.has_status(303);
    sofie.get(&safety).await.shows("Mia: ja 1. oktober, sammen").hides("Mia siger ja her");
    let it = app.signed_in(bakery.member).await;
    it.get(&safety).await.shows("Det er gennemgået").hides("Det siger jeg ja til");

    let company = checklists::item_path(id, Item::HouseRules);
    let for_them = [("revision", "1"), ("party", "company")];
    sofie.post(&format!("{company}/confirmation"), for_them).await.refused("skal du ikke svare");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_between_young_person_and_municipality_the_company_does_not_read() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.agreed_placement(&mia, &bakery).await;
    let her = app.signed_in(mia.account).await;
    let item = checklists::item_path(id, Item::WhatIsTold);
    let private = [("revision", "1"), ("text", "Kun Hanne må vide, at jeg går til læge")];
    her.get(&item).await.shows("Kun du og konsulenten kan læse det her");
    her.post(&item, private).await.redirects_to(&item);

    let it = app.signed_in(bakery.member).await;
    it.get(&item).await.not_found();
    for page in [checklists::path(id), format!("{}/print", checklists::path(id))] {
        it.get(&page).await.has_status(200).hides("går til læge");
        her.get(&page).await.shows("går til læge");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_item_is_set_aside_with_a_reason_unless_the_start_needs_it() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.agreed_placement(&mia, &bakery).await;
    let it = app.signed_in(bakery.member).await;
    let trade = format!("{}/irrelevance", checklists::item_path(id, Item::MeetTheTrade));
    let safety = format!("{}/irrelevance", checklists::item_path(id, Item::Safety));

    it.post(&trade, [("revision", "1")]).await.refused("Skriv kort hvorfor");
    let why = [("revision", "1"), ("reason", "Her er ingen med faget")];
    it.post_and_follow(&trade, why).await.shows("Ikke relevant: Her er ingen med faget");
    it.post(&safety, why).await.refused("altid være på plads før start");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ratio_only_warns_and_the_colleagues_are_always_heard() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    app.headcount(bakery.id, 6, 3).await;
    let id = app.agreed_placement(&mia, &bakery).await;
    let sofie = app.signed_in(bakery.consultant).await;
    let ratio = checklists::item_path(id, Item::Ratio);
    let voice = checklists::item_path(id, Item::Voice);

    sofie.get(&ratio).await.shows("Med 6 ansatte må der være 1, så det er 3 for mange");
    sofie.post(&format!("{ratio}/confirmation"), [("revision", "1")]).await.has_status(303);
    sofie.get(&voice).await.shows("Skriv, hvem der er hørt").hides("/irrelevance");
    let aside = [("revision", "1"), ("reason", "Ingen tid")];
    sofie.post(&format!("{voice}/irrelevance"), aside).await.refused("altid høres");
    sofie.post(&format!("{voice}/confirmation"), [("revision", "1")]).await.refused("skal du ikke");

    app.headcount(bakery.id, 1, 0).await;
    sofie.post(&format!("{voice}/irrelevance"), aside).await.has_status(303);
    let blockers = checklists::blockers(&app.state.db.read, &app.placement(id).await).await;
    assert!(!blockers.expect("a list").contains(&Item::Voice));
}

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

#[tokio::test(flavor = "multi_thread")]
async fn notes_are_written_beside_an_item_and_open_nothing() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.agreed_placement(&mia, &bakery).await;
    app.align(id, &mia, &bakery).await;
    let her = app.signed_in(mia.account).await;
    let item = checklists::item_path(id, Item::FirstDay);

    her.post(&format!("{item}/notes"), [("words", "")]).await.refused("Skriv noget");
    let words = [("words", "Bussen går kl. 6.40")];
    her.post_and_follow(&format!("{item}/notes"), words).await.shows("Bussen går kl. 6.40");
    her.post(&format!("{item}/notes"), words).await.has_status(303);
    assert_eq!(her.get(&item).await.text().matches("6.40").count(), 1);
    her.get(&checklists::path(id)).await.shows("24 af 25 punkter");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_opens_with_the_second_yes_and_closes_with_the_end() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.proposal(&mia, &bakery).await;
    let her = app.signed_in(mia.account).await;
    her.get(&checklists::path(id)).await.not_found();

    let ali = app.young_person("Ali").await;
    let garage = app.company("Garagen").await;
    let ended = app.running_placement(&ali, &garage).await;
    let sofie = app.signed_in(garage.consultant).await;
    let early = [("kind", "early"), ("day", "2026-10-01"), ("reason", "got_job")];
    sofie.post(&format!("{}/end", placements::path(ended)), early).await.has_status(303);
    let item = checklists::item_path(ended, Item::HouseRules);
    sofie.get(&item).await.has_status(200).hides("<textarea");
    sofie
        .post_and_follow(&format!("{item}/notes"), [("words", "For sent")])
        .await
        .shows("kan ikke ændres mere");
}
