//! The slice's SQL that several pages share.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::NewEvent;
use crate::domain::event::{MatchEvent, UNDER_WAY};
use crate::domain::{Attendance, CompanyId, EventStatus, MatchEventId, YoungPersonId};
use crate::entities::{company, event_company, event_young_person, match_event};
use crate::state::{Txn, one_at_a_time};
use crate::web::{AppError, AppResult};

/// The most values one statement may hold on SQLite, with room to spare.
pub const CHUNK: usize = 500;

pub async fn event(db: &impl ConnectionTrait, id: MatchEventId) -> AppResult<match_event::Model> {
    match_event::Entity::find_by_id(id).one(db).await?.ok_or(AppError::NotFound)
}

/// The event to change: whoever presses second waits here for the first.
pub async fn locked(txn: &Txn, id: MatchEventId) -> AppResult<match_event::Model> {
    let row = match_event::Entity::find_by_id(id).lock_exclusive().one(txn).await?;
    row.ok_or(AppError::NotFound)
}

/// The event while many read it at once: whoever would change it waits.
pub async fn shared(txn: &Txn, id: MatchEventId) -> AppResult<match_event::Model> {
    let row = match_event::Entity::find_by_id(id).lock_shared().one(txn).await?;
    row.ok_or(AppError::NotFound)
}

/// Events whose lists have closed, and that have no result yet.
pub fn waiting_for_match(now: DateTime<Utc>) -> Select<match_event::Entity> {
    match_event::Entity::find()
        .filter(match_event::Column::Status.is_in(UNDER_WAY))
        .filter(match_event::Column::RankingClosesAt.lte(now))
}

/// Exactly this event, made a moment ago: the same press of the button.
pub async fn twin(
    txn: &Txn,
    new: &NewEvent,
    now: DateTime<Utc>,
) -> AppResult<Option<MatchEventId>> {
    one_at_a_time(txn, "new event").await?;
    let made = match_event::Entity::find()
        .filter(match_event::Column::CreatedAt.gt(now - Duration::minutes(1)))
        .filter(match_event::Column::Status.eq(EventStatus::Planned))
        .all(txn)
        .await?;
    let twin = made.into_iter().find(|event| new.is(event));
    Ok(twin.map(|event| event.id))
}

pub fn rules_of(row: &match_event::Model) -> MatchEvent {
    MatchEvent {
        status: row.status,
        starts_at: row.starts_at,
        ranking_closes_at: row.ranking_closes_at,
        calendar_sequence: row.calendar_sequence,
    }
}

/// The event, if this young person has been invited to it.
pub async fn attended_by(
    db: &impl ConnectionTrait,
    young_person: YoungPersonId,
    id: MatchEventId,
) -> AppResult<match_event::Model> {
    invitation(db, young_person, id).await?;
    event(db, id).await
}

/// A young person's invitation that has been sent.
pub async fn invitation(
    db: &impl ConnectionTrait,
    young_person: YoungPersonId,
    event: MatchEventId,
) -> AppResult<event_young_person::Model> {
    event_young_person::Entity::find()
        .filter(event_young_person::Column::EventId.eq(event))
        .filter(event_young_person::Column::YoungPersonId.eq(young_person))
        .filter(event_young_person::Column::InvitedAt.is_not_null())
        .one(db)
        .await?
        .ok_or(AppError::NotFound)
}

/// The same, held until the transaction ends, so that two presses about one person follow each other.
pub async fn invitation_for_change(
    txn: &Txn,
    young_person: YoungPersonId,
    event: MatchEventId,
) -> AppResult<event_young_person::Model> {
    event_young_person::Entity::find()
        .filter(event_young_person::Column::EventId.eq(event))
        .filter(event_young_person::Column::YoungPersonId.eq(young_person))
        .filter(event_young_person::Column::InvitedAt.is_not_null())
        .lock_exclusive()
        .one(txn)
        .await?
        .ok_or(AppError::NotFound)
}

