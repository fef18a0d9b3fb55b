//! Every reason is true: what it says of another world, brute force and solving that world anew say too.

use super::brute_force::{Posts, all_matchings, posts_of, profile, worth, worth_with};
use super::cases::Case;
use super::what_if::fresh;
use crate::matching::{
    Control, Decider, Draft, DraftApplicant, DraftPost, Instance, Objective, Obstacle, Reason,
    Solution, reasons,
};

#[test]
fn reasons_are_true() {
    for seed in 95_000..95_600 {
        let instance = Case::small(seed).instance();
        for objective in Objective::ALL {
            let solution = fresh(&instance, objective);
            let reasons = reasons(&instance, &solution, &Control::default()).unwrap();
            assert_eq!(reasons.len(), instance.applicant_count());
            for (who, reason) in reasons.iter().enumerate() {
                check_reason(&instance, &solution, who, reason);
            }
        }
    }
}

fn check_reason(instance: &Instance, solution: &Solution, who: usize, reason: &Reason) {
    let placed = solution.placed(who);
    let edges = instance.edges_of(who);
    let about = format!("{} {who} {reason:?}", solution.objective);
    match reason {
        Reason::FirstChoice => {
            let best = edges.iter().map(|edge| edge.rank).min();
            assert_eq!(placed.and_then(|placed| placed.rank), best, "{about}");
        }
        Reason::Lower { rank, better } => {
            assert_eq!(placed.and_then(|placed| placed.rank), Some(*rank), "{about}");
            assert_eq!(
                better.len(),
                edges.iter().filter(|edge| edge.rank < *rank).count(),
                "{about}"
            );
            better.iter().for_each(|obstacle| check_obstacle(instance, solution, who, obstacle));
        }
        Reason::Unplaced { shortage, ranked } => {
            assert_eq!((placed, ranked.len()), (None, edges.len()), "{about}");
            ranked.iter().for_each(|obstacle| check_obstacle(instance, solution, who, obstacle));
            let first_aim_is_size =
                !matches!(solution.objective, Objective::RankMaximal | Objective::Stable);
            assert!(shortage.is_some() || !first_aim_is_size, "{about}");
            let Some(shortage) = shortage else { return };
            let confined = |&who: &usize| {
                let edges = instance.edges_of(who);
                !edges.is_empty() && edges.iter().all(|edge| shortage.posts.contains(&edge.post))
            };
            let wanting: Vec<usize> = (0..instance.applicant_count()).filter(confined).collect();
            let placed = |posts: &Vec<Option<u32>>| {
                wanting.iter().filter(|&&who| posts[who].is_some()).count()
            };
            let most = all_matchings(instance).iter().map(placed).max().unwrap_or(0);
            assert_eq!(
                (shortage.wanting as usize, shortage.holds as usize),
                (wanting.len(), most),
                "{about}"
            );
            assert!(shortage.holds < shortage.wanting, "{about}");
        }
        Reason::Pinned { rank } => {
            assert_eq!((placed.unwrap().pinned, placed.unwrap().rank), (true, *rank), "{about}")
        }
        Reason::NothingRanked | Reason::NothingAdmissible => {
            assert!(placed.is_none() && edges.is_empty(), "{about}");
            let barred = instance.barred().iter().any(|entry| entry.applicant as usize == who);
            assert_eq!(barred, *reason == Reason::NothingAdmissible, "{about}");
        }
    }
}

