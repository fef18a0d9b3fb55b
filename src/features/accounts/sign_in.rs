//! One e-mail field; the answer is the same whether or not somebody has that address.

use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::Duration;
use data_encoding::BASE64URL_NOPAD;
use serde::Deserialize;
use validator::Validate;

use super::mail::SignInMail;
use super::{home, local_path, store};
use crate::domain::sign_in::{LINK_MINUTES, may_use_mail};
use crate::mail::{self, Recipient};
use crate::state::AppState;
use crate::web::{Anyone, AppResult, Form, Page, Problems, check, html, see_other, unprocessable};
use crate::words::Words;

/// How many mails an account can ask for in a quarter of an hour.
const MAILS: u64 = 5;

/// Holds the address between asking for a code and typing it.
pub const ADDRESS_COOKIE: &str = "signing_in";

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct SignInForm {
    #[validate(email(code = "problem-email"))]
    pub email: String,
    pub back: String,
}

#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct SignInPage {
    page: Page,
    t: Words,
    form: SignInForm,
    problems: Problems,
}

/// `GET /sign-in?back=…`.
pub async fn show(
    request: HttpRequest,
    visit: Anyone,
    form: web::Query<SignInForm>,
) -> AppResult<HttpResponse> {
    if let Some(visitor) = visit.visitor {
        return Ok(see_other(home(visitor.role)).into());
    }
    let t = visit.words;
    html(&SignInPage {
        page: Page::new(&request, t.sign_in_title()),
        t,
        form: form.into_inner(),
        problems: Problems::default(),
    })
}

/// `POST /sign-in`: sends a link and a code, if the address is known.
pub async fn send(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
    form: Form<SignInForm>,
) -> AppResult<HttpResponse> {
    let t = visit.words;
    let problems = check(&form.0, t);
    if !problems.is_empty() {
        return unprocessable(&SignInPage {
            page: Page::new(&request, t.sign_in_title()),
            t,
            form: form.0,
            problems,
        });
    }
    ask(&state, &form.email, &form.back).await?;

    let address = Cookie::build(ADDRESS_COOKIE, BASE64URL_NOPAD.encode(form.email.as_bytes()))
        .path("/sign-in")
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(time::Duration::minutes(20))
        .finish();
    let back = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("back", &form.back)
        .finish();
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, format!("/sign-in/code?{back}")))
        .cookie(address)
        .finish())
}

async fn ask(state: &AppState, email: &str, back: &str) -> AppResult<()> {
    let now = state.clock.now();
    let txn = state.write().await?;
    let Some(account) =
        store::by_email(&txn, email).await?.filter(|account| account.disabled_at.is_none())
    else {
        return Ok(());
    };
    let asked =
        store::sign_ins_asked_for_since(&txn, account.id, now - Duration::minutes(LINK_MINUTES))
            .await?;
    if !may_use_mail(account.role) || asked >= MAILS {
        return Ok(());
    }
    let (token, code) = store::new_sign_in(&txn, &state.settings, account.id, now).await?;
    let mut link = state.link(&format!("/sign-in/link/{token}"));
    if let Some(back) = local_path(back) {
        link = format!(
            "{link}?{}",
            url::form_urlencoded::Serializer::new(String::new()).append_pair("back", back).finish()
        );
    }
    let Some(recipient) = Recipient::of(&account) else { return Ok(()) };
    let message = SignInMail { t: recipient.words(), code, link };
    mail::enqueue(&txn, now, &recipient, &format!("sign-in/{}", token_cause(&token)), &message)
        .await?;
    txn.commit().await?;
    Ok(())
}

/// A cause is kept in the database, the token must not be.
fn token_cause(token: &str) -> String {
    super::secrets::token_hash(token)
}
