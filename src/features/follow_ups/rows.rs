//! A board's rows, and the names in them.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect,
};

use super::presence::Presence;
use super::{path, words};
use crate::domain::{AccountId, CompanyId, PlacementId, YoungPersonId};
use crate::entities::{account, company, follow_up, placement, young_person};
use crate::words::Words;

/// When a follow-up is due, as a board tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Overdue,
    Today,
    ThisWeek,
    Later,
}

impl When {
    pub const ALL: [Self; 4] = [Self::Overdue, Self::Today, Self::ThisWeek, Self::Later];

    pub fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Today => "today",
            Self::ThisWeek => "week",
            Self::Later => "later",
        }
    }

    pub fn of(due_on: NaiveDate, today: NaiveDate) -> Self {
        let holds = |when: &Self| {
            let (from, before) = when.days(today);
            from.is_none_or(|from| from <= due_on) && before.is_none_or(|before| due_on < before)
        };
        Self::ALL.into_iter().find(holds).unwrap_or(Self::Later)
    }

    /// The first day, and the first day after. The week ends on Sunday.
    pub fn days(self, today: NaiveDate) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let after = |days| today.checked_add_days(Days::new(days)).unwrap_or(today);
        let tomorrow = after(1);
        let monday = after(7 - u64::from(today.weekday().num_days_from_monday()));
        match self {
            Self::Overdue => (None, Some(today)),
            Self::Today => (Some(today), Some(tomorrow)),
            Self::ThisWeek => (Some(tomorrow), Some(monday)),
            Self::Later => (Some(monday), None),
        }
    }

    pub fn label(self, t: Words) -> String {
        match self {
            Self::Overdue => t.follow_ups_overdue(),
            Self::Today => t.follow_ups_today(),
            Self::ThisWeek => t.follow_ups_week(),
            Self::Later => t.follow_ups_later(),
        }
    }
}

pub struct Group {
    pub when: When,
    pub heading: String,
    pub rows: Vec<Row>,
}

pub struct Row {
    pub href: String,
    pub person: String,
    pub company: String,
    pub step: String,
    pub day: String,
    pub due_on: NaiveDate,
    /// More than a week over time.
    pub waits_long: bool,
    pub form: String,
    pub attends: String,
    pub owner: String,
}

/// Whom a placement is about.
#[derive(Clone, Debug, Default)]
pub struct Named {
    pub account: Option<AccountId>,
    pub person: String,
    pub company: String,
}

/// The names behind a page of follow-ups, in three statements however many there are.
pub async fn names(
    db: &impl ConnectionTrait,
    rows: &[follow_up::Model],
) -> Result<HashMap<PlacementId, Named>, DbErr> {
    let placements: Vec<(PlacementId, YoungPersonId, CompanyId)> = placement::Entity::find()
        .select_only()
        .columns([
            placement::Column::Id,
            placement::Column::YoungPersonId,
            placement::Column::CompanyId,
        ])
        .filter(placement::Column::Id.is_in(rows.iter().map(|row| row.placement_id)))
        .into_tuple()
        .all(db)
        .await?;
    let people = people(db, placements.iter().map(|(_, person, _)| *person)).await?;
    let companies: Vec<(CompanyId, String)> = company::Entity::find()
        .select_only()
        .columns([company::Column::Id, company::Column::Name])
        .filter(company::Column::Id.is_in(placements.iter().map(|(.., company)| *company)))
        .into_tuple()
        .all(db)
        .await?;
    let companies: HashMap<CompanyId, String> = companies.into_iter().collect();
    let named = |(id, person, company): (PlacementId, YoungPersonId, CompanyId)| {
        let (account, person) = people.get(&person).cloned().unzip();
        let company = companies.get(&company).cloned().unwrap_or_default();
        (id, Named { account, person: person.unwrap_or_default(), company })
    };
    Ok(placements.into_iter().map(named).collect())
}

async fn people(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = YoungPersonId>,
) -> Result<HashMap<YoungPersonId, (AccountId, String)>, DbErr> {
    let rows: Vec<(YoungPersonId, AccountId, String)> = young_person::Entity::find()
        .select_only()
        .column(young_person::Column::Id)
        .columns([account::Column::Id, account::Column::Name])
        .join(
            JoinType::InnerJoin,
            young_person::Entity::belongs_to(account::Entity)
                .from(young_person::Column::AccountId)
                .to(account::Column::Id)
                .into(),
        )
        .filter(young_person::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, account, name)| (id, (account, name))).collect())
}

/// The rows under headings of when they are due; they come in the order of their days.
pub fn groups(
    follow_ups: &[follow_up::Model],
    names: &HashMap<PlacementId, Named>,
    presence: &Presence,
    today: NaiveDate,
    t: Words,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for follow_up in follow_ups {
        let when = When::of(follow_up.due_on, today);
        if groups.last().is_none_or(|group| group.when != when) {
            groups.push(Group { when, heading: when.label(t), rows: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.rows.push(row(follow_up, names, presence, today, t));
        }
    }
    groups
}

fn row(
    follow_up: &follow_up::Model,
    names: &HashMap<PlacementId, Named>,
    presence: &Presence,
    today: NaiveDate,
    t: Words,
) -> Row {
    let named = names.get(&follow_up.placement_id).cloned().unwrap_or_default();
    Row {
        href: path(follow_up.id),
        person: named.person,
        company: named.company,
        step: words::title(follow_up, t),
        day: t.day_seen_from(today, follow_up.due_on),
        due_on: follow_up.due_on,
        waits_long: (today - follow_up.due_on).num_days() > 7,
        form: words::form(follow_up, t),
        attends: words::attends(follow_up, t),
        owner: presence.words(follow_up.owner_id, t),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_ends_on_sunday() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        // 1 October 2026 is a Thursday.
        for (due_on, when) in [
            ("2026-09-30", When::Overdue),
            ("2026-10-01", When::Today),
            ("2026-10-02", When::ThisWeek),
            ("2026-10-04", When::ThisWeek),
            ("2026-10-05", When::Later),
        ] {
            assert_eq!(When::of(day(due_on), day("2026-10-01")), when, "{due_on}");
        }
        assert_eq!(When::of(day("2026-10-05"), day("2026-10-04")), When::Later);
    }
}
