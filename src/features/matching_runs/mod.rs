//! Matching runs: made from an event, explained, adjusted with a reason, published once, and repaired after a no.
//! Only here are the programme's words turned into the engine's and back.
//!
//! Owns `matching_run`, `adjustment`, `match_outcome`.

pub mod adjust;
mod by_hand;
pub mod company_result;
pub mod draw;
mod findings;
mod instance;
pub mod mail;
mod mentors;
mod names;
mod next_time;
mod notes;
mod open_run;
mod progress;
pub mod publication;
mod publish;
mod ready;
mod reasons;
mod repair;
pub mod repairing;
pub mod repeat;
pub mod result;
pub mod review;
mod sentences;
mod shut;
pub mod start;
mod store;
mod told;
mod waited;
mod why_not;
mod words;
mod worker;

pub use publish::draws::{Drawn, of as drawn_numbers};
pub use publish::publish;
pub use repair::repair;
pub use worker::run;

use crate::domain::{MatchEventId, MatchingRunId, PlacementId};
use crate::features::match_events;
use crate::state::AppState;
use crate::web::AppResult;

/// Where a consultant starts a run.
pub fn path(event: MatchEventId) -> String {
    format!("{}/match", match_events::desk_path(event))
}

pub fn run_path(event: MatchEventId, run: MatchingRunId) -> String {
    format!("{}/{run}", path(event))
}

/// A young person's own answer.
pub fn result_path(event: MatchEventId) -> String {
    format!("{}/result", match_events::path(event))
}

pub fn company_result_path(event: MatchEventId) -> String {
    format!("{}/result", match_events::company_path(event))
}

/// How the draw is made and how to check it, for everybody.
pub fn draw_path(event: MatchEventId) -> String {
    format!("/draw/{event}")
}

/// Where a consultant finds a new place after a no.
pub fn repair_path(placement: PlacementId) -> String {
    format!("/desk/placements/{placement}/repair")
}

/// Runs nobody solves any more are told as such, who must run a match hears of it, and who has been rung may read
/// their answer.
pub async fn due(state: &AppState) -> AppResult<()> {
    worker::due(state).await?;
    ready::due(state).await?;
    told::due(state).await
}
