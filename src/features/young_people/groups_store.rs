//! The slice's SQL about groups.

use std::collections::HashMap;

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use crate::domain::GroupId;
use crate::entities::{young_person, youth_group};
use crate::state::Txn;
use crate::web::{AppError, AppResult};

/// A group as lists to choose from name it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Named {
    pub id: GroupId,
    pub name: String,
}

pub async fn open(db: &impl ConnectionTrait) -> Result<Vec<Named>, DbErr> {
    youth_group::Entity::find()
        .select_only()
        .columns([youth_group::Column::Id, youth_group::Column::Name])
        .filter(youth_group::Column::ClosedAt.is_null())
        .order_by_asc(youth_group::Column::Name)
        .into_model::<Named>()
        .all(db)
        .await
}

/// One page of the open groups, by name.
pub async fn page(
    db: &impl ConnectionTrait,
    offset: u64,
    limit: u64,
) -> Result<Vec<youth_group::Model>, DbErr> {
    youth_group::Entity::find()
        .filter(youth_group::Column::ClosedAt.is_null())
        .order_by_asc(youth_group::Column::Name)
        .order_by_asc(youth_group::Column::Id)
        .offset(offset)
        .limit(limit)
        .all(db)
        .await
}

pub async fn count_open(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    youth_group::Entity::find().filter(youth_group::Column::ClosedAt.is_null()).count(db).await
}

pub async fn open_named(
    db: &impl ConnectionTrait,
    name: &str,
) -> Result<Option<youth_group::Model>, DbErr> {
    youth_group::Entity::find()
        .filter(youth_group::Column::ClosedAt.is_null())
        .filter(youth_group::Column::Name.eq(name))
        .one(db)
        .await
}

pub async fn group(db: &impl ConnectionTrait, id: GroupId) -> AppResult<youth_group::Model> {
    youth_group::Entity::find_by_id(id).one(db).await?.ok_or(AppError::NotFound)
}

pub async fn about_to_change(txn: &Txn, id: GroupId) -> AppResult<youth_group::Model> {
    let row = youth_group::Entity::find_by_id(id).lock_exclusive().one(txn).await?;
    row.ok_or(AppError::NotFound)
}

/// How many are in each of these groups now.
pub async fn sizes(
    db: &impl ConnectionTrait,
    of: impl IntoIterator<Item = GroupId>,
) -> Result<HashMap<GroupId, i64>, DbErr> {
    let rows: Vec<(GroupId, i64)> = young_person::Entity::find()
        .select_only()
        .column(young_person::Column::GroupId)
        .column_as(Expr::col(young_person::Column::Id).count(), "people")
        .filter(young_person::Column::LeftAt.is_null())
        .filter(young_person::Column::GroupId.is_in(of))
        .group_by(young_person::Column::GroupId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
