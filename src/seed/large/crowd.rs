//! Everybody and everything made so far.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::Size;
use super::chance::{Chance, Ids};
use crate::clock::{instant, local};
use crate::domain::calendar::Calendar;
use crate::domain::follow_up::{FollowUpRule, pattern_of};
use crate::domain::{
    AccountId, CompanyId, MentorId, PlaceId, PlacementKind, RequirementId, Role, TargetGroup,
    YoungPersonId,
};
use crate::entities::{account, requirement};
use crate::features::programme;
use crate::state::Txn;
use crate::web::AppResult;

pub struct Crowd {
    pub size: Size,
    /// The month's day 0.
    day_zero: NaiveDate,
    pub now: DateTime<Utc>,
    pub chance: Chance,
    pub ids: Ids,
    pub calendar: Calendar,
    pub rules: BTreeMap<&'static str, Vec<FollowUpRule>>,
    pub requirements: Vec<(RequirementId, String)>,
    pub consultants: Vec<AccountId>,
    pub people: Vec<Person>,
    pub companies: Vec<Company>,
}

pub struct Person {
    pub id: YoungPersonId,
    pub account: AccountId,
    pub name: String,
    pub email: Option<String>,
    pub consultant: AccountId,
    pub purpose: PlacementKind,
    pub target_group: TargetGroup,
    pub fulfils: BTreeSet<RequirementId>,
    /// The number of the first event they are invited to.
    pub cohort: usize,
    /// Until this day a placement or a job is more than enough.
    pub busy_until: i64,
    pub events: usize,
}

pub struct Company {
    pub id: CompanyId,
    pub contact: AccountId,
    pub places: Vec<Place>,
}

#[derive(Clone, Copy)]
pub struct Place {
    pub id: PlaceId,
    pub kind: PlacementKind,
    pub number: i32,
    pub mentor: Option<(MentorId, Option<AccountId>)>,
    pub requires: Option<RequirementId>,
}

impl Crowd {
    pub async fn prepare(
        txn: &Txn,
        today: NaiveDate,
        opens: DateTime<Utc>,
        size: Size,
    ) -> AppResult<Self> {
        let consultants = account::Entity::find()
            .filter(account::Column::Role.eq(Role::Consultant))
            .order_by_asc(account::Column::EmailFolded)
            .all(txn)
            .await?;
        let requirements = requirement::Entity::find()
            .order_by_asc(requirement::Column::Code)
            .all(txn)
            .await?
            .into_iter()
            .map(|row| (row.id, row.code));
        let mut rules = BTreeMap::new();
        for kind in [PlacementKind::Clarification, PlacementKind::Training] {
            rules.insert(kind.as_str(), programme::follow_up_rules(txn, kind, today).await?);
        }
        // After the month's, which are made as the machine's time goes.
        let first_id = instant(today.and_time(NaiveTime::MIN)) + Duration::days(2);
        Ok(Self {
            size,
            day_zero: local(opens).date(),
            now: opens,
            chance: Chance::of(20_260_901),
            ids: Ids::from_millis(first_id.timestamp_millis().unsigned_abs()),
            calendar: programme::calendar(txn).await?,
            rules,
            requirements: requirements.collect(),
            consultants: consultants.into_iter().map(|row| row.id).collect(),
            people: Vec::new(),
            companies: Vec::new(),
        })
    }

    pub fn day(&self, number: i64) -> NaiveDate {
        self.day_zero + Duration::days(number)
    }

    pub fn number(&self, day: NaiveDate) -> i64 {
        (day - self.day_zero).num_days()
    }

    pub fn at(&self, day: i64, hour: u32, minute: u32) -> DateTime<Utc> {
        instant(self.day(day).and_time(time(hour, minute)))
    }

    pub fn on(&self, day: NaiveDate, hour: u32) -> DateTime<Utc> {
        instant(day.and_time(time(hour, 0)))
    }

    pub fn rules_of(&self, kind: PlacementKind) -> &[FollowUpRule] {
        self.rules.get(pattern_of(kind).as_str()).map(Vec::as_slice).unwrap_or_default()
    }

    pub fn phone(&mut self) -> String {
        let number = self.chance.below(10_000);
        format!("12 34 {:02} {:02}", number / 100, number % 100)
    }
}

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
}
