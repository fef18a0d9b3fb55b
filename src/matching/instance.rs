//! A validated matching problem: applicants, the posts they may get, and the quotas above those posts.

use std::collections::HashMap;

use super::lottery::LotteryMethod;
use super::names::Names;
use super::objective::Objective;

/// Stands for "no parent", "no pin", "nowhere" in the dense arrays.
pub(super) const NONE: u32 = u32::MAX;

/// One admissible pair, seen from its applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The post, as a node.
    pub post: u32,
    /// 1 is best.
    pub rank: u32,
}

/// Why a ranked place cannot be had by this applicant at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bar {
    Forbidden,
    /// None of its posts is of a kind the applicant is eligible for.
    Kind,
}

/// An entry of an applicant's list with no admissible post behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BarredEntry {
    pub applicant: u32,
    pub node: u32,
    /// The number of its class as written.
    pub stated_rank: u32,
    pub bar: Bar,
}

/// Everything the engine needs, checked and dense. Made by [`super::Draft::check`].
///
/// *Nodes* are groups (companies, mentors, kinds) and posts in one numbering, groups first. Every node
/// has at most one parent and a capacity that counts everybody below it.
#[derive(Clone, Debug)]
pub struct Instance {
    pub(super) id: String,
    pub(super) seed: String,
    pub(super) method: LotteryMethod,
    pub(super) objective: Option<Objective>,
    pub(super) applicants: Names,
    pub(super) nodes: Names,
    pub(super) groups: u32,
    /// Children stand after their parents here.
    pub(super) top_down: Vec<u32>,
    pub(super) parent: Vec<u32>,
    /// As stated; `None` is no limit.
    pub(super) quota: Vec<Option<u32>>,
    /// Places left once the pins are in, never more than there are applicants.
    pub(super) room: Vec<u32>,
    /// For each applicant the post or [`NONE`], and the stated rank there or 0.
    pub(super) pin: Vec<u32>,
    pub(super) pin_rank: Vec<u32>,
    pub(super) first_edge: Vec<u32>,
    /// By applicant, then rank, then node. Pinned applicants have none.
    pub(super) edges: Vec<Edge>,
    pub(super) max_rank: u32,
    pub(super) priorities: HashMap<u32, HashMap<u32, u32>>,
    pub(super) barred: Vec<BarredEntry>,
    /// Pairs that may never be, wherever they come from; sorted. The node may be a group.
    pub(super) forbidden: Vec<(u32, u32)>,
    /// Kind of each node (posts only) and the kinds each applicant is eligible for, where limited.
    pub(super) kind: Vec<u32>,
    pub(super) eligible: Vec<Option<Vec<u32>>>,
    /// What each applicant carries over from earlier runs; empty when nobody does.
    pub(super) waited: Vec<u32>,
}

impl Instance {
    pub fn id(&self) -> &str {
        &self.id
    }

    pub fn seed(&self) -> &str {
        &self.seed
    }

    pub fn lottery_method(&self) -> LotteryMethod {
        self.method
    }

    /// The objective the file asks for.
    pub fn objective(&self) -> Option<Objective> {
        self.objective
    }

    pub fn applicant_count(&self) -> usize {
        self.applicants.len()
    }

    pub fn node_count(&self) -> usize {
        self.nodes.len()
    }

    pub fn applicant_id(&self, applicant: usize) -> &str {
        self.applicants.get(applicant)
    }

    pub fn node_id(&self, node: usize) -> &str {
        self.nodes.get(node)
    }

    pub fn applicant_index(&self) -> HashMap<&str, u32> {
        self.applicants.index()
    }

    pub fn node_index(&self) -> HashMap<&str, u32> {
        self.nodes.index()
    }

    /// One applicant by id; for many, make [`Self::applicant_index`] once.
    pub fn find_applicant(&self, id: &str) -> Option<usize> {
        self.applicants.iter().position(|name| name == id)
    }

    /// One group or post by id; for many, make [`Self::node_index`] once.
    pub fn find_node(&self, id: &str) -> Option<usize> {
        self.nodes.iter().position(|name| name == id)
    }

    pub fn is_post(&self, node: usize) -> bool {
        node >= self.groups as usize
    }

    pub fn parent(&self, node: usize) -> Option<usize> {
        let parent = self.parent[node];
        (parent != NONE).then_some(parent as usize)
    }

    /// The node and everything above it, smallest first.
    pub fn path(&self, node: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(node), |&node| self.parent(node))
    }

    /// Upper quota or capacity as stated; `None` is no limit.
    pub fn quota(&self, node: usize) -> Option<u32> {
        self.quota[node]
    }

    /// What the quota leaves once the pins are in, never more than there are applicants.
    pub fn room(&self, node: usize) -> u32 {
        self.room[node]
    }

    /// The applicant's admissible pairs, best rank first; none where pinned.
    pub fn edges_of(&self, applicant: usize) -> &[Edge] {
        &self.edges[self.first_edge[applicant] as usize..self.first_edge[applicant + 1] as usize]
    }

    pub fn pinned_to(&self, applicant: usize) -> Option<usize> {
        let post = self.pin[applicant];
        (post != NONE).then_some(post as usize)
    }

    /// The rank of an admissible pair, or of a pinned one that was ranked.
    pub fn rank_at(&self, applicant: usize, post: usize) -> Option<u32> {
        if self.pin[applicant] != NONE {
            return (self.pin[applicant] as usize == post && self.pin_rank[applicant] > 0)
                .then_some(self.pin_rank[applicant]);
        }
        self.edges_of(applicant)
            .iter()
            .find(|edge| edge.post as usize == post)
            .map(|edge| edge.rank)
    }

    /// The largest rank in the instance: the length of a profile.
    pub fn max_rank(&self) -> u32 {
        self.max_rank
    }

    /// Entries of people's lists that can never be had, by applicant.
    pub fn barred(&self) -> &[BarredEntry] {
        &self.barred
    }

    /// What the applicant carries over from earlier runs; 0 for most.
    pub fn waited(&self, applicant: usize) -> u32 {
        self.waited.get(applicant).copied().unwrap_or(0)
    }

    /// Whether somebody carries anything over, so that the runs have a `+waited` tier.
    pub fn has_waited(&self) -> bool {
        self.waited.iter().any(|&waited| waited > 0)
    }

    /// The class of `applicant` in the priorities of a top-level node; `None` where unlisted, which is last.
    pub fn priority(&self, root: usize, applicant: usize) -> Option<u32> {
        self.priorities.get(&(root as u32))?.get(&(applicant as u32)).copied()
    }

    /// Whether a hard rule keeps `applicant` from `post`, ranked or not.
    pub fn bar(&self, applicant: usize, post: usize) -> Option<Bar> {
        let forbidden =
            |node: usize| self.forbidden.binary_search(&(applicant as u32, node as u32)).is_ok();
        if self.path(post).any(forbidden) {
            return Some(Bar::Forbidden);
        }
        let kind = self.kind[post];
        let eligible = match &self.eligible[applicant] {
            Some(kinds) => kind == NONE || kinds.contains(&kind),
            None => true,
        };
        (!eligible).then_some(Bar::Kind)
    }

    pub(super) fn edge_range(&self, applicant: usize) -> std::ops::Range<usize> {
        self.first_edge[applicant] as usize..self.first_edge[applicant + 1] as usize
    }

    pub(super) fn free_applicants(&self) -> impl Iterator<Item = usize> {
        (0..self.pin.len()).filter(|&applicant| self.pin[applicant] == NONE)
    }
}
