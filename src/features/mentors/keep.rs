//! Storing a mentor, and with an e-mail giving them a way in.

use sea_orm::{ActiveModelTrait, Set};

use super::form::NewMentor;
use super::{Owner, store};
use crate::domain::{AccountId, CallKind, CompanyId, Language, Role};
use crate::entities::{mentor, new_id};
use crate::features::accounts::disabling::enable;
use crate::features::accounts::invite::{InviteError, NewAccount, invite, send};
use crate::features::calls::{self, About, NewCall};
use crate::features::{accounts, companies, programme};
use crate::state::{AppState, Txn};
use crate::web::AppResult;
use crate::words::Words;

/// What happened beside the storing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    Quietly,
    Invited,
}

/// Stores a mentor, new or changed. An account follows its mentor's name and e-mail, so that nobody types them
/// twice.
pub async fn keep(
    txn: &Txn,
    state: &AppState,
    owner: Owner,
    before: Option<mentor::Model>,
    new: NewMentor,
    by: AccountId,
) -> AppResult<Result<Kept, InviteError>> {
    let old_account = before.as_ref().and_then(|mentor| mentor.account_id);
    let found = match old_account {
        Some(account) => follow(txn, state, account, &new, by).await?.map(Some),
        None => invited(txn, state, owner, &new, by).await?,
    };
    let login = match (found, owner.company) {
        (Ok(login), _) => login,
        (Err(InviteError::EmailTaken), Some(company)) => {
            // To a company it is as always: it must not learn who is known here.
            let account = without_address(txn, state, old_account, &new).await?;
            let mentor = before.as_ref().map_or_else(|| new.name.clone(), |row| row.name.clone());
            ask_consultant(txn, state, company, &mentor).await?;
            Some(Login { account, is_invited: true })
        }
        (Err(error), None) => return Ok(Err(error)),
    };
    let is_new = before.is_none();
    let mut row = match before {
        Some(before) => before.into(),
        None => mentor::ActiveModel {
            id: Set(new_id()),
            company_id: Set(owner.company),
            left_at: Set(None),
            created_at: Set(state.clock.now()),
            ..Default::default()
        },
    };
    row.account_id = Set(login.and_then(|login| login.account));
    row.name = Set(new.name);
    row.called = Set(new.called);
    row.phone = Set(new.phone);
    row.email = Set(new.email);
    row.trained_on = Set(new.trained_on);
    row.at_once = Set(new.at_once);
    if is_new {
        row.insert(txn).await?
    } else {
        row.update(txn).await?
    };
    Ok(Ok(match login {
        Some(Login { is_invited: true, .. }) => Kept::Invited,
        _ => Kept::Quietly,
    }))
}

/// The account behind a mentor, and whether an invitation goes to it now.
#[derive(Clone, Copy, Debug)]
struct Login {
    account: Option<AccountId>,
    is_invited: bool,
}

/// A new account for the mentor; none without an e-mail, or when it is somebody who signs in for the company
/// already: in a small place the owner is the mentor.
async fn invited(
    txn: &Txn,
    state: &AppState,
    owner: Owner,
    new: &NewMentor,
    by: AccountId,
) -> AppResult<Result<Option<Login>, InviteError>> {
    let Some(email) = new.email.clone() else { return Ok(Ok(None)) };
    if let Some(company) = owner.company {
        let folded = accounts::store::folded(&email);
        let members = companies::members(txn, company).await?;
        if members.iter().any(|member| member.email_folded.as_deref() == Some(folded.as_str())) {
            return Ok(Ok(None));
        }
    }
    if let Some(account) = returning(txn, state, &email, new, by).await? {
        return Ok(Ok(Some(Login { account: Some(account), is_invited: true })));
    }
    let account = NewAccount {
        role: Role::Mentor,
        name: new.name.clone(),
        email: Some(email),
        phone: new.phone.clone(),
        language: Language::Danish,
    };
    let invited = invite(txn, state, account, Some(by)).await?;
    Ok(invited.map(|account| Some(Login { account: Some(account), is_invited: true })))
}

/// Somebody who was a mentor here before and stopped: their own account opens again, for who they are now.
async fn returning(
    txn: &Txn,
    state: &AppState,
    email: &str,
    new: &NewMentor,
    by: AccountId,
) -> AppResult<Option<AccountId>> {
    let found = accounts::store::by_email(txn, email).await?;
    let closed =
        found.filter(|account| account.role == Role::Mentor && account.disabled_at.is_some());
    let Some(account) = closed else { return Ok(None) };
    if !store::release(txn, account.id).await? {
        return Ok(None);
    }
    enable(txn, account.id).await?;
    let (name, phone) = (new.name.clone(), new.phone.clone());
    accounts::store::set_contact(txn, account.id, name, account.email, phone, account.language)
        .await?;
    let account = accounts::store::account(txn, account.id).await?;
    send(txn, state, &account, Some(by)).await?;
    Ok(Some(account.id))
}

/// A new address makes the old one worthless, and is invited in its place.
async fn follow(
    txn: &Txn,
    state: &AppState,
    account: AccountId,
    new: &NewMentor,
    by: AccountId,
) -> AppResult<Result<Login, InviteError>> {
    if let Some(email) = &new.email
        && let Some(other) = accounts::store::by_email(txn, email).await?
        && other.id != account
    {
        return Ok(Err(InviteError::EmailTaken));
    }
    let before = accounts::store::account(txn, account).await?;
    let (name, email, phone) = (new.name.clone(), new.email.clone(), new.phone.clone());
    let has_moved = before.email != email;
    accounts::store::set_contact(txn, account, name, email, phone, before.language).await?;
    if !has_moved {
        return Ok(Ok(Login { account: Some(account), is_invited: false }));
    }
    accounts::store::use_up_ways_in(txn, account, state.clock.now()).await?;
    let now = accounts::store::account(txn, account).await?;
    let link = send(txn, state, &now, Some(by)).await?;
    Ok(Ok(Login { account: Some(account), is_invited: link.is_some() }))
}

/// The account of a mentor whose new address is somebody else's: the old one opens nothing any more.
async fn without_address(
    txn: &Txn,
    state: &AppState,
    account: Option<AccountId>,
    new: &NewMentor,
) -> AppResult<Option<AccountId>> {
    let Some(account) = account else { return Ok(None) };
    let language = accounts::store::account(txn, account).await?.language;
    let (name, phone) = (new.name.clone(), new.phone.clone());
    accounts::store::set_contact(txn, account, name, None, phone, language).await?;
    accounts::store::use_up_ways_in(txn, account, state.clock.now()).await?;
    Ok(Some(account))
}

/// The consultant is told what the company is not, and finds out with it which address is right.
async fn ask_consultant(
    txn: &Txn,
    state: &AppState,
    company: CompanyId,
    mentor: &str,
) -> AppResult<()> {
    let row = companies::store::company(txn, company).await?;
    let Some(owner) = row.consultant_id else { return Ok(()) };
    let language = accounts::store::account(txn, owner).await?.language;
    let day = state.clock.today();
    let new = NewCall {
        kind: CallKind::CompanyContact,
        cause: format!("mentor-address/{company}/{mentor}/{day}"),
        owner,
        due_on: programme::calendar(txn).await?.next_working_day(day),
        about: About { company: Some(company), ..About::default() },
        words: Words(language).mentors_address_taken(mentor),
    };
    calls::open(txn, state.clock.now(), new).await
}
