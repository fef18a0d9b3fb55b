//! Expectation alignment: what young person, company and consultant agree on, item by item.
//!
//! Owns `checklist_item`, `checklist_confirmation`, `checklist_note`.

pub mod access;
pub mod acts;
mod facts;
pub mod item;
pub mod list;
pub mod mail;
mod marks;
pub mod press;
pub mod print;
mod store;
pub mod tell;
mod words;

pub use facts::step as follow_up_name;
pub use words::refusal;

pub use acts::{change, confirm, note, open, reopen, set_aside, voice_recorded};

use std::collections::BTreeMap;

use sea_orm::ConnectionTrait;

use crate::domain::PlacementId;
use crate::domain::checklist::{self, Item, ItemState, Progress};
use crate::entities::placement;
use crate::state::Txn;
use crate::web::AppResult;
use crate::words::Words;

pub fn path(placement: PlacementId) -> String {
    format!("{}/checklist", access::placement_path(placement))
}

/// How an item of an agreed placement stands.
pub async fn state_of(txn: &Txn, placement: PlacementId, item: Item) -> AppResult<ItemState> {
    Ok(store::item_for_change(txn, placement, item).await?.state())
}

pub fn item_path(placement: PlacementId, item: Item) -> String {
    format!("{}/{}", path(placement), item.as_str())
}

pub fn name(item: Item, t: Words) -> String {
    t.say(&format!("checklist-item-{}", item.as_str().replace('_', "-")))
}

/// What still stands in the way of starting, in the list's order.
pub async fn blockers(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
) -> AppResult<Vec<Item>> {
    Ok(checklist::blockers(placement.kind, &states(db, placement.id).await?))
}

pub async fn progress(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
) -> AppResult<Progress> {
    Ok(checklist::progress(&states(db, placement.id).await?))
}

/// Each item's revision as it now is, for whoever confirms many at once, such as the month's story.
pub async fn revisions(
    db: &impl ConnectionTrait,
    placement: PlacementId,
) -> AppResult<BTreeMap<Item, i32>> {
    let rows = store::items(db, placement).await?;
    Ok(rows.into_iter().map(|row| (row.item, row.model.revision)).collect())
}

async fn states(db: &impl ConnectionTrait, placement: PlacementId) -> AppResult<Vec<ItemState>> {
    Ok(store::items(db, placement).await?.iter().map(store::Row::state).collect())
}