/// An invited company's line, held until the transaction ends.
pub async fn company_line_for_change(
    txn: &Txn,
    company: CompanyId,
    event: MatchEventId,
) -> AppResult<event_company::Model> {
    event_company::Entity::find()
        .filter(event_company::Column::EventId.eq(event))
        .filter(event_company::Column::CompanyId.eq(company))
        .filter(event_company::Column::InvitedAt.is_not_null())
        .lock_exclusive()
        .one(txn)
        .await?
        .ok_or(AppError::NotFound)
}

/// The event and the company's own line of it, if the company has been invited.
pub async fn invited_company(
    db: &impl ConnectionTrait,
    company: CompanyId,
    id: MatchEventId,
) -> AppResult<(match_event::Model, event_company::Model)> {
    let line = event_company::Entity::find()
        .filter(event_company::Column::EventId.eq(id))
        .filter(event_company::Column::CompanyId.eq(company))
        .filter(event_company::Column::InvitedAt.is_not_null())
        .one(db)
        .await?
        .ok_or(AppError::NotFound)?;
    Ok((event(db, id).await?, line))
}

/// Every company of an event, in the order of presentation.
pub async fn companies(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<Vec<(event_company::Model, company::Model)>> {
    let lines = event_company::Entity::find()
        .filter(event_company::Column::EventId.eq(event))
        .order_by_asc(event_company::Column::Position)
        .order_by_asc(event_company::Column::Id)
        .all(db)
        .await?;
    let ids: Vec<CompanyId> = lines.iter().map(|line| line.company_id).collect();
    let mut companies = BTreeMap::new();
    for ids in ids.chunks(CHUNK) {
        let found = company::Entity::find().filter(company::Column::Id.is_in(ids.to_vec()));
        companies.extend(found.all(db).await?.into_iter().map(|company| (company.id, company)));
    }
    Ok(lines
        .into_iter()
        .filter_map(|line| Some((line.clone(), companies.remove(&line.company_id)?)))
        .collect())
}

/// The companies that come, in the order of presentation: those young people meet and can rank.
///
/// Every phone's page and every list that is kept asks this, so it reads no more than it tells.
pub async fn presenting(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<Vec<Presenting>> {
    let company = event_company::Entity::belongs_to(company::Entity)
        .from(event_company::Column::CompanyId)
        .to(company::Column::Id);
    let presenting = event_company::Entity::find()
        .select_only()
        .columns([company::Column::Id, company::Column::Name])
        .join(JoinType::InnerJoin, company.into())
        .filter(event_company::Column::EventId.eq(event))
        .filter(event_company::Column::InvitedAt.is_not_null())
        .filter(event_company::Column::Answer.eq(Attendance::Yes))
        .order_by_asc(event_company::Column::Position)
        .order_by_asc(event_company::Column::Id);
    Ok(presenting.into_model().all(db).await?)
}

/// A company that stands at an event.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Presenting {
    pub id: CompanyId,
    pub name: String,
}

/// How many people and companies stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    pub chosen: u64,
    pub invited: u64,
    pub yes: u64,
    pub no: u64,
    pub came: u64,
}

impl Answers {
    pub fn unanswered(self) -> u64 {
        self.invited.saturating_sub(self.yes + self.no)
    }
}

pub async fn people_answers(db: &impl ConnectionTrait, event: MatchEventId) -> AppResult<Answers> {
    use event_young_person::Column;
    let of = || event_young_person::Entity::find().filter(Column::EventId.eq(event));
    Ok(Answers {
        chosen: of().count(db).await?,
        invited: of().filter(Column::InvitedAt.is_not_null()).count(db).await?,
        yes: of().filter(Column::Answer.eq(Attendance::Yes)).count(db).await?,
        no: of().filter(Column::Answer.eq(Attendance::No)).count(db).await?,
        came: of().filter(Column::CameAt.is_not_null()).count(db).await?,
    })
}

pub fn company_answers(lines: &[(event_company::Model, company::Model)]) -> Answers {
    let count = |holds: &dyn Fn(&event_company::Model) -> bool| {
        lines.iter().filter(|(line, _)| holds(line)).count() as u64
    };
    Answers {
        chosen: lines.len() as u64,
        invited: count(&|line| line.invited_at.is_some()),
        yes: count(&|line| line.answer == Attendance::Yes),
        no: count(&|line| line.answer == Attendance::No),
        came: 0,
    }
}
