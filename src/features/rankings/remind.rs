//! Whoever has not ranked gets one kind reminder before ranking closes.

use std::collections::BTreeSet;

use chrono::Duration;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::mail::RankingReminder;
use super::{path, store};
use crate::domain::{Attendance, EventStatus};
use crate::entities::{event_young_person, match_event};
use crate::features::{calls, programme};
use crate::state::AppState;
use crate::web::AppResult;

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

/// The cause keeps it at one, however often this runs.
async fn remind(state: &AppState, event: &match_event::Model) -> AppResult<()> {
    let txn = state.write().await?;
    let ranked: BTreeSet<_> =
        store::saved(&txn, event.id).await?.into_iter().map(|(person, _)| person).collect();
    let invited = event_young_person::Entity::find()
        .filter(event_young_person::Column::EventId.eq(event.id))
        .filter(event_young_person::Column::InvitedAt.is_not_null())
        .filter(event_young_person::Column::Answer.ne(Attendance::No))
        .all(&txn)
        .await?;
    for person in
        invited.iter().map(|row| row.young_person_id).filter(|person| !ranked.contains(person))
    {
        let cause = format!("ranking/{}/{person}/reminder", event.id);
        let link = state.link(&path(event.id));
        calls::tell_young_person(&txn, state, person, &cause, |t| RankingReminder {
            t,
            until: t.moment(event.ranking_closes_at),
            link,
        })
        .await?;
    }
    txn.commit().await?;
    Ok(())
}
