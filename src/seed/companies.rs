//! Companies with their page, people and places, and those that have only asked.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, EntityTrait, Set};

use super::files::{Company, Files, Mentor, Note, Profile};
use super::keys::{Keys, find};
use super::moments::Days;
use super::people::{self, Person};
use super::profiles;
use crate::domain::{
    CompanyId, CompanyStage, Language, MentorId, PlaceId, ProfileStatus, ProfileVersion,
    RequirementId, Role,
};
use crate::entities::{
    company, company_member, company_note, mentor, new_id, place, place_requirement, requirement,
};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

pub async fn load(state: &AppState, files: &Files, days: Days, keys: &mut Keys) -> AppResult<()> {
    let txn = state.write().await?;
    let kept = requirement::Entity::find().all(&txn).await?;
    let requirements: BTreeMap<String, RequirementId> =
        kept.into_iter().map(|row| (row.code, row.id)).collect();
    for person in &files.companies.mentor {
        add_mentor(&txn, person, None, days, days.moment(-320, "09:00")?, keys).await?;
    }
    for entry in &files.companies.company {
        let since = days.moment(entry.member_since, "09:00")?;
        let id = add_company(&txn, entry, since, keys).await?;
        let photo = profiles::picture(&txn, id, &entry.photo, since).await?;
        let by = keys.contact(id)?;
        profiles::row(id, ProfileVersion::Published, &entry.profile, photo, since, by)
            .insert(&txn)
            .await?;
        for person in &entry.mentor {
            add_mentor(&txn, person, Some(id), days, since, keys).await?;
        }
        add_places(&txn, entry, id, since, &requirements, keys).await?;
        add_notes(&txn, id, &entry.note, days, keys).await?;
    }
    for waiting in &files.companies.waiting {
        let id = keys.company(&waiting.company)?;
        let entry = files.companies.company.iter().find(|company| company.key == waiting.company);
        let entry =
            entry.ok_or_else(|| anyhow::anyhow!("the seed has no company {}", waiting.company))?;
        let at = days.moment(waiting.day, "10:30")?;
        let photo = profiles::picture(&txn, id, &entry.photo, at).await?;
        let profile =
            Profile { good_to_know: waiting.good_to_know.clone(), ..entry.profile.clone() };
        profiles::row(id, ProfileVersion::Draft, &profile, photo, at, keys.account(&waiting.by)?)
            .insert(&txn)
            .await?;
        let row = company::ActiveModel {
            id: Set(id),
            profile_status: Set(ProfileStatus::Sent),
            ..Default::default()
        };
        row.update(&txn).await?;
    }
    add_interest(&txn, files, days, keys).await?;
    txn.commit().await?;
    Ok(())
}

async fn add_company(
    txn: &Txn,
    entry: &Company,
    since: DateTime<Utc>,
    keys: &mut Keys,
) -> AppResult<CompanyId> {
    let id: CompanyId = new_id();
    let row = company::ActiveModel {
        id: Set(id),
        name: Set(entry.name.clone()),
        stage: Set(CompanyStage::Member),
        cvr: Set(Some(entry.cvr.clone())),
        p_number: Set(Some(entry.p_number.clone())),
        profile_status: Set(ProfileStatus::Published),
        consultant_id: Set(Some(keys.account(&entry.consultant)?)),
        ordinary_employees: Set(Some(entry.ordinary_employees)),
        others_in_placement: Set(entry.others_in_placement),
        headcount_on: Set(Some(since.date_naive())),
        total_at_once: Set(entry.total_at_once),
        created_at: Set(since),
        member_since: Set(Some(since)),
        ..Default::default()
    };
    row.insert(txn).await?;
    keys.companies.insert(entry.key.clone(), id);
    for member in &entry.member {
        let new = Person {
            role: Role::Company,
            name: &member.name,
            email: Some(&member.email),
            phone: &member.phone,
            language: Language::Danish,
        };
        let account = people::add(txn, new, since).await?;
        let row = company_member::ActiveModel {
            id: Set(new_id()),
            company_id: Set(id),
            account_id: Set(account),
            created_at: Set(since),
        };
        row.insert(txn).await?;
        keys.accounts.insert(member.key.clone(), account);
        keys.contacts.entry(id).or_insert(account);
    }
    Ok(id)
}

