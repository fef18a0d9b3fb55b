use std::collections::BTreeSet;

use chrono::{Month, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Weekday};

use super::*;
use crate::domain::calendar::Calendar;
use crate::domain::kinds::Attendance;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn utc(day: u32, hour: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 12, day, hour, 0, 0).unwrap()
}

fn first_wednesdays(months: &[Month]) -> EventPlan {
    EventPlan {
        week: WeekOfMonth::First,
        weekday: Weekday::Wed,
        starts: NaiveTime::from_hms_opt(13, 0, 0).unwrap(),
        ends: NaiveTime::from_hms_opt(15, 0, 0).unwrap(),
        months: months.iter().copied().collect(),
    }
}

fn event(status: EventStatus) -> MatchEvent {
    MatchEvent {
        status,
        starts_at: utc(2, 12),
        ranking_closes_at: utc(3, 11),
        calendar_sequence: 0,
    }
}

#[test]
fn companies_say_whether_they_can_be_host_once_the_day_has_begun_and_until_the_match() {
    let starts = DateTime::UNIX_EPOCH + TimeDelta::hours(13);
    let early = starts - TimeDelta::minutes(10);
    assert!(!hosts_may_answer(EventStatus::Open, starts, early));
    assert!(hosts_may_answer(EventStatus::Open, starts, starts));
    assert!(hosts_may_answer(EventStatus::Live, starts, early));
    assert!(hosts_may_answer(EventStatus::Ranking, starts, early));
    assert!(!hosts_may_answer(EventStatus::Matched, starts, starts));
}

#[test]
fn a_year_is_planned_in_one_go() {
    let calendar = Calendar::new([day("2027-05-05")]);
    let plan = first_wednesdays(&[Month::January, Month::February, Month::March, Month::May]);
    let planned = BTreeSet::from([day("2027-03-03")]);
    let found = plan.days(2027, &calendar, &planned, day("2027-01-10")).unwrap();
    assert_eq!(found.days, [day("2027-02-03")]);
    let skipped = [
        (day("2027-01-06"), Skipped::Past),
        (day("2027-03-03"), Skipped::Planned),
        (day("2027-05-05"), Skipped::Holiday),
    ];
    assert_eq!(found.skipped, skipped);
}

#[test]
fn the_last_week_is_the_fourth_or_the_fifth() {
    let mut plan = first_wednesdays(&[Month::March, Month::April]);
    plan.week = WeekOfMonth::Last;
    let found = plan.days(2027, &Calendar::default(), &BTreeSet::new(), day("2027-01-01"));
    assert_eq!(found.unwrap().days, [day("2027-03-31"), day("2027-04-28")]);
}

#[test]
fn a_plan_that_cannot_be_is_refused() {
    let days = |plan: &EventPlan, year| {
        plan.days(year, &Calendar::default(), &BTreeSet::new(), day("2026-11-22"))
    };
    let mut plan = first_wednesdays(&[]);
    assert_eq!(days(&plan, 2027), Err(PlanError::NoMonth));
    plan.months.insert(Month::May);
    assert_eq!(days(&plan, 2025), Err(PlanError::UnlikelyYear));
    assert_eq!(days(&plan, i32::MAX), Err(PlanError::UnlikelyYear));
    plan.ends = plan.starts;
    assert_eq!(days(&plan, 2027), Err(PlanError::EndsBeforeStart));
}

#[test]
fn suggested_deadlines_stand_in_order() {
    let rule = DeadlineRule {
        places_days_before: 7,
        ranking_days_after: 1,
        ranking_closes: NaiveTime::from_hms_opt(12, 0, 0).unwrap(),
        host_answer_days_after: 2,
        answer_days_after: 9,
    };
    let calendar = Calendar::new([day("2026-12-11")]);
    let times = EventTimes::suggested(
        at("2026-12-02T13:00:00"),
        at("2026-12-02T15:00:00"),
        &rule,
        &calendar,
    );
    assert_eq!(times.check(), Ok(()));
    assert_eq!(times.places_confirmed_by, at("2026-11-25T12:00:00"));
    assert_eq!(times.ranking_closes, at("2026-12-03T12:00:00"));
    assert_eq!(times.host_answers_by, at("2026-12-04T12:00:00"));
    assert_eq!(times.answers_by, at("2026-12-14T12:00:00"));
}

#[test]
fn times_out_of_order_are_named() {
    let good = EventTimes {
        places_confirmed_by: 1,
        starts: 2,
        ends: 3,
        ranking_closes: 5,
        host_answers_by: 4,
        answers_by: 9,
    };
    assert_eq!(good.check(), Ok(()));
    let table = [
        (EventTimes { ends: 2, ..good }, TimesError::EndsBeforeStart),
        (EventTimes { ranking_closes: 2, ..good }, TimesError::RankingClosesTooEarly),
        (EventTimes { places_confirmed_by: 6, ..good }, TimesError::PlacesConfirmedTooLate),
        (EventTimes { host_answers_by: 1, ..good }, TimesError::HostAnswersTooEarly),
        (EventTimes { answers_by: 5, ..good }, TimesError::AnswersTooEarly),
    ];
    for (times, error) in table {
        assert_eq!(times.check(), Err(error));
    }
}

