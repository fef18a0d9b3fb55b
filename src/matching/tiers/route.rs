//! A near-perfect start: several tiers packed into one number, solved by shortest paths.
//!
//! *What.* Each tier's value is a digit of one integer, the first tier the most significant. Everybody who
//! does not hold an edge that is worth most to them is lifted out and led to the nearest gap by Dijkstra's
//! search over reduced costs; prices rise where the search passed (successive shortest paths: Jewell 1958,
//! Busacker and Gowen 1960; potentials: Edmonds and Karp 1972).
//! *Guarantee.* The result is optimal for the packed numbers. Digits have a fixed width, so for the tiers
//! themselves it may be a little off; [`super::settle`] then finds and turns the cycles that are missing, and
//! starts from the digits of these prices, which are nearly always right already.
//! *Cost.* One search for each person lifted; it ends at the nearest gap, so most are short.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::{Tiers, Via};
use crate::matching::control::{Cancelled, Control};
use crate::matching::instance::NONE;

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

struct Search {
    distance: Vec<i64>,
    /// Which search last saw the node, and whether it is done with it.
    seen: Vec<u32>,
    done: Vec<u32>,
    round: u32,
    heap: BinaryHeap<(Reverse<i64>, u32)>,
    /// Nodes at the distance the search is at: no need to queue them.
    level: Vec<u32>,
    at: i64,
    settled: Vec<u32>,
    best: i64,
}

