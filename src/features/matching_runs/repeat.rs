//! A run can be stopped while it is solved, and repeated ever after: the stored instance gives the stored result.

use actix_web::{HttpResponse, web};

use super::publish::objective;
use super::worker::Watch;
use super::{run_path, store, worker};
use crate::domain::{MatchEventId, MatchingRunId};
use crate::state::AppState;
use crate::web::{AppError, AppResult, SignedInConsultant, see_other};

/// `POST …/repetition`: solves it again and says whether it is the same, character for character.
pub async fn repeat(
    state: web::Data<AppState>,
    _visitor: SignedInConsultant,
    of: web::Path<(MatchEventId, MatchingRunId)>,
) -> AppResult<HttpResponse> {
    let (event, id) = *of;
    let run = store::run_of(&state.db.read, event, id).await?;
    let before = run.solution.clone().ok_or(AppError::NotFound)?;
    let objective = objective(&run);
    let again = move || worker::solution(&run.instance, objective, &Watch::default());
    let solution = tokio::task::spawn_blocking(again).await.map_err(anyhow::Error::from)??;
    let key = if solution == Some(before) { "runs-repeat-same" } else { "runs-repeat-different" };
    Ok(see_other(run_path(event, id)).notice(key))
}

/// `POST …/stop`.
pub async fn stop(
    state: web::Data<AppState>,
    _visitor: SignedInConsultant,
    of: web::Path<(MatchEventId, MatchingRunId)>,
) -> AppResult<HttpResponse> {
    let (event, id) = *of;
    store::run_of(&state.db.read, event, id).await?;
    let to = see_other(run_path(event, id));
    Ok(if worker::stop(&state, event, id).await? { to.notice("runs-stopped") } else { to.into() })
}
