//! `match-solution/1`, field by field.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::Value;

use super::certificate::Certificate;
use super::id::Id;
use super::names;
use super::rows::{RowsVisitor, write_rows};
use crate::matching::{self, Instance, Objective, Solution, WhyNot};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SolutionFile<'a> {
    pub format: SolutionFormat,
    #[serde(borrow)]
    pub instance: Id<'a>,
    #[serde(with = "names::objective")]
    pub objective: Objective,
    #[serde(borrow)]
    pub assignments: Vec<Assignment<'a>>,
    #[serde(borrow)]
    pub unassigned: Vec<Id<'a>>,
    pub size: u32,
    pub profile: Vec<u32>,
    pub total_rank: u64,
    pub worst_rank: u32,
    pub pinned_unranked: u32,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Certificate<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub sensitivity: Vec<SensitivityEntry<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub why_not: Vec<WhyNotEntry<'a>>,
    /// Free: name, version, options.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solver: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<Value>,
}

/// The format's name; nothing else is accepted in its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SolutionFormat;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment<'a> {
    #[serde(borrow)]
    pub applicant: Id<'a>,
    #[serde(borrow)]
    pub post: Id<'a>,
    /// `None` where pinned to a post they never ranked.
    pub rank: Option<u32>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pinned: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SensitivityEntry<'a> {
    #[serde(borrow)]
    pub places: Places<'a>,
    pub size: u32,
    pub profile: Vec<u32>,
}

/// How many places more, or with a minus fewer, at each post or group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places<'a>(pub Vec<(Id<'a>, i64)>);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhyNotEntry<'a> {
    #[serde(borrow)]
    pub applicant: Id<'a>,
    #[serde(borrow)]
    pub post: Id<'a>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub infeasible: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Vec<u32>>,
}

impl<'a> SolutionFile<'a> {
    /// The file of a result; sensitivities and answers are added by whoever asked for them.
    pub fn of(instance: &'a Instance, solution: &Solution) -> Self {
        let assignment = |(applicant, placed): (usize, &Option<matching::Placed>)| {
            placed.map(|placed| Assignment {
                applicant: instance.applicant_id(applicant).into(),
                post: instance.node_id(placed.post as usize).into(),
                rank: placed.rank,
                pinned: placed.pinned,
            })
        };
        Self {
            format: SolutionFormat,
            instance: instance.id().into(),
            objective: solution.objective,
            assignments: solution.places.iter().enumerate().filter_map(assignment).collect(),
            unassigned: solution
                .unassigned()
                .map(|applicant| instance.applicant_id(applicant).into())
                .collect(),
            size: solution.size,
            profile: solution.profile.clone(),
            total_rank: solution.total_rank,
            worst_rank: solution.worst_rank,
            pinned_unranked: solution.pinned_unranked,
            certificate: Certificate::of(instance, &solution.proofs),
            sensitivity: Vec::new(),
            why_not: Vec::new(),
            solver: None,
            x: None,
        }
    }

    pub fn add_sensitivity(&mut self, instance: &'a Instance, rows: &[matching::Sensitivity]) {
        let places = |row: &matching::Sensitivity| {
            let name =
                |&(node, change): &(u32, i64)| (Id::from(instance.node_id(node as usize)), change);
            Places(row.places.iter().map(name).collect())
        };
        self.sensitivity.extend(rows.iter().map(|row| SensitivityEntry {
            places: places(row),
            size: row.size,
            profile: row.profile.clone(),
        }));
    }

    pub fn add_why_not(
        &mut self,
        instance: &'a Instance,
        applicant: usize,
        post: usize,
        answer: &WhyNot,
    ) {
        let counts = match answer {
            WhyNot::Would(would) => Some((would.size, would.profile.clone())),
            WhyNot::Has => Some((self.size, self.profile.clone())),
            WhyNot::Barred(_) | WhyNot::Pinned => None,
        };
        let (size, profile) = counts.unzip();
        self.why_not.push(WhyNotEntry {
            applicant: instance.applicant_id(applicant).into(),
            post: instance.node_id(post).into(),
            infeasible: size.is_none(),
            size,
            profile,
        });
    }

    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}

impl SolutionFormat {
    pub const NAME: &'static str = "match-solution/1";
}

impl Serialize for SolutionFormat {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(Self::NAME)
    }
}

impl<'de> Deserialize<'de> for SolutionFormat {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Id::deserialize(deserializer)?.as_str() {
            Self::NAME => Ok(Self),
            other => Err(de::Error::custom(format_args!(
                "'format' must be '{}', not '{other}'",
                Self::NAME
            ))),
        }
    }
}

impl Serialize for Places<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_rows(&self.0, serializer)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Places<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RowsVisitor(std::marker::PhantomData)).map(Self)
    }
}
