//! `GET /assets/{file}`: the built front end, under names that change with their content.

use std::borrow::Cow;

use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};

use super::{AppError, AppResult};

pub async fn show(request: HttpRequest, path: web::Path<String>) -> AppResult<HttpResponse> {
    let file = omvendt_frontend::file(&path).ok_or(AppError::NotFound)?;
    let accepted = request
        .headers()
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("");
    let (encoding, bytes) = match (file.brotli, file.gzip) {
        (Some(bytes), _) if accepts(accepted, "br") => ("br", bytes),
        (_, Some(bytes)) if accepts(accepted, "gzip") => ("gzip", bytes),
        _ => ("identity", file.bytes),
    };
    let cache = if file.immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = HttpResponse::Ok();
    response
        .content_type(file.content_type)
        .insert_header((header::CACHE_CONTROL, HeaderValue::from_static(cache)))
        .insert_header((header::VARY, HeaderValue::from_static("accept-encoding")))
        .insert_header((header::CONTENT_ENCODING, HeaderValue::from_static(encoding)));
    Ok(match bytes {
        Cow::Borrowed(bytes) => response.body(bytes),
        Cow::Owned(bytes) => response.body(bytes),
    })
}

fn accepts(accepted: &str, encoding: &str) -> bool {
    accepted
        .split(',')
        .any(|offer| offer.split(';').next().is_some_and(|name| name.trim() == encoding))
}
