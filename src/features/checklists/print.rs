//! `GET /placements/{placement}/checklist/print`: the agreement on one sheet.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::access;
use super::facts::Known;
use super::list::{Group, groups, readable, whose};
use super::{path, store};
use crate::domain::PlacementId;
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedIn, html};
use crate::words::Words;

#[derive(Template)]
#[template(path = "checklists/print.html")]
struct PrintPage {
    page: Page,
    t: Words,
    back: String,
    whose: String,
    printed: String,
    groups: Vec<Group>,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    id: web::Path<PlacementId>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let (placement, viewer) = readable(&state.db.read, &visitor, *id).await?;
    access::record_look_up(&state, &visitor, &placement, "placements/checklist/print").await?;
    let known = Known::load(&state.db.read, &placement, state.clock.today()).await?;
    let rows = store::items(&state.db.read, placement.id).await?;
    html(&PrintPage {
        page: Page::new(&request, t.checklist_title()),
        t,
        back: path(placement.id),
        whose: whose(viewer, &known, t),
        printed: t.checklist_printed(t.moment(state.clock.now())),
        groups: groups(&placement, viewer, &rows, &known, t),
    })
}
