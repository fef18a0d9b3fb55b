//! A near-perfect start for the next tiers: everybody who could do better is led to the nearest gap.
//!
//! *What.* Several tiers are packed into one number, the first tier the most significant digit. Everybody who
//! does not hold an edge that is worth most to them is lifted out, which leaves a gap; prices then rise until
//! everybody lifted has been led to some gap along arcs of reduced cost zero.
//! *How.* In rounds: one search backwards from all gaps gives every node its distance and its level, prices
//! rise by the distance, and units follow arcs of reduced cost zero down the levels as long as they can (a
//! blocking flow: Dinic 1970; with prices: Edmonds and Karp 1972).
//! *Guarantee.* The result is optimal for the packed numbers. Digits have a fixed width, so for the tiers
//! themselves it may be a little off; [`super::settle`] then finds and turns the cycles that are missing, and
//! starts from the digits of these prices, which are nearly always right already.

use super::backward::Backward;
use super::single::Single;
use super::{Tiers, Via};
use crate::matching::control::{Cancelled, Control};
use crate::matching::instance::NONE;

/// So few are led one by one, and so are those whom a round helps little: a search may then pass as many nodes
/// as a round does.
const FEW: usize = 200;

/// Prices of the ways out, packed, with the weight of each tier that is still inside.
#[derive(Clone, Default)]
pub(super) struct Hint {
    packed: Vec<i64>,
    weights: std::collections::VecDeque<i64>,
}

impl Hint {
    /// The labels of the next tier, which is taken off the packed prices.
    pub fn next(&mut self, labels: &mut [i64]) {
        let Some(weight) = self.weights.pop_front() else { return labels.fill(0) };
        for (label, packed) in labels.iter_mut().zip(&mut self.packed) {
            let digit = (*packed + weight / 2).div_euclid(weight);
            *packed -= digit * weight;
            *label = -digit;
        }
    }
}

/// What one run of [`Tiers::approach`] keeps in mind.
pub(super) struct Lead {
    pub price: Vec<i64>,
    /// Units missing at each node.
    pub gaps: Vec<u32>,
    pub waiting: Vec<bool>,
    /// Smaller is nearer to a gap.
    pub level: Vec<u32>,
    dead: Vec<bool>,
    /// The next slot each applicant tries in this round, or [`NONE`] when they have no way on.
    slot: Vec<u32>,
    path: Vec<u32>,
}

