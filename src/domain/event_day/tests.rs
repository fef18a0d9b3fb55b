use chrono::{DateTime, TimeDelta, Utc};

use super::*;
use crate::domain::StepKind;

fn at(minute: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::minutes(minute)
}

fn day() -> Vec<Step> {
    [(StepKind::Arrival, 10), (StepKind::Pitches, 6), (StepKind::Round, 9), (StepKind::Round, 9)]
        .map(|(kind, minutes)| Step::new(kind, minutes))
        .to_vec()
}

#[test]
fn the_usual_day_fills_two_hours_with_as_many_rounds_as_there_is_time_for() {
    let steps = usual(8, at(0), at(120));
    assert_eq!((rounds(&steps), length(&steps)), (6, 115));
    assert_eq!(fit(&steps, at(0), at(120)), Fit::Spare(5));
    assert_eq!(rounds(&usual(8, at(0), at(100))), 4);
}

#[test]
fn minutes_that_are_lost_are_counted_against_what_is_left() {
    let (steps, mut clock, hours) = (day(), Clock::default(), (at(0), at(40)));
    assert_eq!(fit_from(&steps, &clock, hours, at(0)), Fit::Spare(6));
    assert_eq!(fit_from(&steps, &clock, hours, at(4)), Fit::Spare(2));
    clock.begin(&steps, at(4)).unwrap();
    assert_eq!(fit_from(&steps, &clock, hours, at(5)), Fit::Spare(2));
    clock.lengthen(TimeDelta::minutes(2)).unwrap();
    assert_eq!(fit_from(&steps, &clock, hours, at(5)), Fit::Exact);
    assert_eq!(fit_from(&steps, &clock, hours, at(19)), Fit::Over(3));
    clock.pause(at(16)).unwrap();
    assert_eq!(fit_from(&steps, &clock, hours, at(20)), Fit::Over(4));
    assert_eq!(fit_from(&steps, &Clock::default(), hours, at(90)), Fit::Spare(6));
}

#[test]
fn a_short_event_keeps_three_rounds_and_says_by_how_much_it_is_too_long() {
    let steps = usual(8, at(0), at(60));
    assert_eq!(rounds(&steps), 3);
    assert_eq!(fit(&steps, at(0), at(60)), Fit::Over(28));
}

#[test]
fn a_step_left_out_takes_no_time_and_the_rounds_keep_their_numbers() {
    let mut steps = day();
    steps[2].is_skipped = true;
    assert_eq!(length(&steps), 25);
    assert_eq!(round_at(&steps, 3), Some(1));
    assert_eq!(skipped_rounds(&steps).collect::<Vec<_>>(), [0]);
    assert_eq!(timetable(&steps, at(0)), [at(0), at(10), at(16), at(16)]);
}

#[test]
fn next_goes_through_the_companies_that_present_before_the_next_step() {
    let (steps, mut clock) = (day(), Clock::default());
    clock.begin(&steps, at(0)).unwrap();
    clock.next(&steps, 2, at(9)).unwrap();
    assert_eq!((clock.moment, clock.presenter), (Moment::At(1), 0));
    clock.next(&steps, 2, at(11)).unwrap();
    assert_eq!((clock.moment, clock.presenter), (Moment::At(1), 1));
    clock.next(&steps, 2, at(13)).unwrap();
    assert_eq!((clock.moment, clock.ends_at(&steps)), (Moment::At(2), Some(at(22))));
}

#[test]
fn after_the_last_step_the_day_is_over_and_back_takes_it_up_again() {
    let (steps, mut clock) = (day(), Clock::default());
    clock.begin(&steps, at(0)).unwrap();
    for minute in 1..=4 {
        clock.next(&steps, 1, at(minute)).unwrap();
    }
    assert_eq!(clock.moment, Moment::Over);
    assert_eq!(clock.next(&steps, 1, at(5)), Err(ClockError::Over));
    clock.back(&steps, 1, at(6)).unwrap();
    assert_eq!(clock.moment, Moment::At(3));
}

#[test]
fn back_into_the_presentations_is_back_to_the_last_company() {
    let (steps, mut clock) = (day(), Clock::default());
    clock.begin(&steps, at(0)).unwrap();
    for minute in 1..=4 {
        clock.next(&steps, 3, at(minute)).unwrap();
    }
    assert_eq!(clock.moment, Moment::At(2));
    clock.back(&steps, 3, at(5)).unwrap();
    assert_eq!((clock.moment, clock.presenter), (Moment::At(1), 2));
}

#[test]
fn a_pause_makes_the_step_longer_by_as_much_as_it_lasted() {
    let (steps, mut clock) = (day(), Clock::default());
    clock.begin(&steps, at(0)).unwrap();
    clock.pause(at(4)).unwrap();
    clock.pause(at(5)).unwrap();
    assert_eq!(clock.ends_at(&steps), None);
    assert_eq!(clock.left_when_paused(&steps), Some(TimeDelta::minutes(6)));
    clock.resume(at(14)).unwrap();
    assert_eq!(clock.ends_at(&steps), Some(at(20)));
}

#[test]
fn two_more_minutes_are_two_more_minutes_and_the_next_step_has_its_own() {
    let (steps, mut clock) = (day(), Clock::default());
    clock.begin(&steps, at(0)).unwrap();
    clock.lengthen(TimeDelta::minutes(2)).unwrap();
    assert_eq!(clock.ends_at(&steps), Some(at(12)));
    clock.next(&steps, 0, at(12)).unwrap();
    assert_eq!(clock.ends_at(&steps), Some(at(18)));
}

#[test]
fn what_comes_next_can_be_left_out_until_nothing_comes() {
    let (mut steps, mut clock) = (day(), Clock::default());
    clock.begin(&steps, at(0)).unwrap();
    for place in 1..4 {
        let coming = clock.coming(&steps).unwrap();
        assert_eq!(coming, place);
        steps[coming].is_skipped = true;
    }
    assert_eq!(clock.coming(&steps), Err(ClockError::AtLast));
    clock.next(&steps, 0, at(1)).unwrap();
    assert_eq!(clock.moment, Moment::Over);
}

#[test]
fn the_round_in_hand_counts_as_begun() {
    let steps = day();
    assert_eq!(next_round(&steps, Moment::Before), 0);
    assert_eq!(next_round(&steps, Moment::At(1)), 0);
    assert_eq!(next_round(&steps, Moment::At(2)), 1);
    assert_eq!(next_round(&steps, Moment::Over), 2);
}
