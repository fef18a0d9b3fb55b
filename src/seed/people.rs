//! Staff, groups and young people.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, EntityTrait, Set};

use super::files::{Files, Month, PurposeChange};
use super::keys::{Keys, find};
use super::moments::Days;
use crate::domain::{AccountId, GroupId, Language, RequirementId, Role, YoungPersonId};
use crate::entities::{
    account, fulfilled_requirement, new_id, requirement, young_person, youth_group,
};
use crate::features::accounts::{code_app::CodeApp, credentials, password, store};
use crate::features::programme;
use crate::features::young_people::history::record_purpose;
use crate::state::{AppState, Txn};
use crate::web::AppResult;

pub async fn load(state: &AppState, files: &Files, days: Days, keys: &mut Keys) -> AppResult<()> {
    let hash = password::hash(files.accounts.month.password.clone()).await?;
    let txn = state.write().await?;
    settings(&txn, &files.accounts.month).await?;
    let joined = days.moment(-320, "09:00")?;
    for person in &files.accounts.account {
        let new = Person {
            role: person.role,
            name: &person.name,
            email: Some(&person.email),
            phone: &person.phone,
            language: person.language.unwrap_or(Language::Danish),
        };
        let id = add(&txn, new, joined).await?;
        sign_in_as_staff(&txn, state, id, &person.email, &hash, &files.accounts.month, joined)
            .await?;
        keys.accounts.insert(person.key.clone(), id);
    }
    for person in &files.accounts.account {
        let Some(deputy) = &person.deputy else { continue };
        let row = account::ActiveModel {
            id: Set(keys.account(&person.key)?),
            deputy_id: Set(Some(keys.account(deputy)?)),
            ..Default::default()
        };
        row.update(&txn).await?;
    }
    for group in &files.accounts.group {
        let id: GroupId = new_id();
        let row = youth_group::ActiveModel {
            id: Set(id),
            name: Set(group.name.clone()),
            leader_id: Set(keys.account(&group.leader)?),
            meets: Set(group.meets.clone()),
            closed_at: Set(None),
            created_at: Set(joined),
        };
        row.insert(&txn).await?;
        keys.groups.insert(group.key.clone(), id);
    }
    young_people(&txn, files, days, keys).await?;
    txn.commit().await?;
    Ok(())
}

async fn settings(txn: &Txn, month: &Month) -> AppResult<()> {
    programme::set(txn, "programme_name", &month.programme_name).await?;
    programme::set(txn, "municipality", &month.municipality).await?;
    programme::set(txn, "contact_phone", &month.contact_phone).await?;
    programme::set(txn, "contact_email", &month.contact_email).await
}

pub struct Person<'a> {
    pub role: Role,
    pub name: &'a str,
    pub email: Option<&'a str>,
    pub phone: &'a str,
    pub language: Language,
}

pub async fn add(txn: &Txn, person: Person<'_>, at: DateTime<Utc>) -> AppResult<AccountId> {
    let id: AccountId = new_id();
    let row = account::ActiveModel {
        id: Set(id),
        role: Set(person.role),
        name: Set(person.name.to_owned()),
        email: Set(person.email.map(str::to_owned)),
        email_folded: Set(person.email.map(store::folded)),
        phone: Set(Some(person.phone.to_owned())),
        language: Set(person.language),
        failed_attempts: Set(0),
        invited_at: Set(Some(at)),
        last_signed_in_at: Set(person.email.map(|_| at)),
        created_at: Set(at),
        ..Default::default()
    };
    row.insert(txn).await?;
    Ok(id)
}

/// The demo's staff all have the password and the code app that the month's file names.
async fn sign_in_as_staff(
    txn: &Txn,
    state: &AppState,
    id: AccountId,
    email: &str,
    hash: &str,
    month: &Month,
    at: DateTime<Utc>,
) -> AppResult<()> {
    let sealed = CodeApp::from_base32(&month.totp_secret, email)?.seal(&state.settings, id)?;
    credentials::set_password(txn, id, hash.to_owned(), at).await?;
    credentials::set_code_app(txn, &state.settings, id, sealed, 0, at).await?;
    Ok(())
}

async fn young_people(txn: &Txn, files: &Files, days: Days, keys: &mut Keys) -> AppResult<()> {
    let kept = requirement::Entity::find().all(txn).await?;
    let requirements: BTreeMap<String, RequirementId> =
        kept.into_iter().map(|row| (row.code, row.id)).collect();
    for person in &files.young_people.young_person {
        let joined = days.moment(person.joined, "09:00")?;
        let new = Person {
            role: Role::YoungPerson,
            name: &person.name,
            email: person.email.as_deref(),
            phone: &person.phone,
            language: person.language.unwrap_or(Language::Danish),
        };
        let account = add(txn, new, joined).await?;
        let id: YoungPersonId = new_id();
        let row = young_person::ActiveModel {
            id: Set(id),
            account_id: Set(account),
            group_id: Set(find(&keys.groups, &person.group)?),
            consultant_id: Set(keys.account(&person.consultant)?),
            purpose: Set(person.purpose),
            goal: Set(person.goal.clone()),
            target_group: Set(person.target_group),
            case_reference: Set(Some(person.case_reference.clone())),
            left_at: Set(None),
            created_at: Set(joined),
        };
        let row = row.insert(txn).await?;
        keys.accounts.insert(person.key.clone(), account);
        keys.young_people.insert(person.key.clone(), id);
        record_purpose(txn, &row, keys.account(&person.consultant)?, joined).await?;
        for code in &person.fulfils {
            let row = fulfilled_requirement::ActiveModel {
                id: Set(new_id()),
                young_person_id: Set(id),
                requirement_id: Set(find(&requirements, code)?),
            };
            row.insert(txn).await?;
        }
    }
    Ok(())
}

/// Somebody has changed their mind: the old words stay in the history.
pub async fn change_purpose(
    state: &AppState,
    keys: &Keys,
    who: &str,
    change: &PurposeChange,
) -> AppResult<()> {
    let txn = state.write().await?;
    let row = young_person::ActiveModel {
        id: Set(keys.young_person(who)?),
        purpose: Set(change.purpose),
        goal: Set(change.goal.clone()),
        ..Default::default()
    };
    let person = row.update(&txn).await?;
    record_purpose(&txn, &person, keys.account(&change.by)?, state.clock.now()).await?;
    Ok(txn.commit().await?)
}
