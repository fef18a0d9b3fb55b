//! What each tier counts, as one integer per admissible pair.

use super::instance::Instance;
use super::lottery;
use super::objective::Tier;

/// A tier's values: most depend on the rank alone.
pub(super) enum Values {
    ByRank(Vec<i64>),
    ByEdge(Vec<i64>),
}

impl Values {
    /// `kept` names the pair each applicant had before, for [`Tier::Kept`] alone.
    pub fn of(tier: Tier, instance: &Instance, kept: &[Option<u32>]) -> Self {
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
            Tier::Lottery => Self::by_edge(instance, |who, post, _| {
                i64::from(lottery::weight(
                    instance.seed(),
                    instance.applicant_id(who),
                    instance.node_id(post),
                ))
            }),
        }
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
        Values::ByEdge(all.map(|(who, edge)| value(who, edge.post as usize, edge.rank)).collect())
    }
}
