//! Two presses at the same moment: one button pressed twice makes one thing, and two people lose nothing.

use omvendt::domain::{HostAnswer, PlacementKind};
use omvendt::entities::{account, company, match_event, mentor, place, young_person, youth_group};
use omvendt::features::match_events;
use omvendt::web::AppError;
use sea_orm::{ActiveModelTrait, EntityTrait, PaginatorTrait, Set};

use crate::support::{Browser, Seen, TestApp};

/// Some more of the same at once, because a race is only sometimes lost.
const ROUNDS: usize = 4;

type Form = Vec<(String, String)>;

fn pairs(form: &Form) -> Vec<(&str, &str)> {
    form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

fn form(pairs: &[(&str, &str)]) -> Form {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

async fn twice(browser: &Browser, path: &str, form: &Form) -> [Seen; 2] {
    let (form, other) = (pairs(form), pairs(form));
    let (one, two) = tokio::join!(browser.post(path, form), browser.post(path, other));
    one.has_status(303);
    two.has_status(303);
    [one, two]
}

macro_rules! count {
    ($app:ident, $table:ident) => {
        $table::Entity::find().count(&$app.state.db.read).await.expect("a count")
    };
}

#[tokio::test(flavor = "multi_thread")]
async fn a_button_pressed_twice_at_once_makes_one_of_each() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bager Buhl").await;
    app.young_person("Mia").await;
    let leader = app.sofie().await.to_string();
    let group = app.group("Torsdagsholdet").await.to_string();
    let (karen, sofie) =
        (app.signed_in(bakery.member).await, app.signed_in(bakery.consultant).await);
    for round in 0..ROUNDS {
        let name = format!("Nummer {round}");
        let new = [("name", &*name), ("called", "Ib"), ("phone", "12345678"), ("at_once", "1")];
        let before = count!(app, mentor);
        twice(&karen, "/company/mentors", &form(&new)).await;
        assert_eq!(count!(app, mentor), before + 1);
        twice(&sofie, "/desk/mentors", &form(&new)).await;
        assert_eq!(count!(app, mentor), before + 2);

        let tasks = [
            ("kind", "training"),
            ("number", "2"),
            ("tasks", &*name),
            ("hours_from", "5.00"),
            ("hours_to", "10:30"),
            ("mentor", ""),
        ];
        let before = count!(app, place);
        twice(&karen, "/company/places", &form(&tasks)).await;
        assert_eq!(count!(app, place), before + 1);

        let event = [
            ("day", "2026-11-18"),
            ("from", "13:00"),
            ("until", "15:00"),
            ("venue", &*name),
            ("address", "Kajen 1, Nørrevig"),
        ];
        let before = count!(app, match_event);
        let [one, two] = twice(&sofie, "/desk/events/new", &form(&event)).await;
        assert_eq!(one.location, two.location);
        assert_eq!(count!(app, match_event), before + 1);

        let of_six = [("name", &*name), ("leader", &*leader), ("meets", "tirsdag")];
        let before = count!(app, youth_group);
        let [one, two] = twice(&sofie, "/desk/groups", &form(&of_six)).await;
        assert_eq!(one.location, two.location);
        assert_eq!(count!(app, youth_group), before + 1);

        let new = [("name", &*name), ("contact_name", "Åse")];
        let before = count!(app, company);
        twice(&sofie, "/desk/companies/new", &form(&new)).await;
        assert_eq!(count!(app, company), before + 1);

        let person = [
            ("name", &*name),
            ("phone", "12345601"),
            ("language", "da"),
            ("group", &*group),
            ("consultant", &*leader),
            ("purpose", "clarification"),
            ("goal", "Finde ud af det"),
            ("target_group", "activity_ready"),
        ];
        let before = count!(app, young_person);
        twice(&sofie, "/desk/young-people/new", &form(&person)).await;
        assert_eq!(count!(app, young_person), before + 1);
    }
}

/// The form with this field otherwise.
fn with(form: &Form, name: &str, value: &str) -> Form {
    let rest = form.iter().filter(|(field, _)| field != name).cloned();
    rest.chain([(name.to_owned(), value.to_owned())]).collect()
}

/// Two who saved at once: one is through, and the other reads the first's words and has their own still.
fn one_is_told<'a>(
    seen: &'a [Seen; 2],
    theirs: [&str; 2],
    field: &str,
    typed: [&str; 2],
) -> &'a Seen {
    let late = seen.iter().position(|answer| answer.status == 422).expect("one of them is told");
    assert_eq!(seen[1 - late].status, 303, "{}", seen[1 - late].text());
    seen[late].refused("En anden har rettet imens").shows(theirs[1 - late]);
    let kept = seen[late].form();
    assert!(kept.contains(&(field.to_owned(), typed[late].to_owned())), "{kept:?}");
    &seen[late]
}

