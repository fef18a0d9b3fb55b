//! Whoever has not ranked gets one kind reminder before ranking closes.

use std::collections::BTreeSet;

use chrono::Duration;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};

use super::mail::RankingReminder;
use super::path;
use crate::domain::{Attendance, EventStatus, MatchEventId, RankingStage, YoungPersonId};
use crate::entities::{call, event_young_person, mail, match_event, ranking};
use crate::features::{calls, programme};
use crate::state::AppState;
use crate::web::AppResult;

/// How many are reminded in one transaction.
const AT_ONCE: usize = 50;
/// The most values one statement may hold on SQLite, with room to spare.
const CHUNK: usize = 500;

pub async fn due(state: &AppState) -> AppResult<()> {
    let now = state.clock.now();
    let hours = programme::number(&state.db.read, "ranking_reminder_hours_before").await?;
    let closing = match_event::Entity::find()
        .filter(match_event::Column::Status.is_in([EventStatus::Live, EventStatus::Ranking]))
        .filter(match_event::Column::RankingClosesAt.gt(now))
        .filter(match_event::Column::RankingClosesAt.lte(now + Duration::hours(hours)))
        .all(&state.db.read)
        .await?;
    for event in closing {
        remind(state, &event).await?;
    }
    Ok(())
}

/// Those who are still to be told are found by reading alone, so that saves wait for nobody while nothing is due;
/// then a few at a time, so that saves come in between. The cause keeps it at one, however often this runs.
async fn remind(state: &AppState, event: &match_event::Model) -> AppResult<()> {
    let mut waiting = waiting(state, event).await?;
    while !waiting.is_empty() {
        let rest = waiting.split_off(waiting.len().min(AT_ONCE));
        let txn = state.write().await?;
        for person in std::mem::replace(&mut waiting, rest) {
            let link = state.link(&path(event.id));
            calls::tell_young_person(&txn, state, person, &cause(event.id, person), |t| {
                RankingReminder { t, until: t.moment(event.ranking_closes_at), link }
            })
            .await?;
        }
        txn.commit().await?;
    }
    Ok(())
}

fn cause(event: MatchEventId, person: YoungPersonId) -> String {
    format!("ranking/{event}/{person}/reminder")
}

/// Invited, not ranked, and not reminded.
async fn waiting(state: &AppState, event: &match_event::Model) -> AppResult<Vec<YoungPersonId>> {
    let db = &state.db.read;
    let ranked = Query::select()
        .column(ranking::Column::YoungPersonId)
        .from(ranking::Entity)
        .and_where(ranking::Column::EventId.eq(event.id))
        .and_where(ranking::Column::Stage.eq(RankingStage::Saved))
        .to_owned();
    let invited: Vec<YoungPersonId> = event_young_person::Entity::find()
        .select_only()
        .column(event_young_person::Column::YoungPersonId)
        .filter(event_young_person::Column::EventId.eq(event.id))
        .filter(event_young_person::Column::InvitedAt.is_not_null())
        .filter(event_young_person::Column::Answer.ne(Attendance::No))
        .filter(event_young_person::Column::YoungPersonId.not_in_subquery(ranked))
        .into_tuple()
        .all(db)
        .await?;
    let mut waiting = Vec::new();
    for people in invited.chunks(CHUNK) {
        let told = told(db, people.iter().map(|person| cause(event.id, *person)).collect()).await?;
        waiting.extend(people.iter().filter(|person| !told.contains(&cause(event.id, **person))));
    }
    Ok(waiting)
}

/// Which of these have led to a message or a call.
async fn told(db: &impl ConnectionTrait, causes: Vec<String>) -> Result<BTreeSet<String>, DbErr> {
    let mailed: Vec<String> = mail::Entity::find()
        .select_only()
        .column(mail::Column::Cause)
        .filter(mail::Column::Cause.is_in(causes.iter().map(String::as_str)))
        .into_tuple()
        .all(db)
        .await?;
    let rung: Vec<String> = call::Entity::find()
        .select_only()
        .column(call::Column::Cause)
        .filter(call::Column::Cause.is_in(causes))
        .into_tuple()
        .all(db)
        .await?;
    Ok(mailed.into_iter().chain(rung).collect())
}
