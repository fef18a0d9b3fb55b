//! How far each of one young person's placements is, for their front page.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};

use crate::domain::{
    CallKind, FollowUpForm, Party, PlacementId, PlacementStatus, ProposalAnswer, YoungPersonId,
};
use crate::entities::{call, follow_up, placement, placement_answer};
use crate::features::home::next::{Placement, Stage};
use crate::features::home::store::company_names;

pub async fn stages(
    db: &impl ConnectionTrait,
    placements: &[placement::Model],
    today: NaiveDate,
) -> Result<Vec<Placement>, DbErr> {
    let names = company_names(db, placements.iter().map(|row| row.company_id)).await?;
    let ids: Vec<PlacementId> = placements.iter().map(|row| row.id).collect();
    let answers: HashMap<PlacementId, ProposalAnswer> = placement_answer::Entity::find()
        .filter(placement_answer::Column::PlacementId.is_in(ids.iter().copied()))
        .filter(placement_answer::Column::Party.eq(Party::YoungPerson))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.placement_id, row.answer))
        .collect();
    let to_be_rung = calls_about(db, placements, CallKind::TalkFirst).await?;
    let talks = next_talks(db, &ids, today).await?;
    let stage = |row: &placement::Model| match row.status {
        PlacementStatus::Proposed => match answers.get(&row.id) {
            Some(ProposalAnswer::Yes) => Stage::CompanyToAnswer,
            Some(ProposalAnswer::TalkFirst) if to_be_rung.contains(&row.id) => {
                Stage::Talking { answer_by: row.answer_by }
            }
            _ => Stage::Unanswered { answer_by: row.answer_by, event: row.event_id },
        },
        PlacementStatus::Agreed => Stage::Agreed { starts_on: row.starts_on },
        _ => Stage::Running { next: talks.get(&row.id).copied() },
    };
    let placement = |row: &placement::Model| Placement {
        id: row.id,
        company: names.get(&row.company_id).cloned().unwrap_or_default(),
        stage: stage(row),
    };
    Ok(placements.iter().map(placement).collect())
}

/// The placements about which the young person is still to be rung.
async fn calls_about(
    db: &impl ConnectionTrait,
    placements: &[placement::Model],
    kind: CallKind,
) -> Result<HashSet<PlacementId>, DbErr> {
    let rows = call::Entity::find()
        .filter(call::Column::PlacementId.is_in(placements.iter().map(|row| row.id)))
        .filter(call::Column::YoungPersonId.is_not_null())
        .filter(call::Column::Kind.eq(kind))
        .filter(call::Column::DoneAt.is_null())
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|row| row.placement_id).collect())
}

/// The newest proposal that came to nothing, until it has been talked about.
pub async fn declined(
    db: &impl ConnectionTrait,
    young_person: YoungPersonId,
) -> Result<Option<Placement>, DbErr> {
    let rows = placement::Entity::find()
        .filter(placement::Column::YoungPersonId.eq(young_person))
        .filter(placement::Column::Status.eq(PlacementStatus::Declined))
        .order_by_desc(placement::Column::ChangedAt)
        .all(db)
        .await?;
    let open = calls_about(db, &rows, CallKind::ProposalDeclined).await?;
    let Some(row) = rows.into_iter().find(|row| open.contains(&row.id)) else { return Ok(None) };
    let by_company = placement_answer::Entity::find()
        .filter(placement_answer::Column::PlacementId.eq(row.id))
        .filter(placement_answer::Column::Party.eq(Party::Company))
        .filter(placement_answer::Column::Answer.eq(ProposalAnswer::No))
        .one(db)
        .await?
        .is_some();
    let names = company_names(db, [row.company_id]).await?;
    Ok(Some(Placement {
        id: row.id,
        company: names.get(&row.company_id).cloned().unwrap_or_default(),
        stage: Stage::Declined { by_company },
    }))
}

/// The next follow-up of each placement that has one ahead.
async fn next_talks(
    db: &impl ConnectionTrait,
    placements: &[PlacementId],
    today: NaiveDate,
) -> Result<HashMap<PlacementId, (NaiveDate, FollowUpForm)>, DbErr> {
    let open = Condition::all()
        .add(follow_up::Column::DoneAt.is_null())
        .add(follow_up::Column::DroppedAt.is_null());
    let rows = follow_up::Entity::find()
        .filter(follow_up::Column::PlacementId.is_in(placements.iter().copied()))
        .filter(open)
        .filter(follow_up::Column::DueOn.gte(today))
        .order_by_desc(follow_up::Column::DueOn)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.placement_id, (row.due_on, row.form))).collect())
}
