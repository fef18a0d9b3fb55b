//! All objectives side by side.

use super::control::{Cancelled, Control};
use super::instance::Instance;
use super::objective::Objective;
use super::solution::Solution;
use super::solve::solve;

/// What one objective reaches, and the two facts to tell beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    pub objective: Objective,
    pub size: u32,
    pub profile: Vec<u32>,
    pub total_rank: u64,
    pub worst_rank: u32,
    pub pinned_unranked: u32,
}

impl Comparison {
    pub fn of(solution: &Solution) -> Self {
        Self {
            objective: solution.objective,
            size: solution.size,
            profile: solution.profile.clone(),
            total_rank: solution.total_rank,
            worst_rank: solution.worst_rank,
            pinned_unranked: solution.pinned_unranked,
        }
    }

    /// The average rank of everybody placed where they had ranked, in hundredths, rounded down.
    pub fn average_hundredths(&self) -> Option<u64> {
        (self.total_rank * 100).checked_div(u64::from(self.size - self.pinned_unranked))
    }
}

impl Objective {
    /// Whether no applicant can gain by a false or shortened list.
    pub fn is_strategy_proof(self) -> bool {
        self == Objective::Stable
    }

    /// Whether nobody could be better off without somebody else being worse off, whatever the draw.
    pub fn is_pareto_efficient(self) -> bool {
        !matches!(self, Objective::Stable | Objective::MaxCardinality)
    }

    /// Whether somebody who lists few places can gain by it, because they cannot be placed elsewhere.
    pub fn rewards_short_lists(self) -> bool {
        self != Objective::Stable
    }
}

/// Runs every objective on the same instance, in the order of [`Objective::ALL`]; *cost*: seven runs.
///
/// ```
/// use omvendt::matching::{Control, Draft, DraftApplicant, DraftPost, Objective, compare};
///
/// let draft = Draft {
///     posts: vec![DraftPost::new("bakery", 1), DraftPost::new("garage", 1)],
///     applicants: vec![
///         DraftApplicant::new("mia", ["bakery", "garage"]),
///         DraftApplicant::new("ali", ["bakery"]),
///     ],
///     ..Draft::default()
/// };
/// let instance = draft.check().expect("all ids are known");
/// let rows = compare(&instance, &Control::default()).expect("not stopped");
/// assert!(rows.iter().all(|row| row.size == 2 || row.objective == Objective::Stable));
/// ```
pub fn compare(instance: &Instance, control: &Control) -> Result<Vec<Comparison>, Cancelled> {
    Objective::ALL
        .into_iter()
        .map(|objective| Ok(Comparison::of(&solve(instance, objective, control)?)))
        .collect()
}
