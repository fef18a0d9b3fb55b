//! What waits at the desk.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::sea_query::Query;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::company_names;
use crate::domain::event::UNDER_WAY;
use crate::domain::{
    AccountId, CompanyId, CompanyStage, EventStatus, MatchEventId, Party, PlacementId,
    PlacementStatus, ProfileStatus, ProfileVersion,
};
use crate::entities::{
    company, company_note, company_profile, follow_up, match_event, placement, placement_answer,
};
use crate::features::placements;

/// How many rows a section shows before it leads to the full list.
pub const SHOWN: u64 = 20;

/// The first of what there is, and how much there is.
pub struct Found<T> {
    pub rows: Vec<T>,
    pub count: u64,
}

/// Open follow-ups due before `before`, and not before `from`. No owners means everybody's.
pub async fn follow_ups(
    db: &impl ConnectionTrait,
    owners: &[AccountId],
    from: Option<NaiveDate>,
    before: NaiveDate,
) -> Result<Found<(follow_up::Model, placement::Model)>, DbErr> {
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
    let placements = placements_of(db, rows.iter().map(|row| row.placement_id)).await?;
    let rows = rows
        .into_iter()
        .filter_map(|row| placements.get(&row.placement_id).cloned().map(|of| (row, of)))
        .collect();
    Ok(Found { rows, count })
}

async fn placements_of(
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
) -> Result<Found<Waiting>, DbErr> {
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
    Ok(Found { rows, count })
}

/// Companies that would like to hear more: nobody's yet, or one of `owners`'.
pub async fn interest(
    db: &impl ConnectionTrait,
    owners: &[AccountId],
) -> Result<Found<company::Model>, DbErr> {
    let query = company::Entity::find()
        .filter(company::Column::Stage.eq(CompanyStage::Interested))
        .filter(nobodys_or(owners));
    let count = query.clone().count(db).await?;
    let rows = query.order_by_desc(company::Column::CreatedAt).limit(SHOWN).all(db).await?;
    Ok(Found { rows, count })
}

/// Nobody's yet, or one of `owners`'; without owners, anybody's.
fn nobodys_or(owners: &[AccountId]) -> Condition {
    if owners.is_empty() {
        return Condition::all();
    }
    Condition::any()
        .add(company::Column::ConsultantId.is_null())
        .add(company::Column::ConsultantId.is_in(owners.iter().copied()))
}

/// Agreed placements whose first day has gone by.
pub async fn not_begun(
    db: &impl ConnectionTrait,
    owners: &[AccountId],
    today: NaiveDate,
) -> Result<Found<placement::Model>, DbErr> {
    let mut query = placement::Entity::find().filter(placements::desk::not_begun(today));
    if !owners.is_empty() {
        query = query.filter(placement::Column::ConsultantId.is_in(owners.iter().copied()));
    }
    let count = query.clone().count(db).await?;
    let rows = query.order_by_asc(placement::Column::StartsOn).limit(SHOWN).all(db).await?;
    Ok(Found { rows, count })
}

/// Agreed without days, or running past the agreed last day: no follow-up reminds of them.
pub async fn unsettled(
    db: &impl ConnectionTrait,
    owners: &[AccountId],
    today: NaiveDate,
) -> Result<Found<placement::Model>, DbErr> {
    let mut query = placement::Entity::find().filter(placements::desk::unsettled(today));
    if !owners.is_empty() {
        query = query.filter(placement::Column::ConsultantId.is_in(owners.iter().copied()));
    }
    let count = query.clone().count(db).await?;
    let rows = query.order_by_asc(placement::Column::AgreedAt).limit(SHOWN).all(db).await?;
    Ok(Found { rows, count })
}

/// What somebody promised a company to do.
pub struct NextStep {
    pub company: CompanyId,
    pub name: String,
    pub what: String,
    pub on: NaiveDate,
}

