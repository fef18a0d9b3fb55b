//! `/placements/{placement}/grant`, `/voice` and `/start`: what must stand before day one, and day one.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use validator::Validate;

use super::acts::start;
use super::forms::{self, Head, day_of};
use super::{path, show, words};
use crate::domain::PlacementId;
use crate::features::checklists::access::{self, Viewer};
use crate::state::AppState;
use crate::web::{
    AppResult, Form, Page, Problems, SignedIn, SignedInConsultant, check, html, see_other,
    unprocessable,
};
use crate::words::Words;

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct RecordForm {
    #[validate(length(max = 200, code = "problem-too-long"))]
    name: String,
    day: String,
}

/// The grant and the colleagues' voice are both a day, and the voice a name as well.
#[derive(Template)]
#[template(path = "placements/record.html")]
struct RecordPage {
    page: Page,
    t: Words,
    head: Head,
    action: String,
    what: String,
    name_label: String,
    day_label: String,
    problems: Problems,
    form: RecordForm,
}

pub async fn show_grant(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<PlacementId>,
) -> AppResult<HttpResponse> {
    let placement = forms::of_consultant(&state.db.read, &visitor, *id).await?;
    let day = placement.granted_on.unwrap_or_else(|| state.clock.today()).to_string();
    let form = RecordForm { day, ..RecordForm::default() };
    html(&record_page(&request, &state, &visitor, *id, "grant", Problems::default(), form).await?)
}

async fn record_page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    id: PlacementId,
    what: &str,
    problems: Problems,
    form: RecordForm,
) -> AppResult<RecordPage> {
    let t = visitor.words();
    let placement = forms::of_consultant(&state.db.read, visitor, id).await?;
    access::record_look_up(state, visitor, &placement, "placements/record").await?;
    let (title, words, name_label, day_label) = if what == "voice" {
        (
            t.placements_voice_title(),
            t.placements_voice_what(),
            t.placements_voice_name(),
            t.placements_voice_day(),
        )
    } else {
        let day = t.placements_grant_day();
        (t.placements_grant_title(), t.placements_grant_what(), String::new(), day)
    };
    Ok(RecordPage {
        page: Page::new(request, title),
        t,
        head: forms::head(&state.db.read, &placement, Viewer::Consultant, t).await?,
        action: format!("{}/{what}", path(id)),
        what: words,
        name_label,
        day_label,
        problems,
        form,
    })
}

pub async fn grant(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<PlacementId>,
    form: Form<RecordForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let mut problems = check(&form.0, t);
    if let Some(day) = day_of("day", &form.day, &mut problems, t) {
        let txn = state.write().await?;
        match start::grant(&txn, &state, *id, day, visitor.id).await? {
            Ok(_) => {
                txn.commit().await?;
                return Ok(see_other(path(*id)).notice("placements-granted"));
            }
            Err(error) => problems.add("day", words::grant(error, t)),
        }
    }
    unprocessable(&record_page(&request, &state, &visitor, *id, "grant", problems, form.0).await?)
}

pub async fn show_voice(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<PlacementId>,
) -> AppResult<HttpResponse> {
    let placement = forms::of_consultant(&state.db.read, &visitor, *id).await?;
    let day = placement.voice_heard_on.unwrap_or_else(|| state.clock.today()).to_string();
    let form = RecordForm { day, name: placement.voice_name.unwrap_or_default() };
    html(&record_page(&request, &state, &visitor, *id, "voice", Problems::default(), form).await?)
}

pub async fn record_voice(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<PlacementId>,
    form: Form<RecordForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let mut problems = check(&form.0, t);
    if let Some(day) = day_of("day", &form.day, &mut problems, t) {
        let txn = state.write().await?;
        match start::record_voice(&txn, &state, *id, &form.name, day, visitor.id).await? {
            Ok(_) => {
                txn.commit().await?;
                return Ok(see_other(path(*id)).notice("placements-voice-recorded"));
            }
            Err(error) => {
                let (field, why) = words::voice(error, t);
                problems.add(field, why);
            }
        }
    }
    unprocessable(&record_page(&request, &state, &visitor, *id, "voice", problems, form.0).await?)
}

/// `POST /placements/{placement}/start`.
pub async fn start(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<PlacementId>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    if let Err(error) = start::start(&txn, &state, *id, visitor.id).await? {
        drop(txn);
        let visitor = SignedIn { visitor: visitor.visitor };
        let why = words::start(error, state.clock.today(), visitor.words());
        return show::refused(&request, &state, &visitor, *id, why).await;
    }
    txn.commit().await?;
    Ok(see_other(path(*id)).notice("placements-started"))
}
