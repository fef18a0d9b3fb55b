//! The result of a run, as data.

use super::instance::{Instance, NONE};
use super::objective::{Objective, Tier};

/// Where one applicant ends up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The post, as a node of the instance.
    pub post: u32,
    /// `None` where pinned to a post they never ranked.
    pub rank: Option<u32>,
    pub pinned: bool,
}

/// Price vectors that bound every matching: one integer per tier, compared lexicographically.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Proof {
    pub tiers: Vec<Tier>,
    /// A row of `tiers.len()` prices for each applicant.
    pub applicant_prices: Vec<i64>,
    /// A row of `tiers.len()` prices for each node.
    pub node_prices: Vec<i64>,
}

impl Proof {
    pub(super) fn column(&self, tier: Tier) -> Option<usize> {
        self.tiers.iter().position(|&own| own == tier)
    }

    pub fn applicant_price(&self, applicant: usize) -> &[i64] {
        row(&self.applicant_prices, applicant, self.tiers.len())
    }

    pub fn node_price(&self, node: usize) -> &[i64] {
        row(&self.node_prices, node, self.tiers.len())
    }
}

fn row(prices: &[i64], index: usize, width: usize) -> &[i64] {
    &prices[index * width..(index + 1) * width]
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    pub objective: Objective,
    /// By applicant; `None` is no place.
    pub places: Vec<Option<Placed>>,
    pub size: u32,
    /// How many got their 1st, 2nd, ... choice; pinned applicants count where they had ranked the post.
    pub profile: Vec<u32>,
    pub total_rank: u64,
    /// 0 when nobody got anything they ranked.
    pub worst_rank: u32,
    pub pinned_unranked: u32,
    /// One proof for most objectives, two for `greedy_generous`, none for `stable`.
    pub proofs: Vec<Proof>,
}

impl Solution {
    /// Counts up a matching given as the post of each applicant, pins included or not.
    pub fn of(
        instance: &Instance,
        objective: Objective,
        posts: &[Option<u32>],
        proofs: Vec<Proof>,
    ) -> Self {
        let place = |applicant: usize| match instance.pinned_to(applicant) {
            Some(post) => Some(Placed {
                post: post as u32,
                rank: instance.rank_at(applicant, post),
                pinned: true,
            }),
            None => posts[applicant].map(|post| Placed {
                post,
                rank: instance.rank_at(applicant, post as usize),
                pinned: false,
            }),
        };
        let places: Vec<Option<Placed>> = (0..instance.applicant_count()).map(place).collect();
        let mut profile = vec![0; instance.max_rank() as usize];
        let (mut size, mut total_rank, mut worst_rank, mut pinned_unranked) = (0, 0, 0, 0);
        for placed in places.iter().flatten() {
            size += 1;
            match placed.rank {
                Some(rank) => {
                    profile[rank as usize - 1] += 1;
                    total_rank += u64::from(rank);
                    worst_rank = worst_rank.max(rank);
                }
                None => pinned_unranked += 1,
            }
        }
        Self { objective, places, size, profile, total_rank, worst_rank, pinned_unranked, proofs }
    }

    pub fn placed(&self, applicant: usize) -> Option<Placed> {
        self.places[applicant]
    }

    pub fn unassigned(&self) -> impl Iterator<Item = usize> {
        (0..self.places.len()).filter(|&applicant| self.places[applicant].is_none())
    }

    /// How many sit below each node, pins included.
    pub fn load(&self, instance: &Instance) -> Vec<u32> {
        let mut load = vec![0; instance.node_count()];
        for placed in self.places.iter().flatten() {
            load[placed.post as usize] += 1;
        }
        for &node in instance.top_down.iter().rev() {
            let parent = instance.parent[node as usize];
            if parent != NONE {
                load[parent as usize] += load[node as usize];
            }
        }
        load
    }

    pub(super) fn posts(&self) -> Vec<Option<u32>> {
        self.places.iter().map(|placed| placed.map(|placed| placed.post)).collect()
    }
}
