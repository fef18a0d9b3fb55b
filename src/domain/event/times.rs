//! The deadlines around one event.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use crate::domain::calendar::Calendar;

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
