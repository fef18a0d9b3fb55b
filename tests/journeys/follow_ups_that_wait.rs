use omvendt::domain::EndReason;
use omvendt::features::placements;

use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn what_came_to_nothing_is_closed_with_a_reason_and_reminds_nobody() {
    let app = TestApp::spawn().await;
    let placement = app.followed("2026-10-12", "2026-11-06").await;
    let page = app.step_page(placement, "before_start").await;
    app.noon("2026-10-08");
    let sofie = app.signed_in(app.sofie().await).await;
    let nothing = format!("{page}/nothing");
    sofie.post(&nothing, [("reason", "")]).await.refused("Skriv noget her");
    for _ in 0..2 {
        sofie
            .post_and_follow(&nothing, [("reason", "Mia var på ferie")])
            .await
            .shows("Opfølgningen er lukket")
            .shows("Den blev ikke til noget")
            .shows("Mia var på ferie");
    }
    sofie.get(&placements::path(placement)).await.shows("Blev ikke til noget");
    sofie.get("/desk/follow-ups?when=overdue").await.hides("Møde før start");
    app.noon("2026-10-09");
    let mails = app.mails_to("sofie@example.dk").await;
    assert!(mails.iter().all(|mail| mail.subject != "Opfølgning venter på dig"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_overdue_when_a_placement_ends_is_closed_with_it() {
    let app = TestApp::spawn().await;
    let (mia, company) = (app.young_person("Mia").await, app.company("Bager Buhl").await);
    let placement = app.running_placement(&mia, &company).await;
    app.schedule(placement).await;
    app.noon("2026-10-12");
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.get("/desk/follow-ups?when=overdue").await.shows("Første dag");
    app.ends_early(placement, EndReason::GotJob).await;

    sofie.get("/desk/follow-ups?when=overdue").await.hides("Første dag");
    let page = app.step_page(placement, "first_day").await;
    sofie.get(&page).await.shows("Praktikken sluttede, før den blev holdt");
}

#[tokio::test(flavor = "multi_thread")]
async fn however_many_are_overdue_each_person_has_one_letter_a_morning() {
    let app = TestApp::spawn().await;
    let (mia, company) = (app.young_person("Mia").await, app.company("Bager Buhl").await);
    let placement = app.running_placement(&mia, &company).await;
    app.schedule(placement).await;
    app.consultant("Mads").await;
    app.noon("2026-10-19");
    let letters = async |address: &str, subject: &str| {
        let mails = app.mails_to(address).await;
        mails.into_iter().filter(|mail| mail.subject == subject).collect::<Vec<_>>()
    };
    let own = letters("sofie@example.dk", "Opfølgning venter på dig").await;
    assert_eq!(own.len(), 1);
    assert!(own[0].text.contains("opfølgninger er over tiden"), "{}", own[0].text);
    let teams = letters("mads@example.dk", "Opfølgning mangler en, der holder den").await;
    assert_eq!(teams.len(), 1);
    assert!(letters("sofie@example.dk", "Opfølgning mangler en, der holder den").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_days_of_a_placement_that_has_not_begun_are_not_chased() {
    let app = TestApp::spawn().await;
    let placement = app.followed("2026-10-12", "2026-11-06").await;
    let page = app.step_page(placement, "before_start").await;
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.post(&format!("{page}/holding"), [("said", "Klar")]).await.redirects_to(&page);
    app.noon("2026-10-21");
    let mails = app.mails_to("sofie@example.dk").await;
    assert!(mails.iter().all(|mail| mail.subject != "Opfølgning venter på dig"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_saturday_is_asked_about_once_and_then_taken() {
    let app = TestApp::spawn().await;
    let placement = app.followed("2026-10-12", "2026-11-06").await;
    let page = app.step_page(placement, "midway").await;
    let sofie = app.signed_in(app.sofie().await).await;
    let moving = format!("{page}/rescheduling");
    let answer = sofie.post(&moving, [("day", "2026-10-31")]).await;
    answer.refused("Lørdag den 31. oktober er weekend eller helligdag");
    let anyway = answer.value("anyway");
    sofie.post(&moving, [("day", "2026-10-31"), ("anyway", &*anyway)]).await.redirects_to(&page);
    assert_eq!(app.step(placement, "midway").await.due_on.to_string(), "2026-10-31");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_moved_while_another_is_held_is_told_to_those_who_come() {
    let app = TestApp::spawn().await;
    let placement = app.followed("2026-10-12", "2026-11-06").await;
    let page = app.step_page(placement, "before_start").await;
    let sofie = app.signed_in(app.sofie().await).await;
    let midway = app.step(placement, "midway").await.id.to_string();
    let form = [("said", "Klar"), ("next_day", "2026-10-28"), ("next_is", &midway)];
    for _ in 0..2 {
        sofie.post(&format!("{page}/holding"), form).await.redirects_to(&page);
    }
    for address in ["mia@example.dk", "bager.buhl@firma.example"] {
        let mails = app.mails_to(address).await;
        let told = mails.iter().filter(|mail| mail.text.contains("onsdag den 28. oktober"));
        assert_eq!(told.count(), 1, "{address}");
    }
}
