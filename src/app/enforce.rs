//! Finds out who is visiting and turns away whom the access table does not name.

use actix_session::SessionExt;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpResponse, web};

use super::table::ACCESS;
use crate::domain::Language;
use crate::features::accounts;
use crate::state::AppState;
use crate::web::access::{Access, Who};
use crate::web::origin::is_here;
use crate::web::visitor::{Visit, Visitor};
use crate::web::{AppResult, see_other};
use crate::words::Words;

enum Decision {
    Pass,
    NotFound,
    SignIn,
    Elsewhere(String),
}

/// To sign-in when nobody is signed in; "not found" when somebody is, so that nobody learns what is there.
pub async fn enforce(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    match turned_away(&mut request).await {
        Ok(None) => {
            let kept = accounts::kept_form::sent_from(&request);
            let answer = next.call(request).await?.map_into_boxed_body();
            if let Some(token) = kept
                && answer.status().is_redirection()
                && let Some(state) = answer.request().app_data::<web::Data<AppState>>()
                && let Err(error) = accounts::kept_form::forget(state, &token).await
            {
                tracing::warn!(?error, "a kept form that was sent could not be forgotten");
            }
            Ok(answer)
        }
        Ok(Some(answer)) => Ok(request.into_response(answer)),
        Err(error) => Ok(request.error_response(error)),
    }
}

/// The answer for somebody the table does not name; none when the handler may run.
async fn turned_away(request: &mut ServiceRequest) -> AppResult<Option<HttpResponse>> {
    let state =
        request.app_data::<web::Data<AppState>>().expect("the state is in every app").clone();
    let visitor = accounts::session::visitor(&state, &request.get_session()).await?;
    let words = words(request, visitor.as_ref());
    let decision = decide(request, visitor.as_ref());
    request.extensions_mut().insert(Visit { visitor, words });

    Ok(match decision {
        Decision::Pass => None,
        Decision::NotFound => Some(HttpResponse::NotFound().finish()),
        Decision::Elsewhere(path) => Some(see_other(path).into()),
        Decision::SignIn => {
            let page = page_before(request);
            Some(see_other(accounts::kept_form::keep(&state, request, page).await?).into())
        }
    })
}

fn decide(request: &ServiceRequest, visitor: Option<&Visitor>) -> Decision {
    let Some(access) = rule(request) else { return Decision::Pass };
    match (access.who, visitor) {
        (Who::Anyone | Who::Demo, _) => Decision::Pass,
        (_, None) => Decision::SignIn,
        (who, Some(visitor)) if !who.admits(visitor) => Decision::NotFound,
        (_, Some(visitor)) => match kept_to(visitor) {
            Some(only) if !is_below(request.path(), &only) && !follows_along(access.path) => {
                Decision::Elsewhere(only)
            }
            _ => Decision::Pass,
        },
    }
}

/// What goes with every page: the way out, and the pictures on it, each of which says itself who may see it.
fn follows_along(path: &str) -> bool {
    path == "/sign-out" || is_below(path, "/photos")
}

/// The one place open to somebody who came by a printed card, or who has still to set up a second factor.
fn kept_to(visitor: &Visitor) -> Option<String> {
    if visitor.lacks_second_factor {
        return Some("/account/second-factor".to_owned());
    }
    visitor.only_event.map(|event| format!("/events/{event}"))
}

fn is_below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The line of the table a request falls under; none for a path or method that is not there, which the router
/// answers itself.
fn rule(request: &ServiceRequest) -> Option<&'static Access> {
    let pattern = request.match_pattern()?;
    let method = if request.method() == Method::HEAD { &Method::GET } else { request.method() };
    ACCESS.iter().find(|access| access.path == pattern && access.method == *method)
}

/// The page of ours a form was on, as the browser tells; else the one at the address it was sent to. None where
/// there is nothing to open.
fn page_before(request: &ServiceRequest) -> Option<String> {
    let told = request.headers().get(header::REFERER).and_then(|value| value.to_str().ok());
    let told = told.and_then(|told| told.parse::<url::Url>().ok());
    let ours = told.filter(|told| is_here(request, &told.origin().ascii_serialization()));
    let opens = |path: &str| {
        let pattern = request.resource_map().match_pattern(path);
        let is_page = |access: &&Access| access.method == Method::GET;
        pattern.is_some_and(|pattern| {
            ACCESS.iter().filter(is_page).any(|access| access.path == pattern)
        })
    };
    let before = ours.filter(|told| opens(told.path()));
    before
        .map(|told| told[url::Position::BeforePath..url::Position::AfterQuery].to_owned())
        .or_else(|| opens(request.path()).then(|| request.path().to_owned()))
}

/// The visitor's own language, else the one chosen here before, else Danish, unless the browser asks for
/// others and Danish is not among them.
fn words(request: &ServiceRequest, visitor: Option<&Visitor>) -> Words {
    if let Some(visitor) = visitor {
        return visitor.words();
    }
    if let Some(cookie) = request.cookie(accounts::language::COOKIE)
        && let Ok(language) = cookie.value().parse()
    {
        return Words(language);
    }
    let wanted = request
        .headers()
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("da");
    let danish = wanted.split(',').any(|tag| matches!(tag.trim().get(..2), Some("da" | "*")));
    Words(if danish { Language::Danish } else { Language::English })
}
