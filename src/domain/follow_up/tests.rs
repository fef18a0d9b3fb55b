mod changes;
mod properties;

use chrono::TimeDelta;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rule(step: &str, anchor: Anchor, days: i32, form: FollowUpForm, minutes: i32) -> FollowUpRule {
    let attends = match anchor {
        Anchor::Ended => "young_person,consultant",
        _ => "young_person,company,consultant",
    };
    FollowUpRule { step: step.into(), anchor, days, form, attends: attends.into(), minutes }
}

fn outcome_checks() -> [FollowUpRule; 3] {
    [14, 91, 182]
        .map(|days| rule(&format!("outcome_{days}"), Anchor::Ended, days, FollowUpForm::Check, 10))
}

fn clarification() -> Vec<FollowUpRule> {
    use FollowUpForm::*;
    let mut rules = vec![
        rule("before_start", Anchor::Start, -5, Meeting, 45),
        rule("first_day", Anchor::Start, 0, Call, 10),
        rule("day_3", Anchor::Start, 2, Call, 15),
        rule("week_1", Anchor::Start, 7, Visit, 30),
        rule("midway", Anchor::Start, 14, Visit, 30),
        rule("closing", Anchor::End, -3, Meeting, 45),
        rule("after_7", Anchor::Ended, 7, Talk, 30),
    ];
    rules.extend(outcome_checks());
    rules
}

fn training() -> Vec<FollowUpRule> {
    use FollowUpForm::*;
    let weekly = [
        (3, Call),
        (7, Visit),
        (14, Call),
        (21, Visit),
        (28, Call),
        (42, Meeting),
        (56, Call),
        (70, Call),
    ];
    let mut rules = vec![
        rule("before_start", Anchor::Start, -5, Meeting, 45),
        rule("first_day", Anchor::Start, 0, Call, 10),
    ];
    rules.extend(
        weekly.map(|(days, form)| rule(&format!("day_{days}"), Anchor::Start, days, form, 20)),
    );
    rules.push(rule("decision", Anchor::End, -21, Meeting, 60));
    rules.push(rule("closing", Anchor::End, -3, Meeting, 45));
    rules.push(rule("after_3", Anchor::Ended, 3, Call, 15));
    rules.extend(outcome_checks());
    rules
}

fn dates(starts: &str, ends: &str) -> Dates {
    Dates { starts_on: day(starts), ends_on: day(ends), ended_on: None }
}

/// What the slice does with a plan.
fn apply(existing: &mut Vec<Existing>, changes: Vec<Change>) {
    for change in changes {
        match change {
            Change::Make(follow_up) => {
                assert!(existing.iter().all(|row| row.step != follow_up.step), "one row per step");
                existing.push(row(follow_up));
            }
            Change::Move(follow_up) => {
                let place = existing.iter().position(|row| row.step == follow_up.step).unwrap();
                assert_ne!(existing[place].state, State::Done);
                existing[place] = row(follow_up);
            }
            Change::Drop { step } => {
                let row = existing.iter_mut().find(|row| row.step == step).unwrap();
                assert_eq!(row.state, State::Open);
                row.state = State::Dropped;
            }
        }
    }
}

fn row(follow_up: FollowUp) -> Existing {
    let FollowUp { step, merged, planned_on, due_on, moved_by_hand, .. } = follow_up;
    Existing { step, merged, planned_on, due_on, moved_by_hand, state: State::Open }
}

fn made(rules: &[FollowUpRule], dates: &Dates, calendar: &Calendar, today: &str) -> Vec<Existing> {
    let mut existing = Vec::new();
    let changes = plan(rules, dates, calendar, &[], day(today));
    apply(&mut existing, changes);
    existing
}

fn days_of(existing: &[Existing]) -> Vec<(&str, NaiveDate)> {
    let open = existing.iter().filter(|row| row.state == State::Open);
    open.map(|row| (row.step.as_str(), row.due_on)).collect()
}

fn set_state(existing: &mut [Existing], step: &str, state: State) {
    existing.iter_mut().find(|row| row.step == step).unwrap().state = state;
}

