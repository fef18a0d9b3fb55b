use chrono::Duration;

use crate::support::{PASSWORD, TestApp};

/// The address in the first square of a sheet, as the app makes it.
async fn card(app: &TestApp) -> String {
    use omvendt::entities::sign_in_card;
    use omvendt::features::accounts::card;
    use sea_orm::EntityTrait;
    let row = sign_in_card::Entity::find().one(&app.state.db.read).await.unwrap().expect("a card");
    card::path(&card::token(&app.state.settings, row.id))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_printed_card_opens_its_event_only_until_the_day_after_or_until_it_is_closed() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let event = app.match_event(["Bageriet"]).await;
    app.invite(&event, &[&mia]).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let cards = format!("{}/people/cards", event.desk);
    sofie.get(&cards).await.shows("Lav ét kort");
    sofie.post(&cards, []).await.redirects_to(&cards);
    sofie.post(&cards, []).await.redirects_to(&cards);
    sofie.get(&cards).await.shows("Mia").hides("Lav ét kort");

    let card = card(&app).await;
    let phone = app.browser();
    phone.get(&card).await.shows("Tryk på knappen");
    phone.get(&event.page).await.redirects_below("/sign-in");
    phone.post(&card, []).await.redirects_to(&event.page);
    phone.get(&event.page).await.shows("Bageriet");
    phone.get("/me").await.redirects_to(&event.page);

    sofie
        .post(&format!("{}/people/{}/card-revocation", event.desk, mia.id), [])
        .await
        .redirects_to(&cards);
    phone.get(&event.page).await.redirects_below("/sign-in");
    phone.get(&card).await.shows("Kortet virker ikke mere");
    phone.post(&card, []).await.redirects_to(&card);

    sofie.post(&cards, []).await.redirects_to(&cards);
    app.clock().set(event.ends_at + Duration::days(2));
    phone.get(&card).await.shows("Kortet virker ikke mere");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_on_a_staff_phone_checks_in_and_signs_nobody_in() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let event = app.match_event(["Bageriet"]).await;
    app.invite(&event, &[&mia]).await;
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.post(&format!("{}/people/cards", event.desk), []).await.has_status(303);
    let card = card(&app).await;
    app.clock().set(event.starts_at);

    let sofie = app.signed_in(app.sofie().await).await;
    sofie.post(&card, []).await.redirects_to(&card);
    let door = sofie.get(&card).await;
    let press = door.shows("Er her").address_below(&format!("{}/check-in/", event.desk));
    let list = format!("{}/check-in", event.desk);
    sofie.post(&press, []).await.redirects_to(&list);
    sofie.post(&press, []).await.redirects_to(&list);
    sofie.get(&card).await.shows("Kom onsdag den 7. oktober kl. 13");
    sofie.get(&list).await.shows("1 er kommet");
    sofie.post(&format!("{press}/undo"), []).await.redirects_to(&list);
    sofie.get(&list).await.shows("0 er kommet");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_on_a_phone_the_staff_signed_out_of_signs_nobody_in_either() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let event = app.match_event(["Bageriet"]).await;
    app.invite(&event, &[&mia]).await;
    let sofie = app.sofie().await;
    let phone = app.signed_in(sofie).await;
    phone.post(&format!("{}/people/cards", event.desk), []).await.has_status(303);
    let card = card(&app).await;
    let way_in = format!("/sign-in/password?back={}", card.replace('/', "%2F"));

    phone.post("/sign-out", []).await.has_status(303);
    phone.get(&card).await.redirects_to(&way_in);
    phone.post(&card, []).await.redirects_to(&card);
    phone.get(&event.page).await.redirects_below("/sign-in");

    let typed = [("email", "sofie@example.dk"), ("password", PASSWORD), ("back", &*card)];
    let half = app.browser();
    half.post("/sign-in/password", typed).await.redirects_to("/sign-in/second-factor");
    half.get(&card).await.redirects_to(&way_in);
    half.post(&card, []).await.redirects_to(&card);
    half.get(&event.page).await.redirects_below("/sign-in");
    let code = app.app_code("sofie@example.dk");
    half.post("/sign-in/second-factor", [("code", &*code)]).await.redirects_to(&card);
    half.get(&card).await.shows("Mia").hides("Tryk på knappen");

    let own = app.signed_in(mia.account).await;
    own.post("/sign-out", []).await.has_status(303);
    own.get(&card).await.shows("Tryk på knappen");
    own.post(&card, []).await.redirects_to(&event.page);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_tells_a_consultant_without_a_second_factor_no_name() {
    use omvendt::entities::account;
    use sea_orm::{ActiveModelTrait, Set};
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let event = app.match_event(["Bageriet"]).await;
    app.invite(&event, &[&mia]).await;
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.post(&format!("{}/people/cards", event.desk), []).await.has_status(303);
    let card = card(&app).await;

    let mads = app.consultant("Mads").await;
    let row =
        account::ActiveModel { id: Set(mads), totp_confirmed_at: Set(None), ..Default::default() };
    let txn = app.state.write().await.unwrap();
    row.update(&txn).await.unwrap();
    txn.commit().await.unwrap();
    let mads = app.signed_in(mads).await;
    mads.get(&card).await.redirects_to("/account/second-factor").hides("Mia");
    mads.post(&card, []).await.redirects_to(&card);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_of_the_programme_can_come_without_an_invitation() {
    let app = TestApp::spawn().await;
    let noah = app.young_person("Noah").await;
    let event = app.match_event(["Bageriet"]).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let list = format!("{}/check-in", event.desk);
    let id = noah.id.to_string();
    sofie.post(&list, [("young_person", id.as_str())]).await.refused("Det er ikke dagen endnu");

    app.clock().set(event.starts_at);
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.get(&format!("{list}?q=noa")).await.shows("Kom uden invitation?").shows("Noah");
    let said = format!("{list}?came={id}");
    sofie.post(&list, [("young_person", id.as_str())]).await.redirects_to(&said);
    sofie.post(&list, [("young_person", id.as_str())]).await.redirects_to(&said);
    sofie.get(&said).await.shows("Noah er tjekket ind.").hides("Se dagen");
    sofie.get(&list).await.shows("1 er kommet");
    app.signed_in(noah.account).await.get(&event.page).await.shows("Du kommer");
    sofie.post(&list, [("young_person", "x")]).await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn printed_cards_come_six_to_a_sheet() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageriet"]).await;
    let mut people = Vec::new();
    for name in ["Mia", "Noah", "Sara", "Ali", "Emma", "Ida", "Bo"] {
        people.push(app.young_person(name).await);
    }
    app.invite(&event, &people.iter().collect::<Vec<_>>()).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let cards = format!("{}/people/cards", event.desk);
    sofie.post(&cards, []).await.redirects_to(&cards);

    let page = sofie.get(&cards).await;
    let sheets: Vec<&str> = page.html.split("class=\"printed-sheet\"").skip(1).collect();
    let on = |sheet: &&str| sheet.matches("class=\"printed-card\"").count();
    assert_eq!(sheets.iter().map(on).collect::<Vec<_>>(), [6, 1]);
}