#[tokio::test(flavor = "multi_thread")]
async fn two_consultants_on_the_phone_with_one_company_do_not_overwrite_each_other() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageriet"]).await;
    let bakery = &event.companies[0];
    let sofie = app.signed_in(app.sofie().await).await;
    let mads = app.signed_in(app.consultant("Mads").await).await;
    let rung = format!("{}/companies/{}/places", event.desk, bakery.id);
    let field = format!("place-{}", bakery.place);
    for (three, five) in [("3", "5"), ("4", "6"), ("7", "8")] {
        let (first, second) = (sofie.get(&rung).await.form(), mads.get(&rung).await.form());
        let (first, second) = (with(&first, &field, three), with(&second, &field, five));
        let (one, two) =
            tokio::join!(sofie.post(&rung, pairs(&first)), mads.post(&rung, pairs(&second)));
        let seen = [one, two];
        let late = one_is_told(&seen, [three, five], &field, [three, five]);
        mads.post(&rung, pairs(&late.form())).await.has_status(303);
        mads.post(&rung, pairs(&late.form())).await.has_status(303);
    }

    let page = app.signed_in(bakery.account).await.get(&event.company_page).await;
    let places = format!("{}/places", event.company_page);
    let mine = with(&page.form(), &field, "2");
    let said = with(&sofie.get(&rung).await.form(), &field, "9");
    sofie.post(&rung, pairs(&said)).await.has_status(303);
    let karen = app.signed_in(bakery.account).await;
    let refused = karen.post(&places, pairs(&mine)).await;
    refused.refused("En anden har rettet imens").shows("9");
    assert_eq!(refused.value(&field), "2");
    karen.post(&places, pairs(&with(&refused.form(), &field, "2"))).await.has_status(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn nor_what_they_wrote_about_being_host() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageriet"]).await;
    let bakery = &event.companies[0];
    app.hold(&event).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let mads = app.signed_in(app.consultant("Mads").await).await;
    let rung = format!("{}/companies/{}/host-answers", event.desk, bakery.id);
    let (first, second) = (sofie.get(&rung).await.form(), mads.get(&rung).await.form());
    let (yes, no) = ("can_host", "not_now");
    let (first, second) =
        (with(&first, "host-clarification", yes), with(&second, "host-clarification", no));
    let (one, two) =
        tokio::join!(sofie.post(&rung, pairs(&first)), mads.post(&rung, pairs(&second)));
    let seen = [one, two];
    let late = seen.iter().position(|answer| answer.status == 422).expect("one of them is told");
    seen[late].refused("En anden har rettet imens");
    let kept = if seen[0].status == 303 { HostAnswer::CanHost } else { HostAnswer::NotNow };
    let answers = match_events::host_answers(&app.state.db.read, event.id).await.expect("answers");
    assert_eq!(answers[&bakery.id][&PlacementKind::Clarification], kept);

    let page = app.signed_in(bakery.account).await.get(&event.company_page).await;
    let mine = with(&page.form(), "host-clarification", "talk_first");
    let karen = app.signed_in(bakery.account).await;
    let host = format!("{}/host-answers", event.company_page);
    karen.post(&host, pairs(&mine)).await.has_status(303);
    mads.post(&rung, pairs(&with(&second, "host-clarification", no)))
        .await
        .refused("En anden har rettet imens");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_given_to_two_at_once_is_refused_beside_its_field() {
    let app = TestApp::spawn().await;
    let (mia, amir) = (app.young_person("Mia").await, app.young_person("Amir").await);
    let sofie = app.signed_in(app.sofie().await).await;
    for round in 0..ROUNDS {
        let email = format!("ny{round}@example.dk");
        let page =
            |person: &crate::support::YoungPerson| format!("/desk/young-people/{}/edit", person.id);
        let (hers, his) = (page(&mia), page(&amir));
        let first = with(&sofie.get(&hers).await.form(), "email", &email);
        let second = with(&sofie.get(&his).await.form(), "email", &email);
        let (one, two) =
            tokio::join!(sofie.post(&hers, pairs(&first)), sofie.post(&his, pairs(&second)));
        let mut status = [one.status, two.status];
        status.sort_unstable();
        assert_eq!(status, [303, 422]);
        let late = if one.status == 422 { one } else { two };
        late.refused("Der er allerede nogen med den e-mail");
        assert_eq!(late.value("email"), email);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_database_refuses_is_logged_without_the_values() {
    let app = TestApp::spawn().await;
    let (mia, amir) = (app.young_person("Mia").await, app.young_person("Amir").await);
    let txn = app.state.write().await.expect("a transaction");
    let row = account::ActiveModel {
        id: Set(amir.account),
        email_folded: Set(Some(mia.email.clone())),
        ..Default::default()
    };
    let refused = row.update(&txn).await.expect_err("the address is Mia's");
    let logged = format!("{:?}", AppError::from(refused));
    assert!(logged.starts_with("database: refused with"), "{logged}");
    assert!(!logged.contains(&mia.email), "{logged}");
}
