//! Why each applicant got what they got, as data that names places and counts and no other person.

use super::compare::Comparison;
use super::control::{Cancelled, Control};
use super::instance::{Instance, NONE};
use super::network::Network;
use super::objective::{Objective, Tier};
use super::solution::Solution;
use super::what_if::{WhyNot, why_not};

/// Why one applicant got their result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// They got what they ranked first, or one of several held equal there.
    FirstChoice,
    /// They got `rank`; each better place is an obstacle.
    Lower { rank: u32, better: Vec<Obstacle> },
    /// They got nothing; each place they ranked is an obstacle.
    Unplaced { shortage: Option<Shortage>, ranked: Vec<Obstacle> },
    /// Somebody decided it with a reason; the rank there, if they had ranked it.
    Pinned { rank: Option<u32> },
    /// Their list is empty.
    NothingRanked,
    /// A hard rule keeps them from every place they ranked; see [`Instance::barred`].
    NothingAdmissible,
}

/// A place they wanted more, and what stood in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacle {
    pub post: u32,
    pub rank: u32,
    /// The smallest thing that is full there: the post, a mentor, or the whole company. Empty when a free
    /// place there would have cost others more than it gave.
    pub full: Option<u32>,
    /// How many the full thing holds, how many ranked something in it, and how many of those first.
    pub holds: u32,
    pub ranked_by: u32,
    pub first_choice_of: u32,
    pub decided: Decider,
}

/// What giving them the place would have cost, by the first of the run's aims that would suffer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decider {
    /// This many fewer would have a place at all.
    FewerPlaced(u32),
    /// The worst rank anybody has to take would be this instead.
    WorseWorst(u32),
    /// The same number placed, but at this rank the count would go from the first number to the second.
    Profile { rank: u32, from: u32, to: u32 },
    /// The same number placed, but the sum of ranks would grow by this.
    TotalRank(u64),
    /// Somebody with as good a claim had waited longer or drew the better lot: nothing else would change.
    Equal,
    /// Everybody in the place goes before them there, by the company's priorities or the draw.
    Priority,
    /// People who are pinned fill the place.
    Pinned,
}

/// The places somebody could have, and those that the people in them could move to, are wanted by more
/// people than they hold: `wanting` people ranked nothing else, and `holds` of them can have a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortage {
    pub posts: Vec<u32>,
    pub holds: u32,
    pub wanting: u32,
}

/// The reason of every applicant, by applicant.
///
/// *Guarantee.* Each is true in the sense of solving again: a [`Decider`] is the first difference between the
/// run's result and the best result with that pair forced; a [`Shortage`] can be counted by hand: it is the
/// side of a minimum cut (Ford and Fulkerson 1956) that one search from the applicant's list reaches.
/// *Cost.* One [`why_not`] for each place somebody liked better, one search for each who has none.
///
/// ```
/// use omvendt::matching::{Control, Decider, Draft, DraftApplicant, DraftPost, Objective, Reason, reasons, solve};
///
/// let draft = Draft {
///     posts: vec![DraftPost::new("bakery", 1), DraftPost::new("garage", 1)],
///     applicants: vec![
///         DraftApplicant::new("mia", ["bakery"]),
///         DraftApplicant::new("ali", ["bakery", "garage"]),
///     ],
///     ..Draft::default()
/// };
/// let instance = draft.check().expect("all ids are known");
/// let control = Control::default();
/// let solution = solve(&instance, Objective::Greedy, &control).expect("not stopped");
/// let reasons = reasons(&instance, &solution, &control).expect("not stopped");
/// assert_eq!(reasons[0], Reason::FirstChoice);
/// let Reason::Lower { rank: 2, better } = &reasons[1] else { panic!("Ali has the garage") };
/// assert_eq!(better[0].decided, Decider::FewerPlaced(1), "or Mia would have nothing");
/// ```
pub fn reasons(
    instance: &Instance,
    solution: &Solution,
    control: &Control,
) -> Result<Vec<Reason>, Cancelled> {
    let context = Context {
        instance,
        solution,
        demand: Demand::count(instance),
        load: solution.load(instance),
    };
    (0..instance.applicant_count()).map(|applicant| reason(&context, applicant, control)).collect()
}

struct Context<'a> {
    instance: &'a Instance,
    solution: &'a Solution,
    demand: Demand,
    load: Vec<u32>,
}

fn reason(context: &Context<'_>, applicant: usize, control: &Control) -> Result<Reason, Cancelled> {
    let Context { instance, solution, demand, load } = context;
    let edges = instance.edges_of(applicant);
    let rank = match solution.places[applicant] {
        Some(placed) if placed.pinned => return Ok(Reason::Pinned { rank: placed.rank }),
        Some(placed) => placed.rank.unwrap_or(u32::MAX),
        None if edges.is_empty() => {
            let barred = instance.barred.iter().any(|entry| entry.applicant as usize == applicant);
            return Ok(if barred { Reason::NothingAdmissible } else { Reason::NothingRanked });
        }
        None => u32::MAX,
    };
    let mut better = Vec::new();
    for edge in edges.iter().take_while(|edge| edge.rank < rank) {
        let post = edge.post as usize;
        let full = instance
            .path(post)
            .find(|&node| instance.quota(node).is_some_and(|quota| load[node] >= quota));
        let at = full.unwrap_or(post);
        better.push(Obstacle {
            post: edge.post,
            rank: edge.rank,
            full: full.map(|node| node as u32),
            holds: instance.quota(at).unwrap_or(u32::MAX),
            ranked_by: demand.ranked_by[at],
            first_choice_of: demand.first_choice_of[at],
            decided: decider(instance, solution, applicant, post, control)?,
        });
    }
    Ok(match solution.places[applicant] {
        None => {
            Reason::Unplaced { shortage: shortage(instance, solution, applicant), ranked: better }
        }
        Some(_) if better.is_empty() => Reason::FirstChoice,
        Some(_) => Reason::Lower { rank, better },
    })
}

