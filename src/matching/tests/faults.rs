//! The verifier refuses everything that is not optimal, and every certificate that does not prove it.

use super::brute_force::{all_matchings, posts_of, tie_break, worth};
use super::cases::{Case, Chance};
use super::optimal::OPTIMISING;
use crate::matching::{
    Control, Draft, DraftApplicant, DraftPost, Fault, Instance, LotteryMethod, Objective, Placed,
    Proof, Proven, Solution, Tier, solve, verify,
};

fn with_posts(instance: &Instance, solution: &Solution, posts: &[Option<u32>]) -> Solution {
    let mut other = solution.clone();
    for (who, post) in posts.iter().enumerate() {
        let placed = |post| Placed {
            post,
            rank: instance.rank_at(who, post as usize),
            pinned: instance.pinned_to(who).is_some(),
        };
        other.places[who] = post.map(placed);
    }
    let ranks = || other.places.iter().flatten().filter_map(|placed| placed.rank);
    other.size = posts.iter().flatten().count() as u32;
    other.profile = (1..=instance.max_rank())
        .map(|at| ranks().filter(|&rank| rank == at).count() as u32)
        .collect();
    other.total_rank = ranks().map(u64::from).sum();
    other.worst_rank = ranks().max().unwrap_or(0);
    other.pinned_unranked = other.size - ranks().count() as u32;
    other
}

#[test]
fn a_certificate_accepts_the_optimum_and_refuses_every_other_matching() {
    for seed in 11_000..11_300 {
        let mut case = Case::small(seed);
        case.method = LotteryMethod::Weights;
        let instance = case.instance();
        for objective in OPTIMISING {
            let solution = solve(&instance, objective, &Control::default()).unwrap();
            let key = |posts: &Vec<Option<u32>>| {
                (worth(&instance, objective, posts), tie_break(&instance, posts))
            };
            let best = key(&posts_of(&solution));
            for posts in all_matchings(&instance) {
                let verdict = verify(&instance, &with_posts(&instance, &solution, &posts));
                assert_eq!(
                    verdict.is_ok(),
                    key(&posts) == best,
                    "seed {seed}, {objective}: {verdict:?}"
                );
            }
        }
    }
}

#[test]
fn a_changed_price_proves_nothing_or_the_same() {
    // A price may have more than one right value; what must never happen is that a changed certificate
    // lets a worse matching pass.
    let mut chance = Chance(1);
    let mut refused = 0;
    for seed in 12_000..12_300 {
        let instance = Case::small(seed).instance();
        for objective in OPTIMISING {
            let mut solution = solve(&instance, objective, &Control::default()).unwrap();
            let best = worth(&instance, objective, &posts_of(&solution));
            for proof in &mut solution.proofs {
                let prices = proof.applicant_prices.iter_mut().chain(&mut proof.node_prices);
                prices.for_each(|price| {
                    *price += i64::from(chance.one_in(8)) * (chance.below(3) as i64 - 1)
                });
            }
            for posts in all_matchings(&instance) {
                let verdict = verify(&instance, &with_posts(&instance, &solution, &posts));
                refused += usize::from(verdict.is_err());
                if verdict.is_ok() {
                    assert_eq!(
                        worth(&instance, objective, &posts),
                        best,
                        "seed {seed}, {objective}"
                    );
                }
            }
        }
    }
    assert!(refused > 1000);
}

