//! Another consultant: what is open for a young person goes along, in the same transaction.

use super::mail::YoungPersonHandedOver;
use super::path;
use crate::domain::AccountId;
use crate::entities::young_person;
use crate::features::accounts::{self, away};
use crate::features::{calls, placements};
use crate::mail::{self, Recipient};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

/// Gives the calls, follow-ups and placements that `person`'s consultant has to do with to `to`, with what has come
/// to whoever stands in today. The new consultant is told, unless they did it themselves.
pub async fn hand_over(
    txn: &Txn,
    state: &AppState,
    person: &young_person::Model,
    to: AccountId,
    by: AccountId,
) -> AppResult<()> {
    let before = accounts::store::account(txn, person.consultant_id).await?;
    let stands_in = away::present(txn, before.clone(), state.clock.today()).await?.id;
    let from = [before.id, stands_in];
    placements::hand_over(txn, state, person.id, &from, to, by).await?;
    calls::hand_over_about(txn, person.id, &from, to).await?;

    let to = accounts::store::account(txn, to).await?;
    let Some(recipient) = Recipient::of(&to).filter(|_| to.id != by) else { return Ok(()) };
    let (now, link) = (state.clock.now(), state.link(&path(person.id)));
    let message = YoungPersonHandedOver { t: recipient.words(), link };
    let cause =
        format!("young-person/{}/handed-over/{}/{}", person.id, to.id, now.timestamp_micros());
    mail::enqueue(txn, now, &recipient, &cause, &message).await
}
