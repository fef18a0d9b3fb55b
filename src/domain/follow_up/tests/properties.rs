use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

#[derive(Clone, Debug)]
struct Case {
    rules: Vec<FollowUpRule>,
    dates: Dates,
    calendar: Calendar,
    today: NaiveDate,
}

prop_compose! {
    fn a_case()(
        trains in any::<bool>(),
        start in 0i64..60,
        length in 0i64..91,
        today in -20i64..60,
        holidays in prop::collection::vec(0i64..160, 0..25),
    ) -> Case {
        let from = |days| day("2026-11-01") + TimeDelta::days(days);
        Case {
            rules: if trains { training() } else { clarification() },
            dates: Dates { starts_on: from(start), ends_on: from(start + length), ended_on: None },
            calendar: Calendar::new(holidays.into_iter().map(from)),
            today: from(start.min(today)),
        }
    }
}

impl Case {
    fn plan(&self, existing: &[Existing], today: NaiveDate) -> Vec<Change> {
        plan(&self.rules, &self.dates, &self.calendar, existing, today)
    }
}

proptest! {
    #[test]
    fn every_due_day_is_a_working_day_of_its_own_before_the_end(case in a_case()) {
        let mut existing = Vec::new();
        apply(&mut existing, case.plan(&[], case.today));
        let days: BTreeSet<_> = existing.iter().map(|row| row.due_on).collect();
        prop_assert_eq!(days.len(), existing.len());
        let closing = existing.iter().find(|row| row.step == "closing").map(|row| row.due_on);
        prop_assert!(closing.is_some());
        for row in &existing {
            prop_assert!(case.calendar.is_working_day(row.due_on));
            prop_assert!(row.due_on <= case.dates.ends_on);
            prop_assert!(row.step == "closing" || Some(row.due_on) < closing);
        }
    }

    #[test]
    fn planning_again_changes_nothing_today_or_later(case in a_case(), later in 0i64..120) {
        let mut existing = Vec::new();
        apply(&mut existing, case.plan(&[], case.today));
        prop_assert_eq!(case.plan(&existing, case.today), []);
        prop_assert_eq!(case.plan(&existing, case.today + TimeDelta::days(later)), []);
    }

    #[test]
    fn moving_dates_never_touches_what_happened_and_settles_at_once(
        case in a_case(),
        moved in a_case(),
        done in prop::collection::btree_set(0usize..14, 0..8),
        by_hand in prop::option::of((0usize..14, 0i64..40)),
        ends in prop::option::of(0i64..91),
    ) {
        let mut existing = Vec::new();
        apply(&mut existing, case.plan(&[], case.today));
        if let Some((place, days)) = by_hand && let Some(row) = existing.get_mut(place) {
            row.moved_by_hand = true;
            row.due_on = case.today + TimeDelta::days(days);
        }
        for place in done {
            if let Some(row) = existing.get_mut(place) {
                row.state = State::Done;
            }
        }
        let mut after = Case { rules: case.rules.clone(), today: moved.today.max(case.today), ..moved };
        if let Some(days) = ends {
            after.dates.ended_on = Some(after.dates.starts_on + TimeDelta::days(days));
        }
        let happened: Vec<_> = existing.iter().filter(|row| row.state == State::Done).cloned().collect();
        let changes = after.plan(&existing, after.today);
        apply(&mut existing, changes);
        for row in &happened {
            prop_assert!(existing.contains(row));
        }
        let open: Vec<_> = existing.iter().filter(|row| row.state == State::Open).collect();
        let days: BTreeSet<_> = open.iter().map(|row| row.due_on).collect();
        prop_assert_eq!(days.len(), open.len());
        prop_assert_eq!(after.plan(&existing, after.today), [], "{:#?}", existing);
    }
}
