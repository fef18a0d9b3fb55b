//! Another daily contact for a placement, when the first one stops or the two do not get on.

use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};

use crate::domain::capacity::{TAKING, takes_a_place};
use crate::domain::checklist::Item;
use crate::domain::{AccountId, MentorId, Party, PlacementId, PlacementStatus};
use crate::entities::{mentor, placement};
use crate::features::checklists::{self, tell};
use crate::features::placements::history::{self, Change};
use crate::features::placements::mail::{AssignedMail, MyPeopleMail, ReplacedMail};
use crate::features::placements::{path, people, store};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MentorError {
    #[error("the placement is over or came to nothing")]
    Over,
    #[error("nobody helps this company under that name any more")]
    NotThere,
    #[error("the mentor has as many as they can help")]
    Full,
}

/// The old and the new mentor hear of it, the young person gets the new list of whom to ring, and the item about
/// the daily contact opens again. The same mentor a second time changes nothing.
pub async fn replace_mentor(
    txn: &Txn,
    state: &AppState,
    id: PlacementId,
    new: MentorId,
    by: AccountId,
) -> AppResult<Result<(), MentorError>> {
    let now = state.clock.now();
    let before = store::hold(txn, id).await?.row;
    if !takes_a_place(before.status) {
        return Ok(Err(MentorError::Over));
    }
    if before.mentor_id == Some(new) {
        return Ok(Ok(()));
    }
    let found = mentor::Entity::find_by_id(new).lock_exclusive().one(txn).await?;
    let found = found.filter(|row| row.company_id.is_none_or(|id| id == before.company_id));
    let Some(found) = found.filter(|row| row.left_at.is_none()) else {
        return Ok(Err(MentorError::NotThere));
    };
    let helped = placement::Entity::find()
        .filter(placement::Column::MentorId.eq(new))
        .filter(placement::Column::Status.is_in(TAKING))
        .all(txn)
        .await?;
    if i32::try_from(helped.len()).unwrap_or(i32::MAX) >= found.at_once {
        return Ok(Err(MentorError::Full));
    }
    let mut row: placement::ActiveModel = before.clone().into();
    row.mentor_id = Set(Some(new));
    row.changed_at = Set(now);
    let after = row.update(txn).await?;
    history::write(txn, id, Change::Mentor, Some(found.name), Some(by), now).await?;
    if after.status == PlacementStatus::Proposed {
        return Ok(Ok(()));
    }
    checklists::reopen(txn, state, &after, Item::DailyContact, by, &[]).await?;
    tell_of_it(txn, state, &before, &after).await?;
    Ok(Ok(()))
}

async fn tell_of_it(
    txn: &Txn,
    state: &AppState,
    before: &placement::Model,
    after: &placement::Model,
) -> AppResult<()> {
    let what = format!("mentor/{}", after.changed_at.timestamp_micros());
    let home = state.link("/mentor");
    let message = |t| ReplacedMail { t, link: home };
    people::tell_mentor(txn, state, before, &what, message).await?;
    let link = state.link(&path(after.id));
    let message = |t| AssignedMail { t, link: link.clone() };
    people::tell_mentor(txn, state, after, &what, message).await?;
    let people = people::of(txn, after, state.clock.today()).await?;
    let message = |t| MyPeopleMail { t, link: link.clone(), people: people.lines(t) };
    tell::tell(txn, state, after, Party::YoungPerson, &what, message).await
}
