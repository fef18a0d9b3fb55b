//! Companies with their page, places and mentors.

use serde::Deserialize;

use super::Key;
use crate::domain::{CompanyNoteForm, CompanyStage, PlacementKind};

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
