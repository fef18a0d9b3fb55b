//! A matching problem as people write it, by ids, and the checks that make an [`Instance`] of it.

use super::instance::Instance;
use super::lottery::LotteryMethod;
use super::objective::Objective;
use super::refusal::Refusal;

/// Which number a rank gets when better classes of the list fell away (forbidden, not eligible).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum RankBasis {
    /// The number the applicant wrote.
    #[default]
    Stated,
    /// The gaps are closed.
    Admissible,
}

#[derive(Clone, Debug, Default)]
pub struct DraftGroup<'a> {
    pub id: &'a str,
    pub parent: Option<&'a str>,
    /// `None` is no limit.
    pub upper_quota: Option<u64>,
    pub priorities: Option<Vec<Vec<&'a str>>>,
}

#[derive(Clone, Debug, Default)]
pub struct DraftPost<'a> {
    pub id: &'a str,
    pub parent: Option<&'a str>,
    pub kind: Option<&'a str>,
    pub capacity: u64,
    pub priorities: Option<Vec<Vec<&'a str>>>,
}

#[derive(Clone, Debug, Default)]
pub struct DraftApplicant<'a> {
    pub id: &'a str,
    /// The only kinds the applicant is eligible for; `None` is all.
    pub kinds: Option<Vec<&'a str>>,
    /// Number of the class, from 1, and a post or group in it; classes in order.
    pub preferences: Vec<(u32, &'a str)>,
    pub waited: u64,
}

impl<'a> DraftPost<'a> {
    /// A post by itself, of no kind and with no priorities.
    pub fn new(id: &'a str, capacity: u64) -> Self {
        Self { id, capacity, ..Self::default() }
    }
}

impl<'a> DraftApplicant<'a> {
    /// Somebody with a strict list, best first.
    pub fn new<const N: usize>(id: &'a str, preferences: [&'a str; N]) -> Self {
        Self { id, preferences: (1..).zip(preferences).collect(), ..Self::default() }
    }
}

/// A matching problem by ids. [`Draft::check`] refuses what cannot be run, with one sentence.
///
/// ```
/// use omvendt::matching::{Control, Draft, DraftApplicant, DraftPost, Objective, solve};
///
/// let draft = Draft {
///     posts: vec![DraftPost::new("bakery", 1), DraftPost::new("garage", 1)],
///     applicants: vec![
///         DraftApplicant::new("mia", ["bakery"]),
///         DraftApplicant::new("ali", ["bakery", "garage"]),
///     ],
///     ..Draft::default()
/// };
/// let instance = draft.check().expect("all ids are known");
/// let solution = solve(&instance, Objective::default(), &Control::default()).expect("not stopped");
/// assert_eq!(solution.profile, [1, 1]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Draft<'a> {
    pub id: &'a str,
    pub kinds: Vec<&'a str>,
    pub groups: Vec<DraftGroup<'a>>,
    pub posts: Vec<DraftPost<'a>>,
    pub applicants: Vec<DraftApplicant<'a>>,
    /// Applicant, and a post or group.
    pub forbidden: Vec<(&'a str, &'a str)>,
    /// Applicant and post.
    pub pins: Vec<(&'a str, &'a str)>,
    pub rank_basis: RankBasis,
    pub seed: &'a str,
    pub lottery_method: LotteryMethod,
    pub objective: Option<Objective>,
}

impl Draft<'_> {
    /// The dense, checked form, or the first thing wrong.
    pub fn check(&self) -> Result<Instance, Refusal> {
        super::check::instance(self)
    }
}
