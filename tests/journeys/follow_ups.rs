use crate::support::TestApp;
use omvendt::domain::EndReason;

#[tokio::test(flavor = "multi_thread")]
async fn an_agreed_placement_is_followed_on_working_days_over_christmas() {
    let app = TestApp::spawn().await;
    app.noon("2026-12-01");
    let placement = app.followed("2026-12-17", "2027-01-15").await;

    // Saturday 12 moves back before the start, Saturday 19 and Christmas Eve move on.
    let days = app.days(placement).await;
    let days: Vec<_> = days.iter().map(|(step, day)| (step.as_str(), day.as_str())).collect();
    assert_eq!(
        days,
        [
            ("before_start", "2026-12-11"),
            ("first_day", "2026-12-17"),
            ("day_3", "2026-12-21"),
            ("week_1", "2026-12-28"),
            ("midway", "2027-01-04"),
            ("closing", "2027-01-12"),
        ]
    );
    app.schedule(placement).await;
    assert_eq!(app.days(placement).await.len(), 6);

    let sofie = app.signed_in(app.sofie().await).await;
    sofie
        .get("/desk/follow-ups")
        .await
        .shows("Mia")
        .shows("Bager Buhl")
        .shows("Møde før start")
        .shows("fredag den 11. december")
        .shows("den unge, virksomheden, konsulenten");
    let midway = app.step_page(placement, "midway").await;
    let saturday = [("day", "2027-01-09")];
    sofie
        .post(&format!("{midway}/rescheduling"), saturday)
        .await
        .refused("Lørdag den 9. januar 2027");
}

