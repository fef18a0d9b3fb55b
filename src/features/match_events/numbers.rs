//! How an event stands, in numbers.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::month_line::Numbers;
use super::{store, waiting};
use crate::domain::{Attendance, MatchEventId, PlacementStatus, RankingStage};
use crate::entities::{confirmed_place, host_answer, placement, ranking};
use crate::web::AppResult;

const ANSWERED: [PlacementStatus; 4] = [
    PlacementStatus::Agreed,
    PlacementStatus::Running,
    PlacementStatus::Ended,
    PlacementStatus::Declined,
];

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
    let waiting = waiting::of(db, event).await?;
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
        to_match: waiting.listed,
        without_list: waiting.without_list.len() as u64,
        proposed: proposals(db, event, PlacementStatus::ALL).await?,
        answered: proposals(db, event, &ANSWERED).await?,
        host_answers: hosts.iter().map(|answer| answer.company_id).collect::<BTreeSet<_>>().len()
            as u64,
    })
}

async fn proposals(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    statuses: &[PlacementStatus],
) -> AppResult<u64> {
    Ok(placement::Entity::find()
        .filter(placement::Column::EventId.eq(event))
        .filter(placement::Column::Status.is_in(statuses.iter().copied()))
        .filter(placement::Column::Status.ne(PlacementStatus::Withdrawn))
        .count(db)
        .await?)
}
