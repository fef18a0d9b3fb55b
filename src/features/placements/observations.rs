//! `/placements/{placement}/observations`: three marks and a line, in a minute, by the mentor or the company.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::Choice;
use serde::Deserialize;
use validator::Validate;

use super::acts::observe::{self, NewObservation};
use super::forms::{self, Head};
use super::{path, words};
use crate::domain::{Observed, PlacementId};
use crate::features::checklists::access;
use crate::state::AppState;
use crate::web::{
    AppError, AppResult, Form, Page, Problems, SignedIn, check, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct ObservationForm {
    meets: String,
    contributes: String,
    belongs: String,
    #[validate(length(max = 1000, code = "problem-too-long"))]
    words: String,
}

#[derive(Template)]
#[template(path = "placements/observe.html")]
struct ObservePage {
    page: Page,
    t: Words,
    head: Head,
    action: String,
    meets: Vec<Choice>,
    contributes: Vec<Choice>,
    belongs: Vec<Choice>,
    problems: Problems,
    form: ObservationForm,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    id: web::Path<PlacementId>,
) -> AppResult<HttpResponse> {
    let form = ObservationForm::default();
    html(&page(&request, &state, &visitor, *id, Problems::default(), form).await?)
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedIn,
    id: PlacementId,
    problems: Problems,
    form: ObservationForm,
) -> AppResult<ObservePage> {
    let t = visitor.words();
    let (placement, viewer) = access::of_visitor(&state.db.read, visitor, id).await?;
    if !viewer.is_at_work() {
        return Err(AppError::NotFound);
    }
    access::record_look_up(state, visitor, &placement, "placements/observations").await?;
    let choices = |chosen: &str| {
        let choice = |mark: &Observed| {
            Choice::new(mark.as_str(), t.kind("observed", mark.as_str()), chosen == mark.as_str())
        };
        Observed::ALL.iter().map(choice).collect()
    };
    let head = forms::head(&state.db.read, &placement, viewer, t).await?;
    Ok(ObservePage {
        page: Page::new(request, t.placements_observe_title(head.young_person.as_str())),
        t,
        head,
        action: format!("{}/observations", path(id)),
        meets: choices(&form.meets),
        contributes: choices(&form.contributes),
        belongs: choices(&form.belongs),
        problems,
        form,
    })
}

pub async fn submit(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    id: web::Path<PlacementId>,
    form: Form<ObservationForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let mut problems = check(&form.0, t);
    if problems.is_empty() {
        let txn = state.write().await?;
        let (_, viewer) = forms::change(&txn, &visitor, *id).await?;
        if !viewer.is_at_work() {
            return Err(AppError::NotFound);
        }
        let new = NewObservation {
            meets: form.meets.parse().ok(),
            contributes: form.contributes.parse().ok(),
            belongs: form.belongs.parse().ok(),
            words: form.words.clone(),
        };
        match observe::observe(&txn, &state, *id, new, visitor.id).await? {
            Ok(_) => {
                txn.commit().await?;
                return Ok(see_other(path(*id)).notice("placements-observed"));
            }
            Err(error) => problems.add("words", words::observe(error, t)),
        }
    }
    unprocessable(&page(&request, &state, &visitor, *id, problems, form.0).await?)
}
