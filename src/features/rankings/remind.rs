//! Whoever has not ranked gets one kind reminder before ranking closes.

use std::collections::BTreeSet;

use chrono::Duration;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::mail::RankingReminder;
use super::path;
use super::store::{self, CHUNK};
use crate::domain::{Attendance, EventStatus, MatchEventId, YoungPersonId};
use crate::entities::{account, call, event_young_person, mail, match_event, young_person};
use crate::features::{calls, programme};
use crate::state::AppState;
use crate::web::AppResult;

/// How many are reminded in one transaction.
const AT_ONCE: usize = 50;

pub async fn due(state: &AppState) -> AppResult<()> {
    let now = state.clock.now();
    let hours = programme::number(&state.db.read, "ranking_reminder_hours_before").await?;
    let held = [EventStatus::Open, EventStatus::Live, EventStatus::Ranking];
    let closing = match_event::Entity::find()
        .filter(match_event::Column::Status.is_in(held))
        .filter(match_event::Column::StartsAt.lte(now))
        .filter(match_event::Column::RankingClosesAt.gt(now))
        .filter(match_event::Column::RankingClosesAt.lte(now + Duration::hours(hours)))
        .all(&state.db.read)
        .await?;
    for event in closing {
        remind(state, &event).await?;
    }
    Ok(())
}

/// Looks before it writes, and then writes to a few at a time: this runs every few seconds on the night when
/// everybody saves.
async fn remind(state: &AppState, event: &match_event::Model) -> AppResult<()> {
    let silent = silent(&state.db.read, event.id).await?;
    if silent.is_empty() {
        return Ok(());
    }
    let drafts = store::unsaved(&state.db.read, event.id).await?;
    let drafts: BTreeSet<_> = drafts.iter().map(|draft| draft.young_person_id).collect();
    for people in silent.chunks(AT_ONCE) {
        let txn = state.write().await?;
        for &person in people {
            let link = state.link(&path(event.id));
            let (until, has_draft) = (event.ranking_closes_at, drafts.contains(&person));
            calls::tell_young_person(&txn, state, person, &cause(event.id, person), |t| {
                RankingReminder { t, until: t.moment(until), has_draft, link }
            })
            .await?;
        }
        txn.commit().await?;
    }
    Ok(())
}

/// The cause keeps it at one, however often this runs.
pub fn cause(event: MatchEventId, person: YoungPersonId) -> String {
    format!("ranking/{event}/{person}/reminder")
}

/// Who is coming or has not said no, may be in the match, has no saved list, and has not been reminded of it.
async fn silent(db: &impl ConnectionTrait, event: MatchEventId) -> AppResult<Vec<YoungPersonId>> {
    let invited: Vec<YoungPersonId> = event_young_person::Entity::find()
        .select_only()
        .column(event_young_person::Column::YoungPersonId)
        .filter(event_young_person::Column::EventId.eq(event))
        .filter(event_young_person::Column::InvitedAt.is_not_null())
        .filter(event_young_person::Column::Answer.ne(Attendance::No))
        .into_tuple()
        .all(db)
        .await?;
    let ranked = store::ranked(db, event).await?;
    let invited: Vec<_> = invited.into_iter().filter(|person| !ranked.contains(person)).collect();
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
    let mut found = BTreeSet::new();
    for people in people.chunks(CHUNK) {
        let causes = || people.iter().map(|&person| cause(event, person));
        let mails = mail::Entity::find().select_only().column(mail::Column::Cause);
        let mails = mails.filter(mail::Column::Cause.is_in(causes())).into_tuple::<String>();
        found.extend(mails.all(db).await?);
        let calls = call::Entity::find().select_only().column(call::Column::Cause);
        let calls = calls.filter(call::Column::Cause.is_in(causes())).into_tuple::<String>();
        found.extend(calls.all(db).await?);
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
