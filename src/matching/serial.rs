//! The serial lottery: among the optimal matchings, in the order of the draw everybody gets the best rank
//! the earlier ones leave possible, then in the same order the first of their tied posts.
//!
//! *Guarantee.* The result is optimal and the first in that order. *How.* The open arcs that
//! [`super::tiers`] leaves are the optimal face, so somebody can have a post exactly when a path of open
//! residual arcs leads from it back to where they are; turning that cycle moves them and keeps everybody
//! before them at their rank. *Source.* Serial dictatorship with indifferences: Svensson 1994. *Cost.* One
//! search of the face for each wish that is tried.

use super::control::{Cancelled, Control};
use super::instance::NONE;
use super::lottery;
use super::tiers::Tiers;

pub(super) fn draw(solver: &mut Tiers<'_>, control: &Control) -> Result<(), Cancelled> {
    let instance = solver.network.instance;
    let mut order: Vec<u32> =
        instance.free_applicants().map(|applicant| applicant as u32).collect();
    order.sort_by_cached_key(|&applicant| {
        lottery::order(&instance.seed, instance.applicant_id(applicant as usize))
    });

    let edges = |solver: &Tiers<'_>, applicant: u32| -> Vec<u32> {
        solver.open_ways(applicant).iter().map(|way| way.edge).collect()
    };
    let rank = |edge: u32| if edge == NONE { u32::MAX } else { instance.edges[edge as usize].rank };
    for &applicant in &order {
        control.check()?;
        let mut wishes = edges(solver, applicant);
        wishes.sort_unstable_by_key(|&edge| rank(edge));
        for class in wishes.chunk_by(|&a, &b| rank(a) == rank(b)) {
            if class.contains(&solver.network.held[applicant as usize])
                || solver.reroute(applicant, class)
            {
                break;
            }
        }
        let reached = rank(solver.network.held[applicant as usize]);
        solver.keep_only(applicant, |edge| rank(edge) == reached);
    }
    for &applicant in &order {
        control.check()?;
        let mut wishes = edges(solver, applicant);
        wishes.sort_by_cached_key(|&edge| {
            let post = instance.edges[edge as usize].post as usize;
            lottery::ties(
                &instance.seed,
                instance.applicant_id(applicant as usize),
                instance.node_id(post),
            )
        });
        for &edge in &wishes {
            if edge == solver.network.held[applicant as usize] || solver.reroute(applicant, &[edge])
            {
                break;
            }
        }
        let held = solver.network.held[applicant as usize];
        solver.keep_only(applicant, |edge| edge == held);
    }
    Ok(())
}
