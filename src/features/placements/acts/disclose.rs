//! What the young person lets the company see, item by item, and takes back.

use crate::domain::capacity::takes_a_place;
use crate::domain::placement::Done;
use crate::domain::{AccountId, DisclosureItem, PlacementId};
use crate::features::placements::history::{self, Change};
use crate::features::placements::store;
use crate::state::{AppState, Txn};
use crate::web::AppResult;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DiscloseError {
    #[error("the placement is over or came to nothing")]
    Over,
    #[error("the words that help are missing")]
    WordsMissing,
}

/// `words` are the young person's own, for what helps them; goal and phone are read where they stand.
pub async fn disclose(
    txn: &Txn,
    state: &AppState,
    id: PlacementId,
    item: DisclosureItem,
    words: &str,
    by: AccountId,
) -> AppResult<Result<Done, DiscloseError>> {
    let now = state.clock.now();
    let held = store::hold(txn, id).await?;
    if !takes_a_place(held.row.status) {
        return Ok(Err(DiscloseError::Over));
    }
    let words = Some(words.trim().to_owned())
        .filter(|words| item == DisclosureItem::CareNeeds && !words.is_empty());
    if item == DisclosureItem::CareNeeds && words.is_none() {
        return Ok(Err(DiscloseError::WordsMissing));
    }
    let given = store::disclosures(txn, id).await?;
    let same = given
        .iter()
        .any(|row| row.item == item && row.withdrawn_at.is_none() && row.words == words);
    if same {
        return Ok(Ok(Done::Before));
    }
    store::give(txn, id, item, words, now).await?;
    history::write(txn, id, Change::Disclosed, Some(item.as_str().into()), Some(by), now).await?;
    Ok(Ok(Done::Now))
}

/// Gone from the company's pages at once, whatever the placement's status.
pub async fn take_back(
    txn: &Txn,
    state: &AppState,
    id: PlacementId,
    item: DisclosureItem,
    by: AccountId,
) -> AppResult<Done> {
    let now = state.clock.now();
    store::hold(txn, id).await?;
    let given = store::disclosures(txn, id).await?;
    let Some(row) = given.into_iter().find(|row| row.item == item && row.withdrawn_at.is_none())
    else {
        return Ok(Done::Before);
    };
    store::take_back(txn, row, now).await?;
    history::write(txn, id, Change::TakenBack, Some(item.as_str().into()), Some(by), now).await?;
    Ok(Done::Now)
}
