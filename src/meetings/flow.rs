//! Minimum-cost flow by primal and dual steps, exact in integers.
//!
//! Shortest distances give prices under which every open arc costs nothing or more; blocking flows
//! then fill the arcs that cost nothing, until no way earns anything. Busacker and Gowen 1960; Edmonds
//! and Karp 1972; Dinic 1970.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

const FAR: i128 = i128::MAX / 4;

struct Arc {
    to: u32,
    left: u32,
    cost: i128,
}

/// A network from node 0 to node 1. Arc `2k + 1` is the way back of arc `2k`.
pub(super) struct Network {
    arcs: Vec<Arc>,
    out: Vec<Vec<u32>>,
    price: Vec<i128>,
}

pub(super) const SOURCE: usize = 0;
pub(super) const SINK: usize = 1;

impl Network {
    pub(super) fn new(nodes: usize) -> Self {
        Self { arcs: Vec::new(), out: vec![Vec::new(); nodes], price: vec![0; nodes] }
    }

    pub(super) fn add(&mut self, from: usize, to: usize, capacity: u32, cost: i128) -> usize {
        let arc = self.arcs.len();
        self.arcs.push(Arc { to: to as u32, left: capacity, cost });
        self.arcs.push(Arc { to: from as u32, left: 0, cost: -cost });
        self.out[from].push(arc as u32);
        self.out[to].push(arc as u32 + 1);
        arc
    }

    pub(super) fn used(&self, arc: usize) -> u32 {
        self.arcs[arc ^ 1].left
    }

    pub(super) fn price(&self, node: usize) -> i128 {
        self.price[node]
    }

    /// The cheapest flow of any size. `order` lists the nodes so that every arc leads onwards in it.
    ///
    /// Not sending a unit costs nothing, so prices end with the sink level with the source.
    pub(super) fn solve(&mut self, order: &[usize]) {
        let units = self.out[SOURCE].iter().map(|&arc| self.arcs[arc as usize].left).sum();
        self.add(SOURCE, SINK, units, 0);
        self.price.fill(FAR);
        self.price[SOURCE] = 0;
        for &node in order {
            for &arc in &self.out[node] {
                let arc = &self.arcs[arc as usize];
                if arc.left > 0 && self.price[node] < FAR {
                    let to = arc.to as usize;
                    self.price[to] = self.price[to].min(self.price[node] + arc.cost);
                }
            }
        }
        while self.price[SINK] < self.price[SOURCE] {
            self.fill();
            self.raise();
        }
    }

    fn free(&self, from: usize, arc: u32) -> Option<usize> {
        let Arc { to, left, cost } = self.arcs[arc as usize];
        let to = to as usize;
        (left > 0 && self.price[from] < FAR && cost + self.price[from] == self.price[to])
            .then_some(to)
    }

    /// Raises all prices by the distances under them (Dijkstra).
    fn raise(&mut self) {
        let mut distance = vec![FAR; self.out.len()];
        distance[SOURCE] = 0;
        let mut heap = BinaryHeap::from([(Reverse(0), SOURCE)]);
        while let Some((Reverse(far), node)) = heap.pop() {
            if far > distance[node] {
                continue;
            }
            for &arc in &self.out[node] {
                let Arc { to, left, cost } = self.arcs[arc as usize];
                let to = to as usize;
                if left == 0 || self.price[to] == FAR {
                    continue;
                }
                let next = far + cost + self.price[node] - self.price[to];
                if next < distance[to] {
                    distance[to] = next;
                    heap.push((Reverse(next), to));
                }
            }
        }
        // Whoever cannot be reached any more is as far as the furthest: no open arc leads there.
        let furthest = distance.iter().copied().filter(|&d| d < FAR).max().unwrap_or(0);
        for (price, distance) in self.price.iter_mut().zip(distance) {
            if *price < FAR {
                *price += distance.min(furthest);
            }
        }
    }

    /// Fills the arcs that cost nothing, shortest ways first, until none leads to the sink.
    fn fill(&mut self) {
        loop {
            let mut level = vec![u32::MAX; self.out.len()];
            level[SOURCE] = 0;
            let mut queue = VecDeque::from([SOURCE]);
            while let Some(node) = queue.pop_front() {
                for &arc in &self.out[node] {
                    if let Some(to) = self.free(node, arc)
                        && level[to] == u32::MAX
                    {
                        level[to] = level[node] + 1;
                        queue.push_back(to);
                    }
                }
            }
            if level[SINK] == u32::MAX {
                return;
            }
            let mut next = vec![0; self.out.len()];
            while self.send(SOURCE, u32::MAX, &level, &mut next) > 0 {}
        }
    }

    fn send(&mut self, node: usize, units: u32, level: &[u32], next: &mut [usize]) -> u32 {
        if node == SINK {
            return units;
        }
        while let Some(&arc) = self.out[node].get(next[node]) {
            if let Some(to) = self.free(node, arc)
                && level[to] == level[node] + 1
            {
                let sent = self.send(to, units.min(self.arcs[arc as usize].left), level, next);
                if sent > 0 {
                    self.arcs[arc as usize].left -= sent;
                    self.arcs[arc as usize ^ 1].left += sent;
                    return sent;
                }
            }
            next[node] += 1;
        }
        0
    }
}
