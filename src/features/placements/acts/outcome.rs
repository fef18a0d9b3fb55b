//! What a placement led to, noted at its end and again when somebody asks later.

use chrono::NaiveDate;
use sea_orm::{EntityTrait, Set};

use crate::domain::placement::Done;
use crate::domain::{AccountId, OutcomeKind, PlacementId, PlacementStatus};
use crate::entities::{new_id, outcome};
use crate::features::placements::history::{self, Change};
use crate::features::placements::store;
use crate::state::{AppState, Txn};
use crate::web::AppResult;

#[derive(Clone, Debug)]
pub struct NewOutcome {
    pub kind: OutcomeKind,
    pub noted_on: NaiveDate,
    pub note: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutcomeError {
    #[error("the placement has not ended")]
    NotEnded,
    #[error("the day lies in the future")]
    InTheFuture,
    #[error("the placement ended on {ended_on}")]
    BeforeEnd { ended_on: NaiveDate },
}

/// The same outcome on the same day is one press too many.
pub async fn record_outcome(
    txn: &Txn,
    state: &AppState,
    id: PlacementId,
    new: NewOutcome,
    by: AccountId,
) -> AppResult<Result<Done, OutcomeError>> {
    let now = state.clock.now();
    let held = store::hold(txn, id).await?;
    if held.row.status != PlacementStatus::Ended {
        return Ok(Err(OutcomeError::NotEnded));
    }
    if new.noted_on > state.clock.today() {
        return Ok(Err(OutcomeError::InTheFuture));
    }
    if let Some(ended_on) = held.row.ended_on.filter(|ended_on| new.noted_on < *ended_on) {
        return Ok(Err(OutcomeError::BeforeEnd { ended_on }));
    }
    let before = store::outcomes(txn, id).await?;
    if before.iter().any(|row| row.kind == new.kind && row.noted_on == new.noted_on) {
        return Ok(Ok(Done::Before));
    }
    let row = outcome::ActiveModel {
        id: Set(new_id()),
        placement_id: Set(id),
        young_person_id: Set(held.row.young_person_id),
        kind: Set(new.kind),
        noted_on: Set(new.noted_on),
        note: Set(Some(new.note).filter(|note| !note.is_empty())),
        noted_by: Set(by),
        created_at: Set(now),
    };
    outcome::Entity::insert(row).exec_without_returning(txn).await?;
    history::write(txn, id, Change::Outcome, None, Some(by), now).await?;
    Ok(Ok(Done::Now))
}
