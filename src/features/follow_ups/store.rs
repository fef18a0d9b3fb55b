//! The slice's SQL.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use crate::domain::{AccountId, FollowUpId, PlacementId, PlacementStatus};
use crate::entities::{follow_up, placement};
use crate::state::Txn;
use crate::web::{AppError, AppResult};

pub async fn follow_up(db: &impl ConnectionTrait, id: FollowUpId) -> AppResult<follow_up::Model> {
    follow_up::Entity::find_by_id(id).one(db).await?.ok_or(AppError::NotFound)
}

pub async fn placement(db: &impl ConnectionTrait, id: PlacementId) -> AppResult<placement::Model> {
    placement::Entity::find_by_id(id).one(db).await?.ok_or(AppError::NotFound)
}

/// The follow-up to change. Its placement is locked first, as everything that changes a placement does.
pub async fn locked(txn: &Txn, id: FollowUpId) -> AppResult<follow_up::Model> {
    let row = follow_up(txn, id).await?;
    lock_placement(txn, row.placement_id).await?;
    follow_up::Entity::find_by_id(id).lock_exclusive().one(txn).await?.ok_or(AppError::NotFound)
}

pub async fn lock_placement(txn: &Txn, id: PlacementId) -> AppResult<()> {
    let row = placement::Entity::find_by_id(id).lock_exclusive().one(txn).await?;
    row.map(|_| ()).ok_or(AppError::NotFound)
}

/// Every follow-up a placement has had, dropped ones too.
pub async fn all(
    db: &impl ConnectionTrait,
    placement: PlacementId,
) -> Result<Vec<follow_up::Model>, DbErr> {
    follow_up::Entity::find()
        .filter(follow_up::Column::PlacementId.eq(placement))
        .order_by_asc(follow_up::Column::DueOn)
        .order_by_asc(follow_up::Column::Id)
        .all(db)
        .await
}

/// What stands: held, closed or still to be held, day by day.
pub async fn of_placement(
    db: &impl ConnectionTrait,
    placement: PlacementId,
) -> Result<Vec<follow_up::Model>, DbErr> {
    let mut rows = all(db, placement).await?;
    rows.retain(|row| row.dropped_at.is_none() || came_to_nothing(row));
    Ok(rows)
}

/// The next follow-up of a placement, overdue ones too.
pub async fn next(
    db: &impl ConnectionTrait,
    placement: PlacementId,
) -> Result<Option<follow_up::Model>, DbErr> {
    open()
        .filter(follow_up::Column::PlacementId.eq(placement))
        .order_by_asc(follow_up::Column::DueOn)
        .one(db)
        .await
}

/// The follow-up of a step, or the one it was merged into.
pub async fn of_step(
    db: &impl ConnectionTrait,
    placement: PlacementId,
    step: &str,
) -> Result<Option<follow_up::Model>, DbErr> {
    let rows = of_placement(db, placement).await?;
    let merged = |row: &&follow_up::Model| row.merged_steps.split(',').any(|other| other == step);
    let own = rows.iter().find(|row| row.step == step);
    Ok(own.or_else(|| rows.iter().find(merged)).cloned())
}

pub fn is_open(row: &follow_up::Model) -> bool {
    row.done_at.is_none() && row.dropped_at.is_none()
}

/// Closed without being held, which is both done and out of the plan.
pub fn came_to_nothing(row: &follow_up::Model) -> bool {
    row.done_at.is_some() && row.dropped_at.is_some()
}

pub fn open() -> Select<follow_up::Entity> {
    follow_up::Entity::find()
        .filter(follow_up::Column::DoneAt.is_null())
        .filter(follow_up::Column::DroppedAt.is_null())
}

pub async fn drop_open(txn: &Txn, placement: PlacementId, now: DateTime<Utc>) -> Result<(), DbErr> {
    follow_up::Entity::update_many()
        .col_expr(follow_up::Column::DroppedAt, Expr::value(now))
        .filter(follow_up::Column::PlacementId.eq(placement))
        .filter(follow_up::Column::DoneAt.is_null())
        .filter(follow_up::Column::DroppedAt.is_null())
        .exec(txn)
        .await?;
    Ok(())
}

