//! The matching problem of an event, made from what is known about it. A pure function: the same facts give the
//! same file, letter for letter, so that a run can be repeated and a change since it be noticed.
//!
//! Companies rank nobody: there are no priorities in it, ever.

use std::collections::{BTreeMap, BTreeSet};

use super::notes::{ApplicantNote, PairNote, write};
use crate::domain::eligibility::{Barrier, barriers};
use crate::domain::ranking::Ranking;
use crate::domain::{
    AccountId, AdjustmentId, AdjustmentKind, CompanyId, MatchEventId, PlaceId, PlacementKind,
    RequirementId, YoungPersonId,
};
use crate::match_files::{
    ApplicantEntry, Class, ForbiddenEntry, Id, InstanceFile, LotteryEntry, PinEntry,
};
use crate::matching::{Objective, Refusal};

mod company;

pub use company::{Company, Stands};

#[derive(Clone, Debug)]
pub struct Facts {
    pub event: MatchEventId,
    /// The secret drawn when the event opened.
    pub seed: String,
    pub people: Vec<Person>,
    /// The event's, and any other that somebody ranked.
    pub companies: Vec<Company>,
    pub requires: BTreeMap<PlaceId, Vec<RequirementId>>,
    pub codes: BTreeMap<RequirementId, String>,
    pub adjustments: Vec<Adjustment>,
    /// Who has said no to whom since the result was published.
    pub declined: BTreeSet<(YoungPersonId, CompanyId)>,
}

/// Somebody who has been invited.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: YoungPersonId,
    pub purpose: PlacementKind,
    pub fulfilled: BTreeSet<RequirementId>,
    /// As saved; a draft is none.
    pub ranking: Option<Ranking>,
    pub has_placement: bool,
    pub has_left: bool,
    /// Was there on the day.
    pub came: bool,
    /// What earlier events still owe them.
    pub waited: u64,
}

#[derive(Clone, Debug)]
pub struct Adjustment {
    pub id: AdjustmentId,
    pub kind: AdjustmentKind,
    pub young_person: YoungPersonId,
    pub company: CompanyId,
    /// Where a pin goes.
    pub place: Option<PlaceId>,
    pub reason: String,
    pub by: AccountId,
}

/// Why an invited person is not in the match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    Left,
    HasPlacement,
    NoRanking,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PinError {
    #[error("the person is not in the match")]
    NotInMatch,
    #[error("the person has not ranked the company")]
    NotRanked,
    #[error("the place is not in the match")]
    NotOffered,
    #[error("the place is of another kind")]
    OtherKind,
    #[error("the person lacks what the place requires")]
    Missing,
    #[error("the pair is forbidden, or one of them has said no")]
    Forbidden,
    #[error("more people are pinned than there is room for")]
    Full,
}

#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    #[error("pins that cannot hold")]
    Pins(Vec<(AdjustmentId, PinError)>),
    #[error("{0}")]
    Refused(Refusal),
}

impl Person {
    pub fn absence(&self) -> Option<Absence> {
        match self.ranking {
            _ if self.has_left => Some(Absence::Left),
            _ if self.has_placement => Some(Absence::HasPlacement),
            None => Some(Absence::NoRanking),
            Some(_) => None,
        }
    }
}

