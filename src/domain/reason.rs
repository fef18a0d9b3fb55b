//! Why a young person got what they got: true, short, and silent about everybody else.

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

/// Stored with the outcome, so that what a person was told stays what they read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum MatchReason {
    FirstChoice,
    /// One of several companies they called just as good, at this position.
    OneOfTied {
        position: u32,
    },
    /// Placed at this position: what they wanted more was full.
    BetterFull {
        position: u32,
        places: ShownCount,
        wanted_by: ShownCount,
    },
    /// Not placed: they chose nobody.
    NothingRanked,
    /// Not placed: all they chose was full.
    Full {
        places: ShownCount,
        wanted_by: ShownCount,
    },
    /// Not placed: nobody they chose had places of their kind that they can take.
    NoPlacesOfKind,
    /// Not placed: several could have had the last place, and the draw decided.
    Lottery {
        places: ShownCount,
        wanted_by: ShownCount,
    },
    /// A consultant pinned or ruled something out: "your contact will tell you why".
    ByHand,
}

/// What the matching knows about one young person's result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Pinned, or kept by hand from a company they ranked at least as high as what they got.
    pub by_hand: bool,
    pub has_ranked: bool,
    /// The position they got, if any.
    pub position: Option<u32>,
    /// How many companies share that position on their list.
    pub tied: usize,
    /// Places free to them at the companies they wanted more, or at all they ranked when not placed.
    pub places: u32,
    /// How many ranked those companies at least as high as this person did.
    pub wanted_by: u32,
    /// The draw alone decided between them and others.
    pub by_lottery: bool,
}

impl Facts {
    pub fn reason(&self) -> MatchReason {
        let (places, wanted_by) = (ShownCount::of(self.places), ShownCount::of(self.wanted_by));
        match self.position {
            _ if self.by_hand => MatchReason::ByHand,
            Some(position @ ..=1) if self.tied > 1 => MatchReason::OneOfTied { position },
            Some(..=1) => MatchReason::FirstChoice,
            Some(position) => MatchReason::BetterFull { position, places, wanted_by },
            None if !self.has_ranked => MatchReason::NothingRanked,
            None if self.places == 0 => MatchReason::NoPlacesOfKind,
            None if self.by_lottery => MatchReason::Lottery { places, wanted_by },
            None => MatchReason::Full { places, wanted_by },
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_result_has_its_reason() {
        let facts =
            Facts { has_ranked: true, tied: 1, places: 6, wanted_by: 4, ..Facts::default() };
        let (places, wanted_by) = (ShownCount::of(6), ShownCount::default());
        let table = [
            (Facts { position: Some(1), ..facts }, MatchReason::FirstChoice),
            (Facts { position: Some(1), tied: 2, ..facts }, MatchReason::OneOfTied { position: 1 }),
            (
                Facts { position: Some(3), ..facts },
                MatchReason::BetterFull { position: 3, places, wanted_by },
            ),
            (Facts { position: Some(1), by_hand: true, ..facts }, MatchReason::ByHand),
            (facts, MatchReason::Full { places, wanted_by }),
            (Facts { by_lottery: true, ..facts }, MatchReason::Lottery { places, wanted_by }),
            (Facts { places: 0, ..facts }, MatchReason::NoPlacesOfKind),
            (Facts { has_ranked: false, ..facts }, MatchReason::NothingRanked),
            (Facts { by_hand: true, ..facts }, MatchReason::ByHand),
        ];
        for (facts, reason) in table {
            assert_eq!(facts.reason(), reason);
        }
    }

    #[test]
    fn a_reason_is_stored_as_plain_json() {
        let reason = MatchReason::Full { places: ShownCount::of(7), wanted_by: ShownCount::of(4) };
        let json = serde_json::to_string(&reason).unwrap();
        assert_eq!(json, r#"{"why":"full","places":7,"wanted_by":null}"#);
        assert_eq!(serde_json::from_str::<MatchReason>(&json).unwrap(), reason);
        let forged = r#"{"why":"full","places":7,"wanted_by":4}"#;
        assert_eq!(serde_json::from_str::<MatchReason>(forged).unwrap(), reason);
    }

    proptest! {
        #[test]
        fn no_count_below_five_is_ever_written(places in 0u32..20, wanted_by in 0u32..20, position in prop::option::of(2u32..9)) {
            let facts = Facts { has_ranked: true, tied: 1, position, places, wanted_by, ..Facts::default() };
            let json = serde_json::to_value(facts.reason()).unwrap();
            for count in ["places", "wanted_by"] {
                prop_assert!(json[count].as_u64().is_none_or(|count| count >= 5));
            }
        }
    }
}
