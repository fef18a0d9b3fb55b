//! Why a company somebody ranked was no possibility for them, read from the instance.

use std::collections::BTreeSet;

use super::notes::{CompanyNote, Out, PairNote, read};
use crate::domain::PlacementKind;
use crate::domain::reason::{Closed, Stood};
use crate::match_files::{ApplicantEntry, InstanceFile};
use crate::matching::Instance;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shut {
    /// Ruled out by hand, or by a no since the result was published.
    RuledOut(PairNote),
    Out(Out),
    Requirement(BTreeSet<String>),
    NoKind,
}

impl Shut {
    pub fn stood(self) -> Stood {
        match self {
            Self::RuledOut(_) => Stood::ByHand,
            Self::Out(_) => Stood::Closed(Closed::CannotHost),
            Self::Requirement(missing) => Stood::Closed(Closed::Requirement(missing)),
            Self::NoKind => Stood::Closed(Closed::NoKind),
        }
    }
}

pub fn shut(
    file: &InstanceFile<'_>,
    instance: &Instance,
    entry: &ApplicantEntry<'_>,
    company: &str,
) -> Shut {
    let mut missing = BTreeSet::new();
    for pair in file.forbidden.iter().filter(|pair| pair.applicant == entry.id) {
        match read::<PairNote>(&pair.x) {
            Some(PairNote::Requirement { missing: here })
                if is_below(instance, pair.at.as_str(), company) =>
            {
                missing.extend(here);
            }
            Some(note) if pair.at.as_str() == company => return Shut::RuledOut(note),
            _ => {}
        }
    }
    if let Some(out) = out(file, entry, company) {
        return Shut::Out(out);
    }
    if missing.is_empty() { Shut::NoKind } else { Shut::Requirement(missing) }
}

/// The company itself keeps this person's kind out.
fn out(file: &InstanceFile<'_>, entry: &ApplicantEntry<'_>, company: &str) -> Option<Out> {
    let group = file.groups.iter().find(|group| group.id.as_str() == company)?;
    let note: CompanyNote = read(&group.x)?;
    kind(entry).and_then(|kind| note.out(kind))
}

/// The one kind an applicant can have.
pub fn kind(entry: &ApplicantEntry<'_>) -> Option<PlacementKind> {
    entry.kinds.iter().flatten().find_map(|kind| kind.as_str().parse().ok())
}

pub fn is_below(instance: &Instance, post: &str, group: &str) -> bool {
    instance
        .find_node(post)
        .is_some_and(|node| instance.path(node).any(|above| instance.node_id(above) == group))
}
