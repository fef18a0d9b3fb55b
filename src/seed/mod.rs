//! One believable month. Who takes part are rows from the start; everything that happens is told by the same acts
//! that people's presses call, each at its own moment, so that what must follow follows.

mod acts;
mod companies;
mod event_acts;
mod events;
mod files;
mod keys;
pub mod large;
mod moments;
mod people;
mod placement_acts;
mod placements;
mod profiles;
mod verify;

use chrono::{DateTime, NaiveDate, Utc};

use crate::clock::Clock;
use crate::state::AppState;
use crate::web::AppResult;

use acts::Act;
use keys::Keys;
use moments::Days;

/// Tells the month so that the demo's first day is the latest Wednesday up to `today`; the moment it opens at.
pub async fn load(state: &AppState, today: NaiveDate) -> AppResult<DateTime<Utc>> {
    let files = files::read().map_err(anyhow::Error::from)?;
    let weekday = files.accounts.month.weekday.parse();
    let weekday = weekday.map_err(|_| anyhow::anyhow!("the month's weekday is none"))?;
    let days = Days::until(&state.db.read, today, weekday).await?;
    let opens = days.moment(0, &files.accounts.month.opens_at)?;
    let mut keys = Keys::default();
    people::load(state, &files, days, &mut keys).await?;
    companies::load(state, &files, days, &mut keys).await?;

    let mut story: Vec<(DateTime<Utc>, Act)> = Vec::new();
    events::tell(&files, days, &mut story)?;
    placements::tell(&files, days, &mut story)?;
    story.retain(|(at, _)| *at <= opens);
    story.sort_by_key(|(at, _)| *at);
    for (at, act) in story {
        let then = AppState { clock: Clock::standing_at(at), ..state.clone() };
        let told = act.play(&then, &mut keys).await;
        told.map_err(|error| {
            anyhow::anyhow!("the month cannot be told: {} at {at}: {error}", act.name())
        })?;
    }
    let tell = &files.events.tell;
    let then = AppState { clock: Clock::standing_at(opens), ..state.clone() };
    placement_acts::make_tell_calls(&then, days.day(tell.until_day), &tell.note).await?;
    verify::verify(&then, &keys, &files).await?;
    Ok(opens)
}
