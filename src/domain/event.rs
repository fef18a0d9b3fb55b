//! Match events: the year's plan, one event's life, and its deadlines.

use std::collections::BTreeSet;

use chrono::{
    DateTime, Datelike, Days, Month, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday,
};

use super::calendar::Calendar;
use super::kinds::EventStatus;
use super::text_enum::text_enum;

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

/// When things happen around one event. Local times while a consultant plans, instants once stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventTimes<T> {
    pub starts: T,
    pub ends: T,
    pub places_confirmed_by: T,
    pub ranking_closes: T,
    pub host_answers_by: T,
    pub answers_by: T,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimesError {
    #[error("the event ends before it starts")]
    EndsBeforeStart,
    #[error("the ranking closes before the event is over")]
    RankingClosesTooEarly,
    #[error("places are to be confirmed after the ranking has closed")]
    PlacesConfirmedTooLate,
    #[error("companies are to answer before they have met anybody")]
    HostAnswersTooEarly,
    #[error("a proposal is to be answered before the ranking has closed")]
    AnswersTooEarly,
}

impl<T: PartialOrd> EventTimes<T> {
    pub fn check(&self) -> Result<(), TimesError> {
        if self.ends <= self.starts {
            Err(TimesError::EndsBeforeStart)
        } else if self.ranking_closes < self.ends {
            Err(TimesError::RankingClosesTooEarly)
        } else if self.places_confirmed_by > self.ranking_closes {
            Err(TimesError::PlacesConfirmedTooLate)
        } else if self.host_answers_by < self.starts {
            Err(TimesError::HostAnswersTooEarly)
        } else if self.answers_by <= self.ranking_closes {
            Err(TimesError::AnswersTooEarly)
        } else {
            Ok(())
        }
    }
}

/// How long before and after an event its deadlines lie; the programme's settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeadlineRule {
    pub places_days_before: u64,
    pub ranking_days_after: u64,
    pub ranking_closes: NaiveTime,
    pub host_answer_days_after: u64,
    pub answer_days_after: u64,
}

impl EventTimes<NaiveDateTime> {
    /// What the form suggests. What companies and both sides must answer falls due on a working day;
    /// the ranking closes at its set time whatever the day, so the evening after is always there.
    pub fn suggested(
        starts: NaiveDateTime,
        ends: NaiveDateTime,
        rule: &DeadlineRule,
        calendar: &Calendar,
    ) -> Self {
        let after = |days| ends.date().checked_add_days(Days::new(days)).unwrap_or(ends.date());
        let at = |day: NaiveDate| day.and_time(rule.ranking_closes);
        let before = starts.date().checked_sub_days(Days::new(rule.places_days_before));
        let ranking_closes = at(after(rule.ranking_days_after)).max(ends);
        let host_answers_by =
            at(calendar.on_or_after(after(rule.host_answer_days_after))).max(ends);
        let answers_by = at(calendar.on_or_after(after(rule.answer_days_after)));
        Self {
            starts,
            ends,
            places_confirmed_by: at(calendar.on_or_before(before.unwrap_or(starts.date())))
                .min(starts),
            ranking_closes,
            host_answers_by,
            answers_by: answers_by.max(ranking_closes + TimeDelta::days(1)),
        }
    }
}

/// What stands in people's own calendars; a change of it sends them a new entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appointment<'a> {
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub venue: &'a str,
    pub address: &'a str,
}

