//! What each tier counts, as one integer per admissible pair.

use std::borrow::Cow;

use super::instance::Instance;
use super::lottery;
use super::objective::Tier;

/// A tier's values: most depend on the rank alone.
pub(super) enum Values<'a> {
    ByRank(Vec<i64>),
    ByEdge(Cow<'a, [i64]>),
}

impl<'a> Values<'a> {
    /// `kept` names the pair each applicant had before, for [`Tier::Kept`] alone; `drawn` has the weights of
    /// [`Tier::Lottery`] if they are known already.
    pub fn of(tier: Tier, instance: &Instance, kept: &[Option<u32>], drawn: &'a [i64]) -> Self {
        let by_rank = |value: &dyn Fn(u32) -> i64| {
            Values::ByRank((0..=instance.max_rank).map(value).collect())
        };
        match tier {
            Tier::Size => by_rank(&|_| 1),
            Tier::MostAt(wanted) => by_rank(&|rank| i64::from(rank == wanted)),
            Tier::FewestAt(unwanted) => by_rank(&|rank| -i64::from(rank == unwanted)),
            Tier::FewestAbove(limit) => by_rank(&|rank| -i64::from(rank > limit)),
            Tier::TotalRank => by_rank(&|rank| -i64::from(rank)),
            Tier::Waited => Self::by_edge(instance, |who, _, rank| {
                i64::from(instance.waited(who))
                    * (i64::from(instance.max_rank) + 1 - i64::from(rank))
            }),
            Tier::Kept => Self::by_edge(instance, |who, post, _| {
                i64::from(kept.get(who).copied().flatten() == Some(post as u32))
            }),
            Tier::Lottery if !drawn.is_empty() => Values::ByEdge(drawn.into()),
            Tier::Lottery => {
                Self::by_edge(instance, |who, post, _| drawn_weight(instance, who, post))
            }
        }
    }

    /// The lottery's weight of every pair.
    pub fn drawn(instance: &Instance) -> Vec<i64> {
        match Self::of(Tier::Lottery, instance, &[], &[]) {
            Values::ByRank(values) => values,
            Values::ByEdge(values) => values.into_owned(),
        }
    }

    /// The lottery's weight of the pairs that are asked about, and 0 of the others.
    pub fn drawn_where_asked(
        instance: &Instance,
        asked: impl Iterator<Item = (usize, u32)>,
    ) -> Self {
        let mut weights = vec![0; instance.edges.len()];
        for (who, edge) in asked {
            let post = instance.edges[edge as usize].post as usize;
            weights[edge as usize] = drawn_weight(instance, who, post);
        }
        Values::ByEdge(weights.into())
    }

    /// As many of `tiers` as fit one number exactly: no sum over everybody in a later one outweighs a step of
    /// an earlier one, and no sum along a path through `nodes` leaves 64 bits. Gives the weights and the whole.
    pub fn together(tiers: &[Self], people: usize, nodes: usize) -> (Vec<i64>, Self) {
        let limit = i64::MAX / 8 / (nodes as i64 + 1);
        let by_rank: Vec<&[i64]> = tiers.iter().map_while(Values::by_rank).collect();
        let largest = |values: &[i64]| values.iter().map(|value| value.abs()).max().unwrap_or(0);
        let mut weights: Vec<i64> = Vec::new();
        let mut whole = 1i64;
        for values in &by_rank {
            let base = (2 * people as i64).saturating_mul(largest(values)).saturating_add(1);
            match whole.checked_mul(base) {
                Some(wider) if wider < limit => whole = wider,
                _ => break,
            }
            weights.iter_mut().for_each(|weight| *weight *= base);
            weights.push(1);
        }
        let ranks = 0..by_rank.first().map_or(0, |values| values.len());
        let sum = |rank: usize| {
            by_rank.iter().zip(&weights).map(|(values, weight)| values[rank] * weight).sum()
        };
        let packed = ranks.map(sum).collect();
        (weights, Values::ByRank(packed))
    }

    /// The values by rank, if nothing else decides them.
    pub fn by_rank(&self) -> Option<&[i64]> {
        match self {
            Values::ByRank(values) => Some(values),
            Values::ByEdge(_) => None,
        }
    }

    fn by_edge(instance: &Instance, value: impl Fn(usize, usize, u32) -> i64) -> Self {
        let of = |who: usize| instance.edges_of(who).iter().map(move |edge| (who, edge));
        let all = (0..instance.applicant_count()).flat_map(of);
        let values: Vec<i64> =
            all.map(|(who, edge)| value(who, edge.post as usize, edge.rank)).collect();
        Values::ByEdge(values.into())
    }
}

fn drawn_weight(instance: &Instance, who: usize, post: usize) -> i64 {
    let (applicant, post) = (instance.applicant_id(who), instance.node_id(post));
    i64::from(lottery::weight(instance.seed(), applicant, post))
}
