//! `/placements/{placement}/refusal` and `/withdrawal`: the ways a placement comes to nothing, each behind a page
//! that says what happens then.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use validator::Validate;

use super::forms::{self, Head};
use super::{acts, answer, path, show, words};
use crate::domain::{PlacementId, PlacementStatus};
use crate::features::checklists::access::{self, Viewer};
use crate::state::AppState;
use crate::web::{
    AppResult, Form, Page, Problems, SignedIn, check, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct WhyForm {
    party: String,
    #[validate(length(max = 1000, code = "problem-too-long"))]
    why: String,
}

#[derive(Template)]
#[template(path = "placements/why.html")]
struct WhyPage {
    page: Page,
    t: Words,
    head: Head,
    action: String,
    what_happens: String,
    label: String,
    hint: String,
    button_label: String,
    problems: Problems,
    form: WhyForm,
    /// Nobody has to explain a no.
    optional: bool,
}

pub async fn show_refusal(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    id: web::Path<PlacementId>,
    form: web::Query<WhyForm>,
) -> AppResult<HttpResponse> {
    let (placement, viewer) = access::of_visitor(&state.db.read, &visitor, *id).await?;
    answer::party(viewer, &form.party)?;
    if let Some(notice) = too_late(placement.status) {
        return Ok(see_other(path(*id)).notice(notice));
    }
    let problems = Problems::default();
    html(&refusal_page(&request, &state, &visitor, *id, problems, form.into_inner()).await?)
}

/// Why there is nothing left to say no to.
fn too_late(status: PlacementStatus) -> Option<&'static str> {
    match status {
        PlacementStatus::Proposed => None,
        PlacementStatus::Agreed | PlacementStatus::Running => Some("placements-refused-agreed"),
        PlacementStatus::Declined => Some("placements-refused-declined"),
        PlacementStatus::Ended | PlacementStatus::Withdrawn => Some("placements-refused-over"),
    }
}

async fn refusal_page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedIn,
    id: PlacementId,
    problems: Problems,
    form: WhyForm,
) -> AppResult<WhyPage> {
    let t = visitor.words();
    let (placement, viewer) = access::of_visitor(&state.db.read, visitor, id).await?;
    answer::party(viewer, &form.party)?;
    access::record_look_up(state, visitor, &placement, "placements/refusal").await?;
    let (what_happens, hint) = match viewer {
        Viewer::YoungPerson => (t.placements_no_what_young(), t.placements_no_why_hint()),
        Viewer::Company | Viewer::Mentor => {
            (t.placements_no_what_company(), t.placements_no_why_hint())
        }
        Viewer::Consultant => (t.placements_no_what_consultant(), String::new()),
    };
    let button_label = match viewer {
        Viewer::YoungPerson => t.placements_no_send(),
        Viewer::Company | Viewer::Mentor => t.placements_no_send_company(),
        Viewer::Consultant => t.placements_no_write(),
    };
    Ok(WhyPage {
        page: Page::new(request, t.placements_no_title()),
        t,
        head: forms::head(&state.db.read, &placement, viewer, t).await?,
        action: format!("{}/refusal", path(id)),
        what_happens,
        label: t.placements_no_why(),
        hint,
        button_label,
        problems,
        form,
        optional: true,
    })
}

pub async fn refuse(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    id: web::Path<PlacementId>,
    form: Form<WhyForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let problems = check(&form.0, t);
    if !problems.is_empty() {
        let page = refusal_page(&request, &state, &visitor, *id, problems, form.0).await?;
        return unprocessable(&page);
    }
    let txn = state.write().await?;
    let (_, viewer) = forms::change(&txn, &visitor, *id).await?;
    let party = answer::party(viewer, &form.party)?;
    let refused = acts::answer::decline(&txn, &state, *id, party, visitor.id, &form.why).await?;
    if let Err(error) = refused {
        drop(txn);
        return show::refused(&request, &state, &visitor, *id, words::answer(error, t)).await;
    }
    txn.commit().await?;
    Ok(see_other(path(*id)).notice("placements-said-no"))
}

pub async fn show_withdrawal(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    id: web::Path<PlacementId>,
) -> AppResult<HttpResponse> {
    let form = WhyForm::default();
    html(&withdrawal_page(&request, &state, &visitor, *id, Problems::default(), form).await?)
}

async fn withdrawal_page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedIn,
    id: PlacementId,
    problems: Problems,
    form: WhyForm,
) -> AppResult<WhyPage> {
    let t = visitor.words();
    let placement = forms::of_consultant(&state.db.read, visitor, id).await?;
    access::record_look_up(state, visitor, &placement, "placements/withdrawal").await?;
    Ok(WhyPage {
        page: Page::new(request, t.placements_withdraw_title()),
        t,
        head: forms::head(&state.db.read, &placement, Viewer::Consultant, t).await?,
        action: format!("{}/withdrawal", path(id)),
        what_happens: t.placements_withdraw_what(),
        label: t.placements_withdraw_why(),
        hint: t.placements_withdraw_why_hint(),
        button_label: t.placements_withdraw(),
        problems,
        form,
        optional: false,
    })
}

pub async fn withdraw(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    id: web::Path<PlacementId>,
    form: Form<WhyForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let mut problems = check(&form.0, t);
    if form.why.is_empty() {
        problems.add("why", t.problem_required());
    }
    if !problems.is_empty() {
        let page = withdrawal_page(&request, &state, &visitor, *id, problems, form.0).await?;
        return unprocessable(&page);
    }
    let txn = state.write().await?;
    let withdrawn = acts::withdraw::withdraw(&txn, &state, *id, visitor.id, &form.why).await?;
    if let Err(error) = withdrawn {
        drop(txn);
        return show::refused(&request, &state, &visitor, *id, words::withdraw(error, t)).await;
    }
    txn.commit().await?;
    Ok(see_other(path(*id)).notice("placements-withdrawn"))
}
