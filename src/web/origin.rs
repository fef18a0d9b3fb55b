//! Refuses posts that another site makes a visitor's browser send, and addresses no page of ours links to.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::{HttpResponse, web};

use crate::state::AppState;

/// Browsers say where a request comes from in `Sec-Fetch-Site`, older ones in `Origin`. What says neither is no
/// browser and carries nobody's cookies.
pub async fn refuse_cross_site(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if request.method().is_safe() || is_ours(&request) {
        return Ok(next.call(request).await?.map_into_boxed_body());
    }
    Ok(request.into_response(HttpResponse::Forbidden().finish()))
}

/// No address of ours holds a NUL, and no database takes one in what somebody searches for.
pub async fn refuse_nul(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if request.uri().to_string().contains("%00") {
        return Ok(request.into_response(HttpResponse::BadRequest().finish()));
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

fn is_ours(request: &ServiceRequest) -> bool {
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = header("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = header(header::ORIGIN.as_str()) else { return true };
    is_here(request, origin)
}

/// Whether an origin, `https://omvendt.example`, is where we are.
pub fn is_here(request: &ServiceRequest, origin: &str) -> bool {
    let public =
        request.app_data::<web::Data<AppState>>().map(|state| state.settings.public_url.as_str());
    let host = request.headers().get(header::HOST).and_then(|value| value.to_str().ok());
    let host = host.unwrap_or_default();
    public == Some(origin)
        || origin.split_once("://").is_some_and(|(_, origin_host)| origin_host == host)
}
