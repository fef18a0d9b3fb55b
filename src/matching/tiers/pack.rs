//! How many tiers fit into one integer, and with which weights.

use std::collections::VecDeque;

use super::Tiers;
use crate::matching::control::{Cancelled, Control};
use crate::matching::values::Values;

/// Room for this many times a tier's largest value in its digit.
const WIDTH: i64 = 16;

/// From here on each tier is approached by itself.
const CROWD: usize = 2_000;

/// The first step of a draw is this part of the largest value, and each further one that part of the last.
const COARSE: i64 = 32;
const FINER: i64 = 1_024;

/// Tiers in one number, and how many of the smallest steps make one of it.
pub(super) struct Packing {
    weights: Vec<i64>,
    scale: i64,
    coarsest: i64,
    /// How high "no place" stands at first.
    pub outside: i64,
    pub effort: Effort,
}

/// How long the last units are led one by one before all gaps are searched at once.
#[derive(Clone, Copy)]
pub(super) enum Effort {
    /// Few values make many ways equally cheap, and one search would pass them all.
    Ranks,
    /// The draw, where hardly two ways cost the same, so that a unit's own search soon knows its gap; and those who
    /// waited.
    Draw,
}

impl Effort {
    /// How many edges may be seen, where `size` are all.
    pub fn limit(self, size: usize) -> usize {
        match self {
            Effort::Ranks => size / 32,
            Effort::Draw => 2 * size,
        }
    }
}

/// Prices of the ways out, packed, with the weight of each tier that is still inside.
#[derive(Clone, Default)]
pub(super) struct Hint {
    packed: Vec<i64>,
    weights: VecDeque<i64>,
}

impl Hint {
    /// The prices of one tier.
    pub fn of(prices: Vec<i64>) -> Self {
        Self { packed: prices, weights: VecDeque::from([1]) }
    }

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

impl Packing {
    /// A step is so small that no cycle of `nodes` steps adds up to one, unless `largest` leaves no room for that.
    fn new(weights: Vec<i64>, largest: i64, nodes: usize, effort: Effort) -> Self {
        let room = i64::MAX / 16 / largest.max(1) / (nodes as i64 + 1);
        let scale = room.min(2 * nodes as i64).max(1);
        let coarsest = match effort {
            Effort::Ranks => 0,
            Effort::Draw => (largest / COARSE).saturating_mul(scale),
        };
        Self { weights, scale, coarsest, outside: 0, effort }
    }

    /// Where every place costs something, all would leave at once; so leaving begins dearer than any place.
    fn with_dear_leaving(mut self, packed: &[i64]) -> Self {
        if let Some(dearest) = packed.iter().min()
            && packed.iter().all(|&value| value < 0)
        {
            self.outside = -dearest * self.scale * 3 / 2;
        }
        self
    }

    /// What a step costs on top, run after run: large at first where values are, so that nobody outbids anybody
    /// by crumbs (cost scaling: Bertsekas 1979, Goldberg and Tarjan 1990).
    pub fn steps(&self) -> Vec<i64> {
        let coarse = std::iter::successors(Some(self.coarsest), |step| Some(step / FINER));
        let mut steps: Vec<i64> = coarse.take_while(|&step| step > 1).collect();
        steps.push(1);
        steps
    }

    /// Whole prices out of heights.
    ///
    /// A height is at most one step more than a way on from it costs. Where no height leaves the remainder
    /// `free`, rounding down from there keeps that step from ever making a whole of its own.
    pub fn hint(self, mut heights: Vec<i64>) -> Hint {
        let mut taken = vec![false; self.scale.min(2 * heights.len() as i64) as usize];
        for height in &heights {
            if let Some(taken) = taken.get_mut(height.rem_euclid(self.scale) as usize) {
                *taken = true;
            }
        }
        let free = taken.iter().position(|taken| !taken).unwrap_or(0) as i64;
        let price = |height: i64| (height - free - 1).div_euclid(self.scale);
        let outside = heights.last().map_or(0, |&height| price(height));
        heights.iter_mut().for_each(|height| *height = price(*height) - outside);
        Hint { packed: heights, weights: self.weights.into() }
    }
}

impl Tiers<'_> {
    /// Approaches the optimum of the first of `tiers`, as many as fit one number; says how many those are.
    pub fn approach_stage(
        &mut self,
        tiers: &[Values<'_>],
        control: &Control,
    ) -> Result<usize, Cancelled> {
        let nodes = self.label.len();
        if let [Values::ByEdge(by_edge), ..] = tiers {
            let largest = by_edge.iter().map(|value| value.abs()).max().unwrap_or(0);
            let packing = Packing::new(vec![1], largest, nodes, Effort::Draw);
            let scale = packing.scale;
            self.approach(&|edge, _| by_edge[edge as usize] * scale, packing, control)?;
            return Ok(1);
        }
        let mut by_rank: Vec<&[i64]> = tiers.iter().map_while(Values::by_rank).collect();
        let weights = self.weights(&by_rank);
        by_rank.truncate(weights.len());
        let packed = |rank: usize| {
            by_rank.iter().zip(&weights).map(|(values, weight)| values[rank] * weight).sum()
        };
        let mut packed: Vec<i64> =
            (0..=self.network.instance.max_rank as usize).map(packed).collect();
        let largest = packed.iter().map(|value| value.abs()).max().unwrap_or(0);
        let tiers = weights.len();
        let packing =
            Packing::new(weights, largest, nodes, Effort::Ranks).with_dear_leaving(&packed[1..]);
        packed.iter_mut().for_each(|value| *value *= packing.scale);
        self.approach(&|_, rank| packed[rank as usize], packing, control)?;
        Ok(tiers)
    }

    /// The weight of each tier that fits, the first one's the largest and the last one's 1.
    fn weights(&self, tiers: &[&[i64]]) -> Vec<i64> {
        // A path visits no node twice, so no price or distance passes this many times the largest value.
        let limit = i64::MAX / 32 / (self.label.len() as i64 + 1).pow(2);
        let mut digits = Vec::new();
        // Many small steps lead a large crowd together; one wide number leads a small one with less ado.
        let most = if self.network.held.len() < CROWD { usize::MAX } else { 1 };
        let mut whole = 1i64;
        for values in tiers.iter().take(most) {
            let largest = values.iter().map(|value| value.abs()).max().unwrap_or(0);
            let digit = largest.max(1) * WIDTH;
            match whole.checked_mul(digit) {
                Some(wider) if wider < limit || digits.is_empty() => whole = wider,
                _ => break,
            }
            digits.push(digit);
        }
        let mut weight = 1;
        for digit in digits.iter_mut().rev() {
            weight *= std::mem::replace(digit, weight);
        }
        digits
    }
}
