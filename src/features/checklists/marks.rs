//! The small marks beside an item: who is asked, and when they said yes to the words as they are.

use chrono::Datelike;

use super::access::Viewer;
use super::store::Row;
use crate::clock::local;
use crate::domain::Party;
use crate::words::Words;

pub struct Mark {
    pub done: bool,
    pub label: String,
    /// The same as short as a sheet of paper needs it: `virks. 12/11`.
    pub brief: String,
    /// The exact instant, empty while there is none.
    pub at: String,
}

/// How the people of this placement are called on the visitor's page.
pub struct Called {
    pub viewer: Viewer,
    pub young_person: String,
}

impl Called {
    fn brief(&self, party: Party, t: Words) -> String {
        match party {
            Party::YoungPerson => self.party(party, t),
            Party::Company => t.checklist_sheet_company(),
            Party::Consultant => t.checklist_sheet_consultant(),
        }
    }

    pub fn party(&self, party: Party, t: Words) -> String {
        match party {
            Party::YoungPerson if self.viewer == Viewer::YoungPerson => t.checklist_you(),
            Party::YoungPerson => self.young_person.clone(),
            Party::Company => t.kind("party", party.as_str()),
            Party::Consultant => t.kind("party", party.as_str()),
        }
    }
}

pub fn marks(row: &Row, called: &Called, t: Words) -> Vec<Mark> {
    if row.model.not_relevant_because.is_some() {
        return Vec::new();
    }
    let mark = |party: &Party| {
        let name = called.party(*party, t);
        let Some(yes) = row.yes_of(*party) else {
            let label = t.checklist_mark_waits(name);
            return Mark { done: false, label, brief: called.brief(*party, t), at: String::new() };
        };
        let day = local(yes.confirmed_at).date();
        let month = t.say(&format!("date-month-{}", day.month()));
        let label = if yes.together {
            t.checklist_mark_together(name, day.day(), month)
        } else {
            t.checklist_mark_yes(name, day.day(), month)
        };
        let brief = t.checklist_sheet_yes(called.brief(*party, t), day.day(), day.month());
        Mark { done: true, label, brief, at: t.exact(yes.confirmed_at) }
    };
    row.item.confirmed_by().iter().map(mark).collect()
}
