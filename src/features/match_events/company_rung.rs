//! `/desk/events/{event}/companies/{company}/host-answers`: what a company said on the phone about being host.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::host_form::{self, HostLine};
use super::offer::Offer;
use super::{desk_path, mail, places};
use crate::domain::{CompanyId, MatchEventId};
use crate::features::companies;
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
    back: String,
    action: String,
    when: String,
    hosts: Vec<HostLine>,
    may_host: bool,
    problems: Problems,
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    t: Words,
    company: CompanyId,
    offer: &Offer,
    typed: Option<&Fields>,
    problems: Problems,
) -> AppResult<RungPage> {
    let (db, now) = (&state.db.read, state.clock.now());
    let answers = places::host_answers(db, offer.event.id).await?;
    let answers = answers.get(&company).cloned().unwrap_or_default();
    let name = companies::name(db, company).await?;
    let back = format!("{}/companies", desk_path(offer.event.id));
    Ok(RungPage {
        page: Page::new(request, t.events_rung_title(name)),
        t,
        action: format!("{back}/{company}/host-answers"),
        back,
        when: mail::when(t, offer.event.starts_at, offer.event.ends_at),
        hosts: host_form::lines(offer, &answers, typed, now, t),
        may_host: offer.may_host(now),
        problems,
    })
}

/// Not there before there is something to ask.
async fn asked(
    db: &impl sea_orm::ConnectionTrait,
    state: &AppState,
    (event, company): (MatchEventId, CompanyId),
) -> AppResult<Offer> {
    let offer = Offer::load(db, company, event).await?;
    if offer.kinds(state.clock.now()).is_empty() { Err(AppError::NotFound) } else { Ok(offer) }
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    of: web::Path<(MatchEventId, CompanyId)>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let offer = asked(&state.db.read, &state, *of).await?;
    html(&page(&request, &state, t, of.1, &offer, None, Problems::default()).await?)
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
    let offer = asked(&txn, &state, *of).await?;
    let mut problems = Problems::default();
    let answers = host_form::read(&offer, &fields, now, &mut problems, t);
    if !problems.is_empty() {
        drop(txn);
        let page = page(&request, &state, t, of.1, &offer, Some(&fields), problems);
        return unprocessable(&page.await?);
    }
    places::set_host_answers(&txn, now, &offer.line, &answers, visitor.id).await?;
    txn.commit().await?;
    let back = format!("{}/companies", desk_path(offer.event.id));
    Ok(see_other(back).notice("events-rung-saved"))
}
