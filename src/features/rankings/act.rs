//! Saving a ranking, and keeping a draft of one.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::mail::RankingSaved;
use super::store::{self, Pen};
use crate::domain::event::ranking_window;
use crate::domain::ranking::{Entry, Ranking, RankingError};
use crate::domain::{CompanyId, RankingStage};
use crate::entities::{event_young_person, match_event};
use crate::features::{calls, match_events};
use crate::state::{AppState, Txn};
use crate::web::{AppError, AppResult};

/// The event's companies in the order of presentation; only they can be ranked.
pub async fn companies(db: &impl sea_orm::ConnectionTrait, pen: Pen) -> AppResult<Vec<CompanyId>> {
    let presenting = match_events::store::presenting(db, pen.event).await?;
    Ok(presenting.into_iter().map(|company| company.id).collect())
}

/// Saves the ranking in place of the one before and sends a receipt. The same ranking again changes nothing, so
/// a second press sends no second receipt.
pub async fn save<'a>(
    txn: &Txn,
    state: &AppState,
    pen: Pen,
    entries: impl IntoIterator<Item = Entry<'a>>,
) -> AppResult<Result<(), RankingError>> {
    let now = state.clock.now();
    let ranking = match read(txn, state, pen, entries).await? {
        Ok(ranking) => ranking,
        Err(error) => return Ok(Err(error)),
    };
    store::remove(txn, pen, RankingStage::Draft).await?;
    let before = store::of(txn, pen.event, pen.young_person, RankingStage::Saved).await?;
    if before.is_some_and(|before| before.ranking == ranking) {
        return Ok(Ok(()));
    }
    store::replace(txn, pen, RankingStage::Saved, &ranking, now).await?;
    let cause =
        format!("ranking/{}/{}/saved/{}", pen.event, pen.young_person, now.timestamp_micros());
    let event = match_events::store::event(txn, pen.event).await?;
    let link = state.link(&super::path(pen.event));
    calls::tell_young_person(txn, state, pen.young_person, &cause, |t| RankingSaved {
        t,
        until: t.moment(event.ranking_closes_at),
        link,
    })
    .await?;
    Ok(Ok(()))
}

/// Keeps what has been done so far; nobody else sees it and it does not count.
pub async fn keep_draft(txn: &Txn, state: &AppState, pen: Pen, ranking: &Ranking) -> AppResult<()> {
    Ok(store::replace(txn, pen, RankingStage::Draft, ranking, state.clock.now()).await?)
}

/// The ranking as typed, if the event takes rankings now. The event is held, so that it does not close meanwhile,
/// and the person's line on it, so that two presses of theirs queue here and nobody else's wait.
pub async fn read<'a>(
    txn: &Txn,
    state: &AppState,
    pen: Pen,
    entries: impl IntoIterator<Item = Entry<'a>>,
) -> AppResult<Result<Ranking, RankingError>> {
    let event = match_event::Entity::find_by_id(pen.event)
        .lock_shared()
        .one(txn)
        .await?
        .ok_or(AppError::NotFound)?;
    event_young_person::Entity::find()
        .filter(event_young_person::Column::EventId.eq(pen.event))
        .filter(event_young_person::Column::YoungPersonId.eq(pen.young_person))
        .lock_exclusive()
        .one(txn)
        .await?;
    let window = ranking_window(event.status, event.ranking_closes_at, state.clock.now());
    Ok(Ranking::for_event(window, &companies(txn, pen).await?, entries))
}
