//! `GET /company/events/{event}`: what a company says before the event and after it, in one screen each.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::ConnectionTrait;

use super::host_form::{self, HostAnswers, HostLine};
use super::offer::Offer;
use super::places_form::{self, PlaceLine};
use super::{company_path, mail, path, places};
use crate::domain::event::may_be_answered;
use crate::domain::{Attendance, EventStatus, MatchEventId};
use crate::entities::match_event;
use crate::features::companies::Theirs;
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
    /// What a consultant wrote down meanwhile, on the phone with a colleague.
    theirs: Vec<Theirs>,
    places_seen: String,
    hosts_seen: String,
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
        !self.theirs.is_empty()
            || wrong("total")
            || self.places.iter().any(|place| wrong(&place.field))
    }

    fn says(&self, answer: Attendance) -> bool {
        self.answer == answer
    }
}

impl CompanyPage {
    async fn new(
        request: &HttpRequest,
        state: &AppState,
        visitor: &SignedInCompany,
        offer: Offer,
        typed: Option<&Fields>,
    ) -> AppResult<Self> {
        let (db, t, now) = (&state.db.read, visitor.words(), state.clock.now());
        let answers = host_answers(db, &offer).await?;
        Ok(Self {
            page: Page::new(request, t.events_company_title()),
            t,
            when: mail::when(t, offer.event.starts_at, offer.event.ends_at),
            exact: t.exact(offer.event.starts_at),
            answer: offer.line.answer,
            may_answer: may_be_answered(offer.event.status, offer.event.ends_at, now).is_ok(),
            may_confirm: offer.may_confirm(now),
            places: places_form::lines(&offer, typed, t),
            too_many: places_form::too_many(db, &offer, t).await?,
            total: places_form::total(&offer, typed),
            confirmed_on: offer.line.places_confirmed_at.map(|at| t.moment(at)),
            changed_since: offer.changed_since(),
            confirm_by: t.moment(offer.event.places_confirmed_by),
            hosts: host_form::lines(&offer, &answers, typed, now, t),
            host_by: t.moment(offer.event.host_answers_by),
            may_host: offer.may_host(now),
            problems: Problems::default(),
            theirs: Vec::new(),
            places_seen: places_form::seen(&offer, typed, t),
            hosts_seen: host_form::seen(&offer, &answers, typed, now, t),
            event: offer.event,
        })
    }
}

async fn host_answers(db: &impl ConnectionTrait, offer: &Offer) -> AppResult<HostAnswers> {
    let mut answers = places::host_answers(db, offer.event.id).await?;
    Ok(answers.remove(&offer.line.company_id).unwrap_or_default())
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    let offer = Offer::load(&state.db.read, visitor.company, *event).await?;
    html(&CompanyPage::new(&request, &state, &visitor, offer, None).await?)
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
    let offer = Offer::load_for_change(&txn, visitor.company, *event).await?;
    let confirming = match places_form::read(&offer, &fields, now, t) {
        Ok(confirming) => confirming,
        Err(problems) => {
            drop(txn);
            let page = CompanyPage::new(&request, &state, &visitor, offer, Some(&fields)).await?;
            return unprocessable(&CompanyPage { problems, ..page });
        }
    };
    let theirs = places_form::theirs(&offer, &fields, t);
    if !theirs.is_empty() {
        drop(txn);
        let places_seen = places_form::seen(&offer, None, t);
        let page = CompanyPage::new(&request, &state, &visitor, offer, Some(&fields)).await?;
        return unprocessable(&CompanyPage { theirs, places_seen, ..page });
    }
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
    let offer = Offer::load_for_change(&txn, visitor.company, *event).await?;
    let mut problems = Problems::default();
    let answers = host_form::read(&offer, &fields, now, &mut problems, t);
    if !problems.is_empty() {
        drop(txn);
        let page = CompanyPage::new(&request, &state, &visitor, offer, Some(&fields)).await?;
        return unprocessable(&CompanyPage { problems, ..page });
    }
    let before = host_answers(&txn, &offer).await?;
    let theirs = host_form::theirs(&offer, &before, &fields, now, t);
    if !theirs.is_empty() {
        drop(txn);
        let hosts_seen = host_form::seen(&offer, &before, None, now, t);
        let page = CompanyPage::new(&request, &state, &visitor, offer, Some(&fields)).await?;
        return unprocessable(&CompanyPage { theirs, hosts_seen, ..page });
    }
    places::set_host_answers(&txn, now, &offer.line, &answers, visitor.id).await?;
    txn.commit().await?;
    Ok(see_other(company_path(offer.event.id)).notice("events-host-saved"))
}
