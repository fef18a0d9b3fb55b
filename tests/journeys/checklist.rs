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
