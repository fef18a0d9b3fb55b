//! Who may see a placement's pages, and on which side of it they stand.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Select};

use crate::domain::{AccountId, LookUpPurpose, Party, PlacementId, PlacementStatus};
use crate::entities::{placement, young_person};
use crate::features::look_ups;
use crate::state::{AppState, Txn};
use crate::web::visitor::Side;
use crate::web::{AppError, AppResult, Visitor};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Viewer {
    YoungPerson,
    Company,
    Mentor,
    Consultant,
}

impl Viewer {
    /// Whose yes this person's press is; a mentor reads along.
    pub fn party(self) -> Option<Party> {
        match self {
            Self::YoungPerson => Some(Party::YoungPerson),
            Self::Company => Some(Party::Company),
            Self::Consultant => Some(Party::Consultant),
            Self::Mentor => None,
        }
    }

    pub fn is_consultant(self) -> bool {
        self == Self::Consultant
    }

    /// Works at the company, with or without a desk there.
    pub fn is_at_work(self) -> bool {
        matches!(self, Self::Company | Self::Mentor)
    }
}

pub fn placement_path(placement: PlacementId) -> String {
    format!("/placements/{placement}")
}

/// The placement, if it is the visitor's; else it is not there.
pub async fn of_visitor(
    db: &impl ConnectionTrait,
    visitor: &Visitor,
    id: PlacementId,
) -> AppResult<(placement::Model, Viewer)> {
    let (query, viewer) = query(visitor, id)?;
    Ok((query.one(db).await?.ok_or(AppError::NotFound)?, viewer))
}

/// The same, locked until the transaction ends, so that two presses follow each other.
pub async fn of_visitor_for_change(
    txn: &Txn,
    visitor: &Visitor,
    id: PlacementId,
) -> AppResult<(placement::Model, Viewer)> {
    let (query, viewer) = query(visitor, id)?;
    Ok((query.lock_exclusive().one(txn).await?.ok_or(AppError::NotFound)?, viewer))
}

/// A mentor meets somebody once both have said yes.
fn query(visitor: &Visitor, id: PlacementId) -> AppResult<(Select<placement::Entity>, Viewer)> {
    let all = placement::Entity::find_by_id(id);
    Ok(match visitor.side() {
        Side::YoungPerson(person) => {
            (all.filter(placement::Column::YoungPersonId.eq(person)), Viewer::YoungPerson)
        }
        Side::Company(company) => {
            (all.filter(placement::Column::CompanyId.eq(company)), Viewer::Company)
        }
        Side::Mentor(mentor) => (
            all.filter(placement::Column::MentorId.eq(mentor)).filter(
                placement::Column::Status.is_in([
                    PlacementStatus::Agreed,
                    PlacementStatus::Running,
                    PlacementStatus::Ended,
                ]),
            ),
            Viewer::Mentor,
        ),
        Side::Consultant => (all, Viewer::Consultant),
        Side::Manager | Side::Administrator => return Err(AppError::NotFound),
    })
}

/// Somebody other than the young person reads about them.
pub async fn record_look_up(
    state: &AppState,
    visitor: &Visitor,
    placement: &placement::Model,
    page: &str,
) -> AppResult<()> {
    let account = account_of(&state.db.read, placement).await?;
    look_ups::record(state, visitor, &[account], LookUpPurpose::Placement, page).await
}

pub async fn account_of(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
) -> AppResult<AccountId> {
    let person = young_person::Entity::find_by_id(placement.young_person_id).one(db).await?;
    Ok(person.ok_or(AppError::NotFound)?.account_id)
}
