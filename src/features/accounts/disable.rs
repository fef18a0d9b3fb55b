//! Closing an account, which signs its owner out at once, and opening it again.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, DbErr, Set};

use super::session;
use crate::domain::AccountId;
use crate::entities::account;
use crate::state::Txn;

pub async fn disable(txn: &Txn, id: AccountId, now: DateTime<Utc>) -> Result<(), DbErr> {
    set(txn, id, Some(now)).await?;
    session::end_all(txn, id, now).await
}

pub async fn enable(txn: &Txn, id: AccountId) -> Result<(), DbErr> {
    set(txn, id, None).await
}

async fn set(txn: &Txn, id: AccountId, at: Option<DateTime<Utc>>) -> Result<(), DbErr> {
    let row = account::ActiveModel { id: Set(id), disabled_at: Set(at), ..Default::default() };
    row.update(txn).await?;
    Ok(())
}
