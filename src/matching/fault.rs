//! What can be wrong with a result.

use std::fmt;

use super::instance::Instance;

/// What is wrong with a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Length,
    Pin { applicant: u32 },
    PinnedMark { applicant: u32 },
    NotAdmissible { applicant: u32, post: u32 },
    Quota { node: u32, holds: u64, quota: u64 },
    Rank { applicant: u32, is: Option<u32> },
    Count(&'static str),
    NoCertificate,
    Tiers,
    NegativePrice,
    PairAbovePrice { applicant: u32, post: u32 },
    NotReached,
    WorstRankAvoidable,
    Blocking { applicant: u32, post: u32 },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length => f.write_str("the result is not about this instance"),
            Self::Pin { .. } => f.write_str("somebody is not where they are pinned"),
            Self::PinnedMark { .. } => f.write_str("a 'pinned' mark does not match the instance"),
            Self::NotAdmissible { .. } => {
                f.write_str("somebody is where they may not be or did not ask to be")
            }
            Self::Quota { holds, quota, .. } => write!(f, "{holds} sit where {quota} are allowed"),
            Self::Rank { is, .. } => match is {
                Some(rank) => write!(f, "a rank is wrong: it is {rank}"),
                None => f.write_str("a rank is given where none was stated"),
            },
            Self::Count(name) => write!(f, "{name} is miscounted"),
            Self::NoCertificate => f.write_str("a proof is missing"),
            Self::Tiers => f.write_str("the tiers of a proof are not those of the objective"),
            Self::NegativePrice => f.write_str("a price is below zero"),
            Self::PairAbovePrice { .. } => f.write_str("a pair is worth more than its prices"),
            Self::NotReached => f.write_str("the prices allow for more than the matching reaches"),
            Self::WorstRankAvoidable => {
                f.write_str("the worst rank is not shown to be unavoidable")
            }
            Self::Blocking { .. } => {
                f.write_str("an applicant and a post would both rather have each other")
            }
        }
    }
}

impl std::error::Error for Fault {}

impl Fault {
    /// The sentence with the ids of those concerned.
    pub fn describe(&self, instance: &Instance) -> String {
        let applicant = |index: u32| format!("'{}'", instance.applicant_id(index as usize));
        let node = |index: u32| format!("'{}'", instance.node_id(index as usize));
        let about = match *self {
            Self::Pin { applicant: who }
            | Self::PinnedMark { applicant: who }
            | Self::Rank { applicant: who, .. } => applicant(who),
            Self::NotAdmissible { applicant: who, post }
            | Self::PairAbovePrice { applicant: who, post }
            | Self::Blocking { applicant: who, post } => {
                format!("{} at {}", applicant(who), node(post))
            }
            Self::Quota { node: at, .. } => node(at),
            _ => return self.to_string(),
        };
        format!("{about}: {self}")
    }
}
