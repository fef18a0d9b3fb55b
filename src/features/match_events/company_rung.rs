//! `/desk/events/{event}/companies/{company}/host-answers`: what a company said on the phone about being host.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::host_form::{self, HostAnswers, HostLine};
use super::offer::Offer;
use super::places;
use super::rung::{self, Rung};
use crate::domain::{CompanyId, MatchEventId};
use crate::features::companies::Theirs;
use crate::state::AppState;
use crate::web::{
    AppError, AppResult, Fields, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Template)]
#[template(path = "match_events/company_rung.html")]
struct RungPage {
    page: Page,
    t: Words,
    rung: Rung,
    hosts: Vec<HostLine>,
    may_host: bool,
    problems: Problems,
    theirs: Vec<Theirs>,
    hosts_seen: String,
}

impl RungPage {
    async fn new(
        request: &HttpRequest,
        state: &AppState,
        t: Words,
        asked: &Asked,
        typed: Option<&Fields>,
    ) -> AppResult<Self> {
        let (Asked { offer, answers }, now) = (asked, state.clock.now());
        let rung = Rung::of(&state.db.read, offer, "host-answers", t).await?;
        Ok(Self {
            page: Page::new(request, t.events_rung_title(rung.name.as_str())),
            t,
            rung,
            hosts: host_form::lines(offer, answers, typed, now, t),
            may_host: offer.may_host(now),
            problems: Problems::default(),
            theirs: Vec::new(),
            hosts_seen: host_form::seen(offer, answers, typed, now, t),
        })
    }
}

/// What there is to ask, and what has been answered.
struct Asked {
    offer: Offer,
    answers: HostAnswers,
}

impl Asked {
    /// Not there before there is something to ask.
    async fn of(
        db: &impl sea_orm::ConnectionTrait,
        state: &AppState,
        offer: Offer,
    ) -> AppResult<Self> {
        if offer.kinds(state.clock.now()).is_empty() {
            return Err(AppError::NotFound);
        }
        let mut answers = places::host_answers(db, offer.event.id).await?;
        let answers = answers.remove(&offer.line.company_id).unwrap_or_default();
        Ok(Self { offer, answers })
    }
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    of: web::Path<(MatchEventId, CompanyId)>,
) -> AppResult<HttpResponse> {
    let (t, db) = (visitor.words(), &state.db.read);
    let asked = Asked::of(db, &state, Offer::load(db, of.1, of.0).await?).await?;
    html(&RungPage::new(&request, &state, t, &asked, None).await?)
}

pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    of: web::Path<(MatchEventId, CompanyId)>,
    fields: Fields,
) -> AppResult<HttpResponse> {
    let (t, now) = (visitor.words(), state.clock.now());
    let txn = state.write().await?;
    let offer = Offer::load_for_change(&txn, of.1, of.0).await?;
    let asked = Asked::of(&txn, &state, offer).await?;
    let mut problems = Problems::default();
    let answers = host_form::read(&asked.offer, &fields, now, &mut problems, t);
    let theirs = host_form::theirs(&asked.offer, &asked.answers, &fields, now, t);
    if !problems.is_empty() || !theirs.is_empty() {
        drop(txn);
        let page = RungPage::new(&request, &state, t, &asked, Some(&fields)).await?;
        if !problems.is_empty() {
            return unprocessable(&RungPage { problems, ..page });
        }
        let hosts_seen = host_form::seen(&asked.offer, &asked.answers, None, now, t);
        return unprocessable(&RungPage { theirs, hosts_seen, ..page });
    }
    places::set_host_answers(&txn, now, &asked.offer.line, &answers, visitor.id).await?;
    txn.commit().await?;
    Ok(see_other(rung::back(&asked.offer)).notice("events-rung-saved"))
}
