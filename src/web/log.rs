//! One line per request: what, how it ended and how long it took. Never a query, a form or a name.

use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;

use super::metrics;

pub async fn requests(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let started = Instant::now();
    let method = request.method().clone();
    let pattern = request.match_pattern().unwrap_or_else(|| "(none)".into());
    let response = next.call(request).await?;
    let took = started.elapsed();
    let status = response.status().as_u16();
    metrics::observe(method.as_str(), &pattern, status, took);
    tracing::info!(%method, path = pattern, status, micros = took.as_micros() as u64, "request");
    Ok(response)
}
