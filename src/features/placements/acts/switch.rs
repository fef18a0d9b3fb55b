//! Going on to another company: a normal step, not a failure.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ActiveModelTrait, EntityTrait, Set};

use super::end::{NewEnd, close};
use super::propose::{NewProposal, propose};
use super::tell_both;
use crate::domain::eligibility::Barrier;
use crate::domain::placement::{EndError, WithdrawError};
use crate::domain::{AccountId, EndKind, PlaceId, PlacementId, PlacementStatus};
use crate::entities::{place, placement};
use crate::features::follow_ups;
use crate::features::placements::fit::Fit;
use crate::features::placements::free::place_is_free;
use crate::features::placements::history::{self, Change};
use crate::features::placements::mail::SwitchedMail;
use crate::features::placements::{path, store};
use crate::state::{AppState, Txn};
use crate::web::{AppError, AppResult};

#[derive(Clone, Copy, Debug)]
pub struct NewSwitch {
    pub place: PlaceId,
    /// The last day at the first company.
    pub on: NaiveDate,
    pub answer_by: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SwitchError {
    #[error("nothing has been agreed that one could go on from")]
    NotAgreed,
    #[error("the place is not free")]
    PlaceTaken,
    #[error("it is the same company")]
    SameCompany,
    #[error("the place is for another purpose than the young person's")]
    OtherKind,
    #[error("the place requires what the young person does not have")]
    Missing,
    #[error(transparent)]
    End(#[from] EndError),
}

/// Ends what runs, or takes back what was agreed and had not begun, and proposes the new place to both sides.
/// A second press leads to the proposal of the first.
pub async fn switch(
    txn: &Txn,
    state: &AppState,
    id: PlacementId,
    new: NewSwitch,
    by: AccountId,
) -> AppResult<Result<PlacementId, SwitchError>> {
    let before = store::hold(txn, id).await?.row;
    if let Some(next) = before.switched_to {
        return Ok(Ok(next));
    }
    let place = place::Entity::find_by_id(new.place).one(txn).await?.ok_or(AppError::NotFound)?;
    if place.company_id == before.company_id {
        return Ok(Err(SwitchError::SameCompany));
    }
    let fit = Fit::load(txn, before.young_person_id, std::slice::from_ref(&place)).await?;
    match fit.barriers(&place).first() {
        Some(Barrier::OtherKind { .. }) => return Ok(Err(SwitchError::OtherKind)),
        Some(Barrier::Missing(_)) => return Ok(Err(SwitchError::Missing)),
        None => {}
    }
    let old = match leave(txn, state, &before, new.on, by).await? {
        Ok(old) => old,
        Err(error) => return Ok(Err(error)),
    };
    let proposal = NewProposal {
        event: None,
        run: None,
        young_person: before.young_person_id,
        company: place.company_id,
        place: place.id,
        kind: place.kind,
        mentor: place.mentor_id,
        consultant: before.consultant_id,
        talk_first: false,
        answer_by: new.answer_by,
    };
    let next = propose(txn, state, proposal).await?;
    if !place_is_free(txn, &store::hold(txn, next).await?.row).await? {
        return Ok(Err(SwitchError::PlaceTaken));
    }
    let mut row: placement::ActiveModel = old.clone().into();
    row.switched_to = Set(Some(next));
    row.update(txn).await?;
    let link = state.link(&path(id));
    tell_both(txn, state, &old, "switched", |t| SwitchedMail { t, link: link.clone() }).await?;
    Ok(Ok(next))
}

async fn leave(
    txn: &Txn,
    state: &AppState,
    before: &placement::Model,
    on: NaiveDate,
    by: AccountId,
) -> AppResult<Result<placement::Model, SwitchError>> {
    if before.status != PlacementStatus::Agreed {
        let end = NewEnd { kind: EndKind::Switched, reason: None, on, note: String::new() };
        let ended = close(txn, state, before.id, end, by).await?;
        return Ok(match ended {
            Ok((_, row)) => Ok(row),
            Err(EndError::NotStarted | EndError::NeverRan) => Err(SwitchError::NotAgreed),
            Err(error) => Err(error.into()),
        });
    }
    let mut held = store::hold(txn, before.id).await?;
    match held.rule.withdraw() {
        Ok(_) => {}
        Err(WithdrawError::Running | WithdrawError::Ended) => {
            return Ok(Err(SwitchError::NotAgreed));
        }
    }
    let now = state.clock.now();
    history::write(txn, before.id, Change::Switched, None, Some(by), now).await?;
    let placement = store::save(txn, held, now, |_| {}).await?;
    follow_ups::schedule(txn, state, &placement).await?;
    super::untell(txn, state, &placement).await?;
    Ok(Ok(placement))
}
