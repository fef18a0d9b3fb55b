//! Overfull nodes and the cheapest way on from each.

use std::cmp::Reverse;
use std::collections::binary_heap::PeekMut;
use std::collections::{BinaryHeap, VecDeque};

use super::{Tiers, Via};
use crate::matching::instance::NONE;

/// What one run of [`Tiers::approach`] keeps in mind.
pub(super) struct Push {
    pub height: Vec<i64>,
    /// Units too many at each node; below zero, units missing.
    pub surplus: Vec<i32>,
    pub active: VecDeque<u32>,
    /// The ways on from each node but the one upwards: an applicant who stands there, or `applicants + child`
    /// for a unit to be called back from a child. Heights only rise, so the number before each, which is what
    /// the way cost when last looked at, is never too large.
    ways_on: Vec<BinaryHeap<Reverse<(i64, u32)>>>,
    applicants: u32,
    /// What every step costs on top of what it costs the objective.
    pub step: i64,
    /// Edges looked at so far.
    pub looked: usize,
}

pub(super) enum Item {
    Applicant(u32),
    Child(u32),
}

impl Push {
    pub fn new(nodes: usize, applicants: usize) -> Self {
        Self {
            height: vec![0; nodes],
            surplus: vec![0; nodes],
            active: VecDeque::new(),
            ways_on: vec![BinaryHeap::new(); nodes],
            applicants: applicants as u32,
            step: 1,
            looked: 0,
        }
    }

    /// Who and what may move on from `node`, but not upwards.
    pub fn ways_on(&self, node: u32) -> impl Iterator<Item = Item> {
        self.ways_on[node as usize].iter().map(|&Reverse((_, item))| self.item(item))
    }

    fn item(&self, item: u32) -> Item {
        match item.checked_sub(self.applicants) {
            Some(child) => Item::Child(child),
            None => Item::Applicant(item),
        }
    }

    fn list(&mut self, node: u32, item: u32) {
        self.ways_on[node as usize].push(Reverse((self.height[node as usize], item)));
    }

    fn strike(&mut self, node: u32, item: u32) {
        let ways_on = &mut self.ways_on[node as usize];
        match ways_on.peek() {
            Some(&Reverse((_, top))) if top == item => drop(ways_on.pop()),
            _ => ways_on.retain(|&Reverse((_, other))| other != item),
        }
    }
}

impl Tiers<'_> {
    pub(super) fn list_ways_on(&self, push: &mut Push) {
        push.ways_on.iter_mut().for_each(BinaryHeap::clear);
        for &applicant in &self.free {
            push.list(self.network.target(applicant), applicant);
        }
        for (node, &load) in self.network.load.iter().enumerate() {
            if load > 0 && self.passable[node] {
                push.list(self.network.up(node as u32), push.applicants + node as u32);
            }
        }
    }

    /// Pushes units on from `node` until it is no longer overfull.
    pub(super) fn discharge(
        &mut self,
        node: u32,
        value: &impl Fn(u32, u32) -> i64,
        push: &mut Push,
    ) {
        while push.surplus[node as usize] > 0 {
            let (cost, next, via) = self.cheapest_step(node, value, push);
            push.height[node as usize] = cost;
            self.step(node, next, via, push);
            push.surplus[node as usize] -= 1;
            push.surplus[next as usize] += 1;
            if push.surplus[next as usize] == 1 {
                push.active.push_back(next);
            }
        }
    }

    /// Takes one unit from `node` to `next`.
    pub(super) fn step(&mut self, node: u32, next: u32, via: Via, push: &mut Push) {
        match via {
            Via::Nothing => {}
            Via::Up => {
                self.network.load[node as usize] += 1;
                if self.network.load[node as usize] == 1 {
                    push.list(next, push.applicants + node);
                }
            }
            Via::Down => {
                self.network.load[next as usize] -= 1;
                if self.network.load[next as usize] == 0 {
                    push.strike(node, push.applicants + next);
                }
            }
            Via::Move { applicant, edge } => {
                push.strike(node, applicant);
                self.network.held[applicant as usize] = edge;
                push.list(next, applicant);
            }
        }
    }

    /// The node above, if one more unit may go there.
    pub(super) fn upwards(&self, node: u32) -> Option<u32> {
        let index = node as usize;
        let open = node != self.network.outside()
            && self.passable[index]
            && self.network.load[index] < self.network.room[index];
        open.then(|| self.network.up(node))
    }

    /// The cheapest step on from `node`: its cost, where to and how.
    fn cheapest_step(
        &self,
        node: u32,
        value: &impl Fn(u32, u32) -> i64,
        push: &mut Push,
    ) -> (i64, u32, Via) {
        let up = self.upwards(node);
        let up_cost = up.map_or(i64::MAX, |up| push.height[up as usize] + push.step);
        // Taken out, so that the heights can be read while the ways are put in order.
        let mut ways_on = std::mem::take(&mut push.ways_on[node as usize]);
        let mut least = None;
        while let Some(mut top) = ways_on.peek_mut() {
            let Reverse((bound, item)) = *top;
            if bound >= up_cost {
                break;
            }
            let found = match push.item(item) {
                Item::Child(child) => {
                    Some((push.height[child as usize] + push.step, child, Via::Down))
                }
                Item::Applicant(applicant) => {
                    push.looked += self.open_ways(applicant).len();
                    self.cheapest_move(applicant, value, push)
                }
            };
            push.looked += 1;
            match found {
                None => drop(PeekMut::pop(top)),
                Some((cost, ..)) if cost > bound => *top = Reverse((cost, item)),
                Some(_) => {
                    least = found;
                    break;
                }
            }
        }
        push.ways_on[node as usize] = ways_on;
        let up = || up.map(|up| (up_cost, up, Via::Up));
        least.or_else(up).expect("every unit fitted before it was released")
    }

    /// The cheapest move of an applicant away from what they hold, if they have any.
    fn cheapest_move(
        &self,
        applicant: u32,
        value: &impl Fn(u32, u32) -> i64,
        push: &Push,
    ) -> Option<(i64, u32, Via)> {
        let Push { height, step, .. } = push;
        let held = self.network.held[applicant as usize];
        let outside = self.network.outside();
        let away = held != NONE && self.may_leave[applicant as usize];
        let mut least = away.then(|| (height[outside as usize], outside, NONE));
        let mut own = 0;
        for way in self.open_ways(applicant) {
            let worth = value(way.edge, way.rank);
            if way.edge == held {
                own = worth;
                continue;
            }
            let cost = height[way.post as usize] - worth;
            if least.is_none_or(|(least, ..)| cost < least) {
                least = Some((cost, way.post, way.edge));
            }
        }
        least.map(|(cost, next, edge)| (own + cost + step, next, Via::Move { applicant, edge }))
    }
}
