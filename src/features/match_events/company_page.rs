//! `GET /company/events/{event}`: what a company says before the event and after it, in one screen each.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::host_form::{self, HostLine};
use super::offer::Offer;
use super::places_form::{self, PlaceLine};
use super::{company_path, mail, path, places};
use crate::domain::event::may_be_answered;
use crate::domain::{Attendance, EventStatus, MatchEventId};
use crate::entities::match_event;
use crate::state::AppState;
use crate::web::{
    AppResult, Fields, Page, Problems, SignedInCompany, html, see_other, unprocessable,
};
use crate::words::Words;

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
    /// What the law says to as many as are confirmed; empty when it has room for them.
    too_many: String,
    confirmed_on: Option<String>,
    changed_since: bool,
    confirm_by: String,
    /// One question for each kind with places; none before the event.
    hosts: Vec<HostLine>,
    host_by: String,
    may_host: bool,
    problems: Problems,
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

    /// The places are beside the question of the day, and stand as they were confirmed.
    fn places_are_folded(&self) -> bool {
        !self.hosts.is_empty() && self.confirmed_on.is_some() && !self.changed_since
    }

    fn place_is_wrong(&self) -> bool {
        let wrong = |field: &str| !self.problems.of(field).is_empty();
        wrong("total") || self.places.iter().any(|place| wrong(&place.field))
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
    Ok(CompanyPage {
        page: Page::new(request, t.events_company_title()),
        t,
        when: mail::when(t, offer.event.starts_at, offer.event.ends_at),
        exact: t.exact(offer.event.starts_at),
        answer: offer.line.answer,
        may_answer: may_be_answered(offer.event.status, offer.event.ends_at, now).is_ok(),
        may_confirm: offer.may_confirm(now),
        places: places_form::lines(&offer, typed, t),
        too_many: places_form::too_many(&state.db.read, &offer, t).await?,
        total: places_form::total(&offer, typed),
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
    let confirming = match places_form::read(&offer, &fields, now, t) {
        Ok(confirming) => confirming,
        Err(problems) => {
            drop(txn);
            let page = page(&request, &state, &visitor, offer, Some(&fields), problems);
            return unprocessable(&page.await?);
        }
    };
    places_form::confirm(&txn, now, &offer, &confirming, visitor.id).await?;
    txn.commit().await?;
    Ok(see_other(company_path(offer.event.id)).notice("events-places-confirmed"))
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
