//! The profile's life between its rows and the domain: what is stored after each step.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};

use super::store;
use crate::domain::profile::{NeededField, Profile, missing};
use crate::domain::{AccountId, CompanyId, PhotoId, ProfileStatus, ProfileVersion};
use crate::entities::{company, company_profile, new_id};
use crate::state::Txn;
use crate::web::AppResult;

/// Where a company's profile stands.
pub async fn of(db: &impl ConnectionTrait, company: &company::Model) -> AppResult<Profile> {
    let published = store::profile(db, company.id, ProfileVersion::Published).await?.is_some();
    Ok(Profile { status: company.profile_status, published })
}

pub fn missing_in(row: &company_profile::Model) -> Vec<NeededField> {
    missing(|field| match field {
        NeededField::WhatWeDo => &row.what_we_do,
        NeededField::Tasks => &row.tasks,
        NeededField::WhatItIsLike => &row.what_it_is_like,
        NeededField::WorkingHours => &row.working_hours,
        NeededField::Address => &row.address,
    })
}

/// The draft to write in, made from what is published when there is none yet.
pub async fn draft(
    txn: &Txn,
    company: CompanyId,
    now: DateTime<Utc>,
) -> AppResult<company_profile::Model> {
    match store::newest_profile(txn, company).await? {
        Some(row) if row.version == ProfileVersion::Draft => Ok(row),
        Some(published) => {
            let copy = company_profile::Model {
                id: new_id(),
                version: ProfileVersion::Draft,
                sent_back_with: None,
                ..published
            };
            let row: company_profile::ActiveModel = copy.into();
            Ok(row.reset_all().insert(txn).await?)
        }
        None => Ok(empty(company, now).insert(txn).await?),
    }
}

fn empty(company: CompanyId, now: DateTime<Utc>) -> company_profile::ActiveModel {
    company_profile::ActiveModel {
        id: Set(new_id()),
        company_id: Set(company),
        version: Set(ProfileVersion::Draft),
        what_we_do: Set(String::new()),
        tasks: Set(String::new()),
        what_it_is_like: Set(String::new()),
        noise: Set(String::new()),
        tempo: Set(String::new()),
        people: Set(String::new()),
        working_hours: Set(String::new()),
        address: Set(String::new()),
        directions: Set(String::new()),
        good_to_know: Set(String::new()),
        photo_id: Set(None),
        sent_back_with: Set(None),
        changed_at: Set(now),
        changed_by: Set(None),
    }
}

/// Gives the draft another picture, or none; the page must be approved again.
pub async fn change_photo(
    txn: &Txn,
    company: CompanyId,
    photo: Option<PhotoId>,
    by: AccountId,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let company = store::company_for_change(txn, company).await?;
    let mut row: company_profile::ActiveModel = draft(txn, company.id, now).await?.into();
    row.photo_id = Set(photo);
    row.changed_at = Set(now);
    row.changed_by = Set(Some(by));
    row.update(txn).await?;
    store::drop_unused_photos(txn, company.id).await?;
    edited(txn, company).await
}

/// A change was made to the draft.
pub async fn edited(txn: &Txn, company: company::Model) -> AppResult<()> {
    let mut profile = of(txn, &company).await?;
    profile.edit();
    store::set_profile_status(txn, company, profile.status).await?;
    Ok(())
}

/// The draft becomes what young people see.
pub async fn replace_published(txn: &Txn, draft: company_profile::Model) -> AppResult<()> {
    let company = draft.company_id;
    company_profile::Entity::delete_many()
        .filter(company_profile::Column::CompanyId.eq(company))
        .filter(company_profile::Column::Version.eq(ProfileVersion::Published))
        .exec(txn)
        .await?;
    let mut row: company_profile::ActiveModel = draft.into();
    row.version = Set(ProfileVersion::Published);
    row.sent_back_with = Set(None);
    row.update(txn).await?;
    store::drop_unused_photos(txn, company).await?;
    Ok(())
}

/// What the company's own words call the state: changes that wait while an older version is in sight.
pub fn has_waiting_changes(profile: Profile) -> bool {
    profile.published && matches!(profile.status, ProfileStatus::Draft | ProfileStatus::Sent)
}

/// Names a step for the mail queue. A step is taken once, because the domain refuses it a second time.
pub fn cause(company: CompanyId, step: &str, now: DateTime<Utc>) -> String {
    format!("company/{company}/profile-{step}/{}", now.timestamp_micros())
}
