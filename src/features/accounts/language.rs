//! `POST /language`: Danish or English, remembered with the account when there is one.

use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::http::header;
use actix_web::{HttpResponse, web};
use sea_orm::{ActiveModelTrait, Set};
use serde::Deserialize;

use super::local_path;
use crate::domain::Language;
use crate::entities::account;
use crate::state::AppState;
use crate::web::{Anyone, AppError, AppResult, Form};

pub const COOKIE: &str = "language";

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct LanguageForm {
    pub language: String,
    pub back: String,
}

pub async fn choose(
    state: web::Data<AppState>,
    visit: Anyone,
    form: Form<LanguageForm>,
) -> AppResult<HttpResponse> {
    let language: Language =
        form.language.parse().map_err(|_| AppError::Malformed("no such language".into()))?;
    if let Some(visitor) = visit.visitor {
        let txn = state.write().await?;
        let row = account::ActiveModel {
            id: Set(visitor.id),
            language: Set(language),
            ..Default::default()
        };
        row.update(&txn).await?;
        txn.commit().await?;
    }
    let cookie = Cookie::build(COOKIE, language.as_str())
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(time::Duration::days(365))
        .finish();
    let back = local_path(&form.back).unwrap_or("/").to_owned();
    Ok(HttpResponse::SeeOther().insert_header((header::LOCATION, back)).cookie(cookie).finish())
}
