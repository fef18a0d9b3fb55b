//! `/admin/programme/lengths`: how long a placement may lawfully last, by target group.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::Choice;
use sea_orm::{EntityTrait, QueryOrder};
use serde::Deserialize;
use validator::Validate;

use super::{day, in_force, is_saved, number};
use crate::domain::TargetGroup;
use crate::entities::{length_rule, new_id};
use crate::features::programme::change;
use crate::state::{AppState, Txn};
use crate::web::{
    AppResult, Form, Page, Problems, SignedInAdministrator, check, html, see_other, unprocessable,
};
use crate::words::Words;

pub const PATH: &str = "/admin/programme/lengths";

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct NewForm {
    pub target_group: String,
    pub valid_from: String,
    pub longest_weeks: String,
    pub extended_weeks: String,
    #[validate(length(min = 1, max = 500, code = "admin-problem-source"))]
    pub source: String,
}

#[derive(Template)]
#[template(path = "administration/lengths.html")]
struct LengthsPage {
    page: Page,
    t: Words,
    rows: Vec<Row>,
    groups: Vec<Choice>,
    form: NewForm,
    problems: Problems,
}

struct Row {
    group: String,
    in_force: String,
    longest: i32,
    extended: i32,
    source: String,
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
    if let Some(new) = new_rule(&form, &mut problems, t) {
        let today = state.clock.today();
        let add = async |txn: &Txn| change::follow_length(txn, new, today).await;
        if is_saved(&state, &mut problems, "valid_from", t, add).await? {
            return Ok(see_other(PATH).notice("admin-saved"));
        }
    }
    unprocessable(&list(&request, &state, t, form.0, problems).await?)
}

fn new_rule(form: &NewForm, problems: &mut Problems, t: Words) -> Option<length_rule::Model> {
    let target_group: Option<TargetGroup> = form.target_group.parse().ok();
    if target_group.is_none() {
        problems.add("target_group", t.problem_choose());
    }
    let valid_from = day("valid_from", &form.valid_from, problems, t);
    let longest_weeks = number("longest_weeks", &form.longest_weeks, problems, t);
    let extended_weeks = number("extended_weeks", &form.extended_weeks, problems, t);
    if extended_weeks < longest_weeks && problems.is_empty() {
        problems.add("extended_weeks", t.admin_problem_extended());
    }
    let new = length_rule::Model {
        id: new_id(),
        target_group: target_group?,
        valid_from,
        valid_to: None,
        longest_weeks,
        extended_weeks,
        source: form.source.clone(),
    };
    problems.is_empty().then_some(new)
}

async fn list(
    request: &HttpRequest,
    state: &AppState,
    t: Words,
    form: NewForm,
    problems: Problems,
) -> AppResult<LengthsPage> {
    let group = |group: TargetGroup| t.kind("target-group", group.as_str());
    let rules = length_rule::Entity::find()
        .order_by_asc(length_rule::Column::TargetGroup)
        .order_by_desc(length_rule::Column::ValidFrom)
        .all(&state.db.read)
        .await?;
    let rows = rules.into_iter().map(|rule| Row {
        group: group(rule.target_group),
        in_force: in_force(rule.valid_from, rule.valid_to, t),
        longest: rule.longest_weeks,
        extended: rule.extended_weeks,
        source: rule.source,
    });
    let groups = TargetGroup::ALL
        .iter()
        .map(|each| Choice::new(each.as_str(), group(*each), form.target_group == each.as_str()));
    Ok(LengthsPage {
        page: Page::new(request, t.admin_lengths_title()),
        t,
        rows: rows.collect(),
        groups: groups.collect(),
        form,
        problems,
    })
}
