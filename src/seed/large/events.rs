//! One event: who is invited, what they answered, and which companies stand there.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use super::Size;
use super::crowd::Crowd;
use super::rows::insert;
use crate::domain::{Attendance, EventStatus, HostAnswer, MatchEventId, PlacementKind};
use crate::entities::{
    confirmed_place, event_company, event_young_person, host_answer, match_event,
};
use crate::state::Txn;
use crate::web::{AppError, AppResult};

pub struct Event {
    pub id: MatchEventId,
    pub day: i64,
    pub status: EventStatus,
    pub secret: String,
    pub people: Vec<Invited>,
    /// Those that said yes, by their place in the crowd.
    pub companies: Vec<usize>,
}

#[derive(Clone, Copy)]
pub struct Invited {
    /// Their place in the crowd.
    pub person: usize,
    pub answer: Attendance,
    pub came: bool,
}

impl Event {
    pub fn is_matched(&self) -> bool {
        matches!(self.status, EventStatus::Matched | EventStatus::Closed)
    }

    pub fn has_been(&self) -> bool {
        self.status != EventStatus::Open
    }
}

/// The two last are the month's own, which the crowd joins; before them one every fourth week.
pub fn day(size: Size, number: usize) -> i64 {
    match size.events.saturating_sub(number) {
        0 | 1 => 14,
        2 => -1,
        before => 77 - 28 * i64::try_from(before).unwrap_or(0),
    }
}

fn status(size: Size, number: usize) -> EventStatus {
    match size.events.saturating_sub(number) {
        0 | 1 => EventStatus::Open,
        2 => EventStatus::Ranking,
        3 => EventStatus::Matched,
        _ => EventStatus::Closed,
    }
}

pub async fn add(txn: &Txn, crowd: &mut Crowd, number: usize) -> AppResult<Event> {
    let (day, status) = (day(crowd.size, number), status(crowd.size, number));
    let mut event = Event {
        id: crowd.ids.next(),
        day,
        status,
        secret: format!("lodtrækning-{number}"),
        people: invited(crowd, number, day, status),
        companies: Vec::new(),
    };
    if event.is_matched() {
        let row = row(crowd, &event);
        insert(txn, vec![row]).await?;
    } else {
        let own = match_event::Entity::find()
            .filter(match_event::Column::Status.eq(status))
            .order_by_asc(match_event::Column::StartsAt);
        event.id = own.one(txn).await?.ok_or(AppError::NotFound)?.id;
    }
    people(txn, crowd, &event).await?;
    companies(txn, crowd, &mut event, number).await?;
    Ok(event)
}

fn row(crowd: &mut Crowd, event: &Event) -> match_event::Model {
    let day = event.day;
    match_event::Model {
        id: event.id,
        status: event.status,
        starts_at: crowd.at(day, 13, 0),
        ends_at: crowd.at(day, 15, 0),
        venue: "Hallen".into(),
        address: "Stadionvej 2, Nørrevig".into(),
        directions: "Bus 3 til Stadion. Døren er til højre for billetsalget.".into(),
        ranking_closes_at: crowd.at(day + 1, 12, 0),
        places_confirmed_by: crowd.at(day - 7, 12, 0),
        host_answers_by: crowd.at(day + 1, 15, 0),
        answers_by: crowd.at(day + 8, 12, 0),
        calendar_sequence: 0,
        lottery_hash: Some(hash(&event.secret)),
        lottery_secret: Some(event.secret.clone()),
        opened_at: Some(crowd.at(day - 21, 9, 0)),
        matched_at: Some(crowd.at(day + 2, 9, 0)),
        cancelled_at: None,
        cancelled_because: None,
        eve_reminded_at: Some(crowd.at(day - 1, 13, 0)),
        host_answers_chased_at: Some(crowd.at(day + 1, 15, 0)),
        created_by: crowd.consultants[0],
        created_at: crowd.at(day - 60, 9, 0),
    }
}

fn hash(secret: &str) -> String {
    use sha2::{Digest, Sha256};
    data_encoding::HEXLOWER.encode(&Sha256::digest(secret.as_bytes()))
}

