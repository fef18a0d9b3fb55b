//! A list that somebody made and left without pressing save: when ranking closes, it is their list.

use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};

use super::{act, store};
use crate::domain::{EventStatus, MatchEventId, RankingStage};
use crate::entities::{match_event, ranking};
use crate::features::match_events;
use crate::state::{AppState, Txn};
use crate::web::AppResult;

/// Where ranking has taken place and no result is out yet.
const UNMATCHED: [EventStatus; 3] = [EventStatus::Open, EventStatus::Live, EventStatus::Ranking];

pub async fn due(state: &AppState) -> AppResult<()> {
    let closed = match_event::Entity::find()
        .filter(match_event::Column::Status.is_in(UNMATCHED))
        .filter(match_event::Column::RankingClosesAt.lte(state.clock.now()))
        .all(&state.db.read)
        .await?;
    for event in closed {
        if store::unsaved(&state.db.read, event.id).await?.is_empty() {
            continue;
        }
        let txn = state.write().await?;
        count_unsaved(&txn, state, event.id).await?;
        txn.commit().await?;
    }
    Ok(())
}

/// Once ranking has closed, the draft of whoever has no saved list becomes their list, with the receipt of one.
/// A draft over a saved list counts for nothing: what was saved by hand is what its writer meant.
pub async fn count_unsaved(txn: &Txn, state: &AppState, event: MatchEventId) -> AppResult<()> {
    let event = match_events::store::locked(txn, event).await?;
    if !will_count(&event, state) {
        return Ok(());
    }
    for draft in store::unsaved(txn, event.id).await? {
        let person = draft.young_person_id;
        let mut row: ranking::ActiveModel = draft.into();
        row.stage = Set(RankingStage::Saved);
        row.update(txn).await?;
        act::send_receipt(txn, state, &event, person).await?;
    }
    Ok(())
}

/// Ranking has closed, and the match is still to be made.
pub fn will_count(event: &match_event::Model, state: &AppState) -> bool {
    UNMATCHED.contains(&event.status) && state.clock.now() >= event.ranking_closes_at
}
