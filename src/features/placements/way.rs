//! The way of a placement, as a line of steps.

use chrono::NaiveDate;
use omvendt_frontend::parts::{Step, StepState};

use crate::domain::PlacementStatus;
use crate::entities::placement;
use crate::words::Words;

/// As far as it has come. What came to nothing has no line.
pub fn steps(placement: &placement::Model, t: Words) -> Vec<Step> {
    let reached = match placement.status {
        PlacementStatus::Proposed => 0,
        PlacementStatus::Agreed => 1,
        PlacementStatus::Running => 2,
        PlacementStatus::Ended => 4,
        PlacementStatus::Declined | PlacementStatus::Withdrawn => return Vec::new(),
    };
    let day = |day: Option<NaiveDate>| day.map(|day| t.date(day)).unwrap_or_default();
    let labels = [
        (t.placements_step_proposed(), String::new()),
        (t.placements_step_agreed(), String::new()),
        (t.placements_step_running(), day(placement.starts_on)),
        (t.placements_step_ended(), day(placement.ended_on.or(placement.ends_on))),
    ];
    let state = |index: usize| match index.cmp(&reached) {
        std::cmp::Ordering::Less => StepState::Done,
        std::cmp::Ordering::Equal => StepState::Current,
        std::cmp::Ordering::Greater => StepState::Ahead,
    };
    labels
        .into_iter()
        .enumerate()
        .map(|(index, (label, detail))| Step {
            label,
            detail,
            href: String::new(),
            state: state(index),
        })
        .collect()
}