impl Tiers<'_> {
    /// Makes the flow optimal for the packed `value` and keeps the prices as a hint for the tiers.
    pub fn approach(
        &mut self,
        value: &impl Fn(u32) -> i64,
        weights: &[i64],
        control: &Control,
    ) -> Result<(), Cancelled> {
        let nodes = self.label.len();
        let instance = self.network.instance;
        let mut price = vec![0i64; nodes];
        let mut gaps = vec![0u32; nodes];
        let mut lifted = Vec::new();
        for applicant in instance.free_applicants() {
            let held = self.network.held[applicant];
            let own = if held == NONE { 0 } else { value(held) };
            let most = self.open_edges(applicant as u32).iter().map(|&edge| value(edge)).max();
            let outside = if self.may_leave[applicant] { 0 } else { own };
            if most.unwrap_or(own).max(outside) > own {
                gaps[self.network.target(applicant as u32) as usize] += 1;
                self.network.lift(applicant as u32);
                lifted.push(applicant as u32);
            }
        }
        let mut search = Search {
            distance: vec![0; nodes],
            seen: vec![0; nodes],
            done: vec![0; nodes],
            round: 0,
            heap: BinaryHeap::new(),
            level: Vec::new(),
            at: 0,
            settled: Vec::new(),
            best: i64::MAX,
        };
        for (count, &applicant) in lifted.iter().enumerate() {
            if count % 64 == 0 {
                control.check()?;
            }
            self.lead(applicant, value, &mut price, &mut gaps, &mut search);
        }
        let outside = price[nodes - 1];
        price.iter_mut().for_each(|price| *price -= outside);
        self.hint = Hint { packed: price, weights: weights.iter().copied().collect() };
        Ok(())
    }

    fn lead(
        &mut self,
        applicant: u32,
        value: &impl Fn(u32) -> i64,
        price: &mut [i64],
        gaps: &mut [u32],
        search: &mut Search,
    ) {
        let outside = self.network.outside();
        search.begin();
        let own = {
            let edges = self.open_edges(applicant).iter();
            let worth =
                edges.map(|&edge| value(edge) - price[self.network.edge(edge).post as usize]).max();
            let away = self.may_leave[applicant as usize].then(|| -price[outside as usize]);
            worth.max(away).expect("somebody who was lifted has somewhere to go")
        };
        self.fan_out(applicant, NONE, own, 0, value, price, gaps, search);
        let goal = loop {
            let node = search.pop();
            if gaps[node as usize] > 0 {
                break node;
            }
            self.expand(node, value, price, gaps, search);
        };
        let reach = search.distance[goal as usize];
        for &node in &search.settled {
            price[node as usize] += reach - search.distance[node as usize];
        }
        gaps[goal as usize] -= 1;
        self.follow(goal);
    }

    /// Offers every open way of a unit whose present worth to its applicant is `own`.
    #[allow(clippy::too_many_arguments)]
    fn fan_out(
        &mut self,
        applicant: u32,
        from: u32,
        own: i64,
        base: i64,
        value: &impl Fn(u32) -> i64,
        price: &[i64],
        gaps: &[u32],
        search: &mut Search,
    ) {
        let instance = self.network.instance;
        let start = instance.first_edge[applicant as usize];
        for slot in start..self.open_end[applicant as usize] {
            let edge = self.open[slot as usize];
            let post = instance.edges[edge as usize].post;
            let distance = base + own - value(edge) + price[post as usize];
            if search.offer(post, distance, gaps) {
                self.from[post as usize] = from;
                self.via[post as usize] = Via::Move { applicant, edge };
            }
        }
        if self.may_leave[applicant as usize] {
            let outside = self.network.outside();
            let distance = base + own + price[outside as usize];
            if search.offer(outside, distance, gaps) {
                self.from[outside as usize] = from;
                self.via[outside as usize] = Via::Move { applicant, edge: NONE };
            }
        }
    }

    fn expand(
        &mut self,
        node: u32,
        value: &impl Fn(u32) -> i64,
        price: &[i64],
        gaps: &[u32],
        search: &mut Search,
    ) {
        let index = node as usize;
        let (base, here) = (search.distance[index], price[index]);
        if node != self.network.outside()
            && self.passable[index]
            && self.network.load[index] < self.network.room[index]
        {
            let up = self.network.up(node);
            if search.offer(up, base + price[up as usize] - here, gaps) {
                self.from[up as usize] = node;
                self.via[up as usize] = Via::Up;
            }
        }
        for child in self.first_child[index]..self.first_child[index + 1] {
            let child = self.children[child as usize];
            if self.passable[child as usize]
                && self.network.load[child as usize] > 0
                && search.offer(child, base + price[child as usize] - here, gaps)
            {
                self.from[child as usize] = node;
                self.via[child as usize] = Via::Down;
            }
        }
        let mut applicant = self.network.first[index];
        while applicant != NONE {
            let held = self.network.held[applicant as usize];
            let own = if held == NONE { 0 } else { value(held) } - here;
            self.fan_out(applicant, node, own, base, value, price, gaps, search);
            applicant = self.network.next_unit(applicant);
        }
    }

    /// Moves everybody along the way the search came, back to the one who was lifted.
    fn follow(&mut self, goal: u32) {
        let mut at = goal;
        while at != NONE {
            let from = self.from[at as usize];
            match self.via[at as usize] {
                Via::Nothing => {}
                Via::Up => self.network.load[from as usize] += 1,
                Via::Down => self.network.load[at as usize] -= 1,
                Via::Move { applicant, edge } if from == NONE => self.network.put(applicant, edge),
                Via::Move { applicant, edge } => self.network.redirect(applicant, edge),
            }
            at = from;
        }
    }
}

impl Search {
    fn begin(&mut self) {
        self.round += 1;
        self.heap.clear();
        self.level.clear();
        self.settled.clear();
        self.at = 0;
        self.best = i64::MAX;
    }

    /// Notes a shorter way to `node`, unless a gap is known to be nearer.
    fn offer(&mut self, node: u32, distance: i64, gaps: &[u32]) -> bool {
        let index = node as usize;
        if distance >= self.best
            || (self.seen[index] == self.round && self.distance[index] <= distance)
        {
            return false;
        }
        self.seen[index] = self.round;
        self.distance[index] = distance;
        if gaps[index] > 0 {
            self.best = distance;
        }
        if distance == self.at {
            self.level.push(node);
        } else {
            self.heap.push((Reverse(distance), node));
        }
        true
    }

    fn pop(&mut self) -> u32 {
        loop {
            let node = match self.level.pop() {
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
