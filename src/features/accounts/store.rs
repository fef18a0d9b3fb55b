//! The slice's SQL.

use chrono::{DateTime, Duration, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Set,
};

use super::secrets;
use crate::domain::{AccountId, Language};
use crate::entities::{account, invitation_token, new_id, sign_in_token};
use crate::settings::Settings;
use crate::state::Txn;

/// An e-mail address as it is compared: without regard to case.
pub fn folded(email: &str) -> String {
    email.trim().to_lowercase()
}

/// An account that is known to be there.
pub async fn account(db: &impl ConnectionTrait, id: AccountId) -> Result<account::Model, DbErr> {
    let found = account::Entity::find_by_id(id).one(db).await?;
    found.ok_or_else(|| DbErr::RecordNotFound(format!("the account {id}")))
}

/// How somebody is called and reached, as whoever keeps their page has it now.
pub async fn set_contact(
    txn: &Txn,
    id: AccountId,
    name: String,
    email: Option<String>,
    phone: Option<String>,
    language: Language,
) -> Result<(), DbErr> {
    let row = account::ActiveModel {
        id: Set(id),
        name: Set(name),
        email_folded: Set(email.as_deref().map(folded)),
        email: Set(email),
        phone: Set(phone),
        language: Set(language),
        ..Default::default()
    };
    row.update(txn).await?;
    Ok(())
}

pub async fn by_email(
    db: &impl ConnectionTrait,
    email: &str,
) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find().filter(account::Column::EmailFolded.eq(folded(email))).one(db).await
}

/// A new link and code; how many were asked for lately tells the caller when to stop.
pub async fn new_sign_in(
    txn: &Txn,
    settings: &Settings,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<(String, String), DbErr> {
    let (token, code) = (secrets::token(), secrets::code());
    let row = sign_in_token::ActiveModel {
        id: Set(new_id()),
        account_id: Set(account),
        token_hash: Set(secrets::token_hash(&token)),
        code_hash: Set(secrets::code_hash(settings, account, &code)),
        tries: Set(0),
        created_at: Set(now),
        expires_at: Set(now + Duration::minutes(15)),
        used_at: Set(None),
    };
    row.insert(txn).await?;
    Ok((token, code))
}

pub async fn sign_ins_asked_for_since(
    db: &impl ConnectionTrait,
    account: AccountId,
    since: DateTime<Utc>,
) -> Result<u64, DbErr> {
    sign_in_token::Entity::find()
        .filter(sign_in_token::Column::AccountId.eq(account))
        .filter(sign_in_token::Column::CreatedAt.gt(since))
        .count(db)
        .await
}

/// The link of this token while it can be used.
pub async fn by_token(
    txn: &Txn,
    token: &str,
    now: DateTime<Utc>,
) -> Result<Option<sign_in_token::Model>, DbErr> {
    usable(now)
        .filter(sign_in_token::Column::TokenHash.eq(secrets::token_hash(token)))
        .lock_exclusive()
        .one(txn)
        .await
}

/// The newest code sent to an account while it can be used.
pub async fn newest(
    txn: &Txn,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<Option<sign_in_token::Model>, DbErr> {
    usable(now)
        .filter(sign_in_token::Column::AccountId.eq(account))
        .order_by_desc(sign_in_token::Column::CreatedAt)
        .lock_exclusive()
        .one(txn)
        .await
}

fn usable(now: DateTime<Utc>) -> sea_orm::Select<sign_in_token::Entity> {
    sign_in_token::Entity::find()
        .filter(sign_in_token::Column::UsedAt.is_null())
        .filter(sign_in_token::Column::ExpiresAt.gt(now))
}

pub async fn count_try(txn: &Txn, token: sign_in_token::Model) -> Result<(), DbErr> {
    let tries = token.tries + 1;
    let mut row: sign_in_token::ActiveModel = token.into();
    row.tries = Set(tries);
    row.update(txn).await?;
    Ok(())
}

/// Uses up every link and code of an account, so that each leads in once.
pub async fn use_up(
    txn: &Txn,
    account_id: AccountId,
    now: DateTime<Utc>,
) -> Result<account::Model, DbErr> {
    use sea_orm::sea_query::Expr;
    sign_in_token::Entity::update_many()
        .col_expr(sign_in_token::Column::UsedAt, Expr::value(now))
        .filter(sign_in_token::Column::AccountId.eq(account_id))
        .filter(sign_in_token::Column::UsedAt.is_null())
        .exec(txn)
        .await?;
    let found = account::Entity::find_by_id(account_id).one(txn).await?;
    let found = found.ok_or_else(|| DbErr::RecordNotFound("account of a token".into()))?;
    let mut row: account::ActiveModel = found.into();
    row.last_signed_in_at = Set(Some(now));
    row.update(txn).await
}

/// Uses up an invitation; none when it is unknown, used or too old, or its account is disabled.
pub async fn use_invitation(
    txn: &Txn,
    token: &str,
    now: DateTime<Utc>,
) -> Result<Option<account::Model>, DbErr> {
    let row = invitation_token::Entity::find()
        .filter(invitation_token::Column::TokenHash.eq(secrets::token_hash(token)))
        .filter(invitation_token::Column::UsedAt.is_null())
        .filter(invitation_token::Column::ExpiresAt.gt(now))
        .lock_exclusive()
        .one(txn)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let found = account::Entity::find_by_id(row.account_id).one(txn).await?;
    let Some(found) = found.filter(|account| account.disabled_at.is_none()) else {
        return Ok(None);
    };
    let mut used: invitation_token::ActiveModel = row.into();
    used.used_at = Set(Some(now));
    used.update(txn).await?;
    let mut account: account::ActiveModel = found.into();
    account.last_signed_in_at = Set(Some(now));
    account.update(txn).await.map(Some)
}
