//! `GET /company/profile/preview`: exactly what young people see, of the words being worked on.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::card::{self, Card};
use super::{PROFILE, store};
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInCompany, html, see_other};
use crate::words::Words;

#[derive(Template)]
#[template(path = "companies/preview.html")]
struct PreviewPage {
    page: Page,
    t: Words,
    card: Card,
    back: &'static str,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
) -> AppResult<HttpResponse> {
    let db = &state.db.read;
    let company = store::company(db, visitor.company).await?;
    let Some(profile) = store::newest_profile(db, company.id).await? else {
        return Ok(see_other(PROFILE).notice("profile-preview-nothing"));
    };
    let places = card::places(db, vec![company.id]).await?.remove(&company.id).unwrap_or_default();
    let t = visitor.words();
    let mut page = Page::new(&request, company.name.clone());
    // The young people's own type and space, or it would not be what they see.
    page.audience = "young";
    html(&PreviewPage { page, t, card: card::of(company.name, profile, places), back: PROFILE })
}
