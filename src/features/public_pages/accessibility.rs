//! `GET /accessibility`: the statement the law on web accessibility asks for.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;

use crate::features::programme;
use crate::state::AppState;
use crate::web::{Anyone, AppResult, Page, html};
use crate::words::Words;

/// When the statement was written and last held against the site. It is looked through when the site changes.
const MADE: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day of the calendar");
const REVIEWED: NaiveDate = MADE;

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
        made: t.date(MADE),
        reviewed: t.date(REVIEWED),
    })
}
