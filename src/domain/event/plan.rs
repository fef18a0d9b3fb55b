//! A year of events in one sentence.

use std::collections::BTreeSet;

use chrono::{Datelike, Month, NaiveDate, NaiveTime, Weekday};

use crate::domain::calendar::Calendar;
use crate::domain::text_enum::text_enum;

text_enum! {
    WeekOfMonth { First = "first", Second = "second", Third = "third", Fourth = "fourth", Last = "last" }
}

/// The year's events in one sentence: say, every first Wednesday from 13 to 15 in these months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventPlan {
    pub week: WeekOfMonth,
    pub weekday: Weekday,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    pub months: BTreeSet<Month>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlannedDays {
    pub days: Vec<NaiveDate>,
    pub skipped: Vec<(NaiveDate, Skipped)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skipped {
    Holiday,
    Past,
    /// There is an event that day already, so planning the same year twice makes nothing twice.
    Planned,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    #[error("the event ends before it starts")]
    EndsBeforeStart,
    #[error("no month is chosen")]
    NoMonth,
    #[error("the year is over or too far away")]
    UnlikelyYear,
}

impl EventPlan {
    pub fn days(
        &self,
        year: i32,
        calendar: &Calendar,
        planned: &BTreeSet<NaiveDate>,
        today: NaiveDate,
    ) -> Result<PlannedDays, PlanError> {
        if self.ends <= self.starts {
            return Err(PlanError::EndsBeforeStart);
        }
        if self.months.is_empty() {
            return Err(PlanError::NoMonth);
        }
        if !(today.year()..=today.year() + 5).contains(&year) {
            return Err(PlanError::UnlikelyYear);
        }
        let mut result = PlannedDays::default();
        for day in self.months.iter().filter_map(|month| self.day_in(year, *month)) {
            if day < today {
                result.skipped.push((day, Skipped::Past));
            } else if planned.contains(&day) {
                result.skipped.push((day, Skipped::Planned));
            } else if calendar.is_holiday(day) {
                result.skipped.push((day, Skipped::Holiday));
            } else {
                result.days.push(day);
            }
        }
        Ok(result)
    }

    fn day_in(&self, year: i32, month: Month) -> Option<NaiveDate> {
        let nth = |week| {
            NaiveDate::from_weekday_of_month_opt(
                year,
                month.number_from_month(),
                self.weekday,
                week,
            )
        };
        match self.week {
            WeekOfMonth::First => nth(1),
            WeekOfMonth::Second => nth(2),
            WeekOfMonth::Third => nth(3),
            WeekOfMonth::Fourth => nth(4),
            WeekOfMonth::Last => nth(5).or_else(|| nth(4)),
        }
    }
}
