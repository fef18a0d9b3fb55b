//! The slice's SQL.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};

use super::picture::Picture;
use crate::domain::{
    AccountId, CompanyId, CompanyNoteId, CompanyStage, PhotoId, PlacementStatus, ProfileStatus,
    ProfileVersion,
};
use crate::entities::{
    account, company, company_member, company_note, company_profile, mentor, new_id, photo,
    placement,
};
use crate::state::Txn;
use crate::web::{AppError, AppResult};

pub async fn company(db: &impl ConnectionTrait, id: CompanyId) -> AppResult<company::Model> {
    company::Entity::find_by_id(id).one(db).await?.ok_or(AppError::NotFound)
}

pub async fn company_for_change(txn: &Txn, id: CompanyId) -> AppResult<company::Model> {
    company::Entity::find_by_id(id).lock_exclusive().one(txn).await?.ok_or(AppError::NotFound)
}

/// What a list of companies shows of each; 500 of them weigh little.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Line {
    pub id: CompanyId,
    pub name: String,
    pub stage: CompanyStage,
    pub profile_status: ProfileStatus,
    pub contact_name: Option<String>,
    pub consultant_id: Option<AccountId>,
}

pub async fn lines(
    db: &impl ConnectionTrait,
    stage: Option<CompanyStage>,
    profile: Option<ProfileStatus>,
    consultant: Option<AccountId>,
) -> AppResult<Vec<Line>> {
    let mut query = company::Entity::find().select_only().columns([
        company::Column::Id,
        company::Column::Name,
        company::Column::Stage,
        company::Column::ProfileStatus,
        company::Column::ContactName,
        company::Column::ConsultantId,
    ]);
    if let Some(stage) = stage {
        query = query.filter(company::Column::Stage.eq(stage));
    }
    if let Some(profile) = profile {
        query = query.filter(company::Column::ProfileStatus.eq(profile));
    }
    if let Some(consultant) = consultant {
        query = query.filter(company::Column::ConsultantId.eq(consultant));
    }
    Ok(query.into_model::<Line>().all(db).await?)
}

/// Everybody who signs in for a company, the first one first.
pub async fn members(
    db: &impl ConnectionTrait,
    company: CompanyId,
) -> AppResult<Vec<account::Model>> {
    let ids: Vec<AccountId> = company_member::Entity::find()
        .filter(company_member::Column::CompanyId.eq(company))
        .order_by_asc(company_member::Column::CreatedAt)
        .all(db)
        .await?
        .into_iter()
        .map(|member| member.account_id)
        .collect();
    let mut accounts: HashMap<AccountId, account::Model> = account::Entity::find()
        .filter(account::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?
        .into_iter()
        .map(|account| (account.id, account))
        .collect();
    Ok(ids
        .into_iter()
        .filter_map(|id| accounts.remove(&id))
        .filter(|account| account.disabled_at.is_none())
        .collect())
}

pub async fn account(
    db: &impl ConnectionTrait,
    id: AccountId,
) -> AppResult<Option<account::Model>> {
    Ok(account::Entity::find_by_id(id).one(db).await?)
}

pub async fn profile(
    db: &impl ConnectionTrait,
    company: CompanyId,
    version: ProfileVersion,
) -> AppResult<Option<company_profile::Model>> {
    Ok(company_profile::Entity::find()
        .filter(company_profile::Column::CompanyId.eq(company))
        .filter(company_profile::Column::Version.eq(version))
        .one(db)
        .await?)
}

/// The words being worked on: the draft, or what is published while nobody has begun one.
pub async fn newest_profile(
    db: &impl ConnectionTrait,
    company: CompanyId,
) -> AppResult<Option<company_profile::Model>> {
    match profile(db, company, ProfileVersion::Draft).await? {
        Some(draft) => Ok(Some(draft)),
        None => profile(db, company, ProfileVersion::Published).await,
    }
}

pub async fn mentors(
    db: &impl ConnectionTrait,
    company: CompanyId,
) -> AppResult<Vec<mentor::Model>> {
    Ok(mentor::Entity::find()
        .filter(mentor::Column::CompanyId.eq(company))
        .filter(mentor::Column::LeftAt.is_null())
        .order_by_asc(mentor::Column::Name)
        .all(db)
        .await?)
}

/// Our people at a company who count for the legal ratio.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    pub here: u64,
    /// Proposed or agreed: not begun.
    pub coming: u64,
}

