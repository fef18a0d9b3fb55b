//! One young person's month.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::company_names;
use crate::clock::local;
use crate::domain::{
    Attendance, CallKind, EventStatus, FollowUpForm, MatchEventId, Party, PlacementId,
    PlacementStatus, RankingStage, YoungPersonId,
};
use crate::entities::{
    call, event_company, event_young_person, follow_up, match_event, match_outcome, placement,
    placement_answer, ranking,
};
use crate::features::home::next::{Event, Month, Outcome, Placement, Stage};

/// A cancelled or closed event asks nothing of anybody any more.
const ON: [EventStatus; 4] =
    [EventStatus::Open, EventStatus::Live, EventStatus::Ranking, EventStatus::Matched];
const UNDER_WAY: [PlacementStatus; 3] =
    [PlacementStatus::Proposed, PlacementStatus::Agreed, PlacementStatus::Running];

pub struct Read {
    pub month: Month,
    /// The rows behind the month's placements, in its order.
    pub placements: Vec<placement::Model>,
}

pub async fn of(
    db: &impl ConnectionTrait,
    young_person: YoungPersonId,
    now: DateTime<Utc>,
) -> Result<Read, DbErr> {
    let placements = placement::Entity::find()
        .filter(placement::Column::YoungPersonId.eq(young_person))
        .filter(placement::Column::Status.is_in(UNDER_WAY))
        .order_by_asc(placement::Column::ProposedAt)
        .all(db)
        .await?;
    let month = Month {
        events: events(db, young_person, now).await?,
        placements: stages(db, &placements, local(now).date()).await?,
    };
    Ok(Read { month, placements })
}

async fn events(
    db: &impl ConnectionTrait,
    young_person: YoungPersonId,
    now: DateTime<Utc>,
) -> Result<Vec<Event>, DbErr> {
    let invited: HashMap<MatchEventId, Attendance> = event_young_person::Entity::find()
        .filter(event_young_person::Column::YoungPersonId.eq(young_person))
        .filter(event_young_person::Column::InvitedAt.is_not_null())
        .all(db)
        .await?
        .into_iter()
        // Who came has answered, whatever they said before.
        .map(|row| (row.event_id, if row.came_at.is_some() { Attendance::Yes } else { row.answer }))
        .collect();
    let rows = match_event::Entity::find()
        .filter(match_event::Column::Id.is_in(invited.keys().copied()))
        .filter(match_event::Column::Status.is_in(ON))
        .filter(match_event::Column::StartsAt.gt(now - Duration::days(60)))
        .order_by_asc(match_event::Column::StartsAt)
        .all(db)
        .await?;
    let ids: Vec<MatchEventId> = rows.iter().map(|row| row.id).collect();
    let companies = companies_coming(db, &ids).await?;
    let ranked = ranked(db, young_person, &ids).await?;
    let outcomes = outcomes(db, young_person, &ids).await?;
    let event = |row: match_event::Model| Event {
        answer: invited.get(&row.id).copied().unwrap_or(Attendance::Unanswered),
        companies: companies.get(&row.id).copied().unwrap_or(0),
        has_ranked: ranked.contains(&row.id),
        outcome: outcomes.get(&row.id).copied().unwrap_or(Outcome::NotYet),
        id: row.id,
        status: row.status,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        ranking_closes_at: row.ranking_closes_at,
        venue: row.venue,
        address: row.address,
    };
    Ok(rows.into_iter().map(event).collect())
}

async fn companies_coming(
    db: &impl ConnectionTrait,
    events: &[MatchEventId],
) -> Result<HashMap<MatchEventId, usize>, DbErr> {
    let coming: Vec<MatchEventId> = event_company::Entity::find()
        .select_only()
        .column(event_company::Column::EventId)
        .filter(event_company::Column::EventId.is_in(events.iter().copied()))
        .filter(event_company::Column::Answer.eq(Attendance::Yes))
        .into_tuple()
        .all(db)
        .await?;
    let mut counts = HashMap::new();
    for event in coming {
        *counts.entry(event).or_insert(0) += 1;
    }
    Ok(counts)
}

