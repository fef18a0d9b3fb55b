//! Security headers, the same on every answer.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderValue};
use actix_web::middleware::{DefaultHeaders, Next};
use actix_web::web;

use crate::state::AppState;

/// No inline script or style anywhere, nothing from other hosts, nobody may frame us, and no address of ours
/// leaks to a site that a page links to. Pages are private: no cache keeps them.
pub fn security() -> DefaultHeaders {
    DefaultHeaders::new()
        .add((
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; \
             connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'",
        ))
        .add(("X-Content-Type-Options", "nosniff"))
        .add(("Referrer-Policy", "same-origin"))
        .add(("Permissions-Policy", "camera=(), microphone=(), geolocation=()"))
        .add(("Cross-Origin-Opener-Policy", "same-origin"))
        .add(("Cache-Control", "no-store"))
}

/// Behind https every cookie, whoever set it, goes over https only, and so does the next visit.
pub async fn kept_to_https(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let is_https = request
        .app_data::<web::Data<AppState>>()
        .is_some_and(|state| state.settings.public_url.starts_with("https://"));
    let mut response = next.call(request).await?;
    if !is_https {
        return Ok(response);
    }
    let cookies: Vec<_> = response.headers().get_all(header::SET_COOKIE).cloned().collect();
    let headers = response.headers_mut();
    headers.remove(header::SET_COOKIE);
    for cookie in cookies {
        headers.append(header::SET_COOKIE, secure(cookie));
    }
    headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    Ok(response)
}

fn secure(cookie: HeaderValue) -> HeaderValue {
    let is_secure =
        |text: &str| text.split(';').any(|part| part.trim().eq_ignore_ascii_case("secure"));
    match cookie.to_str() {
        Ok(text) if !is_secure(text) => {
            HeaderValue::try_from(format!("{text}; Secure")).unwrap_or(cookie)
        }
        _ => cookie,
    }
}
