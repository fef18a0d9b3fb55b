//! Taking the way in away from somebody, and giving it back.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};

use super::session;
use crate::domain::{AccountId, Role};
use crate::entities::account;
use crate::state::Txn;
use crate::web::{AppError, AppResult};

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DisableError {
    #[error("nobody would be left to let anybody in")]
    LastAdministrator,
}

/// Signs an account out everywhere and lets it in no more. Again changes nothing.
pub async fn disable(
    txn: &Txn,
    id: AccountId,
    now: DateTime<Utc>,
) -> AppResult<Result<(), DisableError>> {
    // All of them are locked, so that two administrators cannot disable each other at the same moment.
    let administrators = account::Entity::find()
        .filter(account::Column::Role.eq(Role::Administrator))
        .filter(account::Column::DisabledAt.is_null())
        .lock_exclusive()
        .all(txn)
        .await?;
    if let [last] = administrators.as_slice()
        && last.id == id
    {
        return Ok(Err(DisableError::LastAdministrator));
    }
    set(txn, id, Some(now)).await?;
    session::end_all(txn, id, now).await?;
    Ok(Ok(()))
}

pub async fn enable(txn: &Txn, id: AccountId) -> AppResult<()> {
    set(txn, id, None).await
}

async fn set(txn: &Txn, id: AccountId, disabled_at: Option<DateTime<Utc>>) -> AppResult<()> {
    let found = account::Entity::find_by_id(id).lock_exclusive().one(txn).await?;
    let found = found.ok_or(AppError::NotFound)?;
    if found.disabled_at.is_some() != disabled_at.is_some() {
        let mut row: account::ActiveModel = found.into();
        row.disabled_at = Set(disabled_at);
        row.update(txn).await?;
    }
    Ok(())
}