async fn ranked(
    db: &impl ConnectionTrait,
    young_person: YoungPersonId,
    events: &[MatchEventId],
) -> Result<HashSet<MatchEventId>, DbErr> {
    let rows: Vec<MatchEventId> = ranking::Entity::find()
        .select_only()
        .column(ranking::Column::EventId)
        .filter(ranking::Column::YoungPersonId.eq(young_person))
        .filter(ranking::Column::Stage.eq(RankingStage::Saved))
        .filter(ranking::Column::EventId.is_in(events.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

async fn outcomes(
    db: &impl ConnectionTrait,
    young_person: YoungPersonId,
    events: &[MatchEventId],
) -> Result<HashMap<MatchEventId, Outcome>, DbErr> {
    let rows = match_outcome::Entity::find()
        .filter(match_outcome::Column::YoungPersonId.eq(young_person))
        .filter(match_outcome::Column::EventId.is_in(events.iter().copied()))
        .filter(match_outcome::Column::PlaceId.is_null())
        .all(db)
        .await?;
    let rung: HashSet<MatchEventId> = call::Entity::find()
        .filter(call::Column::YoungPersonId.eq(young_person))
        .filter(call::Column::Kind.eq(CallKind::Unplaced))
        .filter(call::Column::DoneBy.is_not_null())
        .all(db)
        .await?
        .into_iter()
        .filter_map(|row| row.event_id)
        .collect();
    let outcome = |row: match_outcome::Model| {
        let told = row.told_at.is_some() || rung.contains(&row.event_id);
        (row.event_id, if told { Outcome::Told } else { Outcome::CallFirst })
    };
    Ok(rows.into_iter().map(outcome).collect())
}

async fn stages(
    db: &impl ConnectionTrait,
    placements: &[placement::Model],
    today: NaiveDate,
) -> Result<Vec<Placement>, DbErr> {
    let names = company_names(db, placements.iter().map(|row| row.company_id)).await?;
    let ids: Vec<PlacementId> = placements.iter().map(|row| row.id).collect();
    let answered: HashSet<PlacementId> = placement_answer::Entity::find()
        .filter(placement_answer::Column::PlacementId.is_in(ids.iter().copied()))
        .filter(placement_answer::Column::Party.eq(Party::YoungPerson))
        .all(db)
        .await?
        .into_iter()
        .map(|row| row.placement_id)
        .collect();
    let talks = next_talks(db, &ids, today).await?;
    let stage = |row: &placement::Model| match row.status {
        PlacementStatus::Proposed if !answered.contains(&row.id) => {
            Stage::Unanswered { answer_by: row.answer_by, event: row.event_id }
        }
        PlacementStatus::Proposed => Stage::CompanyToAnswer,
        PlacementStatus::Agreed => Stage::Agreed { starts_on: row.starts_on },
        _ => Stage::Running { next: talks.get(&row.id).copied() },
    };
    let placement = |row: &placement::Model| Placement {
        id: row.id,
        company: names.get(&row.company_id).cloned().unwrap_or_default(),
        stage: stage(row),
    };
    Ok(placements.iter().map(placement).collect())
}

/// The next follow-up of each placement that has one ahead.
async fn next_talks(
    db: &impl ConnectionTrait,
    placements: &[PlacementId],
    today: NaiveDate,
) -> Result<HashMap<PlacementId, (NaiveDate, FollowUpForm)>, DbErr> {
    let open = Condition::all()
        .add(follow_up::Column::DoneAt.is_null())
        .add(follow_up::Column::DroppedAt.is_null());
    let rows = follow_up::Entity::find()
        .filter(follow_up::Column::PlacementId.is_in(placements.iter().copied()))
        .filter(open)
        .filter(follow_up::Column::DueOn.gte(today))
        .order_by_desc(follow_up::Column::DueOn)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.placement_id, (row.due_on, row.form))).collect())
}
