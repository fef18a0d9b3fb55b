//! `GET` and `POST /desk/events/{event}/run-sheet`: what happens on the day, in which order, and for how long.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::ConnectionTrait;

use omvendt_frontend::parts::Choice;

use super::day::{self, Changed, Day, Line};
use super::run_sheet_form::{self as form, Press};
use super::view::{self, StepView};
use super::{desk_path, live, plan, run_sheet_path, words};
use crate::domain::event_day::{fit_from, skipped_rounds};
use crate::domain::{MatchEventId, StepKind};
use crate::features::match_events;
use crate::state::AppState;
use crate::web::{
    AppResult, Fields, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

struct Row {
    step: StepView,
    field: String,
    minutes: String,
    /// Begun steps stand as they were.
    is_open: bool,
}

#[derive(Template)]
#[template(path = "event_days/run_sheet.html")]
struct RunSheetPage {
    page: Page,
    t: Words,
    day: String,
    here: String,
    when: String,
    rows: Vec<Row>,
    fit: String,
    fits: bool,
    kinds: Vec<Choice>,
    new_minutes: String,
    /// Which earlier day can be copied.
    earlier: Option<String>,
    has_begun: bool,
    /// What was shown: the sheet, and how far the day had come in it.
    seen: String,
    problems: Problems,
}

impl RunSheetPage {
    fn is_first_open(&self, row: &Row) -> bool {
        self.rows.iter().find(|row| row.is_open).is_some_and(|first| first.field == row.field)
    }
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    t: Words,
    event: MatchEventId,
    typed: Option<&Fields>,
    problems: Problems,
) -> AppResult<RunSheetPage> {
    let db = &state.db.read;
    let day = day::load(db, match_events::store::event(db, event).await?).await?;
    let open = day.first_open();
    let row = |(place, step): (usize, StepView)| {
        let field = form::field(step.id);
        let written = typed.and_then(|typed| typed.get(&field)).map(str::to_owned);
        Row {
            minutes: written.unwrap_or_else(|| step.minutes.to_string()),
            field,
            step,
            is_open: place >= open,
        }
    };
    let hours = (day.event.starts_at, day.event.ends_at);
    let fits = fit_from(&day.steps(), &day.clock(), hours, state.clock.now());
    let chosen = typed.and_then(|typed| typed.get("new-kind")).unwrap_or(StepKind::Round.as_str());
    let kind = |kind: &StepKind| {
        let label = t.kind("step-kind", kind.as_str());
        Choice::new(kind.as_str(), label, kind.as_str() == chosen)
    };
    let new_minutes = typed.and_then(|typed| typed.get("new-minutes")).unwrap_or_default();
    Ok(RunSheetPage {
        page: Page::new(request, t.day_run_sheet()),
        t,
        day: desk_path(event),
        here: run_sheet_path(event),
        when: match_events::mail::when(t, day.event.starts_at, day.event.ends_at),
        rows: view::steps(&day, t).into_iter().enumerate().map(row).collect(),
        fit: words::fit(fits, t),
        fits: !matches!(fits, crate::domain::event_day::Fit::Over(_)),
        kinds: StepKind::ALL.iter().map(kind).collect(),
        new_minutes: new_minutes.to_owned(),
        earlier: day::earlier(db, &day.event).await?.map(|event| t.moment(event.starts_at)),
        has_begun: day.has_begun(),
        seen: mark(&day),
        problems,
    })
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    html(&page(&request, &state, visitor.words(), *event, None, Problems::default()).await?)
}

pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
    fields: Fields,
) -> AppResult<HttpResponse> {
    let (t, now) = (visitor.words(), state.clock.now());
    let txn = state.write().await?;
    let day = day::locked(&txn, *event).await?;
    if fields.get("seen").is_some_and(|seen| seen != mark(&day)) {
        drop(txn);
        let problems = meanwhile(&day, &fields, t);
        return unprocessable(&page(&request, &state, t, *event, Some(&fields), problems).await?);
    }
    let lines = match lines(&txn, &day, &fields, t).await? {
        Ok(lines) => lines,
        Err(problems) => {
            drop(txn);
            let page = page(&request, &state, t, *event, Some(&fields), problems);
            return unprocessable(&page.await?);
        }
    };
    day::set_run_sheet(&txn, &day, &lines).await?;
    let changed = Changed { layout: true, planned: None };
    day::save(&txn, &day, &day.clock(), changed, now).await?;
    if rounds(&day::locked(&txn, *event).await?) != rounds(&day) {
        // What cannot be planned now is planned with the next change.
        plan::replan(&txn, &state, *event).await?.ok();
    }
    txn.commit().await?;
    live::told(&state, *event).await;
    Ok(see_other(run_sheet_path(*event)).notice("day-run-sheet-saved"))
}

/// Which rounds there are, and which of them are held.
fn rounds(day: &Day) -> (u32, Vec<u32>) {
    (day.rounds(), skipped_rounds(&day.steps()).collect())
}

fn mark(day: &Day) -> String {
    format!("{}.{}", day.row.plan_version, day.first_open())
}

/// Somebody else has written meanwhile: beside each number that differs stands theirs.
fn meanwhile(day: &Day, fields: &Fields, t: Words) -> Problems {
    let mut problems = Problems::default();
    problems.add("", t.day_run_sheet_meanwhile());
    for row in day.rows.iter().skip(day.first_open()) {
        let field = form::field(row.id);
        if fields.get(&field).is_some_and(|typed| typed != row.minutes.to_string()) {
            problems.add(field, t.day_minutes_now(row.minutes));
        }
    }
    problems
}

async fn lines(
    db: &impl ConnectionTrait,
    day: &Day,
    fields: &Fields,
    t: Words,
) -> AppResult<Result<Vec<Line>, Problems>> {
    let press = Press::of(fields);
    match press {
        Press::Usual if !day.has_begun() => {
            let companies = match_events::store::presenting(db, day.event.id).await?.len();
            return Ok(Ok(form::usual(day, companies)));
        }
        Press::CopyEarlier if !day.has_begun() => {
            if let Some(earlier) = day::earlier(db, &day.event).await? {
                return Ok(Ok(form::copied(&day::load(db, earlier).await?)));
            }
        }
        _ => {}
    }
    let mut lines = match form::typed(day, fields, t) {
        Ok(lines) => lines,
        Err(problems) => return Ok(Err(problems)),
    };
    let applied = form::apply(press, &mut lines, day.first_open(), fields, t);
    Ok(applied.map(|()| lines))
}
