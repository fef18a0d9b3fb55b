//! What a young person wants of an event: favourites, a draft kept as they go, and the saved ranking.
//!
//! Owns `favourite`, `ranking`, `ranking_choice`.

pub mod act;
pub mod company;
pub mod edit;
mod elsewhere;
pub mod favourite;
pub mod mail;
mod moves;
pub mod receipt;
pub mod remind;
mod shut;
pub mod store;
pub mod together;
mod unsaved;
mod view;
mod words;

pub use store::saved;
pub use unsaved::count_unsaved;

use crate::domain::{CompanyId, MatchEventId, YoungPersonId};
use crate::state::AppState;
use crate::web::AppResult;

pub async fn due(state: &AppState) -> AppResult<()> {
    remind::due(state).await?;
    unsaved::due(state).await
}

pub fn path(event: MatchEventId) -> String {
    format!("/events/{event}/ranking")
}

pub fn company_path(event: MatchEventId, company: CompanyId) -> String {
    format!("/events/{event}/companies/{company}")
}

/// Where a consultant ranks together with a young person.
pub fn together_path(event: MatchEventId, young_person: YoungPersonId) -> String {
    format!("/desk/events/{event}/people/{young_person}/ranking")
}