async fn add_mentor(
    txn: &Txn,
    person: &Mentor,
    company: Option<CompanyId>,
    days: Days,
    since: DateTime<Utc>,
    keys: &mut Keys,
) -> AppResult<()> {
    let mut account = None;
    if person.signs_in {
        let new = Person {
            role: Role::Mentor,
            name: &person.name,
            email: person.email.as_deref(),
            phone: &person.phone,
            language: Language::Danish,
        };
        let id = people::add(txn, new, since).await?;
        keys.accounts.insert(person.key.clone(), id);
        account = Some(id);
    }
    let id: MentorId = new_id();
    let row = mentor::ActiveModel {
        id: Set(id),
        company_id: Set(company),
        account_id: Set(account),
        name: Set(person.name.clone()),
        called: Set(person.called.clone()),
        phone: Set(Some(person.phone.clone())),
        email: Set(person.email.clone()),
        trained_on: Set(Some(days.day(person.trained))),
        at_once: Set(person.at_once),
        left_at: Set(None),
        created_at: Set(since),
        invited_at: Set(account.map(|_| since)),
        language: Set(Language::Danish),
    };
    row.insert(txn).await?;
    keys.mentors.insert(person.key.clone(), id);
    Ok(())
}

async fn add_places(
    txn: &Txn,
    entry: &Company,
    company: CompanyId,
    since: DateTime<Utc>,
    requirements: &BTreeMap<String, RequirementId>,
    keys: &mut Keys,
) -> AppResult<()> {
    for offered in &entry.place {
        let id: PlaceId = new_id();
        let row = place::ActiveModel {
            id: Set(id),
            company_id: Set(company),
            kind: Set(offered.kind),
            number: Set(offered.number),
            tasks: Set(offered.tasks.clone()),
            hours_from: Set(offered.hours_from.clone()),
            hours_to: Set(offered.hours_to.clone()),
            mentor_id: Set(offered
                .mentor
                .as_deref()
                .map(|key| find(&keys.mentors, key))
                .transpose()?),
            withdrawn_at: Set(None),
            changed_at: Set(since),
            created_at: Set(since),
        };
        row.insert(txn).await?;
        for code in &offered.requires {
            let row = place_requirement::ActiveModel {
                id: Set(new_id()),
                place_id: Set(id),
                requirement_id: Set(find(requirements, code)?),
            };
            row.insert(txn).await?;
        }
        keys.places.insert(offered.key.clone(), id);
    }
    Ok(())
}

async fn add_notes(
    txn: &Txn,
    company: CompanyId,
    notes: &[Note],
    days: Days,
    keys: &Keys,
) -> AppResult<()> {
    for note in notes {
        let at = days.moment(note.day, "14:00")?;
        let row = company_note::ActiveModel {
            id: Set(new_id()),
            company_id: Set(company),
            form: Set(note.form),
            on: Set(days.day(note.day)),
            what: Set(note.what.clone()),
            next_step: Set(note.next_step.clone()),
            next_step_on: Set(note.next_day.map(|day| days.day(day))),
            next_step_done_at: Set(note.done.then_some(at)),
            by_account_id: Set(keys.account(&note.by)?),
            created_at: Set(at),
        };
        row.insert(txn).await?;
    }
    Ok(())
}

async fn add_interest(txn: &Txn, files: &Files, days: Days, keys: &mut Keys) -> AppResult<()> {
    for asked in &files.companies.interest {
        let at = days.moment(asked.day, "14:00")?;
        let id: CompanyId = new_id();
        let row = company::ActiveModel {
            id: Set(id),
            name: Set(asked.name.clone()),
            stage: Set(asked.stage),
            cvr: Set(asked.cvr.clone()),
            profile_status: Set(ProfileStatus::Draft),
            contact_name: Set(Some(asked.contact.clone())),
            contact_email: Set(Some(asked.email.clone())),
            contact_phone: Set(Some(asked.phone.clone())),
            message: Set(Some(asked.message.clone())),
            consultant_id: Set(asked
                .consultant
                .as_deref()
                .map(|key| keys.account(key))
                .transpose()?),
            others_in_placement: Set(0),
            created_at: Set(at),
            ..Default::default()
        };
        row.insert(txn).await?;
        keys.companies.insert(asked.key.clone(), id);
        add_notes(txn, id, &asked.note, days, keys).await?;
    }
    Ok(())
}
