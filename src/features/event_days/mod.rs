//! The day itself: its run sheet, the clock of the room, who meets whom, and everybody's screen following along.
//!
//! Owns `event_day`, `run_sheet_step`, `seat`, `day_company`, `day_person`, `day_note`,
//! `day_feedback`.

pub mod company;
mod day;
pub mod facilitate;
pub mod feedback;
mod feedback_store;
pub mod figures;
mod forget;
pub mod live;
pub mod mail;
pub mod needs;
pub mod notes;
pub mod phone;
mod plan;
mod plan_day;
mod plan_facts;
pub mod run_sheet;
mod run_sheet_form;
pub mod screen;
mod store;
pub mod tables;
mod thanks;
pub mod usual;
mod view;
mod words;

pub use notes::notes_of;
pub use store::met;

use crate::domain::MatchEventId;
use crate::features::match_events;
use crate::state::AppState;
use crate::web::AppResult;

/// What the days that are over ask for by themselves.
pub async fn due(state: &AppState) -> AppResult<()> {
    thanks::due(state).await?;
    forget::due(state).await
}

/// The facilitator's page.
pub fn desk_path(event: MatchEventId) -> String {
    format!("{}/day", match_events::desk_path(event))
}

/// What a young person has in their hand on the day.
pub fn path(event: MatchEventId) -> String {
    format!("{}/day", match_events::path(event))
}

/// What a company has in its hand on the day.
pub fn company_path(event: MatchEventId) -> String {
    format!("{}/day", match_events::company_path(event))
}

/// Where a young person says how the day was.
pub fn feedback_path(event: MatchEventId) -> String {
    format!("{}/feedback", match_events::path(event))
}

/// Where a company says how the day was.
pub fn company_feedback_path(event: MatchEventId) -> String {
    format!("{}/feedback", match_events::company_path(event))
}

pub fn run_sheet_path(event: MatchEventId) -> String {
    format!("{}/run-sheet", match_events::desk_path(event))
}

pub fn tables_path(event: MatchEventId) -> String {
    format!("{}/tables", match_events::desk_path(event))
}

pub fn screen_path(event: MatchEventId) -> String {
    format!("{}/screen", match_events::desk_path(event))
}
