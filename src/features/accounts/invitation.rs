//! `/invitation/{token}`: the page behind an invitation. The link opens it; the button begins.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::{home, session, store};
use crate::state::AppState;
use crate::web::{Anyone, AppResult, Page, html, see_other};
use crate::words::Words;

#[derive(Template)]
#[template(path = "accounts/invitation.html")]
struct InvitationPage {
    page: Page,
    t: Words,
    action: String,
}

#[derive(Template)]
#[template(path = "accounts/link_used.html")]
struct UsedPage {
    page: Page,
    t: Words,
}

pub async fn show(request: HttpRequest, visit: Anyone) -> AppResult<HttpResponse> {
    let t = visit.words;
    html(&InvitationPage {
        page: Page::new(&request, t.invitation_title()),
        t,
        action: request.path().to_owned(),
    })
}

pub async fn accept(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
    session: Session,
    token: web::Path<String>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let Some(account) = store::use_invitation(&txn, &token, state.clock.now()).await? else {
        let t = visit.words;
        return html(&UsedPage { page: Page::new(&request, t.sign_in_link_used_title()), t });
    };
    txn.commit().await?;
    session::begin(&session, account.id, account.role, None)?;
    Ok(see_other(home(account.role)).into())
}
