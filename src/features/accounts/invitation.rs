//! `/invitation/{token}`: the page behind an invitation. The link opens it; the button begins. Staff choose a
//! password here, and set up the code app before anything else opens to them.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::{credentials, home, password, session, store, words};
use crate::domain::sign_in::{check_password, needs_second_factor};
use crate::entities::account;
use crate::state::AppState;
use crate::web::{Anyone, AppResult, Form, Page, Problems, html, see_other, unprocessable};
use crate::words::Words;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct InvitationForm {
    pub password: String,
}

#[derive(Template)]
#[template(path = "accounts/invitation.html")]
struct InvitationPage {
    page: Page,
    t: Words,
    action: String,
    email: String,
    chooses_password: bool,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "accounts/invitation_used.html")]
struct UsedPage {
    page: Page,
    t: Words,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
    token: web::Path<String>,
) -> AppResult<HttpResponse> {
    match store::invited(&state.db.read, &token, state.clock.now()).await? {
        Some(account) => {
            html(&invitation_page(&request, visit.words, &account, Problems::default()))
        }
        None => used(&request, visit.words),
    }
}

pub async fn accept(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
    session: Session,
    token: web::Path<String>,
    form: Form<InvitationForm>,
) -> AppResult<HttpResponse> {
    let (now, t) = (state.clock.now(), visit.words);
    let Some(invited) = store::invited(&state.db.read, &token, now).await? else {
        return used(&request, t);
    };
    let hash = if needs_second_factor(invited.role) {
        let own = [invited.name.as_str(), invited.email.as_deref().unwrap_or_default()];
        if let Err(error) = check_password(&form.password, true, &own) {
            let mut problems = Problems::default();
            problems.add("password", words::password(error, t));
            return unprocessable(&invitation_page(&request, t, &invited, problems));
        }
        Some(password::hash(form.0.password).await?)
    } else {
        None
    };
    let Some(account) = begin(&state, &token, hash).await? else { return used(&request, t) };
    if needs_second_factor(account.role) {
        session::begin(&session, account.id, account.role, None)?;
    } else {
        session::begin_by_mail(&session, account.id, account.role)?;
    }
    Ok(see_other(home(account.role)).into())
}

/// Uses the invitation up. What staff proved themselves with before goes, code app included.
async fn begin(
    state: &AppState,
    token: &str,
    password: Option<String>,
) -> AppResult<Option<account::Model>> {
    let now = state.clock.now();
    let txn = state.write().await?;
    let Some(account) = store::invited(&txn, token, now).await? else { return Ok(None) };
    store::use_invitations(&txn, account.id, now).await?;
    if let Some(hash) = password {
        credentials::forget(&txn, account.id, now).await?;
        credentials::set_password(&txn, account.id, hash, now).await?;
    }
    let Some(account) = credentials::locked(&txn, account.id).await? else { return Ok(None) };
    let account = credentials::signed_in(&txn, account, None, now).await?;
    txn.commit().await?;
    Ok(Some(account))
}

fn invitation_page(
    request: &HttpRequest,
    t: Words,
    account: &account::Model,
    problems: Problems,
) -> InvitationPage {
    InvitationPage {
        page: Page::new(request, t.invitation_title()),
        t,
        action: request.path().to_owned(),
        email: account.email.clone().unwrap_or_default(),
        chooses_password: needs_second_factor(account.role),
        problems,
    }
}

fn used(request: &HttpRequest, t: Words) -> AppResult<HttpResponse> {
    html(&UsedPage { page: Page::new(request, t.invitation_used_title()), t })
}
