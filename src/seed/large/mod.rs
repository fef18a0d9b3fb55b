//! A programme of thousands, to measure with: the month, and around it a crowd that is rows from the start. So many
//! presses would take hours, so the crowd's rows are written as the acts would have left them; its matches are the
//! engine's own, and its follow-ups those of the programme's rules.

mod calls;
mod chance;
mod checklists;
mod companies;
mod crowd;
mod events;
mod follow_ups;
mod letters;
mod names;
mod people;
mod placements;
mod rankings;
mod results;
mod room;
mod rows;
mod trail;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ConnectionTrait;

use crate::state::AppState;
use crate::web::AppResult;

use crowd::Crowd;

/// How large a programme is, the month's own people and companies among them.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub people: usize,
    pub companies: usize,
    /// A month apart, the last two of them still to be matched.
    pub events: usize,
    /// How many of them are at the event that is under way.
    pub in_the_room: usize,
}

impl Size {
    pub const LARGE: Self = Self { people: 10_000, companies: 500, events: 24, in_the_room: 0 };
    pub const EVENT_DAY: Self = Self { in_the_room: 2_000, ..Self::LARGE };
}

/// Loads the month and the crowd around it; the moment the demo opens at. The same day gives the same crowd.
pub async fn load(state: &AppState, today: NaiveDate, size: Size) -> AppResult<DateTime<Utc>> {
    let opens = super::load(state, today).await?;
    let txn = state.write().await?;
    let mut crowd = Crowd::prepare(&txn, today, opens, size).await?;
    people::add(&txn, state, &mut crowd).await?;
    companies::add(&txn, &mut crowd).await?;
    txn.commit().await?;
    for number in 0..size.events {
        let txn = state.write().await?;
        let event = events::add(&txn, &mut crowd, number).await?;
        let rankings = rankings::add(&txn, &mut crowd, &event).await?;
        if event.is_matched() {
            let placed = results::add(&txn, &mut crowd, &event, &rankings).await?;
            placements::add(&txn, &mut crowd, &event, &placed).await?;
        }
        letters::add(&txn, &mut crowd, &event, &rankings).await?;
        txn.commit().await?;
    }
    if size.in_the_room > 0 {
        let txn = state.write().await?;
        room::fill(&txn, &mut crowd).await?;
        txn.commit().await?;
    }
    // So many rows at once are new to the database's planner.
    let txn = state.write().await?;
    txn.execute_unprepared("ANALYZE").await?;
    txn.commit().await?;
    Ok(opens)
}
