//! `/admin/programme/requirements`: what a place may ask of whoever comes. Never health.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::{EntityTrait, QueryOrder};
use serde::Deserialize;
use validator::Validate;

use super::is_saved;
use crate::domain::RequirementId;
use crate::entities::requirement;
use crate::features::programme::change;
use crate::state::{AppState, Txn};
use crate::web::{
    AppResult, Form, Page, Problems, SignedInAdministrator, check, html, see_other, unprocessable,
};
use crate::words::Words;

pub const PATH: &str = "/admin/programme/requirements";

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct NewForm {
    #[validate(length(min = 1, max = 100, code = "admin-problem-line"))]
    pub name_da: String,
    #[validate(length(min = 1, max = 100, code = "admin-problem-line"))]
    pub name_en: String,
}

#[derive(Template)]
#[template(path = "administration/requirements.html")]
struct RequirementsPage {
    page: Page,
    t: Words,
    rows: Vec<requirement::Model>,
    form: NewForm,
    problems: Problems,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInAdministrator,
) -> AppResult<HttpResponse> {
    let form = NewForm::default();
    html(&list(&request, &state, visitor.words(), form, Problems::default()).await?)
}

pub async fn add(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInAdministrator,
    form: Form<NewForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let mut problems = check(&form.0, t);
    let add = async |txn: &Txn| change::add_requirement(txn, &form.name_da, &form.name_en).await;
    if is_saved(&state, &mut problems, "name_en", t, add).await? {
        return Ok(see_other(PATH).notice("admin-saved"));
    }
    unprocessable(&list(&request, &state, t, form.0, problems).await?)
}

/// `POST …/{requirement}/retirement`.
pub async fn retire(
    state: web::Data<AppState>,
    _: SignedInAdministrator,
    id: web::Path<RequirementId>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    change::retire_requirement(&txn, *id, state.clock.now()).await?;
    txn.commit().await?;
    Ok(see_other(PATH).notice("admin-saved"))
}

/// `POST …/{requirement}/return`.
pub async fn bring_back(
    state: web::Data<AppState>,
    _: SignedInAdministrator,
    id: web::Path<RequirementId>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    change::bring_back_requirement(&txn, *id).await?;
    txn.commit().await?;
    Ok(see_other(PATH).notice("admin-saved"))
}

async fn list(
    request: &HttpRequest,
    state: &AppState,
    t: Words,
    form: NewForm,
    problems: Problems,
) -> AppResult<RequirementsPage> {
    Ok(RequirementsPage {
        page: Page::new(request, t.admin_requirements_title()),
        t,
        rows: requirement::Entity::find()
            .order_by_asc(requirement::Column::Code)
            .all(&state.db.read)
            .await?,
        form,
        problems,
    })
}
