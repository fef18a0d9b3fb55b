//! The agreed period: setting its days, starting, ending.

use chrono::{DateTime, Months, NaiveDate, Utc};

use super::{Done, Ending, Placement, Status};
use crate::domain::checklist::Item;
use crate::domain::kinds::EndKind;
use crate::domain::legal::{Length, LengthRule};

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DatesError {
    #[error("the placement has not been agreed")]
    NotAgreed,
    #[error("the placement is over")]
    Over,
    #[error("the end lies before the start")]
    EndBeforeStart,
    #[error("the dates lie in the past")]
    InThePast,
    #[error("the start lies more than a year ahead")]
    TooFarAhead,
    #[error("the placement has started and keeps its first day")]
    Started,
    #[error("the law allows it until {latest}")]
    TooLong { latest: NaiveDate },
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    #[error("the placement has not been agreed")]
    NotAgreed,
    #[error("the placement is over")]
    Over,
    #[error("no dates have been set")]
    NoDates,
    #[error("the first day is {first_day}")]
    TooEarly { first_day: NaiveDate },
    #[error("the last day was {last_day}")]
    TooLate { last_day: NaiveDate },
    #[error("the municipality has not granted it")]
    NotGranted,
    #[error("something must be agreed first")]
    Blocked(Vec<Item>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndError {
    #[error("the placement has not started")]
    NotStarted,
    #[error("the placement never ran")]
    NeverRan,
    #[error("an early end needs a reason")]
    ReasonMissing,
    #[error("the end lies before the first day")]
    BeforeStart,
    #[error("the end lies in the future")]
    InTheFuture,
    #[error("the agreed last day is {last_day}")]
    NotOverYet { last_day: NaiveDate },
    #[error("the agreed last day was {last_day}")]
    AfterAgreed { last_day: NaiveDate },
    #[error("it lasted until the agreed day")]
    NotEarly,
}

impl Placement {
    /// Sets or moves the first and last day. While it runs only the last day can move, also backwards
    /// as far as today; `rule` is the one in force on `starts_on`.
    pub fn set_dates(
        &mut self,
        starts_on: NaiveDate,
        ends_on: NaiveDate,
        rule: &LengthRule,
        length: Length,
        today: NaiveDate,
    ) -> Result<Done, DatesError> {
        match self.status {
            Status::Agreed | Status::Running => {}
            Status::Proposed => return Err(DatesError::NotAgreed),
            Status::Ended | Status::Declined | Status::Withdrawn => return Err(DatesError::Over),
        }
        if (self.starts_on, self.ends_on) == (Some(starts_on), Some(ends_on)) {
            return Ok(Done::Before);
        }
        let running = self.status == Status::Running;
        if running && self.starts_on != Some(starts_on) {
            return Err(DatesError::Started);
        }
        if ends_on < starts_on {
            return Err(DatesError::EndBeforeStart);
        }
        if ends_on < today || (!running && starts_on < today) {
            return Err(DatesError::InThePast);
        }
        if starts_on > today.checked_add_months(Months::new(12)).unwrap_or(today) {
            return Err(DatesError::TooFarAhead);
        }
        let latest = rule.latest_end(starts_on, length);
        if ends_on > latest {
            return Err(DatesError::TooLong { latest });
        }
        self.starts_on = Some(starts_on);
        self.ends_on = Some(ends_on);
        Ok(Done::Now)
    }

    /// Begins the placement on its first day or later; `blockers` comes from the checklist. Law and insurance
    /// need the grant before day one.
    pub fn start(
        &mut self,
        blockers: Vec<Item>,
        granted_on: Option<NaiveDate>,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Done, StartError> {
        match self.status {
            Status::Running => return Ok(Done::Before),
            Status::Proposed => return Err(StartError::NotAgreed),
            Status::Ended | Status::Declined | Status::Withdrawn => return Err(StartError::Over),
            Status::Agreed => {}
        }
        let (Some(first_day), Some(last_day)) = (self.starts_on, self.ends_on) else {
            return Err(StartError::NoDates);
        };
        if !blockers.is_empty() {
            return Err(StartError::Blocked(blockers));
        }
        if granted_on.is_none() {
            return Err(StartError::NotGranted);
        }
        if today < first_day {
            return Err(StartError::TooEarly { first_day });
        }
        if today > last_day {
            return Err(StartError::TooLate { last_day });
        }
        self.status = Status::Running;
        self.started_at = Some(now);
        Ok(Done::Now)
    }

    /// Ends a running placement, on its agreed last day at the latest: longer is agreed first. Going on to another
    /// company is a normal step and needs no reason; an early end needs a coded one, so that people can learn why
    /// placements stop.
    pub fn end(
        &mut self,
        ending: Ending,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Done, EndError> {
        match self.status {
            Status::Running => {}
            Status::Ended => return Ok(Done::Before),
            Status::Proposed | Status::Agreed => return Err(EndError::NotStarted),
            Status::Declined | Status::Withdrawn => return Err(EndError::NeverRan),
        }
        if self.starts_on.is_some_and(|first_day| ending.on < first_day) {
            return Err(EndError::BeforeStart);
        }
        if ending.on > today {
            return Err(EndError::InTheFuture);
        }
        if let Some(last_day) = self.ends_on.filter(|last_day| ending.on > *last_day) {
            return Err(EndError::AfterAgreed { last_day });
        }
        let before = self.ends_on.filter(|last_day| ending.on < *last_day);
        match (ending.kind, before) {
            (EndKind::AsAgreed, Some(last_day)) => return Err(EndError::NotOverYet { last_day }),
            (EndKind::Early, None) => return Err(EndError::NotEarly),
            (EndKind::Early, Some(_)) if ending.reason.is_none() => {
                return Err(EndError::ReasonMissing);
            }
            _ => {}
        }
        self.status = Status::Ended;
        self.ended_at = Some(now);
        self.ending = Some(ending);
        Ok(Done::Now)
    }
}
