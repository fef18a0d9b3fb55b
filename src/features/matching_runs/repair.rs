//! After a no: the best new result that moves nobody else. Who has a proposal or a placement keeps it, because
//! they and their place are not in the instance; what that costs is told beside it.

use std::collections::BTreeSet;

use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};

use super::findings::{Findings, widen};
use super::instance::{BuildError, Facts};
use super::publish::{give, objective, tell_of_repair, unplaced_cause};
use super::store;
use super::worker::{self, Solved, Watch};
use crate::domain::capacity::TAKING;
use crate::domain::{
    AccountId, AdjustmentKind, MatchEventId, PlacementId, PlacementStatus, RunStatus, YoungPersonId,
};
use crate::entities::{matching_run, placement};
use crate::features::{calls, match_events};
use crate::match_files::{InstanceFile, SolutionFile, parse_instance, parse_solution};
use crate::matching::{self, Control, Objective, Solution};
use crate::state::AppState;
use crate::web::{AppError, AppResult};

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RepairError {
    #[error("no result has been published")]
    NotMatched,
    #[error("nobody has said no")]
    NotNeeded,
    #[error("the facts are no longer those that were shown")]
    Changed,
}

/// What a repair would do.
pub struct Plan {
    pub instance: String,
    pub solved: Solved,
    pub cost: Cost,
}

/// A repair beside a fresh run, both with everybody the published result gave a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    pub placed: u32,
    pub first: u32,
    pub best_placed: u32,
    pub best_first: u32,
    /// How many with an answer would have to take another.
    pub moved: usize,
}

/// The event and objective a no belongs to, if it can be repaired.
pub async fn reparable(
    db: &impl ConnectionTrait,
    id: PlacementId,
) -> AppResult<Result<(MatchEventId, Objective), RepairError>> {
    let placement = placement::Entity::find_by_id(id).one(db).await?.ok_or(AppError::NotFound)?;
    let event = placement.event_id.ok_or(AppError::NotFound)?;
    let Some(run) = store::published(db, event).await? else {
        return Ok(Err(RepairError::NotMatched));
    };
    let is_gone =
        matches!(placement.status, PlacementStatus::Declined | PlacementStatus::Withdrawn);
    Ok(if is_gone { Ok((event, objective(&run))) } else { Err(RepairError::NotNeeded) })
}

pub async fn plan(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    objective: Objective,
) -> AppResult<Plan> {
    let facts = store::facts(db, event).await?;
    let live = live(db, event).await?;
    let instance = gentle(facts.clone(), objective)?;
    let (anew, published) = anew(facts, &live, objective)?;
    let text = instance.to_json()?;
    let solving = tokio::task::spawn_blocking(move || {
        let solved = worker::solved(&text, objective, &Watch::default())?;
        let solved = solved.ok_or_else(|| anyhow::anyhow!("the repair was stopped"))?;
        let cost = cost(&solved, &anew, &published, objective)?;
        anyhow::Ok(Plan { instance: text, solved, cost })
    });
    Ok(solving.await.map_err(anyhow::Error::from)??)
}

/// The proposals and agreements of an event that still stand.
async fn live(db: &impl ConnectionTrait, event: MatchEventId) -> AppResult<Vec<placement::Model>> {
    Ok(placement::Entity::find()
        .filter(placement::Column::EventId.eq(event))
        .filter(placement::Column::Status.is_in(TAKING))
        .all(db)
        .await?)
}

/// Pins that were carried out, or that a no has answered, are no longer pins.
fn without_spent_pins(mut facts: Facts) -> Facts {
    let spent: Vec<_> = facts
        .adjustments
        .iter()
        .filter(|one| one.kind == AdjustmentKind::Pin && facts.pin_error(one).is_some())
        .map(|one| one.id)
        .collect();
    facts.adjustments.retain(|one| !spent.contains(&one.id));
    facts
}

fn built(result: Result<InstanceFile<'static>, BuildError>) -> AppResult<InstanceFile<'static>> {
    result.map_err(|error| anyhow::anyhow!("a repair cannot be made: {error}").into())
}

fn gentle(facts: Facts, objective: Objective) -> AppResult<InstanceFile<'static>> {
    built(without_spent_pins(facts).instance(objective))
}

/// The world as if nobody had an answer yet, and the place each was given.
fn anew(
    mut facts: Facts,
    live: &[placement::Model],
    objective: Objective,
) -> AppResult<(InstanceFile<'static>, Vec<(YoungPersonId, String)>)> {
    for person in &mut facts.people {
        if live.iter().any(|row| row.young_person_id == person.id) {
            person.has_placement = false;
        }
    }
    let mut file = built(without_spent_pins(facts).instance(objective))?;
    let mut published = Vec::new();
    for row in live {
        let place = row.place_id.to_string();
        let Some(post) = file.posts.iter().find(|post| post.id.as_str() == place) else { continue };
        let mut above = post.parent.as_ref().map(|parent| parent.as_str().to_owned());
        widen(&mut file, &place, 1);
        while let Some(group) = above {
            widen(&mut file, &group, 1);
            let found = file.groups.iter().find(|entry| entry.id.as_str() == group);
            above = found.and_then(|entry| entry.parent.as_ref()).map(|id| id.as_str().to_owned());
        }
        published.push((row.young_person_id, place));
    }
    Ok((file, published))
}

