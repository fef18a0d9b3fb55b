//! Whoever has not ranked gets one kind reminder before ranking closes.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::mail::RankingReminder;
use super::path;
use super::store::{self, CHUNK};
use crate::clock::local;
use crate::domain::event::{UNDER_WAY, ranking_is_open};
use crate::domain::{Attendance, MatchEventId, YoungPersonId};
use crate::entities::{account, call, event_young_person, match_event, ranking, young_person};
use crate::features::match_events::{self, waiting::own_drafts};
use crate::features::{calls, programme};
use crate::mail;
use crate::state::AppState;
use crate::web::AppResult;

/// How many are reminded in one transaction.
const AT_ONCE: usize = 50;

pub async fn due(state: &AppState) -> AppResult<()> {
    let now = state.clock.now();
    let hours = programme::number(&state.db.read, "ranking_reminder_hours_before").await?;
    let within = Duration::hours(hours);
    let open = match_event::Entity::find()
        .filter(match_event::Column::Status.is_in(UNDER_WAY))
        .filter(match_event::Column::StartsAt.lte(now))
        .filter(match_event::Column::RankingClosesAt.gt(now))
        .all(&state.db.read)
        .await?;
    for event in open.iter().filter(|event| is_closing(event, within, now)) {
        remind(state, event.id, within).await?;
    }
    Ok(())
}

fn is_closing(event: &match_event::Model, within: Duration, now: DateTime<Utc>) -> bool {
    ranking_is_open(event.status, event.ranking_closes_at, now)
        && event.starts_at <= now
        && event.ranking_closes_at <= now + within
}

/// Looks before it writes, and then writes to a few at a time: this runs every few seconds on the night when
/// everybody saves. Whoever has saved meanwhile is let be, and so is everybody when the event has moved.
async fn remind(state: &AppState, event: MatchEventId, within: Duration) -> AppResult<()> {
    let invited = invited(&state.db.read, event).await?;
    let silent_so_far = silent(&state.db.read, event, &invited).await?;
    for people in silent_so_far.chunks(AT_ONCE) {
        let txn = state.write().await?;
        let event = match_events::store::shared(&txn, event).await?;
        if !is_closing(&event, within, state.clock.now()) {
            return Ok(());
        }
        let drafts = drafted(&txn, event.id, people).await?;
        for person in silent(&txn, event.id, people).await? {
            let link = state.link(&path(event.id));
            let (until, has_draft) = (event.ranking_closes_at, drafts.contains(&person));
            let (cause, latest) = (cause(event.id, person), Some(last_day(until)));
            calls::tell_young_person_by(&txn, state, person, &cause, latest, |t| RankingReminder {
                t,
                until: t.moment(until),
                has_draft,
                link,
            })
            .await?;
        }
        txn.commit().await?;
    }
    Ok(())
}

/// The day on which a list can still be made: one that closes at midnight closes with the day before.
fn last_day(closes_at: DateTime<Utc>) -> NaiveDate {
    local(closes_at - Duration::minutes(1)).date()
}

/// The cause keeps it at one, however often this runs.
pub fn cause(event: MatchEventId, person: YoungPersonId) -> String {
    format!("ranking/{event}/{person}/reminder")
}

/// Who is coming or has not said no.
async fn invited(db: &impl ConnectionTrait, event: MatchEventId) -> AppResult<Vec<YoungPersonId>> {
    Ok(event_young_person::Entity::find()
        .select_only()
        .column(event_young_person::Column::YoungPersonId)
        .filter(event_young_person::Column::EventId.eq(event))
        .filter(event_young_person::Column::InvitedAt.is_not_null())
        .filter(event_young_person::Column::Answer.ne(Attendance::No))
        .into_tuple()
        .all(db)
        .await?)
}

async fn drafted(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    people: &[YoungPersonId],
) -> AppResult<BTreeSet<YoungPersonId>> {
    let drafts = own_drafts(event)
        .select_only()
        .column(ranking::Column::YoungPersonId)
        .filter(ranking::Column::YoungPersonId.is_in(people.iter().copied()));
    let people: Vec<YoungPersonId> = drafts.into_tuple().all(db).await?;
    Ok(people.into_iter().collect())
}

/// Who of them may be in the match, has no saved list, and has not been reminded of it.
async fn silent(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    invited: &[YoungPersonId],
) -> AppResult<Vec<YoungPersonId>> {
    let ranked = store::ranked(db, event, invited).await?;
    let invited: Vec<_> =
        invited.iter().copied().filter(|person| !ranked.contains(person)).collect();
    let reminded = reminded(db, event, &invited).await?;
    let asked: Vec<_> =
        invited.into_iter().filter(|&person| !reminded.contains(&cause(event, person))).collect();
    let placed = store::placed(db, asked.iter().copied()).await?;
    let here = here(db, &asked).await?;
    Ok(asked
        .into_iter()
        .filter(|person| here.contains(person) && !placed.contains(person))
        .collect())
}

async fn reminded(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    people: &[YoungPersonId],
) -> AppResult<BTreeSet<String>> {
    let causes: Vec<String> = people.iter().map(|&person| cause(event, person)).collect();
    let mut found: BTreeSet<String> = mail::written(db, &causes).await?.into_iter().collect();
    for causes in causes.chunks(CHUNK) {
        let calls = call::Entity::find().select_only().column(call::Column::Cause);
        let calls = calls.filter(call::Column::Cause.is_in(causes.iter().map(String::as_str)));
        found.extend(calls.into_tuple::<String>().all(db).await?);
    }
    Ok(found)
}

/// Those who are still with the programme and can be told something.
async fn here(
    db: &impl ConnectionTrait,
    people: &[YoungPersonId],
) -> AppResult<BTreeSet<YoungPersonId>> {
    let mut here = BTreeSet::new();
    for people in people.chunks(CHUNK) {
        let people = young_person::Entity::find()
            .filter(young_person::Column::Id.is_in(people.to_vec()))
            .filter(young_person::Column::LeftAt.is_null())
            .all(db)
            .await?;
        let accounts = account::Entity::find()
            .filter(account::Column::Id.is_in(people.iter().map(|person| person.account_id)))
            .filter(account::Column::DisabledAt.is_null())
            .all(db)
            .await?;
        let open: BTreeSet<_> = accounts.into_iter().map(|account| account.id).collect();
        let people = people.into_iter().filter(|person| open.contains(&person.account_id));
        here.extend(people.map(|person| person.id));
    }
    Ok(here)
}
