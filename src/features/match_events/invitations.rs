//! Inviting people and companies, and telling them again when something changes.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Set};

use super::calendar::Method;
use super::letter::{Letter, all_causes};
use super::mail::{CompanyInvited, EventCancelled, EventChanged, Told, YoungPersonInvited};
use super::store::CHUNK;
use super::{company_path, path};
use crate::domain::{AccountId, Attendance, CompanyId, EventStatus, MatchEventId, YoungPersonId};
use crate::entities::{
    account, company_member, event_company, event_young_person, match_event, new_id, young_person,
};
use crate::features::calls;
use crate::mail::{self, Message, Recipient};
use crate::state::{AppState, Txn};
use crate::web::AppResult;
use crate::words::Words;

/// Adds young people to an event. While it is only planned they wait for it to open; afterwards their
/// invitation goes out at once. Whoever is on it already stays as they are.
pub async fn invite_young_people(
    txn: &Txn,
    state: &AppState,
    event: &match_event::Model,
    people: &[YoungPersonId],
) -> AppResult<()> {
    for people in people.chunks(CHUNK) {
        let rows = people.iter().map(|person| event_young_person::ActiveModel {
            id: Set(new_id()),
            event_id: Set(event.id),
            young_person_id: Set(*person),
            answer: Set(Attendance::Unanswered),
            ..Default::default()
        });
        event_young_person::Entity::insert_many(rows)
            .on_conflict(
                OnConflict::columns([
                    event_young_person::Column::EventId,
                    event_young_person::Column::YoungPersonId,
                ])
                .do_nothing()
                .to_owned(),
            )
            .exec_without_returning(txn)
            .await?;
    }
    send_waiting(txn, state, event).await
}

/// Adds companies to an event, after those already there in the order of presentation.
pub async fn invite_companies(
    txn: &Txn,
    state: &AppState,
    event: &match_event::Model,
    companies: &[CompanyId],
) -> AppResult<()> {
    let last: Option<Option<i32>> = event_company::Entity::find()
        .select_only()
        .column_as(event_company::Column::Position.max(), "last")
        .filter(event_company::Column::EventId.eq(event.id))
        .into_tuple()
        .one(txn)
        .await?;
    let mut position = last.flatten().unwrap_or(0);
    for companies in companies.chunks(CHUNK) {
        let rows: Vec<_> = companies
            .iter()
            .map(|company| {
                position += 1;
                event_company::ActiveModel {
                    id: Set(new_id()),
                    event_id: Set(event.id),
                    company_id: Set(*company),
                    position: Set(position),
                    answer: Set(Attendance::Unanswered),
                    ..Default::default()
                }
            })
            .collect();
        event_company::Entity::insert_many(rows)
            .on_conflict(
                OnConflict::columns([
                    event_company::Column::EventId,
                    event_company::Column::CompanyId,
                ])
                .do_nothing()
                .to_owned(),
            )
            .exec_without_returning(txn)
            .await?;
    }
    send_waiting(txn, state, event).await
}

/// Somebody who came without being asked is on the event from then on; no mail tells them that they are here.
pub async fn add_at_the_door(
    txn: &Txn,
    now: DateTime<Utc>,
    event: MatchEventId,
    person: YoungPersonId,
    by: AccountId,
) -> AppResult<()> {
    use event_young_person::Column;
    let row = event_young_person::ActiveModel {
        id: Set(new_id()),
        event_id: Set(event),
        young_person_id: Set(person),
        answer: Set(Attendance::Yes),
        answered_at: Set(Some(now)),
        answered_by: Set(Some(by)),
        invited_at: Set(Some(now)),
        ..Default::default()
    };
    event_young_person::Entity::insert(row)
        .on_conflict(
            OnConflict::columns([Column::EventId, Column::YoungPersonId]).do_nothing().to_owned(),
        )
        .exec_without_returning(txn)
        .await?;
    Ok(())
}

/// Sends the invitations that have not been sent, once the event is open.
pub async fn send_waiting(
    txn: &Txn,
    state: &AppState,
    event: &match_event::Model,
) -> AppResult<()> {
    if !matches!(event.status, EventStatus::Open | EventStatus::Live) {
        return Ok(());
    }
    use {event_company as c, event_young_person as p};
    let people = p::Entity::find()
        .filter(p::Column::EventId.eq(event.id))
        .filter(p::Column::InvitedAt.is_null())
        .all(txn)
        .await?;
    let companies = c::Entity::find()
        .filter(c::Column::EventId.eq(event.id))
        .filter(c::Column::InvitedAt.is_null())
        .all(txn)
        .await?;
    let now = Expr::value(state.clock.now());
    p::Entity::update_many()
        .col_expr(p::Column::InvitedAt, now.clone())
        .filter(p::Column::EventId.eq(event.id).and(p::Column::InvitedAt.is_null()))
        .exec(txn)
        .await?;
    c::Entity::update_many()
        .col_expr(c::Column::InvitedAt, now)
        .filter(c::Column::EventId.eq(event.id).and(c::Column::InvitedAt.is_null()))
        .exec(txn)
        .await?;
    let people: Vec<_> = people.iter().map(|line| line.young_person_id).collect();
    let companies: Vec<_> = companies.iter().map(|line| line.company_id).collect();
    let what = Letter { event, cause: "invitation".into(), method: Method::Request, latest: None };
    tell_people(txn, state, &what, &people, |t, told| YoungPersonInvited { t, told }).await?;
    tell_companies(txn, state, &what, &companies, |t, told| CompanyInvited { t, told }).await
}

