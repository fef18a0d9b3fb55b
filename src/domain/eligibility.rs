//! Why a person may not be at a place: only its kind and its hard requirements about the place count.

use std::collections::BTreeSet;

use super::id::RequirementId;
use super::kinds::PlacementKind;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barrier {
    OtherKind { purpose: PlacementKind, offered: PlacementKind },
    Missing(RequirementId),
}

/// Everything in the way, so that a consultant sees at once what it would take; empty when eligible.
pub fn barriers(
    purpose: PlacementKind,
    fulfilled: &BTreeSet<RequirementId>,
    offered: PlacementKind,
    required: &[RequirementId],
) -> Vec<Barrier> {
    let other_kind = (purpose != offered).then_some(Barrier::OtherKind { purpose, offered });
    let missing = required.iter().filter(|requirement| !fulfilled.contains(requirement));
    other_kind
        .into_iter()
        .chain(missing.map(|requirement| Barrier::Missing(*requirement)))
        .collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use PlacementKind::{Clarification, Training};

    #[test]
    fn kind_and_every_requirement_count() {
        let [licence, early] = [1, 2].map(|number| RequirementId(Uuid::from_u128(number)));
        let has = |ids: &[RequirementId]| ids.iter().copied().collect::<BTreeSet<_>>();
        assert_eq!(barriers(Training, &has(&[licence]), Training, &[licence]), []);
        assert_eq!(barriers(Training, &has(&[licence, early]), Training, &[]), []);
        let all = [
            Barrier::OtherKind { purpose: Clarification, offered: Training },
            Barrier::Missing(licence),
            Barrier::Missing(early),
        ];
        assert_eq!(barriers(Clarification, &has(&[]), Training, &[licence, early]), all);
    }
}
