use omvendt::domain::{LookUpPurpose, YoungPersonId};
use omvendt::entities::{look_up, purpose_change, young_person};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::support::{Browser, TestApp};

const LIST: &str = "/desk/young-people";

/// Everything the form asks about Amir, who has an e-mail.
fn amir<'a>(group: &'a str, consultant: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("name", "Amir"),
        ("email", "amir@example.dk"),
        ("phone", "12345601"),
        ("language", "da"),
        ("group", group),
        ("consultant", consultant),
        ("purpose", "clarification"),
        ("goal", "Finde ud af, om jeg vil arbejde med mennesker"),
        ("target_group", "activity_ready"),
    ]
}

fn with<'a>(form: &[(&'a str, &'a str)], name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let rest = form.iter().copied().filter(|(field, _)| *field != name);
    rest.chain([(name, value)]).collect()
}

async fn a_group(sofie: &Browser, app: &TestApp) -> String {
    let consultant = app.sofie().await.to_string();
    let form = [("name", "Kajen"), ("leader", &*consultant), ("meets", "tirsdag kl. 10")];
    sofie.post("/desk/groups", form).await.redirects_below("/desk/groups/");
    app.group("Kajen").await.to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_consultant_adds_a_young_person_who_signs_in_from_the_invitation() {
    let app = TestApp::spawn().await;
    let sofie_id = app.sofie().await.to_string();
    let sofie = app.signed_in(app.sofie().await).await;
    let group = a_group(&sofie, &app).await;

    let page = sofie.post_and_follow(&format!("{LIST}/new"), amir(&group, &sofie_id)).await;
    page.shows("Personen er tilføjet").shows("Afklaring").shows("Ring 12 34 56 01").shows("Kajen");
    let letter = app.newest_mail_to("amir@example.dk").await;
    let link = letter.link();
    let amir = app.browser();
    amir.post(&link, []).await;
    amir.get("/me").await.shows("Hej Amir");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_told_and_everything_typed_is_kept() {
    let app = TestApp::spawn().await;
    let sofie_id = app.sofie().await.to_string();
    let sofie = app.signed_in(app.sofie().await).await;
    let group = a_group(&sofie, &app).await;
    let new = format!("{LIST}/new");
    let form = amir(&group, &sofie_id);

    let answer = sofie.post(&new, with(&form, "goal", "")).await;
    answer.refused("Skriv noget her");
    assert_eq!(answer.value("name"), "Amir");
    sofie.post(&new, with(&form, "email", "amir@")).await.refused("Skriv en e-mail");
    sofie.post(&new, with(&form, "phone", "123")).await.refused("Skriv et telefonnummer");
    sofie.post(&new, with(&form, "group", "somewhere")).await.refused("Vælg en af mulighederne");
    sofie.post(&new, with(&form, "purpose", "both")).await.refused("Vælg en af mulighederne");
    let unreachable = with(&with(&form, "email", ""), "phone", "");
    sofie.post(&new, unreachable).await.refused("ellers kan ingen få fat i personen");
    assert_eq!(people(&app).await, 0);

    sofie.post(&new, form.clone()).await.redirects_below(LIST);
    let another = with(&form, "goal", "Noget andet");
    sofie.post(&new, another).await.refused("Der er allerede nogen med den e-mail");
    assert_eq!(people(&app).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_without_e_mail_is_just_as_welcome() {
    let app = TestApp::spawn().await;
    let sofie_id = app.sofie().await.to_string();
    let sofie = app.signed_in(app.sofie().await).await;
    let group = a_group(&sofie, &app).await;
    let form = amir(&group, &sofie_id);

    sofie
        .post_and_follow(&format!("{LIST}/new"), with(&form, "email", ""))
        .await
        .shows("Ingen e-mail. Beskeder bliver til opkald");
    sofie.get(&format!("{LIST}?which=without-email")).await.shows("Amir");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_purpose_is_recorded_with_who_and_when() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let sofie = app.signed_in(app.sofie().await).await;
    let edit = format!("{LIST}/{}/edit", mia.id);

    let page = sofie.get(&edit).await;
    let form = filled(&page, &[("purpose", "training"), ("goal", "Blive hurtigere til at bage")]);
    let form: Vec<(&str, &str)> = form.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    sofie
        .post_and_follow(&edit, &form)
        .await
        .shows("Oplysningerne er gemt")
        .shows("Træning")
        .shows("Blive hurtigere til at bage");
    let changes = purpose_change::Entity::find().all(&app.state.db.read).await.expect("changes");
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].changed_by, app.sofie().await);

    let late = with(&form, "goal", "Noget andet");
    sofie.post(&edit, late).await.refused("En kollega har rettet noget imens");
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_leaves_is_signed_out_and_can_come_back() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let page = format!("{LIST}/{}", mia.id);
    let phone = app.signed_in(mia.account).await;
    let sofie = app.signed_in(app.sofie().await).await;

    sofie.post_and_follow(&format!("{page}/departure"), []).await.shows("ikke med længere");
    sofie.post(&format!("{page}/departure"), []).await.redirects_to(&page);
    phone.get("/me").await.redirects_below("/sign-in");
    sofie.get(LIST).await.hides("Mia");
    sofie.get(&format!("{LIST}?which=left")).await.shows("Mia");

    sofie.post_and_follow(&format!("{page}/return"), []).await.shows("Personen er med igen");
    sofie.get(LIST).await.shows("Mia");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_searched_as_people_type() {
    let app = TestApp::spawn().await;
    for name in ["Åse Øst", "Mia", "100% Bo"] {
        app.young_person(name).await;
    }
    let sofie = app.signed_in(app.sofie().await).await;

    for typed in ["ÅSE", "aase", "%C3%B8st"] {
        sofie.get(&format!("{LIST}?q={typed}")).await.shows("Åse Øst").hides("Mia");
    }
    sofie.get(&format!("{LIST}?q=%25")).await.shows("100% Bo").hides("Mia");
    sofie.get(&format!("{LIST}?q=MIA%40example")).await.shows("Mia").hides("Åse");
    sofie.get(&format!("{LIST}?q=Nobody")).await.shows("Ingen unge her");
    sofie.get(&format!("{LIST}?purpose=training")).await.shows("Ingen unge her");
    sofie.get(&format!("{LIST}?page=99&purpose=nonsense")).await.shows("Mia");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_reading_of_a_person_is_recorded_with_its_purpose() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.get(LIST).await;
    sofie.get(&format!("{LIST}/{}", mia.id)).await.shows("Mia");
    app.signed_in(mia.account).await.get("/me/details").await;

    let looked = look_up::Entity::find()
        .filter(look_up::Column::AboutAccountId.eq(mia.account))
        .all(&app.state.db.read)
        .await
        .expect("look-ups");
    let purposes: Vec<_> = looked.iter().map(|row| row.purpose).collect();
    assert_eq!(purposes, [LookUpPurpose::Desk, LookUpPurpose::CaseWork]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_of_more_than_eight_is_warned_about() {
    let app = TestApp::spawn().await;
    for name in ["A", "B", "C", "D", "E", "F", "G", "H"] {
        app.young_person(name).await;
    }
    let page = format!("/desk/groups/{}", app.group("Torsdagsholdet").await);
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.get(&page).await.shows("torsdag kl. 10").hides("flere end otte");
    app.young_person("I").await;
    sofie.get(&page).await.shows("Der er flere end otte");
    sofie.post(&format!("{page}/closing"), []).await.redirects_to(&page);
    sofie.get(&page).await.shows("Flyt dem først");

    let answer = sofie.post(&page, [("name", ""), ("meets", "fredag kl. 9")]).await;
    answer.refused("Skriv noget her");
    assert_eq!(answer.value("meets"), "fredag kl. 9");
}

#[tokio::test(flavor = "multi_thread")]
async fn young_people_are_the_consultants_to_see_and_nobody_elses() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let amir = app.young_person("Amir").await;
    let page = format!("{LIST}/{}", mia.id);
    let other = app.signed_in(amir.account).await;
    for path in [LIST, &page, &format!("{page}/edit"), "/desk/groups"] {
        other.get(path).await.not_found();
    }
    other.post(&format!("{page}/departure"), []).await.not_found();
    let sofie = app.signed_in(app.sofie().await).await;
    let nobody: YoungPersonId = omvendt::entities::new_id();
    sofie.get(&format!("{LIST}/{nobody}")).await.not_found();
    sofie.post(&format!("{LIST}/{nobody}/departure"), []).await.not_found();
}

/// The form as it stands, with some fields changed.
fn filled(page: &crate::support::Seen, changed: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut form = page.form();
    for (name, value) in changed {
        form.retain(|(field, _)| field != name);
        form.push(((*name).to_owned(), (*value).to_owned()));
    }
    form
}

async fn people(app: &TestApp) -> u64 {
    young_person::Entity::find().count(&app.state.db.read).await.expect("a count")
}

#[tokio::test(flavor = "multi_thread")]
async fn pressing_twice_makes_one_person_and_one_change() {
    let app = TestApp::spawn().await;
    let sofie_id = app.sofie().await.to_string();
    let sofie = app.signed_in(app.sofie().await).await;
    let group = a_group(&sofie, &app).await;
    let new = format!("{LIST}/new");
    let with_mail = amir(&group, &sofie_id);
    let without = with(&with(&with_mail, "email", ""), "name", "Mikkel");
    for form in [&with_mail, &without] {
        for _ in 0..2 {
            sofie.post_and_follow(&new, form).await.shows("Personen er tilføjet");
        }
    }
    let people = young_person::Entity::find().all(&app.state.db.read).await.unwrap();
    assert_eq!(people.len(), 2);
    let other = with(&without, "goal", "Køre truck");
    sofie.post(&new, other).await.has_status(303);
    let all = young_person::Entity::find().count(&app.state.db.read).await.unwrap();
    assert_eq!(all, 3, "another goal is another person until somebody says otherwise");

    let edit = format!("{LIST}/{}/edit", people[0].id);
    let seen = sofie.get(&edit).await.value("seen");
    let changed = with(&with(&with_mail, "seen", &seen), "name", "Amira");
    let changed = with(&changed, "email", "amira@example.dk");
    for _ in 0..2 {
        sofie.post(&edit, &changed).await.redirects_below(LIST);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_of_the_same_name_and_another_leader_is_not_swallowed() {
    let app = TestApp::spawn().await;
    let sofie = app.signed_in(app.sofie().await).await;
    let id = a_group(&sofie, &app).await;
    assert_eq!(a_group(&sofie, &app).await, id);
    let mads = app.consultant("Mads").await.to_string();
    let other = [("name", "Kajen"), ("leader", &*mads), ("meets", "tirsdag kl. 10")];
    sofie.post("/desk/groups", other).await.refused("Der er allerede et hold");

    let page = format!("/desk/groups/{id}");
    let seen = sofie.get(&page).await.value("seen");
    let late = [("name", "Havnen"), ("leader", &*mads), ("meets", ""), ("seen", &*seen)];
    sofie.post(&page, other).await.has_status(303);
    sofie.post(&page, late).await.refused("En kollega har rettet noget imens");
}
