//! One person's way to the nearest gap, for the last few whom the rounds serve badly.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::route::Lead;
use super::{Tiers, Via};
use crate::matching::instance::NONE;

pub(super) struct Single {
    distance: Vec<i64>,
    /// Which search last saw the node, and which was last done with it.
    seen: Vec<u32>,
    done: Vec<u32>,
    round: u32,
    heap: BinaryHeap<(Reverse<i64>, u32)>,
    /// Nodes at the distance the search is at: no need to queue them.
    near: Vec<u32>,
    at: i64,
    best: i64,
    settled: Vec<u32>,
}

impl Single {
    pub fn new(nodes: usize) -> Self {
        Self {
            distance: vec![0; nodes],
            seen: vec![0; nodes],
            done: vec![0; nodes],
            round: 0,
            heap: BinaryHeap::new(),
            near: Vec::new(),
            at: 0,
            best: i64::MAX,
            settled: Vec::new(),
        }
    }

    fn begin(&mut self) {
        self.round += 1;
        self.heap.clear();
        self.near.clear();
        self.settled.clear();
        self.at = 0;
        self.best = i64::MAX;
    }

    /// Notes a shorter way to `node`, unless a gap is known to be nearer.
    fn offer(&mut self, node: u32, distance: i64, lead: &Lead) -> bool {
        let index = node as usize;
        if distance >= self.best
            || (self.seen[index] == self.round && self.distance[index] <= distance)
        {
            return false;
        }
        self.seen[index] = self.round;
        self.distance[index] = distance;
        if lead.gaps[index] > 0 {
            self.best = distance;
        }
        if distance == self.at {
            self.near.push(node);
        } else {
            self.heap.push((Reverse(distance), node));
        }
        true
    }

    fn nearest(&mut self) -> u32 {
        loop {
            let node = match self.near.pop() {
                Some(node) => node,
                None => {
                    let (Reverse(distance), node) =
                        self.heap.pop().expect("every unit fitted before it was lifted");
                    self.at = distance;
                    node
                }
            };
            let index = node as usize;
            if self.distance[index] == self.at && self.done[index] != self.round {
                self.done[index] = self.round;
                self.settled.push(node);
                return node;
            }
        }
    }
}

/// A unit on offer: from which node, its worth to the applicant there, and how far the search has come.
struct Offer {
    applicant: u32,
    from: u32,
    own: i64,
    base: i64,
}

impl Tiers<'_> {
    /// Leads `applicant` to the nearest gap unless that takes more than `budget` nodes, which it counts down.
    pub(super) fn lead_alone(
        &mut self,
        applicant: u32,
        value: &impl Fn(u32) -> i64,
        lead: &mut Lead,
        search: &mut Single,
        budget: &mut usize,
    ) -> bool {
        search.begin();
        let own = self.worth_at_best(applicant, value, lead);
        self.fan_out(Offer { applicant, from: NONE, own, base: 0 }, value, lead, search);
        let goal = loop {
            let node = search.nearest();
            if lead.gaps[node as usize] > 0 {
                break node;
            }
            match budget.checked_sub(1) {
                Some(left) => *budget = left,
                None => return false,
            }
            self.expand(node, value, lead, search);
        };
        let reach = search.distance[goal as usize];
        for &node in &search.settled {
            lead.price[node as usize] += reach - search.distance[node as usize];
        }
        self.arrive(applicant, goal, lead);
        true
    }

    fn fan_out(
        &mut self,
        offer: Offer,
        value: &impl Fn(u32) -> i64,
        lead: &Lead,
        search: &mut Single,
    ) {
        let Offer { applicant, from, own, base } = offer;
        let start = self.network.instance.first_edge[applicant as usize];
        for slot in start..self.open_end[applicant as usize] {
            let edge = self.open[slot as usize];
            let post = self.network.instance.edges[edge as usize].post;
            if search.offer(post, base + own - value(edge) + lead.price[post as usize], lead) {
                self.from[post as usize] = from;
                self.via[post as usize] = Via::Move { applicant, edge };
            }
        }
        let outside = self.network.outside();
        if self.may_leave[applicant as usize]
            && search.offer(outside, base + own + lead.price[outside as usize], lead)
        {
            self.from[outside as usize] = from;
            self.via[outside as usize] = Via::Move { applicant, edge: NONE };
        }
    }

    fn expand(&mut self, node: u32, value: &impl Fn(u32) -> i64, lead: &Lead, search: &mut Single) {
        let index = node as usize;
        let base = search.distance[index];
        let beyond = base - lead.price[index];
        if node != self.network.outside()
            && self.passable[index]
            && self.network.load[index] < self.network.room[index]
        {
            let up = self.network.up(node);
            if search.offer(up, beyond + lead.price[up as usize], lead) {
                self.from[up as usize] = node;
                self.via[up as usize] = Via::Up;
            }
        }
        for child in self.first_child[index]..self.first_child[index + 1] {
            let child = self.children[child as usize];
            let at = child as usize;
            if self.passable[at]
                && self.network.load[at] > 0
                && search.offer(child, beyond + lead.price[at], lead)
            {
                self.from[at] = node;
                self.via[at] = Via::Down;
            }
        }
        let mut applicant = self.network.first[index];
        while applicant != NONE {
            let held = self.network.held[applicant as usize];
            let own = if held == NONE { 0 } else { value(held) } - lead.price[index];
            self.fan_out(Offer { applicant, from: node, own, base }, value, lead, search);
            applicant = self.network.next_unit(applicant);
        }
    }
}
