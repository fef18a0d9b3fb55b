//! The clock of the room. It never moves on by itself: people do, when the room is ready.

use chrono::{DateTime, TimeDelta, Utc};

use super::Step;
use crate::domain::StepKind;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Moment {
    #[default]
    Before,
    /// At the step with this place in the run sheet.
    At(usize),
    Over,
}

/// Where the day is, and how long the step in hand still lasts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    pub moment: Moment,
    pub began_at: Option<DateTime<Utc>>,
    /// Given to the step in hand beyond its own minutes, pauses included.
    pub added: TimeDelta,
    pub paused_at: Option<DateTime<Utc>>,
    /// Who presents, while companies do; the first is 0.
    pub presenter: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClockError {
    #[error("the run sheet is empty")]
    NoSteps,
    #[error("the day has not begun")]
    NotBegun,
    #[error("the day is over")]
    Over,
    #[error("there is no step before this one")]
    AtFirst,
    #[error("there is no step after this one")]
    AtLast,
}

/// The most that one step can be made longer, so that a stuck finger does not cost the day.
const MOST_ADDED: TimeDelta = TimeDelta::hours(2);

impl Clock {
    /// Begins the first step that is not left out; a day that has begun goes on as it was.
    pub fn begin(&mut self, steps: &[Step], now: DateTime<Utc>) -> Result<(), ClockError> {
        if self.moment != Moment::Before {
            return Ok(());
        }
        let first = after(steps, None).ok_or(ClockError::NoSteps)?;
        self.step(Moment::At(first), now);
        Ok(())
    }

    /// The next company while companies present, else the next step; after the last step the day is over.
    pub fn next(
        &mut self,
        steps: &[Step],
        presenters: u32,
        now: DateTime<Utc>,
    ) -> Result<(), ClockError> {
        let at = self.at()?;
        let is_pitch = steps.get(at).is_some_and(|step| step.kind == StepKind::Pitches);
        if is_pitch && self.presenter + 1 < presenters {
            self.presenter += 1;
            return Ok(());
        }
        self.step(after(steps, Some(at)).map_or(Moment::Over, Moment::At), now);
        Ok(())
    }

    /// The company before while companies present, else the step before, at its last company where companies present; an
    /// ended day is taken up again at its last step.
    pub fn back(
        &mut self,
        steps: &[Step],
        presenters: u32,
        now: DateTime<Utc>,
    ) -> Result<(), ClockError> {
        let before = match self.moment {
            Moment::Before => return Err(ClockError::NotBegun),
            Moment::Over => steps.len(),
            Moment::At(_) if self.presenter > 0 => {
                self.presenter -= 1;
                return Ok(());
            }
            Moment::At(at) => at,
        };
        let step = steps.iter().take(before).rposition(|step| !step.is_skipped);
        let step = step.ok_or(ClockError::AtFirst)?;
        self.step(Moment::At(step), now);
        if steps[step].kind == StepKind::Pitches {
            self.presenter = presenters.saturating_sub(1);
        }
        Ok(())
    }

    /// The step that would be next: the one that "skip" leaves out.
    pub fn coming(&self, steps: &[Step]) -> Result<usize, ClockError> {
        let at = match self.moment {
            Moment::Before => None,
            Moment::At(at) => Some(at),
            Moment::Over => return Err(ClockError::Over),
        };
        after(steps, at).ok_or(ClockError::AtLast)
    }

    pub fn lengthen(&mut self, by: TimeDelta) -> Result<(), ClockError> {
        self.at()?;
        self.added = (self.added + by).min(MOST_ADDED);
        Ok(())
    }

    /// Time stands still until the day goes on; a second press changes nothing.
    pub fn pause(&mut self, now: DateTime<Utc>) -> Result<(), ClockError> {
        self.at()?;
        self.paused_at = self.paused_at.or(Some(now));
        Ok(())
    }

    pub fn resume(&mut self, now: DateTime<Utc>) -> Result<(), ClockError> {
        self.at()?;
        if let Some(paused) = self.paused_at.take() {
            self.added += now - paused;
        }
        Ok(())
    }

    /// When the step in hand is to end; none while the day stands still or is not at a step.
    pub fn ends_at(&self, steps: &[Step]) -> Option<DateTime<Utc>> {
        match self.paused_at {
            None => self.planned_end(steps),
            Some(_) => None,
        }
    }

    /// What was left of the step when it was paused; none while time runs.
    pub fn left_when_paused(&self, steps: &[Step]) -> Option<TimeDelta> {
        Some(self.planned_end(steps)? - self.paused_at?)
    }

    /// When it is to end by its own minutes and what was added; what a pause adds is known when the day goes on.
    pub fn planned_end(&self, steps: &[Step]) -> Option<DateTime<Utc>> {
        let step = steps.get(self.at().ok()?)?;
        Some(self.began_at? + TimeDelta::minutes(i64::from(step.minutes)) + self.added)
    }

    fn at(&self) -> Result<usize, ClockError> {
        match self.moment {
            Moment::Before => Err(ClockError::NotBegun),
            Moment::At(at) => Ok(at),
            Moment::Over => Err(ClockError::Over),
        }
    }

    fn step(&mut self, moment: Moment, now: DateTime<Utc>) {
        *self = Self { moment, began_at: Some(now), ..Self::default() };
    }
}

fn after(steps: &[Step], at: Option<usize>) -> Option<usize> {
    let from = at.map_or(0, |at| at + 1);
    (from..steps.len()).find(|&place| !steps[place].is_skipped)
}