impl Tiers<'_> {
    /// Makes the flow optimal for the packed `value` and keeps the prices as a hint for the tiers.
    pub(super) fn approach(
        &mut self,
        value: &impl Fn(u32) -> i64,
        weights: &[i64],
        control: &Control,
    ) -> Result<(), Cancelled> {
        let nodes = self.label.len();
        let applicants = self.network.held.len();
        let mut lead = Lead {
            price: vec![0; nodes],
            gaps: vec![0; nodes],
            waiting: vec![false; applicants],
            level: vec![0; nodes],
            dead: vec![false; nodes],
            slot: vec![0; applicants],
            path: Vec::new(),
        };
        let mut lifted = self.lift(value, &mut lead);
        let (mut backward, mut single) = (Backward::new(self), Single::new(nodes));
        while !lifted.is_empty() {
            control.check()?;
            let before = lifted.len();
            backward.refresh(self, value, &mut lead, before);
            lead.dead.fill(false);
            lead.slot.copy_from_slice(&self.network.instance.first_edge[..applicants]);
            lifted.retain(|&applicant| !self.lead(applicant, value, &mut lead));
            if lifted.len() < FEW || lifted.len() > before - before / 8 {
                let mut budget = nodes;
                lifted.retain(|&applicant| {
                    budget == 0
                        || !self.lead_alone(applicant, value, &mut lead, &mut single, &mut budget)
                });
            }
        }
        let outside = lead.price[nodes - 1];
        lead.price.iter_mut().for_each(|price| *price -= outside);
        self.hint = Hint { packed: lead.price, weights: weights.iter().copied().collect() };
        Ok(())
    }

    /// Lifts out everybody who holds less than the most they could, at prices of zero.
    fn lift(&mut self, value: &impl Fn(u32) -> i64, lead: &mut Lead) -> Vec<u32> {
        let mut lifted = Vec::new();
        for applicant in self.network.instance.free_applicants() {
            let held = self.network.held[applicant];
            let own = if held == NONE { 0 } else { value(held) };
            let most = self.open_edges(applicant as u32).iter().map(|&edge| value(edge)).max();
            let away = if self.may_leave[applicant] { 0 } else { own };
            if most.unwrap_or(own).max(away) > own {
                lead.gaps[self.network.target(applicant as u32) as usize] += 1;
                lead.waiting[applicant] = true;
                self.network.lift(applicant as u32);
                lifted.push(applicant as u32);
            }
        }
        lifted
    }

    /// Leads somebody who was lifted down the levels to a gap, if this round still has a way for them.
    fn lead(&mut self, applicant: u32, value: &impl Fn(u32) -> i64, lead: &mut Lead) -> bool {
        let own = self.worth_at_best(applicant, value, lead);
        lead.path.clear();
        while let Some(first) = self.step(applicant, own, NONE, value, lead) {
            if self.descend(first, value, lead) {
                let goal = lead.path.last().copied().unwrap_or(first);
                self.arrive(applicant, goal, lead);
                return true;
            }
        }
        false
    }

    /// The most a lifted applicant can have at the present prices.
    pub(super) fn worth_at_best(
        &self,
        applicant: u32,
        value: &impl Fn(u32) -> i64,
        lead: &Lead,
    ) -> i64 {
        let edges = self.open_edges(applicant).iter();
        let worth = edges
            .map(|&edge| value(edge) - lead.price[self.network.edge(edge).post as usize])
            .max();
        let away = self.may_leave[applicant as usize]
            .then(|| -lead.price[self.network.outside() as usize]);
        worth.max(away).expect("somebody who was lifted has somewhere to go")
    }

    /// Fills a gap with the applicant whose search ended there.
    pub(super) fn arrive(&mut self, applicant: u32, goal: u32, lead: &mut Lead) {
        lead.gaps[goal as usize] -= 1;
        lead.waiting[applicant as usize] = false;
        self.follow(goal, lead);
    }

    /// The next node a unit can be led to along an arc of reduced cost zero, down from `from`'s level.
    fn step(
        &mut self,
        applicant: u32,
        own: i64,
        from: u32,
        value: &impl Fn(u32) -> i64,
        lead: &mut Lead,
    ) -> Option<u32> {
        let below = if from == NONE { u32::MAX } else { lead.level[from as usize] };
        let good = |node: usize, worth: i64, lead: &Lead| {
            worth - lead.price[node] == own && lead.level[node] < below && !lead.dead[node]
        };
        let slot = &mut lead.slot[applicant as usize];
        if *slot == NONE {
            return None;
        }
        let mut at = *slot;
        while at < self.open_end[applicant as usize] {
            let edge = self.open[at as usize];
            let post = self.network.instance.edges[edge as usize].post;
            let stays = from != NONE && self.network.held[applicant as usize] == edge;
            if !stays && good(post as usize, value(edge), lead) {
                lead.slot[applicant as usize] = at;
                self.from[post as usize] = from;
                self.via[post as usize] = Via::Move { applicant, edge };
                return Some(post);
            }
            at += 1;
        }
        let outside = self.network.outside();
        if self.may_leave[applicant as usize] && good(outside as usize, 0, lead) {
            lead.slot[applicant as usize] = at;
            self.from[outside as usize] = from;
            self.via[outside as usize] = Via::Move { applicant, edge: NONE };
            return Some(outside);
        }
        lead.slot[applicant as usize] = NONE;
        None
    }

    /// Searches depth first from `start`; on success `path` ends at a gap. What leads nowhere is dead for the round.
    fn descend(&mut self, start: u32, value: &impl Fn(u32) -> i64, lead: &mut Lead) -> bool {
        lead.path.clear();
        lead.path.push(start);
        while let Some(&node) = lead.path.last() {
            if lead.gaps[node as usize] > 0 {
                return true;
            }
            match self.way_on(node, value, lead) {
                Some(next) => lead.path.push(next),
                None => {
                    lead.dead[node as usize] = true;
                    lead.path.pop();
                }
            }
        }
        false
    }

    fn way_on(&mut self, node: u32, value: &impl Fn(u32) -> i64, lead: &mut Lead) -> Option<u32> {
        let index = node as usize;
        let here = lead.price[index];
        let good = |next: usize, lead: &Lead| {
            lead.price[next] == here && lead.level[next] < lead.level[index] && !lead.dead[next]
        };
        if node != self.network.outside()
            && self.passable[index]
            && self.network.load[index] < self.network.room[index]
        {
            let up = self.network.up(node);
            if good(up as usize, lead) {
                self.from[up as usize] = node;
                self.via[up as usize] = Via::Up;
                return Some(up);
            }
        }
        for child in self.first_child[index]..self.first_child[index + 1] {
            let child = self.children[child as usize];
            let at = child as usize;
            if self.passable[at] && self.network.load[at] > 0 && good(at, lead) {
                self.from[at] = node;
                self.via[at] = Via::Down;
                return Some(child);
            }
        }
        let mut applicant = self.network.first[index];
        while applicant != NONE {
            let held = self.network.held[applicant as usize];
            let own = if held == NONE { 0 } else { value(held) } - here;
            if let Some(next) = self.step(applicant, own, node, value, lead) {
                return Some(next);
            }
            applicant = self.network.next_unit(applicant);
        }
        None
    }

    /// Moves everybody along the way the search came, back to the one who was lifted. Whoever has moved stays
    /// there for the round.
    fn follow(&mut self, goal: u32, lead: &mut Lead) {
        let mut at = goal;
        while at != NONE {
            let from = self.from[at as usize];
            match self.via[at as usize] {
                Via::Nothing => {}
                Via::Up => self.network.load[from as usize] += 1,
                Via::Down => self.network.load[at as usize] -= 1,
                Via::Move { applicant, edge } => {
                    lead.slot[applicant as usize] = NONE;
                    match from {
                        NONE => self.network.put(applicant, edge),
                        _ => self.network.redirect(applicant, edge),
                    }
                }
            }
            at = from;
        }
    }
}
