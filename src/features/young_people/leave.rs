//! Leaving the programme, and coming back. Nobody leaves in the middle of a placement: somebody must end it and
//! record what it led to.

use actix_web::{HttpResponse, web};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};

use super::{path, store};
use crate::domain::YoungPersonId;
use crate::domain::capacity::TAKING;
use crate::entities::{placement, young_person};
use crate::features::accounts::disabling::{disable, enable};
use crate::features::{accounts, calls};
use crate::state::{AppState, Txn};
use crate::web::{AppResult, SignedInConsultant, see_other};

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LeaveError {
    #[error("a placement is under way")]
    InPlacement,
}

/// `POST /desk/young-people/{young_person}/return`.
pub async fn come_back(
    state: web::Data<AppState>,
    _: SignedInConsultant,
    id: web::Path<YoungPersonId>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let person = store::about_to_change(&txn, *id).await?;
    if person.left_at.is_some() {
        enable(&txn, person.account_id).await?;
        let mut row: young_person::ActiveModel = person.into();
        row.left_at = Set(None);
        row.update(&txn).await?;
    }
    txn.commit().await?;
    Ok(see_other(path(*id)).notice("young-people-is-back"))
}

/// Closes the account too, and drops what is still on its way, so that no message and no sign-in reaches somebody who
/// is no longer with us.
pub async fn departure(
    txn: &Txn,
    state: &AppState,
    person: young_person::Model,
) -> AppResult<Result<(), LeaveError>> {
    if person.left_at.is_some() {
        return Ok(Ok(()));
    }
    let placements = placement::Entity::find()
        .filter(placement::Column::YoungPersonId.eq(person.id))
        .filter(placement::Column::Status.is_in(TAKING))
        .count(txn)
        .await?;
    if placements > 0 {
        return Ok(Err(LeaveError::InPlacement));
    }
    let now = state.clock.now();
    let account = accounts::store::account(txn, person.account_id).await?;
    calls::untell_young_person(txn, now, person.id, account.email.as_deref()).await?;
    disable(txn, person.account_id, now).await?.map_err(anyhow::Error::from)?;
    let mut row: young_person::ActiveModel = person.into();
    row.left_at = Set(Some(now));
    row.update(txn).await?;
    Ok(Ok(()))
}
