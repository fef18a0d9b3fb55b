//! The slice's SQL about people.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::Query;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, RelationDef, Select,
};

use super::{NewYoungPerson, groups_store, search};
use crate::domain::capacity::TAKING;
use crate::domain::{
    AccountId, GroupId, PlacementKind, PlacementStatus, RequirementId, Role, YoungPersonId,
};
use crate::entities::{account, fulfilled_requirement, placement, young_person, youth_group};
use crate::features::accounts;
use crate::state::Txn;
use crate::web::{AppError, AppResult};

pub async fn person(
    db: &impl ConnectionTrait,
    id: YoungPersonId,
) -> AppResult<young_person::Model> {
    young_person::Entity::find_by_id(id).one(db).await?.ok_or(AppError::NotFound)
}

pub async fn about_to_change(txn: &Txn, id: YoungPersonId) -> AppResult<young_person::Model> {
    let row = young_person::Entity::find_by_id(id).lock_exclusive().one(txn).await?;
    row.ok_or(AppError::NotFound)
}

pub async fn of_account(
    db: &impl ConnectionTrait,
    account: AccountId,
) -> AppResult<Option<young_person::Model>> {
    Ok(young_person::Entity::find()
        .filter(young_person::Column::AccountId.eq(account))
        .one(db)
        .await?)
}

pub async fn requirements_of(
    db: &impl ConnectionTrait,
    person: YoungPersonId,
) -> Result<Vec<RequirementId>, DbErr> {
    fulfilled_requirement::Entity::find()
        .select_only()
        .column(fulfilled_requirement::Column::RequirementId)
        .filter(fulfilled_requirement::Column::YoungPersonId.eq(person))
        .order_by_asc(fulfilled_requirement::Column::RequirementId)
        .into_tuple()
        .all(db)
        .await
}

/// Whom a list holds; what is not set does not narrow it.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub words: String,
    pub group: Option<GroupId>,
    pub consultant: Option<AccountId>,
    pub purpose: Option<PlacementKind>,
    pub without_email: bool,
    pub left: bool,
    /// Whether a place is proposed, agreed or theirs.
    pub with_place: Option<bool>,
}

fn account_of_person() -> RelationDef {
    young_person::Entity::belongs_to(account::Entity)
        .from(young_person::Column::AccountId)
        .to(account::Column::Id)
        .into()
}

impl Wanted {
    /// Whether it takes a person's account to know.
    fn asks_accounts(&self) -> bool {
        self.without_email || !self.words.is_empty()
    }
}

fn wanted(which: &Wanted) -> Select<young_person::Entity> {
    let mut query = young_person::Entity::find();
    query = match which.left {
        true => query.filter(young_person::Column::LeftAt.is_not_null()),
        false => query.filter(young_person::Column::LeftAt.is_null()),
    };
    if let Some(group) = which.group {
        query = query.filter(young_person::Column::GroupId.eq(group));
    }
    if let Some(consultant) = which.consultant {
        query = query.filter(young_person::Column::ConsultantId.eq(consultant));
    }
    if let Some(purpose) = which.purpose {
        query = query.filter(young_person::Column::Purpose.eq(purpose));
    }
    if let Some(with_place) = which.with_place {
        let placed = Query::select()
            .column(placement::Column::YoungPersonId)
            .from(placement::Entity)
            .and_where(placement::Column::Status.is_in(TAKING))
            .to_owned();
        query = match with_place {
            true => query.filter(young_person::Column::Id.in_subquery(placed)),
            false => query.filter(young_person::Column::Id.not_in_subquery(placed)),
        };
    }
    if which.without_email {
        query = query.filter(account::Column::EmailFolded.is_null());
    }
    if !which.words.is_empty() {
        query = query.filter(search::matches(&which.words));
    }
    query
}

fn with_accounts(which: &Wanted) -> Select<young_person::Entity> {
    wanted(which).join(JoinType::InnerJoin, account_of_person())
}

