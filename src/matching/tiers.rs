//! The exact core: makes a matching optimal tier by tier, and proves it with prices.
//!
//! *Guarantee.* Afterwards no feasible matching is lexicographically better, and the prices of all tiers
//! side by side are a certificate of that: what [`super::verify`] checks without knowing this file.
//! *How.* Maximising one tier is a minimum-cost flow on the network of [`super::network`]. Labels that
//! satisfy every residual arc exist exactly when the flow is optimal; a label-correcting search finds them
//! or runs into a cycle that improves the flow, which is then applied (Klein 1967). An arc whose reduced
//! cost is not zero keeps its flow in every optimum of the tier, so it is closed before the next tier: what
//! stays open is the optimal face, and every later cycle leaves the earlier tiers as they are.
//! *Cost.* Each tier one pass over the open edges and one search per improving cycle; a good start leaves
//! few of those. Memory is one label per node and tier.

use std::collections::VecDeque;

use super::control::{Cancelled, Control};
use super::instance::NONE;
use super::network::Network;
use super::values::Values;

/// The prices of one tier: an applicant's worth of a place, and a node's worth of one more place.
pub(super) struct Prices {
    pub applicants: Vec<i64>,
    pub nodes: Vec<i64>,
}

#[derive(Clone, Copy)]
enum Via {
    Nothing,
    /// A unit of this node's turned away upwards or called back.
    Up,
    Down,
    /// This applicant takes this edge, or with [`NONE`] goes outside.
    Move {
        applicant: u32,
        edge: u32,
    },
}

#[derive(Clone)]
pub(super) struct Tiers<'a> {
    pub network: Network<'a>,
    /// The open edges of each applicant are a stretch at the front of theirs.
    open: Vec<u32>,
    open_end: Vec<u32>,
    may_leave: Vec<bool>,
    passable: Vec<bool>,
    children: Vec<u32>,
    first_child: Vec<u32>,
    label: Vec<i64>,
    from: Vec<u32>,
    via: Vec<Via>,
    queue: VecDeque<u32>,
    queued: Vec<bool>,
}

impl<'a> Tiers<'a> {
    pub fn new(network: Network<'a>) -> Self {
        let instance = network.instance;
        let nodes = network.outside() as usize;
        let mut first_child = vec![0; nodes + 2];
        (0..nodes).for_each(|node| first_child[network.up(node as u32) as usize + 1] += 1);
        (0..=nodes).for_each(|node| first_child[node + 1] += first_child[node]);
        let mut children = vec![0; nodes];
        let mut place = first_child.clone();
        for node in 0..nodes {
            let slot = &mut place[network.up(node as u32) as usize];
            children[*slot as usize] = node as u32;
            *slot += 1;
        }
        Self {
            open: (0..instance.edges.len() as u32).collect(),
            open_end: instance.first_edge[1..].to_vec(),
            may_leave: vec![true; instance.applicant_count()],
            passable: vec![true; nodes],
            children,
            first_child,
            label: vec![0; nodes + 1],
            from: vec![NONE; nodes + 1],
            via: vec![Via::Nothing; nodes + 1],
            queue: VecDeque::new(),
            queued: vec![false; nodes + 1],
            network,
        }
    }

    pub fn maximise(&mut self, values: &Values, control: &Control) -> Result<Prices, Cancelled> {
        let instance = self.network.instance;
        match values {
            Values::ByRank(by_rank) => {
                let value = |edge: u32| by_rank[instance.edges[edge as usize].rank as usize];
                self.settle(&value, control)?;
                Ok(self.close(&value))
            }
            Values::ByEdge(by_edge) => {
                let value = |edge: u32| by_edge[edge as usize];
                self.settle(&value, control)?;
                Ok(self.close(&value))
            }
        }
    }

    /// The applicant's edges on the optimal face of the tiers so far; the one they hold is among them.
    pub fn open_edges(&self, applicant: u32) -> &[u32] {
        let start = self.network.instance.first_edge[applicant as usize];
        &self.open[start as usize..self.open_end[applicant as usize] as usize]
    }

    /// Closes those of the applicant's edges that do not pass, and the way outside.
    pub fn keep_only(&mut self, applicant: u32, pass: impl Fn(u32) -> bool) {
        let mut slot = self.network.instance.first_edge[applicant as usize] as usize;
        let end = &mut self.open_end[applicant as usize];
        while slot < *end as usize {
            if pass(self.open[slot]) {
                slot += 1;
            } else {
                *end -= 1;
                self.open.swap(slot, *end as usize);
            }
        }
        if self.network.held[applicant as usize] != NONE {
            self.may_leave[applicant as usize] = false;
        }
    }

    /// Gives the applicant one of `edges` if others can make way along open arcs; says whether they could.
    pub fn reroute(&mut self, applicant: u32, edges: &[u32]) -> bool {
        let goal = self.network.target(applicant);
        // The search reuses the labels: 0 until reached, and falling once only.
        self.label.fill(0);
        self.restart(0..0);
        for &edge in edges {
            let post = self.network.edge(edge).post;
            self.relax(goal, Via::Move { applicant, edge }, post, -1);
        }
        while let Some(node) = self.queue.pop_front() {
            self.queued[node as usize] = false;
            if node == goal {
                self.queue.drain(..).for_each(|node| self.queued[node as usize] = false);
                self.turn(goal);
                self.queue.drain(..).for_each(|node| self.queued[node as usize] = false);
                return true;
            }
            self.scan(node, &|_| 0);
        }
        false
    }

