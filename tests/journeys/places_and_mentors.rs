use omvendt::domain::{CompanyId, Role};
use omvendt::entities::{mentor, new_id, place};
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::support::{TestApp, mentor_form};

const PLACE: [(&str, &str); 6] = [
    ("kind", "training"),
    ("number", "2"),
    ("tasks", "Bage det samme brød hver dag"),
    ("hours_from", "5.00"),
    ("hours_to", "10:30"),
    ("mentor", ""),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_company_adds_changes_and_withdraws_a_place() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bager Buhl").await;
    let karen = app.sign_in_company(&bakery).await;
    let form = karen.get("/company/places/new").await;
    form.shows("Har I to mentorer, så lav en plads til hver").shows("Kørekort");

    let wrong =
        [("kind", "training"), ("number", "mange"), ("hours_from", "12"), ("hours_to", "8")];
    let refused = karen.post("/company/places", wrong).await;
    refused.refused("Skriv et tal fra 1 til 30").shows("Sluttiden skal være efter starttiden");
    assert_eq!(refused.value("number"), "mange");

    karen.post_and_follow("/company/places", PLACE).await.shows("Bage det samme brød hver dag");
    karen.post_and_follow("/company/places", PLACE).await.shows("Pladsen er lagt ind");
    let places = place::Entity::find().count(&app.state.db.read).await.unwrap();
    assert_eq!(places, 3, "two from before and one new, however often it is pressed");

    let mentor = bakery.mentor.to_string();
    let mut another = PLACE.to_vec();
    another[5] = ("mentor", &mentor);
    karen.post("/company/places", another).await.has_status(303);
    let places = place::Entity::find().count(&app.state.db.read).await.unwrap();
    assert_eq!(places, 4, "one row for each mentor, also within a minute");

    let own = format!("/company/places/{}", bakery.training);
    let seen = karen.get(&own).await.value("seen");
    let mut change = PLACE.to_vec();
    change[5] = ("mentor", &mentor);
    change.push(("seen", &seen));
    karen.post_and_follow(&own, change.clone()).await.shows("kl. 5-10.30");
    change[1] = ("number", "7");
    karen.post(&own, change).await.refused("En anden har rettet imens");

    let withdrawal = format!("{own}/withdrawal");
    karen.post_and_follow(&withdrawal, []).await.shows("Pladsen er taget tilbage");
    karen.post_and_follow(&withdrawal, []).await.shows("Pladsen er taget tilbage");
    karen.get(&own).await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_law_warns_when_more_come_than_the_workplace_is_large_enough_for() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bager Buhl").await;
    let karen = app.sign_in_company(&bakery).await;
    karen.get("/company/places").await.shows("Med 20 ordinært ansatte giver loven plads til 4");
    let headcount = "/company/places/headcount";
    let wrong = [("p_number", "12"), ("ordinary_employees", "mange")];
    karen.post(headcount, wrong).await.refused("Et P-nummer har ti tal");

    let small =
        [("p_number", "1234567890"), ("ordinary_employees", "4"), ("others_in_placement", "2")];
    karen
        .post_and_follow(headcount, small)
        .await
        .shows("Måske for mange på én gang")
        .shows("plads til 1");
    karen.post_and_follow(headcount, []).await.shows("Vi mangler tallet på ordinært ansatte");

    let garage = app.company("Kajs Autoværksted").await;
    karen.post(headcount, small).await.has_status(303);
    let kaj = app.sign_in_company(&garage).await;
    kaj.post(headcount, small).await.refused("hører til en anden virksomhed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_with_an_email_is_invited_and_one_without_is_not() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bager Buhl").await;
    let karen = app.sign_in_company(&bakery).await;
    let jens = [
        ("name", "Jens Bager"),
        ("called", "Jens"),
        ("phone", "12 34 56 78"),
        ("email", "jens@firma.example"),
        ("at_once", "2"),
        ("trained_on", "2026-05-04"),
    ];
    let wrong =
        [("name", "Jens"), ("email", "jens"), ("at_once", "0"), ("trained_on", "2027-01-01")];
    karen.post("/company/mentors", wrong).await.refused("Datoen kan ikke ligge i fremtiden");

    let list = karen.post_and_follow("/company/mentors", jens).await;
    list.shows("Vi har sendt en invitation").shows("Bliver kaldt Jens").shows("4. maj 2026");
    karen.post("/company/mentors", jens).await.has_status(303);
    assert_eq!(app.mails_to("jens@firma.example").await.len(), 1);

    let owner = mentor_form("Karen", "K", &bakery.email);
    karen.post_and_follow("/company/mentors", owner).await.shows("Logger ind for virksomheden");
    app.company("Kajs Autoværksted").await;
    let other = "kajs.autovaerksted@firma.example";
    let taken = mentor_form("Ib", "Ib", other);
    let list = karen.post_and_follow("/company/mentors", taken).await;
    list.shows("Vi har sendt en invitation").shows("Ib").hides("bruger en anden");
    assert!(app.mails_to(other).await.is_empty(), "nobody is written to who is somebody else");
    let sofie = app.signed_in(bakery.consultant).await;
    sofie.get("/desk/calls").await.shows("Bager Buhl");
    let mads = app.staff(Role::Consultant, "Mads").await;
    mads.post("/desk/mentors", taken).await.refused("bruger en anden her");

    let own = format!("/company/mentors/{}", bakery.mentor);
    karen.post_and_follow(&format!("{own}/departure"), []).await.hides("Hanne Krogh");
    karen.post(&format!("{own}/departure"), []).await.has_status(303);
    karen.get("/company/places").await.shows("Ingen mentor endnu");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_municipality_has_mentors_of_its_own_that_every_company_can_choose() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bager Buhl").await;
    let sofie = app.staff(Role::Consultant, "Mads").await;
    let lone = [("name", "Lone Lund"), ("called", "Lone"), ("phone", "12345678"), ("at_once", "5")];
    let list = sofie.post_and_follow("/desk/mentors", lone).await;
    list.shows("Lone Lund").hides("Hanne Krogh");
    sofie.get(&format!("/desk/mentors/{}", bakery.mentor)).await.not_found();

    let karen = app.sign_in_company(&bakery).await;
    karen.get("/company/places/new").await.shows("Lone Lund (kommunens)");
    let mentors = mentor::Entity::find().all(&app.state.db.read).await.unwrap();
    let lone = mentors.iter().find(|mentor| mentor.name == "Lone Lund").unwrap();
    karen.get(&format!("/company/mentors/{}", lone.id)).await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_belongs_to_another_company_is_not_there() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bager Buhl").await;
    let garage = app.company("Kajs Autoværksted").await;
    let kaj = app.sign_in_company(&garage).await;
    for path in [
        format!("/company/places/{}", bakery.training),
        format!("/company/mentors/{}", bakery.mentor),
    ] {
        kaj.get(&path).await.not_found();
        kaj.post(&path, PLACE).await.not_found();
    }
    kaj.post(&format!("/company/places/{}/withdrawal", bakery.training), []).await.not_found();
    kaj.post(&format!("/company/mentors/{}/departure", bakery.mentor), []).await.not_found();
    let theirs = bakery.mentor.to_string();
    let mut place = PLACE.to_vec();
    place[5] = ("mentor", &theirs);
    kaj.post("/company/places", place).await.refused("Vælg en af mulighederne");
    kaj.get(&format!("/desk/companies/{}", garage.id)).await.not_found();

    let sofie = app.staff(Role::Consultant, "Mads").await;
    let nowhere: CompanyId = new_id();
    sofie.get(&format!("/desk/companies/{nowhere}")).await.not_found();
    sofie.get("/desk/companies/not-a-number").await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_consultant_finds_a_company_without_danish_letters() {
    let app = TestApp::spawn().await;
    for name in ["Ørsteds El", "Åse Blomster", "Bager Buhl", "Zoneterapi", "Ærø Kro"] {
        app.company(name).await;
    }
    let sofie = app.staff(Role::Consultant, "Mads").await;
    sofie.get("/desk/companies?q=orsted").await.shows("Ørsteds El").hides("Zoneterapi");
    let all = sofie.get("/desk/companies").await.text();
    let order = ["Bager Buhl", "Zoneterapi", "Ærø Kro", "Ørsteds El", "Åse Blomster"];
    let places: Vec<_> = order.iter().map(|name| all.find(name).expect(name)).collect();
    assert!(places.is_sorted(), "{all}");
    sofie.get("/desk/companies?whose=mine").await.shows("Ingen virksomheder passer på det");

    let new = [("name", "Café Å"), ("cvr", "12"), ("contact_email", "x")];
    sofie.post("/desk/companies/new", new).await.refused("Et CVR-nummer har otte tal");
    let new = [("name", "Café Å"), ("contact_name", "Åse")];
    let page = sofie.post_and_follow("/desk/companies/new", new).await;
    page.shows("Vi taler sammen");
    sofie.post("/desk/companies/new", new).await.has_status(303);
    assert_eq!(sofie.get("/desk/companies?q=cafe").await.text().matches("Café Å").count(), 1);
}
