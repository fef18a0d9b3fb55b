//! How a placement is followed: the days somebody asks, and what has been seen.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::entities::{follow_up, observation, placement};
use crate::features::accounts;
use crate::features::checklists::{self, access::Viewer};
use crate::features::placements::store;
use crate::web::AppResult;
use crate::words::Words;

pub struct FollowUp {
    pub day: String,
    pub on: String,
    pub name: String,
    pub form: String,
    pub status: &'static str,
    pub status_words: String,
    pub is_held: bool,
    /// For the consultants.
    pub href: String,
}

/// Those the viewer takes part in; the consultants see all.
pub async fn follow_ups(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
    viewer: Viewer,
    today: NaiveDate,
    t: Words,
) -> AppResult<Vec<FollowUp>> {
    let rows = follow_up::Entity::find()
        .filter(follow_up::Column::PlacementId.eq(placement.id))
        .filter(
            Condition::any()
                .add(follow_up::Column::DroppedAt.is_null())
                .add(follow_up::Column::DoneAt.is_not_null()),
        )
        .order_by_asc(follow_up::Column::DueOn)
        .all(db)
        .await?;
    let attends = |row: &follow_up::Model| match viewer {
        Viewer::Consultant => true,
        Viewer::YoungPerson => row.attends.split(',').any(|who| who == "young_person"),
        Viewer::Company | Viewer::Mentor => row.attends.split(',').any(|who| who == "company"),
    };
    let line = |row: follow_up::Model| {
        let (status, status_words) = match row.done_at {
            Some(_) if row.dropped_at.is_some() => ("quiet", t.placements_follow_up_nothing()),
            Some(_) => ("done", t.placements_follow_up_done()),
            None if row.due_on < today && viewer.is_consultant() => {
                ("attention", t.placements_follow_up_overdue())
            }
            None => ("waiting", t.placements_follow_up_planned()),
        };
        FollowUp {
            day: t.day_seen_from(today, row.due_on),
            on: row.due_on.to_string(),
            name: checklists::follow_up_name(&row.step, t),
            form: t.kind("follow-up-form", row.form.as_str()),
            status,
            status_words,
            is_held: row.done_at.is_some(),
            href: if viewer.is_consultant() {
                format!("/follow-ups/{}", row.id)
            } else {
                String::new()
            },
        }
    };
    Ok(rows.into_iter().filter(attends).map(line).collect())
}

pub struct Observation {
    pub by: String,
    pub day: String,
    pub on: String,
    pub marks: Vec<String>,
    pub words: String,
}

pub async fn observations(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
    today: NaiveDate,
    t: Words,
) -> AppResult<Vec<Observation>> {
    let rows = store::observations(db, placement.id).await?;
    let names = accounts::store::names(db, rows.iter().map(|row| row.by_account_id)).await?;
    let mark = |label: String, mark: &Option<String>| {
        mark.as_ref().map(|mark| format!("{label}: {}", t.kind("observed", mark).to_lowercase()))
    };
    let line = |row: observation::Model| Observation {
        by: names.get(&row.by_account_id).cloned().unwrap_or_default(),
        day: t.day_seen_from(today, row.on),
        on: row.on.to_string(),
        marks: [
            mark(t.placements_mark_meets(), &row.meets),
            mark(t.placements_mark_contributes(), &row.contributes),
            mark(t.placements_mark_belongs(), &row.belongs),
        ]
        .into_iter()
        .flatten()
        .collect(),
        words: row.words,
    };
    Ok(rows.into_iter().map(line).collect())
}
