//! A company learns nothing from an address it types, and changes nothing that is somebody else's.

use chrono::Duration;
use omvendt::domain::{Language, Role};
use omvendt::entities::account;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::support::{Seen, TestApp};

fn ib(email: &str) -> [(&'static str, &str); 4] {
    [("name", "Ib Bager"), ("called", "Ib"), ("email", email), ("at_once", "1")]
}

async fn account_of(app: &TestApp, email: &str) -> account::Model {
    let found = account::Entity::find().filter(account::Column::EmailFolded.eq(email));
    found.one(&app.state.db.read).await.expect("a look-up").expect("an account")
}

/// What stands on the page, but for the addresses of its rows and the address that was typed.
fn without(page: &Seen, email: &str) -> String {
    page.text().replace(email, "…")
}

#[tokio::test(flavor = "multi_thread")]
async fn known_or_not_an_address_looks_the_same_at_once_and_later() {
    let mut seen = Vec::new();
    for (email, is_known) in [("known@firma.example", true), ("unknown@firma.example", false)] {
        let app = TestApp::spawn().await;
        let (bakery, garage) = (app.company("Bager Buhl").await, app.company("Garagen").await);
        if is_known {
            app.mentor_signs_in(garage.mentor, "Hanne", email).await;
        }
        let karen = app.signed_in(bakery.member).await;
        let other =
            [("name", "Ib Bager"), ("called", "Ib"), ("phone", "12345678"), ("at_once", "1")];
        let mut pages = vec![karen.post_and_follow("/company/mentors", other).await];
        let own = app.mentor_page("Ib Bager").await;
        app.clock().set(app.clock().now() + Duration::hours(2));
        let karen = app.signed_in(bakery.member).await;
        pages.push(karen.post_and_follow(&own, ib(email)).await);
        app.clock().set(app.clock().now() + Duration::days(1));
        let karen = app.signed_in(bakery.member).await;
        for _ in 0..2 {
            pages.push(karen.post_and_follow(&format!("{own}/invitation"), []).await);
        }
        pages[1].shows("Inviteret torsdag den 1. oktober kl. 14");
        pages[2].shows("Inviteret fredag den 2. oktober kl. 14");
        seen.push(pages.iter().map(|page| without(page, email)).collect::<Vec<_>>());
    }
    assert_eq!(seen[0], seen[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_who_stopped_elsewhere_or_was_closed_by_hand_is_not_opened_by_another_company() {
    let app = TestApp::spawn().await;
    let (bakery, garage) = (app.company("Bager Buhl").await, app.company("Garagen").await);
    let email = "hanne@firma.example";
    let hanne = app.mentor_signs_in(garage.mentor, "Hanne", email).await;
    let kaj = app.signed_in(garage.member).await;
    let departure = format!("/company/mentors/{}/departure", garage.mentor);
    kaj.post(&departure, []).await.has_status(303);
    let closed = account_of(&app, email).await;
    assert!(closed.disabled_at.is_some());

    let karen = app.signed_in(bakery.member).await;
    karen.post_and_follow("/company/mentors", ib(email)).await.shows("Vi har sendt en invitation");
    assert_eq!(account_of(&app, email).await, closed, "neither opened nor renamed");
    let sofie = app.signed_in(bakery.consultant).await;
    sofie.get("/desk/calls").await.shows("Bager Buhl");

    app.clock().set(app.clock().now() + Duration::hours(1));
    let henrik = app.account(Role::Administrator, "Henrik").await;
    let admin = app.signed_in(henrik).await;
    for act in ["enabling", "disabling"] {
        admin.post(&format!("/admin/accounts/{hanne}/{act}"), []).await.has_status(303);
    }
    let closed = account_of(&app, email).await;
    let kaj = app.signed_in(garage.member).await;
    kaj.post_and_follow("/company/mentors", ib(email)).await.shows("Vi har sendt en invitation");
    assert_eq!(account_of(&app, email).await, closed, "an administrator closed it");
    assert!(app.mails_to(email).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_and_a_member_are_written_to_in_their_own_language() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bager Buhl").await;
    let karen = app.signed_in(bakery.member).await;
    let mut sue = ib("sue@firma.example").to_vec();
    sue.push(("language", "klingon"));
    karen.post("/company/mentors", sue.clone()).await.refused("Vælg en af mulighederne");
    sue[4] = ("language", "en");
    karen.post("/company/mentors", sue.clone()).await.has_status(303);
    assert_eq!(account_of(&app, "sue@firma.example").await.language, Language::English);
    let own = app.mentor_page("Ib Bager").await;
    let form = karen.get(&own).await;
    assert!(form.form().contains(&("language".into(), "en".into())), "{:?}", form.form());
    sue[4] = ("language", "da");
    karen.post(&own, sue).await.has_status(303);
    assert_eq!(account_of(&app, "sue@firma.example").await.language, Language::Danish);

    let sofie = app.signed_in(bakery.consultant).await;
    let ole = [("name", "Ole"), ("email", "ole@firma.example"), ("language", "en")];
    let invitation = format!("/desk/companies/{}/invitation", bakery.id);
    sofie.get(&invitation).await.shows("Sprog i mails");
    sofie.post(&invitation, ole).await.has_status(303);
    assert_eq!(account_of(&app, "ole@firma.example").await.language, Language::English);
    let letter = app.newest_mail_to("ole@firma.example").await;
    assert!(letter.text.contains("invitation"), "{}", letter.text);
}
