//! Where runs are solved: on threads of their own, watched and stopped from the page.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};
use tokio::task::JoinHandle;

use super::findings;
use super::instance::BuildError;
use super::store;
use crate::domain::event::{EventError, may_be_matched};
use crate::domain::{AccountId, MatchEventId, MatchingRunId, PlacementId, RunStatus};
use crate::entities::{matching_run, new_id};
use crate::features::{match_events, rankings};
use crate::match_files::{SolutionFile, parse_instance};
use crate::matching::{Control, Objective, solve};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

/// The result, the objectives, the places, the reasons.
pub const STAGES: u32 = 4;

/// After so long without a result, whoever was solving it is gone.
const GIVEN_UP_AFTER: chrono::TimeDelta = chrono::TimeDelta::minutes(30);

/// A run as it is being solved.
#[derive(Default)]
pub struct Watch {
    pub control: Control,
    stage: AtomicU32,
}

impl Watch {
    pub fn next_stage(&self) {
        self.stage.fetch_add(1, Ordering::Relaxed);
    }

    /// How far it is, from 0 to 100.
    pub fn percent(&self) -> u32 {
        let (done, total) = self.control.progress();
        let within = (done * 100).checked_div(total).unwrap_or(0).min(100);
        ((self.stage.load(Ordering::Relaxed).min(STAGES - 1) * 100 + within) / STAGES).min(99)
    }
}

static WATCHED: LazyLock<Mutex<HashMap<MatchingRunId, Arc<Watch>>>> = LazyLock::new(Mutex::default);

fn watched<T>(with: impl FnOnce(&mut HashMap<MatchingRunId, Arc<Watch>>) -> T) -> T {
    with(&mut WATCHED.lock().unwrap_or_else(PoisonError::into_inner))
}

/// How far a run is, when this process solves it.
pub fn percent(run: MatchingRunId) -> Option<u32> {
    watched(|all| all.get(&run).map(|watch| watch.percent()))
}

/// Why a run has no result, as it is stored; `runs-failed-<…>` tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    Stopped,
    Interrupted,
}

impl Failure {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Stopped => "stopped",
            Self::Interrupted => "interrupted",
        }
    }
}

