//! One unit's way to the nearest gap, for the last few that pushing serves badly.

use super::push::{Item, Push};
use super::queue::Queue;
use super::{Tiers, Via, Way};
use crate::matching::instance::NONE;

/// Dijkstra's search forwards from one overfull node.
pub(super) struct Single {
    distance: Vec<i64>,
    /// Which search last saw the node, and which was last done with it.
    seen: Vec<u32>,
    done: Vec<u32>,
    round: u32,
    queue: Queue,
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
            queue: Queue::new(),
            best: i64::MAX,
            settled: Vec::new(),
        }
    }

    fn begin(&mut self) {
        self.round += 1;
        self.queue.restart();
        self.settled.clear();
        self.best = i64::MAX;
    }

    /// Notes a shorter way to `node`, unless a gap is known to be nearer.
    fn offer(&mut self, node: u32, distance: i64, push: &Push) -> bool {
        let index = node as usize;
        if distance >= self.best
            || (self.seen[index] == self.round && self.distance[index] <= distance)
        {
            return false;
        }
        self.seen[index] = self.round;
        self.distance[index] = distance;
        if push.surplus[index] < 0 {
            self.best = distance;
        }
        self.queue.add(node, distance);
        true
    }

    fn nearest(&mut self) -> u32 {
        loop {
            let (node, distance) =
                self.queue.take().expect("every unit fitted before it was released");
            let index = node as usize;
            if self.distance[index] == distance && self.done[index] != self.round {
                self.done[index] = self.round;
                self.settled.push(node);
                return node;
            }
        }
    }
}

impl Tiers<'_> {
    /// Leads one unit from `start` to the nearest gap, unless that takes more than `push.looked` may grow to.
    pub(super) fn lead(
        &mut self,
        start: u32,
        value: &impl Fn(u32, u32) -> i64,
        push: &mut Push,
        search: &mut Single,
        limit: usize,
    ) -> bool {
        search.begin();
        search.offer(start, 0, push);
        let goal = loop {
            let node = search.nearest();
            if push.surplus[node as usize] < 0 {
                break node;
            }
            if push.looked > limit {
                return false;
            }
            self.expand(node, value, push, search);
        };
        let reach = search.distance[goal as usize];
        for &node in &search.settled {
            push.height[node as usize] += reach - search.distance[node as usize];
        }
        let mut at = goal;
        while at != start {
            let from = self.from[at as usize];
            self.step(from, at, self.via[at as usize], push);
            at = from;
        }
        push.surplus[start as usize] -= 1;
        push.surplus[goal as usize] += 1;
        true
    }

    fn expand(
        &mut self,
        node: u32,
        value: &impl Fn(u32, u32) -> i64,
        push: &mut Push,
        search: &mut Single,
    ) {
        let up = self.upwards(node);
        let base = search.distance[node as usize] - push.height[node as usize] + push.step;
        let mut found = |to: u32, cost: i64, via: Via| {
            if search.offer(to, base + cost + push.height[to as usize], push) {
                self.from[to as usize] = node;
                self.via[to as usize] = via;
            }
        };
        let outside = self.network.outside();
        let mut looked = 0;
        if let Some(up) = up {
            found(up, 0, Via::Up);
        }
        for item in push.ways_on(node) {
            looked += 1;
            let applicant = match item {
                Item::Child(child) => {
                    found(child, 0, Via::Down);
                    continue;
                }
                Item::Applicant(applicant) => applicant,
            };
            let start = self.network.instance.first_edge[applicant as usize];
            let ways = &self.open[start as usize..self.open_end[applicant as usize] as usize];
            let held = self.network.held[applicant as usize];
            let own = if held == NONE { 0 } else { value(held, self.network.edge(held).rank) };
            for &Way { edge, post, rank } in ways {
                found(post, own - value(edge, rank), Via::Move { applicant, edge });
            }
            if self.may_leave[applicant as usize] {
                found(outside, own, Via::Move { applicant, edge: NONE });
            }
            looked += ways.len();
        }
        push.looked += looked;
    }
}
