//! The slice's SQL about who sits where, what people need, and what they wrote.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::{OnConflict, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, Set,
};

use super::day;
use crate::domain::{CompanyId, MatchEventId, SeatKind, YoungPersonId};
use crate::entities::{day_company, day_person, event_young_person, match_event, new_id, seat};
use crate::features::match_events::{self, store::Presenting};
use crate::state::Txn;
use crate::web::AppResult;

/// The most values one statement may hold on SQLite, with room to spare.
pub const CHUNK: usize = 500;

/// Every seat of the day.
pub async fn seats(db: &impl ConnectionTrait, event: MatchEventId) -> AppResult<Vec<seat::Model>> {
    let seats = seat::Entity::find().filter(seat::Column::EventId.eq(event));
    Ok(seats.order_by_asc(seat::Column::Round).order_by_asc(seat::Column::Id).all(db).await?)
}

/// One person's seats, round by round.
pub async fn seats_of(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    person: YoungPersonId,
) -> AppResult<Vec<seat::Model>> {
    let seats = seat::Entity::find()
        .filter(seat::Column::EventId.eq(event))
        .filter(seat::Column::YoungPersonId.eq(person));
    Ok(seats.order_by_asc(seat::Column::Round).all(db).await?)
}

/// Everybody's seat in one round.
pub async fn seats_in(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    round: u32,
) -> AppResult<Vec<seat::Model>> {
    let seats = seat::Entity::find()
        .filter(seat::Column::EventId.eq(event))
        .filter(seat::Column::Round.eq(i32::try_from(round).unwrap_or(i32::MAX)));
    Ok(seats.all(db).await?)
}

/// Who has a seat in this round, to be asked within another question.
pub fn seated(event: MatchEventId, round: i32) -> SelectStatement {
    seat::Entity::find()
        .select_only()
        .column(seat::Column::YoungPersonId)
        .filter(seat::Column::EventId.eq(event))
        .filter(seat::Column::Round.eq(round))
        .into_query()
}

/// The companies that somebody has a seat at from this round on.
pub async fn hosts_from(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    round: u32,
) -> AppResult<Vec<CompanyId>> {
    let hosts = seat::Entity::find()
        .select_only()
        .column(seat::Column::CompanyId)
        .distinct()
        .filter(seat::Column::EventId.eq(event))
        .filter(seat::Column::CompanyId.is_not_null())
        .filter(seat::Column::Round.gte(i32::try_from(round).unwrap_or(i32::MAX)));
    Ok(hosts.into_tuple().all(db).await?)
}

/// Whether somebody sits at a table from this round on who is not among `expected`.
pub async fn has_seats_of_others(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    round: u32,
    expected: Select<event_young_person::Entity>,
) -> AppResult<bool> {
    let expected =
        expected.select_only().column(event_young_person::Column::YoungPersonId).into_query();
    let others = seat::Entity::find()
        .filter(seat::Column::EventId.eq(event))
        .filter(seat::Column::CompanyId.is_not_null())
        .filter(seat::Column::Round.gte(i32::try_from(round).unwrap_or(i32::MAX)))
        .filter(seat::Column::YoungPersonId.not_in_subquery(expected));
    Ok(others.count(db).await? > 0)
}

