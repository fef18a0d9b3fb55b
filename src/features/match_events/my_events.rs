//! `GET /me/events`: the events a young person is invited to.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{mail, path};
use crate::domain::{Attendance, EventStatus};
use crate::entities::{event_young_person, match_event};
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInYoungPerson, html};
use crate::words::Words;

struct Row {
    href: String,
    when: String,
    exact: String,
    venue: String,
    look: &'static str,
    status: String,
}

#[derive(Template)]
#[template(path = "match_events/my_events.html")]
struct MyEventsPage {
    page: Page,
    t: Words,
    coming: Vec<Row>,
    past: Vec<Row>,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInYoungPerson,
) -> AppResult<HttpResponse> {
    let (t, now, db) = (visitor.words(), state.clock.now(), &state.db.read);
    let lines = event_young_person::Entity::find()
        .filter(event_young_person::Column::YoungPersonId.eq(visitor.young_person))
        .filter(event_young_person::Column::InvitedAt.is_not_null())
        .all(db)
        .await?;
    let events = match_event::Entity::find()
        .filter(match_event::Column::Id.is_in(lines.iter().map(|line| line.event_id)))
        .order_by_asc(match_event::Column::StartsAt)
        .all(db)
        .await?;
    let row = |event: &match_event::Model| {
        let line = lines.iter().find(|line| line.event_id == event.id)?;
        let cancelled = event.status == EventStatus::Cancelled;
        Some(Row {
            href: path(event.id),
            when: mail::when(t, event.starts_at, event.ends_at),
            exact: t.exact(event.starts_at),
            venue: event.venue.clone(),
            look: if cancelled { "quiet" } else { "waiting" },
            status: if cancelled {
                t.kind("event-status", event.status.as_str())
            } else {
                match line.answer {
                    Attendance::Yes if event.ends_at < now => t.events_you_said_yes(),
                    Attendance::No if event.ends_at < now => t.events_you_said_no(),
                    answer => t.say(&format!("events-you-{answer}")),
                }
            },
        })
    };
    let is_past =
        |event: &&match_event::Model| event.ends_at < now || event.status == EventStatus::Cancelled;
    let (past, coming): (Vec<_>, Vec<_>) = events.iter().partition(is_past);
    html(&MyEventsPage {
        page: Page::new(&request, t.events_my_title()),
        t,
        coming: coming.into_iter().filter_map(row).collect(),
        past: past.into_iter().rev().filter_map(row).collect(),
    })
}
