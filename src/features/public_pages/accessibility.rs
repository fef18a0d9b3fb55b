//! `GET /accessibility`: the statement the law on web accessibility asks for.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;

use crate::features::programme;
use crate::state::AppState;
use crate::web::{Anyone, AppResult, Page, html};
use crate::words::Words;

#[derive(Template)]
#[template(path = "public_pages/accessibility.html")]
struct AccessibilityPage {
    page: Page,
    t: Words,
    owner: String,
    phone: String,
    email: String,
    official: String,
    made: String,
    reviewed: String,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
) -> AppResult<HttpResponse> {
    let (t, db) = (visit.words, &state.db.read);
    html(&AccessibilityPage {
        page: Page::new(&request, t.public_accessibility_title()),
        t,
        owner: programme::setting(db, "municipality").await?,
        phone: programme::setting(db, "contact_phone").await?,
        email: programme::setting(db, "contact_email").await?,
        official: programme::setting(db, "accessibility_statement_url").await?,
        made: day(&programme::setting(db, "accessibility_made_on").await?, t),
        reviewed: day(&programme::setting(db, "accessibility_reviewed_on").await?, t),
    })
}

fn day(text: &str, t: Words) -> String {
    text.parse::<NaiveDate>().map_or_else(|_| text.to_owned(), |day| t.date(day))
}
