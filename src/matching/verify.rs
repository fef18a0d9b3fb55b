//! Checks a result and its certificate without solving anything. It shares no code with the solver.
//!
//! *What is checked.* Nobody is where a hard rule or their own list forbids it, every pin holds, no quota on
//! any level is exceeded, and the counts are right. Then optimality, by weak duality: give every tier of the
//! objective a column, so that each admissible pair is worth a row of integers, compared like words in a
//! dictionary. The certificate prices a place for each applicant and one more place at each node, rows too,
//! none below zero. If no pair is worth more than what its applicant and the nodes on its way cost, then no
//! matching is worth more than `sum of applicant prices + sum of room x node price`: somebody who is placed
//! pays for their pair, and a node is paid for at most as often as it has room. A matching that reaches this
//! sum is therefore the best there is. *Cost.* One pass over the pairs.

use std::cmp::Ordering;

use super::fault::Fault;
use super::instance::Instance;
use super::lottery::{self, LotteryMethod};
use super::objective::{Objective, Tier, tiers};
use super::solution::{Proof, Solution};
use super::verify_stable::stable;

/// How far the certificate goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proven {
    /// The result is optimal and it is the one the published lottery draws.
    ObjectiveAndDraw,
    /// The result is optimal; that the draw chose it among equals is not part of the proof.
    Objective,
    /// No blocking pair under the priorities and the published lottery.
    Stable,
}

/// Checks `solution` against `instance`; says how much is proven or the first thing wrong.
///
/// ```
/// use omvendt::matching::{
///     Control, Draft, DraftApplicant, DraftPost, Fault, Objective, Proven, solve, verify,
/// };
///
/// let draft = Draft {
///     posts: vec![DraftPost::new("bakery", 1)],
///     applicants: vec![DraftApplicant::new("mia", ["bakery"]), DraftApplicant::new("ali", ["bakery"])],
///     ..Draft::default()
/// };
/// let instance = draft.check().expect("all ids are known");
/// let right = solve(&instance, Objective::Greedy, &Control::default()).expect("not stopped");
/// assert_eq!(verify(&instance, &right), Ok(Proven::ObjectiveAndDraw));
///
/// let mut given_to_the_other = right.clone();
/// given_to_the_other.places.swap(0, 1);
/// assert_eq!(verify(&instance, &given_to_the_other), Err(Fault::NotReached));
/// ```
pub fn verify(instance: &Instance, solution: &Solution) -> Result<Proven, Fault> {
    feasible(instance, solution)?;
    counts(instance, solution)?;
    match (solution.objective, solution.proofs.as_slice()) {
        (Objective::Stable, _) => stable(instance, solution),
        (_, []) => Err(Fault::NoCertificate),
        (Objective::GreedyGenerous, [proof, rest @ ..]) => {
            let worst = unpinned_worst(solution);
            if worst > 0 {
                unavoidable(instance, solution, rest.first().ok_or(Fault::NoCertificate)?, worst)?;
            }
            optimal(instance, solution, proof, worst)
        }
        (_, [proof, ..]) => optimal(instance, solution, proof, 0),
    }
}

fn feasible(instance: &Instance, solution: &Solution) -> Result<(), Fault> {
    if solution.places.len() != instance.applicant_count() {
        return Err(Fault::Length);
    }
    let mut holds = vec![0u64; instance.node_count()];
    for (applicant, placed) in solution.places.iter().enumerate() {
        let index = applicant as u32;
        let pin = instance.pinned_to(applicant);
        if pin.is_some() && placed.map(|placed| placed.post as usize) != pin {
            return Err(Fault::Pin { applicant: index });
        }
        let Some(placed) = placed else { continue };
        if placed.pinned != pin.is_some() {
            return Err(Fault::PinnedMark { applicant: index });
        }
        let rank = instance.rank_at(applicant, placed.post as usize);
        if rank.is_none() && pin.is_none() {
            return Err(Fault::NotAdmissible { applicant: index, post: placed.post });
        }
        if placed.rank != rank {
            return Err(Fault::Rank { applicant: index, is: rank });
        }
        instance.path(placed.post as usize).for_each(|node| holds[node] += 1);
    }
    for (node, &holds) in holds.iter().enumerate() {
        let quota = instance.quota(node).map_or(u64::MAX, u64::from);
        if holds > quota {
            return Err(Fault::Quota { node: node as u32, holds, quota });
        }
    }
    Ok(())
}

fn counts(instance: &Instance, solution: &Solution) -> Result<(), Fault> {
    let placed = || solution.places.iter().flatten();
    let ranks = || placed().filter_map(|placed| placed.rank);
    let mut profile = vec![0u32; instance.max_rank() as usize];
    ranks().for_each(|rank| profile[rank as usize - 1] += 1);
    let mut claimed = solution.profile.clone();
    claimed.resize(profile.len().max(claimed.len()), 0);
    profile.resize(claimed.len(), 0);
    for (right, name) in [
        (solution.size as usize == placed().count(), "size"),
        (claimed == profile, "profile"),
        (solution.total_rank == ranks().map(u64::from).sum::<u64>(), "total_rank"),
        (solution.worst_rank == ranks().max().unwrap_or(0), "worst_rank"),
        (
            solution.pinned_unranked as usize == placed().count() - ranks().count(),
            "pinned_unranked",
        ),
    ] {
        if !right {
            return Err(Fault::Count(name));
        }
    }
    Ok(())
}

