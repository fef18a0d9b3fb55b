//! Match events, and what each who was there did.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Key;
use crate::domain::{Attendance, EventStatus, HostAnswer, PlacementKind, RankingStage};

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
