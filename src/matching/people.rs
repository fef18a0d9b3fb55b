//! The applicants' ids and what they are eligible for.

use std::collections::HashMap;

use super::draft::Draft;
use super::ids::{LARGEST, id_is_usable, kind_numbers, number};
use super::names::Names;
use super::refusal::Refusal;

/// Keeps the sum of `waited x rank` over everybody inside 64 bits.
const LARGEST_WAITED: u64 = 1_000_000;

pub(super) struct People {
    pub names: Names,
    pub eligible: Vec<Option<Vec<u32>>>,
    pub waited: Vec<u32>,
}

impl People {
    pub fn read(draft: &Draft<'_>) -> Result<Self, Refusal> {
        if draft.applicants.len() as u64 >= LARGEST {
            return Err(Refusal::TooMany { what: "applicants", limit: LARGEST });
        }
        let kinds = kind_numbers(draft)?;
        let mut people = Self { names: Names::default(), eligible: Vec::new(), waited: Vec::new() };
        for (index, applicant) in draft.applicants.iter().enumerate() {
            id_is_usable("applicants", index, applicant.id)?;
            if !people.names.push(applicant.id) {
                return Err(Refusal::TooMany { what: "bytes of ids", limit: u64::from(u32::MAX) });
            }
            let numbers = applicant.kinds.as_ref().map(|own| {
                own.iter()
                    .map(|&kind| {
                        kinds.get(kind).copied().ok_or_else(|| Refusal::UnknownKind {
                            list: "applicant",
                            id: applicant.id.to_owned(),
                            kind: kind.to_owned(),
                        })
                    })
                    .collect::<Result<Vec<u32>, Refusal>>()
            });
            people.eligible.push(numbers.transpose()?);
            people.waited.push(number(
                "applicant",
                applicant.id,
                "waited",
                applicant.waited,
                LARGEST_WAITED,
            )?);
        }
        let mut seen = HashMap::with_capacity(people.names.len());
        for id in people.names.iter() {
            if seen.insert(id, ()).is_some() {
                return Err(Refusal::DoubleApplicant { id: id.to_owned() });
            }
        }
        Ok(people)
    }
}
