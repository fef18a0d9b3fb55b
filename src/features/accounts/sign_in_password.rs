//! `/sign-in/password`: for those who have one. Staff go on to the second factor.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::{credentials, home, local_path, password, session, store};
use crate::domain::sign_in::{may_have_password, needs_second_factor};
use crate::entities::{account, new_id};
use crate::state::AppState;
use crate::web::{Anyone, AppResult, Form, Page, Problems, html, see_other, unprocessable};
use crate::words::Words;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct PasswordForm {
    pub email: String,
    pub password: String,
    pub back: String,
}

#[derive(Template)]
#[template(path = "accounts/password.html")]
struct PasswordPage {
    page: Page,
    t: Words,
    form: PasswordForm,
    problems: Problems,
}

/// `GET /sign-in/password?back=…`.
pub async fn show(
    request: HttpRequest,
    visit: Anyone,
    form: web::Query<PasswordForm>,
) -> AppResult<HttpResponse> {
    if let Some(visitor) = visit.visitor {
        return Ok(see_other(home(visitor.role)).into());
    }
    let t = visit.words;
    html(&PasswordPage {
        page: Page::new(&request, t.sign_in_title()),
        t,
        form: PasswordForm { password: String::new(), ..form.into_inner() },
        problems: Problems::default(),
    })
}

/// `POST /sign-in/password`. Every refusal is the same, whether or not there is such an account.
pub async fn enter(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
    session: Session,
    form: Form<PasswordForm>,
) -> AppResult<HttpResponse> {
    let Some(account) = check(&state, &form).await? else {
        let t = visit.words;
        let mut problems = Problems::default();
        problems.add("password", t.sign_in_password_wrong());
        let page = Page::new(&request, t.sign_in_title());
        return unprocessable(&PasswordPage { page, t, form: form.0, problems });
    };
    if account.totp_confirmed_at.is_some() {
        session::begin_half(&session, account.id, &form.back)?;
        return Ok(see_other("/sign-in/second-factor").into());
    }
    session::begin(&session, account.id, account.role, None)?;
    Ok(see_other(local_path(&form.back).unwrap_or(home(account.role))).into())
}

/// The account whose password this is. A failure counts against it; only the whole proof takes the count back.
async fn check(state: &AppState, form: &PasswordForm) -> AppResult<Option<account::Model>> {
    let found = store::by_email(&state.db.read, &form.email).await?;
    let found = found.filter(|account| may_have_password(account.role));
    let hash = found.as_ref().and_then(|account| account.password_hash.clone());
    let is_right = password::verify(hash.clone(), form.password.clone()).await?;
    let now = state.clock.now();
    let txn = state.write().await?;
    let id = found.map_or_else(new_id, |account| account.id);
    let known = credentials::locked(&txn, id).await?.filter(|account| {
        !credentials::attempts(account).is_locked(now) && account.password_hash == hash
    });
    let Some(account) = known else {
        store::write_for_nobody(&txn, String::new(), now).await?;
        txn.commit().await?;
        return Ok(None);
    };
    if !is_right {
        credentials::failed(&txn, account, now).await?;
        txn.commit().await?;
        return Ok(None);
    }
    if needs_second_factor(account.role) && account.totp_confirmed_at.is_some() {
        return Ok(Some(account));
    }
    let account = credentials::signed_in(&txn, account, None, now).await?;
    txn.commit().await?;
    Ok(Some(account))
}
