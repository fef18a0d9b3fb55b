use chrono::Duration;
use omvendt::domain::{AccountId, YoungPersonId};
use omvendt::entities::{account, young_person, youth_group};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};

use crate::support::{MatchEvent, TestApp, YoungPerson};

/// An hour before it begins: Mia and Ali are invited.
async fn morning() -> (TestApp, MatchEvent, YoungPerson, YoungPerson) {
    let app = TestApp::spawn().await;
    let (mia, ali) = (app.young_person("Mia").await, app.young_person("Ali").await);
    let event = app.match_event(["Bageriet"]).await;
    app.invite(&event, &[&mia, &ali]).await;
    app.clock().set(event.starts_at - Duration::hours(1));
    (app, event, mia, ali)
}

fn code_in(words: &str) -> String {
    let (_, after) = words.split_once("Din kode ved døren er ").expect("a code");
    after.chars().take_while(char::is_ascii_digit).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_says_their_code_at_the_door_and_is_checked_in() {
    let (app, event, mia, ali) = morning().await;
    let phone = app.signed_in(mia.account).await;
    let day = format!("{}/day", event.page);
    let code = code_in(&phone.get(&day).await.text());
    assert_eq!(code_in(&phone.get(&event.page).await.text()), code);
    let alis = code_in(&app.signed_in(ali.account).await.get(&day).await.text());
    assert_ne!(code, alis);

    let sofie = app.signed_in(app.sofie().await).await;
    sofie.post(&format!("{}/people/cards", event.desk), []).await.has_status(303);
    sofie.get(&format!("{}/people/cards", event.desk)).await.shows(&format!("Kode: {code}"));
    let list = format!("{}/check-in", event.desk);
    let apart = format!("{list}?q={}+{}", &code[..2], &code[2..]);
    let found = sofie.get(&apart).await;
    found.shows("Mia").hides("Ali");
    let press = found.address_below(&format!("{list}/{}", mia.id));
    sofie.post(&press, []).await.redirects_to(&list);
    sofie.get(&list).await.shows("1 er kommet");
    phone.get(&day).await.hides("Din kode ved døren");
    phone.get(&event.page).await.hides("Din kode ved døren");

    phone.get(&apart).await.not_found();
    let other = app.next_match_event(&event, ["Værkstedet"]).await;
    app.invite(&other, &[&mia]).await;
    app.clock().set(other.starts_at);
    let sofie = app.signed_in(app.sofie().await).await;
    sofie
        .get(&format!("{}/check-in?q={code}", other.desk))
        .await
        .shows("Vi fandt ingen")
        .hides("Mia");
}

async fn has_the_number(app: &TestApp, account: AccountId, phone: &str) {
    let txn = app.state.write().await.unwrap();
    account::Entity::update_many()
        .col_expr(account::Column::Phone, Expr::value(phone))
        .filter(account::Column::Id.eq(account))
        .exec(&txn)
        .await
        .unwrap();
    txn.commit().await.unwrap();
}

/// Moves somebody to a group and a consultant of their own.
async fn is_led_by(app: &TestApp, person: YoungPersonId, leader: AccountId) {
    let txn = app.state.write().await.unwrap();
    let group = youth_group::ActiveModel {
        id: Set(omvendt::entities::new_id()),
        name: Set("Fredagsholdet".into()),
        leader_id: Set(leader),
        meets: Set("fredag kl. 10".into()),
        closed_at: Set(None),
        created_at: Set(app.clock().now()),
    };
    let group = group.insert(&txn).await.unwrap();
    let person = young_person::ActiveModel {
        id: Set(person),
        group_id: Set(group.id),
        consultant_id: Set(leader),
        ..Default::default()
    };
    person.update(&txn).await.unwrap();
    txn.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_leads_a_group_rings_those_who_have_not_come_until_the_day_is_over() {
    let (app, event, mia, ali) = morning().await;
    has_the_number(&app, mia.account, "20304050").await;
    has_the_number(&app, ali.account, "60708090").await;
    let jonas = app.consultant("Jonas").await;
    has_the_number(&app, jonas, "11223344").await;
    is_led_by(&app, ali.id, jonas).await;

    let sofie = app.signed_in(app.sofie().await).await;
    let list = format!("{}/check-in", event.desk);
    let missing = format!("{list}/not-come");
    sofie.get(&list).await.shows("2 er ikke kommet endnu");
    let page = sofie.get(&missing).await;
    page.shows("Hvem mangler vi?").shows("du kan sagtens nå det endnu").shows("20 30 40 50");
    page.shows("Fredagsholdet Ali").shows("Jonas Leder af holdet").hides("60708090");
    assert_eq!(page.address_below("tel:"), "tel:20304050");
    app.signed_in(jonas).await.get(&missing).await.shows("60 70 80 90").hides("20304050");

    let answer = page.address_below(&format!("{}/people/{}", event.desk, mia.id));
    let said = [("answer", "no"), ("back", "not-come")];
    sofie.post(&answer, said).await.redirects_to(&missing);
    sofie.post(&format!("{list}/{}", ali.id), []).await.redirects_to(&list);
    let page = sofie.get(&missing).await;
    page.shows("Vi mangler ingen.").shows("Kan ikke i dag Mia Kommer alligevel").hides("Ali");
    app.signed_in(jonas).await.get(&missing).await.hides("Mia");
    let back = page.address_below(&format!("{}/people/{}", event.desk, mia.id));
    sofie.post(&back, [("answer", "yes"), ("back", "not-come")]).await.redirects_to(&missing);
    sofie.get(&missing).await.shows("Mia").hides("Kommer alligevel");
    sofie.post(&back, said).await.redirects_to(&missing);

    sofie.post(&format!("{list}/{}/undo", ali.id), []).await.redirects_to(&list);
    sofie.get(&missing).await.shows("Ali");
    app.clock().set(event.ends_at);
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.get(&missing).await.shows("Mødet er slut").hides("Ali");
    sofie.get(&list).await.hides("ikke kommet endnu");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleagues_young_person_who_cannot_come_is_not_shown_and_not_looked_up() {
    let (app, event, mia, ali) = morning().await;
    let jonas = app.consultant("Jonas").await;
    is_led_by(&app, ali.id, jonas).await;
    for person in [&mia, &ali] {
        let phone = app.signed_in(person.account).await;
        let answer = format!("{}/attendance", event.page);
        phone.post(&answer, [("answer", "no")]).await.has_status(303);
    }
    let sofie = app.sofie().await;
    let missing = format!("{}/check-in/not-come", event.desk);
    app.signed_in(sofie).await.get(&missing).await.shows("Kan ikke i dag Mia").hides("Ali");
    assert_eq!(app.looks(mia.account, sofie).await, 1);
    assert_eq!(app.looks(ali.account, sofie).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_quite_new_is_added_and_checked_in_with_one_press() {
    let (app, event, ..) = morning().await;
    let sofie = app.signed_in(app.sofie().await).await;
    let list = format!("{}/check-in", event.desk);
    let link = sofie.get(&format!("{list}?q=Amina")).await.address_below(&format!("{list}/new"));
    let door = sofie.get(&link).await;
    assert_eq!(door.value("name"), "Amina");

    let new = format!("{list}/new");
    let group = app.group("Torsdagsholdet").await.to_string();
    let who = [("name", "Amina"), ("group", group.as_str())];
    let refused = sofie.post(&new, who).await;
    refused.refused("Skriv en e-mail eller et telefonnummer").shows("Vælg en af mulighederne");
    assert_eq!(refused.value("name"), "Amina");
    assert_eq!(people_called(&app, "Amina").await, 0);

    let all = [
        ("name", "Amina"),
        ("phone", "12 34 56 78"),
        ("group", group.as_str()),
        ("purpose", "clarification"),
        ("target_group", "activity_ready"),
    ];
    let added = sofie.post_and_follow(&new, all).await;
    added.shows("Amina er tjekket ind.").shows("Skriv målet på personens side");
    sofie.post_and_follow(&new, all).await.shows("Amina er tjekket ind.");
    assert_eq!(people_called(&app, "Amina").await, 1);
    sofie.get(&list).await.shows("1 er kommet").shows("Amina");

    app.clock().set(event.starts_at - Duration::days(1));
    let sofie = app.signed_in(app.sofie().await).await;
    let early = [&[("name", "Bo")], &all[1..]].concat();
    sofie.post(&new, early).await.refused("Det er ikke dagen endnu");
    assert_eq!(people_called(&app, "Bo").await, 0);
}

async fn people_called(app: &TestApp, name: &str) -> u64 {
    account::Entity::find()
        .filter(account::Column::Name.eq(name))
        .count(&app.state.db.read)
        .await
        .unwrap()
}