    fn settle(&mut self, value: &impl Fn(u32) -> i64, control: &Control) -> Result<(), Cancelled> {
        let nodes = self.label.len();
        self.label.fill(0);
        self.restart(0..nodes as u32);
        let mut relaxed = 0;
        while let Some(node) = self.queue.pop_front() {
            self.queued[node as usize] = false;
            relaxed += self.scan(node, value);
            if relaxed > nodes {
                control.check()?;
                relaxed = 0;
                self.improve();
            }
        }
        Ok(())
    }

    fn restart(&mut self, nodes: impl Iterator<Item = u32>) {
        self.from.fill(NONE);
        for node in nodes {
            if !std::mem::replace(&mut self.queued[node as usize], true) {
                self.queue.push_back(node);
            }
        }
    }

    /// Relaxes every open residual arc out of `node`; says how many labels fell.
    fn scan(&mut self, node: u32, value: &impl Fn(u32) -> i64) -> usize {
        let mut fell = 0;
        let label = self.label[node as usize];
        let outside = self.network.outside();
        if node != outside && self.passable[node as usize] {
            let index = node as usize;
            if self.network.load[index] < self.network.room[index] {
                fell += self.relax(node, Via::Up, self.network.up(node), label);
            }
        }
        for child in self.first_child[node as usize]..self.first_child[node as usize + 1] {
            let child = self.children[child as usize];
            if self.passable[child as usize] && self.network.load[child as usize] > 0 {
                fell += self.relax(node, Via::Down, child, label);
            }
        }
        let mut applicant = self.network.first[node as usize];
        while applicant != NONE {
            let held = self.network.held[applicant as usize];
            let own = label + if held == NONE { 0 } else { value(held) };
            let start = self.network.instance.first_edge[applicant as usize];
            for slot in start..self.open_end[applicant as usize] {
                let edge = self.open[slot as usize];
                let post = self.network.instance.edges[edge as usize].post;
                fell += self.relax(node, Via::Move { applicant, edge }, post, own - value(edge));
            }
            if self.may_leave[applicant as usize] {
                fell += self.relax(node, Via::Move { applicant, edge: NONE }, outside, own);
            }
            applicant = self.network.next_unit(applicant);
        }
        fell
    }

    fn relax(&mut self, from: u32, via: Via, to: u32, label: i64) -> usize {
        let index = to as usize;
        if label >= self.label[index] {
            return 0;
        }
        self.label[index] = label;
        self.from[index] = from;
        self.via[index] = via;
        if !std::mem::replace(&mut self.queued[index], true) {
            self.queue.push_back(to);
        }
        1
    }

    /// Applies an improving cycle of the labels' origins, if they have one.
    fn improve(&mut self) {
        let nodes = self.from.len();
        let mut walk = vec![NONE; nodes];
        for start in 0..nodes as u32 {
            let mut node = start;
            while node != NONE && walk[node as usize] == NONE {
                walk[node as usize] = start;
                node = self.from[node as usize];
            }
            if node != NONE && walk[node as usize] == start {
                return self.turn(node);
            }
        }
    }

    /// Sends one unit round the cycle of origins through `node`.
    fn turn(&mut self, node: u32) {
        let mut cycle = vec![node];
        let mut at = node;
        loop {
            let from = self.from[at as usize];
            match self.via[at as usize] {
                Via::Nothing => {}
                Via::Up => self.network.load[from as usize] += 1,
                Via::Down => self.network.load[at as usize] -= 1,
                Via::Move { applicant, edge } => self.network.redirect(applicant, edge),
            }
            if from == node {
                break;
            }
            cycle.push(from);
            at = from;
        }
        // Origins elsewhere may rest on what has just moved.
        self.restart(cycle.into_iter());
    }

    /// Reads the prices off the settled labels and closes what no optimum of this tier can change.
    fn close(&mut self, value: &impl Fn(u32) -> i64) -> Prices {
        let instance = self.network.instance;
        let outside = self.label[self.network.outside() as usize];
        let mut applicants = vec![0; instance.applicant_count()];
        for applicant in instance.free_applicants() {
            let held = self.network.held[applicant];
            let worth = if held == NONE { 0 } else { value(held) };
            let own = self.label[self.network.target(applicant as u32) as usize] + worth;
            applicants[applicant] = own - outside;
            if held != NONE && own != outside {
                self.may_leave[applicant] = false;
            }
            let mut slot = instance.first_edge[applicant] as usize;
            while slot < self.open_end[applicant] as usize {
                let edge = self.open[slot];
                let post = instance.edges[edge as usize].post as usize;
                if own - value(edge) == self.label[post] {
                    slot += 1;
                } else {
                    self.open_end[applicant] -= 1;
                    self.open.swap(slot, self.open_end[applicant] as usize);
                }
            }
        }
        let mut nodes = vec![0; instance.node_count()];
        for (node, price) in nodes.iter_mut().enumerate() {
            *price = self.label[self.network.up(node as u32) as usize] - self.label[node];
            if *price != 0 {
                self.passable[node] = false;
            }
        }
        Prices { applicants, nodes }
    }
}