/// Everybody who has been invited gets the new time and place; whoever said no may be able to come now.
pub async fn send_change(txn: &Txn, state: &AppState, event: &match_event::Model) -> AppResult<()> {
    let (people, companies) = invited(txn, event.id).await?;
    let cause = format!("change/{}", event.calendar_sequence);
    let what = Letter { event, cause, method: Method::Request, latest: None };
    tell_people(txn, state, &what, &people, |t, told| EventChanged { t, told }).await?;
    tell_companies(txn, state, &what, &companies, |t, told| EventChanged { t, told }).await
}

/// Nobody is rung any more about an event that is not held, but whoever has no e-mail about that.
pub async fn send_cancellation(
    txn: &Txn,
    state: &AppState,
    event: &match_event::Model,
) -> AppResult<()> {
    let (people, companies) = invited(txn, event.id).await?;
    calls::settle_below(txn, state.clock.now(), &all_causes(event.id)).await?;
    calls::untell_below(txn, state.clock.now(), &all_causes(event.id)).await?;
    let what = Letter { event, cause: "cancellation".into(), method: Method::Cancel, latest: None };
    tell_people(txn, state, &what, &people, |t, told| EventCancelled { t, told }).await?;
    tell_companies(txn, state, &what, &companies, |t, told| EventCancelled { t, told }).await
}

pub async fn tell_people<M: Message>(
    txn: &Txn,
    state: &AppState,
    letter: &Letter<'_>,
    people: &[YoungPersonId],
    message: impl Fn(Words, Told) -> M,
) -> AppResult<()> {
    let accounts = accounts_of(txn, people).await?;
    let page = path(letter.event.id);
    for person in people {
        let Some(account) = accounts.get(person) else { continue };
        let told = Told::of(state, letter.event, account, letter.method, &page);
        let cause = letter.cause(account.id);
        let message = |t| message(t, told);
        calls::tell_young_person_by(txn, state, *person, &cause, letter.latest, message).await?;
    }
    Ok(())
}

pub async fn tell_companies<M: Message>(
    txn: &Txn,
    state: &AppState,
    letter: &Letter<'_>,
    companies: &[CompanyId],
    message: impl Fn(Words, Told) -> M,
) -> AppResult<()> {
    let page = company_path(letter.event.id);
    for companies in companies.chunks(CHUNK) {
        let members = company_member::Entity::find()
            .filter(company_member::Column::CompanyId.is_in(companies.to_vec()))
            .all(txn)
            .await?;
        let ids = members.iter().map(|member| member.account_id).collect::<Vec<_>>();
        let found = account::Entity::find().filter(account::Column::Id.is_in(ids)).all(txn).await?;
        for account in &found {
            let Some(recipient) = Recipient::of(account) else { continue };
            let told = Told::of(state, letter.event, account, letter.method, &page);
            let message = message(recipient.words(), told);
            let cause = letter.cause(account.id);
            mail::enqueue(txn, state.clock.now(), &recipient, &cause, &message).await?;
        }
    }
    Ok(())
}

async fn invited(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<(Vec<YoungPersonId>, Vec<CompanyId>)> {
    let people = event_young_person::Entity::find()
        .filter(event_young_person::Column::EventId.eq(event))
        .filter(event_young_person::Column::InvitedAt.is_not_null())
        .all(db)
        .await?;
    let companies = event_company::Entity::find()
        .filter(event_company::Column::EventId.eq(event))
        .filter(event_company::Column::InvitedAt.is_not_null())
        .all(db)
        .await?;
    Ok((
        people.into_iter().map(|line| line.young_person_id).collect(),
        companies.into_iter().map(|line| line.company_id).collect(),
    ))
}

/// The accounts behind young people, a chunk of them at a time.
pub async fn accounts_of(
    db: &impl ConnectionTrait,
    people: &[YoungPersonId],
) -> AppResult<BTreeMap<YoungPersonId, account::Model>> {
    let mut result = BTreeMap::new();
    for people in people.chunks(CHUNK) {
        let rows = young_person::Entity::find()
            .filter(young_person::Column::Id.is_in(people.to_vec()))
            .all(db)
            .await?;
        let ids = rows.iter().map(|row| row.account_id).collect::<Vec<_>>();
        let accounts = account::Entity::find().filter(account::Column::Id.is_in(ids)).all(db);
        let mut accounts: BTreeMap<_, _> =
            accounts.await?.into_iter().map(|account| (account.id, account)).collect();
        result.extend(
            rows.into_iter().filter_map(|row| Some((row.id, accounts.remove(&row.account_id)?))),
        );
    }
    Ok(result)
}
