//! `/account/password`: a first or a new password. Every other session ends.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::PATH;
use crate::domain::sign_in::{check_password, needs_second_factor};
use crate::entities::account;
use crate::features::accounts::{credentials, password, session, store, words};
use crate::state::AppState;
use crate::web::{
    AppError, AppResult, Form, Page, Problems, SignedIn, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct ChangeForm {
    pub current: String,
    pub password: String,
}

#[derive(Template)]
#[template(path = "accounts/change_password.html")]
struct ChangePage {
    page: Page,
    t: Words,
    email: String,
    asks_current: bool,
    hint: String,
    problems: Problems,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    session: Session,
) -> AppResult<HttpResponse> {
    let account = store::account(&state.db.read, visitor.id).await?;
    let asks_current = asks_current(&account, &session);
    html(&change_page(&request, visitor.words(), account, asks_current, Problems::default()))
}

pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    session: Session,
    form: Form<ChangeForm>,
) -> AppResult<HttpResponse> {
    let (t, now) = (visitor.words(), state.clock.now());
    let account = store::account(&state.db.read, visitor.id).await?;
    let asks_current = asks_current(&account, &session);
    let mut problems = Problems::default();
    if asks_current && !is_current(&state, &account, &form.current).await? {
        if is_the_same_press(&state, &session, &account, &form).await? {
            return Ok(see_other(PATH).notice("account-password-saved"));
        }
        problems.add("current", t.account_problem_current());
    }
    let own = [account.name.as_str(), account.email.as_deref().unwrap_or_default()];
    if let Err(error) = check_password(&form.password, needs_second_factor(account.role), &own) {
        problems.add("password", words::password(error, t));
    }
    if !problems.is_empty() {
        return unprocessable(&change_page(&request, t, account, asks_current, problems));
    }
    let hash = password::hash(form.0.password).await?;
    let txn = state.write().await?;
    credentials::locked(&txn, account.id).await?.ok_or(AppError::NotFound)?;
    credentials::set_password(&txn, account.id, hash, now).await?;
    txn.commit().await?;
    session::begin_with_new_password(&session, account.id, account.role, now)?;
    Ok(see_other(PATH).notice("account-password-saved"))
}

/// Who came by a mail to their own address has just proved more than an old password would.
fn asks_current(account: &account::Model, session: &Session) -> bool {
    account.password_hash.is_some() && !session::is_by_mail(session)
}

/// The second of two presses finds the new password in place of the one it names. Only whoever has just chosen that one
/// is asked: to anybody else the answer would be worth a guess that nobody counts.
async fn is_the_same_press(
    state: &AppState,
    session: &Session,
    account: &account::Model,
    form: &ChangeForm,
) -> AppResult<bool> {
    let now = state.clock.now();
    if !session::has_just_set_password(session, now)
        || credentials::attempts(account).is_locked(now)
    {
        return Ok(false);
    }
    password::verify(account.password_hash.clone(), form.password.clone()).await
}

/// Guesses here count as they do at sign-in: an open screen is no way round the limit.
pub(super) async fn is_current(
    state: &AppState,
    account: &account::Model,
    typed: &str,
) -> AppResult<bool> {
    let is_right = password::verify(account.password_hash.clone(), typed.to_owned()).await?;
    let now = state.clock.now();
    let txn = state.write().await?;
    let Some(account) = credentials::locked(&txn, account.id).await? else { return Ok(false) };
    if credentials::attempts(&account).is_locked(now) {
        return Ok(false);
    }
    if !is_right {
        credentials::failed(&txn, account, now).await?;
        txn.commit().await?;
    }
    Ok(is_right)
}

fn change_page(
    request: &HttpRequest,
    t: Words,
    account: account::Model,
    asks_current: bool,
    problems: Problems,
) -> ChangePage {
    ChangePage {
        page: Page::new(request, t.account_password_title()),
        t,
        hint: if needs_second_factor(account.role) {
            t.account_password_hint_staff()
        } else {
            t.account_password_hint()
        },
        email: account.email.unwrap_or_default(),
        asks_current,
        problems,
    }
}
