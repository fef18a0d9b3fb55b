//! Names and order of the file mean nothing, and the same input gives the same result.

use std::collections::BTreeMap;

use super::brute_force::{posts_of, tie_break, worth};
use super::cases::{Case, Chance};
use super::optimal::OPTIMISING;
use crate::matching::what_if::sensitivity_on;
use crate::matching::{
    Cancelled, Control, LotteryMethod, Objective, WhyNot, compare, repair, sensitivity, solve,
    why_not,
};

type Named = BTreeMap<String, Option<String>>;

fn named(case: &Case, objective: Objective) -> Named {
    let instance = case.instance();
    let solution = solve(&instance, objective, &Control::default()).unwrap();
    let post = |who: usize| {
        solution.placed(who).map(|placed| instance.node_id(placed.post as usize).to_owned())
    };
    (0..instance.applicant_count())
        .map(|who| (instance.applicant_id(who).to_owned(), post(who)))
        .collect()
}

#[test]
fn the_order_of_the_file_changes_nothing() {
    for seed in 7000..7400 {
        let case = Case::small(seed);
        let mut shuffled = case.clone();
        let mut chance = Chance(seed);
        chance.shuffle(&mut shuffled.groups);
        chance.shuffle(&mut shuffled.posts);
        chance.shuffle(&mut shuffled.people);
        for objective in Objective::ALL {
            assert_eq!(
                named(&case, objective),
                named(&shuffled, objective),
                "seed {seed}, {objective}"
            );
        }
    }
}

/// Everything that bears the name `old` bears `new` instead.
fn rename(case: &mut Case, old: &str, new: &str) {
    let rename = |name: &mut String| {
        if name == old {
            *name = new.to_owned();
        }
    };
    for node in case.groups.iter_mut().chain(&mut case.posts) {
        rename(&mut node.id);
        node.parent.iter_mut().for_each(rename);
        node.priorities.iter_mut().flatten().flatten().for_each(rename);
    }
    for person in &mut case.people {
        rename(&mut person.id);
        person.preferences.iter_mut().flatten().for_each(rename);
    }
    for (person, place) in case.forbidden.iter_mut().chain(&mut case.pins) {
        rename(person);
        rename(place);
    }
}

#[test]
fn names_of_groups_and_kinds_change_nothing() {
    for seed in 8000..8200 {
        let case = Case::small(seed);
        let mut renamed = case.clone();
        for group in &case.groups {
            rename(&mut renamed, &group.id, &format!("company {}", group.id));
        }
        let swap = |kind: &mut String| *kind = if kind == "a" { "b" } else { "a" }.to_owned();
        renamed.posts.iter_mut().filter_map(|post| post.kind.as_mut()).for_each(swap);
        renamed
            .people
            .iter_mut()
            .flat_map(|person| person.kinds.iter_mut().flatten())
            .for_each(swap);
        for objective in Objective::ALL {
            assert_eq!(
                named(&case, objective),
                named(&renamed, objective),
                "seed {seed}, {objective}"
            );
        }
    }
}

#[test]
fn names_of_people_and_posts_change_nothing_but_the_draw() {
    for seed in 8200..8400 {
        let case = Case::small(seed);
        let mut renamed = case.clone();
        let own = case.posts.iter().map(|post| &post.id);
        for id in own.chain(case.people.iter().map(|person| &person.id)) {
            rename(&mut renamed, id, &format!("new {id}"));
        }
        let worths = |case: &Case, objective| {
            let instance = case.instance();
            let posts = posts_of(&solve(&instance, objective, &Control::default()).unwrap());
            (worth(&instance, objective, &posts), tie_break(&instance, &posts).0)
        };
        for objective in OPTIMISING {
            assert_eq!(
                worths(&case, objective),
                worths(&renamed, objective),
                "seed {seed}, {objective}"
            );
        }
    }
}

#[test]
fn the_same_instance_gives_the_same_result_with_the_same_proof() {
    for seed in 7500..7600 {
        let instance = Case::small(seed).instance();
        for objective in Objective::ALL {
            let once = solve(&instance, objective, &Control::default()).unwrap();
            assert_eq!(
                once,
                solve(&instance, objective, &Control::default()).unwrap(),
                "seed {seed}, {objective}"
            );
        }
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    for seed in 7600..7640 {
        let instance = Case::small(seed).instance();
        for objective in Objective::ALL {
            let solution = solve(&instance, objective, &Control::default()).unwrap();
            let rows = |threads| {
                sensitivity_on(threads, &instance, &solution, &Control::default()).unwrap()
            };
            let one = rows(1);
            for threads in [2, 3, 64] {
                assert_eq!(one, rows(threads), "seed {seed}, {objective}, {threads} threads");
            }
        }
    }
}

#[test]
fn a_cancelled_run_has_no_result() {
    let instance = Case::small(3).instance();
    let control = Control::default();
    let solution = solve(&instance, Objective::Greedy, &control).unwrap();
    let asked = (0..instance.applicant_count())
        .flat_map(|who| instance.edges_of(who).iter().map(move |edge| (who, edge.post as usize)))
        .find(|&(who, post)| {
            let answer = why_not(&instance, &solution, who, post, &control);
            matches!(answer, Ok(WhyNot::Would(_)))
        });
    let (who, post) = asked.expect("a pair that could be");
    control.cancel();
    assert!(why_not(&instance, &solution, who, post, &control).is_err());
    for objective in Objective::ALL {
        assert!(solve(&instance, objective, &control).is_err(), "{objective}");
        assert!(repair(&instance, objective, &posts_of(&solution), &control).is_err());
    }
    assert!(sensitivity(&instance, &solution, &control).is_err());
    assert!(compare(&instance, &control).is_err());
    assert_eq!(Cancelled.to_string(), "the run was stopped");
}

#[test]
fn a_run_tells_how_far_it_is() {
    let instance = Case::small(3).instance();
    let control = Control::default();
    assert_eq!(control.progress(), (0, 0));
    solve(&instance, Objective::Greedy, &control).unwrap();
    let (done, total) = control.progress();
    assert!(0 < done && done <= total, "{done} of {total}");

    let solution = solve(&instance, Objective::Greedy, &control).unwrap();
    let limited =
        (0..instance.node_count()).filter(|&node| instance.quota(node).is_some()).count() as u32;
    sensitivity(&instance, &solution, &control).unwrap();
    assert_eq!(control.progress(), (limited, limited));
}

#[test]
fn both_lotteries_reach_the_same_objective() {
    for seed in 7700..7900 {
        let mut case = Case::small(seed);
        case.people.iter_mut().for_each(|person| person.waited = 0);
        for objective in [
            Objective::Greedy,
            Objective::Generous,
            Objective::GreedyGenerous,
            Objective::RankMaximal,
        ] {
            let profiles = [LotteryMethod::Weights, LotteryMethod::Serial].map(|method| {
                case.method = method;
                solve(&case.instance(), objective, &Control::default()).unwrap().profile
            });
            assert_eq!(profiles[0], profiles[1], "seed {seed}, {objective}");
        }
    }
}
