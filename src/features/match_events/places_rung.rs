//! `/desk/events/{event}/companies/{company}/places`: the places a company confirmed on the phone.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::offer::Offer;
use super::places_form::{self, PlaceLine};
use super::{desk_path, mail};
use crate::domain::{CompanyId, MatchEventId};
use crate::features::companies;
use crate::state::AppState;
use crate::web::{
    AppResult, Fields, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Template)]
#[template(path = "match_events/places_rung.html")]
struct RungPage {
    page: Page,
    t: Words,
    back: String,
    action: String,
    company_page: String,
    when: String,
    places: Vec<PlaceLine>,
    total: String,
    too_many: String,
    may_confirm: bool,
    problems: Problems,
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    t: Words,
    offer: &Offer,
    typed: Option<&Fields>,
    problems: Problems,
) -> AppResult<RungPage> {
    let (db, company) = (&state.db.read, offer.line.company_id);
    let name = companies::name(db, company).await?;
    let back = format!("{}/companies", desk_path(offer.event.id));
    Ok(RungPage {
        page: Page::new(request, t.events_places_rung_title(name)),
        t,
        action: format!("{back}/{company}/places"),
        back,
        company_page: companies::desk_path(company),
        when: mail::when(t, offer.event.starts_at, offer.event.ends_at),
        places: places_form::lines(offer, typed, t),
        total: places_form::total(offer, typed),
        too_many: places_form::too_many(db, offer, t).await?,
        may_confirm: offer.may_confirm(state.clock.now()),
        problems,
    })
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    of: web::Path<(MatchEventId, CompanyId)>,
) -> AppResult<HttpResponse> {
    let offer = Offer::load(&state.db.read, of.1, of.0).await?;
    let problems = Problems::default();
    html(&page(&request, &state, visitor.words(), &offer, None, problems).await?)
}

/// The consultant's name stays with what they wrote down.
pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    of: web::Path<(MatchEventId, CompanyId)>,
    fields: Fields,
) -> AppResult<HttpResponse> {
    let (t, now) = (visitor.words(), state.clock.now());
    let txn = state.write().await?;
    let offer = Offer::load(&txn, of.1, of.0).await?;
    let confirming = match places_form::read(&offer, &fields, now, t) {
        Ok(confirming) => confirming,
        Err(problems) => {
            drop(txn);
            let page = page(&request, &state, t, &offer, Some(&fields), problems);
            return unprocessable(&page.await?);
        }
    };
    places_form::confirm(&txn, now, &offer, &confirming, visitor.id).await?;
    txn.commit().await?;
    let back = format!("{}/companies", desk_path(offer.event.id));
    Ok(see_other(back).notice("events-places-rung-saved"))
}
