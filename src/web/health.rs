//! `/healthz` answers while the process lives, `/readyz` when database and schema are right.

use actix_web::{HttpResponse, web};

use crate::state::AppState;

pub async fn alive() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("alive\n")
}

pub async fn ready(state: web::Data<AppState>) -> HttpResponse {
    match state.db.is_migrated().await {
        Ok(true) => HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ready\n"),
        Ok(false) => not_ready("the schema is not up to date\n"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            not_ready("the database does not answer\n")
        }
    }
}

fn not_ready(why: &'static str) -> HttpResponse {
    HttpResponse::ServiceUnavailable().content_type("text/plain; charset=utf-8").body(why)
}
