//! What another world would bring: one more place, one fewer, or one pair forced.

use super::compare::Comparison;
use super::control::{Cancelled, Control};
use super::deferred_acceptance::Turns;
use super::instance::{Bar, Instance};
use super::lottery::LotteryMethod;
use super::objective::{Objective, Tier};
use super::solution::{Proof, Solution};
use super::solve::{Wish, solve_from};
use super::values::Values;

/// The result with some places more or fewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sensitivity {
    /// The company, mentor or post asked about.
    pub node: u32,
    /// What was changed. One more place at a post counts in every group above it too, or it could not be used.
    pub places: Vec<(u32, i64)>,
    pub size: u32,
    pub profile: Vec<u32>,
    pub total_rank: u64,
    pub worst_rank: u32,
}

/// What one more and one fewer place would do at every node with a limit, exactly as solving again would say.
///
/// *Cost.* A place that proofs price at nothing and an unused place change nothing and cost nothing; each
/// other row is solved again from the present result and its prices.
///
/// ```
/// use omvendt::matching::{
///     Control, Draft, DraftApplicant, DraftPost, Objective, WhyNot, sensitivity, solve, why_not,
/// };
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
/// let rows = sensitivity(&instance, &solution, &control).expect("not stopped");
/// assert_eq!(rows[0].profile, [2, 0], "with one more place at the bakery");
/// assert_eq!(rows[1].profile, [0, 1], "with one fewer");
///
/// let ali_at_the_bakery = why_not(&instance, &solution, 1, 0, &control).expect("not stopped");
/// assert!(matches!(ali_at_the_bakery, WhyNot::Would(other) if other.size == 1));
/// ```
pub fn sensitivity(
    instance: &Instance,
    solution: &Solution,
    control: &Control,
) -> Result<Vec<Sensitivity>, Cancelled> {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    sensitivity_on(threads, instance, solution, control)
}

pub(super) fn sensitivity_on(
    threads: usize,
    instance: &Instance,
    solution: &Solution,
    control: &Control,
) -> Result<Vec<Sensitivity>, Cancelled> {
    let open = solution.objective.leaves_profile_open();
    let drawn = match instance.method {
        LotteryMethod::Weights if open => Values::drawn(instance),
        _ => Vec::new(),
    };
    let present = Present {
        instance,
        solution,
        load: solution.load(instance),
        posts: solution.posts(),
        drawn,
        turns: (solution.objective == Objective::Stable).then(|| Turns::all_drawn(instance)),
        worst: Worst::of(instance, solution),
        // Prices tell nothing of a serial draw, which settles the profile where the objective does not.
        priced: !(solution.proofs.is_empty() || open && instance.method == LotteryMethod::Serial),
    };
    let limited = |&node: &usize| instance.quota(node).is_some();
    let nodes: Vec<usize> = (0..instance.node_count()).filter(limited).collect();
    let share = nodes.len().div_ceil(threads).max(1);
    control.begin(nodes.len());
    let rows = |nodes: &[usize]| -> Result<Vec<Sensitivity>, Cancelled> {
        let within = control.within();
        let mut rows = Vec::new();
        for &node in nodes {
            rows.extend(present.rows(node, &within)?);
            control.step()?;
        }
        Ok(rows)
    };
    // Each share is worked out by itself and put back in order, so threads change nothing but the time.
    let shares: Vec<_> = std::thread::scope(|scope| {
        let rows = &rows;
        let running: Vec<_> =
            nodes.chunks(share).map(|nodes| scope.spawn(move || rows(nodes))).collect();
        running.into_iter().map(|thread| thread.join().expect("a share does not panic")).collect()
    });
    let mut all = Vec::new();
    for share in shares {
        all.extend(share?);
    }
    Ok(all)
}

/// What the second proof of `greedy_generous` says of the worst rank, here and with other places.
struct Worst<'a> {
    rank: u32,
    /// So many are placed who are not pinned, and at least so many of them at that rank.
    placed: i64,
    at_worst: i64,
    proof: &'a Proof,
    size: usize,
    above: usize,
}

impl<'a> Worst<'a> {
    fn of(instance: &Instance, solution: &'a Solution) -> Option<Self> {
        let proof = solution.proofs.get(1)?;
        let free = || solution.places.iter().flatten().filter(|placed| !placed.pinned);
        let rank = free().filter_map(|placed| placed.rank).max()?;
        let (size, above) = (proof.column(Tier::Size)?, proof.column(Tier::FewestAbove(rank - 1))?);
        let people = (0..instance.applicant_count()).map(|who| proof.applicant_price(who)[above]);
        let places = (0..instance.node_count())
            .map(|node| i64::from(instance.room(node)) * proof.node_price(node)[above]);
        let at_worst = -people.chain(places).sum::<i64>();
        Some(Self { rank, placed: free().count() as i64, at_worst, proof, size, above })
    }

    /// How many would be placed if every place is worth its price, and the worst rank that so many cannot
    /// avoid: the prices bound that other world too.
    fn unavoidable(&self, places: &[(u32, i64)]) -> Option<(u32, u32)> {
        let worth = |tier: usize| -> i64 {
            let worth =
                |&(node, change): &(u32, i64)| change * self.proof.node_price(node as usize)[tier];
            places.iter().map(worth).sum()
        };
        let placed = u32::try_from(self.placed + worth(self.size)).ok()?;
        (self.at_worst > worth(self.above)).then_some((placed, self.rank))
    }
}

