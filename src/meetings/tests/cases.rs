//! Days of every shape, small enough to shrink to something a person can read.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;

use crate::meetings::*;

/// How large a day may be, and what it may ask for.
#[derive(Clone, Copy)]
pub struct Shape {
    pub people: usize,
    pub companies: usize,
    pub rounds: u32,
    /// Rounds missing, rests, the wish for company, groups.
    pub uneven: bool,
}

pub const ANY: Shape = Shape { people: 9, companies: 6, rounds: 6, uneven: true };
pub const EVEN: Shape = Shape { people: 12, companies: 7, rounds: 6, uneven: false };
pub const TINY: Shape = Shape { people: 3, companies: 3, rounds: 3, uneven: true };

#[derive(Clone, Debug)]
struct Draft {
    wishes: BTreeMap<usize, u32>,
    forbidden: BTreeSet<usize>,
    away: u32,
    pauses: u32,
    pause_after: Option<u32>,
    at_most: Option<u32>,
    not_alone: bool,
    group: Option<u128>,
    finished: Vec<Option<usize>>,
}

fn some_rounds() -> impl Strategy<Value = u32> {
    prop_oneof![4 => Just(0), 1 => 0u32..64]
}

fn a_draft(companies: usize) -> impl Strategy<Value = Draft> {
    let company = 0..companies;
    (
        btree_map(company.clone(), 1u32..11, 0..=companies),
        prop_oneof![3 => Just(BTreeSet::new()), 1 => btree_set(company.clone(), 0..=companies)],
        some_rounds(),
        some_rounds(),
        prop::option::weighted(0.2, 1u32..4),
        prop::option::weighted(0.1, 0u32..5),
        prop::bool::weighted(0.3),
        prop::option::weighted(0.8, 0u128..3),
        vec(prop::option::weighted(0.8, company), 6),
    )
        .prop_map(
            |(
                wishes,
                forbidden,
                away,
                pauses,
                pause_after,
                at_most,
                not_alone,
                group,
                finished,
            )| Draft {
                wishes,
                forbidden,
                away,
                pauses,
                pause_after,
                at_most,
                not_alone,
                group,
                finished,
            },
        )
}

pub fn a_day(shape: Shape) -> impl Strategy<Value = Day> {
    let groups = prop_oneof![
        3 => Just(Groups::Free),
        1 => Just(Groups::Mixed(Force::Wish)),
        1 => Just(Groups::Mixed(Force::Must)),
        1 => Just(Groups::Kept(Force::Wish)),
        1 => Just(Groups::Kept(Force::Must)),
    ];
    (1..=shape.companies).prop_flat_map(move |companies| {
        (
            vec(a_draft(companies), 1..=shape.people),
            vec((1u32..5, some_rounds()), companies),
            groups.clone(),
            1..=shape.rounds,
            prop_oneof![2 => Just(0), 1 => 0..=shape.rounds],
            0u32..6,
            any::<u64>(),
        )
            .prop_map(move |(people, companies, groups, rounds, from, promise, seed)| {
                let from = from.min(rounds);
                let finished = people.iter().zip(1..).flat_map(|(draft, id)| {
                    let sat = draft.finished.iter().zip(0..from);
                    sat.filter_map(move |(&company, round)| {
                        let company = CompanyId(company? as u128 * 10);
                        Some(Meeting { round, company, person: PersonId(id) })
                    })
                });
                let company = |((seats, away), id): ((u32, u32), u128)| Company {
                    id: CompanyId(id * 10),
                    seats,
                    away: if shape.uneven { Rounds(away) } else { Rounds::NONE },
                };
                Day {
                    rounds,
                    from,
                    promise,
                    finished: finished.collect(),
                    companies: companies.into_iter().zip(0..).map(company).collect(),
                    people: people
                        .into_iter()
                        .zip(1..)
                        .map(|(d, id)| person(shape, d, id))
                        .collect(),
                    groups: if shape.uneven { groups } else { Groups::Free },
                    before: Vec::new(),
                    seed,
                }
            })
    })
}

fn person(shape: Shape, draft: Draft, id: u128) -> Person {
    let company = |id: usize| CompanyId(id as u128 * 10);
    let wishes = draft.wishes.into_iter();
    let asked = Person {
        id: PersonId(id),
        wishes: wishes.map(|(id, weight)| Wish { company: company(id), weight }).collect(),
        forbidden: draft.forbidden.into_iter().map(company).collect(),
        away: Rounds(draft.away),
        pauses: Rounds(draft.pauses),
        pause_after: draft.pause_after,
        at_most: draft.at_most,
        not_alone: draft.not_alone,
        group: draft.group.map(GroupId),
    };
    if shape.uneven {
        return asked;
    }
    Person {
        away: Rounds::NONE,
        pauses: Rounds::NONE,
        pause_after: None,
        not_alone: false,
        ..asked
    }
}
