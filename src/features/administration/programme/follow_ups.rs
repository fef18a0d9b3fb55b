//! `/admin/programme/follow-ups`: when somebody asks how a placement is going, by kind and step.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::Choice;
use sea_orm::{EntityTrait, QueryOrder};
use serde::Deserialize;

use super::{day, in_force, is_saved, number};
use crate::domain::FollowUpForm;
use crate::entities::{follow_up_rule, new_id};
use crate::features::programme::change;
use crate::state::{AppState, Txn};
use crate::web::{
    AppResult, Form, Page, Problems, SignedInAdministrator, html, see_other, unprocessable,
};
use crate::words::Words;

pub const PATH: &str = "/admin/programme/follow-ups";

/// The furthest a step may lie from its anchor.
const DAYS: i32 = 366;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct NewForm {
    /// `<kind> <step>` of a row there is.
    pub step: String,
    pub valid_from: String,
    pub days: String,
    pub form: String,
    pub minutes: String,
}

#[derive(Template)]
#[template(path = "administration/follow_ups.html")]
struct FollowUpsPage {
    page: Page,
    t: Words,
    rows: Vec<Row>,
    steps: Vec<Choice>,
    forms: Vec<Choice>,
    form: NewForm,
    problems: Problems,
}

struct Row {
    step: String,
    in_force: String,
    when: String,
    form: String,
    minutes: i32,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInAdministrator,
) -> AppResult<HttpResponse> {
    let (rules, t) = (rules(&state).await?, visitor.words());
    html(&list(&request, rules, t, NewForm::default(), Problems::default()))
}

pub async fn add(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInAdministrator,
    form: Form<NewForm>,
) -> AppResult<HttpResponse> {
    let (rules, t) = (rules(&state).await?, visitor.words());
    let mut problems = Problems::default();
    if let Some(new) = new_rule(&rules, &form, &mut problems, t) {
        let today = state.clock.today();
        let add = async |txn: &Txn| change::follow_follow_up(txn, new, today).await;
        if is_saved(&state, &mut problems, "valid_from", t, add).await? {
            return Ok(see_other(PATH).notice("admin-saved"));
        }
    }
    unprocessable(&list(&request, rules, t, form.0, problems))
}

async fn rules(state: &AppState) -> AppResult<Vec<follow_up_rule::Model>> {
    Ok(follow_up_rule::Entity::find()
        .order_by_asc(follow_up_rule::Column::Kind)
        .order_by_asc(follow_up_rule::Column::Anchor)
        .order_by_asc(follow_up_rule::Column::Days)
        .order_by_desc(follow_up_rule::Column::ValidFrom)
        .all(&state.db.read)
        .await?)
}

/// As the row it follows, but for what may change: when, how and how long.
fn new_rule(
    rules: &[follow_up_rule::Model],
    form: &NewForm,
    problems: &mut Problems,
    t: Words,
) -> Option<follow_up_rule::Model> {
    let before = rules.iter().find(|rule| key(rule) == form.step);
    if before.is_none() {
        problems.add("step", t.problem_choose());
    }
    let held: Option<FollowUpForm> = form.form.parse().ok();
    if held.is_none() {
        problems.add("form", t.problem_choose());
    }
    let days: Option<i32> = form.days.parse().ok().filter(|days: &i32| days.abs() <= DAYS);
    if days.is_none() {
        problems.add("days", t.problem_number());
    }
    let valid_from = day("valid_from", &form.valid_from, problems, t);
    let minutes = number("minutes", &form.minutes, problems, t);
    let new = follow_up_rule::Model {
        id: new_id(),
        valid_from,
        valid_to: None,
        days: days?,
        form: held?,
        minutes,
        ..before?.clone()
    };
    problems.is_empty().then_some(new)
}

fn key(rule: &follow_up_rule::Model) -> String {
    format!("{} {}", rule.kind, rule.step)
}

fn name(rule: &follow_up_rule::Model, t: Words) -> String {
    let step = t.say(&format!("follow-ups-step-{}", rule.step.replace('_', "-")));
    format!("{}: {step}", t.kind("placement-kind", rule.kind.as_str()))
}

fn list(
    request: &HttpRequest,
    rules: Vec<follow_up_rule::Model>,
    t: Words,
    form: NewForm,
    problems: Problems,
) -> FollowUpsPage {
    let mut steps: Vec<Choice> = Vec::new();
    for rule in &rules {
        if !steps.iter().any(|step| step.value == key(rule)) {
            steps.push(Choice::new(key(rule), name(rule, t), form.step == key(rule)));
        }
    }
    let held = |form: FollowUpForm| t.kind("follow-up-form", form.as_str());
    let forms = FollowUpForm::ALL.iter();
    let forms =
        forms.map(|each| Choice::new(each.as_str(), held(*each), form.form == each.as_str()));
    let rows = rules.iter().map(|rule| Row {
        step: name(rule, t),
        in_force: in_force(rule.valid_from, rule.valid_to, t),
        when: t.say_with(&format!("admin-anchor-{}", rule.anchor), [("days", rule.days.into())]),
        form: held(rule.form),
        minutes: rule.minutes,
    });
    FollowUpsPage {
        page: Page::new(request, t.admin_follow_ups_title()),
        t,
        rows: rows.collect(),
        steps,
        forms: forms.collect(),
        form,
        problems,
    }
}
