//! How a handler ends when the visitor cannot put it right: logged once, told without detail.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use sea_orm::DbErr;

pub type AppResult<T> = Result<T, AppError>;

#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// Not there, or not the visitor's: the same answer, so that nobody learns which.
    #[error("not found")]
    NotFound,
    #[error("the request is malformed: {0}")]
    Malformed(String),
    #[error("too large")]
    TooLarge,
    #[error("too many attempts")]
    TooMany,
    #[error("database: {0}")]
    Database(#[from] DbErr),
    #[error("{0}")]
    Internal(#[from] anyhow::Error),
}

impl ResponseError for AppError {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Malformed(_) => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Database(_) | Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The empty answer gets its page in `page::error_pages`, which knows the visitor's language.
    fn error_response(&self) -> HttpResponse {
        if self.status_code().is_server_error() {
            tracing::error!(error = ?self, "a request failed");
        }
        HttpResponse::new(self.status_code())
    }
}

impl From<askama::Error> for AppError {
    fn from(error: askama::Error) -> Self {
        Self::Internal(error.into())
    }
}

impl From<serde_json::Error> for AppError {
    fn from(error: serde_json::Error) -> Self {
        Self::Internal(error.into())
    }
}
