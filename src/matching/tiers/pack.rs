//! How many tiers fit into one integer, and with which weights.

use super::Tiers;
use crate::matching::control::{Cancelled, Control};
use crate::matching::values::Values;

/// Room for this many times a tier's largest value in its digit.
const WIDTH: i64 = 16;

/// From here on each tier is approached by itself.
const CROWD: usize = 2_000;

impl Tiers<'_> {
    /// Approaches the optimum of the first of `tiers`, as many as fit one number; says how many those are.
    pub fn approach_stage(
        &mut self,
        tiers: &[Values],
        control: &Control,
    ) -> Result<usize, Cancelled> {
        if let [Values::ByEdge(by_edge), ..] = tiers {
            self.approach(&|edge| by_edge[edge as usize], &[1], control)?;
            return Ok(1);
        }
        let mut by_rank: Vec<&[i64]> = tiers.iter().map_while(Values::by_rank).collect();
        let weights = self.weights(&by_rank);
        by_rank.truncate(weights.len());
        let packed = |rank: usize| {
            by_rank.iter().zip(&weights).map(|(values, weight)| values[rank] * weight).sum()
        };
        let packed: Vec<i64> = (0..=self.network.instance.max_rank as usize).map(packed).collect();
        let edges = &self.network.instance.edges;
        self.approach(&|edge| packed[edges[edge as usize].rank as usize], &weights, control)?;
        Ok(weights.len())
    }

    /// The weight of each tier that fits, the first one's the largest and the last one's 1.
    fn weights(&self, tiers: &[&[i64]]) -> Vec<i64> {
        // A path visits no node twice, so no price or distance passes this many times the largest value.
        let limit = i64::MAX / 8 / (self.label.len() as i64 + 1);
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
