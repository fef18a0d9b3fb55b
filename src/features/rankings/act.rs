//! Saving a ranking, and keeping a draft of one.

use super::mail::RankingSaved;
use super::remind;
use super::store::{self, Pen};
use crate::domain::event::{ranking_is_open, ranking_window};
use crate::domain::ranking::{Entry, Ranking, RankingError};
use crate::domain::{CompanyId, RankingStage, YoungPersonId};
use crate::entities::match_event;
use crate::features::{calls, match_events};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

/// The event's companies in the order of presentation; only they can be ranked.
pub async fn companies(db: &impl sea_orm::ConnectionTrait, pen: Pen) -> AppResult<Vec<CompanyId>> {
    let presenting = match_events::store::presenting(db, pen.event).await?;
    Ok(presenting.into_iter().map(|company| company.id).collect())
}

/// Saves a ranking that was [`read`] in place of the one before and sends a receipt. The same ranking again changes
/// nothing, so a second press sends no second receipt.
pub async fn save(txn: &Txn, state: &AppState, pen: Pen, ranking: Ranking) -> AppResult<()> {
    let now = state.clock.now();
    store::remove(txn, pen, RankingStage::Draft).await?;
    let before = store::of(txn, pen.event, pen.young_person, RankingStage::Saved).await?;
    if before.is_some_and(|before| before.ranking == ranking) {
        return Ok(());
    }
    store::replace(txn, pen, RankingStage::Saved, &ranking, now).await?;
    calls::untell_below(txn, now, &remind::cause(pen.event, pen.young_person)).await?;
    let event = match_events::store::event(txn, pen.event).await?;
    send_receipt(txn, state, &event, pen.young_person).await
}

pub async fn send_receipt(
    txn: &Txn,
    state: &AppState,
    event: &match_event::Model,
    young_person: YoungPersonId,
) -> AppResult<()> {
    let now = state.clock.now();
    let cause = format!("ranking/{}/{young_person}/saved/{}", event.id, now.timestamp_micros());
    let link = state.link(&super::path(event.id));
    let may_change = ranking_is_open(event.status, event.ranking_closes_at, now);
    calls::tell_young_person(txn, state, young_person, &cause, |t| RankingSaved {
        t,
        until: may_change.then(|| t.moment(event.ranking_closes_at)),
        link,
    })
    .await
}

/// Keeps what has been done so far, which nobody else sees. What is already saved, or nothing at all, is no draft.
pub async fn keep_draft(txn: &Txn, state: &AppState, pen: Pen, ranking: &Ranking) -> AppResult<()> {
    let saved = store::of(txn, pen.event, pen.young_person, RankingStage::Saved).await?;
    if *ranking == saved.map(|saved| saved.ranking).unwrap_or_default() {
        return Ok(store::remove(txn, pen, RankingStage::Draft).await?);
    }
    Ok(store::replace(txn, pen, RankingStage::Draft, ranking, state.clock.now()).await?)
}

/// The ranking as typed, if the event takes rankings now. The event is shared, so that it cannot close meanwhile;
/// the person's own line is held, so that two presses of one person follow each other.
pub async fn read<'a>(
    txn: &Txn,
    state: &AppState,
    pen: Pen,
    entries: impl IntoIterator<Item = Entry<'a>>,
) -> AppResult<Result<Ranking, RankingError>> {
    let event = match_events::store::shared(txn, pen.event).await?;
    match_events::store::invitation_for_change(txn, pen.young_person, pen.event).await?;
    let window = ranking_window(event.status, event.ranking_closes_at, state.clock.now());
    Ok(Ranking::for_event(window, &companies(txn, pen).await?, entries))
}
