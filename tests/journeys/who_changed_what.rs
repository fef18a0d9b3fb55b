//! Nobody changes an event, a group or a company without a colleague being able to see it.

use omvendt::entities::youth_group;
use sea_orm::EntityTrait;

use crate::support::{Browser, TestApp};

async fn changes(browser: &Browser, page: &str, field: &str, value: &str) {
    let mut form = browser.get(page).await.form();
    form.retain(|(name, _)| name != field);
    form.push((field.to_owned(), value.to_owned()));
    let form: Vec<(&str, &str)> = form.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    browser.post(page, form).await.has_status(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_tells_who_moved_it_and_reordered_it() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageriet", "Garagen"]).await;
    let mads = app.signed_in(app.consultant("Mads").await).await;
    mads.get(&event.desk).await.hides("Hvad er ændret?");
    changes(&mads, &format!("{}/edit", event.desk), "venue", "Hallen").await;
    changes(&mads, &format!("{}/edit", event.desk), "ranking_day", "2026-10-09").await;
    let up = format!("up {}", event.companies[1].id);
    let numbers = [0, 1].map(|at: usize| format!("number-{}", event.companies[at].id));
    let order = [(numbers[0].as_str(), "1"), (numbers[1].as_str(), "2"), ("move", &*up)];
    mads.post(&format!("{}/order", event.desk), order).await.has_status(303);

    let page = app.signed_in(app.sofie().await).await.get(&event.desk).await;
    page.shows("Hvad er ændret?").shows("Sted Fra „Kajen“ til „Hallen“");
    page.shows("Fra „8. oktober 2026 12:00“ til „9. oktober 2026 12:00“");
    page.shows("Fra „Bageriet, Garagen“ til „Garagen, Bageriet“").shows("Mads");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_tells_who_gave_it_another_leader() {
    let app = TestApp::spawn().await;
    app.young_person("Mia").await;
    let mads = app.consultant("Mads").await;
    let group =
        youth_group::Entity::find().one(&app.state.db.read).await.unwrap().expect("a group");
    let page = format!("/desk/groups/{}", group.id);
    let sofie = app.signed_in(app.sofie().await).await;
    changes(&sofie, &page, "leader", &mads.to_string()).await;
    sofie.get(&page).await.shows("Leder Fra „Sofie“ til „Mads“");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_tells_what_its_own_people_and_consultants_changed() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bageriet").await;
    let desk = format!("/desk/companies/{}", bakery.id);
    let karen = app.signed_in(bakery.member).await;
    changes(&karen, "/company/places/headcount", "ordinary_employees", "21").await;
    changes(&karen, "/company/profile", "noise", "Meget stille").await;
    let sofie = app.signed_in(app.sofie().await).await;
    changes(&sofie, &format!("{desk}/edit"), "stage", "left").await;

    let page = sofie.get(&desk).await;
    page.shows("Ordinært ansatte Fra „20“ til „21“").shows("Fra „Radio“ til „Meget stille“");
    page.shows("Karen fra Bageriet").shows("Status Fra „").shows("Sofie");
    karen.get("/company").await.hides("Hvad er ændret?");
}
