//! `/sign-in/second-factor`: after the password, a code from the app, or one of the recovery codes.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Duration, Utc};
use serde::Deserialize;

use super::code_app::CodeApp;
use super::{credentials, home, local_path, session};
use crate::clock::local;
use crate::domain::AccountId;
use crate::entities::account;
use crate::state::{AppState, Txn};
use crate::web::{Anyone, AppResult, Form, Page, Problems, html, see_other, unprocessable};
use crate::words::Words;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct SecondFactorForm {
    pub code: String,
}

#[derive(Template)]
#[template(path = "accounts/second_factor.html")]
struct SecondFactorPage {
    page: Page,
    t: Words,
    problems: Problems,
}

enum Answer {
    In(Box<account::Model>),
    Wrong,
    Locked(DateTime<Utc>),
    Gone,
}

pub async fn show(
    request: HttpRequest,
    visit: Anyone,
    session: Session,
) -> AppResult<HttpResponse> {
    if session::half(&session).is_none() {
        return Ok(see_other("/sign-in/password").into());
    }
    let t = visit.words;
    let page = Page::new(&request, t.sign_in_second_title());
    html(&SecondFactorPage { page, t, problems: Problems::default() })
}

pub async fn enter(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
    session: Session,
    form: Form<SecondFactorForm>,
) -> AppResult<HttpResponse> {
    let Some((id, back)) = session::half(&session) else {
        return Ok(see_other("/sign-in/password").into());
    };
    let t = visit.words;
    let problem = match check(&state, id, &form.code).await? {
        Answer::In(account) => {
            session::begin(&session, account.id, account.role, None)?;
            return Ok(see_other(local_path(&back).unwrap_or(home(account.role))).into());
        }
        Answer::Gone => {
            session.purge();
            return Ok(see_other("/sign-in/password").into());
        }
        Answer::Wrong => t.sign_in_second_wrong(),
        Answer::Locked(until) => {
            t.sign_in_second_locked(t.time(local(until + Duration::minutes(1)).time()))
        }
    };
    let mut problems = Problems::default();
    problems.add("code", problem);
    let page = Page::new(&request, t.sign_in_second_title());
    unprocessable(&SecondFactorPage { page, t, problems })
}

async fn check(state: &AppState, id: AccountId, typed: &str) -> AppResult<Answer> {
    let now = state.clock.now();
    let txn = state.write().await?;
    let Some(account) = credentials::locked(&txn, id).await? else { return Ok(Answer::Gone) };
    if let Some(until) = account.locked_until.filter(|until| now < *until) {
        return Ok(Answer::Locked(until));
    }
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let step = step(state, &account, &digits)?;
    let proven = step.is_some() || is_recovery_code(state, &txn, &account, &digits).await?;
    let answer = if proven {
        Answer::In(Box::new(credentials::signed_in(&txn, account, step, now).await?))
    } else {
        credentials::failed(&txn, account, now).await?;
        Answer::Wrong
    };
    txn.commit().await?;
    Ok(answer)
}

/// The half minute of a code from the app that has not been used before.
pub fn step(state: &AppState, account: &account::Model, digits: &str) -> AppResult<Option<i64>> {
    let (Some(sealed), Some(email)) = (&account.totp_secret, &account.email) else {
        return Ok(None);
    };
    let app = CodeApp::open(&state.settings, account.id, sealed, email)?;
    let step = app.step_now(state, digits);
    // In a demo the steps of two clocks stand side by side, so only the very same one is refused.
    let is_new =
        |step: i64, last: i64| if state.settings.demo { step != last } else { step > last };
    Ok(step.filter(|step| account.totp_last_step.is_none_or(|last| is_new(*step, last))))
}

async fn is_recovery_code(
    state: &AppState,
    txn: &Txn,
    account: &account::Model,
    digits: &str,
) -> AppResult<bool> {
    let now = state.clock.now();
    Ok(credentials::use_recovery_code(txn, &state.settings, account.id, digits, now).await?)
}
