//! What somebody had typed when their session was over: kept for an hour, and shown to them after signing in.

use actix_session::SessionExt;
use actix_web::dev::ServiceRequest;
use actix_web::http::{Method, header};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::Duration;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, ModelTrait, QueryFilter, Set};

use super::{own, secrets, session};
use crate::entities::{kept_form, new_id};
use crate::state::AppState;
use crate::web::{AppError, AppResult, Page, SignedIn, html, see_other};
use crate::words::Words;

const LARGEST: usize = 64 * 1024;

/// Which kept form a post was made from, in its address.
const SENT_FROM: &str = "kept";

/// Where to sign in and come back to: `page`, when a form cannot be kept, as there is nothing to see where it was
/// going. A form is kept with whose session it was typed in; one that comes without
/// a session is nobody's text, and nobody is ever shown it with a button.
pub async fn keep(
    state: &AppState,
    request: &mut ServiceRequest,
    page: Option<String>,
) -> AppResult<String> {
    let mut back = request.path().to_owned();
    if back.starts_with(own::PATH) && request.method() == Method::POST {
        // Passwords are typed there, and a password is never kept.
        back = own::PATH.to_owned();
    } else if request.method() == Method::GET || request.method() == Method::HEAD {
        if !request.query_string().is_empty() {
            back = format!("{back}?{}", request.query_string());
        }
    } else if let Some(writer) = session::was(&request.get_session())
        && let Some(body) = typed(request).await
    {
        let token = secrets::token();
        let now = state.clock.now();
        let row = kept_form::ActiveModel {
            id: Set(new_id()),
            token_hash: Set(secrets::token_hash(&token)),
            account_id: Set(Some(writer)),
            path: Set(back),
            body: Set(body),
            created_at: Set(now),
            expires_at: Set(now + Duration::hours(1)),
        };
        let txn = state.write().await?;
        row.insert(&txn).await?;
        txn.commit().await?;
        back = format!("/kept/{token}");
    } else {
        back = page.unwrap_or_default();
    }
    let query =
        url::form_urlencoded::Serializer::new(String::new()).append_pair("back", &back).finish();
    Ok(format!("/sign-in?{query}"))
}

async fn typed(request: &mut ServiceRequest) -> Option<String> {
    let kind = request.headers().get(header::CONTENT_TYPE)?;
    if !kind.as_bytes().starts_with(b"application/x-www-form-urlencoded") {
        return None;
    }
    let bytes =
        request.extract::<web::Bytes>().await.ok().filter(|bytes| bytes.len() <= LARGEST)?;
    String::from_utf8(bytes.to_vec()).ok().filter(|body| !body.contains('\0'))
}

#[derive(Template)]
#[template(path = "accounts/kept.html")]
struct KeptPage {
    page: Page,
    t: Words,
    action: String,
    fields: Vec<(String, String)>,
    /// What a person wrote by hand, to look through; choices and ids say nothing by themselves.
    written: Vec<String>,
}

/// `GET /kept/{token}`: what was typed, with a button that sends it where it was going.
pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    token: web::Path<String>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let row = kept_form::Entity::find()
        .filter(kept_form::Column::TokenHash.eq(secrets::token_hash(&token)))
        .filter(kept_form::Column::ExpiresAt.gt(state.clock.now()))
        .one(&txn)
        .await?
        .ok_or(AppError::NotFound)?;
    if row.account_id != Some(visitor.id) {
        row.delete(&txn).await?;
        txn.commit().await?;
        return Ok(see_other(super::home(visitor.role)).into());
    }
    let t = visitor.words();
    let fields: Vec<(String, String)> =
        url::form_urlencoded::parse(row.body.as_bytes()).into_owned().collect();
    let written = fields.iter().filter(|(_, value)| is_written(value));
    let written = written.map(|(_, value)| value.clone()).collect();
    let page = Page::new(&request, t.kept_title());
    let action = format!("{}?{SENT_FROM}={}", row.path, *token);
    html(&KeptPage { page, t, action, fields, written })
}

/// The kept form that a request was made from.
pub fn sent_from(request: &ServiceRequest) -> Option<String> {
    if request.method() != Method::POST {
        return None;
    }
    let mut query = url::form_urlencoded::parse(request.query_string().as_bytes());
    query.find(|(name, _)| name == SENT_FROM).map(|(_, token)| token.into_owned())
}

/// It has arrived: nobody is offered to send it again.
pub async fn forget(state: &AppState, token: &str) -> AppResult<()> {
    let txn = state.write().await?;
    kept_form::Entity::delete_many()
        .filter(kept_form::Column::TokenHash.eq(secrets::token_hash(token)))
        .exec(&txn)
        .await?;
    Ok(txn.commit().await?)
}

/// Words have more than one of them, or a sign that no choice, id or number of a form has.
fn is_written(value: &str) -> bool {
    let is_mark = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
    !value.chars().all(is_mark)
}

#[cfg(test)]
mod tests {
    use super::is_written;

    #[test]
    fn only_what_was_typed_is_shown_again() {
        for mark in ["", "yes", "3", "talk_first", "01a20331-1f8a-7000-8000-000000000000"] {
            assert!(!is_written(mark), "{mark}");
        }
        for words in ["Jeg vil gerne tale", "Mia", "mia@example.dk", "å"] {
            assert!(is_written(words), "{words}");
        }
    }
}
