//! Every reason that is shown is checked true by solving again, on small events of many shapes.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::capacity::{FreeInCompany, FreeOfKind, FreePlace};
use crate::domain::ranking::Ranking;
use crate::domain::reason::Why;
use crate::domain::{HostAnswer, PlacementKind};
use crate::features::matching_runs::instance::{Company, Facts as EventFacts, Person, Stands};
use crate::matching::{Objective, solve};

fn id<T: From<Uuid>>(number: usize) -> T {
    T::from(Uuid::from_u128(number as u128))
}

/// A company with one place of either kind; `host` 0 is no answer, 1 not now, else it can.
fn company(number: usize, free: i32, training: bool, host: u8, asks: bool) -> (Company, bool) {
    let kind = if training { PlacementKind::Training } else { PlacementKind::Clarification };
    let answer = match host {
        0 => None,
        1 => Some(HostAnswer::NotNow),
        _ => Some(HostAnswer::CanHost),
    };
    let places = vec![FreePlace { place: id(100 + number), free }];
    let tree = FreeInCompany {
        free: None,
        mentors: Vec::new(),
        kinds: vec![FreeOfKind { kind, free, places }],
    };
    let host = answer.map(|answer| (kind, answer)).into_iter().collect();
    (Company { id: id(10 + number), stands: Stands::Free(tree), host }, asks)
}

prop_compose! {
    fn events()(
        companies in prop::collection::vec((0i32..3, any::<bool>(), 0u8..6, 0u8..5), 2..5),
        people in prop::collection::vec((any::<bool>(), prop::collection::vec(0usize..5, 0..5), 0u64..3, any::<bool>()), 1..7),
        seed in "[a-z]{6}",
    ) -> EventFacts {
        let companies: Vec<_> = companies
            .into_iter()
            .enumerate()
            .map(|(number, (free, training, host, asks))| company(number, free, training, host, asks == 0))
            .collect();
        let requires = companies
            .iter()
            .enumerate()
            .filter(|(_, (_, asks))| *asks)
            .map(|(number, _)| (id(100 + number), vec![id(7)]))
            .collect();
        let many = companies.len();
        let person = |(number, (training, list, waited, owes)): (usize, (bool, Vec<usize>, u64, bool))| {
            let mut seen = BTreeSet::new();
            let rows = list.into_iter().filter(|one| *one < many && seen.insert(*one)).collect::<Vec<_>>();
            let rows = rows.into_iter().zip(1u32..).map(|(one, at)| (id(10 + one), Some(at), false));
            Person {
                id: id(1000 + number),
                purpose: if training { PlacementKind::Training } else { PlacementKind::Clarification },
                fulfilled: BTreeSet::new(),
                ranking: Some(Ranking::from_rows(rows)),
                has_placement: false,
                has_left: false,
                came: true,
                waited: if owes { waited } else { 0 },
            }
        };
        EventFacts {
            event: id(900),
            seed,
            people: people.into_iter().enumerate().map(person).collect(),
            companies: companies.into_iter().map(|(company, _)| company).collect(),
            requires,
            codes: BTreeMap::from([(id(7), "driving_licence".to_owned())]),
            adjustments: Vec::new(),
            declined: BTreeSet::new(),
        }
    }
}

/// Whether the result would be exactly as good with this pair in it.
fn as_good(file: &InstanceFile<'_>, solution: &Solution, applicant: &str, post: &str) -> bool {
    let mut forced = file.clone();
    forced.pins.push(PinEntry {
        applicant: applicant.to_owned().into(),
        post: post.to_owned().into(),
        x: None,
    });
    let Ok(forced) = forced.to_instance() else { return false };
    let other = solve(&forced, solution.objective, &Control::default()).expect("a result");
    let worst = |one: &Solution| one.worst_rank;
    (other.size, worst(&other), &other.profile)
        == (solution.size, worst(solution), &solution.profile)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn every_reason_is_true_when_solved_again(facts in events()) {
        let file = facts.instance(Objective::GreedyGenerous).expect("an instance");
        let instance = file.to_instance().expect("an instance");
        let solution = solve(&instance, Objective::GreedyGenerous, &Control::default()).expect("a result");
        let reasons = of(&file, &instance, &solution, &Control::default()).expect("reasons");
        for (applicant, entry) in file.applicants.iter().enumerate() {
            let reason = &reasons[&entry.id.as_str().parse().expect("an id")];
            let rank = solution.places[applicant].and_then(|placed| placed.rank);
            prop_assert_eq!(reason.position, rank);
            let limit = rank.unwrap_or(u32::MAX);
            let better: Vec<&str> = instance
                .edges_of(applicant)
                .iter()
                .filter(|edge| edge.rank < limit)
                .map(|edge| instance.node_id(edge.post as usize))
                .collect();
            let equal = better.iter().any(|post| as_good(&file, &solution, entry.id.as_str(), post));
            let listed = entry.preferences.len();
            match &reason.why {
                Why::TopChoice => prop_assert_eq!(rank, Some(1)),
                Why::Lottery | Why::Waited => prop_assert!(equal),
                Why::Full => {
                    prop_assert!(!equal && !better.is_empty());
                    let above = rank.map_or(listed, |rank| rank as usize - 1);
                    prop_assert_eq!(better.len(), above, "every one of them was a possibility");
                }
                Why::Closed(_) => prop_assert!(better.is_empty()),
                Why::Mixed => prop_assert!(!equal),
                Why::NothingRanked | Why::NoThanks => prop_assert_eq!(listed, 0),
                Why::ByHand => prop_assert!(false, "nothing was decided by hand"),
            }
            if reason.why == Why::Waited {
                prop_assert!(instance.has_waited());
            }
        }
    }
}
