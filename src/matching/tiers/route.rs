//! A near-perfect start for the next tiers: everybody takes what is worth most, and overfull places push on.
//!
//! *What.* Several tiers are packed into one number, the first tier the most significant digit. Everybody who
//! does not hold an edge that is worth most to them moves to one that is. That leaves gaps where they were
//! and units too many where they went; these are pushed on, each along its cheapest way, until all gaps are
//! full.
//! *How.* Every node has a height: a lower bound on the cost from there to the nearest gap, on top of that
//! gap's own height, where every step costs one more than it costs the objective. A node that is overfull rises until its cheapest way
//! leads downhill and pushes a unit along it (push-relabel: Goldberg and Tarjan 1988, 1990). Now and then
//! [`super::backward`] lifts all heights to the true costs, so that nobody climbs step by step out of a
//! region without gaps.
//! *Guarantee.* The result is optimal for the packed numbers if steps are small enough, which
//! [`super::pack`] sees to where 64 bits allow it. Digits have a fixed width, so for the tiers themselves it
//! may be a little off; [`super::settle`] then finds and turns the cycles that are missing, and starts from
//! the digits of these heights, which are nearly always right already.
//! *Cost.* In practice a few passes over the open edges for each tier.

use super::backward::Backward;
use super::pack::{Effort, Packing};
use super::push::Push;
use super::single::Single;
use super::{Tiers, Way};
use crate::matching::control::{Cancelled, Control};
use crate::matching::instance::NONE;

/// So few are led one by one, and so are those whom a round helps little.
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
        let mut backward = Backward::new(self, value);
        let mut search = Single::new(self.label.len());
        if self.free.iter().any(|&applicant| self.may_leave[applicant as usize]) {
            push.height[self.network.outside() as usize] = packing.outside;
        }
        for step in packing.steps() {
            push.step = step;
            self.release(value, &mut push);
            self.list_ways_on(&mut push);
            while !push.active.is_empty() {
                control.check()?;
                backward.refresh(self, &mut push);
                self.round(value, &mut push, &mut search, backward.size(), packing.effort);
            }
        }
        self.network.line_up(&self.free);
        self.hint = packing.hint(push.height);
        Ok(())
    }

    /// Pushes on whatever is overfull until about `size` edges are seen, and leads the last units one by one
    /// as long as `effort` says: true costs from all gaps at once then help more.
    fn round(
        &mut self,
        value: &impl Fn(u32, u32) -> i64,
        push: &mut Push,
        search: &mut Single,
        size: usize,
        effort: Effort,
    ) {
        let before = push.active.len();
        push.looked = 0;
        while push.looked <= size
            && let Some(node) = push.active.pop_front()
        {
            self.discharge(node, value, push);
        }
        if push.active.len() >= FEW && push.active.len() <= before - before / 8 {
            return;
        }
        push.looked = 0;
        let limit = effort.limit(size);
        let mut left = std::mem::take(&mut push.active);
        left.retain(|&node| {
            while push.surplus[node as usize] > 0 && self.lead(node, value, push, search, limit) {}
            push.surplus[node as usize] > 0
        });
        push.active = left;
    }

    /// Takes every way that costs more than a step less than its fall in height, which leaves gaps and surplus.
    fn release(&mut self, value: &impl Fn(u32, u32) -> i64, push: &mut Push) {
        let outside = self.network.outside();
        let mut released = Vec::new();
        for &applicant in &self.free {
            let at = self.network.target(applicant) as usize;
            let own = push.height[at] - self.worth_held(applicant, value);
            let away = self.may_leave[applicant as usize].then(|| push.height[outside as usize]);
            let ways = self.open_ways(applicant).iter();
            let cost = |way: &Way| push.height[way.post as usize] - value(way.edge, way.rank);
            let Some(least) = ways.map(cost).chain(away).min() else { continue };
            if least + push.step < own {
                push.surplus[at] -= 1;
                released.push((applicant, least));
            }
        }
        for (applicant, least) in released {
            let cost = |way: &Way| push.height[way.post as usize] - value(way.edge, way.rank);
            let ways = || self.open_ways(applicant).iter().filter(|way| cost(way) == least);
            let gap = ways().find(|way| push.surplus[way.post as usize] < 0);
            let edge = gap.or_else(|| ways().next()).map_or(NONE, |way| way.edge);
            self.network.held[applicant as usize] = edge;
            push.surplus[self.network.target(applicant) as usize] += 1;
        }
        for node in (0..outside).filter(|&node| self.passable[node as usize]) {
            let (index, up) = (node as usize, self.network.up(node) as usize);
            let fall = push.height[index] - push.height[up];
            let load = self.network.load[index];
            let new = match fall {
                _ if fall > push.step => self.network.room[index].max(load),
                _ if -fall > push.step => 0,
                _ => load,
            };
            push.surplus[index] -= new as i32 - load as i32;
            push.surplus[up] += new as i32 - load as i32;
            self.network.load[index] = new;
        }
        let overfull = push.surplus.iter().zip(0..).filter(|(surplus, _)| **surplus > 0);
        push.active = overfull.map(|(_, node)| node).collect();
    }

    pub(super) fn worth_held(&self, applicant: u32, value: &impl Fn(u32, u32) -> i64) -> i64 {
        match self.network.held[applicant as usize] {
            NONE => 0,
            held => value(held, self.network.edge(held).rank),
        }
    }
}
