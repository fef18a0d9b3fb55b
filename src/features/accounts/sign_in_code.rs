//! Six digits from the mail, five tries.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use data_encoding::BASE64URL_NOPAD;
use serde::Deserialize;

use super::sign_in::ADDRESS_COOKIE;
use super::{home, local_path, secrets, session, store, ways_in};
use crate::domain::sign_in::may_use_mail;
use crate::entities::{account, new_id};
use crate::state::AppState;
use crate::web::{Anyone, AppResult, Form, Page, Problems, html, see_other, unprocessable};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct CodeForm {
    pub email: String,
    pub code: String,
    pub back: String,
}

#[derive(Template)]
#[template(path = "accounts/code.html")]
struct CodePage {
    page: Page,
    t: Words,
    form: CodeForm,
    problems: Problems,
}

/// `GET /sign-in/code`.
pub async fn show(
    request: HttpRequest,
    visit: Anyone,
    form: web::Query<CodeForm>,
) -> AppResult<HttpResponse> {
    let t = visit.words;
    let mut form = form.into_inner();
    form.code.clear();
    form.email = address(&request).unwrap_or_default();
    html(&CodePage {
        page: Page::new(&request, t.sign_in_code_title()),
        t,
        form,
        problems: Problems::default(),
    })
}

fn address(request: &HttpRequest) -> Option<String> {
    let cookie = request.cookie(ADDRESS_COOKIE)?;
    String::from_utf8(BASE64URL_NOPAD.decode(cookie.value().as_bytes()).ok()?).ok()
}

/// `POST /sign-in/code`: the right code signs in; a wrong one says no more than that.
pub async fn enter(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
    session: Session,
    form: Form<CodeForm>,
) -> AppResult<HttpResponse> {
    let Some(account) = check(&state, &form).await? else {
        let asked_for = store::by_email(&state.db.read, &form.email).await?;
        if let (Some(visitor), Some(account)) = (&visit.visitor, asked_for)
            && visitor.id == account.id
        {
            return Ok(see_other(local_path(&form.back).unwrap_or(home(visitor.role))).into());
        }
        let t = visit.words;
        let mut problems = Problems::default();
        problems.add("code", t.sign_in_code_wrong());
        return unprocessable(&CodePage {
            page: Page::new(&request, t.sign_in_code_title()),
            t,
            form: form.0,
            problems,
        });
    };
    session::begin_by_mail(&session, account.id, account.role)?;
    Ok(see_other(local_path(&form.back).unwrap_or(home(account.role))).into())
}

async fn check(state: &AppState, form: &CodeForm) -> AppResult<Option<account::Model>> {
    let now = state.clock.now();
    let txn = state.write().await?;
    let account = store::by_email(&txn, &form.email).await?;
    let known =
        account.filter(|account| account.disabled_at.is_none() && may_use_mail(account.role));
    let id = known.as_ref().map_or_else(new_id, |account| account.id);
    let digits: String = form.code.chars().filter(char::is_ascii_digit).collect();
    let hash = secrets::code_hash(&state.settings, id, &digits);
    let (Some(_), Some(row)) = (known, ways_in::newest(&txn, id).await?) else {
        store::write_for_nobody(&txn, String::new(), now).await?;
        txn.commit().await?;
        return Ok(None);
    };
    let is_right = hash == row.code_hash;
    let mut token = ways_in::token(&row);
    let account = match token.use_code(is_right, now) {
        Ok(()) => Some(ways_in::use_up(&txn, row, now).await?),
        Err(_) => {
            ways_in::keep_tries(&txn, row, token.tries).await?;
            None
        }
    };
    txn.commit().await?;
    Ok(account)
}
