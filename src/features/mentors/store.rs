//! The slice's SQL.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Set,
};

use super::Owner;
use super::form::NewMentor;
use crate::domain::{AccountId, CompanyId, MentorId, PlacementStatus};
use crate::entities::{account, mentor, placement};
use crate::features::companies;
use crate::state::{Txn, one_at_a_time};
use crate::web::{AppError, AppResult};

fn ever(company: Option<CompanyId>) -> sea_orm::Select<mentor::Entity> {
    mentor::Entity::find().filter(match company {
        Some(company) => mentor::Column::CompanyId.eq(company),
        None => mentor::Column::CompanyId.is_null(),
    })
}

fn present(company: Option<CompanyId>) -> sea_orm::Select<mentor::Entity> {
    ever(company).filter(mentor::Column::LeftAt.is_null())
}

/// A company's mentors who have not left.
pub async fn of_company(
    db: &impl ConnectionTrait,
    company: CompanyId,
) -> AppResult<Vec<mentor::Model>> {
    Ok(present(Some(company)).order_by_asc(mentor::Column::Name).all(db).await?)
}

/// The municipality's own mentors, who can help at several companies.
pub async fn municipal(db: &impl ConnectionTrait) -> AppResult<Vec<mentor::Model>> {
    Ok(present(None).order_by_asc(mentor::Column::Name).all(db).await?)
}

pub async fn mentor(
    db: &impl ConnectionTrait,
    owner: Owner,
    id: MentorId,
) -> AppResult<mentor::Model> {
    let own = present(owner.company).filter(mentor::Column::Id.eq(id));
    own.one(db).await?.ok_or(AppError::NotFound)
}

pub async fn mentor_for_change(txn: &Txn, owner: Owner, id: MentorId) -> AppResult<mentor::Model> {
    let own = present(owner.company).filter(mentor::Column::Id.eq(id));
    own.lock_exclusive().one(txn).await?.ok_or(AppError::NotFound)
}

/// Also one who has left already.
pub async fn ever_for_change(txn: &Txn, owner: Owner, id: MentorId) -> AppResult<mentor::Model> {
    let own = ever(owner.company).filter(mentor::Column::Id.eq(id));
    own.lock_exclusive().one(txn).await?.ok_or(AppError::NotFound)
}

/// The same mentor in every field a moment ago is the same press of the button; of two at once the second waits.
pub async fn twin(
    txn: &Txn,
    owner: Owner,
    new: &NewMentor,
    now: DateTime<Utc>,
) -> AppResult<Option<mentor::Model>> {
    match owner.company {
        Some(company) => drop(companies::store::company_for_change(txn, company).await?),
        None => one_at_a_time(txn, "new mentor").await?,
    }
    let added = present(owner.company)
        .filter(mentor::Column::Name.eq(&new.name))
        .filter(mentor::Column::CreatedAt.gt(now - Duration::minutes(1)))
        .all(txn)
        .await?;
    let is_same = |row: &mentor::Model| {
        (&row.called, &row.phone, &row.email) == (&new.called, &new.phone, &new.email)
            && (row.trained_on, row.at_once, row.language)
                == (new.trained_on, new.at_once, new.language)
    };
    Ok(added.into_iter().find(is_same))
}

/// The accounts behind mentors, for telling who signs in.
pub async fn accounts(
    db: &impl ConnectionTrait,
    mentors: &[mentor::Model],
) -> AppResult<HashMap<AccountId, account::Model>> {
    let ids = mentors.iter().filter_map(|mentor| mentor.account_id);
    let rows = account::Entity::find().filter(account::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|account| (account.id, account)).collect())
}

/// Somebody counts on this mentor, or is about to.
pub async fn is_busy(db: &impl ConnectionTrait, mentor: MentorId) -> AppResult<bool> {
    let placements = placement::Entity::find()
        .filter(placement::Column::MentorId.eq(mentor))
        .filter(placement::Column::Status.is_in([
            PlacementStatus::Proposed,
            PlacementStatus::Agreed,
            PlacementStatus::Running,
        ]))
        .count(db)
        .await?;
    Ok(placements > 0)
}

/// A mentor's stop closes the account in the same act, with a moment of its own for each.
const SAME_ACT: Duration = Duration::seconds(1);

/// Lets go of the account of this owner's mentor who stopped, and whose account was closed by nothing else; false
/// when there is none.
pub async fn release(txn: &Txn, owner: Owner, account: &account::Model) -> AppResult<bool> {
    let Some(closed_at) = account.disabled_at else { return Ok(false) };
    let stopped = ever(owner.company)
        .filter(mentor::Column::AccountId.eq(account.id))
        .filter(mentor::Column::LeftAt.between(closed_at - SAME_ACT, closed_at + SAME_ACT))
        .lock_exclusive()
        .one(txn)
        .await?;
    let Some(stopped) = stopped else { return Ok(false) };
    let mut row: mentor::ActiveModel = stopped.into();
    row.account_id = Set(None);
    row.update(txn).await?;
    Ok(true)
}

/// An invitation went out, as far as the owner is told.
pub async fn set_invited(txn: &Txn, mentor: mentor::Model, now: DateTime<Utc>) -> AppResult<()> {
    let mut row: mentor::ActiveModel = mentor.into();
    row.invited_at = Set(Some(now));
    row.update(txn).await?;
    Ok(())
}

pub async fn leave(txn: &Txn, mentor: mentor::Model, now: DateTime<Utc>) -> AppResult<()> {
    let mut row: mentor::ActiveModel = mentor.into();
    row.left_at = Set(Some(now));
    row.update(txn).await?;
    Ok(())
}
