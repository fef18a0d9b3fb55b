//! Matching runs: made from an event, explained, adjusted with a reason, published once, and repaired after a no.
//! Only here are the programme's words turned into the engine's and back.
//!
//! Owns `matching_run`, `adjustment`, `match_outcome`.

pub mod findings;
pub mod instance;
pub mod notes;
mod reasons;
pub mod store;
mod waited;
pub mod worker;

use crate::domain::{MatchEventId, MatchingRunId};
use crate::features::match_events;

/// Where a consultant starts a run.
pub fn path(event: MatchEventId) -> String {
    format!("{}/match", match_events::desk_path(event))
}

pub fn run_path(event: MatchEventId, run: MatchingRunId) -> String {
    format!("{}/{run}", path(event))
}
