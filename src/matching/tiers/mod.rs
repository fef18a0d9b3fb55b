//! The exact core: makes a matching optimal tier by tier, and proves it with prices.
//!
//! *Guarantee.* Afterwards no feasible matching is lexicographically better, and the prices of all tiers
//! side by side are a certificate of that: what [`super::verify`] checks without knowing this file.
//! *How.* Maximising one tier is a minimum-cost flow on the network of [`super::network`]. Labels that
//! satisfy every residual arc exist exactly when the flow is optimal; a label-correcting search finds them
//! or runs into a cycle that improves the flow, which is then applied (Klein 1967). An arc whose reduced
//! cost is not zero keeps its flow in every optimum of the tier, so it is closed before the next tier: what
//! stays open is the optimal face, and every later cycle leaves the earlier tiers as they are.
//! [`condense`] cuts what lies between the strongly connected parts of that face, where nothing can move.
//! *Cost.* Each tier one pass over the open edges and one search per improving cycle; a good start leaves
//! few of those. Memory is one label per node and tier.

mod backward;
mod condense;
mod face;
mod pack;
mod parts;
mod push;
mod queue;
mod route;
mod settle;
mod single;

use std::collections::VecDeque;

use self::condense::Cuts;
use self::pack::Hint;
use super::control::{Cancelled, Control};
use super::instance::{Edge, NONE};
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

/// An open edge, with what the searches ask of it.
#[derive(Clone, Copy)]
pub(super) struct Way {
    pub edge: u32,
    pub post: u32,
    pub rank: u32,
}

#[derive(Clone)]
pub(super) struct Tiers<'a> {
    pub network: Network<'a>,
    /// The open edges of each applicant are a stretch at the front of theirs.
    open: Vec<Way>,
    open_end: Vec<u32>,
    may_leave: Vec<bool>,
    passable: Vec<bool>,
    /// Whoever has more than one thing open to them.
    free: Vec<u32>,
    cuts: Cuts,
    children: Vec<u32>,
    first_child: Vec<u32>,
    label: Vec<i64>,
    from: Vec<u32>,
    via: Vec<Via>,
    queue: VecDeque<u32>,
    queued: Vec<bool>,
    hint: Hint,
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
            open: (0..)
                .zip(&instance.edges)
                .map(|(edge, &Edge { post, rank })| Way { edge, post, rank })
                .collect(),
            open_end: instance.first_edge[1..].to_vec(),
            may_leave: vec![true; instance.applicant_count()],
            passable: vec![true; nodes],
            free: instance.free_applicants().map(|applicant| applicant as u32).collect(),
            cuts: Cuts::default(),
            children,
            first_child,
            label: vec![0; nodes + 1],
            from: vec![NONE; nodes + 1],
            via: vec![Via::Nothing; nodes + 1],
            queue: VecDeque::new(),
            queued: vec![false; nodes + 1],
            hint: Hint::default(),
            network,
        }
    }

    pub fn maximise(
        &mut self,
        values: &Values<'_>,
        control: &Control,
    ) -> Result<Prices, Cancelled> {
        match values {
            Values::ByRank(by_rank) => {
                let value = |_: u32, rank: u32| by_rank[rank as usize];
                self.settle(&value, control)?;
                self.level(&value);
                Ok(self.close(&value))
            }
            Values::ByEdge(by_edge) => {
                let value = |edge: u32, _: u32| by_edge[edge as usize];
                self.settle(&value, control)?;
                self.level(&value);
                Ok(self.close(&value))
            }
        }
    }

    /// The pairs that the next tier asks about: open, or cut but not yet priced.
    pub fn asked_about(&self) -> impl Iterator<Item = (usize, u32)> {
        let ways = |applicant: usize| {
            let start = self.network.instance.first_edge[applicant];
            let end = self.cuts.end(applicant).unwrap_or(self.open_end[applicant]);
            self.open[start as usize..end as usize].iter().map(move |way| (applicant, way.edge))
        };
        self.network.instance.free_applicants().flat_map(ways)
    }

    /// Goes on from another matching on the same face.
    pub fn take(&mut self, other: Self) {
        self.network = other.network;
        self.network.line_up(&self.free);
    }

    /// Looks for the labels of the next tier near those that `price` makes.
    pub fn expect(&mut self, price: impl Fn(usize) -> i64) {
        let mut prices = vec![0; self.label.len()];
        for &node in &self.network.instance.top_down {
            let up = self.network.up(node) as usize;
            prices[node as usize] = prices[up] + price(node as usize);
        }
        self.hint = Hint::of(prices);
    }

    /// The applicant's edges on the optimal face of the tiers so far; the one they hold is among them.
    pub fn open_ways(&self, applicant: u32) -> &[Way] {
        let start = self.network.instance.first_edge[applicant as usize];
        &self.open[start as usize..self.open_end[applicant as usize] as usize]
    }

    fn children_of(&self, node: u32) -> &[u32] {
        let (from, to) = (self.first_child[node as usize], self.first_child[node as usize + 1]);
        &self.children[from as usize..to as usize]
    }

    /// Reads the prices off the settled labels and closes what no optimum of this tier can change.
    fn close(&mut self, value: &impl Fn(u32, u32) -> i64) -> Prices {
        let instance = self.network.instance;
        let outside = self.label[self.network.outside() as usize];
        let mut applicants = vec![0; instance.applicant_count()];
        for applicant in instance.free_applicants() {
            let held = self.network.held[applicant];
            let own = self.standing(applicant as u32, value);
            applicants[applicant] = own - outside;
            if held != NONE && own != outside {
                self.may_leave[applicant] = false;
            }
            let mut slot = instance.first_edge[applicant] as usize;
            while slot < self.open_end[applicant] as usize {
                let Way { edge, post, rank } = self.open[slot];
                if own - value(edge, rank) == self.label[post as usize] {
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
