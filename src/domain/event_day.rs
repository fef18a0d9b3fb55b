//! The event day: a run sheet of steps, and the clock that the room follows through it.
//!
//! Source of the default day: METHOD 1.5 (arrival, welcome, two-minute pitches, rounds of seven minutes with two to
//! change tables, a break, quiet reflection, close). All lengths are minutes and can be changed.

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::StepKind;

mod clock;

pub use clock::{Clock, ClockError, Moment};

/// One line of the run sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub kind: StepKind,
    pub minutes: u16,
    /// Left out on the day; the rounds after it keep their numbers.
    pub is_skipped: bool,
}

impl Step {
    pub const fn new(kind: StepKind, minutes: u16) -> Self {
        Self { kind, minutes, is_skipped: false }
    }
}

pub const MOST_MINUTES: u16 = 240;
pub const MOST_STEPS: usize = 40;
/// The minutes of a round of the usual day: seven at the table and two to get there.
pub const ROUND_MINUTES: u16 = 9;
const MOST_USUAL_ROUNDS: u16 = 6;
const FEWEST_USUAL_ROUNDS: u16 = 3;
const PITCH_MINUTES: u16 = 2;

/// How the run sheet stands against the hours of the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    Exact,
    Spare(u32),
    Over(u32),
}

/// The usual day for this many companies: as many rounds as there is time for, at least three and at most six.
pub fn usual(companies: usize, starts: DateTime<Utc>, ends: DateTime<Utc>) -> Vec<Step> {
    use StepKind::{Arrival, Break, Close, Pitches, Quiet, Round, Welcome};
    let pitches = u16::try_from(companies).unwrap_or(u16::MAX).saturating_mul(PITCH_MINUTES);
    let mut steps = vec![
        Step::new(Arrival, 10),
        Step::new(Welcome, 5),
        Step::new(Pitches, pitches.clamp(PITCH_MINUTES, 40)),
        Step::new(Break, 10),
        Step::new(Quiet, 15),
        Step::new(Close, 5),
    ];
    let left = minutes_between(starts, ends) - i64::from(length(&steps));
    let rounds = (left / i64::from(ROUND_MINUTES))
        .clamp(i64::from(FEWEST_USUAL_ROUNDS), i64::from(MOST_USUAL_ROUNDS));
    for _ in 0..rounds {
        steps.insert(3, Step::new(Round, ROUND_MINUTES));
    }
    steps
}

/// The minutes of all steps that are not left out.
pub fn length(steps: &[Step]) -> u32 {
    steps.iter().filter(|step| !step.is_skipped).map(|step| u32::from(step.minutes)).sum()
}

pub fn fit(steps: &[Step], starts: DateTime<Utc>, ends: DateTime<Utc>) -> Fit {
    let spare = minutes_between(starts, ends) - i64::from(length(steps));
    let minutes = u32::try_from(spare.unsigned_abs()).unwrap_or(u32::MAX);
    match spare {
        0 => Fit::Exact,
        1.. => Fit::Spare(minutes),
        _ => Fit::Over(minutes),
    }
}

/// The same with the minutes that are lost or won already: what is left of the day against what is left of the hours.
pub fn fit_from(
    steps: &[Step],
    clock: &Clock,
    (starts, ends): (DateTime<Utc>, DateTime<Utc>),
    now: DateTime<Utc>,
) -> Fit {
    let (open, from) = match (clock.moment, clock.planned_end(steps)) {
        (Moment::At(at), Some(end)) => {
            let stood = clock.paused_at.map_or(TimeDelta::zero(), |paused| now - paused);
            (at + 1, (end + stood).max(now))
        }
        (Moment::Before, _) if now < ends => (0, starts.max(now)),
        _ => (0, starts),
    };
    fit(&steps[open.min(steps.len())..], from, ends)
}

fn minutes_between(starts: DateTime<Utc>, ends: DateTime<Utc>) -> i64 {
    (ends - starts).num_minutes()
}

/// When each step begins if the day follows the run sheet from `starts`.
pub fn timetable(steps: &[Step], starts: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    steps
        .iter()
        .scan(starts, |at, step| {
            let begins = *at;
            if !step.is_skipped {
                *at += TimeDelta::minutes(i64::from(step.minutes));
            }
            Some(begins)
        })
        .collect()
}

/// The rounds of a run sheet.
pub fn rounds(steps: &[Step]) -> u32 {
    steps.iter().map(|step| u32::from(step.kind == StepKind::Round)).sum()
}

/// The rounds that are left out, the first round being 0.
pub fn skipped_rounds(steps: &[Step]) -> impl Iterator<Item = u32> + '_ {
    let rounds = steps.iter().filter(|step| step.kind == StepKind::Round);
    (0..).zip(rounds).filter(|(_, step)| step.is_skipped).map(|(round, _)| round)
}

/// Which round this step is, the first being 0.
pub fn round_at(steps: &[Step], at: usize) -> Option<u32> {
    (steps.get(at)?.kind == StepKind::Round).then(|| rounds(&steps[..at]))
}

/// The first round that has not begun when the day is at `moment`.
pub fn next_round(steps: &[Step], moment: Moment) -> u32 {
    match moment {
        Moment::Before => 0,
        Moment::At(at) => rounds(&steps[..=at.min(steps.len().saturating_sub(1))]),
        Moment::Over => rounds(steps),
    }
}

#[cfg(test)]
mod tests;
