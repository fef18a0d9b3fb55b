//! What waits for a company, and who is with it.

use std::collections::{HashMap, HashSet};

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
};

use crate::domain::capacity::TAKING;
use crate::domain::checklist::Item;
use crate::domain::{
    Attendance, CompanyId, EventStatus, MatchEventId, MentorId, Party, PlaceId, PlacementId,
    PlacementKind, PlacementStatus, ProposalAnswer,
};
use crate::entities::{
    checklist_confirmation, checklist_item, confirmed_place, event_company, host_answer,
    match_event, place, placement, placement_answer,
};

pub struct Invited {
    pub event: match_event::Model,
    pub answer: Attendance,
    pub has_confirmed: bool,
    /// Confirmed kinds that the company has not said whether it can host.
    pub unanswered_kinds: usize,
}

/// The events under way that the company is invited to, the first first.
pub async fn invitations(
    db: &impl ConnectionTrait,
    company: CompanyId,
) -> Result<Vec<Invited>, DbErr> {
    let rows: HashMap<MatchEventId, event_company::Model> = event_company::Entity::find()
        .filter(event_company::Column::CompanyId.eq(company))
        .filter(event_company::Column::InvitedAt.is_not_null())
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.event_id, row))
        .collect();
    let on = [EventStatus::Open, EventStatus::Live, EventStatus::Ranking];
    let events = match_event::Entity::find()
        .filter(match_event::Column::Id.is_in(rows.keys().copied()))
        .filter(match_event::Column::Status.is_in(on))
        .order_by_asc(match_event::Column::StartsAt)
        .all(db)
        .await?;
    let kinds = unanswered_kinds(db, company, events.iter().map(|event| event.id)).await?;
    let invited = |event: match_event::Model| {
        let row = &rows[&event.id];
        Invited {
            answer: row.answer,
            has_confirmed: row.places_confirmed_at.is_some(),
            unanswered_kinds: kinds.get(&event.id).copied().unwrap_or(0),
            event,
        }
    };
    Ok(events.into_iter().map(invited).collect())
}

/// The last event the company came to whose answer is out.
pub async fn last_answered(
    db: &impl ConnectionTrait,
    company: CompanyId,
) -> Result<Option<match_event::Model>, DbErr> {
    let came = event_company::Entity::find()
        .filter(event_company::Column::CompanyId.eq(company))
        .filter(event_company::Column::InvitedAt.is_not_null())
        .filter(event_company::Column::Answer.eq(Attendance::Yes))
        .all(db)
        .await?;
    match_event::Entity::find()
        .filter(match_event::Column::Id.is_in(came.iter().map(|row| row.event_id)))
        .filter(match_event::Column::Status.is_in([EventStatus::Matched, EventStatus::Closed]))
        .order_by_desc(match_event::Column::StartsAt)
        .one(db)
        .await
}

async fn unanswered_kinds(
    db: &impl ConnectionTrait,
    company: CompanyId,
    events: impl Iterator<Item = MatchEventId>,
) -> Result<HashMap<MatchEventId, usize>, DbErr> {
    let events: Vec<MatchEventId> = events.collect();
    let confirmed = confirmed_place::Entity::find()
        .filter(confirmed_place::Column::CompanyId.eq(company))
        .filter(confirmed_place::Column::EventId.is_in(events.iter().copied()))
        .filter(confirmed_place::Column::Number.gt(0))
        .all(db)
        .await?;
    let kinds: HashMap<PlaceId, PlacementKind> = place::Entity::find()
        .filter(place::Column::Id.is_in(confirmed.iter().map(|row| row.place_id)))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.id, row.kind))
        .collect();
    let answered: HashSet<(MatchEventId, PlacementKind)> = host_answer::Entity::find()
        .filter(host_answer::Column::CompanyId.eq(company))
        .filter(host_answer::Column::EventId.is_in(events))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.event_id, row.kind))
        .collect();
    let asked: HashSet<(MatchEventId, PlacementKind)> = confirmed
        .iter()
        .filter_map(|row| Some((row.event_id, *kinds.get(&row.place_id)?)))
        .collect();
    let mut counts = HashMap::new();
    for (event, _) in asked.difference(&answered) {
        *counts.entry(*event).or_insert(0) += 1;
    }
    Ok(counts)
}

pub async fn open_places(db: &impl ConnectionTrait, company: CompanyId) -> Result<u64, DbErr> {
    place::Entity::find()
        .filter(place::Column::CompanyId.eq(company))
        .filter(place::Column::WithdrawnAt.is_null())
        .count(db)
        .await
}

pub struct With {
    pub placement: placement::Model,
    pub answer: Option<ProposalAnswer>,
    /// Points of the agreement that wait for the company.
    pub items: usize,
}

/// Who has chosen the company, is on the way or is there now.
pub async fn with_company(
    db: &impl ConnectionTrait,
    company: CompanyId,
) -> Result<Vec<With>, DbErr> {
    let rows = placement::Entity::find()
        .filter(placement::Column::CompanyId.eq(company))
        .filter(placement::Column::Status.is_in(TAKING))
        .order_by_asc(placement::Column::ProposedAt)
        .all(db)
        .await?;
    let answers: HashMap<PlacementId, ProposalAnswer> = placement_answer::Entity::find()
        .filter(placement_answer::Column::PlacementId.is_in(rows.iter().map(|row| row.id)))
        .filter(placement_answer::Column::Party.eq(Party::Company))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.placement_id, row.answer))
        .collect();
    let items = items_waiting(db, rows.iter().map(|row| row.id)).await?;
    let with = |row: placement::Model| With {
        answer: answers.get(&row.id).copied(),
        items: items.get(&row.id).copied().unwrap_or(0),
        placement: row,
    };
    Ok(rows.into_iter().map(with).collect())
}

async fn items_waiting(
    db: &impl ConnectionTrait,
    placements: impl Iterator<Item = PlacementId>,
) -> Result<HashMap<PlacementId, usize>, DbErr> {
    let items = checklist_item::Entity::find()
        .filter(checklist_item::Column::PlacementId.is_in(placements))
        .filter(checklist_item::Column::NotRelevantBecause.is_null())
        .all(db)
        .await?;
    let confirmed: HashSet<_> = checklist_confirmation::Entity::find()
        .filter(checklist_confirmation::Column::ItemId.is_in(items.iter().map(|item| item.id)))
        .filter(checklist_confirmation::Column::Party.eq(Party::Company))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.item_id, row.revision))
        .collect();
    let waits = |row: &&checklist_item::Model| {
        let asked = row
            .item
            .parse::<Item>()
            .is_ok_and(|item| item.confirmed_by().contains(&Party::Company));
        asked && !confirmed.contains(&(row.id, row.revision))
    };
    let mut counts = HashMap::new();
    for item in items.iter().filter(waits) {
        *counts.entry(item.placement_id).or_insert(0) += 1;
    }
    Ok(counts)
}

/// Who a mentor meets day by day: agreed or there now.
pub async fn with_mentor(
    db: &impl ConnectionTrait,
    mentor: MentorId,
) -> Result<Vec<placement::Model>, DbErr> {
    placement::Entity::find()
        .filter(placement::Column::MentorId.eq(mentor))
        .filter(
            placement::Column::Status.is_in([PlacementStatus::Agreed, PlacementStatus::Running]),
        )
        .order_by_asc(placement::Column::StartsOn)
        .all(db)
        .await
}
