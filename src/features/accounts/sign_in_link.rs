//! The link in the mail opens a page; the button on it signs in, because mail scanners follow links.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::{home, local_path, session, ways_in};
use crate::domain::sign_in::may_use_mail;
use crate::entities::account;
use crate::state::AppState;
use crate::web::{Anyone, AppResult, Form, Page, html, see_other};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct BackForm {
    pub back: String,
}

#[derive(Template)]
#[template(path = "accounts/link.html")]
struct LinkPage {
    page: Page,
    t: Words,
    back: String,
    action: String,
}

#[derive(Template)]
#[template(path = "accounts/link_used.html")]
struct UsedPage {
    page: Page,
    t: Words,
    back: String,
}

/// `GET /sign-in/link/{token}`. Says nothing of whether the link still works: that costs the button.
pub async fn show(
    request: HttpRequest,
    visit: Anyone,
    form: web::Query<BackForm>,
) -> AppResult<HttpResponse> {
    let t = visit.words;
    let action = request.path().to_owned();
    html(&LinkPage {
        page: Page::new(&request, t.sign_in_link_title()),
        t,
        back: form.into_inner().back,
        action,
    })
}

/// `POST /sign-in/link/{token}`.
pub async fn enter(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
    session: Session,
    token: web::Path<String>,
    form: Form<BackForm>,
) -> AppResult<HttpResponse> {
    let Some(account) = use_link(&state, &token).await? else {
        if let Some(visitor) = &visit.visitor
            && ways_in::is_link_of(&state.db.read, &token, visitor.id).await?
        {
            return Ok(see_other(local_path(&form.back).unwrap_or(home(visitor.role))).into());
        }
        let t = visit.words;
        let page = Page::new(&request, t.sign_in_link_used_title());
        return html(&UsedPage { page, t, back: form.0.back });
    };
    session::begin_by_mail(&session, account.id, account.role)?;
    Ok(see_other(local_path(&form.back).unwrap_or(home(account.role))).into())
}

async fn use_link(state: &AppState, token: &str) -> AppResult<Option<account::Model>> {
    let now = state.clock.now();
    let txn = state.write().await?;
    let Some(row) = ways_in::by_token(&txn, token).await? else { return Ok(None) };
    if ways_in::token(&row).use_link(now).is_err() {
        return Ok(None);
    }
    let account = ways_in::use_up(&txn, row, now).await?;
    if account.disabled_at.is_some() || !may_use_mail(account.role) {
        return Ok(None);
    }
    txn.commit().await?;
    Ok(Some(account))
}
