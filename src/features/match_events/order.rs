//! `GET` and `POST /desk/events/{event}/order`: in which order the companies present themselves.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::{ActiveModelTrait, Set};

use super::{desk_path, mail, store};
use crate::domain::{Attendance, CompanyId, MatchEventId};
use crate::entities::{company, event_company};
use crate::features::edits::{self, Press, Subject};
use crate::state::AppState;
use crate::web::{
    AppResult, Fields, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

struct Row {
    id: CompanyId,
    field: String,
    name: String,
    number: String,
}

#[derive(Template)]
#[template(path = "match_events/order.html")]
struct OrderPage {
    page: Page,
    t: Words,
    desk: String,
    when: String,
    rows: Vec<Row>,
    problems: Problems,
}

type Line = (event_company::Model, company::Model);

/// Those who said no present nothing.
fn presenting(lines: Vec<Line>) -> Vec<Line> {
    lines.into_iter().filter(|(line, _)| line.answer != Attendance::No).collect()
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    t: Words,
    event: MatchEventId,
    typed: Option<&Fields>,
    problems: Problems,
) -> AppResult<OrderPage> {
    let event = store::event(&state.db.read, event).await?;
    let lines = presenting(store::companies(&state.db.read, event.id).await?);
    let row = |(place, (_, company)): (usize, Line)| {
        let field = format!("number-{}", company.id);
        let number = typed.and_then(|typed| typed.get(&field)).map(str::to_owned);
        Row {
            id: company.id,
            name: company.name,
            number: number.unwrap_or_else(|| (place + 1).to_string()),
            field,
        }
    };
    Ok(OrderPage {
        page: Page::new(request, t.events_order()),
        t,
        desk: desk_path(event.id),
        when: mail::when(t, event.starts_at, event.ends_at),
        rows: lines.into_iter().enumerate().map(row).collect(),
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

/// The numbers as typed; `move` swaps one company with the one above or below it. Equal numbers keep the
/// order they had.
pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
    fields: Fields,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let txn = state.write().await?;
    let row = store::locked(&txn, *event).await?;
    let lines = presenting(store::companies(&txn, row.id).await?);
    let mut problems = Problems::default();
    let mut numbered = Vec::new();
    for (place, (line, company)) in lines.into_iter().enumerate() {
        let field = format!("number-{}", company.id);
        let typed = fields.get(&field).unwrap_or_default();
        let line = (line, company);
        match typed.parse::<u32>().ok().filter(|number| (1..=999).contains(number)) {
            Some(number) => numbered.push((number, place, line)),
            // Somebody else has just added this company: it keeps its place at the end.
            None if fields.get(&field).is_none() => numbered.push((u32::MAX, place, line)),
            None => problems.add(field, t.problem_number()),
        }
    }
    if !problems.is_empty() {
        drop(txn);
        return unprocessable(&page(&request, &state, t, row.id, Some(&fields), problems).await?);
    }
    let listed = |order: &[(u32, usize, Line)]| {
        order.iter().map(|(.., (_, company))| company.name.clone()).collect::<Vec<_>>()
    };
    let before = listed(&numbered).join(", ");
    numbered.sort_by_key(|(number, place, _)| (*number, *place));
    let mut order: Vec<Line> = numbered.into_iter().map(|(.., line)| line).collect();
    if let Some((company, up)) = moved(&fields) {
        shift(&mut order, company, up);
    }
    let after: Vec<&str> = order.iter().map(|(_, company)| company.name.as_str()).collect();
    let press = Press { by: visitor.id, at: state.clock.now() };
    let about = Subject::Event(row.id);
    edits::note(&txn, about, "events-order", &before, &after.join(", "), press).await?;
    for (position, (line, _)) in (1..).zip(order) {
        let mut line: event_company::ActiveModel = line.into();
        line.position = Set(position);
        line.update(&txn).await?;
    }
    txn.commit().await?;
    Ok(see_other(format!("{}/order", desk_path(row.id))).notice("events-order-saved"))
}

/// `up <company>` or `down <company>`.
fn moved(fields: &Fields) -> Option<(CompanyId, bool)> {
    let (way, company) = fields.get("move")?.split_once(' ')?;
    Some((company.parse().ok()?, way == "up"))
}

fn shift(order: &mut [Line], company: CompanyId, up: bool) {
    let Some(place) = order.iter().position(|(_, other)| other.id == company) else { return };
    let other = if up { place.checked_sub(1) } else { Some(place + 1) };
    if let Some(other) = other.filter(|other| *other < order.len()) {
        order.swap(place, other);
    }
}
