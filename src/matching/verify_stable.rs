//! Checks that a result is stable. Like [`super::verify`] it shares no code with the solver.
//!
//! *What is checked.* There is no blocking pair (Gale and Shapley 1962) under nested quotas; not that this is the
//! stable result applicants like best, which `src/matching/tests/stable.rs` compares with all others.
//! *Cost.* One pass over the pairs: O(pairs x depth).

use std::cmp::Ordering;

use super::fault::Fault;
use super::instance::Instance;
use super::lottery::{self, Draw};
use super::solution::Solution;
use super::verify::Proven;

/// No applicant and post may both gain by leaving the result: the post must be full, on some level, of people
/// who all go before the applicant there.
pub(super) fn stable(instance: &Instance, solution: &Solution) -> Result<Proven, Fault> {
    let free = |applicant: &usize| instance.pinned_to(*applicant).is_none();
    let mut holds = vec![0u32; instance.node_count()];
    let mut last: Vec<Option<(u32, Draw)>> = vec![None; instance.node_count()];
    let root = |post: usize| instance.path(post).last().unwrap_or(post);
    let claim = |applicant: usize, post: usize| {
        let class = instance.priority(root(post), applicant).unwrap_or(u32::MAX);
        (class, lottery::order(instance.seed(), instance.applicant_id(applicant)))
    };
    for applicant in (0..instance.applicant_count()).filter(free) {
        let Some(placed) = solution.places[applicant] else { continue };
        let own = Some(claim(applicant, placed.post as usize));
        for node in instance.path(placed.post as usize) {
            holds[node] += 1;
            last[node] = last[node].max(own);
        }
    }
    for applicant in (0..instance.applicant_count()).filter(free) {
        let now = solution.places[applicant];
        let order = |post: u32| {
            lottery::ties(
                instance.seed(),
                instance.applicant_id(applicant),
                instance.node_id(post as usize),
            )
        };
        for edge in instance.edges_of(applicant) {
            let better = match now {
                None => true,
                Some(now) => match edge.rank.cmp(&now.rank.unwrap_or(u32::MAX)) {
                    Ordering::Less => true,
                    Ordering::Equal => order(edge.post) < order(now.post),
                    Ordering::Greater => false,
                },
            };
            if better
                && !refused(
                    instance,
                    &holds,
                    &last,
                    claim(applicant, edge.post as usize),
                    now.map(|now| now.post),
                    edge.post,
                )
            {
                return Err(Fault::Blocking { applicant: applicant as u32, post: edge.post });
            }
        }
    }
    Ok(Proven::Stable)
}

/// Whether some node on the way to `post` is full of people who all go before the claim. The applicant's own
/// present place counts as theirs where it lies below the same node.
fn refused(
    instance: &Instance,
    holds: &[u32],
    last: &[Option<(u32, Draw)>],
    claim: (u32, Draw),
    now: Option<u32>,
    post: u32,
) -> bool {
    let own =
        |node: usize| now.is_some_and(|now| instance.path(now as usize).any(|above| above == node));
    instance.path(post as usize).any(|node| {
        let full = holds[node] >= instance.room(node);
        full && !own(node) && last[node].is_none_or(|last| last < claim)
    })
}
