//! `/placements/{placement}/end` and `/outcome`: how it ended, and what it led to.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::Choice;
use serde::Deserialize;
use validator::Validate;

use super::acts::end::{self, NewEnd};
use super::acts::outcome::{self, NewOutcome};
use super::forms::{self, Head, day_of};
use super::{path, words};
use crate::domain::placement::EndError;
use crate::domain::{EndKind, EndReason, OutcomeKind, PlacementId};
use crate::features::checklists::access::{self, Viewer};
use crate::state::AppState;
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, check, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct EndForm {
    kind: String,
    reason: String,
    day: String,
    #[validate(length(max = 1000, code = "problem-too-long"))]
    note: String,
}

#[derive(Template)]
#[template(path = "placements/end.html")]
struct EndPage {
    page: Page,
    t: Words,
    head: Head,
    action: String,
    switch: String,
    kinds: Vec<Choice>,
    reasons: Vec<Choice>,
    problems: Problems,
    form: EndForm,
}

pub async fn show_end(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<PlacementId>,
) -> AppResult<HttpResponse> {
    let placement = forms::of_consultant(&state.db.read, &visitor, *id).await?;
    let today = state.clock.today();
    let over = placement.ends_on.is_some_and(|last| last <= today);
    let form = EndForm {
        kind: if over { EndKind::AsAgreed.as_str().to_owned() } else { String::new() },
        day: placement.ends_on.filter(|_| over).unwrap_or(today).to_string(),
        ..EndForm::default()
    };
    html(&end_page(&request, &state, &visitor, *id, Problems::default(), form).await?)
}

async fn end_page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    id: PlacementId,
    problems: Problems,
    form: EndForm,
) -> AppResult<EndPage> {
    let t = visitor.words();
    let placement = forms::of_consultant(&state.db.read, visitor, id).await?;
    access::record_look_up(state, visitor, &placement, "placements/end").await?;
    let kind = |kind: EndKind| {
        Choice::new(kind.as_str(), t.kind("end-kind", kind.as_str()), form.kind == kind.as_str())
    };
    let reason = |reason: &EndReason| {
        let text = reason.as_str();
        Choice::new(text, t.kind("end-reason", text), form.reason == text)
    };
    Ok(EndPage {
        page: Page::new(request, t.placements_end_title()),
        t,
        head: forms::head(&state.db.read, &placement, Viewer::Consultant, t).await?,
        action: format!("{}/end", path(id)),
        switch: format!("{}/switch", path(id)),
        kinds: vec![kind(EndKind::AsAgreed), kind(EndKind::Early)],
        reasons: EndReason::ALL.iter().map(reason).collect(),
        problems,
        form,
    })
}

pub async fn end(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<PlacementId>,
    form: Form<EndForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let mut problems = check(&form.0, t);
    let day = day_of("day", &form.day, &mut problems, t);
    let kind = form.kind.parse().ok().filter(|kind| *kind != EndKind::Switched);
    if kind.is_none() {
        problems.add("kind", t.problem_choose());
    }
    if let (Some(kind), Some(on), true) = (kind, day, problems.is_empty()) {
        let reason = form.reason.parse().ok();
        let new = NewEnd { kind, reason, on, note: form.note.clone() };
        let txn = state.write().await?;
        match end::end(&txn, &state, *id, new, visitor.id).await? {
            Ok(_) => {
                txn.commit().await?;
                return Ok(see_other(path(*id)).notice("placements-ended"));
            }
            Err(error) => {
                problems.add(end_field(error), words::end(error, state.clock.today(), t));
            }
        }
    }
    unprocessable(&end_page(&request, &state, &visitor, *id, problems, form.0).await?)
}

fn end_field(error: EndError) -> &'static str {
    match error {
        EndError::ReasonMissing => "reason",
        EndError::NotStarted | EndError::NeverRan | EndError::NotEarly => "kind",
        EndError::BeforeStart
        | EndError::InTheFuture
        | EndError::NotOverYet { .. }
        | EndError::AfterAgreed { .. } => "day",
    }
}

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct OutcomeForm {
    kind: String,
    day: String,
    #[validate(length(max = 1000, code = "problem-too-long"))]
    note: String,
}

#[derive(Template)]
#[template(path = "placements/outcome.html")]
struct OutcomePage {
    page: Page,
    t: Words,
    head: Head,
    action: String,
    kinds: Vec<Choice>,
    problems: Problems,
    form: OutcomeForm,
}

pub async fn show_outcome(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<PlacementId>,
) -> AppResult<HttpResponse> {
    let form = OutcomeForm { day: state.clock.today().to_string(), ..OutcomeForm::default() };
    html(&outcome_page(&request, &state, &visitor, *id, Problems::default(), form).await?)
}

async fn outcome_page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    id: PlacementId,
    problems: Problems,
    form: OutcomeForm,
) -> AppResult<OutcomePage> {
    let t = visitor.words();
    let placement = forms::of_consultant(&state.db.read, visitor, id).await?;
    access::record_look_up(state, visitor, &placement, "placements/outcome").await?;
    let kind = |kind: &OutcomeKind| {
        let text = kind.as_str();
        Choice::new(text, t.kind("outcome-kind", text), form.kind == text)
    };
    Ok(OutcomePage {
        page: Page::new(request, t.placements_outcome_title()),
        t,
        head: forms::head(&state.db.read, &placement, Viewer::Consultant, t).await?,
        action: format!("{}/outcome", path(id)),
        kinds: OutcomeKind::ALL.iter().map(kind).collect(),
        problems,
        form,
    })
}

pub async fn record_outcome(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<PlacementId>,
    form: Form<OutcomeForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let mut problems = check(&form.0, t);
    let day = day_of("day", &form.day, &mut problems, t);
    let kind = form.kind.parse().ok();
    if kind.is_none() {
        problems.add("kind", t.problem_choose());
    }
    if let (Some(kind), Some(noted_on), true) = (kind, day, problems.is_empty()) {
        let new = NewOutcome { kind, noted_on, note: form.note.clone() };
        let txn = state.write().await?;
        match outcome::record_outcome(&txn, &state, *id, new, visitor.id).await? {
            Ok(_) => {
                txn.commit().await?;
                return Ok(see_other(path(*id)).notice("placements-outcome-recorded"));
            }
            Err(error) => problems.add("day", words::outcome(error, state.clock.today(), t)),
        }
    }
    unprocessable(&outcome_page(&request, &state, &visitor, *id, problems, form.0).await?)
}
