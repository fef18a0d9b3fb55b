//! From an instance and an objective to a result with its proof.

use super::control::{Cancelled, Control};
use super::deferred_acceptance::{Turns, deferred_acceptance};
use super::instance::{Instance, NONE};
use super::lottery::{self, LotteryMethod};
use super::network::Network;
use super::objective::{Objective, Tier, tiers};
use super::serial::draw;
use super::solution::{Proof, Solution};
use super::tiers::{Prices, Tiers};
use super::values::Values;

/// The best matching for `objective`; which of several equally good ones, the instance's lottery decides.
///
/// The same instance and objective give the same bytes on every machine and run. Every objective but
/// `stable` comes with its proof.
pub fn solve(
    instance: &Instance,
    objective: Objective,
    control: &Control,
) -> Result<Solution, Cancelled> {
    solve_from(instance, objective, &Wish::default(), control)
}

/// What a run may start from and hold on to.
#[derive(Clone, Default)]
pub(super) struct Wish<'a> {
    /// A matching to start from; it need not be good, and what no longer fits is left out.
    pub start: Vec<Option<u32>>,
    /// Pairs worth keeping where the objective does not care; none is no tier for it.
    pub kept: Vec<Option<u32>>,
    /// Keeping comes before the objective rather than after it.
    pub keep_first: bool,
    /// The places to share out where they are not the instance's own.
    pub room: Vec<u32>,
    /// Prices of much the same world, to look for the new ones near them.
    pub proofs: &'a [Proof],
    /// The lottery's weights, if they are known already.
    pub drawn: &'a [i64],
    /// Whose turn it is in deferred acceptance, if that is known already.
    pub turns: Option<&'a Turns>,
    /// So many placed cannot do with a smaller worst rank than this one.
    pub unavoidable: Option<(u32, u32)>,
    /// Only the counts matter: no draw where the objective settles the profile.
    pub undrawn: bool,
}

pub(super) fn solve_from(
    instance: &Instance,
    objective: Objective,
    wish: &Wish<'_>,
    control: &Control,
) -> Result<Solution, Cancelled> {
    let room = if wish.room.is_empty() { &instance.room } else { &wish.room };
    if objective == Objective::Stable {
        control.begin(1);
        let own;
        let turns = match wish.turns {
            Some(turns) => turns,
            None => {
                own = Turns::of(instance);
                &own
            }
        };
        let posts = deferred_acceptance(instance, room, turns, control)?;
        control.step()?;
        return Ok(Solution::of(instance, objective, &posts, Vec::new()));
    }
    control.begin(instance.max_rank() as usize + 4);
    let mut run = Run {
        solver: Tiers::new(start(instance, room, &wish.start)),
        kept: &wish.kept,
        warm: !wish.start.is_empty(),
        proofs: wish.proofs,
        drawn: wish.drawn,
        unproven: wish.undrawn,
        control,
    };
    let (mut proof, mut second) = (Ledger::default(), None);
    if wish.keep_first {
        run.maximise(Tier::Kept, &mut proof)?;
    }
    if objective == Objective::GreedyGenerous {
        run.maximise(Tier::Size, &mut proof)?;
        let worst = run.unavoidable(wish.unavoidable)?;
        if worst > 0 && !wish.undrawn {
            let mut must = proof.clone();
            run.clone().maximise(Tier::FewestAbove(worst - 1), &mut must)?;
            second = Some(must);
        }
        run.maximise_all(&tiers(objective, instance.max_rank(), worst)[1..], &mut proof)?;
    } else {
        run.maximise_all(&tiers(objective, instance.max_rank(), 0), &mut proof)?;
    }
    let drawn = !wish.undrawn || objective.leaves_profile_open();
    for (tier, wanted) in [
        (Tier::Waited, instance.has_waited()),
        (Tier::Kept, !wish.kept.is_empty() && !wish.keep_first),
        (Tier::Lottery, drawn && instance.method == LotteryMethod::Weights),
    ] {
        if wanted {
            run.maximise(tier, &mut proof)?;
        }
    }
    if drawn && instance.method == LotteryMethod::Serial {
        draw(&mut run.solver, control)?;
    }
    let proofs =
        std::iter::once(proof).chain(second).map(|ledger| ledger.finish(instance)).collect();
    Ok(Solution::of(instance, objective, &run.solver.network.posts(), proofs))
}

/// A matching to begin with: what still fits of `posts`, then everybody in the order of the draw.
fn start<'a>(instance: &'a Instance, room: &[u32], posts: &[Option<u32>]) -> Network<'a> {
    let mut network = Network::new(instance, room);
    for (applicant, post) in posts.iter().enumerate() {
        let Some(post) = *post else { continue };
        let edge = instance.edge_range(applicant).find(|&edge| instance.edges[edge].post == post);
        if let Some(edge) = edge
            && network.fits(post)
        {
            network.place(applicant as u32, edge as u32);
        }
    }
    let mut order: Vec<usize> = instance.free_applicants().collect();
    if posts.is_empty() {
        order.sort_by_cached_key(|&applicant| {
            lottery::order(&instance.seed, instance.applicant_id(applicant))
        });
    }
    network.fill(order.into_iter());
    network
}