impl Facts {
    pub fn applicants(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| person.absence().is_none())
    }

    /// Who came and saved no list waits for an answer too.
    pub fn came_without_list(&self) -> Vec<YoungPersonId> {
        let waits = |person: &&Person| person.came && person.absence() == Some(Absence::NoRanking);
        self.people.iter().filter(waits).map(|person| person.id).collect()
    }

    /// The instance, or the adjustments that no longer fit.
    pub fn instance(&self, objective: Objective) -> Result<InstanceFile<'static>, BuildError> {
        let mut file = InstanceFile {
            id: text(self.event),
            kinds: PlacementKind::ALL.iter().map(|kind| Id::from(kind.as_str())).collect(),
            lottery: LotteryEntry { seed: self.seed.clone().into(), ..Default::default() },
            objective: Some(objective),
            ..Default::default()
        };
        let mut companies: Vec<&Company> = self.companies.iter().collect();
        companies.sort_by_key(|company| company.id);
        for company in companies {
            company.write(&mut file);
        }
        let mut people: Vec<&Person> = self.applicants().collect();
        people.sort_by_key(|person| person.id);
        file.applicants = people.iter().map(|person| person.entry()).collect();
        file.forbidden = self.forbidden(&people);
        file.pins = self.pins();
        let wrong: Vec<_> = self
            .live(AdjustmentKind::Pin)
            .filter_map(|pin| Some((pin.id, self.pin_error(pin)?)))
            .collect();
        if !wrong.is_empty() {
            return Err(BuildError::Pins(wrong));
        }
        match file.to_instance() {
            Ok(_) => Ok(file),
            Err(Refusal::PinsOverQuota { .. }) => Err(BuildError::Pins(
                self.live(AdjustmentKind::Pin).map(|pin| (pin.id, PinError::Full)).collect(),
            )),
            Err(refusal) => Err(BuildError::Refused(refusal)),
        }
    }

    fn live(&self, kind: AdjustmentKind) -> impl Iterator<Item = &Adjustment> {
        self.adjustments.iter().filter(move |adjustment| adjustment.kind == kind)
    }

    /// Why a pin cannot hold, whatever else is pinned.
    pub fn pin_error(&self, pin: &Adjustment) -> Option<PinError> {
        let Some(person) = self.applicants().find(|person| person.id == pin.young_person) else {
            return Some(PinError::NotInMatch);
        };
        let ranking = person.ranking.as_ref()?;
        if ranking.position_of(pin.company).is_none() {
            return Some(PinError::NotRanked);
        }
        let company = self.companies.iter().find(|company| company.id == pin.company);
        let places = company.map(Company::places).unwrap_or_default();
        let found = places.into_iter().find(|(place, _)| Some(*place) == pin.place);
        let Some((place, kind)) = found else { return Some(PinError::NotOffered) };
        let pair = (person.id, pin.company);
        let forbidden = self.live(AdjustmentKind::Forbid);
        match self.barriers(person, place, kind).first() {
            Some(Barrier::OtherKind { .. }) => Some(PinError::OtherKind),
            Some(Barrier::Missing(_)) => Some(PinError::Missing),
            None => (self.declined.contains(&pair)
                || forbidden.into_iter().any(|one| (one.young_person, one.company) == pair))
            .then_some(PinError::Forbidden),
        }
    }

    fn barriers(&self, person: &Person, place: PlaceId, kind: PlacementKind) -> Vec<Barrier> {
        let required = self.requires.get(&place).map(Vec::as_slice).unwrap_or_default();
        barriers(person.purpose, &person.fulfilled, kind, required)
    }

    fn pins(&self) -> Vec<PinEntry<'static>> {
        let mut pins: Vec<&Adjustment> = self.live(AdjustmentKind::Pin).collect();
        pins.sort_by_key(|pin| pin.young_person);
        pins.into_iter()
            .filter_map(|pin| {
                Some(PinEntry {
                    applicant: text(pin.young_person),
                    post: text(pin.place?),
                    x: write(&pin.note()),
                })
            })
            .collect()
    }

    /// Who may not be where, and why: hard requirements of ranked places, then what was decided by hand, then
    /// what has been said no to.
    fn forbidden(&self, people: &[&Person]) -> Vec<ForbiddenEntry<'static>> {
        let mut forbidden = Vec::new();
        for person in people {
            let ranked = |company: &&Company| {
                person.ranking.as_ref().is_some_and(|list| list.position_of(company.id).is_some())
            };
            let mut places: Vec<_> =
                self.companies.iter().filter(ranked).flat_map(Company::places).collect();
            places.sort_by_key(|(place, _)| *place);
            for (place, kind) in places {
                let missing: BTreeSet<String> = self
                    .barriers(person, place, kind)
                    .into_iter()
                    .filter_map(|barrier| match barrier {
                        Barrier::Missing(id) => self.codes.get(&id).cloned(),
                        Barrier::OtherKind { .. } => None,
                    })
                    .collect();
                if !missing.is_empty() && kind == person.purpose {
                    let note = PairNote::Requirement { missing };
                    forbidden.push(pair(person.id, text(place), &note));
                }
            }
        }
        let known: BTreeSet<CompanyId> = self.companies.iter().map(|company| company.id).collect();
        let in_match: BTreeSet<YoungPersonId> = people.iter().map(|person| person.id).collect();
        let meets = |person, company| in_match.contains(&person) && known.contains(&company);
        let mut by_hand: Vec<&Adjustment> = self.live(AdjustmentKind::Forbid).collect();
        by_hand.sort_by_key(|one| (one.young_person, one.company, one.id));
        for one in by_hand.into_iter().filter(|one| meets(one.young_person, one.company)) {
            forbidden.push(pair(one.young_person, text(one.company), &one.note()));
        }
        for (person, company) in &self.declined {
            if meets(*person, *company) {
                forbidden.push(pair(*person, text(*company), &PairNote::Declined));
            }
        }
        forbidden
    }
}

impl Adjustment {
    fn note(&self) -> PairNote {
        PairNote::ByHand { adjustment: self.id, by: self.by, reason: self.reason.clone() }
    }
}

impl Person {
    fn entry(&self) -> ApplicantEntry<'static> {
        let classes = self.ranking.as_ref().map(Ranking::classes).unwrap_or_default();
        let no_thanks = self.ranking.as_ref().map_or(0, |ranking| ranking.no_thanks().len());
        let class = |class: &Vec<CompanyId>| match class.as_slice() {
            [one] => Class::One(text(one)),
            tied => {
                let mut tied = tied.to_vec();
                tied.sort();
                Class::Tie(tied.iter().map(text).collect())
            }
        };
        ApplicantEntry {
            id: text(self.id),
            kinds: Some(vec![self.purpose.as_str().into()]),
            preferences: classes.iter().map(class).collect(),
            waited: self.waited,
            x: if classes.is_empty() { write(&ApplicantNote { no_thanks }) } else { None },
        }
    }
}

fn pair(person: YoungPersonId, at: Id<'static>, note: &PairNote) -> ForbiddenEntry<'static> {
    ForbiddenEntry { applicant: text(person), at, x: write(note) }
}

fn text(id: impl ToString) -> Id<'static> {
    Id::from(id.to_string())
}

#[cfg(test)]
mod tests;
