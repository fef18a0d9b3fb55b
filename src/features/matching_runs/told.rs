//! Who has no place is rung first; when that call is ticked, they may read their answer.

use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};

use super::mail::ResultTold;
use super::publish::unplaced_cause;
use super::result_path;
use crate::entities::{account, call, match_outcome, young_person};
use crate::mail::{self, Recipient};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

/// The call about an answer without a place.
pub async fn call_of(
    db: &impl ConnectionTrait,
    outcome: &match_outcome::Model,
) -> AppResult<Option<call::Model>> {
    let cause = unplaced_cause(outcome.event_id, outcome.young_person_id);
    Ok(call::Entity::find().filter(call::Column::Cause.eq(cause)).one(db).await?)
}

/// Notes on each outcome that its call has been made, and sends the link.
pub async fn due(state: &AppState) -> AppResult<()> {
    let waiting = match_outcome::Entity::find()
        .filter(match_outcome::Column::ToldAt.is_null())
        .all(&state.db.read)
        .await?;
    for outcome in waiting {
        let Some(call) = call_of(&state.db.read, &outcome).await? else { continue };
        if let Some(at) = call.done_at {
            let txn = state.write().await?;
            tell(&txn, state, outcome, &call, at).await?;
            txn.commit().await?;
        }
    }
    Ok(())
}

async fn tell(
    txn: &Txn,
    state: &AppState,
    outcome: match_outcome::Model,
    call: &call::Model,
    at: chrono::DateTime<chrono::Utc>,
) -> AppResult<()> {
    let (event, person) = (outcome.event_id, outcome.young_person_id);
    let mut row: match_outcome::ActiveModel = outcome.into();
    row.told_at = Set(Some(at));
    row.told_by = Set(call.done_by);
    row.update(txn).await?;
    let Some(person) = young_person::Entity::find_by_id(person).one(txn).await? else {
        return Ok(());
    };
    let account = account::Entity::find_by_id(person.account_id).one(txn).await?;
    let Some(to) = account.as_ref().and_then(Recipient::of) else { return Ok(()) };
    let message = ResultTold { t: to.words(), link: state.link(&result_path(event)) };
    let cause = format!("match/{event}/told/{}", person.id);
    mail::enqueue(txn, state.clock.now(), &to, &cause, &message).await
}
