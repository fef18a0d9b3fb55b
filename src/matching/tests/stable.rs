//! Deferred acceptance: no blocking pair, the best stable matching for every applicant, and no gain from a lie.

use super::brute_force::{Posts, all_matchings, posts_of};
use super::cases::{Case, Chance};
use crate::matching::{
    Control, Instance, Objective, Placed, Proven, Solution, lottery, solve, verify,
};

fn stable(instance: &Instance) -> Solution {
    solve(instance, Objective::Stable, &Control::default()).unwrap()
}

/// How good a result is for one applicant, ties broken by their own draw; smaller is better.
fn liking(instance: &Instance, who: usize, post: Option<u32>) -> Option<(u32, lottery::Draw)> {
    let post = post? as usize;
    let rank = instance.rank_at(who, post).unwrap_or(u32::MAX);
    Some((rank, lottery::ties(instance.seed(), instance.applicant_id(who), instance.node_id(post))))
}

fn at_least_as_good(instance: &Instance, who: usize, one: Option<u32>, other: Option<u32>) -> bool {
    match (liking(instance, who, one), liking(instance, who, other)) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(one), Some(other)) => one <= other,
    }
}

fn claimed(instance: &Instance, posts: &Posts) -> Solution {
    let mut solution = stable(instance);
    for (who, post) in posts.iter().enumerate() {
        solution.places[who] = post.map(|post| Placed {
            post,
            rank: instance.rank_at(who, post as usize),
            pinned: instance.pinned_to(who).is_some(),
        });
    }
    let ranks = || solution.places.iter().flatten().filter_map(|placed| placed.rank);
    solution.size = posts.iter().flatten().count() as u32;
    solution.profile = (1..=instance.max_rank())
        .map(|at| ranks().filter(|&rank| rank == at).count() as u32)
        .collect();
    solution.total_rank = ranks().map(u64::from).sum();
    solution.worst_rank = ranks().max().unwrap_or(0);
    solution.pinned_unranked = solution.size - ranks().count() as u32;
    solution
}

#[test]
fn the_result_is_stable_and_the_best_stable_one_for_every_applicant() {
    let mut several = 0;
    for seed in 50_000..55_000 {
        let instance = Case::small(seed).instance();
        let got = stable(&instance);
        assert_eq!(verify(&instance, &got), Ok(Proven::Stable), "seed {seed}");
        let holds =
            |posts: &Posts| verify(&instance, &claimed(&instance, posts)) == Ok(Proven::Stable);
        let others: Vec<Posts> = all_matchings(&instance).into_iter().filter(holds).collect();
        assert!(others.contains(&posts_of(&got)), "seed {seed}");
        several += usize::from(others.len() > 1);
        for other in others {
            for (who, post) in other.into_iter().enumerate() {
                let own = posts_of(&got)[who];
                assert!(
                    at_least_as_good(&instance, who, own, post),
                    "seed {seed}, applicant {who}"
                );
            }
        }
    }
    assert!(several > 0, "some case must have more than one stable result to choose from");
}

#[test]
fn nobody_gains_by_a_false_list() {
    for seed in 60_000..63_000 {
        let case = Case::small(seed);
        let truth = case.instance();
        let honest = posts_of(&stable(&truth));
        let mut chance = Chance(seed);
        for who in (0..case.people.len()).filter(|&who| truth.pinned_to(who).is_none()) {
            let mut lie = case.clone();
            let list = &mut lie.people[who].preferences;
            chance.shuffle(list);
            let shorter = chance.below(list.len() as u64 + 1) as usize;
            list.truncate(shorter);
            let lied = posts_of(&stable(&lie.instance()))[who];
            assert!(
                at_least_as_good(&truth, who, honest[who], lied),
                "seed {seed}, applicant {who}"
            );
        }
    }
}

#[test]
fn one_more_place_at_a_whole_company_never_harms_anybody() {
    for seed in 64_000..67_000 {
        let mut case = Case::small(seed);
        let before = case.instance();
        let mut companies: Vec<_> = case
            .groups
            .iter_mut()
            .chain(&mut case.posts)
            .filter(|node| node.parent.is_none())
            .collect();
        let at = seed as usize % companies.len();
        companies[at].quota = companies[at].quota.map(|quota| quota + 1);
        let after = case.instance();
        let (had, has) = (posts_of(&stable(&before)), posts_of(&stable(&after)));
        for who in 0..had.len() {
            assert!(
                at_least_as_good(&after, who, has[who], had[who]),
                "seed {seed}, applicant {who}"
            );
        }
    }
}
