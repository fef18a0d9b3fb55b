//! `/admin/programme/holidays`: days on which nobody works. Follow-ups and events keep off them.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::{EntityTrait, QueryOrder};
use serde::Deserialize;
use validator::Validate;

use super::{day, is_saved};
use crate::domain::Language;
use crate::entities::holiday;
use crate::features::programme::change;
use crate::state::{AppState, Txn};
use crate::web::{
    AppResult, Form, Page, Problems, SignedInAdministrator, check, html, see_other, unprocessable,
};
use crate::words::Words;

pub const PATH: &str = "/admin/programme/holidays";

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct NewForm {
    pub day: String,
    #[validate(length(min = 1, max = 100, code = "admin-problem-line"))]
    pub name_da: String,
    #[validate(length(min = 1, max = 100, code = "admin-problem-line"))]
    pub name_en: String,
}

#[derive(Template)]
#[template(path = "administration/holidays.html")]
struct HolidaysPage {
    page: Page,
    t: Words,
    rows: Vec<Row>,
    form: NewForm,
    problems: Problems,
}

struct Row {
    exact: String,
    day: String,
    name: String,
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
    let on = day("day", &form.day, &mut problems, t);
    let add = async |txn: &Txn| change::add_holiday(txn, on, &form.name_da, &form.name_en).await;
    if is_saved(&state, &mut problems, "day", t, add).await? {
        return Ok(see_other(PATH).notice("admin-saved"));
    }
    unprocessable(&list(&request, &state, t, form.0, problems).await?)
}

async fn list(
    request: &HttpRequest,
    state: &AppState,
    t: Words,
    form: NewForm,
    problems: Problems,
) -> AppResult<HolidaysPage> {
    let days =
        holiday::Entity::find().order_by_desc(holiday::Column::Day).all(&state.db.read).await?;
    let rows = days.into_iter().map(|row| Row {
        exact: row.day.to_string(),
        day: t.date(row.day),
        name: match t.0 {
            Language::Danish => row.name_da,
            Language::English => row.name_en,
        },
    });
    let page = Page::new(request, t.admin_holidays_title());
    Ok(HolidaysPage { page, t, rows: rows.collect(), form, problems })
}
