//! The slice's SQL: the facts a run is made from, and the runs.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::instance::{Adjustment, Company, Facts, Person, Stands};
use super::waited;
use crate::domain::capacity::{FreeInCompany, TAKING};
use crate::domain::ranking::Ranking;
use crate::domain::{
    Attendance, CompanyId, MatchEventId, MatchingRunId, PlacementStatus, RequirementId, RunStatus,
    YoungPersonId,
};
use crate::entities::{
    adjustment, event_company, event_young_person, fulfilled_requirement, match_event,
    match_outcome, matching_run, place_requirement, placement, requirement, young_person,
};
use crate::features::{match_events, rankings};
use crate::match_files::InstanceFile;
use crate::matching::Objective;
use crate::state::Txn;
use crate::web::{AppError, AppResult};

/// The most values one statement may hold on SQLite, with room to spare.
pub const CHUNK: usize = 500;

pub async fn run(db: &impl ConnectionTrait, id: MatchingRunId) -> AppResult<matching_run::Model> {
    matching_run::Entity::find_by_id(id).one(db).await?.ok_or(AppError::NotFound)
}

/// A run of this event.
pub async fn run_of(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    id: MatchingRunId,
) -> AppResult<matching_run::Model> {
    Some(run(db, id).await?).filter(|run| run.event_id == event).ok_or(AppError::NotFound)
}

