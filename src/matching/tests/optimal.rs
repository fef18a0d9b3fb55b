//! Every optimising objective: the best worth, the right draw, a proof that holds, and nobody could be better off.

use std::collections::BTreeSet;

use super::brute_force::{Posts, all_matchings, posts_of, serial, tie_break, worth};
use super::cases::Case;
use crate::matching::{Control, Instance, LotteryMethod, Objective, Proven, solve, verify};

pub const OPTIMISING: [Objective; 6] = [
    Objective::MaxCardinality,
    Objective::Greedy,
    Objective::Generous,
    Objective::MinTotalRank,
    Objective::RankMaximal,
    Objective::GreedyGenerous,
];

#[test]
fn every_objective_reaches_what_brute_force_reaches_and_draws_what_the_lottery_draws() {
    for seed in 0..12_000 {
        let instance = Case::small(seed).instance();
        let all = all_matchings(&instance);
        for objective in OPTIMISING {
            let solution = solve(&instance, objective, &Control::default()).unwrap();
            let got = posts_of(&solution);
            let best = all.iter().map(|posts| worth(&instance, objective, posts)).max().unwrap();
            assert_eq!(worth(&instance, objective, &got), best, "seed {seed}, {objective}");

            let equal = || all.iter().filter(|posts| worth(&instance, objective, posts) == best);
            let waited = equal().map(|posts| tie_break(&instance, posts).0).max().unwrap();
            assert_eq!(
                tie_break(&instance, &got).0,
                waited,
                "seed {seed}, {objective}: who waited goes first"
            );
            let tied = || equal().filter(|posts| tie_break(&instance, posts).0 == waited);
            if instance.lottery_method() == LotteryMethod::Weights {
                let drawn = tied().map(|posts| tie_break(&instance, posts).1).max().unwrap();
                assert_eq!(tie_break(&instance, &got).1, drawn, "seed {seed}, {objective}");
                assert_eq!(
                    verify(&instance, &solution),
                    Ok(Proven::ObjectiveAndDraw),
                    "seed {seed}, {objective}"
                );
            } else {
                let drawn = tied().map(|posts| serial(&instance, posts)).max().unwrap();
                assert_eq!(serial(&instance, &got), drawn, "seed {seed}, {objective}");
                assert_eq!(
                    verify(&instance, &solution),
                    Ok(Proven::Objective),
                    "seed {seed}, {objective}"
                );
            }
        }
    }
}

fn ranks(instance: &Instance, posts: &Posts) -> Vec<u32> {
    let rank = |(who, post): (usize, &Option<u32>)| {
        post.and_then(|post| instance.rank_at(who, post as usize))
    };
    posts.iter().enumerate().map(|pair| rank(pair).unwrap_or(u32::MAX)).collect()
}

#[test]
fn nobody_could_be_better_off_without_somebody_worse_off() {
    let mut wasteful = BTreeSet::new();
    for seed in 20_000..26_000 {
        let instance = Case::small(seed).instance();
        let all = all_matchings(&instance);
        for objective in Objective::ALL {
            let got = ranks(
                &instance,
                &posts_of(&solve(&instance, objective, &Control::default()).unwrap()),
            );
            let better = |posts: &&Posts| {
                let other = ranks(&instance, posts);
                other != got && other.iter().zip(&got).all(|(other, got)| other <= got)
            };
            let found = all.iter().find(better);
            assert!(
                found.is_none() || !objective.is_pareto_efficient(),
                "seed {seed}, {objective}: {found:?}"
            );
            wasteful.extend(found.map(|_| objective.name()));
        }
    }
    let said = Objective::ALL.into_iter().filter(|objective| !objective.is_pareto_efficient());
    assert_eq!(wasteful, said.map(Objective::name).collect(), "and only those are said to be");
}

#[test]
fn one_more_place_never_makes_the_objective_worse() {
    for seed in 30_000..33_000 {
        let mut case = Case::small(seed);
        let before = case.instance();
        let mut nodes: Vec<_> = case.groups.iter_mut().chain(&mut case.posts).collect();
        let at = seed as usize % nodes.len();
        nodes[at].quota = nodes[at].quota.map(|quota| quota + 1);
        let after = case.instance();
        for objective in OPTIMISING {
            let worth = |instance: &Instance| {
                worth(
                    instance,
                    objective,
                    &posts_of(&solve(instance, objective, &Control::default()).unwrap()),
                )
            };
            assert!(worth(&after) >= worth(&before), "seed {seed}, {objective}");
        }
    }
}