#[tokio::test(flavor = "multi_thread")]
async fn changed_dates_move_what_has_not_happened() {
    let app = TestApp::spawn().await;
    let placement = app.followed("2026-10-12", "2026-11-06").await;
    let sofie = app.signed_in(app.sofie().await).await;
    let before = app.step_page(placement, "before_start").await;
    sofie.post(&format!("{before}/holding"), [("said", "Alt er klar")]).await.redirects_to(&before);
    let midway = app.step_page(placement, "midway").await;
    let moved = format!("{midway}/rescheduling");
    sofie.post(&moved, [("day", "2026-10-28")]).await.redirects_to(&midway);

    app.follow(placement, "2026-10-14", "2026-11-06").await;
    assert_eq!(app.step(placement, "before_start").await.due_on.to_string(), "2026-10-07");
    assert_eq!(app.step(placement, "first_day").await.due_on.to_string(), "2026-10-14");
    assert_eq!(app.step(placement, "midway").await.due_on.to_string(), "2026-10-28");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_follow_up_is_held_in_one_screen_with_the_next_day_agreed() {
    let app = TestApp::spawn().await;
    let placement = app.followed("2026-10-12", "2026-11-06").await;
    let page = app.step_page(placement, "first_day").await;
    let holding = format!("{page}/holding");
    app.noon("2026-10-12");
    let sofie = app.signed_in(app.sofie().await).await;

    sofie
        .get(&page)
        .await
        .shows("Mia: Første dag")
        .shows("Kom du frem?")
        .shows("Ring 12 34 56 78")
        .shows("Hanne Krogh")
        .shows("Karen fra Bager Buhl");
    let form =
        [("said", "Kom til tiden"), ("next_step", "Ring om busser"), ("next_day", "13/10 2026")];
    sofie
        .post_and_follow(&holding, form)
        .await
        .shows("Opfølgningen er gemt")
        .shows("Kom til tiden")
        .shows("Ring om busser")
        .shows("tirsdag den 13. oktober");
    sofie.post(&holding, form).await.redirects_to(&page);
    let steps: Vec<_> = app.days(placement).await.into_iter().map(|(step, _)| step).collect();
    assert_eq!(steps.iter().filter(|step| step.starts_with("agreed_")).count(), 1);

    let agreed = app.step_page(placement, "agreed_1").await;
    sofie
        .get(&agreed)
        .await
        .shows("Aftalt samtale")
        .shows("Sidst")
        .shows("Kom til tiden")
        .shows("Ring om busser");

    app.follow(placement, "2026-10-12", "2026-11-13").await;
    assert_eq!(app.step(placement, "agreed_1").await.due_on.to_string(), "2026-10-13");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_day_can_move_the_next_follow_up() {
    let app = TestApp::spawn().await;
    let placement = app.followed("2026-10-12", "2026-11-06").await;
    let page = app.step_page(placement, "first_day").await;
    let sofie = app.signed_in(app.sofie().await).await;
    let before = app.step_page(placement, "before_start").await;
    sofie.post(&format!("{before}/holding"), [("said", "Klar")]).await.redirects_to(&before);
    app.noon("2026-10-12");
    let sofie = app.signed_in(app.sofie().await).await;

    let next = app.step(placement, "day_3").await.id.to_string();
    let form = [("said", "Godt"), ("next_day", "2026-10-15"), ("next_is", &next)];
    sofie.post(&format!("{page}/holding"), form).await.redirects_to(&page);
    let moved = app.step(placement, "day_3").await;
    assert_eq!((moved.due_on.to_string().as_str(), moved.moved_by_hand), ("2026-10-15", true));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_two_consultants_write_at_once_is_all_kept() {
    let app = TestApp::spawn().await;
    let placement = app.followed("2026-10-12", "2026-11-06").await;
    let page = app.step_page(placement, "before_start").await;
    let holding = format!("{page}/holding");
    let sofie = app.signed_in(app.sofie().await).await;
    let mads = app.signed_in(app.consultant("Mads").await).await;
    sofie.get(&page).await.shows("Sådan gik det");

    mads.post(&holding, [("said", "Hun glæder sig")]).await.redirects_to(&page);
    let answer = sofie.post(&holding, [("said", "Bussen er et problem")]).await;
    answer.refused("En kollega har gemt imens").shows("Hun glæder sig");
    assert_eq!(answer.value("said").trim(), "Bussen er et problem");
    let more = [("said", "Bussen er et problem"), ("adds", "yes")];
    sofie.post(&holding, more).await.redirects_to(&page);
    sofie.post(&holding, more).await.redirects_to(&page);

    let said = app.step(placement, "before_start").await.said;
    assert_eq!(said.as_deref(), Some("Hun glæder sig\n\nSofie: Bussen er et problem"));
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_input_keeps_what_was_typed() {
    let app = TestApp::spawn().await;
    let placement = app.followed("2026-10-12", "2026-11-06").await;
    let page = app.step_page(placement, "midway").await;
    let sofie = app.signed_in(app.sofie().await).await;

    let holding = format!("{page}/holding");
    sofie.post(&holding, [("said", "")]).await.refused("Skriv noget her");
    let answer = sofie.post(&holding, [("said", "Godt"), ("next_day", "snart")]).await;
    answer.refused("Skriv en dato");
    assert_eq!((answer.value("said").trim(), &*answer.value("next_day")), ("Godt", "snart"));
    let past = [("said", "Godt"), ("next_day", "2026-09-30")];
    sofie.post(&holding, past).await.refused("Vælg i dag eller en dag, der kommer");
    let moving = format!("{page}/rescheduling");
    sofie.post(&moving, [("day", "2028-10-01")]).await.refused("Vælg en dag inden for et år");
    sofie.post(&format!("{page}/handover"), [("colleague", "?")]).await.refused("Vælg en af");
    assert_eq!(app.step(placement, "midway").await.done_at, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_follow_up_is_handed_to_a_colleague_who_is_told_without_a_name() {
    let app = TestApp::spawn().await;
    let placement = app.followed("2026-10-12", "2026-11-06").await;
    let page = app.step_page(placement, "midway").await;
    let mads = app.consultant("Mads").await;
    let sofie = app.signed_in(app.sofie().await).await;

    let to = mads.to_string();
    for _ in 0..2 {
        sofie.post(&format!("{page}/handover"), [("colleague", &*to)]).await.redirects_to(&page);
    }
    let mails = app.mails_to("mads@example.dk").await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains(&page) && !mails[0].text.contains("Mia"));
    sofie.get("/desk/follow-ups").await.hides("Midtvejs");
    app.signed_in(mads).await.get("/desk/follow-ups").await.shows("Midtvejs");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_too_late_to_move_or_hand_over_is_told_that_it_is_held() {
    let app = TestApp::spawn().await;
    let placement = app.followed("2026-10-12", "2026-11-06").await;
    let page = app.step_page(placement, "before_start").await;
    let mads = app.consultant("Mads").await.to_string();
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.post(&format!("{page}/holding"), [("said", "Alt er klar")]).await.has_status(303);

    let moved = [("day", "2026-10-08")];
    let handed = [("colleague", &*mads)];
    for (press, form) in [("rescheduling", moved), ("handover", handed)] {
        sofie
            .post_and_follow(&format!("{page}/{press}"), form)
            .await
            .shows("Opfølgningen er holdt i mellemtiden");
    }
    assert!(app.mails_to("mads@example.dk").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_that_moves_is_told_to_those_who_come() {
    let app = TestApp::spawn().await;
    let placement = app.followed("2026-10-12", "2026-11-06").await;
    let page = app.step_page(placement, "midway").await;
    let sofie = app.signed_in(app.sofie().await).await;

    let moving = format!("{page}/rescheduling");
    for _ in 0..2 {
        sofie.post(&moving, [("day", "2026-10-28")]).await.redirects_to(&page);
    }
    let told = |letter: &&crate::support::Letter| letter.text.contains("onsdag den 28. oktober");
    for address in ["mia@example.dk", "bager.buhl@firma.example"] {
        let mails = app.mails_to(address).await;
        assert_eq!(mails.iter().filter(told).count(), 1, "{address}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_overdue_follow_up_reminds_its_owner_and_after_two_working_days_the_team() {
    let app = TestApp::spawn().await;
    let placement = app.followed("2026-10-12", "2026-11-06").await;
    app.consultant("Mads").await;
    let waits = async |address: &str| {
        let mails = app.mails_to(address).await;
        mails.into_iter().filter(|letter| letter.text.contains("/desk/follow-ups?")).count()
    };
    // The meeting before the start is due on Wednesday 7 October.
    app.noon("2026-10-07");
    assert_eq!(waits("sofie@example.dk").await, 0);
    app.noon("2026-10-08");
    assert_eq!((waits("sofie@example.dk").await, waits("mads@example.dk").await), (1, 0));
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.get("/desk/follow-ups?when=overdue").await.shows("Møde før start");
    app.noon("2026-10-09");
    assert_eq!((waits("sofie@example.dk").await, waits("mads@example.dk").await), (2, 1));
    assert_eq!(waits("mads@example.dk").await, 1);

    let page = app.step_page(placement, "before_start").await;
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.post(&format!("{page}/holding"), [("said", "Holdt")]).await.redirects_to(&page);
    app.noon("2026-10-11");
    assert_eq!(waits("mads@example.dk").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_absent_colleagues_follow_up_is_the_deputys() {
    let app = TestApp::spawn().await;
    app.followed("2026-10-12", "2026-11-06").await;
    let mads = app.consultant("Mads").await;
    app.is_away(app.sofie().await, mads, "2026-10-05", "2026-10-30").await;
    app.noon("2026-10-08");

    let board = app.signed_in(mads).await;
    board.get("/desk/follow-ups").await.shows("Mia").shows("Mads (for Sofie)");
    let mails = app.mails_to("mads@example.dk").await;
    assert_eq!(mails.iter().filter(|mail| mail.subject == "Opfølgning venter på dig").count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn outcome_checks_follow_an_ended_placement() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let company = app.company("Bager Buhl").await;
    let placement = app.running_placement(&mia, &company).await;
    app.schedule(placement).await;
    app.noon("2026-10-05");
    app.ends_early(placement, EndReason::GotJob).await;

    let days = app.days(placement).await;
    let day = |step: &str| days.iter().find(|(s, _)| s == step).map(|(_, day)| day.as_str());
    assert_eq!(day("after_7"), Some("2026-10-12"));
    assert_eq!(day("outcome_14"), Some("2026-10-19"));
    assert_eq!(day("outcome_91"), Some("2027-01-04"));
    assert_eq!(day("closing"), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn follow_ups_are_the_consultants_alone() {
    let app = TestApp::spawn().await;
    let placement = app.followed("2026-10-12", "2026-11-06").await;
    let page = app.step_page(placement, "midway").await;
    let mia = app.sign_in("mia@example.dk").await;
    for other in [mia, app.manager().await] {
        other.get("/desk/follow-ups").await.not_found();
        other.get(&page).await.not_found();
        other.post(&format!("{page}/holding"), [("said", "Hej")]).await.not_found();
    }
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.get("/follow-ups/00000000-0000-0000-0000-000000000000").await.not_found();
}
