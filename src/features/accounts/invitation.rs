//! `/invitation/{token}`: the page behind an invitation. The link opens it; the button begins. Staff choose a
//! password here, and set up the code app before anything else opens to them.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::{credentials, home, password, session, ways_in, words};
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
    match ways_in::invited(&state.db.read, &token, state.clock.now()).await? {
        Some((row, account)) if row.used_at.is_none() => {
            html(&invitation_page(&request, visit.words, &account, Problems::default()))
        }
        _ => used(&request, visit.words),
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
    let Some((_, invited)) = ways_in::invited(&state.db.read, &token, now).await? else {
        return over(&request, &state, &visit, &token).await;
    };
    let hash = if needs_second_factor(invited.role) {
        let own = [invited.name.as_str(), invited.email.as_deref().unwrap_or_default()];
        if let Err(error) = check_password(&form.password, true, &own) {
            let mut problems = Problems::default();
            problems.add("password", words::password(error, t));
            return unprocessable(&invitation_page(&request, t, &invited, problems));
        }
        Some(password::hash(form.password.clone()).await?)
    } else {
        None
    };
    let account = match begin(&state, &token, hash).await? {
        Begun::Now(account) => Some(*account),
        Begun::Before(account) => begin_again(&state, *account, form.0.password).await?,
        Begun::Over => None,
    };
    let Some(account) = account else { return over(&request, &state, &visit, &token).await };
    if needs_second_factor(account.role) {
        session::begin(&session, account.id, account.role, None)?;
    } else {
        session::begin_by_mail(&session, account.id, account.role)?;
    }
    Ok(see_other(home(account.role)).into())
}

/// Home for whoever is in already; to anybody else the invitation is used.
async fn over(
    request: &HttpRequest,
    state: &AppState,
    visit: &Anyone,
    token: &str,
) -> AppResult<HttpResponse> {
    match &visit.visitor {
        Some(visitor) if ways_in::is_invitation_of(&state.db.read, token, visitor.id).await? => {
            Ok(see_other(home(visitor.role)).into())
        }
        _ => used(request, visit.words),
    }
}

enum Begun {
    Now(Box<account::Model>),
    /// By the same press a moment ago.
    Before(Box<account::Model>),
    Over,
}

/// Uses the invitation up. What staff proved themselves with before goes, code app included.
async fn begin(state: &AppState, token: &str, password: Option<String>) -> AppResult<Begun> {
    let now = state.clock.now();
    let txn = state.write().await?;
    let Some((row, account)) = ways_in::invited(&txn, token, now).await? else {
        return Ok(Begun::Over);
    };
    if row.used_at.is_some() {
        return Ok(Begun::Before(Box::new(account)));
    }
    ways_in::use_invitation(&txn, row, now).await?;
    if let Some(hash) = password {
        credentials::forget(&txn, account.id, now).await?;
        credentials::set_password(&txn, account.id, hash, now).await?;
    }
    let Some(account) = credentials::locked(&txn, account.id).await? else {
        return Ok(Begun::Over);
    };
    let account = credentials::signed_in(&txn, account, None, now).await?;
    txn.commit().await?;
    Ok(Begun::Now(Box::new(account)))
}

/// The same press, sent again. Staff give the same password, whose wrong tries count as anywhere else; where a code
/// app is set up by now, this is no way round it.
async fn begin_again(
    state: &AppState,
    account: account::Model,
    typed: String,
) -> AppResult<Option<account::Model>> {
    if !needs_second_factor(account.role) {
        return Ok(Some(account));
    }
    let hash = account.password_hash;
    let is_right = password::verify(hash.clone(), typed).await?;
    let now = state.clock.now();
    let txn = state.write().await?;
    let account = credentials::locked(&txn, account.id).await?.filter(|account| {
        !credentials::attempts(account).is_locked(now)
            && account.password_hash == hash
            && account.totp_confirmed_at.is_none()
    });
    let Some(account) = account else { return Ok(None) };
    if is_right {
        return Ok(Some(account));
    }
    credentials::failed(&txn, account, now).await?;
    txn.commit().await?;
    Ok(None)
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
