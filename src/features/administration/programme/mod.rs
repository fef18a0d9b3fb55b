//! `/admin/programme`: settings, lists, and the dated rows of laws and agreements.

pub mod follow_ups;
pub mod holidays;
pub mod lengths;
pub mod ratios;
pub mod requirements;
pub mod settings;

use chrono::NaiveDate;

use crate::features::programme::change::{ChangeError, Changed};
use crate::state::{AppState, Txn};
use crate::web::{AppResult, Problems, typed};
use crate::words::Words;

fn refusal(error: ChangeError, t: Words) -> String {
    match error {
        ChangeError::Past => t.admin_problem_past(),
        ChangeError::NotAfter { last } => t.admin_problem_not_after(t.date(last)),
        ChangeError::Taken => t.admin_problem_taken(),
    }
}

/// Saves what `change` makes of a form in which nothing is wrong. A refusal stands beside `field`, and then
/// nothing is saved.
async fn is_saved(
    state: &AppState,
    problems: &mut Problems,
    field: &str,
    t: Words,
    change: impl AsyncFnOnce(&Txn) -> Changed,
) -> AppResult<bool> {
    if !problems.is_empty() {
        return Ok(false);
    }
    let txn = state.write().await?;
    match change(&txn).await? {
        Ok(()) => txn.commit().await?,
        Err(error) => problems.add(field, refusal(error, t)),
    }
    Ok(problems.is_empty())
}

/// A whole number from one on that a form needs.
fn number(name: &str, typed: &str, problems: &mut Problems, t: Words) -> i32 {
    match typed.parse::<i32>() {
        Ok(number) if (1..=10_000).contains(&number) => number,
        _ => {
            problems.add(name, t.problem_number());
            0
        }
    }
}

fn day(name: &str, typed: &str, problems: &mut Problems, t: Words) -> NaiveDate {
    typed::day(typed).unwrap_or_else(|| {
        problems.add(name, t.problem_date());
        NaiveDate::default()
    })
}

/// `since 1 March 2024`, or from day to day.
fn in_force(from: NaiveDate, to: Option<NaiveDate>, t: Words) -> String {
    match to {
        Some(to) => t.admin_rule_from_to(t.date(from), t.date(to)),
        None => t.admin_rule_from(t.date(from)),
    }
}
