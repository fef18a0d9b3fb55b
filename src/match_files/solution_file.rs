//! `match-solution/1`, field by field.

use std::fmt;

use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::Value;

use super::id::Id;
use super::names;
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

/// One proof, or the two of `greedy_generous`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate<'a> {
    #[serde(borrow)]
    pub kind: Id<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub tiers: Option<Vec<Id<'a>>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub applicant_price: Option<PriceTable<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub capacity_price: Option<PriceTable<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub proofs: Vec<Proof<'a>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof<'a> {
    #[serde(borrow)]
    pub tiers: Vec<Id<'a>>,
    #[serde(borrow)]
    pub applicant_price: PriceTable<'a>,
    #[serde(borrow)]
    pub capacity_price: PriceTable<'a>,
}

/// A price vector for each id; zero prices are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriceTable<'a>(pub Vec<(Id<'a>, Vec<i64>)>);

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

impl<'a> Certificate<'a> {
    pub const KIND: &'static str = "dual_prices";

    fn of(instance: &'a Instance, proofs: &[matching::Proof]) -> Option<Self> {
        let mut proofs: Vec<Proof<'a>> =
            proofs.iter().map(|proof| Proof::of(instance, proof)).collect();
        let mut certificate = Self {
            kind: Self::KIND.into(),
            tiers: None,
            applicant_price: None,
            capacity_price: None,
            proofs: Vec::new(),
        };
        match proofs.len() {
            0 => return None,
            1 => {
                let proof = proofs.remove(0);
                certificate.tiers = Some(proof.tiers);
                certificate.applicant_price = Some(proof.applicant_price);
                certificate.capacity_price = Some(proof.capacity_price);
            }
            _ => certificate.proofs = proofs,
        }
        Some(certificate)
    }
}

impl<'a> Proof<'a> {
    fn of(instance: &'a Instance, proof: &matching::Proof) -> Self {
        let table =
            |count: usize, name: &dyn Fn(usize) -> &'a str, price: &dyn Fn(usize) -> Vec<i64>| {
                let row = |index| {
                    let price = price(index);
                    price.iter().any(|&price| price != 0).then(|| (Id::from(name(index)), price))
                };
                PriceTable((0..count).filter_map(row).collect())
            };
        Self {
            tiers: proof.tiers.iter().map(|tier| Id::from(tier.to_string())).collect(),
            applicant_price: table(
                instance.applicant_count(),
                &|index| instance.applicant_id(index),
                &|index| proof.applicant_price(index).to_vec(),
            ),
            capacity_price: table(
                instance.node_count(),
                &|index| instance.node_id(index),
                &|index| proof.node_price(index).to_vec(),
            ),
        }
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

struct RowsVisitor<T>(std::marker::PhantomData<T>);

impl<'de, T: Deserialize<'de>> de::Visitor<'de> for RowsVisitor<T> {
    type Value = Vec<(Id<'de>, T)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map by id")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut rows = Vec::new();
        while let Some(row) = map.next_entry()? {
            rows.push(row);
        }
        Ok(rows)
    }
}

fn write_rows<S: Serializer, T: Serialize>(
    rows: &[(Id<'_>, T)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(rows.len()))?;
    for (id, value) in rows {
        map.serialize_entry(id, value)?;
    }
    map.end()
}

impl Serialize for PriceTable<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_rows(&self.0, serializer)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for PriceTable<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RowsVisitor(std::marker::PhantomData)).map(Self)
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
