//! What the clock brings: reminders before an event, and calls to companies that have not answered after it.

use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};

use super::calendar::Method;
use super::invitations::{Letter, tell_companies, tell_people};
use super::mail::{ConfirmPlaces, EventTomorrow};
use super::places::{companies_with_places, host_answers, no_answer_cause, places_of};
use super::store;
use crate::domain::{Attendance, CallKind, CompanyId, EventStatus, MatchEventId};
use crate::entities::{company, event_company, event_young_person, match_event};
use crate::features::calls::{self, About, NewCall};
use crate::features::programme;
use crate::state::AppState;
use crate::web::AppResult;

/// Two days before their deadline, companies that come and have not confirmed their places are reminded.
const PLACES_REMINDER: TimeDelta = TimeDelta::days(2);
const EVE: TimeDelta = TimeDelta::hours(24);

pub async fn due(state: &AppState) -> AppResult<()> {
    for event in held_events(state).await? {
        let now = state.clock.now();
        let before = now < event.starts_at;
        if event.places_reminded_at.is_none()
            && before
            && now >= event.places_confirmed_by - PLACES_REMINDER
        {
            remind_of_places(state, event.id).await?;
        }
        if event.eve_reminded_at.is_none() && before && now >= event.starts_at - EVE {
            remind_of_tomorrow(state, event.id).await?;
        }
        if event.host_answers_chased_at.is_none() && now >= event.host_answers_by {
            chase_host_answers(state, event.id).await?;
        }
    }
    Ok(())
}

/// Events on their way that still have something to remind of.
async fn held_events(state: &AppState) -> AppResult<Vec<match_event::Model>> {
    let on_the_way = [EventStatus::Open, EventStatus::Live, EventStatus::Ranking];
    let events = match_event::Entity::find()
        .filter(match_event::Column::Status.is_in(on_the_way))
        .filter(match_event::Column::HostAnswersChasedAt.is_null());
    Ok(events.all(&state.db.read).await?)
}

async fn remind_of_places(state: &AppState, id: MatchEventId) -> AppResult<()> {
    let txn = state.write().await?;
    let event = store::locked(&txn, id).await?;
    let lines = event_company::Entity::find()
        .filter(event_company::Column::EventId.eq(id))
        .filter(event_company::Column::Answer.eq(Attendance::Yes))
        .filter(event_company::Column::PlacesConfirmedAt.is_null())
        .all(&txn)
        .await?;
    let companies: Vec<CompanyId> = lines.into_iter().map(|line| line.company_id).collect();
    let cause = format!("confirm-places/{}", event.calendar_sequence);
    let letter = Letter { event: &event, cause, method: Method::Request };
    tell_companies(&txn, state, &letter, &companies, |t, told| ConfirmPlaces { t, told }).await?;
    let mut event: match_event::ActiveModel = event.into();
    event.places_reminded_at = Set(Some(state.clock.now()));
    event.update(&txn).await?;
    Ok(txn.commit().await?)
}

async fn remind_of_tomorrow(state: &AppState, id: MatchEventId) -> AppResult<()> {
    let txn = state.write().await?;
    let event = store::locked(&txn, id).await?;
    let lines = event_young_person::Entity::find()
        .filter(event_young_person::Column::EventId.eq(id))
        .filter(event_young_person::Column::InvitedAt.is_not_null())
        .filter(event_young_person::Column::Answer.ne(Attendance::No))
        .all(&txn)
        .await?;
    let people: Vec<_> = lines.into_iter().map(|line| line.young_person_id).collect();
    let cause = format!("tomorrow/{}", event.calendar_sequence);
    let letter = Letter { event: &event, cause, method: Method::Request };
    tell_people(&txn, state, &letter, &people, |t, told| EventTomorrow { t, told }).await?;
    let mut event: match_event::ActiveModel = event.into();
    event.eve_reminded_at = Set(Some(state.clock.now()));
    event.update(&txn).await?;
    Ok(txn.commit().await?)
}

/// A company with places that has not answered for each of their kinds is rung; until it answers, its places
/// stay out of the match.
async fn chase_host_answers(state: &AppState, id: MatchEventId) -> AppResult<()> {
    let now = state.clock.now();
    let txn = state.write().await?;
    let event = store::locked(&txn, id).await?;
    let due_on = programme::calendar(&txn).await?.next_working_day(state.clock.today());
    for company in silent(&txn, id).await? {
        let new = NewCall {
            kind: CallKind::NoHostAnswer,
            cause: no_answer_cause(id, company.id),
            owner: company.consultant_id.unwrap_or(event.created_by),
            due_on,
            about: About { company: Some(company.id), event: Some(id), ..About::default() },
            words: String::new(),
        };
        calls::open(&txn, now, new).await?;
    }
    let mut event: match_event::ActiveModel = event.into();
    event.host_answers_chased_at = Set(Some(now));
    event.update(&txn).await?;
    Ok(txn.commit().await?)
}

/// Companies with places that have not said, for each of their kinds, whether they can be host.
pub async fn silent(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<Vec<company::Model>> {
    let (places, answers) = (places_of(db, event).await?, host_answers(db, event).await?);
    let is_silent = |company: &CompanyId| {
        places.iter().any(|at| {
            at.place.company_id == *company
                && at.number > 0
                && answers.get(company).is_none_or(|said| !said.contains_key(&at.place.kind))
        })
    };
    let companies: Vec<_> =
        companies_with_places(db, event).await?.into_iter().filter(is_silent).collect();
    companies_by_id(db, &companies).await
}

async fn companies_by_id(
    db: &impl ConnectionTrait,
    ids: &[CompanyId],
) -> AppResult<Vec<company::Model>> {
    let mut found = Vec::new();
    for ids in ids.chunks(store::CHUNK) {
        let companies = company::Entity::find().filter(company::Column::Id.is_in(ids.to_vec()));
        found.extend(companies.all(db).await?);
    }
    Ok(found)
}
