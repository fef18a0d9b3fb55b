//! All distances to the nearest gap at once, so that the searches after it are short again.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::Tiers;
use super::route::Lead;
use crate::matching::instance::NONE;

/// What an applicant has at the present prices, and at which node; those who wait are nodes of their own.
#[derive(Clone, Copy)]
struct Stand {
    worth: i64,
    at: u32,
}

/// The open edges by post.
pub(super) struct Backward {
    first: Vec<u32>,
    /// Applicant and edge.
    entries: Vec<(u32, u32)>,
    stands: Vec<Stand>,
    distance: Vec<i64>,
    heap: BinaryHeap<(Reverse<i64>, u32)>,
    /// Nodes at the distance the search is at, in the order they were found.
    near: std::collections::VecDeque<u32>,
    at: i64,
    /// How many of those waiting the search has not come to yet.
    missing: usize,
}

impl Backward {
    pub fn new(solver: &Tiers<'_>) -> Self {
        let instance = solver.network.instance;
        let nodes = solver.label.len();
        let mut first = vec![0u32; nodes + 1];
        for applicant in instance.free_applicants() {
            for &edge in solver.open_edges(applicant as u32) {
                first[instance.edges[edge as usize].post as usize + 1] += 1;
            }
        }
        for node in 0..nodes {
            first[node + 1] += first[node];
        }
        let mut place = first.clone();
        let mut entries = vec![(0, 0); first[nodes] as usize];
        for applicant in instance.free_applicants() {
            for &edge in solver.open_edges(applicant as u32) {
                let slot = &mut place[instance.edges[edge as usize].post as usize];
                entries[*slot as usize] = (applicant as u32, edge);
                *slot += 1;
            }
        }
        let stands = vec![Stand { worth: 0, at: NONE }; instance.applicant_count()];
        Self {
            first,
            entries,
            stands,
            distance: vec![i64::MAX; nodes + instance.applicant_count()],
            heap: BinaryHeap::new(),
            near: Default::default(),
            at: 0,
            missing: 0,
        }
    }

    /// Raises every price by the node's distance to the nearest gap, and levels the nodes by how they are reached.
    pub fn refresh(
        &mut self,
        solver: &Tiers<'_>,
        value: &impl Fn(u32) -> i64,
        lead: &mut Lead,
        waiting: usize,
    ) {
        self.stand(solver, value, lead);
        self.distance.fill(i64::MAX);
        lead.level.fill(u32::MAX);
        self.heap.clear();
        self.at = 0;
        for (node, &gap) in lead.gaps.iter().enumerate() {
            if gap > 0 {
                self.distance[node] = 0;
                lead.level[node] = 0;
                self.near.push_back(node as u32);
            }
        }
        self.missing = waiting;
        while let Some(node) = self.nearest() {
            if node as usize >= solver.label.len() {
                self.missing -= 1;
            } else {
                self.expand(node, solver, value, lead);
            }
            if self.missing == 0 {
                break;
            }
        }
        self.near.clear();
        let nodes = lead.price.iter_mut().zip(&mut lead.level).zip(&self.distance);
        for ((price, level), &distance) in nodes {
            *price += distance.min(self.at);
            if distance > self.at {
                *level = u32::MAX;
            }
        }
    }

    fn nearest(&mut self) -> Option<u32> {
        loop {
            if let Some(node) = self.near.pop_front() {
                if self.distance[node as usize] == self.at {
                    return Some(node);
                }
                continue;
            }
            let (Reverse(distance), node) = self.heap.pop()?;
            if self.distance[node as usize] == distance {
                self.at = distance;
                return Some(node);
            }
        }
    }

    fn expand(
        &mut self,
        node: u32,
        solver: &Tiers<'_>,
        value: &impl Fn(u32) -> i64,
        lead: &mut Lead,
    ) {
        let network = &solver.network;
        let outside = network.outside();
        let index = node as usize;
        let base = self.distance[index] + lead.price[index];
        let level = lead.level[index] + 1;
        for child in solver.first_child[index]..solver.first_child[index + 1] {
            let child = solver.children[child as usize];
            let at = child as usize;
            if solver.passable[at] && network.load[at] < network.room[at] {
                self.offer(child, base - lead.price[at], level, lead);
            }
        }
        if node != outside && solver.passable[index] && network.load[index] > 0 {
            let up = network.up(node);
            self.offer(up, base - lead.price[up as usize], level, lead);
        }
        if node == outside {
            for applicant in solver.network.instance.free_applicants() {
                let Stand { worth, at } = self.stands[applicant];
                if solver.may_leave[applicant] && at != outside {
                    self.offer(at, base + worth, level, lead);
                }
            }
            return;
        }
        for entry in self.first[index]..self.first[index + 1] {
            let (applicant, edge) = self.entries[entry as usize];
            let Stand { worth, at } = self.stands[applicant as usize];
            self.offer(at, base + worth - value(edge), level, lead);
        }
    }

    /// Notes where everybody stands: one look-up for each edge instead of four.
    fn stand(&mut self, solver: &Tiers<'_>, value: &impl Fn(u32) -> i64, lead: &Lead) {
        for applicant in solver.network.instance.free_applicants() {
            let index = applicant as u32;
            self.stands[applicant] = if lead.waiting[applicant] {
                Stand {
                    worth: solver.worth_at_best(index, value, lead),
                    at: solver.label.len() as u32 + index,
                }
            } else {
                let (held, at) = (solver.network.held[applicant], solver.network.target(index));
                let worth = if held == NONE { 0 } else { value(held) };
                Stand { worth: worth - lead.price[at as usize], at }
            };
        }
    }

    fn offer(&mut self, node: u32, distance: i64, level: u32, lead: &mut Lead) {
        let known = &mut self.distance[node as usize];
        if distance < *known {
            *known = distance;
            if let Some(known) = lead.level.get_mut(node as usize) {
                *known = level;
            }
            if distance == self.at {
                self.near.push_back(node);
            } else {
                self.heap.push((Reverse(distance), node));
            }
        }
    }
}
