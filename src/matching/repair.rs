//! After a published result something changes: a no, an illness, a place withdrawn, a late arrival.

use super::control::{Cancelled, Control};
use super::deferred_acceptance::{Turns, deferred_acceptance};
use super::instance::{Instance, NONE};
use super::lottery;
use super::objective::Objective;
use super::solution::Solution;
use super::solve::{Wish, solve_from};

/// A new result, and whom it moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaired {
    pub solution: Solution,
    /// People who had a place and get another one or none. Getting a first place moves nobody.
    pub moved: Vec<u32>,
}

/// The ways on from a published result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// Moves nobody but those who cannot stay, and is the best result that does so.
    pub gentle: Repaired,
    /// As good as a fresh run, with the fewest people moved.
    pub best: Repaired,
    /// A fresh run, as if nothing had been published.
    pub fresh: Repaired,
}

/// Repairs a published result. `instance` is the world after the change; `published` holds the post each of
/// its applicants was given, by node of `instance`, with `None` for whoever had none, is new, or whose place
/// is gone.
///
/// *Guarantee.* Both repairs are optimal: `gentle` for "keep as many as possible, then the objective, then those
/// who have waited", `best` for "the objective, then those who have waited, then keep as many as possible". For `stable`, `gentle` keeps everybody who fits,
/// and the result of deferred acceptance itself is the only optimum. *How.* Keeping is one more tier, first or
/// last. *Cost.* Three runs, two of which start from what was published.
///
/// ```
/// use omvendt::matching::{Control, Draft, DraftApplicant, DraftPost, Objective, repair};
///
/// let draft = Draft {
///     posts: vec![DraftPost::new("bakery", 1), DraftPost::new("garage", 1)],
///     applicants: vec![DraftApplicant::new("mia", ["bakery", "garage"]), DraftApplicant::new("ali", [])],
///     ..Draft::default()
/// };
/// let instance = draft.check().expect("all ids are known");
/// // Mia was given the garage, and then Ali, who had the bakery, said no to everything.
/// let published = [Some(1), None];
/// let ways = repair(&instance, Objective::Greedy, &published, &Control::default()).expect("not stopped");
/// assert_eq!((ways.gentle.solution.profile, ways.gentle.moved), (vec![0, 1], vec![]));
/// assert_eq!((ways.best.solution.profile, ways.best.moved), (vec![1, 0], vec![0]));
/// ```
pub fn repair(
    instance: &Instance,
    objective: Objective,
    published: &[Option<u32>],
    control: &Control,
) -> Result<Repair, Cancelled> {
    let start = || published.to_vec();
    let fresh = solve_from(instance, objective, &Wish::default(), control)?;
    let (gentle, best) = if objective == Objective::Stable {
        let stay = kept_where_they_fit(instance, published);
        (
            Solution::of(
                instance,
                objective,
                &stable_around(instance, &stay, control)?,
                Vec::new(),
            ),
            fresh.clone(),
        )
    } else {
        let gentle = Wish { start: start(), kept: start(), keep_first: true, ..Wish::default() };
        let best = Wish { start: start(), kept: start(), ..Wish::default() };
        (
            solve_from(instance, objective, &gentle, control)?,
            solve_from(instance, objective, &best, control)?,
        )
    };
    let repaired = |solution: Solution| Repaired { moved: moved(&solution, published), solution };
    Ok(Repair { gentle: repaired(gentle), best: repaired(best), fresh: repaired(fresh) })
}

/// Those who had a place and do not keep it.
fn moved(solution: &Solution, published: &[Option<u32>]) -> Vec<u32> {
    let stays = |(placed, before): (&Option<super::Placed>, &Option<u32>)| match before {
        Some(before) => placed.is_some_and(|placed| placed.post == *before),
        None => true,
    };
    let pairs = solution.places.iter().zip(published).enumerate();
    pairs.filter(|&(_, pair)| !stays(pair)).map(|(applicant, _)| applicant as u32).collect()
}

/// As many as can stay; where a place is gone, whoever the priorities and the draw put last there goes.
fn kept_where_they_fit(instance: &Instance, published: &[Option<u32>]) -> Vec<Option<u32>> {
    let stays = |&(applicant, post): &(usize, u32)| {
        instance.edges_of(applicant).iter().any(|edge| edge.post == post)
    };
    let mut had: Vec<(usize, u32)> = (0..)
        .zip(published)
        .filter_map(|(who, post)| Some((who, (*post)?)))
        .filter(stays)
        .collect();
    had.sort_by_cached_key(|&(applicant, post)| {
        let root = instance.path(post as usize).last().unwrap_or(post as usize);
        let class = instance.priority(root, applicant).unwrap_or(u32::MAX);
        (class, lottery::order(&instance.seed, instance.applicant_id(applicant)))
    });
    let mut room = instance.room.clone();
    let mut kept = vec![None; published.len()];
    for (applicant, post) in had {
        if instance.path(post as usize).all(|node| room[node] > 0) {
            instance.path(post as usize).for_each(|node| room[node] -= 1);
            kept[applicant] = Some(post);
        }
    }
    kept
}

/// Deferred acceptance for everybody else, in the room that those who stay leave.
fn stable_around(
    instance: &Instance,
    stay: &[Option<u32>],
    control: &Control,
) -> Result<Vec<Option<u32>>, Cancelled> {
    let mut rest = instance.clone();
    for (applicant, post) in stay.iter().enumerate() {
        let Some(post) = *post else { continue };
        rest.pin[applicant] = post;
        instance.path(post as usize).for_each(|node| rest.room[node] -= 1);
    }
    let mut posts = deferred_acceptance(&rest, &rest.room, &Turns::of(&rest), control)?;
    for (applicant, post) in stay.iter().enumerate() {
        if post.is_some() && instance.pin[applicant] == NONE {
            posts[applicant] = *post;
        }
    }
    Ok(posts)
}
