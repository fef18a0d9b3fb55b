//! What the product writes under `x` in an instance: why somebody or something is left out, for people to read.
//! The engine never looks at it.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::domain::{AccountId, AdjustmentId, MentorId, PlacementKind};

/// Why a company's places of a kind are not in the match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Out {
    NotComing,
    NotConfirmed,
    NoHostAnswer,
    NotNow,
}

/// Of a company's group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanyNote {
    pub left_out: BTreeMap<String, Out>,
}

impl CompanyNote {
    pub fn out(&self, kind: PlacementKind) -> Option<Out> {
        self.left_out.get(kind.as_str()).copied()
    }
}

/// Of an applicant who chose nobody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicantNote {
    pub no_thanks: usize,
}

/// Of a post.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceNote {
    pub talk_first: bool,
    pub mentor: Option<MentorId>,
}

/// Of a forbidden pair or a pin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum PairNote {
    Requirement {
        missing: BTreeSet<String>,
    },
    ByHand {
        adjustment: AdjustmentId,
        by: AccountId,
        reason: String,
    },
    /// One of the two has said no to the other since the result was published.
    Declined,
}

pub fn write(note: &impl Serialize) -> Option<Value> {
    serde_json::to_value(note).ok()
}

pub fn read<T: DeserializeOwned>(x: &Option<Value>) -> Option<T> {
    x.as_ref().and_then(|x| T::deserialize(x).ok())
}