fn decider(
    instance: &Instance,
    solution: &Solution,
    applicant: usize,
    post: usize,
    control: &Control,
) -> Result<Decider, Cancelled> {
    if solution.objective == Objective::Stable {
        return Ok(Decider::Priority);
    }
    let would = match why_not(instance, solution, applicant, post, control)? {
        WhyNot::Would(would) => would,
        WhyNot::Pinned => return Ok(Decider::Pinned),
        WhyNot::Has | WhyNot::Barred(_) => return Ok(Decider::Equal),
    };
    let tiers = solution.proofs.iter().flat_map(|proof| &proof.tiers);
    for tier in tiers {
        let count = |rank: u32| {
            let at = rank as usize - 1;
            (solution.profile[at], would.profile[at])
        };
        let profile = |rank: u32, (from, to): (u32, u32)| Decider::Profile { rank, from, to };
        let decided = match *tier {
            Tier::Size if would.size < solution.size => {
                Decider::FewerPlaced(solution.size - would.size)
            }
            Tier::FewestAbove(limit) => match worse_above(limit, solution, &would) {
                Some(worst) => Decider::WorseWorst(worst),
                None => continue,
            },
            Tier::MostAt(rank) | Tier::FewestAt(rank) if count(rank).0 != count(rank).1 => {
                profile(rank, count(rank))
            }
            Tier::TotalRank if would.total_rank > solution.total_rank => {
                Decider::TotalRank(would.total_rank - solution.total_rank)
            }
            _ => continue,
        };
        return Ok(decided);
    }
    Ok(Decider::Equal)
}

/// The worst rank beyond `limit` at which there would be more. Worst ranks do not tell, as a pin may be worse.
fn worse_above(limit: u32, solution: &Solution, would: &Comparison) -> Option<u32> {
    let ranks = (1..).zip(would.profile.iter().zip(&solution.profile));
    ranks.filter(|&(rank, (to, from))| rank > limit && to > from).map(|(rank, _)| rank).last()
}

/// How many ranked each node or something below it, at all and first.
struct Demand {
    ranked_by: Vec<u32>,
    first_choice_of: Vec<u32>,
}

impl Demand {
    fn count(instance: &Instance) -> Self {
        let nodes = instance.node_count();
        let mut demand = Self { ranked_by: vec![0; nodes], first_choice_of: vec![0; nodes] };
        let (mut seen, mut seen_first) = (vec![NONE; nodes], vec![NONE; nodes]);
        for applicant in 0..instance.applicant_count() {
            let pinned =
                instance.pinned_to(applicant).map(|post| (post, instance.pin_rank[applicant]));
            let ranked =
                instance.edges_of(applicant).iter().map(|edge| (edge.post as usize, edge.rank));
            for (post, rank) in ranked.chain(pinned) {
                for node in instance.path(post) {
                    if std::mem::replace(&mut seen[node], applicant as u32) != applicant as u32 {
                        demand.ranked_by[node] += 1;
                    }
                    if rank == 1
                        && std::mem::replace(&mut seen_first[node], applicant as u32)
                            != applicant as u32
                    {
                        demand.first_choice_of[node] += 1;
                    }
                }
            }
        }
        demand
    }
}

/// Everything that could make way for `applicant`, if it ends in no free place.
fn shortage(instance: &Instance, solution: &Solution, applicant: usize) -> Option<Shortage> {
    let mut network = Network::new(instance, &instance.room);
    for (other, placed) in solution.places.iter().enumerate() {
        let Some(placed) = placed.filter(|placed| !placed.pinned) else { continue };
        let edge =
            instance.edge_range(other).find(|&edge| instance.edges[edge].post == placed.post)?;
        network.place(other as u32, edge as u32);
    }
    let mut reached = vec![false; instance.node_count()];
    let mut open: Vec<u32> = Vec::new();
    let mut reach = |node: u32, open: &mut Vec<u32>| {
        if !std::mem::replace(&mut reached[node as usize], true) {
            open.push(node);
        }
    };
    instance.edges_of(applicant).iter().for_each(|edge| reach(edge.post, &mut open));
    let mut children = vec![Vec::new(); instance.node_count()];
    for node in 0..instance.node_count() {
        if let Some(parent) = instance.parent(node) {
            children[parent].push(node as u32);
        }
    }
    while let Some(node) = open.pop() {
        let index = node as usize;
        if network.load[index] < network.room[index] {
            match instance.parent(index) {
                Some(parent) => reach(parent as u32, &mut open),
                None => return None,
            }
        }
        for &child in children[index].iter().filter(|&&child| network.load[child as usize] > 0) {
            reach(child, &mut open);
        }
        let mut unit = network.first[index];
        while unit != NONE {
            instance.edges_of(unit as usize).iter().for_each(|edge| reach(edge.post, &mut open));
            unit = network.next_unit(unit);
        }
    }
    let confined = |&who: &usize| {
        let edges = instance.edges_of(who);
        !edges.is_empty() && edges.iter().all(|edge| reached[edge.post as usize])
    };
    let posts: Vec<u32> = (instance.groups..instance.node_count() as u32)
        .filter(|&post| reached[post as usize])
        .collect();
    let placed = |&who: &usize| network.held[who] != NONE;
    let wanting = (0..instance.applicant_count()).filter(confined);
    Some(Shortage {
        posts,
        holds: wanting.clone().filter(placed).count() as u32,
        wanting: wanting.count() as u32,
    })
}
