//! The engine alone, for the fuzzer, and a judge of what the verifier accepts.

#[path = "../../src/match_files/mod.rs"]
pub mod match_files;
#[path = "../../src/matching/mod.rs"]
pub mod matching;

use matching::{Control, Instance, Objective, Solution, solve};

/// Panics if what the verifier accepted may not be or is not as good as a fresh result.
pub fn judge(instance: &Instance, accepted: &Solution) {
    may_be(instance, accepted);
    let best = solve(instance, accepted.objective, &Control::default()).expect("nobody stops it");
    as_good(accepted, &best);
}

/// Counts everything again in the plainest way.
fn may_be(instance: &Instance, accepted: &Solution) {
    let mut holds = vec![0u32; instance.node_count()];
    for (who, placed) in accepted.places.iter().enumerate() {
        let post = placed.map(|placed| placed.post as usize);
        match instance.pinned_to(who) {
            Some(pin) => assert_eq!(post, Some(pin)),
            None => assert!(post.is_none_or(|post| {
                instance.edges_of(who).iter().any(|edge| edge.post as usize == post)
            })),
        }
        post.into_iter().flat_map(|post| instance.path(post)).for_each(|node| holds[node] += 1);
    }
    for (node, &holds) in holds.iter().enumerate() {
        assert!(instance.quota(node).is_none_or(|quota| holds <= quota));
    }
    assert_eq!(accepted.size as usize, accepted.places.iter().flatten().count());
}

/// Equal in all that the objective counts.
fn as_good(accepted: &Solution, best: &Solution) {
    let counts = |solution: &Solution| {
        let mut profile = solution.profile.clone();
        while profile.last() == Some(&0) {
            profile.pop();
        }
        profile
    };
    match accepted.objective {
        Objective::Stable => {}
        Objective::MaxCardinality => assert_eq!(accepted.size, best.size),
        Objective::MinTotalRank => {
            assert_eq!((accepted.size, accepted.total_rank), (best.size, best.total_rank));
        }
        _ => assert_eq!(counts(accepted), counts(best)),
    }
}
