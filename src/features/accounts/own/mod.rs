//! `/account`: everybody's own page on how they sign in.

pub mod absence;
pub mod change_password;
pub mod recovery_codes;
pub mod second_factor;
pub mod sign_out_everywhere;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::ConnectionTrait;

use super::{credentials, store};
use crate::domain::Role;
use crate::domain::sign_in::{may_have_password, needs_second_factor};
use crate::entities::account;
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
    /// Who stands in and when, for consultants.
    absence: Option<Vec<String>>,
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
        absence: match account.role {
            Role::Consultant => Some(absence_words(db, &account, t).await?),
            _ => None,
        },
        may_have_password: may_have_password(account.role),
        has_password: account.password_hash.is_some(),
        has_second_factor: needs_second_factor(account.role),
        recovery_codes: credentials::recovery_codes_left(db, account.id).await?,
        sessions: store::open_sessions(db, account.id, state.clock.now()).await?,
        email: account.email.unwrap_or_default(),
    })
}

async fn absence_words(
    db: &impl ConnectionTrait,
    account: &account::Model,
    t: Words,
) -> AppResult<Vec<String>> {
    let mut words = Vec::new();
    words.push(match account.deputy_id {
        Some(deputy) => t.account_deputy_is(store::account(db, deputy).await?.name),
        None => t.account_deputy_none(),
    });
    words.extend(match (account.away_from, account.away_until) {
        (Some(from), Some(until)) => Some(t.account_away_between(t.date(from), t.date(until))),
        (Some(from), None) => Some(t.account_away_since(t.date(from))),
        (None, _) => None,
    });
    Ok(words)
}
