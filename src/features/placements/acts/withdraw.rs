//! The consultant takes a proposal or an agreement back before it has begun.

use super::{settle_questions, tell_both, untell};
use crate::domain::placement::{Done, WithdrawError};
use crate::domain::{AccountId, Party, PlacementId};
use crate::features::follow_ups;
use crate::features::placements::history::{self, Change};
use crate::features::placements::mail::WithdrawnMail;
use crate::features::placements::{path, store};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

pub async fn withdraw(
    txn: &Txn,
    state: &AppState,
    id: PlacementId,
    by: AccountId,
    why: &str,
) -> AppResult<Result<Done, WithdrawError>> {
    let now = state.clock.now();
    let mut held = store::hold(txn, id).await?;
    match held.rule.withdraw() {
        Ok(Done::Now) => {}
        other => return Ok(other),
    }
    history::write(txn, id, Change::Withdrawn, Some(why.to_owned()), Some(by), now).await?;
    let placement = store::save(txn, held, now, |_| {}).await?;
    follow_ups::schedule(txn, state, &placement).await?;
    for party in [Party::YoungPerson, Party::Company] {
        settle_questions(txn, state, &placement, party).await?;
    }
    untell(txn, state, &placement).await?;
    let link = state.link(&path(id));
    tell_both(txn, state, &placement, "withdrawn", |t| WithdrawnMail { t, link: link.clone() })
        .await?;
    Ok(Ok(Done::Now))
}
