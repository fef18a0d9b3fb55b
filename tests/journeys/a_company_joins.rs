use omvendt::domain::Role;
use omvendt::entities::company;
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::support::TestApp;

const BAKERY: [(&str, &str); 4] = [
    ("name", "Bager Buhl"),
    ("contact", "Karen Buhl"),
    ("phone", "12 34 31 01"),
    ("email", "karen@buhl.example"),
];

const PROFILE: [(&str, &str); 10] = [
    ("what_we_do", "Vi bager brød. Ovnen er varm fra klokken tre."),
    ("tasks", "Du kan forme boller."),
    ("what_it_is_like", "Vi griner meget."),
    ("noise", "Radio"),
    ("tempo", "Roligt efter ni"),
    ("people", "11 kolleger"),
    ("working_hours", "Kl. 5-12"),
    ("address", "Havnegade 14"),
    ("directions", "Bus 2"),
    ("good_to_know", "Du får arbejdstøj."),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_company_asks_to_hear_more_and_asks_once_however_often_it_presses() {
    let app = TestApp::spawn().await;
    let bakery = app.browser();
    bakery.get("/companies/interest").await.shows("Giv en ung en plads hos jer");

    bakery
        .post("/companies/interest", [("name", "Bager Buhl"), ("contact", "Karen")])
        .await
        .refused("Skriv et telefonnummer eller en e-mail");
    let wrong = [
        ("name", "Bager Buhl"),
        ("contact", ""),
        ("phone", "12"),
        ("email", "karen"),
        ("cvr", "7"),
        ("message", "Må vi ringe?"),
    ];
    let refused = bakery.post("/companies/interest", wrong).await;
    refused.refused("Et CVR-nummer har otte tal").shows("Skriv et telefonnummer på otte tal");
    assert_eq!(refused.value("phone"), "12");
    assert_eq!(refused.value("message").trim(), "Må vi ringe?");

    bakery.post_and_follow("/companies/interest", BAKERY).await.shows("Tak, vi ringer til jer");
    bakery.post_and_follow("/companies/interest", BAKERY).await.shows("Tak, vi ringer til jer");
    let asked = company::Entity::find().count(&app.state.db.read).await.unwrap();
    assert_eq!(asked, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn more_companies_than_a_town_has_are_not_taken_in_one_hour() {
    let app = TestApp::spawn().await;
    let machine = app.browser();
    for number in 0..40 {
        let name = format!("Firma {number}");
        let form = [("name", name.as_str()), ("contact", "X"), ("phone", "12345678")];
        machine.post("/companies/interest", form).await.has_status(303);
    }
    let refused = machine.post("/companies/interest", BAKERY).await;
    refused.refused("Prøv igen om en time");
    assert_eq!(refused.value("name"), BAKERY[0].1);
    app.clock().set(app.clock().now() + chrono::Duration::minutes(61));
    machine.post("/companies/interest", BAKERY).await.has_status(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_first_interest_to_a_page_that_young_people_see() {
    let app = TestApp::spawn().await;
    app.browser().post("/companies/interest", BAKERY).await.has_status(303);
    let sofie = app.staff(Role::Consultant, "Sofie Holm").await;

    let list = sofie.get("/desk/companies?stage=interested").await;
    list.shows("Bager Buhl").shows("Vil høre mere");
    let page = list.address_below("/desk/companies/0");
    let note = [
        ("form", "coffee"),
        ("on", "2026-10-01"),
        ("what", "De vil gerne have en ung i bageriet."),
        ("next_step", "Send invitation"),
        ("next_step_on", "2026-10-02"),
    ];
    let noted = sofie.post_and_follow(&format!("{page}/notes"), note).await;
    noted.shows("Kaffe").shows("Send invitation").shows("Vi taler sammen").shows("Sofie Holm");
    sofie.post(&format!("{page}/notes"), note).await.redirects_to(&page);
    let once = sofie.get(&page).await;
    assert_eq!(once.text().matches("De vil gerne have en ung").count(), 1);
    let completion = once.address_below(&format!("{page}/notes/"));
    sofie.post_and_follow(&completion, [("done", "yes")]).await.shows("Ikke gjort alligevel");
    sofie.post_and_follow(&completion, [("done", "no")]).await.shows("Det er gjort");

    let invitation = format!("{page}/invitation");
    assert_eq!(sofie.get(&invitation).await.value("email"), "karen@buhl.example");
    let karen = [("name", "Karen Buhl"), ("email", "karen@buhl.example"), ("phone", "")];
    sofie.post_and_follow(&invitation, karen).await.shows("Inviteret");
    sofie.post_and_follow(&invitation, karen).await.shows("kan allerede logge ind");

    let link = app.newest_mail_to("karen@buhl.example").await.link();
    let karen = app.browser();
    karen.get(&link).await.has_status(200);
    karen.post(&link, []).await.has_status(303);
    app.run_due().await;
    sofie.get(&page).await.shows("Er med");

    karen.get("/company/profile").await.shows("Kun I kan se den");
    let send = [PROFILE.as_slice(), &[("then", "send")]].concat();
    karen.post_and_follow("/company/profile", send).await.shows("Jeres konsulent læser den");
    let read = app.newest_mail_to("sofie.holm@example.dk").await.link();
    let approval = sofie.get(&read).await;
    approval.shows("Ovnen er varm fra klokken tre");
    let seen = approval.value("seen");
    sofie
        .post_and_follow(&format!("{read}/approval"), [("seen", seen.as_str())])
        .await
        .shows("Profilen kan ses nu");
    karen.get("/company/profile").await.shows("De unge kan se den.");
    let mail = app.newest_mail_to("karen@buhl.example").await;
    assert_eq!(mail.subject, "Jeres profil kan ses nu");
    karen.get(&mail.link()).await.shows("Sådan ser de unge jer").shows("Du kan forme boller.");
}
