//! What waits at the desk.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Select,
};

use crate::domain::{AccountId, CompanyStage, EventStatus, Party, PlacementId, PlacementStatus};
use crate::entities::{company, follow_up, match_event, placement, placement_answer};

/// How many rows a section shows before it leads to the full list.
pub const SHOWN: u64 = 20;

pub struct FollowUps {
    pub rows: Vec<(follow_up::Model, placement::Model)>,
    pub count: u64,
}

/// Open follow-ups due before `before`, and not before `from`. No owners means everybody's.
pub async fn follow_ups(
    db: &impl ConnectionTrait,
    owners: &[AccountId],
    from: Option<NaiveDate>,
    before: NaiveDate,
) -> Result<FollowUps, DbErr> {
    let mut query = follow_up::Entity::find()
        .filter(follow_up::Column::DoneAt.is_null())
        .filter(follow_up::Column::DroppedAt.is_null())
        .filter(follow_up::Column::DueOn.lt(before));
    if let Some(day) = from {
        query = query.filter(follow_up::Column::DueOn.gte(day));
    }
    if !owners.is_empty() {
        query = query.filter(follow_up::Column::OwnerId.is_in(owners.iter().copied()));
    }
    let count = query.clone().count(db).await?;
    let rows = query.order_by_asc(follow_up::Column::DueOn).limit(SHOWN).all(db).await?;
    let placements = placements(db, rows.iter().map(|row| row.placement_id)).await?;
    let rows = rows
        .into_iter()
        .filter_map(|row| placements.get(&row.placement_id).cloned().map(|of| (row, of)))
        .collect();
    Ok(FollowUps { rows, count })
}

async fn placements(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = PlacementId>,
) -> Result<HashMap<PlacementId, placement::Model>, DbErr> {
    let rows = placement::Entity::find().filter(placement::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

pub struct Waiting {
    pub placement: placement::Model,
    pub silent: Vec<Party>,
}

/// Proposals that somebody has not answered yet, the first date first.
pub async fn waiting(
    db: &impl ConnectionTrait,
    owners: &[AccountId],
) -> Result<(Vec<Waiting>, u64), DbErr> {
    let mut query =
        placement::Entity::find().filter(placement::Column::Status.eq(PlacementStatus::Proposed));
    if !owners.is_empty() {
        query = query.filter(placement::Column::ConsultantId.is_in(owners.iter().copied()));
    }
    let count = query.clone().count(db).await?;
    let rows = query.order_by_asc(placement::Column::AnswerBy).limit(SHOWN).all(db).await?;
    let answers = placement_answer::Entity::find()
        .filter(placement_answer::Column::PlacementId.is_in(rows.iter().map(|row| row.id)))
        .all(db)
        .await?;
    let silent = |placement: PlacementId| {
        let has_answered =
            |party| answers.iter().any(|row| row.placement_id == placement && row.party == party);
        [Party::YoungPerson, Party::Company]
            .into_iter()
            .filter(|party| !has_answered(*party))
            .collect()
    };
    let rows =
        rows.into_iter().map(|row| Waiting { silent: silent(row.id), placement: row }).collect();
    Ok((rows, count))
}

/// Companies that would like to hear more: nobody's yet, or one of `owners`'.
pub async fn interest(
    db: &impl ConnectionTrait,
    owners: &[AccountId],
) -> Result<(Vec<company::Model>, u64), DbErr> {
    let mut query: Select<company::Entity> =
        company::Entity::find().filter(company::Column::Stage.eq(CompanyStage::Interested));
    if !owners.is_empty() {
        query = query.filter(
            Condition::any()
                .add(company::Column::ConsultantId.is_null())
                .add(company::Column::ConsultantId.is_in(owners.iter().copied())),
        );
    }
    let count = query.clone().count(db).await?;
    let rows = query.order_by_desc(company::Column::CreatedAt).limit(SHOWN).all(db).await?;
    Ok((rows, count))
}

/// The events that are under way or next, the first first.
pub async fn events(db: &impl ConnectionTrait) -> Result<Vec<match_event::Model>, DbErr> {
    let on = [EventStatus::Open, EventStatus::Live, EventStatus::Ranking];
    let mut rows = match_event::Entity::find()
        .filter(match_event::Column::Status.is_in(on))
        .order_by_asc(match_event::Column::StartsAt)
        .limit(3)
        .all(db)
        .await?;
    if rows.is_empty() {
        rows = match_event::Entity::find()
            .filter(match_event::Column::Status.eq(EventStatus::Planned))
            .order_by_asc(match_event::Column::StartsAt)
            .limit(1)
            .all(db)
            .await?;
    }
    Ok(rows)
}
