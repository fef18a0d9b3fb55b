//! Whether people and companies come. They say it themselves, or a consultant writes down what they said.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};

use super::store;
use crate::domain::{AccountId, Attendance, CompanyId, MatchEventId, YoungPersonId};
use crate::entities::{event_company, event_young_person};
use crate::state::Txn;
use crate::web::{AppError, AppResult};

/// `by` is kept with the answer, so that it shows who wrote it down.
pub async fn of_young_person(
    txn: &Txn,
    now: DateTime<Utc>,
    event: MatchEventId,
    person: YoungPersonId,
    answer: Attendance,
    by: AccountId,
) -> AppResult<()> {
    let line = store::invitation_for_change(txn, person, event).await?;
    let mut line: event_young_person::ActiveModel = line.into();
    line.answer = Set(answer);
    line.answered_at = Set(Some(now));
    line.answered_by = Set(Some(by));
    line.update(txn).await?;
    Ok(())
}

pub async fn of_company(
    txn: &Txn,
    now: DateTime<Utc>,
    event: MatchEventId,
    company: CompanyId,
    answer: Attendance,
    by: AccountId,
) -> AppResult<()> {
    let line = event_company::Entity::find()
        .filter(event_company::Column::EventId.eq(event))
        .filter(event_company::Column::CompanyId.eq(company))
        .filter(event_company::Column::InvitedAt.is_not_null())
        .lock_exclusive()
        .one(txn)
        .await?
        .ok_or(AppError::NotFound)?;
    let mut line: event_company::ActiveModel = line.into();
    line.answer = Set(answer);
    line.answered_at = Set(Some(now));
    line.answered_by = Set(Some(by));
    line.update(txn).await?;
    Ok(())
}
