//! When somebody asks how a placement is going: made from dated rules, moved when its dates move.

mod plan;

use chrono::{NaiveDate, TimeDelta};

pub use plan::plan;

use super::calendar::Calendar;
use super::kinds::{FollowUpForm, PlacementKind};
use super::text_enum::text_enum;

text_enum! {
    /// What a rule counts its days from; `Ended` is the day it really ended, so those steps are made then.
    Anchor { Start = "start", End = "end", Ended = "ended" }
}

/// One step of a kind's pattern, as it is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUpRule {
    pub step: String,
    pub anchor: Anchor,
    pub days: i32,
    pub form: FollowUpForm,
    /// Who comes, as codes with commas between.
    pub attends: String,
    pub minutes: i32,
}

/// Whose rules a placement follows: ordinary paid hours are followed as training is.
pub fn pattern_of(kind: PlacementKind) -> PlacementKind {
    match kind {
        PlacementKind::Clarification => PlacementKind::Clarification,
        PlacementKind::Training | PlacementKind::PaidHours => PlacementKind::Training,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub ended_on: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Open,
    Done,
    Dropped,
}

/// A follow-up there is already. One whose step is in no rule was agreed by people and is left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Existing {
    pub step: String,
    pub merged: Vec<String>,
    pub planned_on: NaiveDate,
    pub due_on: NaiveDate,
    pub moved_by_hand: bool,
    pub state: State,
}

/// A follow-up as it should be. `planned_on` is the pattern's day; `due_on` is later when that day had
/// passed before the step was made, or where a person has put it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    pub step: String,
    pub merged: Vec<String>,
    pub planned_on: NaiveDate,
    pub due_on: NaiveDate,
    pub moved_by_hand: bool,
    pub form: FollowUpForm,
    pub attends: String,
    pub minutes: i32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Make(FollowUp),
    /// Gives the row of this step new days and contents, and takes back a drop.
    Move(FollowUp),
    Drop {
        step: String,
    },
}

pub fn is_overdue(due_on: NaiveDate, today: NaiveDate) -> bool {
    due_on < today
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remind {
    Nobody,
    Owner,
    Team,
}

/// Who should hear of an open follow-up today: its owner once it is overdue, the team when
/// `team_after` working days have passed as well.
pub fn remind(
    due_on: NaiveDate,
    today: NaiveDate,
    team_after: usize,
    calendar: &Calendar,
) -> Remind {
    if !is_overdue(due_on, today) {
        Remind::Nobody
    } else if calendar.working_days_between(due_on, today) < team_after {
        Remind::Owner
    } else {
        Remind::Team
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RescheduleError {
    #[error("the day lies in the past")]
    InThePast,
    #[error("the day lies more than a year ahead")]
    TooFarAhead,
}

/// A person may choose any day from today on, a Saturday too: companies are open then.
pub fn may_move_to(day: NaiveDate, today: NaiveDate) -> Result<(), RescheduleError> {
    if day < today {
        Err(RescheduleError::InThePast)
    } else if day - today > TimeDelta::days(366) {
        Err(RescheduleError::TooFarAhead)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
