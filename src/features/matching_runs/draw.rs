//! `/draw/{event}`: how the draw is made and how to check it; and the whole match as a file for whoever may see it.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::{run_path, store};
use crate::clock::local;
use crate::domain::{LookUpPurpose, MatchEventId, MatchingRunId};
use crate::features::{look_ups, match_events};
use crate::match_files::parse_instance;
use crate::state::AppState;
use crate::web::{Anyone, AppError, AppResult, Page, SignedInConsultant, html};
use crate::words::Words;

#[derive(Template)]
#[template(path = "matching_runs/draw.html")]
struct DrawPage {
    page: Page,
    t: Words,
    event: String,
    hash: String,
    /// Only once the result is published.
    secret: Option<String>,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    let t = visit.words;
    let event = match_events::store::event(&state.db.read, *event).await?;
    let hash = event.lottery_hash.clone().ok_or(AppError::NotFound)?;
    html(&DrawPage {
        page: Page::new(&request, t.public_draw_title()),
        t,
        event: t.runs_draw_event(t.day(local(event.starts_at).date())),
        hash,
        secret: event.matched_at.and(event.lottery_secret),
    })
}

/// `GET /desk/events/{event}/match/{run}/instance.json`: our own numbers instead of names, and no written reasons,
/// which may hold names. Not before the result is out, because the secret is in it.
pub async fn download(
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    of: web::Path<(MatchEventId, MatchingRunId)>,
) -> AppResult<HttpResponse> {
    let (event, id) = *of;
    let run = store::run_of(&state.db.read, event, id).await?;
    let is_out = match_events::store::event(&state.db.read, event).await?.matched_at.is_some();
    if !is_out {
        return Err(AppError::NotFound);
    }
    let mut file = parse_instance(&run.instance).map_err(anyhow::Error::from)?;
    let people: Vec<_> =
        file.applicants.iter().filter_map(|one| one.id.as_str().parse().ok()).collect();
    let names = super::names::Names::load(&state.db.read, &people, &[]).await?;
    let page = format!("{}/instance.json", run_path(event, id));
    look_ups::record(&state, &visitor, &names.accounts(), LookUpPurpose::Matching, &page).await?;
    file.pins.iter_mut().for_each(|pin| pin.x = None);
    file.forbidden.iter_mut().for_each(|pair| pair.x = None);
    let name = format!("attachment; filename=\"match-{id}.json\"");
    Ok(HttpResponse::Ok()
        .content_type("application/json")
        .insert_header((header::CONTENT_DISPOSITION, name))
        .body(file.to_json()?))
}