/// The calendar sequence after an edit: higher only when people's calendars would show it.
pub fn sequence_after(sequence: i32, before: Appointment<'_>, after: Appointment<'_>) -> i32 {
    if before == after { sequence } else { sequence.saturating_add(1) }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RankingWindow {
    NotYet,
    Open,
    Closed,
}

/// Ranking is open from the moment the event is, until the set time; the clock closes it by itself.
pub fn ranking_window(
    status: EventStatus,
    closes_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> RankingWindow {
    match status {
        EventStatus::Planned => RankingWindow::NotYet,
        EventStatus::Open | EventStatus::Live | EventStatus::Ranking if now < closes_at => {
            RankingWindow::Open
        }
        _ => RankingWindow::Closed,
    }
}

pub fn ranking_is_open(status: EventStatus, closes_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    ranking_window(status, closes_at, now) == RankingWindow::Open
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchEvent {
    pub status: EventStatus,
    pub starts_at: DateTime<Utc>,
    pub ranking_closes_at: DateTime<Utc>,
    pub calendar_sequence: i32,
}

/// `Before` answers a second press of the same button: no error, and nothing follows from it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Made,
    Before,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EventError {
    #[error("the event is cancelled")]
    Cancelled,
    #[error("the event is over")]
    Over,
    #[error("the event has not been opened")]
    NotOpen,
    #[error("it is not the day of the event yet")]
    TooEarly,
    #[error("the ranking is still open")]
    RankingOpen,
    #[error("the match has not been published")]
    NotMatched,
    #[error("the match has been published")]
    Matched,
}

impl MatchEvent {
    /// Invites go out and young people may begin to look and rank.
    pub fn open(&mut self, now: DateTime<Utc>) -> Result<Change, EventError> {
        match self.status {
            EventStatus::Planned if now >= self.ranking_closes_at => Err(EventError::Over),
            EventStatus::Planned => self.becomes(EventStatus::Open),
            EventStatus::Cancelled => Err(EventError::Cancelled),
            _ => Ok(Change::Before),
        }
    }

    /// Companies begin to present themselves; early doors are fine, another day is a slip of the hand.
    pub fn start(&mut self, now: DateTime<Utc>) -> Result<Change, EventError> {
        match self.status {
            EventStatus::Planned => Err(EventError::NotOpen),
            EventStatus::Open if now < self.starts_at - TimeDelta::hours(12) => {
                Err(EventError::TooEarly)
            }
            EventStatus::Open => self.becomes(EventStatus::Live),
            EventStatus::Cancelled => Err(EventError::Cancelled),
            _ => Ok(Change::Before),
        }
    }

    pub fn close_presentations(&mut self) -> Result<Change, EventError> {
        match self.status {
            EventStatus::Planned | EventStatus::Open => Err(EventError::NotOpen),
            EventStatus::Live => self.becomes(EventStatus::Ranking),
            EventStatus::Cancelled => Err(EventError::Cancelled),
            _ => Ok(Change::Before),
        }
    }

    /// A result is published. It counts from the clock, not the buttons: an event nobody marked as
    /// begun or finished can be matched once its ranking has closed, and never before.
    pub fn publish_match(&mut self, now: DateTime<Utc>) -> Result<Change, EventError> {
        match self.status {
            EventStatus::Planned => Err(EventError::NotOpen),
            EventStatus::Cancelled => Err(EventError::Cancelled),
            EventStatus::Matched | EventStatus::Closed => Ok(Change::Before),
            EventStatus::Open | EventStatus::Live | EventStatus::Ranking => {
                if now < self.ranking_closes_at {
                    return Err(EventError::RankingOpen);
                }
                self.becomes(EventStatus::Matched)
            }
        }
    }

    pub fn close(&mut self) -> Result<Change, EventError> {
        match self.status {
            EventStatus::Matched => self.becomes(EventStatus::Closed),
            EventStatus::Closed => Ok(Change::Before),
            EventStatus::Cancelled => Err(EventError::Cancelled),
            _ => Err(EventError::NotMatched),
        }
    }

    /// Takes the event out of everybody's calendar, so the sequence rises with it.
    pub fn cancel(&mut self) -> Result<Change, EventError> {
        match self.status {
            EventStatus::Cancelled => Ok(Change::Before),
            EventStatus::Matched | EventStatus::Closed => Err(EventError::Matched),
            _ => {
                self.calendar_sequence = self.calendar_sequence.saturating_add(1);
                self.becomes(EventStatus::Cancelled)
            }
        }
    }

    /// Times and place may change until there is a result to stand by.
    pub fn may_be_edited(&self) -> Result<(), EventError> {
        match self.status {
            EventStatus::Cancelled => Err(EventError::Cancelled),
            EventStatus::Matched | EventStatus::Closed => Err(EventError::Matched),
            _ => Ok(()),
        }
    }

    fn becomes(&mut self, status: EventStatus) -> Result<Change, EventError> {
        self.status = status;
        Ok(Change::Made)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

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
        assert_eq!(event.close(), Err(EventError::NotMatched));
        assert_eq!(event.publish_match(utc(3, 11)), Ok(Change::Made));
        assert_eq!(event.may_be_edited(), Err(EventError::Matched));
        assert_eq!(event.cancel(), Err(EventError::Matched));
        assert_eq!(event.close(), Ok(Change::Made));
        assert_eq!(event.close(), Ok(Change::Before));
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
        assert_eq!(
            ranking_window(EventStatus::Planned, utc(3, 11), utc(1, 1)),
            RankingWindow::NotYet
        );
        assert!(!ranking_is_open(EventStatus::Cancelled, utc(3, 11), utc(1, 1)));
        assert!(!ranking_is_open(EventStatus::Matched, utc(3, 11), utc(1, 1)));
    }

    #[test]
    fn only_what_a_calendar_shows_raises_the_sequence() {
        let before = Appointment {
            starts_at: utc(2, 12),
            ends_at: utc(2, 14),
            venue: "Byens Hus",
            address: "",
        };
        assert_eq!(sequence_after(3, before, before), 3);
        assert_eq!(sequence_after(3, before, Appointment { venue: "Hallen", ..before }), 4);
    }
}
