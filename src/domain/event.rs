//! Match events: the year's plan, one event's life, and its deadlines.

mod plan;
mod times;

use chrono::{DateTime, TimeDelta, Utc};

pub use plan::{EventPlan, PlanError, PlannedDays, Skipped, WeekOfMonth};
pub use times::{DeadlineRule, EventTimes, TimesError};

use super::kinds::{Attendance, EventStatus};

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

/// Everybody has been told of it, and its result is not out.
pub const UNDER_WAY: [EventStatus; 3] =
    [EventStatus::Open, EventStatus::Live, EventStatus::Ranking];

/// Once the ranking has closed the event waits for its match, whatever was last pressed.
pub fn waits_for_match(status: EventStatus, closes_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    UNDER_WAY.contains(&status) && now >= closes_at
}

/// Who comes can be said, and said again, until the event is over.
pub fn may_be_answered(
    status: EventStatus,
    ends_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(), EventError> {
    match status {
        EventStatus::Cancelled => Err(EventError::Cancelled),
        EventStatus::Planned => Err(EventError::NotOpen),
        _ if now >= ends_at => Err(EventError::Over),
        _ => Ok(()),
    }
}

/// More can be invited until the event is over; while it is planned they are chosen, and told when it opens.
pub fn may_be_invited(
    status: EventStatus,
    ends_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(), EventError> {
    match status {
        EventStatus::Planned => Ok(()),
        EventStatus::Ranking | EventStatus::Matched | EventStatus::Closed => Err(EventError::Over),
        _ => may_be_answered(status, ends_at, now),
    }
}

/// Who came is written down from the morning of the day, and can be put right until the result stands.
pub fn may_check_in(
    status: EventStatus,
    starts_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(), EventError> {
    match status {
        EventStatus::Cancelled => Err(EventError::Cancelled),
        EventStatus::Planned => Err(EventError::NotOpen),
        EventStatus::Matched => Err(EventError::Matched),
        EventStatus::Closed => Err(EventError::Closed),
        _ if now < starts_at - TimeDelta::hours(12) => Err(EventError::TooEarly),
        _ => Ok(()),
    }
}

/// Who has not come yet is asked about on the day only, and forgotten when it is over.
pub fn may_be_missed(
    status: EventStatus,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(), EventError> {
    may_check_in(status, starts_at, now)?;
    may_be_answered(status, ends_at, now)
}

/// Whoever comes can confirm places past the day that reminds of it, up to the moment the match may be run.
pub fn places_may_be_confirmed(
    status: EventStatus,
    ranking_closes_at: DateTime<Utc>,
    answer: Attendance,
    now: DateTime<Utc>,
) -> bool {
    answer != Attendance::No && ranking_is_open(status, ranking_closes_at, now)
}

/// Whether it can be host a company says once the event has begun, until the match is published.
pub fn hosts_may_answer(status: EventStatus, starts_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    let done = [EventStatus::Matched, EventStatus::Closed, EventStatus::Cancelled];
    has_begun(status, starts_at, now) && !done.contains(&status)
}

/// An event begins by the clock, or when somebody begins its day.
pub fn has_begun(status: EventStatus, starts_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now >= starts_at || matches!(status, EventStatus::Live | EventStatus::Ranking)
}

/// A match can be tried from the moment people can rank until its result is published.
pub fn may_be_matched(status: EventStatus) -> Result<(), EventError> {
    match status {
        EventStatus::Matched => Err(EventError::Matched),
        _ => may_be_adjusted(status),
    }
}

/// What is decided by hand counts in a match, and after it in what mends a no.
pub fn may_be_adjusted(status: EventStatus) -> Result<(), EventError> {
    match status {
        EventStatus::Planned => Err(EventError::NotOpen),
        EventStatus::Cancelled => Err(EventError::Cancelled),
        EventStatus::Closed => Err(EventError::Over),
        EventStatus::Open | EventStatus::Live | EventStatus::Ranking | EventStatus::Matched => {
            Ok(())
        }
    }
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
    #[error("the event is closed")]
    Closed,
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

    /// The month is over. An event that nobody waits for a result of is over without one.
    pub fn close(&mut self, waiting: u64, now: DateTime<Utc>) -> Result<Change, EventError> {
        match self.status {
            EventStatus::Matched => self.becomes(EventStatus::Closed),
            EventStatus::Closed => Ok(Change::Before),
            EventStatus::Cancelled => Err(EventError::Cancelled),
            EventStatus::Planned => Err(EventError::NotOpen),
            _ if now < self.ranking_closes_at => Err(EventError::RankingOpen),
            _ if waiting == 0 => self.becomes(EventStatus::Closed),
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
mod tests;
