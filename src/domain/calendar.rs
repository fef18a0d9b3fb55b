//! The days on which somebody is at work: Monday to Friday, without the public holidays (dated rows).

use std::collections::BTreeSet;
use std::iter::successors;

use chrono::{Datelike, NaiveDate, Weekday};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    holidays: BTreeSet<NaiveDate>,
}

impl Calendar {
    pub fn new(holidays: impl IntoIterator<Item = NaiveDate>) -> Self {
        Self { holidays: holidays.into_iter().collect() }
    }

    pub fn is_holiday(&self, day: NaiveDate) -> bool {
        self.holidays.contains(&day)
    }

    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.is_holiday(day)
    }

    /// `day` itself when it is a working day, else the first one after it.
    pub fn on_or_after(&self, day: NaiveDate) -> NaiveDate {
        self.first_working_day(successors(Some(day), NaiveDate::succ_opt)).unwrap_or(day)
    }

    /// `day` itself when it is a working day, else the last one before it.
    pub fn on_or_before(&self, day: NaiveDate) -> NaiveDate {
        self.first_working_day(successors(Some(day), NaiveDate::pred_opt)).unwrap_or(day)
    }

    pub fn next_working_day(&self, day: NaiveDate) -> NaiveDate {
        day.succ_opt().map_or(day, |next| self.on_or_after(next))
    }

    pub fn previous_working_day(&self, day: NaiveDate) -> NaiveDate {
        day.pred_opt().map_or(day, |before| self.on_or_before(before))
    }

    /// The `count`th working day after `day`; for none, `day` or the first working day after it.
    pub fn add_working_days(&self, day: NaiveDate, count: u32) -> NaiveDate {
        match count {
            0 => self.on_or_after(day),
            _ => (0..count).fold(day, |reached, _| self.next_working_day(reached)),
        }
    }

    /// How many working days come after `from`, up to and with `to`; none when `to` is not later.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> usize {
        from.iter_days()
            .skip(1)
            .take_while(|day| *day <= to)
            .filter(|day| self.is_working_day(*day))
            .count()
    }

    fn first_working_day(&self, mut days: impl Iterator<Item = NaiveDate>) -> Option<NaiveDate> {
        days.find(|day| self.is_working_day(*day))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Christmas 2026: Thursday 24 to Saturday 26 December are holidays.
    fn christmas() -> Calendar {
        Calendar::new(["2026-12-24", "2026-12-25", "2026-12-26"].map(day))
    }

    #[test]
    fn weekends_and_holidays_are_no_working_days() {
        let calendar = christmas();
        assert!(calendar.is_working_day(day("2026-12-23")));
        assert!(!calendar.is_working_day(day("2026-12-24")));
        assert!(!calendar.is_working_day(day("2026-12-27")));
        assert!(calendar.is_working_day(day("2026-12-28")));
    }

    #[test]
    fn steps_over_christmas() {
        let calendar = christmas();
        assert_eq!(calendar.on_or_after(day("2026-12-23")), day("2026-12-23"));
        assert_eq!(calendar.next_working_day(day("2026-12-23")), day("2026-12-28"));
        assert_eq!(calendar.on_or_before(day("2026-12-27")), day("2026-12-23"));
        assert_eq!(calendar.previous_working_day(day("2026-12-23")), day("2026-12-22"));
        assert_eq!(calendar.add_working_days(day("2026-12-22"), 2), day("2026-12-28"));
        assert_eq!(calendar.add_working_days(day("2026-12-26"), 0), day("2026-12-28"));
        assert_eq!(calendar.working_days_between(day("2026-12-22"), day("2026-12-29")), 3);
        assert_eq!(calendar.working_days_between(day("2026-12-29"), day("2026-12-22")), 0);
    }

    #[test]
    fn the_last_day_of_all_breaks_nothing() {
        let calendar = Calendar::new([NaiveDate::MAX]);
        assert_eq!(calendar.next_working_day(NaiveDate::MAX), NaiveDate::MAX);
        assert_eq!(calendar.on_or_after(NaiveDate::MAX), NaiveDate::MAX);
    }

    proptest! {
        #[test]
        fn adding_and_counting_agree(offset in 0i64..2000, count in 1u32..60, holidays in prop::collection::vec(0i64..2100, 0..30)) {
            let first = day("2026-01-01");
            let calendar = Calendar::new(holidays.into_iter().map(|days| first + chrono::Duration::days(days)));
            let from = first + chrono::Duration::days(offset);
            let to = calendar.add_working_days(from, count);
            prop_assert!(calendar.is_working_day(to));
            prop_assert_eq!(calendar.working_days_between(from, to), count as usize);
        }
    }
}
