//! An invitation that was lost, a mentor who stops, and one who comes back.

use chrono::Duration;
use omvendt::domain::AccountId;
use omvendt::entities::{account, invitation_token, kept_form, mail};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::support::{TestApp, mentor_form};

async fn account_of(app: &TestApp, email: &str) -> account::Model {
    let found = account::Entity::find().filter(account::Column::EmailFolded.eq(email));
    found.one(&app.state.db.read).await.expect("a look-up").expect("an account")
}

/// Who has sent an account invitations, the first one first.
async fn invited_by(app: &TestApp, account: AccountId) -> Vec<Option<AccountId>> {
    let rows = invitation_token::Entity::find()
        .filter(invitation_token::Column::AccountId.eq(account))
        .all(&app.state.db.read)
        .await
        .expect("invitations");
    rows.into_iter().map(|row| row.made_by).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_in_a_company_who_lost_the_invitation_gets_another_however_often_it_is_pressed() {
    let app = TestApp::spawn().await;
    let (bakery, garage) = (app.company("Bager Buhl").await, app.company("Garagen").await);
    let (first, second) = (app.sofie().await, app.consultant("Mads").await);
    let ole = [("name", "Ole"), ("email", "ole@firma.example"), ("phone", "")];
    let desk = format!("/desk/companies/{}", bakery.id);
    let sofie = app.signed_in(first).await;
    let page = sofie.post_and_follow(&format!("{desk}/invitation"), ole).await;
    page.shows("Invitationen er sendt").shows("Inviteret torsdag den 1. oktober kl. 12");

    app.clock().set(app.clock().now() + Duration::days(15));
    let old = app.newest_mail_to("ole@firma.example").await.link();
    app.browser().get(&old).await.shows("Invitationen virker ikke mere");
    let mads = app.signed_in(second).await;
    let account = account_of(&app, "ole@firma.example").await;
    let again = format!("{desk}/members/{}/invitation", account.id);
    let page = mads.get(&desk).await;
    page.shows("Send Ole en ny invitation");
    assert!(page.html.contains(&again));
    for _ in 0..2 {
        mads.post_and_follow(&again, []).await.shows("Invitationen er sendt");
    }
    assert_eq!(invited_by(&app, account.id).await, [Some(first), Some(second)]);
    let letters = app.mails_to("ole@firma.example").await;
    assert_eq!(letters.len(), 2);

    let elsewhere = again.replace(&bakery.id.to_string(), &garage.id.to_string());
    mads.post(&elsewhere, []).await.not_found();
    app.signed_in(bakery.member).await.post(&again, []).await.not_found();
    app.browser().post(&letters[1].link(), []).await.redirects_to("/company");
    mads.get(&desk).await.shows("Logger ind").hides("Send Ole en ny invitation");
    mads.post_and_follow(&again, []).await.shows("kan allerede logge ind");
    assert_eq!(app.mails_to("ole@firma.example").await.len(), 2);
}

const JENS: [(&str, &str); 4] = mentor_form("Jens Bager", "Jens", "jens@firma.example");

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_who_lost_the_invitation_gets_another() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bager Buhl").await;
    let karen = app.sign_in_company(&bakery).await;
    let list = karen.post_and_follow("/company/mentors", JENS).await;
    list.shows("Inviteret torsdag den 1. oktober").shows("Send Jens Bager en ny invitation");
    list.hides("Send Hanne Krogh");
    let own = app.mentor_page("Jens Bager").await;
    let again = format!("{own}/invitation");

    app.clock().set(app.clock().now() + Duration::days(1));
    for _ in 0..2 {
        karen.post_and_follow(&again, []).await.shows("Vi har sendt en ny invitation");
    }
    let letters = app.mails_to("jens@firma.example").await;
    assert_eq!(letters.len(), 2);
    let garage = app.company("Garagen").await;
    app.signed_in(garage.member).await.post(&again, []).await.not_found();
    let hanne = app.mentor_page("Hanne Krogh").await;
    karen.post(&format!("{hanne}/invitation"), []).await.not_found();

    app.browser().post(&letters[1].link(), []).await.redirects_to("/mentor");
    karen.post_and_follow(&again, []).await.shows("har været her");
    karen.get("/company/mentors").await.shows("Logger selv ind").hides("Send Jens Bager");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_who_stops_is_out_at_once_and_can_come_back() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bager Buhl").await;
    let karen = app.sign_in_company(&bakery).await;
    karen.post_and_follow("/company/mentors", JENS).await;
    let jens = app.browser();
    jens.post(&app.newest_mail_to("jens@firma.example").await.link(), [])
        .await
        .redirects_to("/mentor");
    let own = app.mentor_page("Jens Bager").await;

    for _ in 0..2 {
        let list = karen.post_and_follow(&format!("{own}/departure"), []).await;
        list.shows("Mentoren er taget af listen").hides("Jens Bager");
    }
    jens.get("/mentor").await.redirects_below("/sign-in");
    jens.post("/sign-in", [("email", "jens@firma.example")]).await.has_status(303);
    assert_eq!(app.mails_to("jens@firma.example").await.len(), 1, "the invitation from before");
    assert!(account_of(&app, "jens@firma.example").await.disabled_at.is_some());

    app.clock().set(app.clock().now() + Duration::days(30));
    let karen = app.sign_in_company(&bakery).await;
    let list = karen.post_and_follow("/company/mentors", JENS).await;
    list.shows("Mentoren er lagt ind. Vi har sendt en invitation.").shows("Jens Bager");
    let back = app.newest_mail_to("jens@firma.example").await.link();
    jens.post(&back, []).await.redirects_to("/mentor");
    jens.get("/mentor").await.has_status(200);
    let accounts = account::Entity::find()
        .filter(account::Column::EmailFolded.eq("jens@firma.example"))
        .count(&app.state.db.read)
        .await;
    assert_eq!(accounts.expect("a count"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_for_a_link_with_an_unknown_address_leaves_nothing_behind() {
    let app = TestApp::spawn().await;
    app.sofie().await;
    let browser = app.browser();
    for email in ["nobody@example.dk", "sofie@example.dk"] {
        browser.post("/sign-in", [("email", email)]).await.redirects_below("/sign-in/code");
    }
    let kept = kept_form::Entity::find().count(&app.state.db.read).await.expect("a count");
    let mails = mail::Entity::find().count(&app.state.db.read).await.expect("a count");
    assert_eq!((kept, mails), (0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn everybodys_name_leads_to_how_they_sign_in() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bager Buhl").await;
    let hanne = app.mentor_signs_in(bakery.mentor, "Hanne Krogh", "hanne@firma.example").await;
    let mia = app.young_person("Mia").await;
    let accounts = [
        (mia.account, "/me"),
        (bakery.member, "/company"),
        (hanne, "/mentor"),
        (app.sofie().await, "/desk"),
        (app.account(omvendt::domain::Role::Manager, "Birgit").await, "/figures"),
        (app.account(omvendt::domain::Role::Administrator, "Henrik").await, "/admin"),
    ];
    for (account, home) in accounts {
        let browser = app.signed_in(account).await;
        let page = browser.get(home).await;
        assert_eq!(page.address_of("header a.site-person-name", "href"), "/account", "{home}");
        browser.get("/account").await.shows("Sådan logger du ind");
    }
    let front = app.browser().get("/").await;
    front.hides("href=\"/account\"");
    assert_eq!(front.value_of("title"), "Her vælger du først · Omvendt");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_signed_in_needs_the_invitation_no_more() {
    let app = TestApp::spawn().await;
    let bakery = app.company("Bager Buhl").await;
    let ole = [("name", "Ole"), ("email", "ole@firma.example"), ("phone", "")];
    let sofie = app.signed_in(app.sofie().await).await;
    let invitation = format!("/desk/companies/{}/invitation", bakery.id);
    sofie.post(&invitation, ole).await.has_status(303);
    let link = app.newest_mail_to("ole@firma.example").await.link();
    app.clock().set(app.clock().now() + Duration::minutes(1));
    app.sign_in("ole@firma.example").await.get("/company").await.has_status(200);
    app.browser().get(&link).await.shows("Invitationen virker ikke mere");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_invite_one_address_at_the_same_moment_make_one_account() {
    let app = TestApp::spawn().await;
    let (bakery, garage) = (app.company("Bager Buhl").await, app.company("Garagen").await);
    let ole = [("name", "Ole"), ("email", "ole@firma.example"), ("phone", "")];
    let (sofie, mads) = (app.sofie().await, app.consultant("Mads").await);
    let (sofie, mads) = (app.signed_in(sofie).await, app.signed_in(mads).await);
    let (one, other) = (
        format!("/desk/companies/{}/invitation", bakery.id),
        format!("/desk/companies/{}/invitation", garage.id),
    );
    let (one, other) = tokio::join!(sofie.post(&one, ole), mads.post(&other, ole));
    let mut seen = [one.status, other.status];
    seen.sort_unstable();
    assert_eq!(seen, [303, 422]);
}
