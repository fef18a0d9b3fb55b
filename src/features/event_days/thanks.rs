//! When the day is over everybody who came is thanked, once.

use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};

use super::day;
use super::mail::DayThanks;
use super::{company_feedback_path, feedback_path};
use crate::domain::{MatchEventId, YoungPersonId};
use crate::entities::{account, event_day, event_young_person};
use crate::features::{companies, match_events};
use crate::mail::{self as queue, Recipient};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

pub async fn due(state: &AppState) -> AppResult<()> {
    let over = event_day::Entity::find()
        .filter(event_day::Column::OverAt.is_not_null())
        .filter(event_day::Column::ThankedAt.is_null());
    for row in over.all(&state.db.read).await? {
        thank(state, row.event_id).await?;
    }
    Ok(())
}

async fn thank(state: &AppState, event: MatchEventId) -> AppResult<()> {
    let txn = state.write().await?;
    let day = day::locked(&txn, event).await?;
    // Somebody may have taken the day up again meanwhile.
    if day.row.over_at.is_none() || day.row.thanked_at.is_some() {
        return Ok(());
    }
    for account in came(&txn, event).await? {
        letter(&txn, state, event, &account, &feedback_path(event)).await?;
    }
    for company in match_events::store::presenting(&txn, event).await? {
        for member in companies::members(&txn, company.id).await? {
            letter(&txn, state, event, &member, &company_feedback_path(event)).await?;
        }
    }
    let mut row = day.row.into_active_model();
    row.thanked_at = Set(Some(state.clock.now()));
    row.update(&txn).await?;
    Ok(txn.commit().await?)
}

async fn came(txn: &Txn, event: MatchEventId) -> AppResult<Vec<account::Model>> {
    let lines = event_young_person::Entity::find()
        .filter(event_young_person::Column::EventId.eq(event))
        .filter(event_young_person::Column::CameAt.is_not_null());
    let people: Vec<YoungPersonId> =
        lines.all(txn).await?.into_iter().map(|line| line.young_person_id).collect();
    Ok(match_events::accounts_of(txn, &people).await?.into_values().collect())
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
    let cause = format!("event/{event}/thanks/{}", account.id);
    let message = DayThanks { t: recipient.words(), link: state.link(page) };
    queue::enqueue(txn, state.clock.now(), &recipient, &cause, &message).await
}
