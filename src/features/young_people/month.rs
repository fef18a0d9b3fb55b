//! One person's events and placements, as the consultants' page lists them.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use omvendt_frontend::parts::Person;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::domain::event::waits_for_match;
use crate::domain::{MatchEventId, MentorId, RankingStage, YoungPersonId};
use crate::entities::{company, event_young_person, match_event, mentor, placement, ranking};
use crate::words::Words;

pub struct EventLine {
    pub href: String,
    pub when: String,
    pub exact: String,
    pub status: String,
    pub answer: String,
    pub came: bool,
    pub ranked: bool,
}

/// The newest first.
pub async fn events(
    db: &impl ConnectionTrait,
    person: YoungPersonId,
    now: DateTime<Utc>,
    t: Words,
) -> Result<Vec<EventLine>, DbErr> {
    let invited = event_young_person::Entity::find()
        .filter(event_young_person::Column::YoungPersonId.eq(person))
        .all(db)
        .await?;
    let by_event: HashMap<MatchEventId, event_young_person::Model> =
        invited.into_iter().map(|row| (row.event_id, row)).collect();
    let ranked: HashSet<MatchEventId> = ranking::Entity::find()
        .filter(ranking::Column::YoungPersonId.eq(person))
        .filter(ranking::Column::Stage.eq(RankingStage::Saved))
        .all(db)
        .await?
        .into_iter()
        .map(|row| row.event_id)
        .collect();
    let rows = match_event::Entity::find()
        .filter(match_event::Column::Id.is_in(by_event.keys().copied()))
        .order_by_desc(match_event::Column::StartsAt)
        .all(db)
        .await?;
    let line = |row: match_event::Model| {
        let invited = &by_event[&row.id];
        EventLine {
            href: format!("/desk/events/{}", row.id),
            when: t.moment(row.starts_at),
            exact: t.exact(row.starts_at),
            status: if waits_for_match(row.status, row.ranking_closes_at, now) {
                t.events_status_waits_for_match()
            } else {
                t.kind("event-status", row.status.as_str())
            },
            answer: t.kind("attendance", invited.answer.as_str()),
            came: invited.came_at.is_some(),
            ranked: ranked.contains(&row.id),
        }
    };
    Ok(rows.into_iter().map(line).collect())
}

pub struct PlacementLine {
    pub href: String,
    pub company: String,
    pub kind: String,
    pub status: String,
    pub dates: String,
    pub mentor: Option<Person>,
}

/// The newest first, each with its mentor and their number.
pub async fn placements(
    db: &impl ConnectionTrait,
    person: YoungPersonId,
    t: Words,
) -> Result<Vec<PlacementLine>, DbErr> {
    let rows = placement::Entity::find()
        .filter(placement::Column::YoungPersonId.eq(person))
        .order_by_desc(placement::Column::ProposedAt)
        .all(db)
        .await?;
    let companies = company::Entity::find()
        .filter(company::Column::Id.is_in(rows.iter().map(|row| row.company_id)))
        .all(db)
        .await?;
    let mentors: HashMap<MentorId, mentor::Model> = mentor::Entity::find()
        .filter(mentor::Column::Id.is_in(rows.iter().filter_map(|row| row.mentor_id)))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let line = |row: placement::Model| PlacementLine {
        href: format!("/placements/{}", row.id),
        company: companies
            .iter()
            .find(|company| company.id == row.company_id)
            .map(|company| company.name.clone())
            .unwrap_or_default(),
        kind: t.kind("placement-kind", row.kind.as_str()),
        status: t.kind("placement-status", row.status.as_str()),
        dates: match (row.starts_on, row.ended_on.or(row.ends_on)) {
            (Some(from), Some(to)) => t.young_people_from_to(t.date(from), t.date(to)),
            (Some(from), None) => t.young_people_from(t.date(from)),
            _ => String::new(),
        },
        mentor: row.mentor_id.and_then(|id| mentors.get(&id)).map(|mentor| Person {
            name: mentor.name.clone(),
            role: t.young_people_mentor(),
            phone: mentor.phone.clone().unwrap_or_default(),
            email: mentor.email.clone().unwrap_or_default(),
        }),
    };
    Ok(rows.into_iter().map(line).collect())
}
