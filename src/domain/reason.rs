//! Why a young person got what they got: true, short, and silent about everybody else.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// Fewer than this many people are never counted aloud: in a group one would know who they are.
pub const SMALLEST_COUNT: u32 = 5;

pub fn shown_count(count: u32) -> Option<u32> {
    (count >= SMALLEST_COUNT).then_some(count)
}

/// A number that may be said. It cannot be made from a small one, nor read back as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Option<u32>", into = "Option<u32>")]
pub struct ShownCount(Option<u32>);

impl ShownCount {
    pub fn of(count: u32) -> Self {
        Self(shown_count(count))
    }

    pub fn get(self) -> Option<u32> {
        self.0
    }
}

impl From<Option<u32>> for ShownCount {
    fn from(count: Option<u32>) -> Self {
        count.map_or(Self(None), Self::of)
    }
}

impl From<ShownCount> for Option<u32> {
    fn from(count: ShownCount) -> Self {
        count.0
    }
}

/// Why a company was no possibility for this person from the start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Closed {
    /// It has no place of the person's kind.
    NoKind,
    /// It cannot be host now, or has not said that it can.
    CannotHost,
    /// Each of its places asks for something the person is not known to have; the requirements' codes.
    Requirement(BTreeSet<String>),
}

/// What lay between a person and one company they wanted more than what they got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stood {
    /// More people wanted it than it holds, and the aim of the run put others there.
    Full,
    /// They could have had it as well as whoever did: the draw decided.
    Drawn,
    /// They could have had it as well as whoever did, who has waited longer.
    Waited,
    Closed(Closed),
    /// A consultant ruled it out, or pinned others there.
    ByHand,
    /// It had room, which the run used better for others elsewhere.
    Dear,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// They wanted nothing more.
    TopChoice,
    /// What they wanted, or wanted more, had no room for everybody who wanted it.
    Full,
    /// Several could have had it, and the draw decided.
    Lottery,
    /// Several could have had it, and who has waited longest came first.
    Waited,
    /// Nobody they wanted, or wanted more, was a possibility, for one reason.
    Closed(Closed),
    /// Some of it was full, some closed.
    Mixed,
    NothingRanked,
    /// They said no thanks to everybody they said anything about.
    NoThanks,
    /// A consultant pinned or ruled something out: "your contact will tell you why".
    ByHand,
}

/// Stored with the outcome, so that what a person was told stays what they read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchReason {
    pub why: Why,
    /// What they got on their own list; none when not placed.
    pub position: Option<u32>,
    /// They called several companies just as good as the one they got.
    pub tied: bool,
    /// What was full holds so many.
    pub places: ShownCount,
    /// So many people wanted what was full.
    pub wanted_by: ShownCount,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum List {
    #[default]
    Empty,
    OnlyNoThanks,
    Ranked,
}

/// What the matching knows about one young person's result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub pinned: bool,
    pub list: List,
    pub position: Option<u32>,
    pub tied: bool,
    /// One for each company they wanted more than what they got.
    pub missed: Vec<Stood>,
    pub places: u32,
    pub wanted_by: u32,
}

impl Facts {
    pub fn reason(&self) -> MatchReason {
        let why = self.why();
        let counts = matches!(why, Why::Full | Why::Lottery);
        let shown = |count| ShownCount::of(if counts { count } else { 0 });
        MatchReason {
            why,
            position: self.position,
            tied: self.tied,
            places: shown(self.places),
            wanted_by: shown(self.wanted_by),
        }
    }

    /// What a person decided comes first, then the draw, because both are asked about.
    fn why(&self) -> Why {
        let any = |stood: &Stood| self.missed.contains(stood);
        match (self.list, self.missed.as_slice()) {
            _ if self.pinned || any(&Stood::ByHand) => Why::ByHand,
            (List::Empty, _) if self.position.is_none() => Why::NothingRanked,
            (List::OnlyNoThanks, _) if self.position.is_none() => Why::NoThanks,
            (_, []) if self.position.is_some() => Why::TopChoice,
            _ if any(&Stood::Drawn) => Why::Lottery,
            _ if any(&Stood::Waited) => Why::Waited,
            (_, missed) if !missed.is_empty() && missed.iter().all(|one| *one == Stood::Full) => {
                Why::Full
            }
            (_, missed) => closed_alike(missed).map_or(Why::Mixed, Why::Closed),
        }
    }
}

/// The one reason for which all of it was closed, if there is one.
fn closed_alike(missed: &[Stood]) -> Option<Closed> {
    let mut alike: Option<Closed> = None;
    for stood in missed {
        let Stood::Closed(closed) = stood else { return None };
        alike = Some(match (alike, closed) {
            (None, closed) => closed.clone(),
            (Some(Closed::Requirement(mut all)), Closed::Requirement(more)) => {
                all.extend(more.iter().cloned());
                Closed::Requirement(all)
            }
            (Some(before), closed) if before == *closed => before,
            _ => return None,
        });
    }
    alike
}

#[cfg(test)]
mod tests;