fn cost(
    solved: &Solved,
    anew: &InstanceFile<'_>,
    published: &[(YoungPersonId, String)],
    objective: Objective,
) -> anyhow::Result<Cost> {
    let given = parse_solution(&solved.solution)?;
    let instance = anew.to_instance().map_err(|refusal| anyhow::anyhow!("{refusal}"))?;
    let nodes = instance.node_index();
    let before: Vec<Option<u32>> = (0..instance.applicant_count())
        .map(|who| {
            let own =
                |(id, _): &&(YoungPersonId, String)| id.to_string() == instance.applicant_id(who);
            published.iter().find(own).and_then(|(_, place)| nodes.get(place.as_str()).copied())
        })
        .collect();
    let after: Vec<Option<u32>> = (0..instance.applicant_count())
        .map(|who| {
            let own = given
                .assignments
                .iter()
                .find(|one| one.applicant.as_str() == instance.applicant_id(who));
            before[who].or_else(|| nodes.get(own?.post.as_str()).copied())
        })
        .collect();
    let kept = Solution::of(&instance, objective, &after, Vec::new());
    let best = matching::repair(&instance, objective, &before, &Control::default())
        .map_err(anyhow::Error::from)?
        .best;
    let first = |solution: &Solution| solution.profile.first().copied().unwrap_or(0);
    Ok(Cost {
        placed: kept.size,
        first: first(&kept),
        best_placed: best.solution.size,
        best_first: first(&best.solution),
        moved: best.moved.len(),
    })
}

/// Does what was shown: proposes to those it places, and keeps the run it came from. `seen` is the fingerprint
/// of the instance that was shown; pressed twice, nothing more follows.
pub async fn repair(
    state: &AppState,
    id: PlacementId,
    seen: &str,
    by: AccountId,
) -> AppResult<Result<(), RepairError>> {
    let (event, objective) = match reparable(&state.db.read, id).await? {
        Ok(found) => found,
        Err(error) => return Ok(Err(error)),
    };
    let plan = plan(&state.db.read, event, objective).await?;
    let txn = state.write().await?;
    let event = match_events::store::locked(&txn, event).await?;
    if done_before(&txn, id, seen).await? {
        return Ok(Ok(()));
    }
    let now = gentle(store::facts(&txn, event.id).await?, objective)?.to_json()?;
    if now != plan.instance || fingerprint(&now) != seen {
        return Ok(Err(RepairError::Changed));
    }
    let run = worker::insert(&txn, state, event.id, objective, now, by, Some(id)).await?;
    let file = parse_instance(&plan.instance).map_err(anyhow::Error::from)?;
    let findings: Findings = serde_json::from_str(&plan.solved.findings)?;
    let solution: SolutionFile<'_> =
        parse_solution(&plan.solved.solution).map_err(anyhow::Error::from)?;
    let mut matched = BTreeSet::new();
    for placed in &solution.assignments {
        matched.insert(give(&txn, state, &event, run, &file, &findings, placed).await?);
        if let Ok(person) = placed.applicant.as_str().parse() {
            calls::settle(&txn, state.clock.now(), &unplaced_cause(event.id, person)).await?;
        }
    }
    tell_of_repair(&txn, state, event.id, run, &matched).await?;
    let row = matching_run::ActiveModel {
        id: Set(run),
        status: Set(RunStatus::Done),
        solution: Set(Some(plan.solved.solution.clone())),
        comparison: Set(Some(plan.solved.findings.clone())),
        finished_at: Set(Some(state.clock.now())),
        published_at: Set(Some(state.clock.now())),
        published_by: Set(Some(by)),
        ..Default::default()
    };
    row.update(&txn).await?;
    txn.commit().await?;
    Ok(Ok(()))
}

async fn done_before(db: &impl ConnectionTrait, id: PlacementId, seen: &str) -> AppResult<bool> {
    let runs = matching_run::Entity::find().filter(matching_run::Column::Repairs.eq(id));
    Ok(runs.all(db).await?.iter().any(|run| fingerprint(&run.instance) == seen))
}

pub fn fingerprint(instance: &str) -> String {
    use sha2::{Digest, Sha256};
    data_encoding::HEXLOWER.encode(&Sha256::digest(instance.as_bytes()))
}
