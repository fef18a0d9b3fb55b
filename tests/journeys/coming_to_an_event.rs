use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime};

use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_young_person_answers_from_the_page_behind_the_mail_and_can_change_it() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let event = app.match_event(["Bageriet", "Garagen"]).await;
    app.invite(&event, &[&mia]).await;
    let mail = app.newest_mail_to(&mia.email).await;
    assert_eq!(mail.link(), event.page);

    let account = mia.account;
    let mia = app.signed_in(account).await;
    let page = mia.get(&event.page).await;
    page.shows("onsdag den 7. oktober kl. 13-15").shows("Bageriet").shows("Bus 2 til Havnen");
    let answer = format!("{}/attendance", event.page);
    mia.post(&answer, [("answer", "yes")]).await.redirects_to(&event.page);
    mia.post(&answer, [("answer", "yes")]).await.redirects_to(&event.page);
    mia.get("/me/events").await.shows("Du kommer");
    mia.post(&answer, [("answer", "no")]).await.redirects_to(&event.page);
    mia.get(&event.page).await.shows("Du kan ikke komme");
    mia.post(&answer, [("answer", "maybe")]).await.has_status(400);

    app.clock().set(event.ends_at);
    let mia = app.signed_in(account).await;
    mia.post(&answer, [("answer", "yes")]).await.refused("Tiden er gået");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_not_invited_finds_nothing() {
    let app = TestApp::spawn().await;
    let noah = app.young_person("Noah").await;
    let event = app.match_event(["Bageriet"]).await;
    let garage = app.event_company("Garagen").await;

    let noah = app.signed_in(noah.account).await;
    noah.get(&event.page).await.not_found();
    noah.get(&format!("{}/calendar.ics", event.page)).await.not_found();
    noah.post(&format!("{}/attendance", event.page), [("answer", "yes")]).await.not_found();
    noah.get(&event.desk).await.not_found();
    let garage = app.signed_in(garage.account).await;
    garage.get(&event.page).await.not_found();
    garage.get(&event.company_page).await.not_found();
    garage.post(&format!("{}/places", event.company_page), []).await.not_found();
    garage.post(&format!("{}/host-answers", event.company_page), []).await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn another_time_or_a_cancellation_follows_into_the_calendar() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let event = app.match_event(["Bageriet"]).await;
    app.invite(&event, &[&mia]).await;
    let invited = entry(app.newest_mail_to(&mia.email).await.calendar);
    assert_eq!((invited.sequence, invited.method.as_str()), (0, "REQUEST"));
    assert_eq!(invited.starts, event.starts_at);

    let sofie = app.signed_in(app.sofie().await).await;
    let edit = format!("{}/edit", event.desk);
    let form = |day, until| {
        [
            ("day", day),
            ("from", "13:00"),
            ("until", until),
            ("venue", "Kajen"),
            ("address", "Kajen 1, Nørrevig"),
            ("count_again", "yes"),
        ]
    };
    sofie.post(&edit, form("2026-10-14", "12:00")).await.refused("slutte, efter at det er begyndt");
    sofie.post(&edit, form("14-10-2026", "15:00")).await.redirects_to(&event.desk);
    sofie.post(&edit, form("14-10-2026", "15:00")).await.redirects_to(&event.desk);
    assert_eq!(app.mails_to(&mia.email).await.len(), 2);
    let moved = entry(app.newest_mail_to(&mia.email).await.calendar);
    assert_eq!((moved.sequence, &moved.uid), (1, &invited.uid));
    assert_eq!(moved.starts, event.starts_at + chrono::Duration::days(7));

    let cancellation = format!("{}/cancellation", event.desk);
    sofie.get(&cancellation).await.shows("Én ung får en mail").shows("Én virksomhed får besked");
    let because = [("because", "Lokalet er lukket.")];
    sofie.post(&cancellation, because).await.redirects_to(&event.desk);
    sofie.post(&cancellation, because).await.redirects_to(&event.desk);
    assert_eq!(app.mails_to(&mia.email).await.len(), 3);
    let cancelled = entry(app.newest_mail_to(&mia.email).await.calendar);
    assert_eq!((cancelled.sequence, cancelled.method.as_str()), (2, "CANCEL"));
    assert_eq!((&cancelled.uid, cancelled.status.as_str()), (&invited.uid, "CANCELLED"));

    let mia = app.signed_in(mia.account).await;
    mia.get(&event.page).await.shows("Mødet er aflyst").shows("Lokalet er lukket");
    let answer = format!("{}/attendance", event.page);
    mia.post(&answer, [("answer", "yes")]).await.refused("Mødet er aflyst");
}