/// Next steps due: those that `owners` noted, and those with their companies.
pub async fn next_steps(
    db: &impl ConnectionTrait,
    owners: &[AccountId],
    today: NaiveDate,
) -> Result<Found<NextStep>, DbErr> {
    let mut query = company_note::Entity::find()
        .filter(company_note::Column::NextStepDoneAt.is_null())
        .filter(company_note::Column::NextStepOn.lte(today));
    if !owners.is_empty() {
        let theirs = Query::select()
            .column(company::Column::Id)
            .from(company::Entity)
            .and_where(company::Column::ConsultantId.is_in(owners.iter().copied()))
            .to_owned();
        query = query.filter(
            Condition::any()
                .add(company_note::Column::ByAccountId.is_in(owners.iter().copied()))
                .add(company_note::Column::CompanyId.in_subquery(theirs)),
        );
    }
    let count = query.clone().count(db).await?;
    let rows = query.order_by_asc(company_note::Column::NextStepOn).limit(SHOWN).all(db).await?;
    let names = company_names(db, rows.iter().map(|row| row.company_id)).await?;
    let step = |row: company_note::Model| {
        Some(NextStep {
            name: names.get(&row.company_id).cloned()?,
            company: row.company_id,
            what: row.next_step?,
            on: row.next_step_on?,
        })
    };
    Ok(Found { rows: rows.into_iter().filter_map(step).collect(), count })
}

/// Companies' own pages that wait to be read and approved.
pub async fn profiles(
    db: &impl ConnectionTrait,
    owners: &[AccountId],
) -> Result<Found<(company::Model, company_profile::Model)>, DbErr> {
    let query = company::Entity::find()
        .filter(company::Column::ProfileStatus.eq(ProfileStatus::Sent))
        .filter(nobodys_or(owners));
    let count = query.clone().count(db).await?;
    let companies = query.order_by_asc(company::Column::Name).limit(SHOWN).all(db).await?;
    let drafts: HashMap<CompanyId, company_profile::Model> = company_profile::Entity::find()
        .filter(company_profile::Column::CompanyId.is_in(companies.iter().map(|row| row.id)))
        .filter(company_profile::Column::Version.eq(ProfileVersion::Draft))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.company_id, row))
        .collect();
    let with_draft =
        |row: company::Model| drafts.get(&row.id).cloned().map(|profile| (row, profile));
    Ok(Found { rows: companies.into_iter().filter_map(with_draft).collect(), count })
}

pub struct OnItsWay {
    pub event: match_event::Model,
    /// Proposals of its match that somebody has still to answer.
    pub unanswered: u64,
}

/// The events that are under way or next, the first first, and below them those whose answer is out, until they are
/// closed.
pub async fn events(db: &impl ConnectionTrait) -> Result<Vec<OnItsWay>, DbErr> {
    let first = async |statuses: &[EventStatus], most| {
        match_event::Entity::find()
            .filter(match_event::Column::Status.is_in(statuses.iter().copied()))
            .order_by_asc(match_event::Column::StartsAt)
            .limit(most)
            .all(db)
            .await
    };
    let mut rows = first(&UNDER_WAY, 6).await?;
    if rows.is_empty() {
        rows = first(&[EventStatus::Planned], 1).await?;
    }
    let matched = first(&[EventStatus::Matched], 6).await?;
    let unanswered = unanswered(db, matched.iter().map(|event| event.id)).await?;
    rows.extend(matched);
    let on_its_way = |event: match_event::Model| {
        let unanswered = unanswered.get(&event.id).copied().unwrap_or(0);
        OnItsWay { unanswered: u64::try_from(unanswered).unwrap_or(0), event }
    };
    Ok(rows.into_iter().map(on_its_way).collect())
}

/// How many proposals of each event's match wait for somebody's answer.
async fn unanswered(
    db: &impl ConnectionTrait,
    events: impl Iterator<Item = MatchEventId>,
) -> Result<HashMap<MatchEventId, i64>, DbErr> {
    let counts: Vec<(MatchEventId, i64)> = placement::Entity::find()
        .select_only()
        .column(placement::Column::EventId)
        .column_as(placement::Column::Id.count(), "unanswered")
        .filter(placement::Column::EventId.is_in(events))
        .filter(placement::Column::Status.eq(PlacementStatus::Proposed))
        .group_by(placement::Column::EventId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(counts.into_iter().collect())
}