/// The companies that present: a company that never came is not called up.
pub async fn presenting(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<Vec<Presenting>> {
    let gone: Vec<CompanyId> = day_company::Entity::find()
        .select_only()
        .column(day_company::Column::CompanyId)
        .filter(day_company::Column::EventId.eq(event))
        .filter(day_company::Column::AwayFrom.eq(0))
        .into_tuple()
        .all(db)
        .await?;
    let mut presenting = match_events::store::presenting(db, event).await?;
    presenting.retain(|company| !gone.contains(&company.id));
    Ok(presenting)
}

/// Who has been checked in.
pub async fn came(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<BTreeSet<YoungPersonId>> {
    let lines = event_young_person::Entity::find()
        .filter(event_young_person::Column::EventId.eq(event))
        .filter(event_young_person::Column::CameAt.is_not_null());
    Ok(lines.all(db).await?.into_iter().map(|line| line.young_person_id).collect())
}

/// How many young people sit at a company's table, round by round.
pub async fn at_table(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    company: CompanyId,
) -> AppResult<BTreeMap<i32, u64>> {
    let rounds: Vec<i32> = seat::Entity::find()
        .select_only()
        .column(seat::Column::Round)
        .filter(seat::Column::EventId.eq(event))
        .filter(seat::Column::CompanyId.eq(company))
        .filter(seat::Column::Kind.eq(SeatKind::Table))
        .into_tuple()
        .all(db)
        .await?;
    let mut counts = BTreeMap::new();
    for round in rounds {
        *counts.entry(round).or_default() += 1;
    }
    Ok(counts)
}

/// Puts new seats in place of all from `from` on.
pub async fn set_seats(
    txn: &Txn,
    event: MatchEventId,
    from: u32,
    seats: Vec<seat::ActiveModel>,
) -> AppResult<()> {
    seat::Entity::delete_many()
        .filter(seat::Column::EventId.eq(event))
        .filter(seat::Column::Round.gte(i32::try_from(from).unwrap_or(i32::MAX)))
        .exec(txn)
        .await?;
    for seats in seats.chunks(CHUNK / 6) {
        seat::Entity::insert_many(seats.to_vec()).exec_without_returning(txn).await?;
    }
    Ok(())
}

/// The companies of the day with the numbers of their tables.
pub async fn tables(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<BTreeMap<CompanyId, day_company::Model>> {
    let rows = day_company::Entity::find().filter(day_company::Column::EventId.eq(event));
    Ok(rows.all(db).await?.into_iter().map(|row| (row.company_id, row)).collect())
}

/// The numbers of these companies' tables.
pub async fn table_numbers(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    companies: Vec<CompanyId>,
) -> AppResult<BTreeMap<CompanyId, i32>> {
    let rows: Vec<(CompanyId, i32)> = day_company::Entity::find()
        .select_only()
        .columns([day_company::Column::CompanyId, day_company::Column::TableNumber])
        .filter(day_company::Column::EventId.eq(event))
        .filter(day_company::Column::CompanyId.is_in(companies))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Gives every company that presents a table, and leaves those that have one where they are.
pub async fn give_tables(
    txn: &Txn,
    event: MatchEventId,
    presenting: &[Presenting],
) -> AppResult<BTreeMap<CompanyId, day_company::Model>> {
    let mut tables = tables(txn, event).await?;
    let mut last = tables.values().map(|row| row.table_number).max().unwrap_or(0);
    for company in presenting {
        if tables.contains_key(&company.id) {
            continue;
        }
        last += 1;
        let row = day_company::ActiveModel {
            id: Set(new_id()),
            event_id: Set(event),
            company_id: Set(company.id),
            table_number: Set(last),
            away_from: Set(None),
        };
        tables.insert(company.id, row.insert(txn).await?);
    }
    Ok(tables)
}

/// From which round on a company is not there; none when it is there all day.
pub async fn set_company_away(
    txn: &Txn,
    row: day_company::Model,
    away_from: Option<i32>,
) -> AppResult<()> {
    let mut row = row.into_active_model();
    row.away_from = Set(away_from);
    row.update(txn).await?;
    Ok(())
}

/// What people need at the tables.
pub async fn needs(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<BTreeMap<YoungPersonId, day_person::Model>> {
    let rows = day_person::Entity::find().filter(day_person::Column::EventId.eq(event));
    Ok(rows.all(db).await?.into_iter().map(|row| (row.young_person_id, row)).collect())
}

pub async fn needs_of(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    person: YoungPersonId,
) -> AppResult<Option<day_person::Model>> {
    let row = day_person::Entity::find()
        .filter(day_person::Column::EventId.eq(event))
        .filter(day_person::Column::YoungPersonId.eq(person));
    Ok(row.one(db).await?)
}

/// Rounds are numbered from 0 as in the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    pub not_alone: bool,
    pub pause_after: Option<i32>,
    pub away_before: Option<i32>,
    pub away_from: Option<i32>,
}

impl From<&day_person::Model> for Needs {
    fn from(row: &day_person::Model) -> Self {
        Self {
            not_alone: row.not_alone,
            pause_after: row.pause_after,
            away_before: row.away_before,
            away_from: row.away_from,
        }
    }
}

pub async fn set_needs(
    txn: &Txn,
    event: MatchEventId,
    person: YoungPersonId,
    needs: Needs,
) -> AppResult<()> {
    use day_person::Column;
    let row = day_person::ActiveModel {
        id: Set(new_id()),
        event_id: Set(event),
        young_person_id: Set(person),
        not_alone: Set(needs.not_alone),
        pause_after: Set(needs.pause_after),
        away_before: Set(needs.away_before),
        away_from: Set(needs.away_from),
    };
    day_person::Entity::insert(row)
        .on_conflict(
            OnConflict::columns([Column::EventId, Column::YoungPersonId])
                .update_columns([
                    Column::NotAlone,
                    Column::PauseAfter,
                    Column::AwayBefore,
                    Column::AwayFrom,
                ])
                .to_owned(),
        )
        .exec_without_returning(txn)
        .await?;
    Ok(())
}

/// The companies a young person has met in the rounds that have begun, in that order.
pub async fn met(
    db: &impl ConnectionTrait,
    event: match_event::Model,
    person: YoungPersonId,
) -> AppResult<Vec<CompanyId>> {
    let day = day::load(db, event).await?;
    let seats = seats_of(db, day.event.id, person).await?;
    let held = seats.into_iter().filter(|seat| day.is_held(seat.round));
    Ok(held.filter_map(|seat| seat.company_id).collect())
}
