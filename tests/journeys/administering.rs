//! The administrator's pages: mail that was given up, the messages there are, who is away, and the rules.

use chrono::Duration;
use omvendt::domain::Role;
use omvendt::entities::{follow_up_rule, holiday, length_rule, mail, ratio_rule, requirement};
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::support::smtp::{Answer, MailServer, Secured};
use crate::support::{Browser, Seen, TestApp};

pub async fn henrik(app: &TestApp) -> Browser {
    app.staff(Role::Administrator, "Henrik").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_was_given_up_is_shown_with_its_reason_and_can_be_tried_again() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    app.browser().post("/sign-in", [("email", mia.email.as_str())]).await.has_status(303);
    let mut server = MailServer::start(Secured::Not, [Answer::NotNow; 8]).await;
    let sending = server.sends_for(&app, "smtp://localhost:PORT", None);
    let admin = app.account(Role::Administrator, "Henrik").await;
    let henrik = app.signed_in(admin).await;
    henrik
        .get("/admin")
        .await
        .shows("Der er ikke noget, du skal gøre lige nu")
        .shows("Én mail venter");

    for _ in 0..8 {
        assert_eq!(sending.run().await, 1);
        app.clock().set(app.clock().now() + Duration::hours(6));
    }
    assert_eq!(sending.run().await, 0, "after eight tries it waits for somebody");

    let henrik = app.signed_in(admin).await;
    henrik.get("/admin").await.shows("Én mail er opgivet efter flere forsøg");
    let failed = henrik.get("/admin/mail").await;
    failed
        .shows("sign-in")
        .shows(&mia.email)
        .shows("bad os vente (451)")
        .shows("8")
        .hides("Din kode er");
    let retry = failed.address_below("/admin/mail/");
    let page = henrik.post_and_follow(&retry, []).await;
    page.shows("Mailen er sat i kø igen").shows("Ingen mails her");
    henrik.post(&retry, []).await.redirects_to("/admin/mail");
    henrik.get("/admin/mail?status=queued").await.shows(&mia.email);

    assert_eq!(sending.run().await, 1);
    assert_eq!(server.letter().await.to, mia.email);
    henrik.post(&retry, []).await.redirects_to("/admin/mail");
    assert_eq!(sending.run().await, 0, "what is sent is not sent again by an old button");
    henrik.get("/admin/mail?status=sent&page=7").await.has_status(200);
    henrik.get("/admin/mail?status=nonsense").await.shows("Ingen mails her");
    let sent = mail::Entity::find().one(&app.state.db.read).await.unwrap().expect("the mail");
    assert_eq!((sent.text_body.as_str(), sent.last_error), ("", None), "a secret is not kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_message_can_be_read_in_both_languages_and_as_it_looks() {
    let app = TestApp::spawn().await;
    let henrik = henrik(&app).await;
    let list = henrik.get("/admin/messages").await;
    list.shows("Den unge, før listerne lukker").shows("Nu er det aftalt");
    let message = henrik.get("/admin/messages/my-people").await;
    message.shows("Dansk").shows("English").shows("Karin Bager, tlf. 12 34 56 78");
    message.shows("Karin Bager, phone 12 34 56 78");

    let html = henrik.get("/admin/messages/my-people/html?language=en").await;
    html.shows("Now it is agreed").shows("Karin Bager, phone 12 34 56 78");
    assert_eq!(html.value_of("title"), "Now it is agreed");
    assert_eq!(html.address_of("html", "lang"), "en");
    let policy = html.headers["content-security-policy"].to_str().expect("ASCII");
    assert!(policy.contains("sandbox") && !policy.contains("script-src"), "{policy}");
    henrik.get("/admin/messages/no-such").await.not_found();
    henrik.get("/admin/messages/no-such/html").await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_absence_needs_sensible_days_and_a_colleague_who_is_somebody_else() {
    let app = TestApp::spawn().await;
    let (sofie, mads) = (app.sofie().await, app.consultant("Mads").await);
    let henrik = henrik(&app).await;
    let page = format!("/admin/accounts/{sofie}");
    let (own, deputy) = (sofie.to_string(), mads.to_string());
    let form = |deputy: &str, from: &str, until: &str| {
        [("name", "Sofie"), ("phone", "12 34 56 78"), ("deputy", deputy), ("away_from", from)]
            .into_iter()
            .chain([("away_until", until)])
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect::<Vec<_>>()
    };
    let save = async |form: Vec<(String, String)>| {
        let form: Vec<(&str, &str)> = form.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        henrik.post(&page, form).await
    };

    let refused = save(form(&deputy, "2026-10-09", "2026-10-01")).await;
    refused.refused("Sidste dag ligger før første dag");
    assert_eq!(refused.value("away_from"), "2026-10-09");
    save(form(&deputy, "i morgen", "")).await.refused("Skriv en dato");
    save(form(&own, "2026-10-01", "")).await.refused("Vælg en af mulighederne");
    let nameless = henrik.post(&page, [("name", ""), ("phone", "12 34 56 78")]).await;
    nameless.refused("Skriv mellem 1 og 100 tegn");
    assert_eq!(nameless.value("phone"), "12 34 56 78");

    save(form("", "2026-10-01", "2026-10-09")).await.redirects_to(&page);
    henrik.get("/admin").await.shows("Væk uden afløser").shows("Sofie");
    save(form(&deputy, "2026-10-01", "2026-10-09")).await.redirects_to(&page);
    henrik.get("/admin").await.hides("Væk uden afløser");
    let mia = app.young_person("Mia").await;
    let hers = app.signed_in(mia.account).await;
    hers.get("/me").await.shows("Hjælper dig, mens Sofie er væk").shows("Mads");
    app.clock().set("2026-10-10T08:00:00Z".parse().expect("an instant"));
    let hers = app.signed_in(mia.account).await;
    hers.get("/me").await.hides("mens Sofie er væk");
}

/// A press with everything right but one field is refused in these words beside it, keeps what was typed in the
/// others, and saves nothing.
pub async fn refuses(
    browser: &Browser,
    path: &str,
    right: &[(&str, &str)],
    wrong: (&str, &str),
    words: &str,
) -> Seen {
    let mut form: Vec<(&str, &str)> = right.to_vec();
    form.retain(|(name, _)| *name != wrong.0);
    form.push(wrong);
    let answer = browser.post(path, form.clone()).await;
    answer.refused(words);
    let typed = answer.form();
    // A choice that is none of the list's cannot be kept.
    form.retain(|field| *field != wrong || !words.starts_with("Vælg en af"));
    for (name, value) in form {
        let kept = typed.iter().find(|(field, _)| field == name).map(|(_, kept)| kept.as_str());
        assert_eq!(kept, Some(value), "{path}: {name}");
    }
    let link = answer.address_of(".problem-summary a", "href");
    assert_eq!(link, format!("#{}", wrong.0), "{path}: the problem leads to its field");
    answer
}

#[tokio::test(flavor = "multi_thread")]
async fn a_holiday_and_a_requirement_are_added_once() {
    let app = TestApp::spawn().await;
    let henrik = henrik(&app).await;
    let holidays = "/admin/programme/holidays";
    let day = [("day", "2026-12-30"), ("name_da", "Lukket"), ("name_en", "Closed")];
    let before = holiday::Entity::find().count(&app.state.db.read).await.expect("a count");
    refuses(&henrik, holidays, &day, ("day", "2026-13-30"), "Skriv en dato").await;
    refuses(&henrik, holidays, &day, ("name_da", ""), "Skriv mellem 1 og 100 tegn").await;
    refuses(&henrik, holidays, &day, ("day", "2026-12-25"), "Det står på listen allerede").await;
    let now = holiday::Entity::find().count(&app.state.db.read).await.expect("a count");
    assert_eq!(now, before);
    henrik.post_and_follow(holidays, day).await.shows("Lukket").shows("30. december 2026");
    refuses(&henrik, holidays, &day, day[0], "Det står på listen allerede").await;

    let list = "/admin/programme/requirements";
    let new = [("name_da", "Truckkort"), ("name_en", "Forklift licence")];
    refuses(&henrik, list, &new, ("name_en", &"x".repeat(101)), "mellem 1 og 100 tegn").await;
    henrik.post_and_follow(list, new).await.shows("Truckkort");
    refuses(&henrik, list, &new, new[1], "Det står på listen allerede").await;
    refuses(&henrik, list, &new, ("name_en", "Truck licence"), "Det står på listen allerede").await;
    let rows = requirement::Entity::find().all(&app.state.db.read).await.expect("the list");
    let row = rows.iter().find(|row| row.name_da == "Truckkort").expect("just added");
    let retirement = format!("{list}/{}/retirement", row.id);
    henrik.post_and_follow(&retirement, []).await.shows("Bruges ikke mere");
    henrik.post(&retirement, []).await.redirects_to(list);
    let bakery = app.company("Bager Buhl").await;
    let karen = app.signed_in(bakery.member).await;
    karen.get("/company/places/new").await.shows("Kørekort").hides("Truckkort");
    let back = format!("{list}/{}/return", row.id);
    henrik.post_and_follow(&back, []).await.hides("Brug det igen");
    karen.get("/company/places/new").await.shows("Truckkort");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_of_law_is_followed_by_a_new_row_and_never_edited() {
    let app = TestApp::spawn().await;
    let henrik = henrik(&app).await;
    let lengths = "/admin/programme/lengths";
    let length = [
        ("target_group", "activity_ready"),
        ("valid_from", "2026-11-01"),
        ("longest_weeks", "10"),
        ("extended_weeks", "20"),
        ("source", "Lov nr. 1 § 2"),
    ];
    refuses(&henrik, lengths, &length, ("valid_from", "2026-09-30"), "en dag, der kommer").await;
    refuses(&henrik, lengths, &length, ("valid_from", "snart"), "Skriv en dato").await;
    refuses(&henrik, lengths, &length, ("longest_weeks", "mange"), "Skriv et helt tal").await;
    refuses(&henrik, lengths, &length, ("extended_weeks", "9"), "ikke være kortere").await;
    refuses(&henrik, lengths, &length, ("source", ""), "mellem 1 og 500 tegn").await;
    refuses(&henrik, lengths, &length, ("target_group", "somebody"), "Vælg en af").await;
    let all_wrong = henrik.post(lengths, [("longest_weeks", "mange")]).await;
    all_wrong.refused("Skriv et helt tal").shows("Vælg en af").shows("Skriv en dato");
    all_wrong.shows("mellem 1 og 500 tegn");

    let page = henrik.post_and_follow(lengths, length).await;
    page.shows("Lov nr. 1 § 2").shows("fra 1. november 2026").shows("til 31. oktober 2026");
    refuses(&henrik, lengths, &length, length[1], "Vælg en dag efter 1. november 2026").await;
    let rows = length_rule::Entity::find().all(&app.state.db.read).await.expect("the rules");
    assert_eq!(rows.iter().filter(|row| row.source == "Lov nr. 1 § 2").count(), 1);

    let ratios = "/admin/programme/ratios";
    let ratio = [
        ("valid_from", "2026-11-01"),
        ("up_to_employees", "40"),
        ("employees_per_place", "4"),
        ("employees_per_place_above", "8"),
        ("at_least", "2"),
        ("source", "Lov nr. 3"),
    ];
    refuses(&henrik, ratios, &ratio, ("at_least", "0"), "Skriv et helt tal").await;
    refuses(&henrik, ratios, &ratio, ("valid_from", ""), "Skriv en dato").await;
    refuses(&henrik, ratios, &ratio, ("source", &"x".repeat(501)), "500 tegn").await;
    henrik.post_and_follow(ratios, ratio).await.shows("Lov nr. 3").shows("40");
    refuses(&henrik, ratios, &ratio, ratio[0], "Vælg en dag efter 1. november 2026").await;
    let rows = ratio_rule::Entity::find().all(&app.state.db.read).await.expect("the rules");
    assert_eq!(rows.iter().filter(|row| row.valid_to.is_none()).count(), 1, "one is in force");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_of_the_follow_ups_gets_new_days_from_a_day_on() {
    let app = TestApp::spawn().await;
    let henrik = henrik(&app).await;
    let path = "/admin/programme/follow-ups";
    let step = [
        ("step", "clarification day_3"),
        ("valid_from", "2026-11-01"),
        ("days", "4"),
        ("form", "visit"),
        ("minutes", "25"),
    ];
    refuses(&henrik, path, &step, ("step", "clarification never"), "Vælg en af").await;
    refuses(&henrik, path, &step, ("days", "400"), "Skriv et helt tal").await;
    refuses(&henrik, path, &step, ("form", "by pigeon"), "Vælg en af").await;
    refuses(&henrik, path, &step, ("minutes", ""), "Skriv et helt tal").await;
    refuses(&henrik, path, &step, ("valid_from", "2026-09-01"), "en dag, der kommer").await;
    henrik.post_and_follow(path, step).await.shows("4 dage fra start").shows("25");
    let rows = follow_up_rule::Entity::find().all(&app.state.db.read).await.expect("the rules");
    let new = rows.iter().filter(|row| row.minutes == 25 && row.days == 4).count();
    assert_eq!(new, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_is_invited_once_and_only_to_work_here() {
    let app = TestApp::spawn().await;
    let henrik = henrik(&app).await;
    let path = "/admin/accounts/new";
    let new = [
        ("role", "consultant"),
        ("name", "Mads"),
        ("email", "mads@example.dk"),
        ("phone", "12 34 56 78"),
        ("language", "en"),
    ];
    refuses(&henrik, path, &new, ("email", "mads"), "Skriv en e-mail").await;
    refuses(&henrik, path, &new, ("role", "young_person"), "Vælg en af").await;
    let account = henrik.post(path, new).await;
    account.redirects_below("/admin/accounts/");
    henrik.post(path, new).await.redirects_to(&account.location);
    let taken = ("email", "mads@example.dk");
    let other = new.map(|field| if field.0 == "name" { ("name", "Mads Holm") } else { field });
    refuses(&henrik, path, &other, taken, "allerede en bruger").await;
    let letters = app.mails_to("mads@example.dk").await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].subject, "You are invited");
    henrik.get("/admin/accounts?q=MADS").await.shows("Mads");
    app.clock().set(app.clock().now() + Duration::minutes(6));
    refuses(&henrik, path, &new, taken, "allerede en bruger").await;
    henrik.get("/admin/accounts?q=%25&role=nonsense&page=9").await.has_status(200);
}
