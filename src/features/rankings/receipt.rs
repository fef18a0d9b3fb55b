//! `/events/{event}/ranking/receipt`: the list as it was saved, when, and until when it can change.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::EntityTrait;

use super::edit::{Desk, own};
use super::shut::classes;
use super::store::{self, Stored};
use crate::domain::event::ranking_is_open;
use crate::domain::{MatchEventId, RankingStage};
use crate::entities::{account, match_event};
use crate::features::{companies, match_events, young_people};
use crate::state::AppState;
use crate::web::{AppError, AppResult, Page, SignedInYoungPerson, html, see_other};
use crate::words::Words;

#[derive(Template)]
#[template(path = "rankings/receipt.html")]
pub struct ReceiptPage {
    page: Page,
    t: Words,
    /// Whose list it is, when a consultant holds the screen.
    whose: Option<String>,
    saved_at: String,
    until: String,
    may_change: bool,
    by_mail: bool,
    classes: Vec<Vec<String>>,
    no_thanks: Vec<String>,
    edit: String,
    back: String,
    /// Under which name a browser without a network keeps the list.
    kept: String,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInYoungPerson,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    let event = match_events::attended_by(&state.db.read, visitor.young_person, *event).await?;
    let desk = own(&visitor, event.id);
    let saved =
        store::of(&state.db.read, event.id, visitor.young_person, RankingStage::Saved).await?;
    let Some(saved) = saved else { return Ok(see_other(desk.action).into()) };
    html(&page(&request, &state, &desk, &event, saved, visitor.words()).await?)
}

pub async fn page(
    request: &HttpRequest,
    state: &AppState,
    desk: &Desk,
    event: &match_event::Model,
    saved: Stored,
    t: Words,
) -> AppResult<ReceiptPage> {
    let db = &state.db.read;
    let names = companies::store::names(db, saved.ranking.no_thanks().to_vec()).await?;
    let named = saved.ranking.no_thanks().iter().filter_map(|company| names.get(company).cloned());
    let title = match desk.pen.together {
        true => t.ranking_receipt_together_title(),
        false => t.ranking_receipt_title(),
    };
    let person = young_people::store::person(db, desk.pen.young_person).await?;
    let account = account::Entity::find_by_id(person.account_id).one(db).await?;
    Ok(ReceiptPage {
        page: Page::new(request, title),
        t,
        whose: desk.whose.clone(),
        saved_at: t.moment(saved.row.saved_at),
        until: t.moment(event.ranking_closes_at),
        may_change: ranking_is_open(event.status, event.ranking_closes_at, state.clock.now()),
        by_mail: account.ok_or(AppError::NotFound)?.email.is_some(),
        classes: classes(state, &saved).await?,
        no_thanks: named.collect(),
        edit: desk.action.clone(),
        back: desk.back.clone(),
        kept: desk.kept(),
    })
}
