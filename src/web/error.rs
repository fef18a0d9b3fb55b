//! How a handler ends when the visitor cannot put it right: logged once, told without detail.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use sea_orm::{DbErr, RuntimeErr};

pub type AppResult<T> = Result<T, AppError>;

#[derive(thiserror::Error)]
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

/// What goes into the log. A database tells the values it refused, which may be somebody's address: only what was
/// broken is told of it.
impl fmt::Debug for AppError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Database(error) = self else { return write!(to, "{self}") };
        let (DbErr::Conn(inner) | DbErr::Exec(inner) | DbErr::Query(inner)) = error else {
            return write!(to, "{self}");
        };
        match inner {
            RuntimeErr::SqlxError(inner) => match inner.as_database_error() {
                Some(refused) => {
                    let code = refused.code().unwrap_or_default();
                    let rule = refused.constraint().or(refused.table()).unwrap_or_default();
                    write!(to, "database: refused with {code} {rule} ({:?})", refused.kind())
                }
                None => write!(to, "database: {inner}"),
            },
            RuntimeErr::Internal(words) => write!(to, "database: {words}"),
        }
    }
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
