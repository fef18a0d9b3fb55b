//! `/desk/events/{event}/companies/{company}/places`: the places a company confirmed on the phone.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::offer::Offer;
use super::places_form::{self, PlaceLine};
use super::rung::{self, Rung};
use crate::domain::{CompanyId, MatchEventId};
use crate::features::companies::{self, Theirs};
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
    rung: Rung,
    company_page: String,
    places: Vec<PlaceLine>,
    total: String,
    too_many: String,
    may_confirm: bool,
    problems: Problems,
    theirs: Vec<Theirs>,
    places_seen: String,
}

impl RungPage {
    async fn new(
        request: &HttpRequest,
        state: &AppState,
        t: Words,
        offer: &Offer,
        typed: Option<&Fields>,
    ) -> AppResult<Self> {
        let db = &state.db.read;
        let rung = Rung::of(db, offer, "places", t).await?;
        Ok(Self {
            page: Page::new(request, t.events_places_rung_title(rung.name.as_str())),
            t,
            rung,
            company_page: companies::desk_path(offer.line.company_id),
            places: places_form::lines(offer, typed, t),
            total: places_form::total(offer, typed),
            too_many: places_form::too_many(db, offer, t).await?,
            may_confirm: offer.may_confirm(state.clock.now()),
            problems: Problems::default(),
            theirs: Vec::new(),
            places_seen: places_form::seen(offer, typed, t),
        })
    }
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    of: web::Path<(MatchEventId, CompanyId)>,
) -> AppResult<HttpResponse> {
    let offer = Offer::load(&state.db.read, of.1, of.0).await?;
    html(&RungPage::new(&request, &state, visitor.words(), &offer, None).await?)
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
    let offer = Offer::load_for_change(&txn, of.1, of.0).await?;
    let confirming = match places_form::read(&offer, &fields, now, t) {
        Ok(confirming) => confirming,
        Err(problems) => {
            drop(txn);
            let page = RungPage::new(&request, &state, t, &offer, Some(&fields)).await?;
            return unprocessable(&RungPage { problems, ..page });
        }
    };
    let theirs = places_form::theirs(&offer, &fields, t);
    if !theirs.is_empty() {
        drop(txn);
        let page = RungPage::new(&request, &state, t, &offer, Some(&fields)).await?;
        let places_seen = places_form::seen(&offer, None, t);
        return unprocessable(&RungPage { theirs, places_seen, ..page });
    }
    places_form::confirm(&txn, now, &offer, &confirming, visitor.id).await?;
    txn.commit().await?;
    Ok(see_other(rung::back(&offer)).notice("events-places-rung-saved"))
}
