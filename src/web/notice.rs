//! After a press that changed something the browser is sent on, and the next page says once what happened.

use actix_web::HttpResponse;
use actix_web::body::MessageBody;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderValue};
use actix_web::middleware::Next;

use crate::words::Words;

const COOKIE: &str = "notice";

/// `see_other("/me")`, or `see_other("/me").notice("ranking-saved")` with the key of the sentence to show there.
pub fn see_other(to: impl Into<String>) -> SeeOther {
    SeeOther { to: to.into(), notice: None }
}

pub struct SeeOther {
    to: String,
    notice: Option<&'static str>,
}

impl SeeOther {
    pub fn notice(mut self, key: &'static str) -> HttpResponse {
        self.notice = Some(key);
        self.into()
    }
}

impl From<SeeOther> for HttpResponse {
    fn from(answer: SeeOther) -> Self {
        let mut response = HttpResponse::SeeOther();
        response.insert_header((header::LOCATION, answer.to));
        if let Some(key) = answer.notice {
            response.cookie(
                Cookie::build(COOKIE, key)
                    .path("/")
                    .http_only(true)
                    .same_site(SameSite::Lax)
                    .finish(),
            );
        }
        response.finish()
    }
}

/// The sentence left by the last press, if its key is one of ours.
pub fn pending(request: &actix_web::HttpRequest, t: Words) -> Option<String> {
    let key = request.cookie(COOKIE)?;
    Words::knows(key.value()).then(|| t.say(key.value()))
}

/// Takes the notice away with the page that has shown it.
pub async fn clear_shown(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let pending = request.cookie(COOKIE).is_some();
    let mut response = next.call(request).await?;
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if pending && is_page {
        let gone = HeaderValue::from_static("notice=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
        response.headers_mut().append(header::SET_COOKIE, gone);
    }
    Ok(response)
}
