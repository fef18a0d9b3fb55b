//! Publishing: once, and only what is still true. Everything that follows rides in one transaction.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ActiveModelTrait, Set};

use super::findings::Findings;
use super::instance::Facts;
use super::{by_hand, mentors, store};
use crate::domain::event::{Change, EventError};
use crate::domain::reason::{Facts as ReasonFacts, Why};
use crate::domain::{AccountId, CompanyId, MatchingRunId, RunStatus, YoungPersonId};
use crate::entities::{match_event, matching_run};
use crate::features::match_events;
use crate::match_files::{parse_instance, parse_solution};
use crate::matching::Objective;
use crate::state::{AppState, Txn};
use crate::web::AppResult;

mod changes;
mod companies;
pub mod draws;
mod people;

pub use changes::{Changed, changes};
pub use companies::{present, tell_of_repair, unmatched_cause};
pub use people::{give, unplaced_cause};

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PublishError {
    #[error("{0}")]
    Event(#[from] EventError),
    #[error("another run of this event has been published")]
    OtherPublished,
    #[error("the run has no result")]
    NotDone,
    #[error("a repair has been done already")]
    IsRepair,
    #[error("a mentor of the municipality would get more than there is room for")]
    MentorFull,
    #[error("the facts are no longer those of the run")]
    Changed(Vec<Changed>),
}

/// Publishes a run. A second press, or a second consultant's, changes nothing and tells nobody twice.
pub async fn publish(
    txn: &Txn,
    state: &AppState,
    run: MatchingRunId,
    by: AccountId,
) -> AppResult<Result<Change, PublishError>> {
    let run = store::run(txn, run).await?;
    if run.repairs.is_some() {
        return Ok(Err(PublishError::IsRepair));
    }
    match match_events::mark_matched(txn, state, run.event_id).await? {
        Err(error) => return Ok(Err(error.into())),
        Ok(Change::Before) => {
            let is_this = store::run(txn, run.id).await?.published_at.is_some();
            return Ok(if is_this {
                Ok(Change::Before)
            } else {
                Err(PublishError::OtherPublished)
            });
        }
        Ok(Change::Made) => {}
    }
    if run.status != RunStatus::Done {
        return Ok(Err(PublishError::NotDone));
    }
    let present = companies::lock(txn, run.event_id).await?;
    let facts = store::facts(txn, run.event_id).await?;
    let changes = changes(&run, &facts)?;
    if !changes.is_empty() {
        return Ok(Err(PublishError::Changed(changes)));
    }
    if mentors::is_any_full(txn, &run).await? {
        return Ok(Err(PublishError::MentorFull));
    }
    let event = match_events::store::event(txn, run.event_id).await?;
    answer_everybody(txn, state, &event, &run, &facts, &present).await?;
    let mut row: matching_run::ActiveModel = run.into();
    row.published_at = Set(Some(state.clock.now()));
    row.published_by = Set(Some(by));
    row.update(txn).await?;
    Ok(Ok(Change::Made))
}

/// Outcomes, proposals, messages and calls.
async fn answer_everybody(
    txn: &Txn,
    state: &AppState,
    event: &match_event::Model,
    run: &matching_run::Model,
    facts: &Facts,
    present: &[CompanyId],
) -> AppResult<()> {
    let file = parse_instance(&run.instance).map_err(anyhow::Error::from)?;
    let solution = run.solution.as_deref().unwrap_or_default();
    let solution = parse_solution(solution).map_err(anyhow::Error::from)?;
    let findings: Findings = serde_json::from_str(run.comparison.as_deref().unwrap_or("{}"))?;
    let instance = file.to_instance().map_err(|refusal| anyhow::anyhow!("{refusal}"))?;
    let draws = draws::of(&instance);
    let mut matched = BTreeSet::new();
    for placed in &solution.assignments {
        matched.insert(give(txn, state, event, run.id, &file, &findings, placed).await?);
    }
    for id in &solution.unassigned {
        let Ok(person) = id.as_str().parse::<YoungPersonId>() else { continue };
        let reason = findings.reasons.get(&person).cloned();
        let reason = reason.unwrap_or_else(|| ReasonFacts::default().reason());
        let by_hand = match file.applicants.iter().find(|entry| entry.id == *id) {
            Some(entry) if reason.why == Why::ByHand => {
                by_hand::choices(&file, &instance, entry, None)
            }
            _ => Vec::new(),
        };
        people::without(txn, state, event, run.id, person, &reason, &by_hand).await?;
    }
    for (person, drawn) in draws {
        people::keep_draw(txn, event.id, person, &drawn).await?;
    }
    for person in facts.came_without_list() {
        let reason = ReasonFacts::default().reason();
        people::without(txn, state, event, run.id, person, &reason, &[]).await?;
    }
    companies::tell(txn, state, event, present, &matched).await
}

/// Nobody gets less than two days to answer, however late the publication.
pub fn answers_by(event: &match_event::Model, now: DateTime<Utc>) -> DateTime<Utc> {
    event.answers_by.max(now + TimeDelta::days(2))
}

/// The objective a stored run was made for.
pub fn objective(run: &matching_run::Model) -> Objective {
    run.objective.parse().unwrap_or_default()
}
