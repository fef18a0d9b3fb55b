//! `/company/profile/photo`: one photo of the place, from any phone.

use actix_multipart::form::MultipartForm;
use actix_multipart::form::tempfile::TempFile;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use tokio::sync::Semaphore;

use super::picture::{self, LARGEST_FILE, Picture, PictureError};
use super::{PROFILE, full_photo, profile_state, store, words};
use crate::state::AppState;
use crate::web::{AppResult, Page, Problems, SignedInCompany, html, see_other, unprocessable};
use crate::words::Words;

pub const PATH: &str = "/company/profile/photo";

/// A large photo takes much memory for a moment, so only a few are worked on at a time.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

#[derive(Debug, MultipartForm)]
pub struct PhotoForm {
    #[multipart(limit = "9 MB")]
    photo: Option<TempFile>,
}

#[derive(Template)]
#[template(path = "companies/photo.html")]
struct PhotoPage {
    page: Page,
    t: Words,
    photo: String,
    problems: Problems,
    largest: usize,
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInCompany,
    problems: Problems,
) -> AppResult<PhotoPage> {
    let t = visitor.words();
    let row = store::newest_profile(&state.db.read, visitor.company).await?;
    Ok(PhotoPage {
        page: Page::new(request, t.profile_photo_title()),
        t,
        photo: row.and_then(|row| row.photo_id).map(full_photo).unwrap_or_default(),
        problems,
        largest: LARGEST_FILE,
    })
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
) -> AppResult<HttpResponse> {
    html(&page(&request, &state, &visitor, Problems::default()).await?)
}

/// `POST /company/profile/photo`: a new picture in the draft.
pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
    form: Result<MultipartForm<PhotoForm>, actix_web::Error>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let picture = match form {
        Ok(form) => read(form.into_inner().photo).await?,
        Err(_) => Err(PictureError::TooLarge),
    };
    let picture = match picture {
        Ok(picture) => picture,
        Err(error) => {
            let mut problems = Problems::default();
            problems.add("photo", words::picture(&error, t));
            return unprocessable(&page(&request, &state, &visitor, problems).await?);
        }
    };
    let now = state.clock.now();
    let txn = state.write().await?;
    let photo = store::add_photo(&txn, visitor.company, picture, now).await?;
    profile_state::change_photo(&txn, visitor.company, Some(photo), visitor.id, now).await?;
    txn.commit().await?;
    Ok(see_other(PROFILE).notice("profile-photo-saved"))
}

async fn read(file: Option<TempFile>) -> AppResult<Result<Picture, PictureError>> {
    let Some(file) = file.filter(|file| file.size > 0) else {
        return Ok(Err(PictureError::NotAPicture));
    };
    if file.size > LARGEST_FILE {
        return Ok(Err(PictureError::TooLarge));
    }
    let bytes = tokio::fs::read(file.file.path()).await.map_err(anyhow::Error::from)?;
    let _turn = AT_ONCE.acquire().await.map_err(anyhow::Error::from)?;
    Ok(web::block(move || picture::prepare(&bytes)).await.map_err(anyhow::Error::from)?)
}

/// `POST /company/profile/photo/removal`.
pub async fn remove(
    state: web::Data<AppState>,
    visitor: SignedInCompany,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    profile_state::change_photo(&txn, visitor.company, None, visitor.id, state.clock.now()).await?;
    txn.commit().await?;
    Ok(see_other(PROFILE).notice("profile-photo-removed"))
}
