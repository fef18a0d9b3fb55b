//! `/account/recovery-codes`: ten new codes for the day the phone is gone.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::change_password;
use crate::domain::Role;
use crate::features::accounts::{credentials, home, store};
use crate::state::AppState;
use crate::web::{AppError, AppResult, Form, Page, Problems, SignedIn, html, unprocessable};
use crate::words::Words;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct RenewForm {
    pub current: String,
}

#[derive(Template)]
#[template(path = "accounts/renew_codes.html")]
struct RenewPage {
    page: Page,
    t: Words,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "accounts/recovery_codes.html")]
struct CodesPage {
    page: Page,
    t: Words,
    codes: Vec<String>,
    onwards: &'static str,
}

pub async fn show(request: HttpRequest, visitor: SignedIn) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let page = Page::new(&request, t.account_codes_title());
    html(&RenewPage { page, t, problems: Problems::default() })
}

/// Answers with the codes at once, in place of a redirect: they are shown this one time.
pub async fn renew(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    form: Form<RenewForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let account = store::account(&state.db.read, visitor.id).await?;
    if !change_password::is_current(&state, &account, &form.current).await? {
        let mut problems = Problems::default();
        problems.add("current", t.account_problem_current());
        let page = Page::new(&request, t.account_codes_title());
        return unprocessable(&RenewPage { page, t, problems });
    }
    let txn = state.write().await?;
    credentials::locked(&txn, account.id).await?.ok_or(AppError::NotFound)?;
    let now = state.clock.now();
    let codes = credentials::new_recovery_codes(&txn, &state.settings, account.id, now).await?;
    txn.commit().await?;
    shown_once(&request, t, account.role, &codes)
}

pub fn shown_once(
    request: &HttpRequest,
    t: Words,
    role: Role,
    codes: &[String],
) -> AppResult<HttpResponse> {
    let in_halves = |code: &String| {
        let (first, second) = code.split_at(code.len() / 2);
        format!("{first} {second}")
    };
    html(&CodesPage {
        page: Page::new(request, t.account_codes_title()),
        t,
        codes: codes.iter().map(in_halves).collect(),
        onwards: home(role),
    })
}