struct Entry {
    uid: String,
    sequence: u32,
    method: String,
    status: String,
    starts: chrono::DateTime<chrono::Utc>,
}

fn entry(file: Option<String>) -> Entry {
    let file = file.expect("a calendar file");
    assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{file}");
    let calendar: Calendar = file.parse().expect("a well-formed calendar file");
    let event = calendar.events().next().expect("one entry").clone();
    let Some(DatePerhapsTime::DateTime(CalendarDateTime::Utc(starts))) = event.get_start() else {
        panic!("{file} has no start in UTC")
    };
    Entry {
        uid: event.get_uid().expect("a UID").to_owned(),
        sequence: event.get_sequence().expect("a SEQUENCE"),
        method: calendar.property_value("METHOD").expect("a METHOD").to_owned(),
        status: event.property_value("STATUS").expect("a STATUS").to_owned(),
        starts,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_consultant_writes_down_what_people_said_on_the_phone() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let event = app.match_event(["Bageriet"]).await;
    app.invite(&event, &[&mia]).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let people = format!("{}/people", event.desk);
    sofie
        .post(&format!("{people}/{}/attendance", mia.id), [("answer", "yes")])
        .await
        .redirects_to(&people);
    sofie.get(&people).await.shows("Kommer Skrevet af Sofie");
    let bakery = &event.companies[0];
    let companies = format!("{}/companies", event.desk);
    let answer = format!("{companies}/{}/attendance", bakery.id);
    sofie.post(&answer, [("answer", "no")]).await.redirects_to(&companies);
    sofie.get(&companies).await.shows("Kan ikke Skrevet af Sofie");
}

#[tokio::test(flavor = "multi_thread")]
async fn groups_and_companies_with_a_published_page_are_invited_and_nobody_twice() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    app.young_person("Noah").await;
    let bakery = app.event_company("Bageriet").await;
    let event = app.match_event(["Garagen"]).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let people = format!("{}/people/invitation", event.desk);
    sofie.post(&people, [("who", "chosen")]).await.refused("Vælg mindst én");
    let id = mia.id.to_string();
    sofie.post(&people, [("who", "chosen"), ("chosen", &id)]).await.has_status(303);
    sofie.get(&people).await.shows("Noah").hides(&id);
    sofie.post(&people, [("who", "all")]).await.has_status(303);
    assert_eq!(app.mails_to(&mia.email).await.len(), 1);
    assert_eq!(app.mails_to("noah@example.dk").await.len(), 1);
    sofie.get(&people).await.shows("Alle er med allerede");

    let companies = format!("{}/companies/invitation", event.desk);
    sofie.post(&companies, [("who", "all")]).await.has_status(303);
    assert_eq!(app.newest_mail_to(&bakery.email).await.link(), event.company_page);

    let order = format!("{}/order", event.desk);
    let (one, two) = (format!("number-{}", event.companies[0].id), format!("number-{}", bakery.id));
    sofie.post(&order, [(one.as_str(), "x"), (two.as_str(), "1")]).await.refused("helt tal");
    sofie.post(&order, [(one.as_str(), "2"), (two.as_str(), "1")]).await.redirects_to(&order);
    let seen = sofie.get(&order).await.text();
    assert!(seen.find("Bageriet") < seen.find("Garagen"), "{seen}");
    let down = format!("down {}", bakery.id);
    let form = [(one.as_str(), "2"), (two.as_str(), "1"), ("move", down.as_str())];
    sofie.post(&order, form).await.redirects_to(&order);
    let seen = sofie.get(&order).await.text();
    assert!(seen.find("Garagen") < seen.find("Bageriet"), "{seen}");
}
