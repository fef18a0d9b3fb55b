//! Holding a follow-up: what was said, the next step, and perhaps a day that was agreed.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ActiveModelTrait, Set};

use super::reschedule::{ask_again, put_on, tell, untell};
use super::store;
use crate::domain::follow_up::{RescheduleError, may_move_to};
use crate::domain::{AccountId, FollowUpId};
use crate::entities::{account, follow_up, new_id};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

#[derive(Clone, Debug)]
pub struct Holding {
    pub said: String,
    pub next_step: String,
    pub next: Option<Next>,
    /// Adds to what somebody else has written; without it, theirs is shown first.
    pub adds: bool,
}

/// The day people agreed on.
#[derive(Clone, Copy, Debug)]
pub enum Next {
    /// One follow-up more than the pattern has.
    Extra(NaiveDate),
    /// This follow-up, on another day.
    Move(FollowUpId, NaiveDate),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    Now,
    /// It was written already: the second press of a button.
    Before,
    Added,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HoldError {
    #[error(transparent)]
    Day(#[from] RescheduleError),
    #[error("the follow-up to move is held or gone")]
    NextIsGone,
    #[error("somebody has written about it meanwhile")]
    Written,
}

/// Records what was said. Everybody's words are kept: the first writes, whoever comes later adds.
pub async fn hold(
    txn: &Txn,
    state: &AppState,
    id: FollowUpId,
    holding: Holding,
    by: &account::Model,
) -> AppResult<Result<Held, HoldError>> {
    let now = state.clock.now();
    let row = store::locked(txn, id).await?;
    let held = match row.done_at {
        None => Held::Now,
        Some(_) if is_written(&row, &holding, by) => Held::Before,
        Some(_) if holding.adds => Held::Added,
        Some(_) => return Ok(Err(HoldError::Written)),
    };
    if let Some(next) = holding.next
        && let Err(error) = agree(txn, state, &row, next, by.id).await?
    {
        return Ok(Err(error));
    }
    if held == Held::Now {
        untell(txn, now, id).await?;
    }
    if held != Held::Before {
        write(txn, row, holding, by, now).await?;
    }
    Ok(Ok(held))
}

/// Whether these very words stand there from this person.
fn is_written(row: &follow_up::Model, holding: &Holding, by: &account::Model) -> bool {
    let said = row.said.as_deref().unwrap_or_default();
    let next_step = row.next_step.as_deref().unwrap_or_default();
    let first = &holding.said;
    let added = format!("\n\n{}", signed(by, &holding.said));
    let mine = (row.done_by == Some(by.id)
        && (said == first || said.starts_with(&format!("{first}\n\n"))))
        || said.ends_with(&added)
        || said.contains(&format!("{added}\n\n"));
    mine && next_step.contains(&holding.next_step)
}

fn signed(by: &account::Model, words: &str) -> String {
    format!("{}: {words}", by.name)
}

async fn write(
    txn: &Txn,
    row: follow_up::Model,
    holding: Holding,
    by: &account::Model,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let before = row.said.clone().filter(|_| row.done_at.is_some());
    let next_before = row.next_step.clone().filter(|_| row.done_at.is_some());
    let mut held: follow_up::ActiveModel = row.clone().into();
    match before {
        Some(before) => {
            held.said = Set(Some(format!("{before}\n\n{}", signed(by, &holding.said))));
        }
        None => {
            held.said = Set(Some(holding.said));
            held.done_at = Set(Some(now));
            held.done_by = Set(Some(by.id));
            held.dropped_at = Set(None);
        }
    }
    if !holding.next_step.is_empty() {
        held.next_step = Set(Some(match next_before {
            Some(before) => format!("{before}\n{}", holding.next_step),
            None => holding.next_step,
        }));
    }
    held.update(txn).await?;
    Ok(())
}

/// A placement has one follow-up a day, so a day that has one already needs no other. Who must come is told.
async fn agree(
    txn: &Txn,
    state: &AppState,
    held: &follow_up::Model,
    next: Next,
    by: AccountId,
) -> AppResult<Result<(), HoldError>> {
    let (now, today) = (state.clock.now(), state.clock.today());
    let (Next::Extra(day) | Next::Move(_, day)) = next;
    if let Err(error) = may_move_to(day, today) {
        return Ok(Err(error.into()));
    }
    let rows = store::all(txn, held.placement_id).await?;
    let mut open = rows.iter().filter(|row| row.id != held.id && store::is_open(row));
    match next {
        Next::Extra(day) if open.any(|row| row.due_on == day) => {}
        Next::Extra(day) => {
            let row = extra(txn, held, &rows, day, now).await?;
            let told = tell(txn, state, &row, day).await?;
            ask_again(txn, state, held.placement_id, by, &told).await?;
        }
        Next::Move(id, day) => {
            let Some(row) = open.find(|row| row.id == id) else {
                return Ok(Err(HoldError::NextIsGone));
            };
            if row.due_on != day {
                put_on(txn, state, row.clone(), day, by).await?;
            }
        }
    }
    Ok(Ok(()))
}

/// Agreed by people and in no rule, so no change of dates moves it.
async fn extra(
    txn: &Txn,
    held: &follow_up::Model,
    rows: &[follow_up::Model],
    day: NaiveDate,
    now: DateTime<Utc>,
) -> AppResult<follow_up::Model> {
    let agreed = rows.iter().filter(|row| row.step.starts_with("agreed_")).count();
    let row = follow_up::ActiveModel {
        id: Set(new_id()),
        placement_id: Set(held.placement_id),
        owner_id: Set(held.owner_id),
        form: Set(held.form),
        attends: Set(held.attends.clone()),
        minutes: Set(held.minutes),
        step: Set(format!("agreed_{}", agreed + 1)),
        merged_steps: Set(String::new()),
        planned_on: Set(day),
        due_on: Set(day),
        moved_by_hand: Set(true),
        dropped_at: Set(None),
        done_at: Set(None),
        done_by: Set(None),
        said: Set(None),
        next_step: Set(None),
        created_at: Set(now),
    };
    Ok(row.insert(txn).await?)
}