#[test]
fn a_clarification_over_christmas() {
    let calendar = Calendar::new(["2026-12-24", "2026-12-25", "2026-12-26", "2027-01-01"].map(day));
    let existing =
        made(&clarification(), &dates("2026-12-14", "2027-01-08"), &calendar, "2026-12-01");
    let expected = [
        ("before_start", day("2026-12-09")),
        ("first_day", day("2026-12-14")),
        ("day_3", day("2026-12-16")),
        ("week_1", day("2026-12-21")),
        ("midway", day("2026-12-28")),
        ("closing", day("2027-01-05")),
    ];
    assert_eq!(days_of(&existing), expected);
}

#[test]
fn weekends_move_steps_back_before_the_start_and_forward_after_it() {
    let existing = made(
        &clarification(),
        &dates("2026-12-04", "2026-12-29"),
        &Calendar::default(),
        "2026-11-20",
    );
    let expected = [
        ("before_start", day("2026-11-27")),
        ("first_day", day("2026-12-04")),
        ("day_3", day("2026-12-07")),
        ("week_1", day("2026-12-11")),
        ("midway", day("2026-12-18")),
        ("closing", day("2026-12-28")),
    ];
    assert_eq!(days_of(&existing), expected);
}

#[test]
fn two_steps_on_one_day_are_one_follow_up_with_the_fuller_form() {
    let rules = [
        rule("call", Anchor::Start, 5, FollowUpForm::Call, 10),
        FollowUpRule {
            attends: "young_person,group_leader".into(),
            ..rule("visit", Anchor::Start, 7, FollowUpForm::Visit, 30)
        },
    ];
    let dates = dates("2026-12-07", "2026-12-31");
    let changes = plan(&rules, &dates, &Calendar::default(), &[], day("2026-12-01"));
    let [Change::Make(follow_up)] = &changes[..] else { panic!("{changes:?}") };
    assert_eq!(
        (follow_up.step.as_str(), &follow_up.merged[..]),
        ("visit", &["call".to_owned()][..])
    );
    assert_eq!((follow_up.form, follow_up.minutes), (FollowUpForm::Visit, 30));
    assert_eq!(follow_up.attends, "young_person,company,consultant,group_leader");
}

#[test]
fn on_or_after_the_closing_meeting_steps_are_dropped() {
    let existing = made(
        &clarification(),
        &dates("2026-12-07", "2026-12-18"),
        &Calendar::default(),
        "2026-11-20",
    );
    let steps: Vec<_> = existing.iter().map(|row| row.step.as_str()).collect();
    assert_eq!(steps, ["before_start", "first_day", "day_3", "week_1", "closing"]);
    let one_day = made(
        &clarification(),
        &dates("2026-12-07", "2026-12-07"),
        &Calendar::default(),
        "2026-11-20",
    );
    assert_eq!(
        days_of(&one_day),
        [("before_start", day("2026-12-02")), ("closing", day("2026-12-07"))]
    );
}

#[test]
fn what_has_passed_comes_on_the_next_working_day() {
    let existing = made(
        &clarification(),
        &dates("2026-12-07", "2026-12-31"),
        &Calendar::default(),
        "2026-12-04",
    );
    assert_eq!(existing[0].step, "before_start");
    assert_eq!(existing[0].merged, ["first_day"]);
    assert_eq!(
        (existing[0].planned_on, existing[0].due_on),
        (day("2026-12-02"), day("2026-12-07"))
    );
}

#[test]
fn the_owner_hears_first_and_the_team_after_two_working_days() {
    let calendar = Calendar::default();
    let table = [
        ("2026-12-04", Remind::Nobody),
        ("2026-12-05", Remind::Owner),
        ("2026-12-07", Remind::Owner),
        ("2026-12-08", Remind::Team),
        ("2027-01-08", Remind::Team),
    ];
    for (today, expected) in table {
        assert_eq!(remind(day("2026-12-04"), day(today), 2, &calendar), expected, "{today}");
    }
}

#[test]
fn a_new_day_lies_within_a_year_from_today() {
    let today = day("2026-12-04");
    assert_eq!(may_move_to(day("2026-12-03"), today), Err(RescheduleError::InThePast));
    assert_eq!(may_move_to(today, today), Ok(()));
    assert_eq!(may_move_to(NaiveDate::MAX, today), Err(RescheduleError::TooFarAhead));
}
