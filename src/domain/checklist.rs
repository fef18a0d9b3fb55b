//! Expectation alignment: what two parties and their consultant agree on before and during a placement.

mod item;

use chrono::NaiveDate;

pub use item::{Item, ItemGroup};

use super::kinds::{Party, PlacementKind};

/// One item of one placement. A confirmation counts for the revision it was given to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemState {
    pub item: Item,
    pub revision: i32,
    pub not_relevant: bool,
    pub confirmed: Vec<(Party, i32)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    Now,
    Before,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChecklistError {
    #[error("this party is not asked about the item")]
    NotAsked,
    #[error("the item has changed since it was read")]
    Changed,
    #[error("the item has been set aside as not relevant")]
    NotRelevant,
    #[error("the item must be agreed before the start and cannot be set aside")]
    AlwaysRelevant,
    #[error("the colleagues are always heard where there is more than one employee")]
    ColleaguesMustBeHeard,
    #[error("a reason is missing")]
    ReasonMissing,
}

impl ItemState {
    pub fn new(item: Item) -> Self {
        Self { item, revision: 1, not_relevant: false, confirmed: Vec::new() }
    }

    pub fn has_confirmed(&self, party: Party) -> bool {
        self.confirmed.contains(&(party, self.revision))
    }

    pub fn waiting_for(&self) -> Vec<Party> {
        if self.not_relevant {
            return Vec::new();
        }
        self.item
            .confirmed_by()
            .iter()
            .copied()
            .filter(|party| !self.has_confirmed(*party))
            .collect()
    }

    pub fn is_settled(&self) -> bool {
        self.waiting_for().is_empty()
    }

    /// One party's yes to what they read: `revision` is the one their page showed, so nobody confirms
    /// words that changed under their thumb.
    pub fn confirm(&mut self, party: Party, revision: i32) -> Result<Confirmed, ChecklistError> {
        self.asked(party)?;
        if self.not_relevant {
            return Err(ChecklistError::NotRelevant);
        }
        if revision != self.revision {
            return Err(ChecklistError::Changed);
        }
        if self.has_confirmed(party) {
            return Ok(Confirmed::Before);
        }
        self.confirmed.retain(|(who, _)| *who != party);
        self.confirmed.push((party, self.revision));
        Ok(Confirmed::Now)
    }

    /// What is agreed has been written anew. Only this item opens again; answers with those whose yes
    /// fell away. Whoever changed it and confirms at once has their yes standing.
    pub fn change(&mut self, by: Party, confirms: bool) -> Result<Vec<Party>, ChecklistError> {
        self.asked(by)?;
        let had: Vec<Party> = self
            .item
            .confirmed_by()
            .iter()
            .copied()
            .filter(|party| self.has_confirmed(*party))
            .collect();
        self.revision = self.revision.saturating_add(1);
        self.not_relevant = false;
        if confirms {
            self.confirm(by, self.revision)?;
        }
        Ok(had.into_iter().filter(|party| !self.has_confirmed(*party)).collect())
    }

    /// Sets the item aside. `employees` decides for the colleagues' voice: alone, there is nobody to hear.
    pub fn set_aside(
        &mut self,
        by: Party,
        reason: &str,
        employees: Option<i32>,
    ) -> Result<(), ChecklistError> {
        self.asked(by)?;
        if reason.trim().is_empty() {
            return Err(ChecklistError::ReasonMissing);
        }
        match self.item {
            Item::Voice if voice_is_needed(employees) => {
                return Err(ChecklistError::ColleaguesMustBeHeard);
            }
            Item::Voice => {}
            item if item.blocks_start() => return Err(ChecklistError::AlwaysRelevant),
            _ => {}
        }
        if !self.not_relevant {
            self.revision = self.revision.saturating_add(1);
            self.not_relevant = true;
        }
        Ok(())
    }

    fn asked(&self, party: Party) -> Result<(), ChecklistError> {
        if self.item.confirmed_by().contains(&party) {
            Ok(())
        } else {
            Err(ChecklistError::NotAsked)
        }
    }
}

/// "Colleagues heard and representative approved": who said so, and on which day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    pub name: String,
    pub heard_on: NaiveDate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VoiceError {
    #[error("the name is missing")]
    NameMissing,
    #[error("the day lies in the future")]
    InTheFuture,
}

impl Voice {
    pub fn record(name: &str, heard_on: NaiveDate, today: NaiveDate) -> Result<Self, VoiceError> {
        let name = name.trim();
        if name.is_empty() {
            return Err(VoiceError::NameMissing);
        }
        if heard_on > today {
            return Err(VoiceError::InTheFuture);
        }
        Ok(Self { name: name.to_owned(), heard_on })
    }
}

/// An unknown headcount is no reason to leave the colleagues out.
pub fn voice_is_needed(employees: Option<i32>) -> bool {
    employees.is_none_or(|employees| employees > 1)
}

/// What still stands in the way of starting, in the list's order. An item nobody has opened blocks too.
pub fn blockers(kind: PlacementKind, states: &[ItemState]) -> Vec<Item> {
    Item::of_kind(kind)
        .filter(|item| item.blocks_start())
        .filter(|item| !states.iter().any(|state| state.item == *item && state.is_settled()))
        .collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub settled: usize,
    pub of: usize,
}

/// Items set aside are settled: nobody has anything left to do there.
pub fn progress(states: &[ItemState]) -> Progress {
    Progress { settled: states.iter().filter(|state| state.is_settled()).count(), of: states.len() }
}

#[cfg(test)]
mod tests;