pub async fn count(db: &impl ConnectionTrait, which: &Wanted) -> Result<u64, DbErr> {
    match which.asks_accounts() {
        true => with_accounts(which).count(db).await,
        false => wanted(which).count(db).await,
    }
}

/// By name. A page of everybody is read as the index on accounts has them, without sorting thousands; a group or
/// a consultant's people are found first and then sorted.
pub async fn list(
    db: &impl ConnectionTrait,
    which: &Wanted,
    offset: u64,
    limit: u64,
) -> Result<Vec<(young_person::Model, account::Model)>, DbErr> {
    let mut query = with_accounts(which);
    if which.group.is_none() && which.consultant.is_none() && !which.left {
        query = query.filter(account::Column::Role.eq(Role::YoungPerson));
    }
    let rows = query
        .select_also(account::Entity)
        .order_by_asc(account::Column::Name)
        .order_by_asc(account::Column::Id)
        .offset(offset)
        .limit(limit)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(person, account)| Some((person, account?))).collect())
}

/// How far each of them is who has a place, or is about to.
pub async fn furthest(
    db: &impl ConnectionTrait,
    people: impl Iterator<Item = YoungPersonId>,
) -> Result<HashMap<YoungPersonId, PlacementStatus>, DbErr> {
    let rows: Vec<(YoungPersonId, PlacementStatus)> = placement::Entity::find()
        .select_only()
        .columns([placement::Column::YoungPersonId, placement::Column::Status])
        .filter(placement::Column::YoungPersonId.is_in(people))
        .filter(placement::Column::Status.is_in(TAKING))
        .into_tuple()
        .all(db)
        .await?;
    let far = |status: PlacementStatus| TAKING.iter().position(|one| *one == status);
    let mut furthest = HashMap::new();
    for (person, status) in rows {
        let known = furthest.entry(person).or_insert(status);
        if far(status) > far(*known) {
            *known = status;
        }
    }
    Ok(furthest)
}

pub async fn group_names(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = GroupId>,
) -> Result<HashMap<GroupId, String>, DbErr> {
    let rows: Vec<(GroupId, String)> = youth_group::Entity::find()
        .select_only()
        .columns([youth_group::Column::Id, youth_group::Column::Name])
        .filter(youth_group::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Somebody still in the programme who has this name and this number already.
pub async fn somebody_like(
    db: &impl ConnectionTrait,
    name: &str,
    phone: &str,
) -> Result<bool, DbErr> {
    let found = young_person::Entity::find()
        .join(JoinType::InnerJoin, account_of_person())
        .filter(young_person::Column::LeftAt.is_null())
        .filter(account::Column::Name.eq(name))
        .filter(account::Column::Phone.eq(phone))
        .count(db)
        .await?;
    Ok(found > 0)
}

/// Exactly this person, added a moment ago: the same press of the button.
pub async fn twin(
    txn: &Txn,
    new: &NewYoungPerson,
    now: DateTime<Utc>,
) -> AppResult<Option<YoungPersonId>> {
    groups_store::about_to_change(txn, new.group).await?;
    let email = new.email.as_deref().map(accounts::store::folded);
    let added = young_person::Entity::find()
        .filter(young_person::Column::CreatedAt.gt(now - Duration::minutes(1)))
        .filter(young_person::Column::GroupId.eq(new.group))
        .filter(young_person::Column::ConsultantId.eq(new.consultant))
        .filter(young_person::Column::Purpose.eq(new.purpose))
        .filter(young_person::Column::Goal.eq(&new.goal))
        .filter(young_person::Column::TargetGroup.eq(new.target_group))
        .all(txn)
        .await?;
    for person in added.into_iter().filter(|row| row.case_reference == new.case_reference) {
        let account = accounts::store::account(txn, person.account_id).await?;
        let known = (&account.name, &account.email_folded, &account.phone);
        if known == (&new.name, &email, &new.phone) {
            return Ok(Some(person.id));
        }
    }
    Ok(None)
}
