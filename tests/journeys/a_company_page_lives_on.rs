use omvendt::domain::Role;
use omvendt::entities::company_profile;
use omvendt::features::companies;
use reqwest::multipart::{Form, Part};
use sea_orm::EntityTrait;

use crate::support::TestApp;

/// A picture as a phone takes it, larger than any we keep.
fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    image::RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, 90]))
        .write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png)
        .expect("a picture");
    bytes
}

fn photo(bytes: Vec<u8>) -> Form {
    Form::new().part("photo", Part::bytes(bytes).file_name("bageri.png"))
}

fn written<'a>(what_we_do: &'a str, then: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("what_we_do", what_we_do),
        ("tasks", "Du kan forme boller."),
        ("what_it_is_like", "Vi griner meget."),
        ("working_hours", "Kl. 5-12"),
        ("address", "Havnegade 14"),
        ("then", then),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn the_published_words_stand_until_the_new_ones_are_approved_or_sent_back() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bager Buhl").await;
    let karen = app.sign_in_company(&bakery).await;
    let sofie = app.staff(Role::Consultant, "Mads").await;
    let desk = format!("/desk/companies/{}", bakery.id);

    karen.post_and_follow("/company/profile", written("Nu bager vi også kager.", "send")).await;
    let published = company_profile::Entity::find().all(&app.state.db.read).await.unwrap();
    assert_eq!(published.len(), 2, "the old words stand beside the new");
    karen.get("/company/profile").await.shows("De unge ser den gamle tekst imens");

    let seen = sofie.get(&format!("{desk}/profile")).await.value("seen");
    let back = format!("{desk}/profile/return");
    sofie.post(&back, [("words", "")]).await.refused("Skriv noget her");
    sofie.post_and_follow(&back, [("words", "Skriv lidt om tempoet.")]).await;
    karen.get("/company/profile").await.shows("Skriv lidt om tempoet.");
    let mail = app.newest_mail_to(&bakery.email).await;
    assert!(!mail.text.contains("tempoet"), "the words stand on the page, not in the mail");

    karen.post_and_follow("/company/profile", written("Nu bager vi roligt.", "send")).await;
    let approval = format!("{desk}/profile/approval");
    sofie.post(&approval, [("seen", seen.as_str())]).await.refused("rettet, mens du læste");
    let seen = sofie.get(&format!("{desk}/profile")).await.value("seen");
    sofie.post(&approval, [("seen", seen.as_str())]).await.redirects_to(&desk);
    sofie
        .post_and_follow(&approval, [("seen", seen.as_str())])
        .await
        .shows("ikke noget, der venter");
    karen.get("/company/profile/preview").await.shows("Nu bager vi roligt.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_lacks_something_is_kept_but_not_sent() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bager Buhl").await;
    let karen = app.sign_in_company(&bakery).await;
    let half = [("what_we_do", "Vi bager."), ("then", "send")];
    let refused = karen.post("/company/profile", half).await;
    refused.refused("Hvad kan man lave hos jer?");
    assert_eq!(karen.get("/company/profile").await.value("what_we_do").trim(), "Vi bager.");

    let long = "a".repeat(1501);
    let refused = karen.post("/company/profile", written(&long, "")).await;
    refused.refused("Teksten er for lang");
    assert_eq!(refused.value("what_we_do").trim(), long);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paused_page_is_out_of_sight_and_comes_back() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bager Buhl").await;
    let karen = app.sign_in_company(&bakery).await;
    karen.post_and_follow("/company/profile/pause", []).await.shows("kan ikke se den lige nu");
    let seen = async || {
        let db = &app.state.db.read;
        let card = companies::card(db, bakery.id).await.unwrap().map(|card| card.what_we_do);
        let listed = companies::listings(db, &[bakery.id]).await.unwrap();
        (card, listed.iter().map(|listing| listing.line().to_owned()).collect::<Vec<_>>())
    };
    assert_eq!(seen().await, (None, Vec::new()));
    karen.post_and_follow("/company/profile/pause", []).await.shows("Vis siden igen");
    karen.post_and_follow("/company/profile/resumption", []).await.shows("De unge kan se den.");
    let (card, listed) = seen().await;
    assert!(card.expect("in sight").starts_with("Bager Buhl laver noget godt."));
    assert_eq!(listed, ["Bager Buhl laver noget godt."]);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_in_a_company_write_at_once_and_neither_loses_a_word() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bager Buhl").await;
    app.company_member(bakery.id, "Ole", "ole@firma.example").await;
    let karen = app.sign_in_company(&bakery).await;
    let ole = app.sign_in("ole@firma.example").await;
    let before = karen.get("/company/profile").await.value("seen");

    let mut first = written("Ole skrev det her.", "");
    first.push(("seen", &before));
    ole.post("/company/profile", first).await.has_status(303);
    let mut second = written("Karen skrev noget andet.", "");
    second.push(("seen", &before));
    let asked = karen.post("/company/profile", second).await;
    asked.refused("En anden har rettet imens").shows("Ole skrev det her.");
    assert_eq!(asked.value("what_we_do").trim(), "Karen skrev noget andet.");

    let now = asked.value("seen");
    let mut again = written("Karen skrev noget andet.", "");
    again.push(("seen", &now));
    karen.post("/company/profile", again.clone()).await.has_status(303);
    karen.post("/company/profile", again).await.has_status(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_is_made_small_and_seen_only_when_it_is_published() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bager Buhl").await;
    app.young_person("Mia").await;
    let garage = app.company("Kajs Autoværksted").await;
    let karen = app.sign_in_company(&bakery).await;
    let mia = app.sign_in("mia@example.dk").await;
    let kaj = app.sign_in_company(&garage).await;

    karen
        .upload("/company/profile/photo", photo(b"no picture".to_vec()))
        .await
        .refused("Vælg et foto");
    karen.upload("/company/profile/photo", photo(vec![7; 10_000_000])).await.refused("højst 8 MB");
    karen
        .upload("/company/profile/photo", photo(picture(1600, 1200)))
        .await
        .redirects_to("/company/profile");
    let page = karen.get("/company/profile").await.html;
    let start = page.find("/photos/").expect("the photo on the page");
    let list = page[start..].split('"').next().expect("an address").to_owned();
    assert!(list.ends_with("/list.jpg"));
    karen.get(&list).await.has_status(200);
    for other in [&mia, &kaj] {
        other.get(&list).await.not_found();
    }
    app.browser().get(&list).await.redirects_below("/sign-in");

    karen.post("/company/profile", written("Vi bager.", "send")).await.has_status(303);
    let sofie = app.staff(Role::Consultant, "Mads").await;
    sofie.get(&list).await.has_status(200);
    let desk = format!("/desk/companies/{}/profile", bakery.id);
    let seen = sofie.get(&desk).await.value("seen");
    sofie.post(&format!("{desk}/approval"), [("seen", seen.as_str())]).await.has_status(303);
    mia.get(&list).await.has_status(200);
    mia.get(&list.replace("list", "full")).await.has_status(200);

    karen.post("/company/profile/photo/removal", []).await.has_status(303);
    mia.get(&list).await.has_status(200);
}
