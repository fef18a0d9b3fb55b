//! Storing a mentor, and with an e-mail giving them a way in.

use sea_orm::{ActiveModelTrait, Set};

use super::form::NewMentor;
use super::{Owner, store};
use crate::domain::{AccountId, CallKind, CompanyId, Language, Role};
use crate::entities::{mentor, new_id};
use crate::features::accounts::contact::{self, Contact};
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
    let found = match (&before, old_account) {
        (Some(before), Some(account)) => {
            let other = (before.language != new.language).then_some(new.language);
            follow(txn, state, account, &new, other, by).await?.map(Some)
        }
        _ => invited(txn, state, owner, &new, by).await?,
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
    let is_invited = login.is_some_and(|login| login.is_invited);
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
    row.language = Set(new.language);
    if is_invited {
        row.invited_at = Set(Some(state.clock.now()));
    }
    if is_new {
        row.insert(txn).await?
    } else {
        row.update(txn).await?
    };
    Ok(Ok(if is_invited { Kept::Invited } else { Kept::Quietly }))
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
    if let Some(account) = returning(txn, state, owner, &email, new, by).await? {
        return Ok(Ok(Some(Login { account: Some(account), is_invited: true })));
    }
    let account = NewAccount {
        role: Role::Mentor,
        name: new.name.clone(),
        email: Some(email),
        phone: new.phone.clone(),
        language: new.language,
    };
    let invited = invite(txn, state, account, Some(by)).await?;
    Ok(invited.map(|account| Some(Login { account: Some(account), is_invited: true })))
}

/// Somebody who was this owner's mentor before and stopped: their own account opens again, for who they are now.
/// One that is somebody else's, or that an administrator closed, stays as it is.
async fn returning(
    txn: &Txn,
    state: &AppState,
    owner: Owner,
    email: &str,
    new: &NewMentor,
    by: AccountId,
) -> AppResult<Option<AccountId>> {
    let found = accounts::store::by_email(txn, email).await?;
    let Some(account) = found.filter(|account| account.role == Role::Mentor) else {
        return Ok(None);
    };
    if !store::release(txn, owner, &account).await? {
        return Ok(None);
    }
    enable(txn, account.id).await?;
    let reached = called(new, account.email, new.language);
    if contact::set(txn, account.id, reached).await?.is_err() {
        return Ok(None);
    }
    let account = accounts::store::account(txn, account.id).await?;
    send(txn, state, &account, Some(by)).await?;
    Ok(Some(account.id))
}

fn called(new: &NewMentor, email: Option<String>, language: Language) -> Contact {
    Contact { name: new.name.clone(), email, phone: new.phone.clone(), language }
}

/// A new address makes the old one worthless, and is invited in its place. The account keeps the language somebody
/// chose for themselves until the mentor's is changed.
async fn follow(
    txn: &Txn,
    state: &AppState,
    account: AccountId,
    new: &NewMentor,
    language: Option<Language>,
    by: AccountId,
) -> AppResult<Result<Login, InviteError>> {
    let before = accounts::store::account(txn, account).await?;
    let has_moved = before.email != new.email;
    let reached = called(new, new.email.clone(), language.unwrap_or(before.language));
    if let Err(error) = contact::set(txn, account, reached).await? {
        return Ok(Err(error));
    }
    if !has_moved {
        return Ok(Ok(Login { account: Some(account), is_invited: false }));
    }
    accounts::ways_in::use_up_ways_in(txn, account, state.clock.now()).await?;
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
    let reached = called(new, None, language);
    contact::set(txn, account, reached).await?.map_err(anyhow::Error::from)?;
    accounts::ways_in::use_up_ways_in(txn, account, state.clock.now()).await?;
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
