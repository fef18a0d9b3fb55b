//! What a company may see of a person: little from the proposal on, more only while the person says yes.

use std::collections::BTreeSet;

use super::kinds::{DisclosureItem, PlacementStatus};

/// Name, kind and consultant come with the proposal; `items` is what the young person has added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub items: BTreeSet<DisclosureItem>,
}

/// Nothing once the proposal came to nothing; after the end the name stays, what was lent goes back.
pub fn company_sees(
    status: PlacementStatus,
    given: impl IntoIterator<Item = Given>,
) -> Option<Seen> {
    let items = given.into_iter().filter(|given| !given.taken_back).map(|given| given.item);
    match status {
        PlacementStatus::Proposed | PlacementStatus::Agreed | PlacementStatus::Running => {
            Some(Seen { items: items.collect() })
        }
        PlacementStatus::Ended => Some(Seen { items: BTreeSet::new() }),
        PlacementStatus::Declined | PlacementStatus::Withdrawn => None,
    }
}

/// A yes to one item, and whether it has been taken back since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    pub item: DisclosureItem,
    pub taken_back: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_given_and_only_while_it_matters() {
        let given = [
            Given { item: DisclosureItem::Phone, taken_back: false },
            Given { item: DisclosureItem::Goal, taken_back: true },
        ];
        let sees =
            |status| company_sees(status, given).map(|seen| seen.items.into_iter().collect());
        let table: [(PlacementStatus, Option<Vec<DisclosureItem>>); 6] = [
            (PlacementStatus::Proposed, Some(vec![DisclosureItem::Phone])),
            (PlacementStatus::Agreed, Some(vec![DisclosureItem::Phone])),
            (PlacementStatus::Running, Some(vec![DisclosureItem::Phone])),
            (PlacementStatus::Ended, Some(vec![])),
            (PlacementStatus::Declined, None),
            (PlacementStatus::Withdrawn, None),
        ];
        for (status, expected) in table {
            assert_eq!(sees(status), expected, "{status}");
        }
    }
}
