//! `GET /`: what this is in three lines, the next event, and three doors.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::domain::EventStatus;
use crate::entities::match_event;
use crate::features::accounts::home;
use crate::state::AppState;
use crate::web::{Anyone, AppResult, Page, html, see_other};
use crate::words::Words;

#[derive(Template)]
#[template(path = "public_pages/front.html")]
struct FrontPage {
    page: Page,
    t: Words,
    next_event: Option<NextEvent>,
}

struct NextEvent {
    exact: String,
    sentence: String,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
) -> AppResult<HttpResponse> {
    if let Some(visitor) = visit.visitor {
        return Ok(see_other(home(visitor.role)).into());
    }
    let t = visit.words;
    let next = next_event(&state.db.read, state.clock.now()).await?;
    html(&FrontPage {
        page: Page::new(&request, t.public_front_title()),
        t,
        next_event: next.map(|at| NextEvent {
            exact: t.exact(at),
            sentence: t.public_front_next_event(t.moment(at)),
        }),
    })
}

/// When people meet next. Where is told to those who are invited.
async fn next_event(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, DbErr> {
    let found = match_event::Entity::find()
        .filter(match_event::Column::StartsAt.gt(now))
        .filter(match_event::Column::Status.ne(EventStatus::Cancelled))
        .order_by_asc(match_event::Column::StartsAt)
        .one(db)
        .await?;
    Ok(found.map(|event| event.starts_at))
}
