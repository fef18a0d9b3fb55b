//! A while after the day is over everybody who came is thanked, once.

use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};

use super::mail::DayThanks;
use super::{company_feedback_path, feedback_path};
use super::{day, store};
use crate::domain::{MatchEventId, YoungPersonId};
use crate::entities::{account, event_day};
use crate::features::{companies, match_events};
use crate::mail::{self as queue, Recipient};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

/// A day ended by a slip of the hand is taken up again before anybody is thanked for it.
const A_WHILE: TimeDelta = TimeDelta::minutes(30);

pub async fn due(state: &AppState) -> AppResult<()> {
    let over = event_day::Entity::find()
        .filter(event_day::Column::OverAt.lte(state.clock.now() - A_WHILE))
        .filter(event_day::Column::ThankedAt.is_null());
    for row in over.all(&state.db.read).await? {
        thank(state, row.event_id).await?;
    }
    Ok(())
}

async fn thank(state: &AppState, event: MatchEventId) -> AppResult<()> {
    let txn = state.write().await?;
    let day = day::locked(&txn, event).await?;
    let is_over = day.row.over_at.is_some_and(|over| over <= state.clock.now() - A_WHILE);
    // Somebody may have taken the day up again meanwhile.
    if !is_over || day.row.thanked_at.is_some() {
        return Ok(());
    }
    let came: Vec<YoungPersonId> = store::came(&txn, event).await?.into_iter().collect();
    for account in match_events::accounts_of(&txn, &came).await?.into_values() {
        letter(&txn, state, event, &account, &feedback_path(event)).await?;
    }
    for company in store::presenting(&txn, event).await? {
        for member in companies::members(&txn, company.id).await? {
            letter(&txn, state, event, &member, &company_feedback_path(event)).await?;
        }
    }
    let mut row = day.row.into_active_model();
    row.thanked_at = Set(Some(state.clock.now()));
    row.update(&txn).await?;
    Ok(txn.commit().await?)
}

/// Who has no e-mail is not rung for thanks.
async fn letter(
    txn: &Txn,
    state: &AppState,
    event: MatchEventId,
    account: &account::Model,
    page: &str,
) -> AppResult<()> {
    let Some(recipient) = Recipient::of(account) else { return Ok(()) };
    // Not below the causes about the event: what is taken back of those must not take the thanks.
    let cause = format!("event-day/{event}/thanks/{}", account.id);
    let message = DayThanks { t: recipient.words(), link: state.link(page) };
    queue::enqueue(txn, state.clock.now(), &recipient, &cause, &message).await
}
