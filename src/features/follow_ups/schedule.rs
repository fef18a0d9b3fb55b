//! Fits a placement's follow-ups to its dates, its state and the rules in force.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, Set};

use super::store;
use crate::domain::follow_up::{Change, Dates, Existing, FollowUp, State, pattern_of, plan};
use crate::domain::{AccountId, PlacementStatus};
use crate::entities::{follow_up, new_id, placement, young_person};
use crate::features::programme;
use crate::state::{AppState, Txn};
use crate::web::{AppError, AppResult};

/// Makes, moves and drops follow-ups so that they fit `placement` as it now is: after both have said yes and
/// the days are set, after each change of them, and after the end, which makes the outcome checks. Each is the
/// young person's consultant's until it is handed over. Safe to repeat.
pub async fn schedule(txn: &Txn, state: &AppState, placement: &placement::Model) -> AppResult<()> {
    store::lock_placement(txn, placement.id).await?;
    let now = state.clock.now();
    if matches!(placement.status, PlacementStatus::Declined | PlacementStatus::Withdrawn) {
        return Ok(store::drop_open(txn, placement.id, now).await?);
    }
    let (Some(starts_on), Some(ends_on)) = (placement.starts_on, placement.ends_on) else {
        return Ok(());
    };
    if let Some(ended_on) = placement.ended_on {
        store::close_overdue(txn, placement.id, ended_on, now, state.clock.today()).await?;
    }
    let dates = Dates { starts_on, ends_on, ended_on: placement.ended_on };
    let rules = programme::follow_up_rules(txn, pattern_of(placement.kind), starts_on).await?;
    let calendar = programme::calendar(txn).await?;
    let rows = follow_up::Entity::find()
        .filter(follow_up::Column::PlacementId.eq(placement.id))
        .lock_exclusive()
        .all(txn)
        .await?;
    let existing: Vec<Existing> = rows.iter().map(existing).collect();
    let changes = plan(&rules, &dates, &calendar, &existing, state.clock.today());
    let owner = owner(txn, placement).await?;
    for change in changes {
        make(txn, placement, owner, &rows, change, now).await?;
    }
    Ok(())
}

fn existing(row: &follow_up::Model) -> Existing {
    let merged = row.merged_steps.split(',').filter(|step| !step.is_empty());
    Existing {
        step: row.step.clone(),
        merged: merged.map(str::to_owned).collect(),
        planned_on: row.planned_on,
        due_on: row.due_on,
        moved_by_hand: row.moved_by_hand,
        state: match (row.done_at, row.dropped_at) {
            (Some(_), _) => State::Done,
            (None, Some(_)) => State::Dropped,
            (None, None) => State::Open,
        },
    }
}

async fn owner(txn: &Txn, placement: &placement::Model) -> AppResult<AccountId> {
    let person = young_person::Entity::find_by_id(placement.young_person_id).one(txn).await?;
    Ok(person.ok_or(AppError::NotFound)?.consultant_id)
}

async fn make(
    txn: &Txn,
    placement: &placement::Model,
    owner: AccountId,
    rows: &[follow_up::Model],
    change: Change,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = |step: &str| {
        let found = rows.iter().find(|row| row.step == step).cloned();
        found.ok_or_else(|| DbErr::RecordNotFound(format!("the follow-up {step}")))
    };
    match change {
        Change::Make(wanted) => {
            let mut new = follow_up::ActiveModel {
                id: Set(new_id()),
                placement_id: Set(placement.id),
                owner_id: Set(owner),
                created_at: Set(now),
                ..Default::default()
            };
            fit(&mut new, wanted);
            new.insert(txn).await?;
        }
        Change::Move(wanted) => {
            let mut moved: follow_up::ActiveModel = row(&wanted.step)?.into();
            fit(&mut moved, wanted);
            moved.dropped_at = Set(None);
            moved.update(txn).await?;
        }
        Change::Drop { step } => {
            let mut dropped: follow_up::ActiveModel = row(&step)?.into();
            dropped.dropped_at = Set(Some(now));
            dropped.update(txn).await?;
        }
    }
    Ok(())
}

fn fit(row: &mut follow_up::ActiveModel, wanted: FollowUp) {
    row.step = Set(wanted.step);
    row.merged_steps = Set(wanted.merged.join(","));
    row.planned_on = Set(wanted.planned_on);
    row.due_on = Set(wanted.due_on);
    row.moved_by_hand = Set(wanted.moved_by_hand);
    row.form = Set(wanted.form);
    row.attends = Set(wanted.attends);
    row.minutes = Set(wanted.minutes);
}
