//! What is free when a match is run: what was confirmed, less the placements that take a place then.

use std::collections::{BTreeMap, BTreeSet};

use super::id::{MentorId, PlaceId};
use super::kinds::{PlacementKind, PlacementStatus};

/// A place row as the company confirmed it for the event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmedPlace {
    pub place: PlaceId,
    pub kind: PlacementKind,
    pub mentor: Option<MentorId>,
    pub number: i32,
}

/// A placement in the company that takes a place; see [`takes_a_place`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenPlace {
    pub place: PlaceId,
    pub kind: PlacementKind,
    pub mentor: Option<MentorId>,
}

/// Everything that decides what one company has free. `mentors` says how many each has at once; a mentor
/// of the municipality helps in several companies, so `taken_elsewhere` counts what they have there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Confirmed {
    pub total: Option<i32>,
    pub places: Vec<ConfirmedPlace>,
    pub mentors: BTreeMap<MentorId, i32>,
    pub taken: Vec<TakenPlace>,
    pub taken_elsewhere: BTreeMap<MentorId, i32>,
}

/// What is free, as a tree: whatever is taken below is also taken above. No total means no limit of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeInCompany {
    pub free: Option<i32>,
    pub mentors: Vec<FreeAtMentor>,
    /// Places without a mentor hang directly below the company.
    pub kinds: Vec<FreeOfKind>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeAtMentor {
    pub mentor: MentorId,
    pub free: Option<i32>,
    pub kinds: Vec<FreeOfKind>,
}

/// A kind has its number within one mentor; across mentors it has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeOfKind {
    pub kind: PlacementKind,
    pub free: i32,
    pub places: Vec<FreePlace>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreePlace {
    pub place: PlaceId,
    pub free: i32,
}

/// A place is taken from the moment it is proposed, so that it is never promised twice.
pub const TAKING: [PlacementStatus; 3] =
    [PlacementStatus::Proposed, PlacementStatus::Agreed, PlacementStatus::Running];

pub fn takes_a_place(status: PlacementStatus) -> bool {
    TAKING.contains(&status)
}

impl Confirmed {
    /// Never below nothing: a company that has confirmed fewer than it has today is full, not in debt.
    pub fn free(&self) -> FreeInCompany {
        let mentors: BTreeSet<MentorId> =
            self.places.iter().filter_map(|place| place.mentor).collect();
        FreeInCompany {
            free: self.total.map(|total| less(total, self.taken.len())),
            mentors: mentors.into_iter().map(|mentor| self.free_at(mentor)).collect(),
            kinds: self.kinds(None),
        }
    }

    fn free_at(&self, mentor: MentorId) -> FreeAtMentor {
        let here = self.taken.iter().filter(|taken| taken.mentor == Some(mentor)).count();
        let elsewhere = self.taken_elsewhere.get(&mentor).copied().unwrap_or(0);
        FreeAtMentor {
            mentor,
            free: self
                .mentors
                .get(&mentor)
                .map(|at_once| less(at_once.saturating_sub(elsewhere), here)),
            kinds: self.kinds(Some(mentor)),
        }
    }

    fn kinds(&self, mentor: Option<MentorId>) -> Vec<FreeOfKind> {
        let mut kinds: BTreeMap<PlacementKind, Vec<&ConfirmedPlace>> = BTreeMap::new();
        for place in self.places.iter().filter(|place| place.mentor == mentor) {
            kinds.entry(place.kind).or_default().push(place);
        }
        kinds.into_iter().map(|(kind, places)| self.free_of_kind(mentor, kind, &places)).collect()
    }

    fn free_of_kind(
        &self,
        mentor: Option<MentorId>,
        kind: PlacementKind,
        places: &[&ConfirmedPlace],
    ) -> FreeOfKind {
        let confirmed =
            places.iter().fold(0, |sum: i32, place| sum.saturating_add(place.number.max(0)));
        let taken = self.taken.iter().filter(|taken| taken.mentor == mentor && taken.kind == kind);
        let places = places.iter().map(|place| FreePlace {
            place: place.place,
            free: less(
                place.number,
                self.taken.iter().filter(|taken| taken.place == place.place).count(),
            ),
        });
        FreeOfKind { kind, free: less(confirmed, taken.count()), places: places.collect() }
    }
}

