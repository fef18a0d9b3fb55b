//! `/dev/clock`: moves the demo's time through the month. Only forward: what has happened has happened.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use serde::Deserialize;

use crate::clock::{instant, local};
use crate::domain::EventStatus;
use crate::entities::{match_event, setting};
use crate::features::{accounts, programme};
use crate::state::AppState;
use crate::web::{Anyone, AppResult, Form, Page, Problems, html, see_other, unprocessable};
use crate::words::Words;

const SETTING: &str = "demo_clock";

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ClockForm {
    /// A whole number of minutes from now, or empty when a moment is given.
    pub minutes: String,
    pub moment: String,
}

struct Stop {
    label: String,
    when: String,
    /// Which event it belongs to.
    event: String,
    moment: String,
}

#[derive(Template)]
#[template(path = "demo/clock.html")]
struct ClockPage {
    page: Page,
    t: Words,
    now: String,
    stops: Vec<Stop>,
    form: ClockForm,
    problems: Problems,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
) -> AppResult<HttpResponse> {
    html(&page(&request, &state, visit.words, ClockForm::default(), Problems::default()).await?)
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    t: Words,
    form: ClockForm,
    problems: Problems,
) -> AppResult<ClockPage> {
    let now = state.clock.now();
    let stops = stops(state, t, now).await?;
    Ok(ClockPage {
        page: Page::new(request, t.demo_clock_title()),
        t,
        now: t.moment(now),
        stops,
        form,
        problems,
    })
}

/// How many moments are offered: enough for the month that is under way.
const STOPS: usize = 8;

/// The next moments at which something happens, of every event that is not over, each with the day it is about.
async fn stops(state: &AppState, t: Words, now: DateTime<Utc>) -> AppResult<Vec<Stop>> {
    let events = match_event::Entity::find()
        .filter(match_event::Column::AnswersBy.gt(now))
        .filter(
            match_event::Column::Status.is_not_in([EventStatus::Cancelled, EventStatus::Closed]),
        )
        .all(&state.db.read)
        .await?;
    let mut moments: Vec<_> = events.iter().flat_map(|event| moments(event, t)).collect();
    moments.retain(|(_, at, _)| *at > now);
    moments.sort_by_key(|(_, at, _)| *at);
    let stop = |(label, at, event): (String, DateTime<Utc>, &match_event::Model)| Stop {
        label,
        when: t.moment(at),
        event: t.demo_clock_of_event(t.day(local(event.starts_at).date())),
        moment: at.to_rfc3339(),
    };
    Ok(moments.into_iter().take(STOPS).map(stop).collect())
}

fn moments(
    event: &match_event::Model,
    t: Words,
) -> impl Iterator<Item = (String, DateTime<Utc>, &match_event::Model)> {
    let moments = [
        (t.demo_clock_confirm(), event.places_confirmed_by),
        (t.demo_clock_evening(), event.starts_at - Duration::hours(18)),
        (t.demo_clock_event(), event.starts_at),
        (t.demo_clock_event_over(), event.ends_at),
        (t.demo_clock_ranking_closed(), event.ranking_closes_at),
        (t.demo_clock_host_answers(), event.host_answers_by),
        (t.demo_clock_answers(), event.answers_by),
    ];
    moments.into_iter().map(move |(label, at)| (label, at, event))
}

/// `POST /dev/clock`.
pub async fn set(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
    form: Form<ClockForm>,
) -> AppResult<HttpResponse> {
    let t = visit.words;
    let now = state.clock.now();
    let Some(to) = wanted(&form, now).filter(|to| *to > now) else {
        let mut problems = Problems::default();
        problems.add("moment", t.demo_clock_only_forward());
        return unprocessable(&page(&request, &state, t, form.0, problems).await?);
    };
    set_to(&state, to).await?;
    Ok(see_other("/dev/clock").notice("demo-clock-moved"))
}

fn wanted(form: &ClockForm, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if let Ok(minutes) = form.minutes.parse::<i64>() {
        return now.checked_add_signed(Duration::try_minutes(minutes)?);
    }
    if let Ok(at) = DateTime::parse_from_rfc3339(&form.moment) {
        return Some(at.with_timezone(&Utc));
    }
    NaiveDateTime::parse_from_str(&form.moment, "%Y-%m-%dT%H:%M").ok().map(instant)
}

/// Says, before anything is told, that the database is a demo's and no programme's.
pub async fn mark(state: &AppState) -> AppResult<()> {
    let txn = state.write().await?;
    programme::set(&txn, SETTING, &state.clock.offset().to_string()).await?;
    txn.commit().await?;
    Ok(())
}

pub async fn is_demo(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    let found = setting::Entity::find().filter(setting::Column::Name.eq(SETTING)).count(db).await?;
    Ok(found > 0)
}

/// The demo begins at `opens`, whatever the machine says.
pub async fn set_to(state: &AppState, opens: DateTime<Utc>) -> AppResult<()> {
    let before = state.clock.now();
    state.clock.set(opens);
    let txn = state.write().await?;
    accounts::session::keep_through(&txn, before, opens).await?;
    programme::set(&txn, SETTING, &state.clock.offset().to_string()).await?;
    txn.commit().await?;
    Ok(())
}

/// Puts the clock back where the demo left it.
pub async fn restore(state: &AppState) -> AppResult<()> {
    if let Ok(offset) = programme::number(&state.db.read, SETTING).await {
        state.clock.set_offset(offset);
    }
    Ok(())
}
