//! Placements, act by act.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Key, TalkDone};
use crate::domain::{
    DisclosureItem, EndKind, EndReason, OutcomeKind, Party, PlacementKind, PlacementStatus,
    ProposalAnswer,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placements {
    pub placement: Vec<Placement>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placement {
    pub key: Key,
    pub event: Option<Key>,
    pub switched_from: Option<Key>,
    pub place: Option<Key>,
    pub who: Key,
    pub company: Key,
    pub kind: PlacementKind,
    pub status: PlacementStatus,
    #[serde(default)]
    pub agreed: BTreeMap<String, String>,
    #[serde(default)]
    pub act: Vec<Act>,
}

#[derive(Deserialize)]
pub struct Act {
    pub day: i64,
    pub at: String,
    pub by: Option<Key>,
    #[serde(flatten)]
    pub what: What,
}

/// What somebody did with a placement.
#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum What {
    Answer {
        party: Party,
        answer: ProposalAnswer,
    },
    Dates {
        starts: i64,
        ends: i64,
        hours: i32,
    },
    Grant {},
    Voice {
        name: String,
    },
    Disclose {
        item: DisclosureItem,
        words: Option<String>,
    },
    Align(Align),
    Note {
        item: String,
        words: String,
    },
    Start {},
    Hold {
        step: String,
        said: String,
        next_step: Option<String>,
        next_day: Option<i64>,
    },
    Observe {
        words: String,
        meets: Option<String>,
        contributes: Option<String>,
        belongs: Option<String>,
    },
    Talk {
        done: Option<TalkDone>,
    },
    Switch {
        to: Key,
    },
    End {
        kind: EndKind,
        reason: Option<EndReason>,
        note: Option<String>,
        on: i64,
    },
    Outcome {
        kind: OutcomeKind,
        note: Option<String>,
    },
    Called {
        kind: crate::domain::CallKind,
        note: String,
    },
}

#[derive(Deserialize)]
pub struct Align {
    pub items: Items,
    pub parties: Option<Vec<Party>>,
    #[serde(default)]
    pub together: bool,
    #[serde(default)]
    pub skip: Vec<String>,
    #[serde(default)]
    pub not_relevant: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum Items {
    All(String),
    These(Vec<String>),
}
