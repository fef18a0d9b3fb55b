//! The links, codes and invitations in people's mail: each leads in once, and what was sent along with it ends.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Set,
};

use super::mail::{InvitationMail, SignInMail};
use super::{secrets, session};
use crate::domain::AccountId;
use crate::domain::sign_in::Token;
use crate::entities::{account, invitation_token, mail as row, sign_in_token};
use crate::mail::{self, Message};
use crate::state::Txn;

pub async fn by_token(txn: &Txn, token: &str) -> Result<Option<sign_in_token::Model>, DbErr> {
    sign_in_token::Entity::find()
        .filter(sign_in_token::Column::TokenHash.eq(secrets::token_hash(token)))
        .lock_exclusive()
        .one(txn)
        .await
}

/// The newest link and code sent to an account.
pub async fn newest(txn: &Txn, account: AccountId) -> Result<Option<sign_in_token::Model>, DbErr> {
    sign_in_token::Entity::find()
        .filter(sign_in_token::Column::AccountId.eq(account))
        .order_by_desc(sign_in_token::Column::CreatedAt)
        .order_by_desc(sign_in_token::Column::Id)
        .lock_exclusive()
        .one(txn)
        .await
}

pub fn token(row: &sign_in_token::Model) -> Token {
    Token { expires_at: row.expires_at, used_at: row.used_at, tries: row.tries }
}

pub async fn keep_tries(txn: &Txn, row: sign_in_token::Model, tries: i32) -> Result<(), DbErr> {
    let mut row: sign_in_token::ActiveModel = row.into();
    row.tries = Set(tries);
    row.update(txn).await?;
    Ok(())
}

/// Whether a link, working or not, was sent to this account.
pub async fn is_link_of(
    db: &impl ConnectionTrait,
    token: &str,
    account: AccountId,
) -> Result<bool, DbErr> {
    let sent = sign_in_token::Entity::find()
        .filter(sign_in_token::Column::TokenHash.eq(secrets::token_hash(token)))
        .filter(sign_in_token::Column::AccountId.eq(account));
    Ok(sent.count(db).await? > 0)
}

/// Uses up a link and its code with every other way in that was sent to the account, so that each leads in once.
pub async fn use_up(
    txn: &Txn,
    pressed: sign_in_token::Model,
    now: DateTime<Utc>,
) -> Result<account::Model, DbErr> {
    let account_id = pressed.account_id;
    if pressed.used_at.is_none() {
        let mut row: sign_in_token::ActiveModel = pressed.into();
        row.used_at = Set(Some(now));
        row.update(txn).await?;
    }
    end_links(txn, account_id, now).await?;
    let found = account::Entity::find_by_id(account_id).one(txn).await?;
    let found = found.ok_or_else(|| DbErr::RecordNotFound("account of a token".into()))?;
    if let Some(address) = &found.email {
        // A link that leads nowhere any more need not arrive.
        let ways_in = row::Column::Message.is_in([SignInMail::NAME, InvitationMail::NAME]);
        mail::withdraw(txn, ways_in.and(row::Column::ToAddress.eq(address))).await?;
    }
    let mut row: account::ActiveModel = found.into();
    row.last_signed_in_at = Set(Some(now));
    row.update(txn).await
}

/// The invitation and the account it still opens, or was pressed for a moment ago; none when it is unknown, used or
/// too old, or the account is disabled.
pub async fn invited(
    db: &impl ConnectionTrait,
    token: &str,
    now: DateTime<Utc>,
) -> Result<Option<(invitation_token::Model, account::Model)>, DbErr> {
    let row = invitation_token::Entity::find()
        .filter(invitation_token::Column::TokenHash.eq(secrets::token_hash(token)))
        .lock_exclusive()
        .one(db)
        .await?;
    let opens = |row: &invitation_token::Model| {
        let (expires_at, used_at) = (row.expires_at, row.used_at);
        Token { expires_at, used_at, tries: 0 }.use_link(now).is_ok()
    };
    let Some(row) = row.filter(opens) else { return Ok(None) };
    let found = account::Entity::find_by_id(row.account_id).one(db).await?;
    Ok(found.filter(|account| account.disabled_at.is_none()).map(|account| (row, account)))
}

/// Whether an invitation, working or not, was sent to this account.
pub async fn is_invitation_of(
    db: &impl ConnectionTrait,
    token: &str,
    account: AccountId,
) -> Result<bool, DbErr> {
    let sent = invitation_token::Entity::find()
        .filter(invitation_token::Column::TokenHash.eq(secrets::token_hash(token)))
        .filter(invitation_token::Column::AccountId.eq(account));
    Ok(sent.count(db).await? > 0)
}

/// Uses up an invitation, and ends every other one of the account.
pub async fn use_invitation(
    txn: &Txn,
    pressed: invitation_token::Model,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let account = pressed.account_id;
    let mut row: invitation_token::ActiveModel = pressed.into();
    row.used_at = Set(Some(now));
    row.update(txn).await?;
    end_invitations(txn, account, now).await
}

/// The address has changed, or its owner has signed out everywhere: what was sent until now leads nowhere, not even by
/// a second press, and who came by it is signed out.
pub async fn use_up_ways_in(txn: &Txn, id: AccountId, now: DateTime<Utc>) -> Result<(), DbErr> {
    end_links(txn, id, now).await?;
    invitation_token::Entity::update_many()
        .col_expr(invitation_token::Column::ExpiresAt, Expr::col(invitation_token::Column::UsedAt))
        .filter(invitation_token::Column::AccountId.eq(id))
        .exec(txn)
        .await?;
    sign_in_token::Entity::update_many()
        .col_expr(sign_in_token::Column::ExpiresAt, Expr::col(sign_in_token::Column::UsedAt))
        .filter(sign_in_token::Column::AccountId.eq(id))
        .exec(txn)
        .await?;
    session::end_all(txn, id, now).await
}

/// Every link, code and invitation of an account that nobody has pressed.
async fn end_links(txn: &Txn, id: AccountId, now: DateTime<Utc>) -> Result<(), DbErr> {
    end_invitations(txn, id, now).await?;
    sign_in_token::Entity::update_many()
        .col_expr(sign_in_token::Column::UsedAt, Expr::value(now))
        .col_expr(sign_in_token::Column::ExpiresAt, Expr::value(now))
        .filter(sign_in_token::Column::AccountId.eq(id))
        .filter(sign_in_token::Column::UsedAt.is_null())
        .exec(txn)
        .await?;
    Ok(())
}

async fn end_invitations(txn: &Txn, id: AccountId, now: DateTime<Utc>) -> Result<(), DbErr> {
    invitation_token::Entity::update_many()
        .col_expr(invitation_token::Column::UsedAt, Expr::value(now))
        .col_expr(invitation_token::Column::ExpiresAt, Expr::value(now))
        .filter(invitation_token::Column::AccountId.eq(id))
        .filter(invitation_token::Column::UsedAt.is_null())
        .exec(txn)
        .await?;
    Ok(())
}
