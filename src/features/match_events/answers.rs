//! Whether people and companies come. They say it themselves, or a consultant writes down what they said.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, Set};

use super::{letter, store};
use crate::domain::{AccountId, Attendance, CompanyId, MatchEventId, YoungPersonId};
use crate::entities::{event_company, event_young_person};
use crate::features::calls;
use crate::state::Txn;
use crate::web::AppResult;

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
    // Who comes is still told of a new time, and what it is the day before.
    let settled = match answer {
        Attendance::No => letter::all_causes(event),
        Attendance::Yes | Attendance::Unanswered => letter::invitation_cause(event),
    };
    calls::knows(txn, now, person, &settled).await
}

pub async fn of_company(
    txn: &Txn,
    now: DateTime<Utc>,
    event: MatchEventId,
    company: CompanyId,
    answer: Attendance,
    by: AccountId,
) -> AppResult<()> {
    let line = store::company_line_for_change(txn, company, event).await?;
    let mut line: event_company::ActiveModel = line.into();
    line.answer = Set(answer);
    line.answered_at = Set(Some(now));
    line.answered_by = Set(Some(by));
    line.update(txn).await?;
    Ok(())
}
