//! What somebody's purpose has been, from when, and who wrote it.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    Set,
};

use crate::domain::{AccountId, YoungPersonId};
use crate::entities::{new_id, purpose_change, young_person};
use crate::state::Txn;

/// Keeps the purpose and goal as they stand in `person` now.
pub async fn record_purpose(
    txn: &Txn,
    person: &young_person::Model,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = purpose_change::ActiveModel {
        id: Set(new_id()),
        young_person_id: Set(person.id),
        purpose: Set(person.purpose),
        goal: Set(person.goal.clone()),
        changed_by: Set(by),
        changed_at: Set(now),
    };
    row.insert(txn).await?;
    Ok(())
}

/// The newest first.
pub async fn purposes(
    db: &impl ConnectionTrait,
    person: YoungPersonId,
) -> Result<Vec<purpose_change::Model>, DbErr> {
    purpose_change::Entity::find()
        .filter(purpose_change::Column::YoungPersonId.eq(person))
        .order_by_desc(purpose_change::Column::ChangedAt)
        .order_by_desc(purpose_change::Column::Id)
        .all(db)
        .await
}
