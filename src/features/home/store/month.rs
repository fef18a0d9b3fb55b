//! One young person's month.

mod placements;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Duration, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use self::placements::{declined, stages};
use crate::clock::local;
use crate::domain::capacity::TAKING;
use crate::domain::{
    Attendance, CallKind, EventStatus, MatchEventId, RankingId, RankingStage, YoungPersonId,
};
use crate::entities::{
    call, event_company, event_young_person, favourite, match_event, match_outcome, placement,
    ranking, ranking_choice,
};
use crate::features::home::next::{Event, Month, Outcome};

/// A closed event asks nothing of anybody any more, but its answer can be read again.
const ON: [EventStatus; 5] = [
    EventStatus::Open,
    EventStatus::Live,
    EventStatus::Ranking,
    EventStatus::Matched,
    EventStatus::Closed,
];

pub struct Read {
    pub month: Month,
    /// Those proposed, agreed or running.
    pub placements: Vec<placement::Model>,
}

pub async fn of(
    db: &impl ConnectionTrait,
    young_person: YoungPersonId,
    now: DateTime<Utc>,
) -> Result<Read, DbErr> {
    let placements = placement::Entity::find()
        .filter(placement::Column::YoungPersonId.eq(young_person))
        .filter(placement::Column::Status.is_in(TAKING))
        .order_by_asc(placement::Column::ProposedAt)
        .all(db)
        .await?;
    let mut stages = stages(db, &placements, local(now).date()).await?;
    if stages.is_empty() {
        stages.extend(declined(db, young_person).await?);
    }
    let month = Month { events: events(db, young_person, now).await?, placements: stages };
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
    let ranked = lists(db, young_person, &ids, RankingStage::Saved).await?;
    let drafts = lists(db, young_person, &ids, RankingStage::Draft).await?;
    let has_choices = with_choices(db, drafts.values().copied()).await?;
    let favourites = favourites(db, young_person, &ids).await?;
    let outcomes = outcomes(db, young_person, &ids).await?;
    let event = |row: match_event::Model| Event {
        answer: invited.get(&row.id).copied().unwrap_or(Attendance::Unanswered),
        companies: companies.get(&row.id).copied().unwrap_or(0),
        has_ranked: ranked.contains_key(&row.id),
        has_draft: drafts.get(&row.id).is_some_and(|draft| has_choices.contains(draft)),
        has_favourites: favourites.contains(&row.id),
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

async fn lists(
    db: &impl ConnectionTrait,
    young_person: YoungPersonId,
    events: &[MatchEventId],
    stage: RankingStage,
) -> Result<HashMap<MatchEventId, RankingId>, DbErr> {
    let rows: Vec<(MatchEventId, RankingId)> = ranking::Entity::find()
        .select_only()
        .columns([ranking::Column::EventId, ranking::Column::Id])
        .filter(ranking::Column::YoungPersonId.eq(young_person))
        .filter(ranking::Column::Stage.eq(stage))
        // What a consultant left on their own screen is nobody's list until it is saved.
        .filter(
            Condition::any()
                .add(ranking::Column::Stage.eq(RankingStage::Saved))
                .add(ranking::Column::Together.eq(false)),
        )
        .filter(ranking::Column::EventId.is_in(events.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

async fn with_choices(
    db: &impl ConnectionTrait,
    lists: impl Iterator<Item = RankingId>,
) -> Result<HashSet<RankingId>, DbErr> {
    let rows: Vec<RankingId> = ranking_choice::Entity::find()
        .select_only()
        .column(ranking_choice::Column::RankingId)
        .filter(ranking_choice::Column::RankingId.is_in(lists))
        .filter(ranking_choice::Column::Position.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

async fn favourites(
    db: &impl ConnectionTrait,
    young_person: YoungPersonId,
    events: &[MatchEventId],
) -> Result<HashSet<MatchEventId>, DbErr> {
    let rows: Vec<MatchEventId> = favourite::Entity::find()
        .select_only()
        .column(favourite::Column::EventId)
        .filter(favourite::Column::YoungPersonId.eq(young_person))
        .filter(favourite::Column::EventId.is_in(events.iter().copied()))
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
        let outcome = match row.place_id {
            Some(_) => Outcome::Placed,
            None if told => Outcome::Told,
            None => Outcome::CallFirst,
        };
        (row.event_id, outcome)
    };
    Ok(rows.into_iter().map(outcome).collect())
}
