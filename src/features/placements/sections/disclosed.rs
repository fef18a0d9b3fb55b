//! What the young person lets the company see.

use super::Fact;
use crate::domain::disclosure::{Given, company_sees};
use crate::domain::{DisclosureItem, PlacementStatus};
use crate::entities::{account, disclosure, placement, young_person};
use crate::features::checklists::access::Viewer;
use crate::words::Words;

/// One thing the young person can let the company see.
pub struct Shown {
    pub item: &'static str,
    pub name: String,
    pub given: bool,
    /// What the company sees, or would.
    pub words: String,
    /// Own words are needed.
    pub asks_words: bool,
}

pub fn shown(
    placement: &placement::Model,
    given: &[disclosure::Model],
    viewer: Viewer,
    person: &young_person::Model,
    account: &account::Model,
    t: Words,
) -> Vec<Shown> {
    let open =
        company_sees(placement.status, []).is_some() && placement.status != PlacementStatus::Ended;
    if viewer != Viewer::YoungPerson || !open {
        return Vec::new();
    }
    let line = |item: &DisclosureItem| {
        let row = given.iter().find(|row| row.item == *item && row.withdrawn_at.is_none());
        Shown {
            item: item.as_str(),
            name: t.kind("disclosure-item", item.as_str()),
            given: row.is_some(),
            words: own_words(*item, row, person, account).unwrap_or_default(),
            asks_words: *item == DisclosureItem::CareNeeds,
        }
    };
    DisclosureItem::ALL.iter().map(line).collect()
}

pub fn given(
    placement: &placement::Model,
    given: &[disclosure::Model],
    viewer: Viewer,
    person: &young_person::Model,
    account: &account::Model,
    t: Words,
) -> Vec<Fact> {
    if viewer == Viewer::YoungPerson {
        return Vec::new();
    }
    let rows =
        given.iter().map(|row| Given { item: row.item, taken_back: row.withdrawn_at.is_some() });
    let Some(seen) = company_sees(placement.status, rows) else { return Vec::new() };
    let words = |item: DisclosureItem| {
        own_words(item, given.iter().find(|row| row.item == item), person, account)
    };
    let label = |item: DisclosureItem| match item {
        DisclosureItem::Goal => t.placements_given_goal(),
        DisclosureItem::Phone => t.placements_given_phone(),
        DisclosureItem::CareNeeds => t.placements_given_care_needs(),
    };
    seen.items
        .into_iter()
        .filter_map(|item| words(item).map(|value| Fact { label: label(item), value }))
        .collect()
}

fn own_words(
    item: DisclosureItem,
    row: Option<&disclosure::Model>,
    person: &young_person::Model,
    account: &account::Model,
) -> Option<String> {
    match item {
        DisclosureItem::Goal => Some(person.goal.clone()),
        DisclosureItem::Phone => account.phone.clone(),
        DisclosureItem::CareNeeds => row.and_then(|row| row.words.clone()),
    }
}
