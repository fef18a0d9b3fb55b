//! All true costs to the nearest gap at once, so that nobody climbs step by step where there is none.

use super::Tiers;
use super::push::Push;
use super::queue::Queue;
use crate::matching::instance::NONE;

/// What an applicant's place is worth to them above its height, and where it is.
#[derive(Clone, Copy)]
struct Stand {
    worth: i64,
    at: u32,
}

/// Dijkstra's search backwards from all gaps, over what each step costs beyond the fall in height.
pub(super) struct Backward<'v, V> {
    value: &'v V,
    /// The open edges by post: applicant, edge, rank.
    first: Vec<u32>,
    entries: Vec<(u32, u32, u32)>,
    stands: Vec<Stand>,
    distance: Vec<i64>,
    queue: Queue,
}

impl<'v, V: Fn(u32, u32) -> i64> Backward<'v, V> {
    pub fn new(solver: &Tiers<'_>, value: &'v V) -> Self {
        let instance = solver.network.instance;
        let nodes = solver.label.len();
        let mut first = vec![0u32; nodes + 1];
        for &applicant in &solver.free {
            for way in solver.open_ways(applicant) {
                first[way.post as usize + 1] += 1;
            }
        }
        for node in 0..nodes {
            first[node + 1] += first[node];
        }
        let mut place = first.clone();
        let mut entries = vec![(0, 0, 0); first[nodes] as usize];
        for &applicant in &solver.free {
            for way in solver.open_ways(applicant) {
                let slot = &mut place[way.post as usize];
                entries[*slot as usize] = (applicant, way.edge, way.rank);
                *slot += 1;
            }
        }
        Self {
            value,
            first,
            entries,
            stands: vec![Stand { worth: 0, at: NONE }; instance.applicant_count()],
            distance: vec![i64::MAX; nodes],
            queue: Queue::new(),
        }
    }

    /// The number of edges and nodes that a search may pass.
    pub fn size(&self) -> usize {
        self.entries.len() + self.distance.len()
    }

    /// Lifts every height by the node's distance to the nearest gap; those beyond all that is overfull, less.
    pub fn refresh(&mut self, solver: &Tiers<'_>, push: &mut Push) {
        self.stand(solver, push);
        self.distance.fill(i64::MAX);
        self.queue.restart();
        let mut missing = 0;
        for (node, &surplus) in push.surplus.iter().enumerate() {
            if surplus < 0 {
                self.distance[node] = 0;
                self.queue.add(node as u32, 0);
            }
            missing += usize::from(surplus > 0);
        }
        while missing > 0
            && let Some(node) = self.nearest()
        {
            missing -= usize::from(push.surplus[node as usize] > 0);
            self.expand(node, solver, push);
        }
        for (height, &distance) in push.height.iter_mut().zip(&self.distance) {
            *height += distance.min(self.queue.at);
        }
    }

    fn nearest(&mut self) -> Option<u32> {
        loop {
            let (node, distance) = self.queue.take()?;
            if self.distance[node as usize] == distance {
                return Some(node);
            }
        }
    }

    fn expand(&mut self, node: u32, solver: &Tiers<'_>, push: &Push) {
        let network = &solver.network;
        let outside = network.outside();
        let index = node as usize;
        let base = self.distance[index] + push.height[index] + push.step;
        for child in solver.children_of(node) {
            let at = *child as usize;
            if solver.passable[at] && network.load[at] < network.room[at] {
                self.offer(*child, base - push.height[at]);
            }
        }
        if node == outside {
            for &applicant in &solver.free {
                let Stand { worth, at } = self.stands[applicant as usize];
                if solver.may_leave[applicant as usize] && at != outside {
                    self.offer(at, base + worth);
                }
            }
            return;
        }
        if solver.passable[index] && network.load[index] > 0 {
            let up = network.up(node);
            self.offer(up, base - push.height[up as usize]);
        }
        for entry in self.first[index]..self.first[index + 1] {
            let (applicant, edge, rank) = self.entries[entry as usize];
            let Stand { worth, at } = self.stands[applicant as usize];
            self.offer(at, base + worth - (self.value)(edge, rank));
        }
    }

    /// Notes where everybody stands: one look-up for each edge instead of four.
    fn stand(&mut self, solver: &Tiers<'_>, push: &Push) {
        for &applicant in &solver.free {
            let (worth, at) =
                (solver.worth_held(applicant, self.value), solver.network.target(applicant));
            self.stands[applicant as usize] = Stand { worth: worth - push.height[at as usize], at };
        }
    }

    fn offer(&mut self, node: u32, distance: i64) {
        let known = &mut self.distance[node as usize];
        if distance < *known {
            *known = distance;
            self.queue.add(node, distance);
        }
    }
}
