//! How an event stands, in numbers.

use std::collections::BTreeSet;

use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::month_line::Numbers;
use super::store;
use crate::domain::capacity::takes_a_place;
use crate::domain::{Attendance, MatchEventId, PlacementStatus, RankingStage};
use crate::entities::{confirmed_place, host_answer, placement, ranking, young_person};
use crate::web::AppResult;

pub async fn of(db: &impl ConnectionTrait, event: MatchEventId) -> AppResult<Numbers> {
    let lines = store::companies(db, event).await?;
    let coming: BTreeSet<_> = lines
        .iter()
        .filter(|(line, _)| line.answer == Attendance::Yes)
        .map(|(line, _)| line.company_id)
        .collect();
    let places = confirmed_place::Entity::find()
        .filter(confirmed_place::Column::EventId.eq(event))
        .all(db)
        .await?;
    let hosts =
        host_answer::Entity::find().filter(host_answer::Column::EventId.eq(event)).all(db).await?;
    let confirmed = lines.iter().filter(|(line, _)| line.places_confirmed_at.is_some());
    let open = places.iter().filter(|place| coming.contains(&place.company_id));
    Ok(Numbers {
        people: store::people_answers(db, event).await?,
        companies: store::company_answers(&lines),
        confirmed_companies: confirmed.filter(|(line, _)| coming.contains(&line.company_id)).count()
            as u64,
        confirmed_places: open.map(|place| u64::try_from(place.number).unwrap_or(0)).sum(),
        ranked: ranking::Entity::find()
            .filter(ranking::Column::EventId.eq(event))
            .filter(ranking::Column::Stage.eq(RankingStage::Saved))
            .count(db)
            .await?,
        to_match: to_match(db, event).await?,
        host_answers: hosts.iter().map(|answer| answer.company_id).collect::<BTreeSet<_>>().len()
            as u64,
    })
}

/// Whoever has saved a list, is still in the programme and has no place: they wait for a result.
pub async fn to_match(db: &impl ConnectionTrait, event: MatchEventId) -> AppResult<u64> {
    let taking = PlacementStatus::ALL.iter().copied().filter(|status| takes_a_place(*status));
    let placed = Query::select()
        .column(placement::Column::YoungPersonId)
        .from(placement::Entity)
        .and_where(placement::Column::Status.is_in(taking))
        .to_owned();
    let left = Query::select()
        .column(young_person::Column::Id)
        .from(young_person::Entity)
        .and_where(young_person::Column::LeftAt.is_not_null())
        .to_owned();
    Ok(ranking::Entity::find()
        .filter(ranking::Column::EventId.eq(event))
        .filter(ranking::Column::Stage.eq(RankingStage::Saved))
        .filter(ranking::Column::YoungPersonId.not_in_subquery(placed))
        .filter(ranking::Column::YoungPersonId.not_in_subquery(left))
        .count(db)
        .await?)
}
