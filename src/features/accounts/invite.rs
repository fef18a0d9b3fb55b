//! Accounts exist by invitation. The mail leads to a page where somebody says yes to taking part: who signs in
//! with a password chooses it there, others are signed in by the button.

use chrono::Duration;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, EntityTrait, Set};

use super::mail::InvitationMail;
use super::{credentials, secrets, store};
use crate::domain::sign_in::needs_second_factor;
use crate::domain::{AccountId, Language, Role};
use crate::entities::{account, invitation_token, new_id};
use crate::mail::{self, Recipient};
use crate::state::{AppState, Txn};
use crate::web::{AppError, AppResult};

/// How long an invitation can be answered.
const DAYS: i64 = 14;

/// Minutes in which another press of the button is the same press.
const SAME_PRESS: i64 = 5;

#[derive(Clone, Debug)]
pub struct NewAccount {
    pub role: Role,
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub language: Language,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InviteError {
    #[error("somebody else has this e-mail")]
    EmailTaken,
}

/// Makes the account and, when it has an e-mail, sends the invitation.
pub async fn invite(
    txn: &Txn,
    state: &AppState,
    new: NewAccount,
    by: Option<AccountId>,
) -> AppResult<Result<AccountId, InviteError>> {
    Ok(match add(txn, state, new).await? {
        Ok(account) => {
            send(txn, state, &account, by).await?;
            Ok(account.id)
        }
        Err(error) => Err(error),
    })
}

/// The account of somebody who was invited in the same words a moment ago: the second press of the button.
pub async fn by_the_same_press(
    txn: &Txn,
    state: &AppState,
    new: &NewAccount,
) -> AppResult<Option<AccountId>> {
    let Some(email) = &new.email else { return Ok(None) };
    let Some(account) = store::by_email(txn, email).await? else { return Ok(None) };
    let since = state.clock.now() - Duration::minutes(SAME_PRESS);
    let is_same = account.role == new.role
        && account.name == new.name
        && account.phone == new.phone
        && account.language == new.language
        && account.disabled_at.is_none()
        && store::invited_since(txn, account.id, since).await?;
    Ok(is_same.then_some(account.id))
}

/// The database itself keeps an address to one account, also when two invite it at the same moment.
pub async fn add(
    txn: &Txn,
    state: &AppState,
    new: NewAccount,
) -> AppResult<Result<account::Model, InviteError>> {
    let (now, id) = (state.clock.now(), new_id());
    let row = account::ActiveModel {
        id: Set(id),
        role: Set(new.role),
        name: Set(new.name),
        email_folded: Set(new.email.as_deref().map(store::folded)),
        email: Set(new.email),
        phone: Set(new.phone),
        language: Set(new.language),
        failed_attempts: Set(0),
        invited_at: Set(Some(now)),
        created_at: Set(now),
        ..Default::default()
    };
    let free = OnConflict::column(account::Column::EmailFolded).do_nothing().to_owned();
    let added = account::Entity::insert(row).on_conflict(free).exec_without_returning(txn).await?;
    if added == 0 {
        return Ok(Err(InviteError::EmailTaken));
    }
    Ok(Ok(store::account(txn, id).await?))
}

/// A new invitation from an administrator, for whoever lost the first or cannot sign in any more. Staff lose
/// password and code app at once; the row of the invitation tells who took them away and when.
pub async fn again(
    txn: &Txn,
    state: &AppState,
    account: &account::Model,
    by: AccountId,
) -> AppResult<()> {
    if needs_second_factor(account.role) {
        credentials::forget(txn, account.id, state.clock.now()).await?;
    }
    send(txn, state, account, Some(by)).await?;
    Ok(())
}

/// What came of asking for another invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resent {
    /// Now, or by the same press a moment ago.
    Sent,
    /// They have been here already, and can ask for a link themselves.
    InUse,
    NoEmail,
}

/// Another invitation for somebody who has not been here yet. The row of the invitation tells who sent it and when.
pub async fn resend(
    txn: &Txn,
    state: &AppState,
    id: AccountId,
    by: AccountId,
) -> AppResult<Resent> {
    let account = credentials::locked(txn, id).await?.ok_or(AppError::NotFound)?;
    if account.last_signed_in_at.is_some() {
        return Ok(Resent::InUse);
    }
    let since = state.clock.now() - Duration::minutes(SAME_PRESS);
    if store::invited_since(txn, id, since).await? {
        return Ok(Resent::Sent);
    }
    let link = send(txn, state, &account, Some(by)).await?;
    Ok(link.map_or(Resent::NoEmail, |_| Resent::Sent))
}

/// Sends an invitation, again if need be, and tells its link; each has its own, and the newest is enough.
pub async fn send(
    txn: &Txn,
    state: &AppState,
    account: &account::Model,
    by: Option<AccountId>,
) -> AppResult<Option<String>> {
    let Some(recipient) = Recipient::of(account) else { return Ok(None) };
    let now = state.clock.now();
    let token = secrets::token();
    let hash = secrets::token_hash(&token);
    let row = invitation_token::ActiveModel {
        id: Set(new_id()),
        account_id: Set(account.id),
        token_hash: Set(hash.clone()),
        made_by: Set(by),
        created_at: Set(now),
        expires_at: Set(now + Duration::days(DAYS)),
        used_at: Set(None),
    };
    row.insert(txn).await?;
    let link = state.link(&format!("/invitation/{token}"));
    let message = InvitationMail { t: recipient.words(), link: link.clone() };
    mail::enqueue(txn, now, &recipient, &format!("invitation/{hash}"), &message).await?;
    Ok(Some(link))
}
