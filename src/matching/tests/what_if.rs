//! Other worlds: every sensitivity and answer equals solving that world anew.

use super::brute_force::posts_of;
use super::cases::Case;
use crate::matching::{
    Comparison, Control, Draft, DraftApplicant, DraftGroup, DraftPost, Instance, Objective,
    Solution, WhyNot, compare, sensitivity, solve, why_not,
};

pub fn fresh(instance: &Instance, objective: Objective) -> Solution {
    solve(instance, objective, &Control::default()).unwrap()
}

#[test]
fn sensitivity_says_what_solving_again_says() {
    for seed in 90_000..90_800 {
        let case = Case::small(seed);
        let instance = case.instance();
        for objective in Objective::ALL {
            let solution = fresh(&instance, objective);
            for row in sensitivity(&instance, &solution, &Control::default()).unwrap() {
                let mut changed = case.clone();
                for &(node, change) in &row.places {
                    let id = instance.node_id(node as usize);
                    let mut nodes = changed.groups.iter_mut().chain(&mut changed.posts);
                    let node = nodes.find(|node| node.id == id).unwrap();
                    node.quota = Some(node.quota.unwrap().checked_add_signed(change).unwrap());
                }
                let again = fresh(&changed.instance(), objective);
                let told = (row.size, &row.profile, row.total_rank, row.worst_rank);
                let found = (again.size, &again.profile, again.total_rank, again.worst_rank);
                assert_eq!(told, found, "seed {seed}, {objective}, {:?}", row.places);
            }
        }
    }
}

#[test]
fn a_group_without_a_quota_that_holds_everybody_bounds_nothing() {
    let post = |id, capacity| DraftPost { parent: Some("all"), ..DraftPost::new(id, capacity) };
    let mut draft = Draft {
        groups: vec![DraftGroup { id: "all", ..DraftGroup::default() }],
        posts: [("a", 1), ("b", 0), ("c", 1), ("d", 0), ("e", 1), ("f", 1), ("g", 1)]
            .map(|(id, capacity)| post(id, capacity))
            .to_vec(),
        applicants: vec![
            DraftApplicant::new("mia", ["a", "b", "e"]),
            DraftApplicant::new("ali", ["a", "d", "c"]),
            DraftApplicant::new("sofie", ["b", "f"]),
            DraftApplicant::new("noah", ["g"]),
        ],
        ..Draft::default()
    };
    let instance = draft.check().unwrap();
    let solution = fresh(&instance, Objective::GreedyGenerous);
    let rows = sensitivity(&instance, &solution, &Control::default()).unwrap();
    let node = instance.find_node("b").unwrap() as u32;
    let row = rows.iter().find(|row| row.places == [(node, 1)]).expect("a row for one more");
    draft.posts[1] = post("b", 1);
    let again = fresh(&draft.check().unwrap(), Objective::GreedyGenerous);
    assert_eq!((&row.profile, row.worst_rank), (&again.profile, again.worst_rank));
}

#[test]
fn a_forced_pair_costs_what_solving_again_says() {
    for seed in 93_000..93_450 {
        let case = Case::small(seed);
        let instance = case.instance();
        for objective in Objective::ALL {
            let solution = fresh(&instance, objective);
            for who in 0..instance.applicant_count() {
                for post in (0..instance.node_count()).filter(|&node| instance.is_post(node)) {
                    let answer =
                        why_not(&instance, &solution, who, post, &Control::default()).unwrap();
                    if instance.pinned_to(who).is_some_and(|pin| pin != post) {
                        assert!(
                            matches!(answer, WhyNot::Barred(_) | WhyNot::Pinned),
                            "seed {seed}"
                        );
                    }
                    let mut forced = case.clone();
                    forced.pins.push((
                        instance.applicant_id(who).to_owned(),
                        instance.node_id(post).to_owned(),
                    ));
                    match (forced.draft().check(), answer) {
                        (_, WhyNot::Has) => {
                            assert_eq!(posts_of(&solution)[who], Some(post as u32))
                        }
                        (Err(_), WhyNot::Barred(_) | WhyNot::Pinned) => {}
                        (Ok(world), WhyNot::Would(would)) => {
                            let again = Comparison::of(&fresh(&world, objective));
                            let same = |one: &Comparison, other: &Comparison| {
                                (one.size, one.total_rank, one.worst_rank, one.pinned_unranked)
                                    == (
                                        other.size,
                                        other.total_rank,
                                        other.worst_rank,
                                        other.pinned_unranked,
                                    )
                                    && one
                                        .profile
                                        .iter()
                                        .filter(|&&n| n > 0)
                                        .eq(other.profile.iter().filter(|&&n| n > 0))
                            };
                            assert!(
                                same(&would, &again),
                                "seed {seed}, {objective}: {would:?} {again:?}"
                            );
                        }
                        (world, answer) => {
                            panic!("seed {seed}, {objective}: {answer:?} in {world:?}")
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn the_comparison_is_what_each_objective_reaches() {
    for seed in 9800..9850 {
        let instance = Case::small(seed).instance();
        for row in compare(&instance, &Control::default()).unwrap() {
            let solution = fresh(&instance, row.objective);
            assert_eq!(row, Comparison::of(&solution), "seed {seed}");
            let ranked = row.profile.iter().sum::<u32>();
            assert_eq!(ranked, row.size - row.pinned_unranked, "seed {seed}");
            let average = (ranked > 0).then(|| 100 * row.total_rank / u64::from(ranked));
            assert_eq!(row.average_hundredths(), average, "seed {seed}");
            let gamed = !row.objective.is_strategy_proof();
            assert_eq!(row.objective.rewards_short_lists(), gamed, "{}", row.objective);
        }
    }
}
