//! The ids behind the files' keys.

use std::collections::BTreeMap;

use crate::domain::{
    AccountId, CompanyId, GroupId, MatchEventId, MentorId, PlaceId, PlacementId, YoungPersonId,
};
use crate::web::AppResult;

/// Everything loaded so far, by key.
#[derive(Default)]
pub struct Keys {
    /// Everybody who can do something: staff, members, mentors who sign in, and young people.
    pub accounts: BTreeMap<String, AccountId>,
    pub groups: BTreeMap<String, GroupId>,
    pub young_people: BTreeMap<String, YoungPersonId>,
    pub companies: BTreeMap<String, CompanyId>,
    /// The first member of each company, who answers for it.
    pub contacts: BTreeMap<CompanyId, AccountId>,
    pub mentors: BTreeMap<String, MentorId>,
    pub places: BTreeMap<String, PlaceId>,
    pub events: BTreeMap<String, MatchEventId>,
    pub placements: BTreeMap<String, PlacementId>,
}

pub fn find<T: Copy>(map: &BTreeMap<String, T>, key: &str) -> AppResult<T> {
    Ok(map.get(key).copied().ok_or_else(|| anyhow::anyhow!("the seed has no {key}"))?)
}

impl Keys {
    pub fn account(&self, key: &str) -> AppResult<AccountId> {
        find(&self.accounts, key)
    }

    pub fn young_person(&self, key: &str) -> AppResult<YoungPersonId> {
        find(&self.young_people, key)
    }

    pub fn company(&self, key: &str) -> AppResult<CompanyId> {
        find(&self.companies, key)
    }

    pub fn contact(&self, company: CompanyId) -> AppResult<AccountId> {
        let contact = self.contacts.get(&company).copied();
        Ok(contact.ok_or_else(|| anyhow::anyhow!("the seed's company {company} has no member"))?)
    }

    pub fn place(&self, key: &str) -> AppResult<PlaceId> {
        find(&self.places, key)
    }

    pub fn event(&self, key: &str) -> AppResult<MatchEventId> {
        find(&self.events, key)
    }

    pub fn placement(&self, key: &str) -> AppResult<PlacementId> {
        find(&self.placements, key)
    }
}
