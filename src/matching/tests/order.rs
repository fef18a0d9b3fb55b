//! Names and order of the file mean nothing, and the same input gives the same result.

use std::collections::BTreeMap;

use super::cases::{Case, Chance};
use crate::matching::{Control, LotteryMethod, Objective, solve};

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
fn a_cancelled_run_has_no_result() {
    let instance = Case::small(2).instance();
    let control = Control::default();
    control.cancel();
    for objective in Objective::ALL {
        assert!(solve(&instance, objective, &control).is_err(), "{objective}");
    }
}

#[test]
fn a_run_tells_how_far_it_is() {
    let instance = Case::small(3).instance();
    let control = Control::default();
    assert_eq!(control.progress(), (0, 0));
    solve(&instance, Objective::Greedy, &control).unwrap();
    let (done, total) = control.progress();
    assert!(0 < done && done <= total, "{done} of {total}");
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
