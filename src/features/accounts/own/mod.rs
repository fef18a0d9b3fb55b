//! `/account`: everybody's own page on how they sign in.

pub mod change_password;
pub mod recovery_codes;
pub mod second_factor;
pub mod sign_out_everywhere;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::{credentials, store};
use crate::domain::sign_in::{may_have_password, needs_second_factor};
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedIn, html};
use crate::words::Words;

pub const PATH: &str = "/account";

#[derive(Template)]
#[template(path = "accounts/account.html")]
struct AccountPage {
    page: Page,
    t: Words,
    email: String,
    may_have_password: bool,
    has_password: bool,
    has_second_factor: bool,
    recovery_codes: u64,
    sessions: u64,
}

/// `GET /account`.
pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
) -> AppResult<HttpResponse> {
    let (t, db) = (visitor.words(), &state.db.read);
    let account = store::account(db, visitor.id).await?;
    html(&AccountPage {
        page: Page::new(&request, t.account_title()),
        t,
        may_have_password: may_have_password(account.role),
        has_password: account.password_hash.is_some(),
        has_second_factor: needs_second_factor(account.role),
        recovery_codes: credentials::recovery_codes_left(db, account.id).await?,
        sessions: store::open_sessions(db, account.id, state.clock.now()).await?,
        email: account.email.unwrap_or_default(),
    })
}
