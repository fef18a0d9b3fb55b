//! The certificate of a solution file: price vectors by id.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::id::Id;
use super::rows::{RowsVisitor, write_rows};
use crate::matching::{self, Instance};

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

impl<'a> Certificate<'a> {
    pub const KIND: &'static str = "dual_prices";

    pub(super) fn of(instance: &'a Instance, proofs: &[matching::Proof]) -> Option<Self> {
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
