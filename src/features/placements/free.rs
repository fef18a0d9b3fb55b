//! Whether a proposal's place is still free when its answer comes late.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::store;
use crate::domain::MentorId;
use crate::domain::capacity::{Confirmed, ConfirmedPlace, TAKING, TakenPlace};
use crate::entities::{company, confirmed_place, event_company, mentor, place, placement};
use crate::web::AppResult;

/// By the event's confirmed numbers less everything else that takes a place now; without an event, by the
/// company's own numbers.
pub async fn place_is_free(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
) -> AppResult<bool> {
    let places = confirmed_places(db, placement).await?;
    let Some(own) = places.iter().find(|place| place.place == placement.place_id) else {
        return Ok(false);
    };
    let (own_mentor, own_kind) = (own.mentor, own.kind);
    let holding = store::holding_places(db, [placement.company_id]).await?;
    let others = holding.iter().filter(|other| other.id != placement.id);
    let taken = |other: &placement::Model| TakenPlace {
        place: other.place_id,
        kind: other.kind,
        mentor: other.mentor_id,
    };
    let confirmed = Confirmed {
        total: total(db, placement).await?,
        taken: others.map(taken).collect(),
        mentors: at_once(db, own_mentor).await?,
        taken_elsewhere: elsewhere(db, own_mentor, placement).await?,
        places,
    };
    let free = confirmed.free();
    if free.free.is_some_and(|free| free < 1) {
        return Ok(false);
    }
    let kinds = match own_mentor {
        None => Some(&free.kinds),
        Some(mentor) => free
            .mentors
            .iter()
            .find(|at| at.mentor == mentor && at.free.is_none_or(|free| free > 0))
            .map(|at| &at.kinds),
    };
    let kind = kinds.and_then(|kinds| kinds.iter().find(|kind| kind.kind == own_kind));
    Ok(kind.is_some_and(|kind| {
        kind.free > 0
            && kind.places.iter().any(|place| place.place == placement.place_id && place.free > 0)
    }))
}

async fn confirmed_places(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
) -> AppResult<Vec<ConfirmedPlace>> {
    let places = place::Entity::find()
        .filter(place::Column::CompanyId.eq(placement.company_id))
        .filter(place::Column::WithdrawnAt.is_null())
        .all(db)
        .await?;
    let numbers: BTreeMap<_, _> = match placement.event_id {
        None => places.iter().map(|place| (place.id, place.number)).collect(),
        Some(event) => confirmed_place::Entity::find()
            .filter(confirmed_place::Column::EventId.eq(event))
            .filter(confirmed_place::Column::CompanyId.eq(placement.company_id))
            .all(db)
            .await?
            .into_iter()
            .map(|row| (row.place_id, row.number))
            .collect(),
    };
    let confirmed = |place: place::Model| {
        let number = *numbers.get(&place.id)?;
        Some(ConfirmedPlace { place: place.id, kind: place.kind, mentor: place.mentor_id, number })
    };
    Ok(places.into_iter().filter_map(confirmed).collect())
}

async fn total(db: &impl ConnectionTrait, placement: &placement::Model) -> AppResult<Option<i32>> {
    let own = company::Entity::find_by_id(placement.company_id).one(db).await?;
    let own = own.and_then(|company| company.total_at_once);
    let Some(event) = placement.event_id else { return Ok(own) };
    let confirmed = event_company::Entity::find()
        .filter(event_company::Column::EventId.eq(event))
        .filter(event_company::Column::CompanyId.eq(placement.company_id))
        .one(db)
        .await?;
    Ok(confirmed.and_then(|row| row.confirmed_total))
}

async fn at_once(
    db: &impl ConnectionTrait,
    mentor: Option<MentorId>,
) -> AppResult<BTreeMap<MentorId, i32>> {
    let Some(id) = mentor else { return Ok(BTreeMap::new()) };
    let row = mentor::Entity::find_by_id(id).one(db).await?;
    Ok(row.map(|row| (row.id, row.at_once)).into_iter().collect())
}

async fn elsewhere(
    db: &impl ConnectionTrait,
    mentor: Option<MentorId>,
    placement: &placement::Model,
) -> AppResult<BTreeMap<MentorId, i32>> {
    let Some(id) = mentor else { return Ok(BTreeMap::new()) };
    let rows = placement::Entity::find()
        .filter(placement::Column::MentorId.eq(id))
        .filter(placement::Column::CompanyId.ne(placement.company_id))
        .filter(placement::Column::Status.is_in(TAKING))
        .all(db)
        .await?;
    Ok([(id, i32::try_from(rows.len()).unwrap_or(i32::MAX))].into())
}
