//! Accounts and young people, and what has happened to them alone.

use serde::Deserialize;

use super::Key;
use crate::domain::{Language, PlacementKind, Role, TargetGroup};

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
pub struct TalkDone {
    pub by: Key,
    pub day: i64,
    pub at: String,
    pub note: String,
}
