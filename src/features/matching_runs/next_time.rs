//! What comes after an answer: the next meeting, or another one somebody has a list for.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::domain::event::UNDER_WAY;
use crate::domain::{EventStatus, MatchEventId, RankingStage, YoungPersonId};
use crate::entities::{match_event, ranking};
use crate::web::AppResult;

/// The next event that is coming, if one is planned.
pub async fn next_event(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
) -> AppResult<Option<match_event::Model>> {
    Ok(match_event::Entity::find()
        .filter(match_event::Column::StartsAt.gt(now))
        .filter(match_event::Column::Status.is_in([EventStatus::Planned, EventStatus::Open]))
        .order_by_asc(match_event::Column::StartsAt)
        .one(db)
        .await?)
}

/// Another event they have a list for that waits for its answer.
pub async fn list_elsewhere(
    db: &impl ConnectionTrait,
    person: YoungPersonId,
    event: MatchEventId,
) -> AppResult<Option<match_event::Model>> {
    let saved = Query::select()
        .column(ranking::Column::EventId)
        .from(ranking::Entity)
        .and_where(ranking::Column::YoungPersonId.eq(person))
        .and_where(ranking::Column::Stage.eq(RankingStage::Saved))
        .to_owned();
    Ok(match_event::Entity::find()
        .filter(match_event::Column::Id.ne(event))
        .filter(match_event::Column::Id.in_subquery(saved))
        .filter(match_event::Column::Status.is_in(UNDER_WAY))
        .order_by_asc(match_event::Column::StartsAt)
        .one(db)
        .await?)
}
