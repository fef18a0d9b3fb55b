//! The day as it is told to the planner: who is there when, what they wish, and what may not be.

/// A young person, by whatever number the caller has for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(pub u128);

/// A company and its one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CompanyId(pub u128);

/// Those who belong together before the day, such as one weekly group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupId(pub u128);

/// Rounds can be numbered 0 to 31.
pub const MOST_ROUNDS: u32 = 32;

/// A set of rounds; the first round of the day is 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rounds(pub(super) u32);

impl Rounds {
    pub const NONE: Self = Self(0);

    /// Rounds outside 0 to 31 are no rounds and are left out.
    pub fn of(rounds: impl IntoIterator<Item = u32>) -> Self {
        rounds.into_iter().fold(Self::NONE, Self::with)
    }

    /// `round` and all that follow: somebody who has left.
    pub fn from(round: u32) -> Self {
        Self(u32::MAX.checked_shl(round).unwrap_or(0))
    }

    /// All before `round`: somebody who came late.
    pub fn before(round: u32) -> Self {
        Self(!Self::from(round).0)
    }

    #[must_use]
    pub fn with(self, round: u32) -> Self {
        Self(self.0 | 1u32.checked_shl(round).unwrap_or(0))
    }

    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub fn contains(self, round: u32) -> bool {
        self.0 & 1u32.checked_shl(round).unwrap_or(0) != 0
    }
}

/// How much meeting a company is worth to one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    pub company: CompanyId,
    /// 1 to 1,000; weights are added up over everybody.
    pub weight: u32,
}

impl Wish {
    /// A list in order: the first is worth 10, the next 9, and from the tenth on 1 each.
    pub fn ordered(list: impl IntoIterator<Item = CompanyId>) -> Vec<Self> {
        let weights = (1..=10).rev().chain(std::iter::repeat(1));
        list.into_iter().zip(weights).map(|(company, weight)| Self { company, weight }).collect()
    }

    /// Wishes without an order: each is worth 5.
    pub fn equal(list: impl IntoIterator<Item = CompanyId>) -> Vec<Self> {
        list.into_iter().map(|company| Self { company, weight: 5 }).collect()
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub wishes: Vec<Wish>,
    /// Companies this person is never put with; a wish for one of them is ignored.
    pub forbidden: Vec<CompanyId>,
    /// Not in the house: came late, left early.
    pub away: Rounds,
    /// Rounds in which this person has asked to rest.
    pub pauses: Rounds,
    /// At most this many rounds at a table without a round of rest; 1 or more. Being away is rest.
    pub pause_after: Option<u32>,
    /// Wants to meet no more companies than this, whatever was promised.
    pub at_most: Option<u32>,
    /// Never the only young person at a table.
    pub not_alone: bool,
    /// `None` belongs to nobody and can share a table with everybody.
    pub group: Option<GroupId>,
}

impl Person {
    pub fn new(id: PersonId) -> Self {
        Self {
            id,
            wishes: Vec::new(),
            forbidden: Vec::new(),
            away: Rounds::NONE,
            pauses: Rounds::NONE,
            pause_after: None,
            at_most: None,
            not_alone: false,
            group: None,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    pub id: CompanyId,
    /// Young people at its table in one round, 1 to [`MOST_SEATS`].
    pub seats: u32,
    pub away: Rounds,
}

/// Seats at one table.
pub const MOST_SEATS: u32 = 12;

/// Who may share a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Groups {
    #[default]
    Free,
    /// People of one group are spread over different tables.
    Mixed(Force),
    /// People of different groups have different tables.
    Kept(Force),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Force {
    /// After the promise, the wishes and the number of meetings.
    Wish,
    /// Before everything: rather no table than the wrong one.
    Must,
}

/// One young person at one company's table in one round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Meeting {
    pub round: u32,
    pub company: CompanyId,
    pub person: PersonId,
}

/// Everything [`super::plan`] needs. The order of the lists means nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// 0 to [`MOST_ROUNDS`].
    pub rounds: u32,
    /// The first round that is still to be planned: 0 in the morning, `rounds` when all is over.
    pub from: u32,
    /// Companies that each young person is to meet at least.
    pub promise: u32,
    pub companies: Vec<Company>,
    pub people: Vec<Person>,
    pub groups: Groups,
    /// Who met whom before `from`. Those who left stay in the lists, away from then on.
    pub finished: Vec<Meeting>,
    /// The plan that people have in their hands: where two plans are equally good, the one that
    /// changes less is chosen. Rounds before `from`, and ids that are gone, are ignored.
    pub before: Vec<Meeting>,
    /// Chooses among equally good plans; the same day with the same seed has the same plan.
    pub seed: u64,
}
