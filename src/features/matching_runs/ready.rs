//! When the lists have closed and the companies have answered, or had their time to, somebody must run the match:
//! whoever planned the event is told, once.

use sea_orm::{ConnectionTrait, EntityTrait};

use super::mail::MatchReady;
use super::path;
use crate::domain::event::waits_for_match;
use crate::domain::{AccountId, MatchEventId};
use crate::entities::{account, match_event};
use crate::features::accounts::{away, store as accounts};
use crate::features::match_events;
use crate::mail::{self, Recipient};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

pub async fn due(state: &AppState) -> AppResult<()> {
    let db = &state.db.read;
    for event in match_events::store::waiting_for_match(state.clock.now()).all(db).await? {
        if is_ready(db, state, &event).await? && !is_told(db, event.id).await? {
            let txn = state.write().await?;
            tell(&txn, state, event.id).await?;
            txn.commit().await?;
        }
    }
    Ok(())
}

async fn is_ready(
    db: &impl ConnectionTrait,
    state: &AppState,
    event: &match_event::Model,
) -> AppResult<bool> {
    let now = state.clock.now();
    if !waits_for_match(event.status, event.ranking_closes_at, now) {
        return Ok(false);
    }
    Ok(now >= event.host_answers_by || match_events::silent(db, event.id).await?.is_empty())
}

fn cause(event: MatchEventId, to: AccountId) -> String {
    format!("match/{event}/ready/{to}")
}

/// Whether anybody who could run it has been told; somebody who has left since cannot.
async fn is_told(db: &impl ConnectionTrait, event: MatchEventId) -> AppResult<bool> {
    let team = accounts::consultants(db).await?;
    let causes: Vec<String> = team.iter().map(|account| cause(event, account.id)).collect();
    Ok(!mail::written(db, &causes).await?.is_empty())
}

/// The event is held, so that two workers do not tell two deputies.
async fn tell(txn: &Txn, state: &AppState, event: MatchEventId) -> AppResult<()> {
    let row = match_events::store::locked(txn, event).await?;
    if !is_ready(txn, state, &row).await? || is_told(txn, event).await? {
        return Ok(());
    }
    for to in whom(txn, state, row.created_by).await? {
        let Some(recipient) = Recipient::of(&to) else { continue };
        let message = MatchReady { t: recipient.words(), link: state.link(&path(event)) };
        let cause = cause(event, to.id);
        mail::enqueue(txn, state.clock.now(), &recipient, &cause, &message).await?;
    }
    Ok(())
}

/// Who planned it, or stands in for them today; when neither is there any more, every consultant.
async fn whom(
    db: &impl ConnectionTrait,
    state: &AppState,
    planned_by: AccountId,
) -> AppResult<Vec<account::Model>> {
    if let Some(planner) = account::Entity::find_by_id(planned_by).one(db).await? {
        let present = away::present(db, planner, state.clock.today()).await?;
        if Recipient::of(&present).is_some() {
            return Ok(vec![present]);
        }
    }
    Ok(accounts::consultants(db).await?)
}