/// The result that is asked about, with what every row needs of it.
struct Present<'a> {
    instance: &'a Instance,
    solution: &'a Solution,
    load: Vec<u32>,
    posts: Vec<Option<u32>>,
    /// The lottery's weights where the profile hangs on them.
    drawn: Vec<i64>,
    /// Whose turn it is, if this is deferred acceptance.
    turns: Option<Turns>,
    /// Why the worst rank is no smaller, if this is `greedy_generous`.
    worst: Option<Worst<'a>>,
    /// Whether places that the proofs price at nothing change nothing.
    priced: bool,
}

impl Present<'_> {
    /// One more place at `node`, and one fewer where there is one to take away.
    fn rows(&self, node: usize, control: &Control) -> Result<Vec<Sensitivity>, Cancelled> {
        let instance = self.instance;
        let limited = instance.path(node).filter(|&node| instance.quota(node).is_some());
        let more: Vec<(u32, i64)> = limited.map(|node| (node as u32, 1)).collect();
        let unchanged = more.iter().all(|&(node, _)| self.is_worthless(node as usize));
        let mut rows = vec![self.row(node, more, unchanged, control)?];
        if instance.room(node) > 0 {
            let unused = instance.quota(node).is_none_or(|quota| self.load[node] < quota);
            rows.push(self.row(node, vec![(node as u32, -1)], unused, control)?);
        }
        Ok(rows)
    }

    fn is_worthless(&self, node: usize) -> bool {
        let free = |proof: &Proof| proof.node_price(node).iter().all(|&price| price == 0);
        self.priced && self.solution.proofs.iter().all(free)
    }

    fn row(
        &self,
        node: usize,
        places: Vec<(u32, i64)>,
        unchanged: bool,
        control: &Control,
    ) -> Result<Sensitivity, Cancelled> {
        let counted = if unchanged {
            Comparison::of(self.solution)
        } else {
            let mut room = self.instance.room.clone();
            for &(node, change) in &places {
                let room = &mut room[node as usize];
                *room = room.saturating_add_signed(change as i32);
            }
            let wish = Wish {
                room,
                start: self.posts.clone(),
                proofs: &self.solution.proofs,
                drawn: &self.drawn,
                turns: self.turns.as_ref(),
                unavoidable: self.worst.as_ref().and_then(|worst| worst.unavoidable(&places)),
                undrawn: true,
                ..Wish::default()
            };
            Comparison::of(&solve_from(self.instance, self.solution.objective, &wish, control)?)
        };
        Ok(Sensitivity {
            node: node as u32,
            places,
            size: counted.size,
            profile: counted.profile,
            total_rank: counted.total_rank,
            worst_rank: counted.worst_rank,
        })
    }
}

/// What forcing one pair would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// They have that post.
    Has,
    /// A hard rule keeps them apart.
    Barred(Bar),
    /// People who are pinned fill the place, or the applicant is pinned elsewhere.
    Pinned,
    /// The best result with the pair in it.
    Would(Comparison),
}

/// "Why not this place for me?": the best result if `applicant` had to have `post`, as solving again would say.
///
/// *Cost.* One run that starts from the present result and its prices. [`sensitivity`] has an example.
pub fn why_not(
    instance: &Instance,
    solution: &Solution,
    applicant: usize,
    post: usize,
    control: &Control,
) -> Result<WhyNot, Cancelled> {
    if solution.places[applicant].is_some_and(|placed| placed.post as usize == post) {
        return Ok(WhyNot::Has);
    }
    if let Some(bar) = instance.bar(applicant, post) {
        return Ok(WhyNot::Barred(bar));
    }
    if instance.pinned_to(applicant).is_some() {
        return Ok(WhyNot::Pinned);
    }
    match forced(instance, applicant, post) {
        None => Ok(WhyNot::Pinned),
        Some(forced) => {
            let wish = Wish {
                start: solution.posts(),
                proofs: &solution.proofs,
                undrawn: true,
                ..Wish::default()
            };
            Ok(WhyNot::Would(Comparison::of(&solve_from(
                &forced,
                solution.objective,
                &wish,
                control,
            )?)))
        }
    }
}

/// The instance with one more pin, if the quotas leave room for it.
fn forced(instance: &Instance, applicant: usize, post: usize) -> Option<Instance> {
    let mut forced = instance.clone();
    for node in instance.path(post) {
        if instance.quota(node).is_some() {
            forced.room[node] = forced.room[node].checked_sub(1)?;
        }
    }
    forced.pin_rank[applicant] = instance.rank_at(applicant, post).unwrap_or(0);
    forced.pin[applicant] = post as u32;
    let own = instance.edge_range(applicant);
    for first in &mut forced.first_edge[applicant + 1..] {
        *first -= own.len() as u32;
    }
    forced.edges.drain(own);
    Some(forced)
}

impl Objective {
    /// Whether equally good results may still differ in their profiles, so that only the draw settles them.
    pub(super) fn leaves_profile_open(self) -> bool {
        matches!(self, Objective::MaxCardinality | Objective::MinTotalRank)
    }
}
