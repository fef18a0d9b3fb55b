use chrono::TimeZone;

use super::*;
use crate::domain::Language;
use crate::entities::new_id;
use crate::words::Words;

fn at_noon(day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 12, day, 11, 0, 0).unwrap()
}

/// Wednesday 2 December at 13; ranking closes the day after at noon.
fn event(status: EventStatus, answer: Attendance) -> Event {
    Event {
        id: new_id(),
        status,
        starts_at: at_noon(2) + Duration::hours(1),
        ends_at: at_noon(2) + Duration::hours(3),
        ranking_closes_at: at_noon(3),
        venue: "Byens Hus".into(),
        address: "Torvet 1".into(),
        companies: 8,
        answer,
        has_ranked: false,
        has_draft: false,
        has_favourites: false,
        outcome: Outcome::NotYet,
    }
}

fn placement(stage: Stage) -> Placement {
    Placement { id: new_id(), company: "Bageriet".into(), stage }
}

fn heading(events: Vec<Event>, placements: Vec<Placement>, now: DateTime<Utc>) -> String {
    let month = Month { events, placements };
    next(&month, now).card("Sofie", now, Words(Language::Danish)).heading
}

#[test]
fn the_month_of_one_event_from_invitation_to_waiting() {
    use Attendance::{Unanswered, Yes};
    use EventStatus::{Live, Open, Ranking};
    let only = |event| vec![event];
    let t = Words(Language::Danish);
    let says = |event, now| heading(only(event), vec![], now);

    assert_eq!(says(event(Open, Unanswered), at_noon(1)), t.me_next_invited());
    assert_eq!(says(event(Open, Yes), at_noon(1)), t.me_next_meet(8usize));
    assert_eq!(says(event(Live, Yes), at_noon(2)), t.me_next_meet(8usize));
    assert_eq!(says(event(Ranking, Yes), at_noon(2) + Duration::hours(4)), t.me_next_rank());
    let ranked = Event { has_ranked: true, ..event(Ranking, Yes) };
    assert_eq!(says(ranked, at_noon(2) + Duration::hours(4)), t.me_next_ranked());
    let draft = |has_ranked| Event { has_draft: true, has_ranked, ..event(Ranking, Yes) };
    let evening = at_noon(2) + Duration::hours(4);
    assert_eq!(says(draft(false), evening), t.me_next_rank_unsaved());
    assert_eq!(says(draft(true), evening), t.me_next_ranked());
    assert_eq!(says(draft(false), at_noon(3)), t.me_next_wait_match());
    assert_eq!(says(event(Ranking, Yes), at_noon(3)), t.me_next_no_list());
    assert_eq!(says(event(Open, Yes), at_noon(3)), t.me_next_no_list(), "from the clock");
    assert_eq!(says(event(Open, Attendance::No), at_noon(1)), t.me_next_nothing());
}

#[test]
fn whoever_forgot_a_button_still_hears_of_the_ranking_and_the_match() {
    use Attendance::{No, Unanswered, Yes};
    use EventStatus::{Open, Ranking};
    let t = Words(Language::Danish);
    let says = |event, now| heading(vec![event], vec![], now);
    let evening = at_noon(2) + Duration::hours(4);

    assert_eq!(says(event(Ranking, Unanswered), evening), t.me_next_rank());
    let ranked = Event { has_ranked: true, ..event(Ranking, Unanswered) };
    assert_eq!(says(ranked, at_noon(3)), t.me_next_wait_match());
    assert_eq!(says(event(Open, Yes), at_noon(3)), t.me_next_no_list());
    assert_eq!(says(event(Ranking, No), evening), t.me_next_nothing());
}

#[test]
fn an_answer_that_is_waited_for_comes_before_everything_else() {
    let t = Words(Language::Danish);
    let proposal = placement(Stage::Unanswered { answer_by: at_noon(9), event: None });
    let invited = event(EventStatus::Open, Attendance::Yes);
    assert_eq!(heading(vec![invited], vec![proposal], at_noon(1)), t.me_next_place("Bageriet"));
}

#[test]
fn bad_news_is_rung_before_it_can_be_read() {
    let t = Words(Language::Danish);
    let outcome = |outcome| Event { outcome, ..event(EventStatus::Matched, Attendance::Yes) };
    assert_eq!(heading(vec![outcome(Outcome::CallFirst)], vec![], at_noon(4)), t.me_next_call());
    assert_eq!(heading(vec![outcome(Outcome::Told)], vec![], at_noon(4)), t.me_next_result());
}

#[test]
fn days_close_by_are_called_today_and_tomorrow() {
    let t = Words(Language::Danish);
    let month =
        Month { events: vec![event(EventStatus::Open, Attendance::Yes)], ..Month::default() };
    let when = |now| next(&month, now).card("Sofie", now, t).when;
    assert_eq!(when(at_noon(2)), "I dag kl. 13");
    assert_eq!(when(at_noon(1)), "I morgen kl. 13");
    assert_eq!(when(at_noon(1) - Duration::days(4)), "onsdag den 2. december kl. 13");
}

#[test]
fn while_the_event_is_on_nobody_is_asked_whether_they_come() {
    let t = Words(Language::Danish);
    let during = at_noon(2) + Duration::hours(2);
    for status in [EventStatus::Open, EventStatus::Live, EventStatus::Ranking] {
        let month = Month { events: vec![event(status, Attendance::Yes)], ..Month::default() };
        let card = next(&month, during).card("Sofie", during, t);
        assert_eq!(
            (card.heading.as_str(), card.when.as_str()),
            ("Lige nu: kom bare ind", "Indtil kl. 15")
        );
        assert!(card.leads_to(&ranking(&month.events[0])));
        assert!(!card.leads_to(&format!("/events/{}#answer", month.events[0].id)));
    }
}

#[test]
fn who_wants_to_talk_first_keeps_the_way_to_the_answer() {
    let t = Words(Language::Danish);
    let talking = placement(Stage::Talking { answer_by: at_noon(9) });
    let invited = event(EventStatus::Open, Attendance::Unanswered);
    let month = Month { events: vec![invited], placements: vec![talking] };
    let card = next(&month, at_noon(1)).card("Sofie", at_noon(1), t);
    assert_eq!(card.heading, t.me_next_talk("Sofie", "Bageriet"));
    assert!(card.leads_to(&path(&month.placements[0])));
}

#[test]
fn who_has_a_place_is_not_asked_for_a_list() {
    let t = Words(Language::Danish);
    let running = || vec![placement(Stage::Running { next: None })];
    let ranking = || vec![event(EventStatus::Ranking, Attendance::Yes)];
    for now in [at_noon(2) + Duration::hours(4), at_noon(4)] {
        assert_eq!(heading(ranking(), running(), now), t.me_next_running("Bageriet"));
    }
}

#[test]
fn a_no_is_not_passed_over_in_silence() {
    let t = Words(Language::Danish);
    let says = |by_company| {
        let declined = placement(Stage::Declined { by_company });
        heading(vec![event(EventStatus::Open, Attendance::Yes)], vec![declined], at_noon(1))
    };
    assert_eq!(says(true), t.me_next_mend());
    assert_eq!(says(false), t.me_next_declined());
}
