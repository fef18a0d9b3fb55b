//! Who looked whom up, for what and when. A person may ask for it, so it is written from the first day.
//!
//! Owns `look_up`.

mod told;

pub use told::{Looked, about};

use sea_orm::{EntityTrait, Set};

use crate::domain::{AccountId, LookUpPurpose};
use crate::entities::{look_up, new_id};
use crate::state::AppState;
use crate::web::{AppResult, Visitor};

/// The most rows one statement may hold on SQLite, with room to spare.
const ROWS: usize = 500;

/// Records that `visitor` read about each of `about` on `page`. Reading about oneself is nobody else's matter.
pub async fn record(
    state: &AppState,
    visitor: &Visitor,
    about: &[AccountId],
    purpose: LookUpPurpose,
    page: &str,
) -> AppResult<()> {
    let now = state.clock.now();
    let rows: Vec<_> = about
        .iter()
        .filter(|person| **person != visitor.id)
        .map(|person| look_up::ActiveModel {
            id: Set(new_id()),
            by_account_id: Set(visitor.id),
            about_account_id: Set(*person),
            purpose: Set(purpose),
            page: Set(page.to_owned()),
            at: Set(now),
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    let txn = state.write().await?;
    for rows in rows.chunks(ROWS) {
        look_up::Entity::insert_many(rows.iter().cloned()).exec_without_returning(&txn).await?;
    }
    txn.commit().await?;
    Ok(())
}
