//! `/admin/programme/ratios`: how many people a workplace may have in placement for its number of employees.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::{EntityTrait, QueryOrder};
use serde::Deserialize;
use validator::Validate;

use super::{day, in_force, is_saved, number};
use crate::entities::{new_id, ratio_rule};
use crate::features::programme::change;
use crate::state::{AppState, Txn};
use crate::web::{
    AppResult, Form, Page, Problems, SignedInAdministrator, check, html, see_other, unprocessable,
};
use crate::words::Words;

pub const PATH: &str = "/admin/programme/ratios";

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct NewForm {
    pub valid_from: String,
    pub up_to_employees: String,
    pub employees_per_place: String,
    pub employees_per_place_above: String,
    pub at_least: String,
    #[validate(length(min = 1, max = 500, code = "admin-problem-source"))]
    pub source: String,
}

#[derive(Template)]
#[template(path = "administration/ratios.html")]
struct RatiosPage {
    page: Page,
    t: Words,
    rows: Vec<Row>,
    form: NewForm,
    problems: Problems,
}

struct Row {
    in_force: String,
    rule: ratio_rule::Model,
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
    let mut count = |name: &str, typed: &str| number(name, typed, &mut problems, t);
    let new = ratio_rule::Model {
        id: new_id(),
        up_to_employees: count("up_to_employees", &form.up_to_employees),
        employees_per_place: count("employees_per_place", &form.employees_per_place),
        employees_per_place_above: count(
            "employees_per_place_above",
            &form.employees_per_place_above,
        ),
        at_least: count("at_least", &form.at_least),
        valid_from: day("valid_from", &form.valid_from, &mut problems, t),
        valid_to: None,
        source: form.source.clone(),
    };
    let today = state.clock.today();
    let add = async |txn: &Txn| change::follow_ratio(txn, new, today).await;
    if is_saved(&state, &mut problems, "valid_from", t, add).await? {
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
) -> AppResult<RatiosPage> {
    let rules = ratio_rule::Entity::find()
        .order_by_desc(ratio_rule::Column::ValidFrom)
        .all(&state.db.read)
        .await?;
    let rows = rules
        .into_iter()
        .map(|rule| Row { in_force: in_force(rule.valid_from, rule.valid_to, t), rule });
    let page = Page::new(request, t.admin_ratios_title());
    Ok(RatiosPage { page, t, rows: rows.collect(), form, problems })
}
