//! A young person's yes is to the words that stood there: what somebody else rewrites is the company's to see only
//! after another.

use super::store;
use crate::domain::capacity::takes_a_place;
use crate::domain::contact::Phone;
use crate::domain::placement::Done;
use crate::domain::{AccountId, DisclosureItem, YoungPersonId};
use crate::entities::account;
use crate::features::placements;
use crate::state::{AppState, Txn};
use crate::web::AppResult;

/// Answers whether a company saw any of it until now.
pub(super) async fn take_back(
    txn: &Txn,
    state: &AppState,
    id: YoungPersonId,
    items: &[DisclosureItem],
    by: AccountId,
) -> AppResult<bool> {
    if items.is_empty() {
        return Ok(false);
    }
    let mut was_seen = false;
    for listed in placements::of_young_person(txn, id).await? {
        for item in items {
            let taken = placements::take_back(txn, state, listed.placement.id, *item, by).await?;
            was_seen |= taken == Done::Now && takes_a_place(listed.placement.status);
        }
    }
    Ok(was_seen)
}

/// After somebody else has given the account of `before` this number; whoever is no young person shows it to nobody.
pub async fn take_back_phone(
    txn: &Txn,
    state: &AppState,
    before: &account::Model,
    phone: Option<&str>,
    by: AccountId,
) -> AppResult<bool> {
    if is_same_number(before.phone.as_deref(), phone) {
        return Ok(false);
    }
    match store::of_account(txn, before.id).await? {
        Some(person) => take_back(txn, state, person.id, &[DisclosureItem::Phone], by).await,
        None => Ok(false),
    }
}

/// The same telephone rings, however the number is spelled.
pub(super) fn is_same_number(before: Option<&str>, after: Option<&str>) -> bool {
    let dialled = |phone: &str| match Phone::parse(phone) {
        Ok(phone) => phone.dialled().to_owned(),
        Err(_) => phone.to_owned(),
    };
    before.map(dialled) == after.map(dialled)
}
