//! A list that somebody made and left without pressing save: when ranking closes, it is their list.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, PaginatorTrait, QueryFilter, QuerySelect, Set,
};

use super::act;
use crate::domain::event::waits_for_match;
use crate::domain::{MatchEventId, RankingStage, YoungPersonId};
use crate::entities::{match_event, ranking};
use crate::features::match_events::{self, store::waiting_for_match, waiting::own_drafts};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

pub async fn due(state: &AppState) -> AppResult<()> {
    for event in waiting_for_match(state.clock.now()).all(&state.db.read).await? {
        if own_drafts(event.id).limit(1).one(&state.db.read).await?.is_none() {
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
    if !is_closed(&event, state) {
        return Ok(());
    }
    for draft in own_drafts(event.id).all(txn).await? {
        let person = draft.young_person_id;
        let mut row: ranking::ActiveModel = draft.into();
        row.stage = Set(RankingStage::Saved);
        row.update(txn).await?;
        act::send_receipt(txn, state, &event, person).await?;
    }
    Ok(())
}

/// Whether this person's draft is about to become their list.
pub async fn will_count(
    db: &impl ConnectionTrait,
    state: &AppState,
    event: &match_event::Model,
    person: YoungPersonId,
) -> AppResult<bool> {
    let own = own_drafts(event.id).filter(ranking::Column::YoungPersonId.eq(person));
    Ok(is_closed(event, state) && own.count(db).await? > 0)
}

fn is_closed(event: &match_event::Model, state: &AppState) -> bool {
    waits_for_match(event.status, event.ranking_closes_at, state.clock.now())
}
