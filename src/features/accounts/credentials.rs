//! What an account proves itself with, and how often it was tried in vain.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QuerySelect, Set,
};

use super::{secrets, session};
use crate::domain::AccountId;
use crate::domain::sign_in::Attempts;
use crate::entities::{account, new_id, recovery_code};
use crate::settings::Settings;
use crate::state::Txn;

const RECOVERY_CODES: usize = 10;

/// A live account about to change; the second of two presses waits for the first.
pub async fn locked(txn: &Txn, id: AccountId) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find_by_id(id)
        .filter(account::Column::DisabledAt.is_null())
        .lock_exclusive()
        .one(txn)
        .await
}

pub fn attempts(account: &account::Model) -> Attempts {
    Attempts { failed: account.failed_attempts, locked_until: account.locked_until }
}

pub async fn failed(txn: &Txn, account: account::Model, now: DateTime<Utc>) -> Result<(), DbErr> {
    let mut attempts = attempts(&account);
    attempts.fail(now);
    let mut row: account::ActiveModel = account.into();
    row.failed_attempts = Set(attempts.failed);
    row.locked_until = Set(attempts.locked_until);
    row.update(txn).await?;
    Ok(())
}

/// The whole proof was given.
pub async fn signed_in(
    txn: &Txn,
    account: account::Model,
    totp_step: Option<i64>,
    now: DateTime<Utc>,
) -> Result<account::Model, DbErr> {
    let last_step = totp_step.or(account.totp_last_step);
    let mut row: account::ActiveModel = account.into();
    row.failed_attempts = Set(0);
    row.locked_until = Set(None);
    row.totp_last_step = Set(last_step);
    row.last_signed_in_at = Set(Some(now));
    row.update(txn).await
}

pub async fn set_password(
    txn: &Txn,
    id: AccountId,
    hash: String,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = account::ActiveModel {
        id: Set(id),
        password_hash: Set(Some(hash)),
        failed_attempts: Set(0),
        locked_until: Set(None),
        ..Default::default()
    };
    row.update(txn).await?;
    session::end_all(txn, id, now).await
}

/// The app whose first code was right at `step`. Sessions from before end, and so do older recovery codes.
pub async fn set_code_app(
    txn: &Txn,
    settings: &Settings,
    id: AccountId,
    sealed: String,
    step: i64,
    now: DateTime<Utc>,
) -> Result<Vec<String>, DbErr> {
    let row = account::ActiveModel {
        id: Set(id),
        totp_secret: Set(Some(sealed)),
        totp_confirmed_at: Set(Some(now)),
        totp_last_step: Set(Some(step)),
        ..Default::default()
    };
    row.update(txn).await?;
    session::end_all(txn, id, now).await?;
    new_recovery_codes(txn, settings, id, now).await
}

/// Password, code app and recovery codes are worth nothing from now on, and nobody stays signed in by them.
pub async fn forget(txn: &Txn, id: AccountId, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = account::ActiveModel {
        id: Set(id),
        password_hash: Set(None),
        totp_secret: Set(None),
        totp_confirmed_at: Set(None),
        totp_last_step: Set(None),
        failed_attempts: Set(0),
        locked_until: Set(None),
        ..Default::default()
    };
    row.update(txn).await?;
    drop_recovery_codes(txn, id).await?;
    session::end_all(txn, id, now).await
}

/// Ten new codes in place of all older ones. They are shown once: only their hashes stay.
pub async fn new_recovery_codes(
    txn: &Txn,
    settings: &Settings,
    id: AccountId,
    now: DateTime<Utc>,
) -> Result<Vec<String>, DbErr> {
    drop_recovery_codes(txn, id).await?;
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| secrets::recovery_code()).collect();
    let rows = codes.iter().map(|code| recovery_code::ActiveModel {
        id: Set(new_id()),
        account_id: Set(id),
        code_hash: Set(secrets::code_hash(settings, id, code)),
        created_at: Set(now),
        used_at: Set(None),
    });
    recovery_code::Entity::insert_many(rows).exec_without_returning(txn).await?;
    Ok(codes)
}

async fn drop_recovery_codes(txn: &Txn, id: AccountId) -> Result<(), DbErr> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::AccountId.eq(id))
        .exec(txn)
        .await?;
    Ok(())
}

/// Whether this was an unused recovery code; it is used now.
pub async fn use_recovery_code(
    txn: &Txn,
    settings: &Settings,
    id: AccountId,
    code: &str,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let used = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, Expr::value(now))
        .filter(unused(id))
        .filter(recovery_code::Column::CodeHash.eq(secrets::code_hash(settings, id, code)))
        .exec(txn)
        .await?;
    Ok(used.rows_affected > 0)
}

pub async fn recovery_codes_left(db: &impl ConnectionTrait, id: AccountId) -> Result<u64, DbErr> {
    recovery_code::Entity::find().filter(unused(id)).count(db).await
}

fn unused(id: AccountId) -> sea_orm::Condition {
    sea_orm::Condition::all()
        .add(recovery_code::Column::AccountId.eq(id))
        .add(recovery_code::Column::UsedAt.is_null())
}