#[derive(Clone)]
struct Run<'a> {
    solver: Tiers<'a>,
    kept: &'a [Option<u32>],
    /// The start is nearly right, so that turning the few missing cycles beats approaching anew.
    warm: bool,
    proofs: &'a [Proof],
    drawn: &'a [i64],
    /// Nobody asks for the proof, so that tiers may be taken together.
    unproven: bool,
    control: &'a Control,
}

impl Run<'_> {
    fn maximise(&mut self, tier: Tier, proof: &mut Ledger) -> Result<(), Cancelled> {
        self.maximise_all(&[tier], proof)
    }

    /// Every tier in turn, approached in stages of as many as one packed number holds.
    fn maximise_all(&mut self, tiers: &[Tier], proof: &mut Ledger) -> Result<(), Cancelled> {
        let instance = self.solver.network.instance;
        let of = |&tier: &Tier| match tier {
            Tier::Lottery if self.drawn.is_empty() => {
                Values::drawn_where_asked(instance, self.solver.asked_about())
            }
            _ => Values::of(tier, instance, self.kept, self.drawn),
        };
        let values: Vec<Values> = tiers.iter().map(of).collect();
        let (mut approached, mut passed) = (0, 0);
        for (done, (&tier, value)) in tiers.iter().zip(&values).enumerate() {
            if done == approached && !self.warm {
                approached += self.solver.approach_stage(&values[done..], self.control)?;
            }
            if self.unproven && self.warm {
                if done == passed {
                    passed += self.pass(&tiers[done..], &values[done..])?;
                }
                self.control.step()?;
                continue;
            }
            let prices = self.solver.maximise(value, self.control)?;
            proof.prices.push((tier, std::rc::Rc::new(prices)));
            self.solver.condense();
            self.control.step()?;
        }
        Ok(())
    }

    /// Makes the first of `tiers` optimal, as many as fit one number; says how many those are.
    fn pass(&mut self, tiers: &[Tier], values: &[Values<'_>]) -> Result<usize, Cancelled> {
        let instance = self.solver.network.instance;
        let (people, nodes) = (instance.applicant_count(), instance.node_count());
        let (mut weights, together) = Values::together(values, people, nodes);
        let value = if weights.is_empty() { &values[0] } else { &together };
        weights.resize(weights.len().max(1), 1);
        let prices =
            |tier: &Tier| self.proofs.iter().find_map(|proof| Some((proof, proof.column(*tier)?)));
        let known: Option<Vec<(&Proof, usize)>> =
            tiers[..weights.len()].iter().map(prices).collect();
        if let Some(known) = known {
            self.solver.expect(|node| {
                let weighted = known.iter().zip(&weights);
                weighted.map(|((proof, tier), weight)| proof.node_price(node)[*tier] * weight).sum()
            });
        }
        self.solver.maximise(value, self.control)?;
        Ok(weights.len())
    }

    /// The smallest worst rank at which as many are placed, by halving the ranks it can be.
    fn unavoidable(&mut self, known: Option<(u32, u32)>) -> Result<u32, Cancelled> {
        let worst = |network: &Network<'_>| {
            network
                .held
                .iter()
                .filter(|&&edge| edge != NONE)
                .map(|&edge| network.edge(edge).rank)
                .max()
                .unwrap_or(0)
        };
        let size = |network: &Network<'_>| {
            network.held.iter().filter(|&&edge| edge != NONE).count() as u32
        };
        let known = known.filter(|&(placed, _)| placed == size(&self.solver.network));
        let (mut low, mut high) =
            (known.map_or(0, |(_, worst)| worst), worst(&self.solver.network));
        while low < high {
            // A start that is nearly right most often has the right worst rank.
            let middle = if self.warm { high - 1 } else { low + (high - low) / 2 };
            let mut trial = self.clone();
            trial.maximise(Tier::FewestAbove(middle), &mut Ledger::default())?;
            let reached = worst(&trial.solver.network);
            if reached <= middle {
                self.solver.take(trial.solver);
                high = reached;
            } else {
                low = middle + 1;
            }
        }
        Ok(high)
    }
}

#[derive(Clone, Default)]
struct Ledger {
    prices: Vec<(Tier, std::rc::Rc<Prices>)>,
}

impl Ledger {
    fn finish(self, instance: &Instance) -> Proof {
        let rows = |count: usize, of: &dyn Fn(&Prices) -> &[i64]| {
            let mut rows = vec![0; count * self.prices.len()];
            for (column, (_, prices)) in self.prices.iter().enumerate() {
                for (row, &price) in of(prices).iter().enumerate() {
                    rows[row * self.prices.len() + column] = price;
                }
            }
            rows
        };
        let applicant_prices = rows(instance.applicant_count(), &|prices| &prices.applicants);
        let mut node_prices = rows(instance.node_count(), &|prices| &prices.nodes);
        // A node nobody uses may come out below zero; its place is worth nothing then.
        if !self.prices.is_empty() {
            for row in node_prices.chunks_mut(self.prices.len()) {
                if row.iter().find(|&&price| price != 0).is_some_and(|&price| price < 0) {
                    row.fill(0);
                }
            }
        }
        Proof {
            tiers: self.prices.iter().map(|&(tier, _)| tier).collect(),
            applicant_prices,
            node_prices,
        }
    }
}