fn less(number: i32, taken: usize) -> i32 {
    number.saturating_sub(i32::try_from(taken).unwrap_or(i32::MAX)).max(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use PlacementKind::{Clarification, Training};

    fn place(number: u128) -> PlaceId {
        PlaceId(Uuid::from_u128(number))
    }

    fn mentor(number: u128) -> MentorId {
        MentorId(Uuid::from_u128(number))
    }

    fn confirmed(
        id: u128,
        kind: PlacementKind,
        with: Option<MentorId>,
        number: i32,
    ) -> ConfirmedPlace {
        ConfirmedPlace { place: place(id), kind, mentor: with, number }
    }

    fn bakery() -> Confirmed {
        Confirmed {
            total: Some(4),
            places: vec![
                confirmed(1, Training, Some(mentor(1)), 2),
                confirmed(2, Clarification, Some(mentor(1)), 2),
                confirmed(3, Training, None, 1),
            ],
            mentors: BTreeMap::from([(mentor(1), 3)]),
            ..Confirmed::default()
        }
    }

    fn taken(id: u128, kind: PlacementKind, with: Option<MentorId>) -> TakenPlace {
        TakenPlace { place: place(id), kind, mentor: with }
    }

    #[test]
    fn the_tree_runs_from_company_to_place() {
        let mut bakery = bakery();
        bakery.taken = vec![taken(1, Training, Some(mentor(1)))];
        let of_kind = |kind, free, id| FreeOfKind {
            kind,
            free,
            places: vec![FreePlace { place: place(id), free }],
        };
        let expected = FreeInCompany {
            free: Some(3),
            mentors: vec![FreeAtMentor {
                mentor: mentor(1),
                free: Some(2),
                kinds: vec![of_kind(Clarification, 2, 2), of_kind(Training, 1, 1)],
            }],
            kinds: vec![of_kind(Training, 1, 3)],
        };
        assert_eq!(bakery.free(), expected);
    }

    #[test]
    fn a_place_no_longer_confirmed_still_fills_mentor_and_company() {
        let mut bakery = bakery();
        bakery.taken =
            vec![taken(9, Training, Some(mentor(1))), taken(9, Training, Some(mentor(1)))];
        let free = bakery.free();
        assert_eq!((free.free, free.mentors[0].free), (Some(2), Some(1)));
        assert_eq!(
            (free.mentors[0].kinds[1].free, free.mentors[0].kinds[1].places[0].free),
            (0, 2)
        );
    }

    #[test]
    fn a_mentor_of_the_municipality_is_taken_elsewhere_too() {
        let mut bakery = bakery();
        bakery.taken_elsewhere = BTreeMap::from([(mentor(1), 5)]);
        assert_eq!(bakery.free().mentors[0].free, Some(0));
        bakery.total = None;
        assert_eq!(bakery.free().free, None);
    }

    #[test]
    fn only_live_placements_take_a_place() {
        let taking: Vec<_> =
            PlacementStatus::ALL.iter().filter(|status| takes_a_place(**status)).collect();
        assert_eq!(taking.len(), 3);
        assert!(!takes_a_place(PlacementStatus::Ended));
    }

    proptest! {
        #[test]
        fn nothing_free_is_ever_negative_or_more_than_confirmed(
            numbers in prop::collection::vec((0i32..4, 0u128..3), 0..6),
            total in prop::option::of(0i32..9),
            takes in prop::collection::vec((0usize..6, 0u128..3), 0..12),
        ) {
            let with = |number| (number > 0).then(|| mentor(number));
            let places: Vec<_> = (1..).zip(&numbers).map(|(id, (number, m))| confirmed(id, Training, with(*m), *number)).collect();
            let company = Confirmed {
                total,
                places,
                mentors: BTreeMap::from([(mentor(1), 2), (mentor(2), 0)]),
                taken: takes.iter().map(|(id, m)| taken(*id as u128, Training, with(*m))).collect(),
                ..Confirmed::default()
            };
            let free = company.free();
            prop_assert!(free.free.is_none_or(|left| (0..=total.unwrap()).contains(&left)));
            let kinds = free.kinds.iter().chain(free.mentors.iter().flat_map(|at| &at.kinds));
            for place in kinds.flat_map(|kind| &kind.places) {
                let known = company.places.iter().find(|known| known.place == place.place).unwrap();
                prop_assert!((0..=known.number).contains(&place.free));
            }
        }
    }
}
