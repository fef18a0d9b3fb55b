//! `/company/places`: the places a company offers, and how many it can have in all.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;

use super::card::{self, CardPlace};
use super::ratio::{self, RatioNote};
use super::{headcount, place, store};
use crate::entities::company;
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInCompany, html};
use crate::words::Words;

#[derive(Template)]
#[template(path = "companies/places.html")]
struct PlacesPage {
    page: Page,
    t: Words,
    company: company::Model,
    places: Vec<CardPlace>,
    ratio: Option<RatioNote>,
    new: &'static str,
    headcount: &'static str,
}

impl PlacesPage {
    fn date(&self, day: &NaiveDate) -> String {
        self.t.date(*day)
    }
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
) -> AppResult<HttpResponse> {
    let (db, t) = (&state.db.read, visitor.words());
    let company = store::company(db, visitor.company).await?;
    let places = card::places(db, vec![company.id]).await?.remove(&company.id).unwrap_or_default();
    let ratio = ratio::note(db, &company, state.clock.today(), t).await?;
    html(&PlacesPage {
        page: Page::new(&request, t.places_title()),
        t,
        company,
        places,
        ratio,
        new: place::NEW,
        headcount: headcount::PATH,
    })
}
