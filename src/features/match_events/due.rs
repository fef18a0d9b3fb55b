//! What the clock brings: reminders before an event, and calls to companies that have not answered after it. Each is
//! looked for first, and then decided again about the event as it is when nobody can change it.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};

use super::calendar::Method;
use super::invitations::{tell_companies, tell_people};
use super::letter::Letter;
use super::mail::{ConfirmPlaces, EventTomorrow, HostAnswersWanted};
use super::places::{companies_with_places, host_answers, no_answer_cause, places_of};
use super::store;
use crate::domain::event::UNDER_WAY;
use crate::domain::{AccountId, Attendance, CallKind, CompanyId, MatchEventId};
use crate::entities::{
    account, company, company_member, event_company, event_young_person, match_event,
};
use crate::features::calls::{self, About, NewCall};
use crate::features::programme;
use crate::mail::{self, Recipient};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

/// Two days before their deadline, companies that come and have not confirmed their places are reminded.
const PLACES_REMINDER: TimeDelta = TimeDelta::days(2);
const EVE: TimeDelta = TimeDelta::hours(24);

/// What an event may need now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Places,
    Eve,
    Hosts,
    Chase,
}

impl Step {
    const ALL: [Self; 4] = [Self::Places, Self::Eve, Self::Hosts, Self::Chase];

    fn is_due(self, event: &match_event::Model, now: DateTime<Utc>) -> bool {
        let before = now < event.starts_at;
        UNDER_WAY.contains(&event.status)
            && match self {
                Self::Places => before && now >= event.places_confirmed_by - PLACES_REMINDER,
                Self::Eve => {
                    before && now >= event.starts_at - EVE && event.eve_reminded_at.is_none()
                }
                Self::Hosts => now >= event.ends_at,
                Self::Chase => {
                    now >= event.host_answers_by && event.host_answers_chased_at.is_none()
                }
            }
    }

    /// Reads only, because it is asked every few seconds.
    async fn is_wanted(
        self,
        db: &impl ConnectionTrait,
        event: &match_event::Model,
    ) -> AppResult<bool> {
        let (letter, companies) = match self {
            Self::Eve | Self::Chase => return Ok(true),
            Self::Places => (places_letter(event), unconfirmed(db, event.id).await?),
            Self::Hosts => (host_letter(event), companies_with_places(db, event.id).await?),
        };
        Ok(!untold(db, &letter, &companies).await?.is_empty())
    }

    async fn take(self, txn: &Txn, state: &AppState, event: match_event::Model) -> AppResult<()> {
        match self {
            Self::Places => remind_of_places(txn, state, &event).await,
            Self::Eve => remind_of_tomorrow(txn, state, event).await,
            Self::Hosts => ask_hosts(txn, state, &event).await,
            Self::Chase => chase_host_answers(txn, state, event).await,
        }
    }
}

pub async fn due(state: &AppState) -> AppResult<()> {
    for event in held_events(state).await? {
        for step in Step::ALL {
            let now = state.clock.now();
            if step.is_due(&event, now) && step.is_wanted(&state.db.read, &event).await? {
                let txn = state.write().await?;
                let event = store::locked(&txn, event.id).await?;
                if step.is_due(&event, now) {
                    step.take(&txn, state, event).await?;
                    txn.commit().await?;
                }
            }
        }
    }
    Ok(())
}

/// Events on their way that still have something to remind of.
async fn held_events(state: &AppState) -> AppResult<Vec<match_event::Model>> {
    let events = match_event::Entity::find()
        .filter(match_event::Column::Status.is_in(UNDER_WAY))
        .filter(match_event::Column::HostAnswersChasedAt.is_null());
    Ok(events.all(&state.db.read).await?)
}

fn places_letter(event: &match_event::Model) -> Letter<'_> {
    let cause = format!("confirm-places/{}", event.calendar_sequence);
    Letter { event, cause, method: Method::Request, latest: None }
}

async fn unconfirmed(db: &impl ConnectionTrait, event: MatchEventId) -> AppResult<Vec<CompanyId>> {
    let lines = event_company::Entity::find()
        .filter(event_company::Column::EventId.eq(event))
        .filter(event_company::Column::Answer.eq(Attendance::Yes))
        .filter(event_company::Column::PlacesConfirmedAt.is_null())
        .all(db)
        .await?;
    Ok(lines.into_iter().map(|line| line.company_id).collect())
}

