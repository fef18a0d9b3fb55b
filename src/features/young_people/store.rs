//! The slice's SQL.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::domain::{AccountId, YoungPersonId};
use crate::entities::young_person;
use crate::web::{AppError, AppResult};

pub async fn person(
    db: &impl ConnectionTrait,
    id: YoungPersonId,
) -> AppResult<young_person::Model> {
    young_person::Entity::find_by_id(id).one(db).await?.ok_or(AppError::NotFound)
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
