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
use super::{home, local_path, secrets, store};
use crate::domain::Language;
use crate::domain::sign_in::{LINK_MINUTES, may_use_mail};
use crate::entities::new_id;
use crate::mail::{self, Message, Recipient};
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

/// Whether or not somebody has this address, as much is made and written.
async fn ask(state: &AppState, email: &str, back: &str) -> AppResult<()> {
    let now = state.clock.now();
    let txn = state.write().await?;
    let found = store::by_email(&txn, email).await?;
    let id = found.as_ref().map_or_else(new_id, |account| account.id);
    let since = now - Duration::minutes(LINK_MINUTES);
    let asked = store::sign_ins_asked_for_since(&txn, id, since).await?;
    let known = found.filter(|account| may_use_mail(account.role) && asked < MAILS);
    match known.as_ref().and_then(Recipient::of) {
        Some(to) => {
            let (token, code) = store::new_sign_in(&txn, &state.settings, id, now).await?;
            // A cause is kept in the database, the token must not be.
            let cause = format!("sign-in/{}", secrets::token_hash(&token));
            let message = SignInMail { t: to.words(), code, link: link(state, &token, back) };
            mail::enqueue(&txn, now, &to, &cause, &message).await?;
        }
        None => {
            let (token, code) = (secrets::token(), secrets::code());
            let unsent =
                SignInMail { t: Words(Language::Danish), code, link: link(state, &token, back) };
            let text = mail::html::from_text(&unsent.subject(), &unsent.render()?, unsent.t);
            store::write_for_nobody(&txn, text, now).await?;
        }
    }
    txn.commit().await?;
    Ok(())
}

/// The address in the mail, with where to go on to when that is a page of ours.
fn link(state: &AppState, token: &str, back: &str) -> String {
    let link = state.link(&format!("/sign-in/link/{token}"));
    let Some(back) = local_path(back) else { return link };
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    format!("{link}?{}", query.append_pair("back", back).finish())
}