/// Whoever says yes late is reminded too, and everybody again when the event has moved; each of them once.
async fn remind_of_places(
    txn: &Txn,
    state: &AppState,
    event: &match_event::Model,
) -> AppResult<()> {
    let companies = unconfirmed(txn, event.id).await?;
    let message = |t, told| ConfirmPlaces { t, told };
    tell_companies(txn, state, &places_letter(event), &companies, message).await
}

fn host_letter(event: &match_event::Model) -> Letter<'_> {
    Letter { event, cause: "host-answers".into(), method: Method::Request, latest: None }
}

/// Companies with places are asked whether they can be host when the presentations are ended, or when the event
/// is over and nobody has pressed; each of them once.
pub async fn ask_hosts(txn: &Txn, state: &AppState, event: &match_event::Model) -> AppResult<()> {
    let companies = companies_with_places(txn, event.id).await?;
    let message = |t, told| HostAnswersWanted { t, told };
    tell_companies(txn, state, &host_letter(event), &companies, message).await
}

async fn remind_of_tomorrow(
    txn: &Txn,
    state: &AppState,
    event: match_event::Model,
) -> AppResult<()> {
    let lines = event_young_person::Entity::find()
        .filter(event_young_person::Column::EventId.eq(event.id))
        .filter(event_young_person::Column::InvitedAt.is_not_null())
        .filter(event_young_person::Column::Answer.ne(Attendance::No))
        .all(txn)
        .await?;
    let people: Vec<_> = lines.into_iter().map(|line| line.young_person_id).collect();
    let cause = format!("tomorrow/{}", event.calendar_sequence);
    let latest = Some(state.clock.today());
    let letter = Letter { event: &event, cause, method: Method::Request, latest };
    tell_people(txn, state, &letter, &people, |t, told| EventTomorrow { t, told }).await?;
    let mut event: match_event::ActiveModel = event.into();
    event.eve_reminded_at = Set(Some(state.clock.now()));
    event.update(txn).await?;
    Ok(())
}

/// A company with places that has not answered for each of their kinds is rung; until it answers, its places
/// stay out of the match.
async fn chase_host_answers(
    txn: &Txn,
    state: &AppState,
    event: match_event::Model,
) -> AppResult<()> {
    let now = state.clock.now();
    let due_on = programme::calendar(txn).await?.next_working_day(state.clock.today());
    for company in silent(txn, event.id).await? {
        let about = About { company: Some(company.id), event: Some(event.id), ..About::default() };
        let new = NewCall {
            kind: CallKind::NoHostAnswer,
            cause: no_answer_cause(event.id, company.id),
            owner: company.consultant_id.unwrap_or(event.created_by),
            due_on,
            about,
            words: String::new(),
        };
        calls::open(txn, now, new).await?;
    }
    let mut event: match_event::ActiveModel = event.into();
    event.host_answers_chased_at = Set(Some(now));
    event.update(txn).await?;
    Ok(())
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

/// Members of these companies whom the letter has not been written to.
async fn untold(
    db: &impl ConnectionTrait,
    letter: &Letter<'_>,
    companies: &[CompanyId],
) -> AppResult<Vec<AccountId>> {
    let mut untold = Vec::new();
    for companies in companies.chunks(store::CHUNK) {
        let members = company_member::Entity::find()
            .filter(company_member::Column::CompanyId.is_in(companies.to_vec()))
            .all(db)
            .await?;
        let found = account::Entity::find()
            .filter(account::Column::Id.is_in(members.iter().map(|member| member.account_id)))
            .all(db)
            .await?;
        let reached: Vec<_> = found.iter().filter(|one| Recipient::of(one).is_some()).collect();
        let causes: Vec<_> = reached.iter().map(|account| letter.cause(account.id)).collect();
        let told = mail::written(db, &causes).await?;
        let is_told = |id: AccountId| told.contains(&letter.cause(id));
        untold.extend(reached.iter().map(|one| one.id).filter(|id| !is_told(*id)));
    }
    Ok(untold)
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
