//! A near-perfect start for the next tiers: everybody takes what is worth most, and overfull places push on.
//!
//! *What.* Several tiers are packed into one number, the first tier the most significant digit. Everybody who
//! does not hold an edge that is worth most to them moves to one that is. That leaves gaps where they were
//! and units too many where they went; these are pushed on, each along its cheapest way, until all gaps are
//! full.
//! *How.* Every node has a height: a lower bound on the cost from there to the nearest gap, where every step
//! costs one more on top of what it costs the objective. A node that is overfull rises until its cheapest way
//! leads downhill and pushes a unit along it (push-relabel: Goldberg and Tarjan 1988, 1990). Now and then
//! [`super::backward`] lifts all heights to the true costs, so that nobody climbs step by step out of a
//! region without gaps.
//! *Guarantee.* The result is optimal for the packed numbers if steps are small enough, which
//! [`super::pack`] sees to where 64 bits allow it. Digits have a fixed width, so for the tiers themselves it
//! may be a little off; [`super::settle`] then finds and turns the cycles that are missing, and starts from
//! the digits of these heights, which are nearly always right already.
//! *Cost.* In practice a few passes over the open edges for each tier.

use super::backward::Backward;
use super::pack::Packing;
use super::push::Push;
use super::single::Single;
use super::{Tiers, Way};
use crate::matching::control::{Cancelled, Control};
use crate::matching::instance::NONE;

/// Heights are worked out anew after looking at this many times all open edges.
const EFFORT: usize = 1;
const FEW: usize = 200;

impl Tiers<'_> {
    /// Makes the flow optimal for `value`, which is scaled already, and keeps the prices as a hint for the tiers.
    pub(super) fn approach(
        &mut self,
        value: &impl Fn(u32, u32) -> i64,
        packing: Packing,
        control: &Control,
    ) -> Result<(), Cancelled> {
        let mut push = Push::new(self.label.len(), self.network.held.len());
        self.release(value, &mut push);
        self.list_ways_on(&mut push);
        let mut backward = Backward::new(self, value);
        let t0 = std::time::Instant::now(); let mut search = Single::new(self.label.len()); let (mut tp, mut ts, mut singles) = (0., 0., 0); let (mut tr, mut rounds, mut tot, l0) = (0., 0, 0, push.active.len());
        while !push.active.is_empty() {
            control.check()?;
            let t = std::time::Instant::now(); backward.refresh(self, &mut push); tr += t.elapsed().as_secs_f64(); rounds += 1; eprint!("[{}] ", push.active.len());
            let t = std::time::Instant::now();
            let before = push.active.len();
            push.looked = 0;
            while push.looked <= EFFORT * backward.size()
                && let Some(node) = push.active.pop_front()
            {
                self.discharge(node, value, &mut push);
            }
            tp += t.elapsed().as_secs_f64();
            let t = std::time::Instant::now();
            tot += push.looked;
            let mid = push.active.len();
            if push.active.len() < FEW || push.active.len() > before - before / 8 {
                push.looked = 0;
                let mut left = std::mem::take(&mut push.active);
                left.retain(|&node| {
                    while push.surplus[node as usize] > 0
                        && self.lead(node, value, &mut push, &mut search, backward.size())
                    {}
                    push.surplus[node as usize] > 0
                });
                push.active = left;
            tot += push.looked;
            }
            singles += mid - push.active.len();
            ts += t.elapsed().as_secs_f64();
        }
        eprintln!("APP size {} active {l0} rounds {rounds} singles {singles} refresh {tr:.2} push {tp:.2} single {ts:.2} total {:.2} {tot}", backward.size(), t0.elapsed().as_secs_f64());
        self.network.line_up();
        self.hint = packing.hint(push.height);
        Ok(())
    }

    /// Moves everybody who holds less than the most they could to an edge worth that, into a gap if there is one.
    fn release(&mut self, value: &impl Fn(u32, u32) -> i64, push: &mut Push) {
        let mut released = Vec::new();
        for applicant in self.network.instance.free_applicants() {
            let most = self.most(applicant as u32, value);
            if most > self.worth_held(applicant as u32, value) {
                push.surplus[self.network.target(applicant as u32) as usize] -= 1;
                released.push((applicant as u32, most));
            }
        }
        for (applicant, most) in released {
            let best = |way: &&Way| value(way.edge, way.rank) == most;
            let ways = || self.open_ways(applicant).iter().filter(best);
            let gap = ways().find(|way| push.surplus[way.post as usize] < 0);
            let edge = gap.or_else(|| ways().next()).map_or(NONE, |way| way.edge);
            self.network.held[applicant as usize] = edge;
            push.surplus[self.network.target(applicant) as usize] += 1;
        }
        let overfull = push.surplus.iter().zip(0..).filter(|(surplus, _)| **surplus > 0);
        push.active = overfull.map(|(_, node)| node).collect();
    }

    /// The most that an applicant's open edges, or no place where that is open, are worth.
    fn most(&self, applicant: u32, value: &impl Fn(u32, u32) -> i64) -> i64 {
        let away = self.may_leave[applicant as usize].then_some(0);
        let ways = self.open_ways(applicant).iter().map(|way| value(way.edge, way.rank));
        ways.chain(away).max().unwrap_or(i64::MIN)
    }

    pub(super) fn worth_held(&self, applicant: u32, value: &impl Fn(u32, u32) -> i64) -> i64 {
        match self.network.held[applicant as usize] {
            NONE => 0,
            held => value(held, self.network.edge(held).rank),
        }
    }
}
