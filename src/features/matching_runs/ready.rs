//! When the lists have closed and the companies have answered, or had their time to, somebody must run the match:
//! whoever planned the event is told, once.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::mail::MatchReady;
use super::path;
use crate::domain::event::may_be_matched;
use crate::domain::{AccountId, EventStatus, MatchEventId, Role};
use crate::entities::{account, mail, match_event};
use crate::features::accounts::away;
use crate::features::match_events;
use crate::mail::{Recipient, enqueue};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

pub async fn due(state: &AppState) -> AppResult<()> {
    let (db, now) = (&state.db.read, state.clock.now());
    for event in closed(db, now).await? {
        let answered =
            now >= event.host_answers_by || match_events::silent(db, event.id).await?.is_empty();
        if answered && !is_told(db, event.id).await? {
            let txn = state.write().await?;
            tell(&txn, state, event.id).await?;
            txn.commit().await?;
        }
    }
    Ok(())
}

/// Events whose lists have closed and that wait for their match.
async fn closed(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
) -> AppResult<Vec<match_event::Model>> {
    let held = [EventStatus::Open, EventStatus::Live, EventStatus::Ranking];
    Ok(match_event::Entity::find()
        .filter(match_event::Column::Status.is_in(held))
        .filter(match_event::Column::RankingClosesAt.lte(now))
        .all(db)
        .await?)
}

fn cause(event: MatchEventId) -> String {
    format!("match/{event}/ready/")
}

async fn is_told(db: &impl ConnectionTrait, event: MatchEventId) -> AppResult<bool> {
    let told = mail::Entity::find().filter(mail::Column::Cause.starts_with(cause(event)));
    Ok(told.count(db).await? > 0)
}

/// The event is held, so that two workers do not tell two deputies.
async fn tell(txn: &Txn, state: &AppState, event: MatchEventId) -> AppResult<()> {
    let row = match_events::store::locked(txn, event).await?;
    if may_be_matched(row.status).is_err() || is_told(txn, event).await? {
        return Ok(());
    }
    for to in whom(txn, state, row.created_by).await? {
        let Some(recipient) = Recipient::of(&to) else { continue };
        let message = MatchReady { t: recipient.words(), link: state.link(&path(event)) };
        let cause = format!("{}{}", cause(event), to.id);
        enqueue(txn, state.clock.now(), &recipient, &cause, &message).await?;
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
    Ok(account::Entity::find()
        .filter(account::Column::Role.eq(Role::Consultant))
        .filter(account::Column::DisabledAt.is_null())
        .all(db)
        .await?)
}
