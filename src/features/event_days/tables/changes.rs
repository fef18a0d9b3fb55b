//! What a press on the page of the tables does.

use super::super::day::{self, Changed};
use super::super::plan::{self, PlanError, Planned};
use super::super::{store, words};
use super::Refused;
use crate::domain::MatchEventId;
use crate::meetings::MOST_SEATS;
use crate::state::{AppState, Txn};
use crate::web::{AppError, AppResult, Fields, Problems};
use crate::words::Words;

const MOST_PROMISED: i32 = 32;

/// Plans the tables by what was typed.
pub async fn make(
    txn: &Txn,
    state: &AppState,
    event: MatchEventId,
    fields: &Fields,
    t: Words,
) -> AppResult<Result<Planned, Refused>> {
    let number = |field: &str, most: i32| {
        let typed = fields.get(field).unwrap_or_default().trim();
        typed.parse::<i32>().ok().filter(|number| (1..=most).contains(number))
    };
    let most_seats = i32::try_from(MOST_SEATS).unwrap_or(i32::MAX);
    let (promise, seats) = (number("promise", MOST_PROMISED), number("seats", most_seats));
    let groups = fields.get("groups").and_then(|groups| groups.parse().ok());
    let mut problems = Problems::default();
    if promise.is_none() {
        problems.add("promise", t.day_problem_number(MOST_PROMISED));
    }
    if seats.is_none() {
        problems.add("seats", t.day_problem_number(most_seats));
    }
    if groups.is_none() {
        problems.add("groups", t.problem_choose());
    }
    let (Some(promise), Some(seats), Some(groups)) = (promise, seats, groups) else {
        return Ok(Err(Refused { problems, ..Refused::default() }));
    };
    let day = day::locked(txn, event).await?;
    let must = fields.get("groups_must").is_some();
    day::set_wanted(txn, &day.row, (promise, seats), (groups, must)).await?;
    let planned = plan::plan(txn, state, event).await?;
    let refused = |error| Refused { words: words::plan_refusal(error, t), ..Refused::default() };
    Ok(planned.map_err(refused))
}

/// From the next round on a company is away, or there again.
pub async fn company_moves(
    txn: &Txn,
    state: &AppState,
    event: MatchEventId,
    company: &str,
    leaves: bool,
) -> AppResult<Result<Planned, PlanError>> {
    let day = day::locked(txn, event).await?;
    let mut tables = store::tables(txn, event).await?;
    let table = company.parse().ok().and_then(|company| tables.remove(&company));
    let table = table.ok_or(AppError::NotFound)?;
    let next = i32::try_from(day.next_round()).unwrap_or(i32::MAX);
    let away = leaves.then_some(table.away_from.map_or(next, |before| before.min(next)));
    store::set_company_away(txn, table, away).await?;
    let planned = plan::replan(txn, state, event).await?;
    if planned == Ok(Planned::Same) {
        // Nobody changes tables, but the list of who presents itself has one company less or more.
        let day = day::locked(txn, event).await?;
        let changed = Changed { layout: true, planned: None };
        day::save(txn, &day, &day.clock(), changed, state.clock.now()).await?;
    }
    Ok(planned)
}
