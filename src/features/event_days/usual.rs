//! A day as most are, begun and with its tables planned: what a demo shows of an event that is under way.

use super::day::{self, Changed};
use super::{plan, run_sheet_form};
use crate::domain::MatchEventId;
use crate::features::match_events;
use crate::state::{AppState, Txn};
use crate::web::AppResult;

pub async fn begin(txn: &Txn, state: &AppState, event: MatchEventId) -> AppResult<()> {
    let now = state.clock.now();
    let day = day::locked(txn, event).await?;
    let companies = match_events::store::presenting(txn, event).await?.len();
    day::set_run_sheet(txn, &day, &run_sheet_form::usual(&day, companies)).await?;
    let promise = day.row.promise.min(i32::try_from(companies).unwrap_or(i32::MAX)).max(1);
    let groups = (day.row.groups, day.row.groups_must);
    day::set_wanted(txn, &day.row, (promise, day.row.seats), groups).await?;
    let planned = plan::plan(txn, state, event).await?;
    planned.map_err(|error| anyhow::anyhow!("no tables: {error:?}"))?;
    let day = day::locked(txn, event).await?;
    let mut clock = day.clock();
    clock.begin(&day.steps(), now).map_err(anyhow::Error::from)?;
    day::save(txn, &day, &clock, Changed::default(), now).await
}
