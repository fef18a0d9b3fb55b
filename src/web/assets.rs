//! `GET /assets/{file}`: the built front end, under names that change with their content.

use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};

use super::{AppError, AppResult};

pub async fn show(request: HttpRequest, file: web::Path<String>) -> AppResult<HttpResponse> {
    let file = omvendt_frontend::file(&file).ok_or(AppError::NotFound)?;
    let mut response = HttpResponse::Ok();
    response.content_type(file.content_type);
    let cache = if file.immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
    response.insert_header((header::CACHE_CONTROL, HeaderValue::from_static(cache)));
    if request.method() == actix_web::http::Method::HEAD {
        return Ok(response.finish());
    }
    Ok(response.body(file.bytes.into_owned()))
}
