//! `GET /`: what this is, and three doors.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::home;
use crate::web::{Anyone, AppResult, Page, html, see_other};
use crate::words::Words;

#[derive(Template)]
#[template(path = "accounts/front.html")]
struct FrontPage {
    page: Page,
    t: Words,
}

pub async fn show(request: HttpRequest, visit: Anyone) -> AppResult<HttpResponse> {
    if let Some(visitor) = visit.visitor {
        return Ok(see_other(home(visitor.role)).into());
    }
    let t = visit.words;
    html(&FrontPage { page: Page::new(&request, t.front_title()), t })
}