#[test]
fn one_event_from_plan_to_close() {
    let mut event = event(EventStatus::Planned);
    assert_eq!(event.start(utc(2, 12)), Err(EventError::NotOpen));
    assert_eq!(event.open(utc(1, 8)), Ok(Change::Made));
    assert_eq!(event.open(utc(1, 8)), Ok(Change::Before));
    assert_eq!(event.start(utc(1, 8)), Err(EventError::TooEarly));
    assert_eq!(event.start(utc(2, 11)), Ok(Change::Made));
    assert_eq!(event.close_presentations(), Ok(Change::Made));
    assert_eq!(event.publish_match(utc(3, 10)), Err(EventError::RankingOpen));
    assert_eq!(event.close(0, utc(3, 10)), Err(EventError::RankingOpen));
    assert_eq!(event.close(1, utc(3, 11)), Err(EventError::NotMatched));
    assert_eq!(event.publish_match(utc(3, 11)), Ok(Change::Made));
    assert_eq!(event.may_be_edited(), Err(EventError::Matched));
    assert_eq!(event.cancel(), Err(EventError::Matched));
    assert_eq!(event.close(1, utc(4, 8)), Ok(Change::Made));
    assert_eq!(event.close(1, utc(4, 8)), Ok(Change::Before));
}

#[test]
fn an_event_nobody_waits_for_is_closed_without_a_match() {
    let mut quiet = event(EventStatus::Open);
    assert_eq!(quiet.close(0, utc(3, 10)), Err(EventError::RankingOpen));
    assert_eq!(quiet.close(0, utc(3, 11)), Ok(Change::Made));
    assert_eq!(quiet.status, EventStatus::Closed);
}

#[test]
fn a_cancelled_event_stays_cancelled() {
    let mut event = event(EventStatus::Open);
    assert_eq!(event.cancel(), Ok(Change::Made));
    assert_eq!((event.cancel(), event.calendar_sequence), (Ok(Change::Before), 1));
    assert_eq!(event.open(utc(1, 8)), Err(EventError::Cancelled));
    assert_eq!(event.publish_match(utc(4, 8)), Err(EventError::Cancelled));
    assert_eq!(event.may_be_edited(), Err(EventError::Cancelled));
}

#[test]
fn the_clock_closes_the_ranking_whatever_was_pressed() {
    for status in [EventStatus::Open, EventStatus::Live, EventStatus::Ranking] {
        assert!(ranking_is_open(status, utc(3, 11), utc(3, 10)));
        assert_eq!(ranking_window(status, utc(3, 11), utc(3, 11)), RankingWindow::Closed);
    }
    assert_eq!(ranking_window(EventStatus::Planned, utc(3, 11), utc(1, 1)), RankingWindow::NotYet);
    assert!(!ranking_is_open(EventStatus::Cancelled, utc(3, 11), utc(1, 1)));
    assert!(!ranking_is_open(EventStatus::Matched, utc(3, 11), utc(1, 1)));
}

#[test]
fn only_what_a_calendar_shows_raises_the_sequence() {
    let before =
        Appointment { starts_at: utc(2, 12), ends_at: utc(2, 14), venue: "Byens Hus", address: "" };
    assert_eq!(sequence_after(3, before, before), 3);
    assert_eq!(sequence_after(3, before, Appointment { venue: "Hallen", ..before }), 4);
}

#[test]
fn answers_are_taken_until_the_event_is_over_and_places_until_the_ranking_closes() {
    let (ends, closes) = (utc(2, 14), utc(3, 11));
    assert_eq!(may_be_answered(EventStatus::Open, ends, utc(2, 13)), Ok(()));
    assert_eq!(may_be_answered(EventStatus::Live, ends, ends), Err(EventError::Over));
    assert_eq!(may_be_answered(EventStatus::Planned, ends, utc(1, 8)), Err(EventError::NotOpen));
    assert_eq!(
        may_be_answered(EventStatus::Cancelled, ends, utc(1, 8)),
        Err(EventError::Cancelled)
    );
    assert_eq!(may_be_invited(EventStatus::Planned, ends, utc(1, 8)), Ok(()));
    assert_eq!(may_be_invited(EventStatus::Open, ends, ends), Err(EventError::Over));
    assert!(places_may_be_confirmed(EventStatus::Ranking, closes, Attendance::Yes, utc(3, 10)));
    assert!(!places_may_be_confirmed(EventStatus::Ranking, closes, Attendance::Yes, closes));
    assert!(!places_may_be_confirmed(EventStatus::Planned, closes, Attendance::Yes, utc(1, 8)));
    assert_eq!(may_check_in(EventStatus::Open, ends, utc(1, 8)), Err(EventError::TooEarly));
    assert_eq!(may_check_in(EventStatus::Ranking, ends, utc(3, 8)), Ok(()));
    assert_eq!(may_check_in(EventStatus::Closed, ends, utc(3, 8)), Err(EventError::Closed));
    assert_eq!(may_check_in(EventStatus::Matched, ends, utc(3, 8)), Err(EventError::Matched));
}