/// Newest first.
pub async fn runs(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<Vec<matching_run::Model>> {
    Ok(matching_run::Entity::find()
        .filter(matching_run::Column::EventId.eq(event))
        .order_by_desc(matching_run::Column::StartedAt)
        .order_by_desc(matching_run::Column::Id)
        .all(db)
        .await?)
}

/// A run of the very same that has no result yet.
pub async fn running(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    objective: Objective,
    instance: &str,
) -> AppResult<Option<MatchingRunId>> {
    let rows = matching_run::Entity::find()
        .filter(matching_run::Column::EventId.eq(event))
        .filter(matching_run::Column::Status.eq(RunStatus::Running))
        .filter(matching_run::Column::Objective.eq(objective.name()))
        .all(db)
        .await?;
    Ok(rows.into_iter().find(|run| run.instance == instance).map(|run| run.id))
}

/// Whether anything that was started before then has no result yet.
pub async fn is_any_running(db: &impl ConnectionTrait, before: DateTime<Utc>) -> AppResult<bool> {
    let running = matching_run::Entity::find()
        .filter(matching_run::Column::Status.eq(RunStatus::Running))
        .filter(matching_run::Column::StartedAt.lt(before));
    Ok(running.count(db).await? > 0)
}

/// The run whose result was published; repairs come after it.
pub async fn published(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<Option<matching_run::Model>> {
    Ok(matching_run::Entity::find()
        .filter(matching_run::Column::EventId.eq(event))
        .filter(matching_run::Column::PublishedAt.is_not_null())
        .filter(matching_run::Column::Repairs.is_null())
        .one(db)
        .await?)
}

/// Every adjustment of an event, also those taken back; oldest first.
pub async fn adjustments(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<Vec<adjustment::Model>> {
    Ok(adjustment::Entity::find()
        .filter(adjustment::Column::EventId.eq(event))
        .order_by_asc(adjustment::Column::MadeAt)
        .order_by_asc(adjustment::Column::Id)
        .all(db)
        .await?)
}

pub async fn adjustment_for_change(
    txn: &Txn,
    event: MatchEventId,
    id: crate::domain::AdjustmentId,
) -> AppResult<adjustment::Model> {
    let row = adjustment::Entity::find_by_id(id).lock_exclusive().one(txn).await?;
    row.filter(|row| row.event_id == event).ok_or(AppError::NotFound)
}

pub async fn outcome(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    person: YoungPersonId,
) -> AppResult<Option<match_outcome::Model>> {
    Ok(match_outcome::Entity::find()
        .filter(match_outcome::Column::EventId.eq(event))
        .filter(match_outcome::Column::YoungPersonId.eq(person))
        .one(db)
        .await?)
}

/// The companies of a stored instance.
pub fn companies_in(file: &InstanceFile<'_>) -> Vec<CompanyId> {
    let top = file.groups.iter().filter(|group| group.parent.is_none());
    top.filter_map(|group| group.id.as_str().parse().ok()).collect()
}

/// Everything a run of this event is made from, as it is now.
pub async fn facts(db: &impl ConnectionTrait, event: MatchEventId) -> AppResult<Facts> {
    let row = match_event::Entity::find_by_id(event).one(db).await?.ok_or(AppError::NotFound)?;
    let people = people(db, event).await?;
    let companies = companies(db, event, &people).await?;
    let (requires, codes) = requirements(db, &companies).await?;
    let live = adjustments(db, event).await?.into_iter().filter(|row| row.removed_at.is_none());
    Ok(Facts {
        event,
        seed: row.lottery_secret.unwrap_or_default(),
        people,
        companies,
        requires,
        codes,
        adjustments: live.map(adjustment_of).collect(),
        declined: declined(db, event).await?,
    })
}

fn adjustment_of(row: adjustment::Model) -> Adjustment {
    Adjustment {
        id: row.id,
        kind: row.kind,
        young_person: row.young_person_id,
        company: row.company_id,
        place: row.place_id,
        reason: row.reason,
        by: row.made_by,
    }
}

async fn people(db: &impl ConnectionTrait, event: MatchEventId) -> AppResult<Vec<Person>> {
    let lines = event_young_person::Entity::find()
        .filter(event_young_person::Column::EventId.eq(event))
        .filter(event_young_person::Column::InvitedAt.is_not_null())
        .all(db)
        .await?;
    let came = lines.iter().filter(|line| line.came_at.is_some());
    let came: BTreeSet<YoungPersonId> = came.map(|line| line.young_person_id).collect();
    let invited: Vec<YoungPersonId> = lines.into_iter().map(|line| line.young_person_id).collect();
    let mut rankings: BTreeMap<YoungPersonId, Ranking> =
        rankings::saved(db, event).await?.into_iter().collect();
    let mut people = Vec::new();
    for ids in invited.chunks(CHUNK) {
        let mut fulfilled: BTreeMap<YoungPersonId, BTreeSet<RequirementId>> = BTreeMap::new();
        let rows = fulfilled_requirement::Entity::find()
            .filter(fulfilled_requirement::Column::YoungPersonId.is_in(ids.iter().copied()));
        for row in rows.all(db).await? {
            fulfilled.entry(row.young_person_id).or_default().insert(row.requirement_id);
        }
        let placed = placed(db, ids).await?;
        let waited = waited::before(db, event, ids).await?;
        let rows = young_person::Entity::find()
            .filter(young_person::Column::Id.is_in(ids.iter().copied()));
        people.extend(rows.all(db).await?.into_iter().map(|row| Person {
            id: row.id,
            purpose: row.purpose,
            fulfilled: fulfilled.remove(&row.id).unwrap_or_default(),
            ranking: rankings.remove(&row.id),
            has_placement: placed.contains(&row.id),
            has_left: row.left_at.is_some(),
            came: came.contains(&row.id),
            waited: waited.get(&row.id).copied().unwrap_or(0),
        }));
    }
    people.sort_by_key(|person| person.id);
    Ok(people)
}

/// Who of them has a proposal or a placement that takes a place.
pub async fn placed(
    db: &impl ConnectionTrait,
    ids: &[YoungPersonId],
) -> AppResult<BTreeSet<YoungPersonId>> {
    let rows = placement::Entity::find()
        .filter(placement::Column::YoungPersonId.is_in(ids.iter().copied()))
        .filter(placement::Column::Status.is_in(TAKING));
    Ok(rows.all(db).await?.into_iter().map(|row| row.young_person_id).collect())
}

async fn declined(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<BTreeSet<(YoungPersonId, CompanyId)>> {
    let rows = placement::Entity::find().filter(placement::Column::EventId.eq(event)).filter(
        placement::Column::Status.is_in([PlacementStatus::Declined, PlacementStatus::Withdrawn]),
    );
    Ok(rows.all(db).await?.into_iter().map(|row| (row.young_person_id, row.company_id)).collect())
}

async fn companies(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    people: &[Person],
) -> AppResult<Vec<Company>> {
    let mut free: BTreeMap<_, _> = match_events::free_places(db, event)
        .await?
        .into_iter()
        .map(|company| (company.company, company.tree))
        .collect();
    let mut host = match_events::host_answers(db, event).await?;
    let lines = event_company::Entity::find().filter(event_company::Column::EventId.eq(event));
    let mut companies: BTreeMap<CompanyId, Company> = BTreeMap::new();
    for line in lines.all(db).await? {
        let id = line.company_id;
        let stands = match line.answer {
            _ if line.invited_at.is_none() => Stands::NotComing,
            Attendance::Yes if line.places_confirmed_at.is_none() => Stands::NotConfirmed,
            Attendance::Yes => Stands::Free(free.remove(&id).unwrap_or(FreeInCompany {
                free: Some(0),
                mentors: Vec::new(),
                kinds: Vec::new(),
            })),
            Attendance::Unanswered | Attendance::No => Stands::NotComing,
        };
        companies.insert(id, Company { id, stands, host: host.remove(&id).unwrap_or_default() });
    }
    for ranking in people.iter().filter_map(|person| person.ranking.as_ref()) {
        for id in ranking.classes().iter().flatten() {
            companies.entry(*id).or_insert_with(|| Company {
                id: *id,
                stands: Stands::NotComing,
                host: BTreeMap::new(),
            });
        }
    }
    Ok(companies.into_values().collect())
}

type Required = BTreeMap<crate::domain::PlaceId, Vec<RequirementId>>;

async fn requirements(
    db: &impl ConnectionTrait,
    companies: &[Company],
) -> AppResult<(Required, BTreeMap<RequirementId, String>)> {
    let places: Vec<_> =
        companies.iter().flat_map(Company::places).map(|(place, _)| place).collect();
    let mut requires = Required::new();
    for ids in places.chunks(CHUNK) {
        let rows = place_requirement::Entity::find()
            .filter(place_requirement::Column::PlaceId.is_in(ids.iter().copied()))
            .order_by_asc(place_requirement::Column::RequirementId);
        for row in rows.all(db).await? {
            requires.entry(row.place_id).or_default().push(row.requirement_id);
        }
    }
    let codes = requirement::Entity::find().all(db).await?;
    Ok((requires, codes.into_iter().map(|row| (row.id, row.code)).collect()))
}