/// Why no run can be made.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(transparent)]
    Event(#[from] EventError),
    #[error(transparent)]
    Build(#[from] BuildError),
}

/// Starts a run of the event as it is now. While the very same is being solved, a second press leads to that one.
pub async fn start(
    state: &AppState,
    event: MatchEventId,
    objective: Objective,
    by: AccountId,
) -> AppResult<Result<MatchingRunId, StartError>> {
    let txn = state.write().await?;
    let text = match instance(&txn, state, event, objective).await? {
        Ok(text) => text,
        Err(error) => return Ok(Err(error)),
    };
    if let Some(run) = store::running(&txn, event, objective, &text).await? {
        return Ok(Ok(run));
    }
    Ok(Ok(begin(txn, state, event, objective, text, by).await?.0))
}

/// Starts a run and waits for it.
pub async fn run(
    state: &AppState,
    event: MatchEventId,
    objective: Objective,
    by: AccountId,
) -> AppResult<Result<MatchingRunId, StartError>> {
    let txn = state.write().await?;
    let text = match instance(&txn, state, event, objective).await? {
        Ok(text) => text,
        Err(error) => return Ok(Err(error)),
    };
    let (id, solving) = begin(txn, state, event, objective, text, by).await?;
    solving.await.map_err(anyhow::Error::from)?;
    Ok(Ok(id))
}

/// The event is held, so that two presses follow each other.
async fn instance(
    txn: &Txn,
    state: &AppState,
    event: MatchEventId,
    objective: Objective,
) -> AppResult<Result<String, StartError>> {
    let row = match_events::store::locked(txn, event).await?;
    if let Err(error) = may_be_matched(row.status) {
        return Ok(Err(error.into()));
    }
    rankings::count_unsaved(txn, state, event).await?;
    match store::facts(txn, event).await?.instance(objective) {
        Ok(file) => Ok(Ok(file.to_json()?)),
        Err(error) => Ok(Err(error.into())),
    }
}

async fn begin(
    txn: Txn,
    state: &AppState,
    event: MatchEventId,
    objective: Objective,
    text: String,
    by: AccountId,
) -> AppResult<(MatchingRunId, JoinHandle<()>)> {
    let id = insert(&txn, state, event, objective, text.clone(), by, None).await?;
    let watch = Arc::new(Watch::default());
    watched(|all| all.insert(id, watch.clone()));
    txn.commit().await?;
    Ok((id, tokio::spawn(finish(state.clone(), id, objective, text, watch))))
}

pub async fn insert(
    txn: &Txn,
    state: &AppState,
    event: MatchEventId,
    objective: Objective,
    instance: String,
    by: AccountId,
    repairs: Option<PlacementId>,
) -> AppResult<MatchingRunId> {
    let id: MatchingRunId = new_id();
    let row = matching_run::ActiveModel {
        id: Set(id),
        event_id: Set(event),
        objective: Set(objective.name().to_owned()),
        status: Set(RunStatus::Running),
        instance: Set(instance),
        started_by: Set(by),
        started_at: Set(state.clock.now()),
        repairs: Set(repairs),
        ..Default::default()
    };
    row.insert(txn).await?;
    Ok(id)
}

/// A solved instance: the solution's file and what was found beside it, as they are stored.
pub struct Solved {
    pub solution: String,
    pub findings: String,
}

/// Solves an instance as it is stored. Nothing when it was stopped.
pub fn solved(text: &str, objective: Objective, watch: &Watch) -> anyhow::Result<Option<Solved>> {
    let file = parse_instance(text)?;
    let instance = file.to_instance().map_err(|refusal| anyhow::anyhow!("{refusal}"))?;
    let Ok(solution) = solve(&instance, objective, &watch.control) else { return Ok(None) };
    let Ok(findings) = findings::find(&file, &instance, &solution, watch) else { return Ok(None) };
    Ok(Some(Solved {
        solution: SolutionFile::of(&instance, &solution).to_json()?,
        findings: serde_json::to_string(&findings)?,
    }))
}

/// The solution alone, as it is stored.
pub fn solution(text: &str, objective: Objective, watch: &Watch) -> anyhow::Result<Option<String>> {
    let file = parse_instance(text)?;
    let instance = file.to_instance().map_err(|refusal| anyhow::anyhow!("{refusal}"))?;
    let Ok(solution) = solve(&instance, objective, &watch.control) else { return Ok(None) };
    Ok(Some(SolutionFile::of(&instance, &solution).to_json()?))
}

async fn finish(
    state: AppState,
    id: MatchingRunId,
    objective: Objective,
    text: String,
    watch: Arc<Watch>,
) {
    let solving = tokio::task::spawn_blocking(move || solved(&text, objective, &watch));
    let result = solving.await.map_err(anyhow::Error::from).and_then(|result| result);
    if let Err(error) = &result {
        tracing::error!(run = %id, ?error, "a run failed");
    }
    if let Err(error) = store_result(&state, id, result.ok().flatten()).await {
        tracing::error!(run = %id, ?error, "a run's result could not be stored");
    }
    watched(|all| all.remove(&id));
}

/// A run that was stopped meanwhile stays stopped.
async fn store_result(
    state: &AppState,
    id: MatchingRunId,
    solved: Option<Solved>,
) -> AppResult<()> {
    use matching_run::Column;
    let (status, failure) = match solved {
        Some(_) => (RunStatus::Done, None),
        None => (RunStatus::Failed, Some(Failure::Interrupted.as_str())),
    };
    let (solution, findings) = solved.map(|solved| (solved.solution, solved.findings)).unzip();
    let txn = state.write().await?;
    matching_run::Entity::update_many()
        .col_expr(Column::Status, Expr::value(status))
        .col_expr(Column::Failure, Expr::value(failure))
        .col_expr(Column::Solution, Expr::value(solution))
        .col_expr(Column::Comparison, Expr::value(findings))
        .col_expr(Column::FinishedAt, Expr::value(state.clock.now()))
        .filter(Column::Id.eq(id))
        .filter(Column::Status.eq(RunStatus::Running))
        .exec(&txn)
        .await?;
    txn.commit().await?;
    Ok(())
}

/// Stops a run, if it has no result yet. Wherever it is being solved, its result is no longer taken.
pub async fn stop(state: &AppState, event: MatchEventId, id: MatchingRunId) -> AppResult<bool> {
    watched(|all| all.get(&id).inspect(|watch| watch.control.cancel()).is_some());
    fail(state, Failure::Stopped, |runs| {
        runs.filter(matching_run::Column::Id.eq(id)).filter(matching_run::Column::EventId.eq(event))
    })
    .await
}

/// Runs whose process is gone are told as such, so that nobody waits for them.
pub async fn due(state: &AppState) -> AppResult<()> {
    let before = state.clock.now() - GIVEN_UP_AFTER;
    let here = watched(|all| all.keys().copied().collect::<Vec<_>>());
    if !store::is_any_running(&state.db.read, before).await? {
        return Ok(());
    }
    fail(state, Failure::Interrupted, |runs| {
        runs.filter(matching_run::Column::StartedAt.lt(before))
            .filter(matching_run::Column::Id.is_not_in(here))
    })
    .await
    .map(drop)
}

async fn fail(
    state: &AppState,
    failure: Failure,
    which: impl FnOnce(
        sea_orm::UpdateMany<matching_run::Entity>,
    ) -> sea_orm::UpdateMany<matching_run::Entity>,
) -> AppResult<bool> {
    use matching_run::Column;
    let txn = state.write().await?;
    let runs = matching_run::Entity::update_many()
        .col_expr(Column::Status, Expr::value(RunStatus::Failed))
        .col_expr(Column::Failure, Expr::value(failure.as_str()))
        .col_expr(Column::FinishedAt, Expr::value(state.clock.now()))
        .filter(Column::Status.eq(RunStatus::Running));
    let failed = which(runs).exec(&txn).await?.rows_affected > 0;
    txn.commit().await?;
    Ok(failed)
}
