//! The slice's SQL.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ModelTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Set,
};

use super::secrets;
use crate::domain::sign_in::link_expires_at;
use crate::domain::{AccountId, Role};
use crate::entities::{account, invitation_token, kept_form, new_id, sign_in_token, web_session};
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

/// In how many browsers an account is signed in.
pub async fn open_sessions(
    db: &impl ConnectionTrait,
    id: AccountId,
    now: DateTime<Utc>,
) -> Result<u64, DbErr> {
    web_session::Entity::find()
        .filter(web_session::Column::AccountId.eq(id))
        .filter(web_session::Column::EndedAt.is_null())
        .filter(web_session::Column::ExpiresAt.gt(now))
        .count(db)
        .await
}

/// When a consultant is away, and who stands in.
pub async fn set_away(
    txn: &Txn,
    id: AccountId,
    deputy: Option<AccountId>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
) -> Result<(), DbErr> {
    let row = account::ActiveModel {
        id: Set(id),
        deputy_id: Set(deputy),
        away_from: Set(from),
        away_until: Set(until),
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

/// Every consultant who can sign in, by name.
pub async fn consultants(db: &impl ConnectionTrait) -> Result<Vec<account::Model>, DbErr> {
    account::Entity::find()
        .filter(account::Column::Role.eq(Role::Consultant))
        .filter(account::Column::DisabledAt.is_null())
        .order_by_asc(account::Column::Name)
        .order_by_asc(account::Column::Id)
        .all(db)
        .await
}

pub async fn names(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = AccountId>,
) -> Result<HashMap<AccountId, String>, DbErr> {
    let rows: Vec<(AccountId, String)> = account::Entity::find()
        .select_only()
        .columns([account::Column::Id, account::Column::Name])
        .filter(account::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
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
        expires_at: Set(link_expires_at(now)),
        used_at: Set(None),
    };
    row.insert(txn).await?;
    Ok((token, code))
}

/// A row that is gone again before anybody can see it: as much work as there is for somebody who is known, so that
/// the time an answer takes tells no more than its words.
pub async fn write_for_nobody(txn: &Txn, text: String, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = kept_form::ActiveModel {
        id: Set(new_id()),
        token_hash: Set(secrets::token_hash(&secrets::token())),
        account_id: Set(None),
        path: Set(String::new()),
        body: Set(text),
        created_at: Set(now),
        expires_at: Set(now),
    };
    row.insert(txn).await?.delete(txn).await?;
    Ok(())
}

pub async fn sign_ins_asked_for_since(
    db: &impl ConnectionTrait,
    account: AccountId,
    since: DateTime<Utc>,
) -> Result<u64, DbErr> {
    sign_in_token::Entity::find()
        .filter(sign_in_token::Column::AccountId.eq(account))
        .filter(sign_in_token::Column::CreatedAt.gt(since))
        .filter(sign_in_token::Column::UsedAt.is_null())
        .count(db)
        .await
}

pub async fn invited_since(
    db: &impl ConnectionTrait,
    account: AccountId,
    since: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let lately = invitation_token::Entity::find()
        .filter(invitation_token::Column::AccountId.eq(account))
        .filter(invitation_token::Column::CreatedAt.gt(since))
        .filter(invitation_token::Column::UsedAt.is_null())
        .count(db)
        .await?;
    Ok(lately > 0)
}

/// When each of these accounts was last sent an invitation.
pub async fn last_invited(
    db: &impl ConnectionTrait,
    accounts: impl IntoIterator<Item = AccountId>,
) -> Result<HashMap<AccountId, DateTime<Utc>>, DbErr> {
    let rows: Vec<(AccountId, DateTime<Utc>)> = invitation_token::Entity::find()
        .select_only()
        .columns([invitation_token::Column::AccountId, invitation_token::Column::CreatedAt])
        .filter(invitation_token::Column::AccountId.is_in(accounts))
        .order_by_asc(invitation_token::Column::CreatedAt)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