/// Newcomers, and as many again of those who have been before and are free.
fn invited(crowd: &mut Crowd, number: usize, day: i64, status: EventStatus) -> Vec<Invited> {
    let newcomers = crowd.size.people.div_ceil(crowd.size.events);
    let free = |person: &super::crowd::Person| {
        person.cohort < number && person.busy_until < day && person.events < 4
    };
    let mut before: Vec<usize> = (0..crowd.people.len())
        .rev()
        .filter(|person| free(&crowd.people[*person]))
        .take(newcomers)
        .collect();
    before.reverse();
    let new = (0..crowd.people.len()).filter(|person| crowd.people[*person].cohort == number);
    let all: Vec<usize> = before.into_iter().chain(new).collect();
    let mut invited = Vec::new();
    for person in all {
        crowd.people[person].events += 1;
        let answer = match status {
            EventStatus::Open => crowd.chance.weighted(&[
                (40, Attendance::Yes),
                (8, Attendance::No),
                (52, Attendance::Unanswered),
            ]),
            _ => crowd.chance.weighted(&[
                (80, Attendance::Yes),
                (12, Attendance::No),
                (8, Attendance::Unanswered),
            ]),
        };
        let came =
            answer == Attendance::Yes && status != EventStatus::Open && crowd.chance.percent(92);
        invited.push(Invited { person, answer, came });
    }
    invited
}

pub async fn people(txn: &Txn, crowd: &mut Crowd, event: &Event) -> AppResult<()> {
    let mut rows = Vec::new();
    for invited in &event.people {
        let (id, account) = (crowd.people[invited.person].id, crowd.people[invited.person].account);
        let answered = invited.answer != Attendance::Unanswered;
        let opened = if event.has_been() { event.day - 21 } else { -5 };
        rows.push(event_young_person::Model {
            id: crowd.ids.next(),
            event_id: event.id,
            young_person_id: id,
            answer: invited.answer,
            answered_at: answered.then(|| crowd.at(opened + 2, 16, 0)),
            answered_by: answered.then_some(account),
            invited_at: Some(crowd.at(opened, 9, 0)),
            came_at: invited.came.then(|| crowd.at(event.day, 13, 5)),
            reminded_at: None,
        });
    }
    insert(txn, rows).await
}

pub async fn companies(
    txn: &Txn,
    crowd: &mut Crowd,
    event: &mut Event,
    number: usize,
) -> AppResult<()> {
    let there = event_company::Entity::find()
        .filter(event_company::Column::EventId.eq(event.id))
        .count(txn)
        .await?;
    let count = (crowd.companies.len() * 13 / 100).clamp(4.min(crowd.companies.len()), 65);
    let first = number * 61;
    let taken = i32::try_from(there).unwrap_or(0);
    let (mut lines, mut places, mut hosts) = (Vec::new(), Vec::new(), Vec::new());
    let chosen = (first..first + count).map(|at| at % crowd.companies.len());
    let chosen: Vec<usize> = chosen.collect();
    for (position, at) in (taken + 1..).zip(chosen) {
        let answer = crowd.chance.weighted(&[(94, Attendance::Yes), (6, Attendance::No)]);
        let comes = answer == Attendance::Yes;
        let (company, contact) = (crowd.companies[at].id, crowd.companies[at].contact);
        let confirms = comes.then(|| crowd.at(event.day - 18, 10, 0));
        lines.push(event_company::Model {
            id: crowd.ids.next(),
            event_id: event.id,
            company_id: company,
            position,
            answer,
            answered_at: Some(crowd.at(event.day - 19, 9, 30)),
            answered_by: Some(contact),
            invited_at: Some(crowd.at(event.day - 21, 9, 0)),
            places_confirmed_by: confirms.map(|_| contact),
            places_confirmed_at: confirms,
            confirmed_total: None,
        });
        if !comes {
            continue;
        }
        event.companies.push(at);
        for place in crowd.companies[at].places.clone() {
            places.push(confirmed_place::Model {
                id: crowd.ids.next(),
                event_id: event.id,
                company_id: company,
                place_id: place.id,
                number: place.number,
            });
        }
        let answers = event.is_matched() || event.has_been() && crowd.chance.percent(70);
        for kind in [PlacementKind::Clarification, PlacementKind::Training] {
            let answer =
                crowd.chance.weighted(&[(90, HostAnswer::CanHost), (10, HostAnswer::TalkFirst)]);
            if answers {
                hosts.push(host_answer::Model {
                    id: crowd.ids.next(),
                    event_id: event.id,
                    company_id: company,
                    kind,
                    answer,
                    answered_by: contact,
                    answered_at: crowd.at(event.day, 17, 0),
                });
            }
        }
    }
    insert(txn, lines).await?;
    insert(txn, places).await?;
    insert(txn, hosts).await
}