pub async fn placed(db: &impl ConnectionTrait, company: CompanyId) -> AppResult<Placed> {
    use PlacementStatus::{Agreed, Proposed, Running};
    let of = |statuses: &[PlacementStatus]| {
        placement::Entity::find()
            .filter(placement::Column::CompanyId.eq(company))
            .filter(placement::Column::Status.is_in(statuses.iter().copied()))
    };
    Ok(Placed {
        here: of(&[Running]).count(db).await?,
        coming: of(&[Proposed, Agreed]).count(db).await?,
    })
}

pub async fn notes(
    db: &impl ConnectionTrait,
    company: CompanyId,
) -> AppResult<Vec<company_note::Model>> {
    Ok(company_note::Entity::find()
        .filter(company_note::Column::CompanyId.eq(company))
        .order_by_desc(company_note::Column::On)
        .order_by_desc(company_note::Column::CreatedAt)
        .limit(200)
        .all(db)
        .await?)
}

pub async fn note_for_change(
    txn: &Txn,
    company: CompanyId,
    id: CompanyNoteId,
) -> AppResult<company_note::Model> {
    company_note::Entity::find_by_id(id)
        .filter(company_note::Column::CompanyId.eq(company))
        .lock_exclusive()
        .one(txn)
        .await?
        .ok_or(AppError::NotFound)
}

/// Next steps agreed with companies that are due on `until` and not done, with the company's name.
pub async fn next_steps(
    db: &impl ConnectionTrait,
    by: AccountId,
    until: NaiveDate,
) -> AppResult<Vec<(company_note::Model, String)>> {
    let steps = company_note::Entity::find()
        .filter(company_note::Column::ByAccountId.eq(by))
        .filter(company_note::Column::NextStepDoneAt.is_null())
        .filter(company_note::Column::NextStepOn.lte(until))
        .order_by_asc(company_note::Column::NextStepOn)
        .limit(100)
        .all(db)
        .await?;
    let names = names(db, steps.iter().map(|step| step.company_id)).await?;
    Ok(steps
        .into_iter()
        .filter_map(|step| names.get(&step.company_id).map(|name| (step, name.clone())))
        .collect())
}

/// Companies that have asked to hear more and have not been rung yet, oldest first.
pub async fn new_interest(db: &impl ConnectionTrait) -> AppResult<Vec<company::Model>> {
    Ok(company::Entity::find()
        .filter(company::Column::Stage.eq(CompanyStage::Interested))
        .order_by_asc(company::Column::CreatedAt)
        .limit(50)
        .all(db)
        .await?)
}

pub async fn names(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = CompanyId>,
) -> AppResult<HashMap<CompanyId, String>> {
    let rows: Vec<(CompanyId, String)> = company::Entity::find()
        .select_only()
        .columns([company::Column::Id, company::Column::Name])
        .filter(company::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Keeps a picture for a company. Those that no version of its page shows are dropped by [`drop_unused_photos`].
pub async fn add_photo(
    txn: &Txn,
    company: CompanyId,
    picture: Picture,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<PhotoId, DbErr> {
    let id: PhotoId = new_id();
    let row = photo::ActiveModel {
        id: Set(id),
        company_id: Set(company),
        width: Set(picture.width),
        height: Set(picture.height),
        full_jpeg: Set(picture.full),
        list_jpeg: Set(picture.list),
        created_at: Set(now),
    };
    photo::Entity::insert(row).exec_without_returning(txn).await?;
    Ok(id)
}

pub async fn drop_unused_photos(txn: &Txn, company: CompanyId) -> Result<(), DbErr> {
    let used: Vec<PhotoId> = company_profile::Entity::find()
        .filter(company_profile::Column::CompanyId.eq(company))
        .all(txn)
        .await?
        .into_iter()
        .filter_map(|profile| profile.photo_id)
        .collect();
    photo::Entity::delete_many()
        .filter(photo::Column::CompanyId.eq(company))
        .filter(photo::Column::Id.is_not_in(used))
        .exec(txn)
        .await?;
    Ok(())
}

pub async fn set_profile_status(
    txn: &Txn,
    company: company::Model,
    status: ProfileStatus,
) -> Result<(), DbErr> {
    if company.profile_status == status {
        return Ok(());
    }
    let mut row: company::ActiveModel = company.into();
    row.profile_status = Set(status);
    row.update(txn).await?;
    Ok(())
}

/// Those of them who have begun on their page.
pub async fn with_profile(
    db: &impl ConnectionTrait,
    companies: impl Iterator<Item = CompanyId>,
) -> Result<BTreeSet<CompanyId>, DbErr> {
    let begun: Vec<CompanyId> = company_profile::Entity::find()
        .select_only()
        .column(company_profile::Column::CompanyId)
        .filter(company_profile::Column::CompanyId.is_in(companies))
        .into_tuple()
        .all(db)
        .await?;
    Ok(begun.into_iter().collect())
}
