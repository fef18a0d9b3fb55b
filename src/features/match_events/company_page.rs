//! `GET /company/events/{event}`: what a company says before the event and after it, in one screen each.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::host_form::{self, HostLine};
use super::offer::Offer;
use super::{company_path, mail, path, places, store};
use crate::domain::event::may_be_answered;
use crate::domain::{Attendance, EventStatus, MatchEventId};
use crate::entities::{match_event, place};
use crate::state::AppState;
use crate::web::{
    AppResult, Fields, Page, Problems, SignedInCompany, html, see_other, unprocessable,
};
use crate::words::Words;

const MOST: i32 = 99;

#[derive(Template)]
#[template(path = "match_events/company.html")]
struct CompanyPage {
    page: Page,
    t: Words,
    event: match_event::Model,
    when: String,
    exact: String,
    answer: Attendance,
    may_answer: bool,
    may_confirm: bool,
    places: Vec<PlaceLine>,
    total: String,
    confirmed_on: Option<String>,
    changed_since: bool,
    confirm_by: String,
    /// One question for each kind with places; none before the event.
    hosts: Vec<HostLine>,
    host_by: String,
    may_host: bool,
    problems: Problems,
}

struct PlaceLine {
    field: String,
    label: String,
    hint: String,
    value: String,
    confirmed: Option<i32>,
}

impl CompanyPage {
    fn is_cancelled(&self) -> bool {
        self.event.status == EventStatus::Cancelled
    }

    fn page_path(&self) -> String {
        company_path(self.event.id)
    }

    fn event_path(&self) -> String {
        path(self.event.id)
    }

    fn says(&self, answer: Attendance) -> bool {
        self.answer == answer
    }
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInCompany,
    offer: Offer,
    typed: Option<&Fields>,
    problems: Problems,
) -> AppResult<CompanyPage> {
    let (t, now) = (visitor.words(), state.clock.now());
    let answers = places::host_answers(&state.db.read, offer.event.id).await?;
    let answers = answers.get(&visitor.company).cloned().unwrap_or_default();
    let total = offer.line.confirmed_total.or(offer.total).map(|total| total.to_string());
    Ok(CompanyPage {
        page: Page::new(request, t.events_company_title()),
        t,
        when: mail::when(t, offer.event.starts_at, offer.event.ends_at),
        exact: t.exact(offer.event.starts_at),
        answer: offer.line.answer,
        may_answer: may_be_answered(offer.event.status, offer.event.ends_at, now).is_ok(),
        may_confirm: offer.may_confirm(now),
        places: offer.places.iter().map(|place| place_line(place, &offer, typed, t)).collect(),
        total: typed
            .and_then(|typed| typed.get("total"))
            .map(str::to_owned)
            .or(total)
            .unwrap_or_default(),
        confirmed_on: offer.line.places_confirmed_at.map(|at| t.moment(at)),
        changed_since: offer.changed_since(),
        confirm_by: t.moment(offer.event.places_confirmed_by),
        hosts: host_form::lines(&offer, &answers, typed, now, t),
        host_by: t.moment(offer.event.host_answers_by),
        may_host: offer.may_host(now),
        problems,
        event: offer.event,
    })
}

fn place_line(place: &place::Model, offer: &Offer, typed: Option<&Fields>, t: Words) -> PlaceLine {
    let field = format!("place-{}", place.id);
    let confirmed = offer.confirmed.get(&place.id).copied();
    let value = typed.and_then(|typed| typed.get(&field)).map(str::to_owned);
    PlaceLine {
        label: t.kind("placement-kind", place.kind.as_str()),
        hint: t
            .events_place_line(t.hours(&place.hours_from, &place.hours_to), place.tasks.as_str()),
        value: value.unwrap_or_else(|| confirmed.unwrap_or(place.number).to_string()),
        confirmed,
        field,
    }
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    let offer = Offer::load(&state.db.read, visitor.company, *event).await?;
    html(&page(&request, &state, &visitor, offer, None, Problems::default()).await?)
}

/// `POST /company/events/{event}/places`: one press confirms what stands there. Confirming is also a yes.
pub async fn confirm(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
    event: web::Path<MatchEventId>,
    fields: Fields,
) -> AppResult<HttpResponse> {
    let (t, now) = (visitor.words(), state.clock.now());
    let txn = state.write().await?;
    let offer = Offer::load(&txn, visitor.company, *event).await?;
    let mut problems = Problems::default();
    if !offer.may_confirm(now) {
        problems.add("", t.events_problem_places_closed());
    }
    let mut numbers = BTreeMap::new();
    for place in &offer.places {
        let field = format!("place-{}", place.id);
        match number(fields.get(&field).unwrap_or_default()) {
            Some(number) => drop(numbers.insert(place.id, number)),
            None => problems.add(field, t.events_problem_number(MOST)),
        }
    }
    let total = fields.get("total").unwrap_or_default();
    if !total.is_empty() && number(total).is_none() {
        problems.add("total", t.events_problem_number(MOST));
    }
    if !problems.is_empty() {
        drop(txn);
        let page = page(&request, &state, &visitor, offer, Some(&fields), problems);
        return unprocessable(&page.await?);
    }
    if offer.line.answer == Attendance::Unanswered {
        let yes = Attendance::Yes;
        super::answers::of_company(&txn, now, offer.event.id, visitor.company, yes, visitor.id)
            .await?;
    }
    let (_, line) = store::invited_company(&txn, visitor.company, offer.event.id).await?;
    places::confirm_places(&txn, now, &line, &numbers, number(total), visitor.id).await?;
    txn.commit().await?;
    Ok(see_other(company_path(offer.event.id)).notice("events-places-confirmed"))
}

fn number(typed: &str) -> Option<i32> {
    typed.parse().ok().filter(|number| (0..=MOST).contains(number))
}

/// `POST /company/events/{event}/host-answers`: per kind, never about a person.
pub async fn host(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
    event: web::Path<MatchEventId>,
    fields: Fields,
) -> AppResult<HttpResponse> {
    let (t, now) = (visitor.words(), state.clock.now());
    let txn = state.write().await?;
    let offer = Offer::load(&txn, visitor.company, *event).await?;
    let mut problems = Problems::default();
    let answers = host_form::read(&offer, &fields, now, &mut problems, t);
    if !problems.is_empty() {
        drop(txn);
        let page = page(&request, &state, &visitor, offer, Some(&fields), problems);
        return unprocessable(&page.await?);
    }
    places::set_host_answers(&txn, now, &offer.line, &answers, visitor.id).await?;
    txn.commit().await?;
    Ok(see_other(company_path(offer.event.id)).notice("events-host-saved"))
}
