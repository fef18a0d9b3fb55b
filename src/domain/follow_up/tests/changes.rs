use super::*;

#[test]
fn new_dates_move_only_what_has_not_happened() {
    let (rules, calendar) = (clarification(), Calendar::default());
    let mut existing = made(&rules, &dates("2026-12-07", "2026-12-31"), &calendar, "2026-11-20");
    set_state(&mut existing, "before_start", State::Done);
    let by_hand = existing.iter_mut().find(|row| row.step == "week_1").unwrap();
    (by_hand.due_on, by_hand.moved_by_hand) = (day("2026-12-19"), true);

    let later = dates("2026-12-14", "2027-01-08");
    let changes = plan(&rules, &later, &calendar, &existing, day("2026-12-03"));
    apply(&mut existing, changes);
    let expected = [
        ("first_day", day("2026-12-14")),
        ("day_3", day("2026-12-16")),
        ("week_1", day("2026-12-19")),
        ("midway", day("2026-12-28")),
        ("closing", day("2027-01-05")),
    ];
    assert_eq!(days_of(&existing), expected);

    let shorter = dates("2026-12-14", "2026-12-18");
    let changes = plan(&rules, &shorter, &calendar, &existing, day("2026-12-03"));
    apply(&mut existing, changes);
    let expected = [("first_day", day("2026-12-14")), ("closing", day("2026-12-15"))];
    assert_eq!(days_of(&existing), expected);
}

#[test]
fn a_dropped_step_comes_back_when_there_is_room_again() {
    let (rules, calendar) = (clarification(), Calendar::default());
    let (long, short) = (dates("2026-12-07", "2026-12-31"), dates("2026-12-07", "2026-12-11"));
    let before = made(&rules, &long, &calendar, "2026-11-20");
    let mut existing = before.clone();
    let changes = plan(&rules, &short, &calendar, &existing, day("2026-11-20"));
    apply(&mut existing, changes);
    assert_ne!(days_of(&existing), days_of(&before));
    let changes = plan(&rules, &long, &calendar, &existing, day("2026-11-20"));
    apply(&mut existing, changes);
    assert_eq!(days_of(&existing), days_of(&before));
}

#[test]
fn what_people_agreed_themselves_is_left_alone() {
    let agreed = Existing {
        step: "extra_1".into(),
        merged: Vec::new(),
        planned_on: day("2026-12-19"),
        due_on: day("2026-12-19"),
        moved_by_hand: true,
        state: State::Open,
    };
    let dates = dates("2026-12-07", "2026-12-31");
    let changes = plan(&training(), &dates, &Calendar::default(), &[agreed], day("2026-12-01"));
    assert!(changes.iter().all(|change| matches!(change, Change::Make(_))));
}

#[test]
fn an_early_end_drops_what_is_left_and_starts_the_outcome_checks() {
    let (rules, calendar) = (training(), Calendar::default());
    let mut dates = dates("2026-12-07", "2027-03-05");
    let mut existing = made(&rules, &dates, &calendar, "2026-11-20");
    set_state(&mut existing, "before_start", State::Done);
    dates.ended_on = Some(day("2026-12-09"));
    let changes = plan(&rules, &dates, &calendar, &existing, day("2026-12-09"));
    apply(&mut existing, changes);
    let expected = [
        ("first_day", day("2026-12-07")),
        ("after_3", day("2026-12-14")),
        ("outcome_14", day("2026-12-23")),
        ("outcome_91", day("2027-03-10")),
        ("outcome_182", day("2027-06-09")),
    ];
    assert_eq!(days_of(&existing), expected);
}
