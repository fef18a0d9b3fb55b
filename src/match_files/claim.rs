//! From a solution file back to a [`Solution`] on its instance, so that it can be shown again or verified.

use std::collections::HashMap;
use std::fmt;

use super::certificate::{Certificate, PriceTable, Proof};
use super::id::Id;
use super::solution_file::SolutionFile;
use crate::matching::{self, Instance, Placed, Solution};

/// A solution file that does not belong to its instance, in one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    Instance { file: String, instance: String },
    UnknownApplicant(String),
    UnknownPost(String),
    Twice(String),
    Unassigned(String),
    CertificateKind(String),
    CertificateShape,
    UnknownTier(String),
    UnknownPriced { table: &'static str, id: String },
    PricedTwice { table: &'static str, id: String },
    PriceLength { table: &'static str, id: String, length: usize, tiers: usize },
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Instance { file, instance } => {
                write!(f, "the solution is for the instance '{file}', not for '{instance}'")
            }
            Self::UnknownApplicant(id) => write!(f, "assignments: there is no applicant '{id}'"),
            Self::UnknownPost(id) => write!(f, "assignments: there is no post '{id}'"),
            Self::Twice(id) => write!(f, "assignments: '{id}' is assigned more than once"),
            Self::Unassigned(id) => {
                write!(f, "unassigned: '{id}' is not listed exactly once and without a place")
            }
            Self::CertificateKind(kind) => write!(f, "certificate: unknown kind '{kind}'"),
            Self::CertificateShape => {
                f.write_str("certificate: give tiers and both price tables, or proofs")
            }
            Self::UnknownTier(tier) => write!(f, "certificate: unknown tier '{tier}'"),
            Self::UnknownPriced { table, id } => {
                write!(f, "certificate: {table} names '{id}', which does not exist")
            }
            Self::PricedTwice { table, id } => write!(f, "certificate: {table} names '{id}' twice"),
            Self::PriceLength { table, id, length, tiers } => {
                write!(f, "certificate: {table} of '{id}' has {length} numbers for {tiers} tiers")
            }
        }
    }
}

impl std::error::Error for Mismatch {}

impl SolutionFile<'_> {
    /// What the file claims, by index. Nothing is verified but that it speaks of this instance.
    pub fn to_solution(&self, instance: &Instance) -> Result<Solution, Mismatch> {
        if self.instance.as_str() != instance.id() {
            let (file, instance) = (self.instance.as_str().to_owned(), instance.id().to_owned());
            return Err(Mismatch::Instance { file, instance });
        }
        let (applicants, nodes) = (instance.applicant_index(), instance.node_index());
        let places = self.places(instance, &applicants, &nodes)?;
        let proof = |proof: &Proof<'_>| {
            read_proof(
                &proof.tiers,
                &proof.applicant_price,
                &proof.capacity_price,
                &applicants,
                &nodes,
            )
        };
        let proofs = match &self.certificate {
            None => Vec::new(),
            Some(certificate) if certificate.kind.as_str() != Certificate::KIND => {
                return Err(Mismatch::CertificateKind(certificate.kind.as_str().to_owned()));
            }
            Some(Certificate {
                tiers: Some(tiers),
                applicant_price: Some(applicant_price),
                capacity_price: Some(capacity_price),
                proofs,
                ..
            }) if proofs.is_empty() => {
                vec![read_proof(tiers, applicant_price, capacity_price, &applicants, &nodes)?]
            }
            Some(Certificate {
                tiers: None,
                applicant_price: None,
                capacity_price: None,
                proofs,
                ..
            }) => proofs.iter().map(proof).collect::<Result<_, _>>()?,
            Some(_) => return Err(Mismatch::CertificateShape),
        };
        Ok(Solution {
            objective: self.objective,
            places,
            size: self.size,
            profile: self.profile.clone(),
            total_rank: self.total_rank,
            worst_rank: self.worst_rank,
            pinned_unranked: self.pinned_unranked,
            proofs,
        })
    }

    fn places(
        &self,
        instance: &Instance,
        applicants: &Index<'_>,
        nodes: &Index<'_>,
    ) -> Result<Vec<Option<Placed>>, Mismatch> {
        let mut places = vec![None; instance.applicant_count()];
        for row in &self.assignments {
            let (applicant, post) = (row.applicant.as_str(), row.post.as_str());
            let &who = applicants
                .get(applicant)
                .ok_or_else(|| Mismatch::UnknownApplicant(applicant.to_owned()))?;
            let &at = nodes
                .get(post)
                .filter(|&&node| instance.is_post(node as usize))
                .ok_or_else(|| Mismatch::UnknownPost(post.to_owned()))?;
            let placed = Placed { post: at, rank: row.rank, pinned: row.pinned };
            if places[who as usize].replace(placed).is_some() {
                return Err(Mismatch::Twice(applicant.to_owned()));
            }
        }
        let mut listed: Vec<bool> = places.iter().map(Option::is_some).collect();
        for id in &self.unassigned {
            match applicants.get(id.as_str()) {
                Some(&who) if !listed[who as usize] => listed[who as usize] = true,
                _ => return Err(Mismatch::Unassigned(id.as_str().to_owned())),
            }
        }
        match listed.iter().position(|&listed| !listed) {
            Some(who) => Err(Mismatch::Unassigned(instance.applicant_id(who).to_owned())),
            None => Ok(places),
        }
    }
}

type Index<'a> = HashMap<&'a str, u32>;

fn read_proof(
    tiers: &[Id<'_>],
    applicant_price: &PriceTable<'_>,
    capacity_price: &PriceTable<'_>,
    applicants: &Index<'_>,
    nodes: &Index<'_>,
) -> Result<matching::Proof, Mismatch> {
    let unknown = |tier: &Id<'_>| Mismatch::UnknownTier(tier.as_str().to_owned());
    let tiers: Vec<matching::Tier> = tiers
        .iter()
        .map(|tier| tier.as_str().parse().map_err(|()| unknown(tier)))
        .collect::<Result<_, _>>()?;
    Ok(matching::Proof {
        applicant_prices: read_table("applicant_price", applicant_price, applicants, tiers.len())?,
        node_prices: read_table("capacity_price", capacity_price, nodes, tiers.len())?,
        tiers,
    })
}

fn read_table(
    table: &'static str,
    rows: &PriceTable<'_>,
    index: &Index<'_>,
    tiers: usize,
) -> Result<Vec<i64>, Mismatch> {
    let mut prices = vec![0; index.len() * tiers];
    let mut seen = vec![false; index.len()];
    for (id, row) in &rows.0 {
        let owned = || id.as_str().to_owned();
        let &at =
            index.get(id.as_str()).ok_or_else(|| Mismatch::UnknownPriced { table, id: owned() })?;
        if std::mem::replace(&mut seen[at as usize], true) {
            return Err(Mismatch::PricedTwice { table, id: owned() });
        }
        if row.len() != tiers {
            return Err(Mismatch::PriceLength { table, id: owned(), length: row.len(), tiers });
        }
        prices[at as usize * tiers..][..tiers].copy_from_slice(row);
    }
    Ok(prices)
}