#[test]
fn every_fault_is_found() {
    let case = (0..).map(Case::small).find(|case| {
        let instance = case.instance();
        let solution = solve(&instance, OPTIMISING[1], &Control::default()).unwrap();
        case.method == LotteryMethod::Weights
            && !case.pins.is_empty()
            && solution.size > 3
            && solution.worst_rank > 1
    });
    let case = case.unwrap();
    let instance = case.instance();
    let right = solve(&instance, OPTIMISING[1], &Control::default()).unwrap();
    let free = (0..right.places.len())
        .find(|&who| right.places[who].is_some_and(|placed| !placed.pinned))
        .unwrap();
    let pinned = (0..right.places.len()).find(|&who| instance.pinned_to(who).is_some()).unwrap();
    let fault = |change: &dyn Fn(&mut Solution)| {
        let mut wrong = right.clone();
        change(&mut wrong);
        let fault = verify(&instance, &wrong).unwrap_err();
        assert!(!fault.describe(&instance).is_empty());
        fault
    };
    let free_index = free as u32;
    let other_rank = |wrong: &mut Solution| wrong.places[free].as_mut().unwrap().rank = Some(99);
    assert!(matches!(fault(&other_rank), Fault::Rank { applicant, .. } if applicant == free_index));
    assert_eq!(
        fault(&|wrong| wrong.places[pinned] = None),
        Fault::Pin { applicant: pinned as u32 }
    );
    assert_eq!(
        fault(&|wrong| wrong.places[free].as_mut().unwrap().pinned = true),
        Fault::PinnedMark { applicant: free_index }
    );
    assert_eq!(fault(&|wrong| wrong.size += 1), Fault::Count("size"));
    assert_eq!(fault(&|wrong| wrong.profile[0] += 1), Fault::Count("profile"));
    assert_eq!(fault(&|wrong| wrong.profile.extend([0, 1])), Fault::Count("profile"));
    assert_eq!(fault(&|wrong| wrong.total_rank += 1), Fault::Count("total_rank"));
    assert_eq!(fault(&|wrong| wrong.worst_rank += 1), Fault::Count("worst_rank"));
    assert_eq!(fault(&|wrong| wrong.pinned_unranked += 1), Fault::Count("pinned_unranked"));
    assert_eq!(fault(&|wrong| wrong.proofs.clear()), Fault::NoCertificate);
    assert_eq!(fault(&|wrong| wrong.proofs[0].tiers[0] = Tier::MostAt(1)), Fault::Tiers);
    assert_eq!(
        fault(&|wrong| wrong.proofs[0].applicant_prices[free * right.proofs[0].tiers.len()] -= 9),
        Fault::NegativePrice
    );
    assert_eq!(
        fault(&|wrong| {
            wrong.places.pop();
        }),
        Fault::Length
    );
    assert_eq!(
        fault(&|wrong| {
            wrong.proofs[0].applicant_prices.pop();
        }),
        Fault::Length
    );
    assert_eq!(
        fault(&|wrong| {
            wrong.proofs[0].node_prices.pop();
        }),
        Fault::Length
    );
    assert_eq!(fault(&|wrong| wrong.proofs[0].node_prices[0] += 1), Fault::NotReached);
    assert_eq!(fault(&|wrong| wrong.proofs[0].node_prices[0] = -1), Fault::NegativePrice);
    let all_below = |wrong: &mut Solution| {
        wrong.proofs[0].applicant_prices.fill(0);
        wrong.proofs[0].node_prices.fill(0);
    };
    assert!(matches!(fault(&all_below), Fault::PairAbovePrice { .. }));
}

#[test]
fn places_nobody_asked_for_and_full_places_are_refused() {
    for seed in 13_000..13_200 {
        let instance = Case::small(seed).instance();
        let solution = solve(&instance, OPTIMISING[1], &Control::default()).unwrap();
        for who in (0..instance.applicant_count()).filter(|&who| instance.pinned_to(who).is_none())
        {
            for post in (0..instance.node_count()).filter(|&node| instance.is_post(node)) {
                let mut posts = posts_of(&solution);
                posts[who] = Some(post as u32);
                let verdict = verify(&instance, &with_posts(&instance, &solution, &posts));
                if instance.rank_at(who, post).is_none() {
                    assert!(
                        matches!(verdict, Err(Fault::NotAdmissible { .. })),
                        "seed {seed}: {verdict:?}"
                    );
                } else if !all_matchings(&instance).contains(&posts) {
                    assert!(
                        matches!(verdict, Err(Fault::Quota { .. })),
                        "seed {seed}: {verdict:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_worst_rank_needs_a_proof_of_its_own() {
    // Both can only be placed if Ali takes his second choice.
    let draft = Draft {
        posts: vec![DraftPost::new("bakery", 1), DraftPost::new("garage", 1)],
        applicants: vec![
            DraftApplicant::new("mia", ["bakery"]),
            DraftApplicant::new("ali", ["bakery", "garage"]),
        ],
        ..Draft::default()
    };
    let instance = draft.check().unwrap();
    let right = solve(&instance, Objective::GreedyGenerous, &Control::default()).unwrap();
    assert_eq!(verify(&instance, &right), Ok(Proven::ObjectiveAndDraw));
    let fault = |change: &dyn Fn(&mut Vec<Proof>)| {
        let mut wrong = right.clone();
        change(&mut wrong.proofs);
        verify(&instance, &wrong).unwrap_err()
    };
    assert_eq!(fault(&|proofs| proofs.truncate(1)), Fault::NoCertificate);
    assert_eq!(fault(&|proofs| proofs.swap(0, 1)), Fault::Tiers);
    assert_eq!(fault(&|proofs| proofs[1].tiers[1] = Tier::FewestAbove(2)), Fault::Tiers);
    // The second proof says: two placed, but then one above the first rank. Dearer by one, it says nothing.
    assert_eq!(fault(&|proofs| proofs[1].applicant_prices[1] += 1), Fault::WorstRankAvoidable);
    assert_eq!(fault(&|proofs| proofs[1].applicant_prices[1] += 2), Fault::WorstRankAvoidable);
    assert_eq!(fault(&|proofs| proofs[1].applicant_prices[0] += 1), Fault::WorstRankAvoidable);
}

#[test]
fn weights_prove_no_draw_where_the_lottery_is_serial() {
    let mut draft = Draft {
        posts: vec![DraftPost::new("bakery", 1)],
        applicants: ["mia", "ali"].map(|id| DraftApplicant::new(id, ["bakery"])).to_vec(),
        ..Draft::default()
    };
    let by_weights =
        solve(&draft.check().unwrap(), Objective::Greedy, &Control::default()).unwrap();
    draft.lottery_method = LotteryMethod::Serial;
    assert_eq!(verify(&draft.check().unwrap(), &by_weights), Ok(Proven::Objective));
}
