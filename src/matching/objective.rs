//! What a matching should be best at, and the tiers each objective is made of.

use std::fmt;
use std::str::FromStr;

/// What the run optimises. Each is a list of tiers, maximised one after another; see [`Tier`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Objective {
    /// As many placed as possible, nothing else. Not Pareto-efficient by itself: never offer it alone.
    MaxCardinality,
    /// As many placed as possible, then most first choices, then most second choices, ...
    Greedy,
    /// As many placed as possible, then fewest at the worst rank, then fewest at the next worst, ...
    Generous,
    /// As many placed as possible, then the smallest sum of ranks.
    MinTotalRank,
    /// Most first choices, then most second choices, ..., even if fewer are placed.
    RankMaximal,
    /// As many placed as possible, then the smallest worst rank, then most first choices, ...
    #[default]
    GreedyGenerous,
    /// Applicant-proposing deferred acceptance under the stated priorities and the lottery.
    Stable,
}

impl Objective {
    pub const ALL: [Objective; 7] = [
        Objective::GreedyGenerous,
        Objective::Greedy,
        Objective::Generous,
        Objective::MinTotalRank,
        Objective::RankMaximal,
        Objective::MaxCardinality,
        Objective::Stable,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Objective::MaxCardinality => "max_cardinality",
            Objective::Greedy => "greedy",
            Objective::Generous => "generous",
            Objective::MinTotalRank => "min_total_rank",
            Objective::RankMaximal => "rank_maximal",
            Objective::GreedyGenerous => "greedy_generous",
            Objective::Stable => "stable",
        }
    }
}

impl fmt::Display for Objective {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownObjective(pub String);

impl fmt::Display for UnknownObjective {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = Objective::ALL.map(Objective::name).join(", ");
        write!(f, "unknown objective '{}'; the objectives are {names}", self.0)
    }
}

impl std::error::Error for UnknownObjective {}

impl FromStr for Objective {
    type Err = UnknownObjective;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|o| o.name() == text)
            .ok_or_else(|| UnknownObjective(text.to_owned()))
    }
}

/// One linear function of the matching: every placed, unpinned pair contributes its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tier {
    /// 1 for every pair.
    Size,
    /// 1 at this rank.
    MostAt(u32),
    /// -1 at this rank.
    FewestAt(u32),
    /// Minus the rank.
    TotalRank,
    /// -1 at every rank above this one.
    FewestAbove(u32),
    /// What an applicant carries over from earlier runs, times how good the rank is.
    Waited,
    /// 1 for every pair of an earlier matching. Used by repairs, never in a file.
    Kept,
    /// The published lottery's weight of the pair.
    Lottery,
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tier::Size => f.write_str("size"),
            Tier::MostAt(rank) => write!(f, "+rank{rank}"),
            Tier::FewestAt(rank) => write!(f, "-rank{rank}"),
            Tier::TotalRank => f.write_str("-total_rank"),
            Tier::FewestAbove(rank) => write!(f, "-above{rank}"),
            Tier::Waited => f.write_str("+waited"),
            Tier::Kept => f.write_str("+kept"),
            Tier::Lottery => f.write_str("+lottery"),
        }
    }
}

impl FromStr for Tier {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let rank = |digits: &str| match digits.parse::<u32>() {
            Ok(rank) if rank.to_string() == digits => Ok(rank),
            _ => Err(()),
        };
        match text {
            "size" => Ok(Tier::Size),
            "-total_rank" => Ok(Tier::TotalRank),
            "+waited" => Ok(Tier::Waited),
            "+lottery" => Ok(Tier::Lottery),
            _ => {
                if let Some(digits) = text.strip_prefix("+rank") {
                    rank(digits).map(Tier::MostAt)
                } else if let Some(digits) = text.strip_prefix("-rank") {
                    rank(digits).map(Tier::FewestAt)
                } else if let Some(digits) = text.strip_prefix("-above") {
                    rank(digits).map(Tier::FewestAbove)
                } else {
                    Err(())
                }
            }
        }
    }
}

/// The tiers of `objective` where `max_rank` is the largest rank in the instance. `worst` is the worst
/// rank that `greedy_generous` cannot avoid. `stable` is no optimisation and has none.
///
/// The last rank needs no tier of its own in `greedy` and `greedy_generous`, nor the first in `generous`: once
/// the size and all other counts are settled, it is what is left.
///
/// ```
/// use omvendt::matching::{Objective, tiers};
///
/// let names: Vec<String> = tiers(Objective::Generous, 3, 0).iter().map(ToString::to_string).collect();
/// assert_eq!(names, ["size", "-rank3", "-rank2"]);
/// ```
pub fn tiers(objective: Objective, max_rank: u32, worst: u32) -> Vec<Tier> {
    let mut tiers = Vec::new();
    match objective {
        Objective::MaxCardinality => tiers.push(Tier::Size),
        Objective::Greedy => {
            tiers.push(Tier::Size);
            tiers.extend((1..max_rank).map(Tier::MostAt));
        }
        Objective::Generous => {
            tiers.push(Tier::Size);
            tiers.extend((2..=max_rank).rev().map(Tier::FewestAt));
        }
        Objective::MinTotalRank => tiers.extend([Tier::Size, Tier::TotalRank]),
        Objective::RankMaximal => tiers.extend((1..=max_rank).map(Tier::MostAt)),
        Objective::GreedyGenerous => {
            tiers.extend([Tier::Size, Tier::FewestAbove(worst)]);
            tiers.extend((1..worst).map(Tier::MostAt));
        }
        Objective::Stable => {}
    }
    tiers
}