/// What is overdue when a placement ends will not be held any more.
pub async fn close_overdue(
    txn: &Txn,
    placement: PlacementId,
    ended_on: NaiveDate,
    now: DateTime<Utc>,
    today: NaiveDate,
) -> Result<(), DbErr> {
    follow_up::Entity::update_many()
        .col_expr(follow_up::Column::DroppedAt, Expr::value(now))
        .col_expr(follow_up::Column::DoneAt, Expr::value(now))
        .filter(follow_up::Column::PlacementId.eq(placement))
        .filter(follow_up::Column::DueOn.lt(today))
        .filter(follow_up::Column::DueOn.lte(ended_on))
        .filter(follow_up::Column::DoneAt.is_null())
        .filter(follow_up::Column::DroppedAt.is_null())
        .exec(txn)
        .await?;
    Ok(())
}

/// What is overdue and can be held: the days of a placement that has not begun wait for its beginning.
pub async fn chased(
    db: &impl ConnectionTrait,
    today: NaiveDate,
) -> Result<Vec<follow_up::Model>, DbErr> {
    let mut rows = open().filter(follow_up::Column::DueOn.lt(today)).all(db).await?;
    if rows.is_empty() {
        return Ok(rows);
    }
    let late = placement::Entity::find()
        .filter(placement::Column::Status.eq(PlacementStatus::Agreed))
        .filter(placement::Column::StartsOn.lt(today))
        .all(db)
        .await?;
    let starts: HashMap<PlacementId, NaiveDate> =
        late.into_iter().filter_map(|row| Some((row.id, row.starts_on?))).collect();
    rows.retain(|row| starts.get(&row.placement_id).is_none_or(|starts| row.due_on < *starts));
    Ok(rows)
}

pub async fn give_open(
    txn: &Txn,
    placement: PlacementId,
    from: &[AccountId],
    to: AccountId,
) -> Result<(), DbErr> {
    follow_up::Entity::update_many()
        .col_expr(follow_up::Column::OwnerId, Expr::value(to))
        .filter(follow_up::Column::PlacementId.eq(placement))
        .filter(follow_up::Column::OwnerId.is_in(from.iter().copied()))
        .filter(follow_up::Column::DoneAt.is_null())
        .filter(follow_up::Column::DroppedAt.is_null())
        .exec(txn)
        .await?;
    Ok(())
}

/// Which open follow-ups a board shows. No owners means everybody's.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub owners: Option<Vec<AccountId>>,
    pub from: Option<NaiveDate>,
    pub before: Option<NaiveDate>,
}

impl Wanted {
    fn query(&self) -> Select<follow_up::Entity> {
        let mut query = open();
        if let Some(owners) = &self.owners {
            query = query.filter(follow_up::Column::OwnerId.is_in(owners.iter().copied()));
        }
        if let Some(day) = self.from {
            query = query.filter(follow_up::Column::DueOn.gte(day));
        }
        if let Some(day) = self.before {
            query = query.filter(follow_up::Column::DueOn.lt(day));
        }
        query
    }

    pub async fn count(&self, db: &impl ConnectionTrait) -> Result<u64, DbErr> {
        self.query().count(db).await
    }

    /// How many each consultant holds. What is counted is the owner, so that the index alone answers.
    pub async fn count_each(
        &self,
        db: &impl ConnectionTrait,
    ) -> Result<HashMap<AccountId, i64>, DbErr> {
        let counts = self
            .query()
            .select_only()
            .column(follow_up::Column::OwnerId)
            .column_as(follow_up::Column::OwnerId.count(), "held")
            .group_by(follow_up::Column::OwnerId);
        let counts: Vec<(AccountId, i64)> = counts.into_tuple().all(db).await?;
        Ok(counts.into_iter().collect())
    }

    /// How many that is in all, of what each consultant holds on the same days.
    pub fn total(&self, held: &HashMap<AccountId, i64>) -> u64 {
        let is_wanted =
            |owner: &AccountId| self.owners.as_ref().is_none_or(|owners| owners.contains(owner));
        let wanted = held.iter().filter(|(owner, _)| is_wanted(owner));
        wanted.map(|(_, count)| u64::try_from(*count).unwrap_or(0)).sum()
    }

    pub async fn list(
        &self,
        db: &impl ConnectionTrait,
        offset: u64,
        limit: u64,
    ) -> Result<Vec<follow_up::Model>, DbErr> {
        self.query()
            .order_by_asc(follow_up::Column::DueOn)
            .order_by_asc(follow_up::Column::Id)
            .offset(offset)
            .limit(limit)
            .all(db)
            .await
    }
}
