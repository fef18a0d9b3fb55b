//! `/photos/{photo}/…`: a photo never changes under its address, so a phone fetches it once.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpResponse, web};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::store;
use crate::domain::{CompanyId, CompanyStage, PhotoId, ProfileStatus, ProfileVersion};
use crate::entities::{company_profile, photo};
use crate::state::AppState;
use crate::web::visitor::Side;
use crate::web::{AppError, AppResult, SignedIn};

/// Only for the one browser: it stands behind sign-in.
const FOR_A_YEAR: &str = "private, max-age=31536000, immutable";

pub async fn list(
    state: web::Data<AppState>,
    visitor: SignedIn,
    photo: web::Path<PhotoId>,
) -> AppResult<HttpResponse> {
    send(&state, &visitor, *photo, photo::Column::ListJpeg).await
}

pub async fn full(
    state: web::Data<AppState>,
    visitor: SignedIn,
    photo: web::Path<PhotoId>,
) -> AppResult<HttpResponse> {
    send(&state, &visitor, *photo, photo::Column::FullJpeg).await
}

async fn send(
    state: &AppState,
    visitor: &SignedIn,
    photo: PhotoId,
    size: photo::Column,
) -> AppResult<HttpResponse> {
    let db = &state.db.read;
    let (company, jpeg): (CompanyId, Vec<u8>) = photo::Entity::find_by_id(photo)
        .select_only()
        .columns([photo::Column::CompanyId, size])
        .into_tuple()
        .one(db)
        .await?
        .ok_or(AppError::NotFound)?;
    let may = match visitor.side() {
        Side::Consultant | Side::Manager | Side::Administrator => true,
        Side::Company(own) if own == company => true,
        Side::Company(_) | Side::Mentor(_) | Side::YoungPerson(_) => {
            is_shown(db, company, photo).await?
        }
    };
    if !may {
        return Err(AppError::NotFound);
    }
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "image/jpeg"))
        .insert_header((CACHE_CONTROL, FOR_A_YEAR))
        .body(jpeg))
}

async fn is_shown(
    db: &impl ConnectionTrait,
    company: CompanyId,
    photo: PhotoId,
) -> AppResult<bool> {
    let company = store::company(db, company).await?;
    if company.profile_status == ProfileStatus::Paused || company.stage == CompanyStage::Left {
        return Ok(false);
    }
    Ok(company_profile::Entity::find()
        .filter(company_profile::Column::CompanyId.eq(company.id))
        .filter(company_profile::Column::Version.eq(ProfileVersion::Published))
        .filter(company_profile::Column::PhotoId.eq(photo))
        .one(db)
        .await?
        .is_some())
}
