//! `/events/{event}/ranking/receipt`: the list as it was saved, when, and until when it can change.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::path;
use super::store::{self, Stored};
use crate::domain::event::ranking_is_open;
use crate::domain::{MatchEventId, RankingStage};
use crate::entities::match_event;
use crate::features::{companies, match_events};
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInYoungPerson, html, see_other};
use crate::words::Words;

#[derive(Template)]
#[template(path = "rankings/receipt.html")]
pub struct ReceiptPage {
    page: Page,
    t: Words,
    saved_at: String,
    until: String,
    may_change: bool,
    classes: Vec<Vec<String>>,
    no_thanks: Vec<String>,
    edit: String,
    back: String,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInYoungPerson,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    let event = match_events::attended_by(&state.db.read, visitor.young_person, *event).await?;
    let saved =
        store::of(&state.db.read, event.id, visitor.young_person, RankingStage::Saved).await?;
    let Some(saved) = saved else { return Ok(see_other(path(event.id)).into()) };
    let (edit, back) = (path(event.id), match_events::path(event.id));
    html(&page(&request, &state, &event, saved, edit, back, visitor.words()).await?)
}

pub async fn page(
    request: &HttpRequest,
    state: &AppState,
    event: &match_event::Model,
    saved: Stored,
    edit: String,
    back: String,
    t: Words,
) -> AppResult<ReceiptPage> {
    let ids: Vec<_> = saved.ranking.rows().map(|(company, ..)| company).collect();
    let names = companies::store::names(&state.db.read, ids).await?;
    let name = |company: &crate::domain::CompanyId| names.get(company).cloned().unwrap_or_default();
    Ok(ReceiptPage {
        page: Page::new(request, t.ranking_receipt_title()),
        t,
        saved_at: t.moment(saved.row.saved_at),
        until: t.moment(event.ranking_closes_at),
        may_change: ranking_is_open(event.status, event.ranking_closes_at, state.clock.now()),
        classes: saved
            .ranking
            .classes()
            .iter()
            .map(|class| class.iter().map(name).collect())
            .collect(),
        no_thanks: saved.ranking.no_thanks().iter().map(name).collect(),
        edit,
        back,
    })
}
