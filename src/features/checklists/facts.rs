//! What the programme already knows about an item, so that nobody types it twice.

use chrono::{Datelike, NaiveDate};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::words;
use crate::domain::checklist::Item;
use crate::domain::legal::{self, Length, Ratio};
use crate::domain::{AccountId, DisclosureItem};
use crate::entities::{account, company, disclosure, follow_up, mentor, placement, young_person};
use crate::features::{companies, programme};
use crate::web::{AppError, AppResult};
use crate::words::Words;

pub struct Fact {
    pub label: String,
    pub value: String,
}

pub struct Known {
    /// Days of another year say which.
    today: NaiveDate,
    placement: placement::Model,
    consultant: Option<account::Model>,
    deputy: Option<account::Model>,
    mentor: Option<mentor::Model>,
    latest_end: Option<NaiveDate>,
    extension_by: Option<NaiveDate>,
    ratio: Option<Ratio>,
    follow_ups: Vec<follow_up::Model>,
    /// The young person's own, once they have chosen to show it.
    goal: Option<String>,
    pub young_person: String,
    pub company: company::Model,
}

impl Known {
    pub async fn load(
        db: &impl ConnectionTrait,
        placement: &placement::Model,
        today: NaiveDate,
    ) -> AppResult<Self> {
        let consultant = person(db, Some(placement.consultant_id)).await?;
        let deputy = person(db, consultant.as_ref().and_then(|account| account.deputy_id)).await?;
        let mentor = match placement.mentor_id {
            Some(id) => mentor::Entity::find_by_id(id).one(db).await?,
            None => None,
        };
        let young_person = young_person::Entity::find_by_id(placement.young_person_id)
            .one(db)
            .await?
            .ok_or(AppError::NotFound)?;
        let name = person(db, Some(young_person.account_id)).await?;
        let company = super::store::company(db, placement.company_id).await?;
        let (latest_end, extension_by) = period(db, placement, &young_person).await?;
        Ok(Self {
            today,
            ratio: companies::ratio(db, &company, today).await?,
            follow_ups: follow_ups(db, placement).await?,
            young_person: name.map(|account| account.name).unwrap_or_default(),
            goal: shows_goal(db, placement).await?.then_some(young_person.goal),
            placement: placement.clone(),
            consultant,
            deputy,
            mentor,
            latest_end,
            extension_by,
            company,
        })
    }

    pub fn of(&self, item: Item, t: Words) -> Vec<Fact> {
        let fact = |label: String, value: Option<String>| value.map(|value| Fact { label, value });
        let date = |day: Option<NaiveDate>| day.map(|day| t.day_seen_from(self.today, day));
        let found = match item {
            Item::Purpose => {
                let kind = t.kind("placement-kind", self.placement.kind.as_str());
                vec![
                    fact(t.checklist_fact_kind(), Some(kind)),
                    fact(t.placements_given_goal(), self.goal.clone()),
                ]
            }
            Item::Period => vec![
                fact(t.checklist_fact_starts(), date(self.placement.starts_on)),
                fact(t.checklist_fact_ends(), date(self.placement.ends_on)),
                fact(t.checklist_fact_latest_end(), date(self.latest_end)),
                fact(t.checklist_fact_extension(), date(self.extension_by)),
            ],
            Item::Hours => {
                let hours = self.placement.hours_per_week.map(|hours| hours.to_string());
                vec![fact(t.checklist_fact_hours(), hours)]
            }
            Item::DailyContact => {
                let mentor = self.mentor.as_ref();
                vec![fact(
                    t.checklist_fact_mentor(),
                    mentor.map(|m| reach(&m.name, m.phone.as_deref())),
                )]
            }
            Item::MunicipalContact => {
                let reach =
                    |account: &account::Model| reach(&account.name, account.phone.as_deref());
                vec![
                    fact(t.checklist_fact_consultant(), self.consultant.as_ref().map(reach)),
                    fact(t.checklist_fact_deputy(), self.deputy.as_ref().map(reach)),
                ]
            }
            Item::FollowUps => self.follow_ups.iter().map(|row| self.follow_up(row, t)).collect(),
            Item::Voice => vec![
                fact(t.checklist_fact_voice_name(), self.placement.voice_name.clone()),
                fact(t.checklist_fact_voice_day(), date(self.placement.voice_heard_on)),
            ],
            _ => Vec::new(),
        };
        found.into_iter().flatten().collect()
    }

    /// As a sheet of paper has room for it.
    pub fn in_brief(&self, item: Item, t: Words) -> Vec<Fact> {
        let day = |day: NaiveDate| format!("{}/{}", day.day(), day.month());
        let follow_up =
            |row: &follow_up::Model| Fact { label: day(row.due_on), value: step(&row.step, t) };
        match item {
            Item::FollowUps => self.follow_ups.iter().map(follow_up).collect(),
            _ => self.of(item, t),
        }
    }

    fn follow_up(&self, row: &follow_up::Model, t: Words) -> Option<Fact> {
        Some(Fact { label: t.day_seen_from(self.today, row.due_on), value: step(&row.step, t) })
    }

    /// The ratio in words, and whether it warns.
    pub fn ratio(&self, t: Words) -> Option<(String, bool)> {
        let warns = matches!(self.ratio, Some(Ratio::Over { .. } | Ratio::HeadcountUnknown { .. }));
        self.ratio.map(|ratio| (words::ratio(ratio, t), warns))
    }
}

/// A follow-up's name. One that people agreed on themselves stands in no pattern.
pub fn step(step: &str, t: Words) -> String {
    let key = format!("follow-ups-step-{}", step.replace('_', "-"));
    if Words::knows(&key) { t.say(&key) } else { t.checklist_extra_follow_up() }
}

fn reach(name: &str, phone: Option<&str>) -> String {
    match phone {
        Some(phone) => format!("{name}, {phone}"),
        None => name.to_owned(),
    }
}

async fn person(
    db: &impl ConnectionTrait,
    id: Option<AccountId>,
) -> AppResult<Option<account::Model>> {
    match id {
        Some(id) => Ok(account::Entity::find_by_id(id).one(db).await?),
        None => Ok(None),
    }
}

async fn shows_goal(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
) -> Result<bool, DbErr> {
    let given = disclosure::Entity::find()
        .filter(disclosure::Column::PlacementId.eq(placement.id))
        .filter(disclosure::Column::Item.eq(DisclosureItem::Goal))
        .filter(disclosure::Column::WithdrawnAt.is_null());
    Ok(given.one(db).await?.is_some())
}

async fn period(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
    person: &young_person::Model,
) -> AppResult<(Option<NaiveDate>, Option<NaiveDate>)> {
    let (Some(starts), Some(ends)) = (placement.starts_on, placement.ends_on) else {
        return Ok((None, None));
    };
    let days = u64::try_from(programme::number(db, "extension_warning_days").await?).unwrap_or(0);
    let rules = programme::length_rules(db).await?;
    let latest = legal::length_rule(&rules, person.target_group, starts)
        .ok()
        .map(|rule| rule.latest_end(starts, Length::Ordinary));
    Ok((latest, Some(legal::extension_deadline(ends, days))))
}

async fn follow_ups(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
) -> AppResult<Vec<follow_up::Model>> {
    Ok(follow_up::Entity::find()
        .filter(follow_up::Column::PlacementId.eq(placement.id))
        .filter(follow_up::Column::DroppedAt.is_null())
        .order_by_asc(follow_up::Column::DueOn)
        .all(db)
        .await?)
}