fn check_obstacle(instance: &Instance, solution: &Solution, who: usize, obstacle: &Obstacle) {
    let about = format!("{} {who} {obstacle:?}", solution.objective);
    let load = solution.load(instance);
    let full = |&node: &usize| instance.quota(node).is_some_and(|quota| load[node] >= quota);
    let found = instance.path(obstacle.post as usize).find(full);
    assert_eq!(obstacle.full, found.map(|node| node as u32), "{about}");
    let forced: Vec<_> = all_matchings(instance)
        .into_iter()
        .filter(|posts| posts[who] == Some(obstacle.post))
        .collect();
    let forced_worth = |posts: &&Posts| worth_with(instance, solution.objective, posts, Some(who));
    let best = forced.iter().max_by_key(forced_worth);
    match (&obstacle.decided, best) {
        (Decider::Priority, _) => assert_eq!(solution.objective, Objective::Stable, "{about}"),
        (Decider::Pinned, best) => assert!(best.is_none(), "{about}"),
        (Decider::FewerPlaced(fewer), Some(best)) => {
            assert_eq!(best.iter().flatten().count() as u32 + fewer, solution.size, "{about}");
        }
        (Decider::Profile { rank, from, to }, Some(best)) => {
            let counts = profile(instance, best);
            assert_eq!(counts[*rank as usize - 1], i64::from(*to), "{about}");
            assert_eq!(solution.profile[*rank as usize - 1], *from, "{about}");
        }
        (Decider::TotalRank(more), Some(best)) => {
            let total: i64 =
                (1..).zip(profile(instance, best)).map(|(rank, count)| rank * count).sum();
            assert_eq!(total as u64, solution.total_rank + more, "{about}");
        }
        (Decider::Equal, Some(best)) => {
            let own = worth(instance, solution.objective, &posts_of(solution));
            assert_eq!(worth(instance, solution.objective, best), own, "{about}");
        }
        (Decider::WorseWorst(worst), Some(best)) => {
            let above = |count: fn(i64, u32) -> bool| {
                let counts = profile(instance, best).into_iter().zip(&solution.profile);
                counts
                    .zip(1..)
                    .filter(|&((to, &from), _)| count(to, from))
                    .map(|(_, rank)| rank)
                    .max()
            };
            assert_eq!(above(|to, from| to > i64::from(from)), Some(*worst), "{about}");
            let own = unpinned_worst(solution);
            assert!(*worst > own, "{about}: the worst rank was {own} already");
        }
        (_, None) => panic!("{about}: the pair can never be"),
    }
}

fn unpinned_worst(solution: &Solution) -> u32 {
    let unpinned = solution.places.iter().flatten().filter(|placed| !placed.pinned);
    unpinned.filter_map(|placed| placed.rank).max().unwrap_or(0)
}

#[test]
fn nobody_is_told_of_a_shortage_where_others_could_make_way() {
    // Whoever draws first takes the bakery; Mia could have gone to the garage, so it is not places that lack.
    let mut seen = 0;
    for number in 0..20 {
        let seed = format!("draw {number}");
        let draft = Draft {
            posts: vec![DraftPost::new("bakery", 1), DraftPost::new("garage", 1)],
            applicants: vec![
                DraftApplicant::new("mia", ["bakery", "garage"]),
                DraftApplicant::new("ali", ["bakery"]),
            ],
            seed: &seed,
            ..Draft::default()
        };
        let instance = draft.check().unwrap();
        let solution = fresh(&instance, Objective::Stable);
        let reasons = reasons(&instance, &solution, &Control::default()).unwrap();
        if let Reason::Unplaced { shortage, ranked } = &reasons[1] {
            assert_eq!((shortage, &ranked[0].decided), (&None, &Decider::Priority));
            seen += 1;
        }
    }
    assert!(0 < seen && seen < 20, "{seen}");
}

#[test]
fn a_pin_at_a_low_choice_hides_no_reason() {
    let draft = Draft {
        posts: vec![
            DraftPost::new("bakery", 1),
            DraftPost::new("garage", 0),
            DraftPost::new("office", 1),
        ],
        applicants: vec![
            DraftApplicant::new("mia", ["garage", "bakery", "office"]),
            DraftApplicant::new("ali", ["bakery"]),
            DraftApplicant::new("sofie", ["garage", "bakery"]),
        ],
        pins: vec![("mia", "office")],
        ..Draft::default()
    };
    let instance = draft.check().unwrap();
    let solution = fresh(&instance, Objective::GreedyGenerous);
    assert_eq!(posts_of(&solution), [Some(2), Some(0), None]);
    let reasons = reasons(&instance, &solution, &Control::default()).unwrap();
    let Reason::Unplaced { ranked, .. } = &reasons[2] else { panic!("{reasons:?}") };
    let bakery = ranked.iter().find(|obstacle| obstacle.post == 0).unwrap();
    // Ali has it as a first choice; Sofie would have it as a second.
    assert_eq!(bakery.decided, Decider::WorseWorst(2));
}
