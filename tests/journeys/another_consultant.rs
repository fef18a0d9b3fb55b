//! A young person gets another consultant, and nothing that was open for them is left behind.

use omvendt::domain::PlacementStatus;
use omvendt::domain::checklist::Item;
use omvendt::entities::{call, follow_up};
use omvendt::features::checklists;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::support::{Browser, Seen, TestApp};

async fn moves(browser: &Browser, edit: &str, consultant: &str) -> Seen {
    let mut form = browser.get(edit).await.form();
    form.retain(|(field, _)| field != "consultant");
    form.push(("consultant".to_owned(), consultant.to_owned()));
    let form: Vec<(&str, &str)> = form.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    browser.post_and_follow(edit, form).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_open_for_a_young_person_goes_along_to_the_new_consultant() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let amir = app.young_person("Amir").await;
    let placement = app.running_placement(&mia, &bakery).await;
    app.schedule(placement).await;
    for person in [&mia, &amir] {
        app.signed_in(person.account).await.post("/me/talk", []).await.has_status(303);
    }
    let (sofie, mads) = (app.sofie().await, app.consultant("Mads").await);
    let desk = app.signed_in(sofie).await;
    let edit = format!("/desk/young-people/{}/edit", mia.id);

    desk.get(&edit).await.shows("følger åbne opkald, opfølgninger og praktikker med");
    desk.get("/desk/young-people/new").await.hides("følger åbne opkald");
    let held = app.step_page(placement, "first_day").await;
    let said = [("said", "Det går godt"), ("next_step", ""), ("next_day", "")];
    desk.post(&format!("{held}/holding"), said).await.has_status(303);
    moves(&desk, &edit, &mads.to_string()).await.shows("nu hos den nye konsulent");

    let calls = call::Entity::find().all(&app.state.db.read).await.expect("calls");
    for call in calls {
        let hers = call.young_person_id == Some(mia.id);
        assert_eq!(call.owner_id, if hers { mads } else { sofie });
    }
    let follow_ups = follow_up::Entity::find()
        .filter(follow_up::Column::PlacementId.eq(placement))
        .all(&app.state.db.read)
        .await
        .expect("follow-ups");
    assert!(follow_ups.iter().any(|row| row.done_at.is_none()));
    for row in follow_ups {
        let owner = if row.done_at.is_some() { sofie } else { mads };
        assert_eq!(row.owner_id, owner, "{}", row.step);
    }
    let theirs = app.signed_in(mads).await;
    theirs.get("/desk/calls").await.shows("Mia").hides("Amir");
    theirs.get("/desk/follow-ups").await.shows("Mia");
    desk.get("/desk/follow-ups").await.hides("Mia");
    let page = theirs.get(&format!("/placements/{placement}")).await;
    page.shows("En anden konsulent tog over").shows("Mads");
    app.signed_in(mia.account).await.get("/me").await.shows("Mads");

    let letters = app.mails_to("mads@example.dk").await;
    assert_eq!(letters.len(), 1, "one message, however much it is");
    assert_eq!(letters[0].link(), format!("/desk/young-people/{}", mia.id));
    assert!(!letters[0].text.contains("Mia"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_to_ring_is_told_to_the_young_person_and_agreed_anew() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let id = app.running_placement(&mia, &bakery).await;
    let (sofie, mads) = (app.sofie().await, app.consultant("Mads").await);
    let item = checklists::item_path(id, Item::MunicipalContact);
    let sides = [app.signed_in(mia.account).await, app.signed_in(bakery.member).await];
    for side in &sides {
        side.get(&item).await.hides("Det siger jeg ja til");
    }
    let edit = format!("/desk/young-people/{}/edit", mia.id);
    moves(&app.signed_in(sofie).await, &edit, &mads.to_string()).await.shows("den unge får besked");

    for side in &sides {
        side.get(&item).await.shows("Mads").shows("Det siger jeg ja til").shows("Konsulenten: ja");
    }
    assert_eq!(app.placement(id).await.status, PlacementStatus::Running);
    let letter = app.newest_mail_to(&mia.email).await;
    assert_eq!(letter.subject, "Du har fået en ny kontakt");
    assert!(letter.text.contains("Mads (Konsulent i kommunen)"), "{}", letter.text);
    assert!(letter.text.contains("Sig ja til, hvem du nu kan ringe til"), "{}", letter.text);
    assert_eq!(letter.link(), checklists::path(id));
    let asked = app.newest_mail_to(&bakery.email).await;
    assert_eq!(asked.link(), checklists::path(id));

    let jonas = app.consultant("Jonas").await;
    app.clock().set(app.clock().now() + chrono::Duration::minutes(5));
    moves(&app.signed_in(mads).await, &edit, &jonas.to_string()).await;
    let letter = app.newest_mail_to(&mia.email).await;
    assert!(letter.text.contains("Jonas (Konsulent i kommunen)"), "{}", letter.text);
    assert_eq!(
        letter.link(),
        checklists::path(id),
        "the yes to Mads was never said and is wanted still"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_contact_without_a_placement_asks_for_no_yes() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let (sofie, mads) = (app.sofie().await, app.consultant("Mads").await);
    let edit = format!("/desk/young-people/{}/edit", mia.id);
    moves(&app.signed_in(sofie).await, &edit, &mads.to_string()).await;
    let letter = app.newest_mail_to(&mia.email).await;
    assert!(letter.text.contains("Du behøver ikke gøre noget"), "{}", letter.text);
    assert!(!letter.text.contains("Sig ja"), "{}", letter.text);
    assert_eq!(letter.link(), "/me");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_contact_without_a_placement_is_told_by_whoever_rings_when_there_is_no_address() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    app.without_email(mia.account).await;
    let (sofie, mads) = (app.sofie().await, app.consultant("Mads").await);
    let edit = format!("/desk/young-people/{}/edit", mia.id);
    moves(&app.signed_in(sofie).await, &edit, &mads.to_string()).await;
    let calls = app.calls_about(&mia).await;
    assert_eq!((calls.len(), calls[0].owner_id), (1, mads));
    let page = app.signed_in(mads).await.get(&format!("/desk/calls/{}", calls[0].id)).await;
    page.shows("Personen har fået en anden konsulent");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_colleague_has_taken_over_stays_with_the_colleague() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let (sofie, mads, jonas) =
        (app.sofie().await, app.consultant("Mads").await, app.consultant("Jonas").await);
    app.signed_in(mia.account).await.post("/me/talk", []).await.has_status(303);
    let desk = app.signed_in(sofie).await;
    let call = desk.get("/desk/calls").await.address_below("/desk/calls/");
    let to = jonas.to_string();
    desk.post(&format!("{call}/handover"), [("colleague", to.as_str())]).await.has_status(303);

    let taker = app.signed_in(mads).await;
    let edit = format!("/desk/young-people/{}/edit", mia.id);
    moves(&taker, &edit, &mads.to_string()).await.shows("nu hos den nye konsulent");
    app.signed_in(jonas).await.get("/desk/calls").await.shows("Mia");
    assert!(app.mails_to("mads@example.dk").await.is_empty(), "Mads did it and knows it");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_to_the_stand_in_goes_along_too() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let (sofie, mads, jonas) =
        (app.sofie().await, app.consultant("Mads").await, app.consultant("Jonas").await);
    app.is_away(sofie, mads, "2026-10-01", "2026-10-09").await;
    app.signed_in(mia.account).await.post("/me/talk", []).await.has_status(303);
    let edit = format!("/desk/young-people/{}/edit", mia.id);
    moves(&app.signed_in(mads).await, &edit, &jonas.to_string()).await;
    app.signed_in(jonas).await.get("/desk/calls").await.shows("Mia");
    app.signed_in(mads).await.get("/desk/calls").await.hides("Mia");
}