fn unpinned_worst(solution: &Solution) -> u32 {
    let unpinned = solution.places.iter().flatten().filter(|placed| !placed.pinned);
    unpinned.filter_map(|placed| placed.rank).max().unwrap_or(0)
}

/// The tiers must be the objective's, and the matching must reach what the prices allow.
fn optimal(
    instance: &Instance,
    solution: &Solution,
    proof: &Proof,
    worst: u32,
) -> Result<Proven, Fault> {
    let mut wanted = tiers(solution.objective, instance.max_rank(), worst);
    if instance.has_waited() {
        wanted.push(Tier::Waited);
    }
    let drawn = proof.tiers.last() == Some(&Tier::Lottery);
    if drawn {
        wanted.push(Tier::Lottery);
    }
    if proof.tiers != wanted {
        return Err(Fault::Tiers);
    }
    if bound(instance, proof)? != reached(instance, solution, &proof.tiers) {
        return Err(Fault::NotReached);
    }
    let draw_is_a_tier = instance.lottery_method() == LotteryMethod::Weights;
    Ok(if drawn && draw_is_a_tier { Proven::ObjectiveAndDraw } else { Proven::Objective })
}

/// As many placed with nobody above the rank before `worst` would be worth `(size, 0)`: out of bounds.
fn unavoidable(
    instance: &Instance,
    solution: &Solution,
    proof: &Proof,
    worst: u32,
) -> Result<(), Fault> {
    if proof.tiers != [Tier::Size, Tier::FewestAbove(worst - 1)] {
        return Err(Fault::Tiers);
    }
    let unpinned = solution.places.iter().flatten().filter(|placed| !placed.pinned).count();
    if bound(instance, proof)? < vec![unpinned as i128, 0] {
        Ok(())
    } else {
        Err(Fault::WorstRankAvoidable)
    }
}

/// The most that any matching can be worth, after checking that the prices say so.
fn bound(instance: &Instance, proof: &Proof) -> Result<Vec<i128>, Fault> {
    let width = proof.tiers.len();
    if proof.applicant_prices.len() != instance.applicant_count() * width
        || proof.node_prices.len() != instance.node_count() * width
    {
        return Err(Fault::Length);
    }
    let mut bound = vec![0i128; width];
    for node in 0..instance.node_count() {
        let price = proof.node_price(node);
        not_negative(price)?;
        let room = i128::from(instance.room(node));
        bound.iter_mut().zip(price).for_each(|(bound, &price)| *bound += room * i128::from(price));
    }
    let ways = ways(instance, proof);
    for applicant in 0..instance.applicant_count() {
        if instance.pinned_to(applicant).is_some() {
            continue;
        }
        let own = proof.applicant_price(applicant);
        not_negative(own)?;
        bound.iter_mut().zip(own).for_each(|(bound, &price)| *bound += i128::from(price));
        for edge in instance.edges_of(applicant) {
            let way = &ways[edge.post as usize * width..][..width];
            let columns = proof.tiers.iter().zip(own.iter().zip(way));
            let difference = columns.map(|(&tier, (&own, &way))| {
                let worth = value(instance, tier, applicant, edge.post as usize, edge.rank);
                (i128::from(own) + way).cmp(&i128::from(worth))
            });
            if difference.into_iter().find(|order| order.is_ne()) == Some(Ordering::Less) {
                return Err(Fault::PairAbovePrice { applicant: applicant as u32, post: edge.post });
            }
        }
    }
    Ok(bound)
}

fn not_negative(price: &[i64]) -> Result<(), Fault> {
    let first = price.iter().find(|&&price| price != 0);
    if first.is_some_and(|first| first.is_negative()) {
        return Err(Fault::NegativePrice);
    }
    Ok(())
}

/// What the whole way out from each node costs.
fn ways(instance: &Instance, proof: &Proof) -> Vec<i128> {
    let width = proof.tiers.len();
    let mut ways = vec![0; instance.node_count() * width];
    for node in 0..instance.node_count() {
        for above in instance.path(node) {
            let row = ways[node * width..][..width].iter_mut().zip(proof.node_price(above));
            row.for_each(|(way, &price)| *way += i128::from(price));
        }
    }
    ways
}

fn reached(instance: &Instance, solution: &Solution, tiers: &[Tier]) -> Vec<i128> {
    let mut reached = vec![0; tiers.len()];
    for (applicant, placed) in solution.places.iter().enumerate() {
        let Some(placed) = placed.filter(|placed| !placed.pinned) else { continue };
        for (reached, &tier) in reached.iter_mut().zip(tiers) {
            let rank = placed.rank.unwrap_or(0);
            *reached += i128::from(value(instance, tier, applicant, placed.post as usize, rank));
        }
    }
    reached
}

/// What one pair is worth in one tier.
fn value(instance: &Instance, tier: Tier, applicant: usize, post: usize, rank: u32) -> i64 {
    match tier {
        Tier::Size => 1,
        Tier::MostAt(wanted) => i64::from(rank == wanted),
        Tier::FewestAt(unwanted) => -i64::from(rank == unwanted),
        Tier::FewestAbove(limit) => -i64::from(rank > limit),
        Tier::TotalRank => -i64::from(rank),
        Tier::Waited => {
            i64::from(instance.waited(applicant))
                * (i64::from(instance.max_rank()) + 1 - i64::from(rank))
        }
        Tier::Lottery => i64::from(lottery::weight(
            instance.seed(),
            instance.applicant_id(applicant),
            instance.node_id(post),
        )),
        Tier::Kept => 0,
    }
}
