//! What a mentor, or the company, has seen: three marks and some words, which the young person reads too.

use sea_orm::{EntityTrait, Set};

use crate::domain::placement::Done;
use crate::domain::{AccountId, Observed, Party, PlacementId, PlacementStatus};
use crate::entities::{new_id, observation};
use crate::features::checklists::tell;
use crate::features::placements::history::{self, Change};
use crate::features::placements::mail::ObservationMail;
use crate::features::placements::{path, store};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

#[derive(Clone, Debug, Default)]
pub struct NewObservation {
    pub meets: Option<Observed>,
    pub contributes: Option<Observed>,
    pub belongs: Option<Observed>,
    pub words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ObserveError {
    #[error("the placement does not run")]
    NotRunning,
    #[error("nothing has been written or marked")]
    Nothing,
}

/// The same words again by the same person on the same day are one press too many.
pub async fn observe(
    txn: &Txn,
    state: &AppState,
    id: PlacementId,
    new: NewObservation,
    by: AccountId,
) -> AppResult<Result<Done, ObserveError>> {
    let (now, today) = (state.clock.now(), state.clock.today());
    let held = store::hold(txn, id).await?;
    if !matches!(held.row.status, PlacementStatus::Running | PlacementStatus::Ended) {
        return Ok(Err(ObserveError::NotRunning));
    }
    let marks = [new.meets, new.contributes, new.belongs];
    if new.words.is_empty() && marks.iter().all(Option::is_none) {
        return Ok(Err(ObserveError::Nothing));
    }
    let [meets, contributes, belongs] = marks.map(|mark| mark.map(|mark| mark.as_str().to_owned()));
    let same = |row: &observation::Model| {
        row.by_account_id == by
            && row.on == today
            && row.words == new.words
            && (&row.meets, &row.contributes, &row.belongs) == (&meets, &contributes, &belongs)
    };
    if store::observations(txn, id).await?.iter().any(same) {
        return Ok(Ok(Done::Before));
    }
    let row = observation::ActiveModel {
        id: Set(new_id()),
        placement_id: Set(id),
        by_account_id: Set(by),
        on: Set(today),
        meets: Set(meets),
        contributes: Set(contributes),
        belongs: Set(belongs),
        words: Set(new.words),
        created_at: Set(now),
    };
    observation::Entity::insert(row).exec_without_returning(txn).await?;
    history::write(txn, id, Change::Observed, None, Some(by), now).await?;
    let link = state.link(&path(id));
    let what = format!("observed/{today}");
    let message = |t| ObservationMail { t, link: link.clone() };
    tell::tell(txn, state, &held.row, Party::YoungPerson, &what, message).await?;
    Ok(Ok(Done::Now))
}
