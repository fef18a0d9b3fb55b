//! The engine's closed lists by the names they have in the files.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::id::Id;
use crate::matching::{LotteryMethod, Objective, RankBasis};

pub(super) mod objective {
    use super::*;

    pub fn serialize<S: Serializer>(
        objective: &Objective,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(objective.name())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Objective, D::Error> {
        Id::deserialize(deserializer)?.as_str().parse().map_err(de::Error::custom)
    }
}

pub(super) mod optional_objective {
    use super::*;

    pub fn serialize<S: Serializer>(
        objective: &Option<Objective>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        objective.map(Objective::name).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Objective>, D::Error> {
        let name: Option<Id<'de>> = Option::deserialize(deserializer)?;
        name.map(|name| name.as_str().parse().map_err(de::Error::custom)).transpose()
    }
}

pub(super) mod rank_basis {
    use super::*;

    pub fn serialize<S: Serializer>(basis: &RankBasis, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match basis {
            RankBasis::Stated => "stated",
            RankBasis::Admissible => "admissible",
        })
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<RankBasis, D::Error> {
        match Id::deserialize(deserializer)?.as_str() {
            "stated" => Ok(RankBasis::Stated),
            "admissible" => Ok(RankBasis::Admissible),
            other => Err(de::Error::unknown_variant(other, &["stated", "admissible"])),
        }
    }
}

pub(super) mod lottery_method {
    use super::*;

    pub fn serialize<S: Serializer>(
        method: &LotteryMethod,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match method {
            LotteryMethod::Weights => "weights",
            LotteryMethod::Serial => "serial",
        })
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<LotteryMethod, D::Error> {
        match Id::deserialize(deserializer)?.as_str() {
            "weights" => Ok(LotteryMethod::Weights),
            "serial" => Ok(LotteryMethod::Serial),
            other => Err(de::Error::unknown_variant(other, &["weights", "serial"])),
        }
    }
}
