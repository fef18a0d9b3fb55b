//! `GET /desk/events`: the events to come, then those that have been.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde::Deserialize;

use omvendt_frontend::parts::Pages;

use super::{desk_path, mail, words};
use crate::domain::EventStatus;
use crate::entities::match_event;
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInConsultant, html};
use crate::words::Words;

const PER_PAGE: u64 = 24;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    pub page: String,
}

pub struct Row {
    pub href: String,
    pub when: String,
    pub exact: String,
    pub venue: String,
    pub look: &'static str,
    pub status: String,
}

impl Row {
    pub fn of(event: &match_event::Model, now: DateTime<Utc>, t: Words) -> Self {
        let (look, status) = words::status(event, now, t);
        Self {
            href: desk_path(event.id),
            when: mail::when_seen_from(now, t, event.starts_at, event.ends_at),
            exact: t.exact(event.starts_at),
            venue: event.venue.clone(),
            look,
            status,
        }
    }
}

#[derive(Template)]
#[template(path = "match_events/list.html")]
struct ListPage {
    page: Page,
    t: Words,
    running: Vec<Row>,
    coming: Vec<Row>,
    past: Vec<Row>,
    pages: Pages,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    which: web::Query<Which>,
) -> AppResult<HttpResponse> {
    let (t, now, db) = (visitor.words(), state.clock.now(), &state.db.read);
    let over = [EventStatus::Closed, EventStatus::Cancelled];
    let ahead = match_event::Entity::find()
        .filter(match_event::Column::Status.is_not_in(over))
        .order_by_asc(match_event::Column::StartsAt)
        .all(db)
        .await?;
    let (coming, running): (Vec<_>, Vec<_>) =
        ahead.into_iter().partition(|event| event.starts_at > now);
    let past = match_event::Entity::find()
        .filter(match_event::Column::Status.is_in(over))
        .order_by_desc(match_event::Column::StartsAt)
        .paginate(db, PER_PAGE);
    let last = past.num_pages().await?.max(1);
    let current = which.page.parse().unwrap_or(1).clamp(1, last);
    let past = past.fetch_page(current - 1).await?;
    let rows = |events: Vec<match_event::Model>| {
        events.iter().map(|event| Row::of(event, now, t)).collect()
    };
    html(&ListPage {
        page: Page::new(&request, t.events_list_title()),
        t,
        running: rows(running),
        coming: rows(coming),
        past: rows(past),
        pages: pages(current, last, "/desk/events?page="),
    })
}

pub fn pages(current: u64, last: u64, address: &str) -> Pages {
    let number = |page| u32::try_from(page).unwrap_or(u32::MAX);
    Pages { current: number(current), last: number(last), address: address.to_owned() }
}
