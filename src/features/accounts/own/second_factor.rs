//! `/account/second-factor`: points a code app at a new secret. The secret waits, encrypted, in the form itself,
//! so that the old one holds until the new one has shown a right code.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::Duration;
use serde::Deserialize;

use super::{change_password, recovery_codes};
use crate::entities::account;
use crate::features::accounts::code_app::CodeApp;
use crate::features::accounts::{credentials, session, store};
use crate::state::AppState;
use crate::web::{AppError, AppResult, Form, Page, Problems, SignedIn, html, unprocessable};
use crate::words::Words;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct SecondFactorForm {
    pub sealed: String,
    pub code: String,
    pub current: String,
}

#[derive(Template)]
#[template(path = "accounts/set_up_second_factor.html")]
struct SetUpPage {
    page: Page,
    t: Words,
    picture: String,
    secret: String,
    sealed: String,
    asks_current: bool,
    problems: Problems,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
) -> AppResult<HttpResponse> {
    let account = store::account(&state.db.read, visitor.id).await?;
    let app = CodeApp::new(email(&account))?;
    html(&set_up_page(&request, &state, visitor.words(), &account, &app, Problems::default())?)
}

/// Answers with the recovery codes at once, in place of a redirect: they are shown this one time.
pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    session: Session,
    form: Form<SecondFactorForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let account = store::account(&state.db.read, visitor.id).await?;
    let app = CodeApp::open(&state.settings, account.id, &form.sealed, email(&account))
        .map_err(|error| AppError::Malformed(error.to_string()))?;
    let digits: String = form.code.chars().filter(char::is_ascii_digit).collect();
    let step = app.step_now(&state, &digits);
    let mut problems = Problems::default();
    if account.totp_confirmed_at.is_some()
        && !is_the_same_press(&state, &account, &app, step)
        && !change_password::is_current(&state, &account, &form.current).await?
    {
        problems.add("current", t.account_problem_current());
    }
    let Some(step) = step.filter(|_| problems.is_empty()) else {
        if problems.is_empty() {
            problems.add("code", t.account_problem_code());
        }
        return unprocessable(&set_up_page(&request, &state, t, &account, &app, problems)?);
    };
    let (now, sealed) = (state.clock.now(), app.seal(&state.settings, account.id)?);
    let txn = state.write().await?;
    credentials::locked(&txn, account.id).await?.ok_or(AppError::NotFound)?;
    let codes =
        credentials::set_code_app(&txn, &state.settings, account.id, sealed, step, now).await?;
    txn.commit().await?;
    session::begin(&session, account.id, account.role, None)?;
    recovery_codes::shown_once(&request, t, account.role, &codes)
}

/// The app and the code that were taken a moment ago. Whoever pressed twice never saw the first answer's recovery
/// codes, and gets others.
fn is_the_same_press(
    state: &AppState,
    account: &account::Model,
    app: &CodeApp,
    step: Option<i64>,
) -> bool {
    let since = state.clock.now() - Duration::minutes(1);
    let sealed = account.totp_secret.as_deref().unwrap_or_default();
    let stored = CodeApp::open(&state.settings, account.id, sealed, email(account));
    step.is_some()
        && step == account.totp_last_step
        && account.totp_confirmed_at.is_some_and(|at| at > since)
        && stored.is_ok_and(|stored| stored.typed_secret() == app.typed_secret())
}

fn email(account: &account::Model) -> &str {
    account.email.as_deref().unwrap_or(&account.name)
}

fn set_up_page(
    request: &HttpRequest,
    state: &AppState,
    t: Words,
    account: &account::Model,
    app: &CodeApp,
    problems: Problems,
) -> AppResult<SetUpPage> {
    Ok(SetUpPage {
        page: Page::new(request, t.account_second_title()),
        t,
        picture: app.picture()?,
        secret: app.typed_secret(),
        sealed: app.seal(&state.settings, account.id)?,
        asks_current: account.totp_confirmed_at.is_some(),
        problems,
    })
}
