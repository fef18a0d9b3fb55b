//! The month's event that is under way, with part of the crowd in the room: what an event day is measured with.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::crowd::Crowd;
use super::events::{self, Event, Invited};
use super::rows::insert;
use crate::domain::{Attendance, CompanyId, EventStatus, MatchEventId, SeatKind, StepKind};
use crate::entities::{day_company, match_event, run_sheet_step, seat};
use crate::features::match_events::store::presenting;
use crate::state::Txn;
use crate::web::{AppError, AppResult};

/// Everybody has come, and has a table in every round.
pub async fn fill(txn: &Txn, crowd: &mut Crowd) -> AppResult<()> {
    let live =
        match_event::Entity::find().filter(match_event::Column::Status.eq(EventStatus::Live));
    let id = live.one(txn).await?.ok_or(AppError::NotFound)?.id;
    let here = |person| Invited { person, answer: Attendance::Yes, came: true };
    let mut event = Event {
        id,
        day: 0,
        status: EventStatus::Live,
        secret: String::new(),
        people: free(crowd).into_iter().map(here).collect(),
        companies: Vec::new(),
    };
    events::people(txn, crowd, &event).await?;
    let number = crowd.size.events;
    events::companies(txn, crowd, &mut event, number).await?;
    let companies: Vec<CompanyId> =
        presenting(txn, id).await?.into_iter().map(|company| company.id).collect();
    tables(txn, crowd, id, &companies).await?;
    seats(txn, crowd, &event, &companies).await
}

/// Those whom no placement keeps away. People who share a name are all there or all away, so that a name is enough to
/// find somebody who is there.
fn free(crowd: &Crowd) -> Vec<usize> {
    let mut free: Vec<usize> =
        (0..crowd.people.len()).filter(|person| crowd.people[*person].busy_until < 0).collect();
    free.sort_by(|one, other| crowd.people[*one].name.cmp(&crowd.people[*other].name));
    free.truncate(crowd.size.in_the_room);
    free
}

async fn tables(
    txn: &Txn,
    crowd: &mut Crowd,
    event_id: MatchEventId,
    companies: &[CompanyId],
) -> AppResult<()> {
    let there = day_company::Entity::find()
        .filter(day_company::Column::EventId.eq(event_id))
        .all(txn)
        .await?;
    let known: BTreeSet<CompanyId> = there.iter().map(|row| row.company_id).collect();
    let first = there.iter().map(|row| row.table_number).max().unwrap_or(0) + 1;
    let new = companies.iter().filter(|company| !known.contains(company));
    let row = |(table_number, company): (i32, &CompanyId)| day_company::Model {
        id: crowd.ids.next(),
        event_id,
        company_id: *company,
        table_number,
        away_from: None,
    };
    let rows = (first..).zip(new).map(row).collect();
    insert(txn, rows).await
}

async fn seats(
    txn: &Txn,
    crowd: &mut Crowd,
    event: &Event,
    companies: &[CompanyId],
) -> AppResult<()> {
    let rounds = run_sheet_step::Entity::find()
        .filter(run_sheet_step::Column::EventId.eq(event.id))
        .filter(run_sheet_step::Column::Kind.eq(StepKind::Round))
        .all(txn)
        .await?
        .len();
    let mut rows = Vec::new();
    for (number, invited) in event.people.iter().enumerate() {
        for (round, at) in (0..).zip(0..rounds) {
            rows.push(seat::Model {
                id: crowd.ids.next(),
                event_id: event.id,
                round,
                young_person_id: crowd.people[invited.person].id,
                kind: SeatKind::Table,
                company_id: Some(companies[(number + at) % companies.len()]),
            });
        }
    }
    insert(txn, rows).await
}
