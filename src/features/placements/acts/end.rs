//! The end of a placement: as agreed, early with a coded reason, or by going on to another company.

use chrono::NaiveDate;
use sea_orm::Set;

use super::{open_call, tell_both, untell};
use crate::domain::placement::{Done, EndError, Ending};
use crate::domain::{AccountId, CallKind, EndKind, EndReason, PlacementId};
use crate::entities::placement;
use crate::features::follow_ups;
use crate::features::placements::history::{self, Change};
use crate::features::placements::mail::EndedMail;
use crate::features::placements::{path, store};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

#[derive(Clone, Debug)]
pub struct NewEnd {
    pub kind: EndKind,
    pub reason: Option<EndReason>,
    pub on: NaiveDate,
    pub note: String,
}

/// An early end has the consultant ring the young person: what comes next must not wait.
pub async fn end(
    txn: &Txn,
    state: &AppState,
    id: PlacementId,
    new: NewEnd,
    by: AccountId,
) -> AppResult<Result<Done, EndError>> {
    let early = new.kind == EndKind::Early;
    let (done, placement) = match close(txn, state, id, new, by).await? {
        Ok(done) => done,
        Err(error) => return Ok(Err(error)),
    };
    if done == Done::Now {
        if early {
            let kind = CallKind::EndedEarly;
            open_call(txn, state, &placement, kind, "ended_early", None, "").await?;
        }
        let link = state.link(&path(id));
        tell_both(txn, state, &placement, "ended", |t| EndedMail { t, link: link.clone() }).await?;
    }
    Ok(Ok(done))
}

/// The end itself, without telling anybody: a switch has its own words.
pub(super) async fn close(
    txn: &Txn,
    state: &AppState,
    id: PlacementId,
    new: NewEnd,
    by: AccountId,
) -> AppResult<Result<(Done, placement::Model), EndError>> {
    let (now, today) = (state.clock.now(), state.clock.today());
    let mut held = store::hold(txn, id).await?;
    let reason = new.reason.filter(|_| new.kind == EndKind::Early);
    let ending = Ending { kind: new.kind, reason, on: new.on };
    match held.rule.end(ending, today, now) {
        Ok(Done::Now) => {}
        Ok(Done::Before) => return Ok(Ok((Done::Before, held.row))),
        Err(error) => return Ok(Err(error)),
    }
    let note = Some(new.note).filter(|note| !note.is_empty());
    let change = if new.kind == EndKind::Switched { Change::Switched } else { Change::Ended };
    history::write(txn, id, change, note.clone(), Some(by), now).await?;
    let placement = store::save(txn, held, now, |row| row.end_note = Set(note)).await?;
    follow_ups::schedule(txn, state, &placement).await?;
    untell(txn, state, &placement).await?;
    Ok(Ok((Done::Now, placement)))
}
