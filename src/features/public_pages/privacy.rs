//! `GET /privacy`: what we keep about people, why, and who sees it.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::features::programme;
use crate::state::AppState;
use crate::web::{Anyone, AppResult, Page, html};
use crate::words::Words;

#[derive(Template)]
#[template(path = "public_pages/privacy.html")]
struct PrivacyPage {
    page: Page,
    t: Words,
    email: String,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
) -> AppResult<HttpResponse> {
    let t = visit.words;
    let email = programme::setting(&state.db.read, "contact_email").await?;
    html(&PrivacyPage { page: Page::new(&request, t.public_privacy_title()), t, email })
}
