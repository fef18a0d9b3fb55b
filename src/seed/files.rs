//! The month's data files as they are written; each file in `seed/` explains its own fields.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::{
    Attendance, CompanyNoteForm, CompanyStage, DisclosureItem, EndKind, EndReason, EventStatus,
    HostAnswer, Language, OutcomeKind, Party, PlacementKind, PlacementStatus, ProposalAnswer,
    RankingStage, Role, TargetGroup,
};

pub type Key = String;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accounts {
    pub month: Month,
    pub account: Vec<Account>,
    pub group: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Month {
    pub programme_name: String,
    pub municipality: String,
    pub contact_phone: String,
    pub contact_email: String,
    pub weekday: String,
    pub opens_at: String,
    pub password: String,
    pub totp_secret: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    pub key: Key,
    pub role: Role,
    pub name: String,
    pub email: String,
    pub phone: String,
    pub language: Option<Language>,
    pub deputy: Option<Key>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub key: Key,
    pub name: String,
    pub leader: Key,
    pub meets: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Companies {
    pub company: Vec<Company>,
    pub waiting: Vec<Waiting>,
    pub mentor: Vec<Mentor>,
    pub interest: Vec<Interest>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Company {
    pub key: Key,
    pub name: String,
    pub consultant: Key,
    pub cvr: String,
    pub p_number: String,
    pub ordinary_employees: i32,
    pub others_in_placement: i32,
    pub total_at_once: Option<i32>,
    pub photo: String,
    pub member_since: i64,
    pub profile: Profile,
    pub member: Vec<Member>,
    #[serde(default)]
    pub mentor: Vec<Mentor>,
    pub place: Vec<Place>,
    #[serde(default)]
    pub note: Vec<Note>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    pub what_we_do: String,
    pub tasks: String,
    pub what_it_is_like: String,
    pub noise: String,
    pub tempo: String,
    pub people: String,
    pub working_hours: String,
    pub address: String,
    pub directions: String,
    pub good_to_know: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    pub key: Key,
    pub name: String,
    pub email: String,
    pub phone: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mentor {
    pub key: Key,
    pub name: String,
    pub called: String,
    pub phone: String,
    pub email: Option<String>,
    pub trained: i64,
    pub at_once: i32,
    pub signs_in: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub key: Key,
    pub kind: PlacementKind,
    pub number: i32,
    pub tasks: String,
    pub hours_from: String,
    pub hours_to: String,
    pub mentor: Option<Key>,
    #[serde(default)]
    pub requires: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub by: Key,
    pub day: i64,
    pub form: CompanyNoteForm,
    pub what: String,
    pub next_step: Option<String>,
    pub next_day: Option<i64>,
    #[serde(default)]
    pub done: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waiting {
    pub company: Key,
    pub by: Key,
    pub day: i64,
    pub good_to_know: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interest {
    pub key: Key,
    pub name: String,
    pub contact: String,
    pub email: String,
    pub phone: String,
    pub cvr: Option<String>,
    pub message: String,
    pub day: i64,
    pub stage: CompanyStage,
    pub consultant: Option<Key>,
    #[serde(default)]
    pub note: Vec<Note>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YoungPeople {
    pub young_person: Vec<YoungPerson>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YoungPerson {
    pub key: Key,
    pub name: String,
    pub email: Option<String>,
    pub phone: String,
    pub language: Option<Language>,
    pub group: Key,
    pub consultant: Key,
    pub purpose: PlacementKind,
    pub goal: String,
    pub target_group: TargetGroup,
    pub case_reference: String,
    #[serde(default)]
    pub fulfils: Vec<String>,
    pub joined: i64,
    #[serde(default)]
    pub purpose_changes: Vec<PurposeChange>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurposeChange {
    pub day: i64,
    pub at: String,
    pub by: Key,
    pub purpose: PlacementKind,
    pub goal: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Events {
    pub tell: Tell,
    pub event: Vec<Event>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tell {
    pub until_day: i64,
    pub note: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    pub day: i64,
    pub at: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    pub key: Key,
    pub status: EventStatus,
    pub by: Key,
    pub day: i64,
    pub from: String,
    pub until: String,
    pub venue: String,
    pub address: String,
    pub directions: String,
    pub planned: Moment,
    pub opened: Option<Moment>,
    pub places_by: Option<Moment>,
    pub ranking_closes: Option<Moment>,
    pub host_answers_by: Option<Moment>,
    pub answers_by: Option<Moment>,
    pub closed: Option<Moment>,
    pub cancelled: Option<Moment>,
    pub because: Option<String>,
    #[serde(default)]
    pub company: Vec<EventCompany>,
    #[serde(default)]
    pub young_person: Vec<EventYoungPerson>,
    #[serde(default)]
    pub run: Vec<Run>,
    #[serde(default)]
    pub expect: Vec<Expect>,
    #[serde(default)]
    pub told: Vec<Told>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventCompany {
    pub company: Key,
    pub answer: Attendance,
    pub day: Option<i64>,
    #[serde(default)]
    pub confirms: BTreeMap<Key, i32>,
    pub total: Option<i32>,
    pub confirms_day: Option<i64>,
    #[serde(default)]
    pub host: BTreeMap<String, HostAnswer>,
    pub host_day: Option<i64>,
    pub host_at: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventYoungPerson {
    pub who: Key,
    pub answer: Attendance,
    pub day: Option<i64>,
    #[serde(default)]
    pub came: bool,
    #[serde(default)]
    pub favourites: Vec<Key>,
    pub ranking: Option<Ranking>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ranking {
    pub day: i64,
    pub at: String,
    pub choices: Vec<Vec<Key>>,
    #[serde(default)]
    pub no_thanks: Vec<Key>,
    pub stage: Option<RankingStage>,
    pub together_with: Option<Key>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    pub by: Key,
    pub day: i64,
    pub at: String,
    #[serde(default)]
    pub publish: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expect {
    pub who: Key,
    pub company: Option<Key>,
    pub kind: Option<PlacementKind>,
    pub rank: Option<i32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    pub who: Key,
    pub by: Key,
    pub day: i64,
    pub at: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placements {
    pub placement: Vec<Placement>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placement {
    pub key: Key,
    pub event: Option<Key>,
    pub switched_from: Option<Key>,
    pub place: Option<Key>,
    pub who: Key,
    pub company: Key,
    pub kind: PlacementKind,
    pub status: PlacementStatus,
    #[serde(default)]
    pub agreed: BTreeMap<String, String>,
    #[serde(default)]
    pub act: Vec<Act>,
}

#[derive(Deserialize)]
pub struct Act {
    pub day: i64,
    pub at: String,
    pub by: Option<Key>,
    #[serde(flatten)]
    pub what: What,
}

/// What somebody did with a placement.
#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum What {
    Answer {
        party: Party,
        answer: ProposalAnswer,
    },
    Dates {
        starts: i64,
        ends: i64,
        hours: i32,
    },
    Grant {},
    Voice {
        name: String,
    },
    Disclose {
        item: DisclosureItem,
        words: Option<String>,
    },
    Align(Align),
    Note {
        item: String,
        words: String,
    },
    Start {},
    Hold {
        step: String,
        said: String,
        next_step: Option<String>,
        next_day: Option<i64>,
    },
    Observe {
        words: String,
        meets: Option<String>,
        contributes: Option<String>,
        belongs: Option<String>,
    },
    Talk {
        done: Option<TalkDone>,
    },
    Switch {
        to: Key,
    },
    End {
        kind: EndKind,
        reason: Option<EndReason>,
        note: Option<String>,
        on: i64,
    },
    Outcome {
        kind: OutcomeKind,
        note: Option<String>,
    },
    Called {
        kind: crate::domain::CallKind,
        note: String,
    },
}

#[derive(Deserialize)]
pub struct Align {
    pub items: Items,
    pub parties: Option<Vec<Party>>,
    #[serde(default)]
    pub together: bool,
    #[serde(default)]
    pub skip: Vec<String>,
    #[serde(default)]
    pub not_relevant: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum Items {
    All(String),
    These(Vec<String>),
}

#[derive(Deserialize)]
pub struct TalkDone {
    pub by: Key,
    pub day: i64,
    pub at: String,
    pub note: String,
}

/// All the files together.
pub struct Files {
    pub accounts: Accounts,
    pub companies: Companies,
    pub young_people: YoungPeople,
    pub events: Events,
    pub placements: Placements,
}

/// The files ride in the program, so a demo needs nothing beside it.
pub fn read() -> Result<Files, toml::de::Error> {
    Ok(Files {
        accounts: toml::from_str(include_str!("../../seed/accounts.toml"))?,
        companies: toml::from_str(include_str!("../../seed/companies.toml"))?,
        young_people: toml::from_str(include_str!("../../seed/young_people.toml"))?,
        events: toml::from_str(include_str!("../../seed/events.toml"))?,
        placements: toml::from_str(include_str!("../../seed/placements.toml"))?,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_files_of_the_month_can_be_read() {
        let files = super::read().unwrap();
        assert_eq!(files.young_people.young_person.len(), 16);
        assert_eq!(files.companies.company.len(), 10);
    }
}
