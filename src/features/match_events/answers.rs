//! Whether people and companies come. They say it themselves, or a consultant writes down what they said.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, Set};

use super::invitations::accounts_of;
use super::{letter, store};
use crate::domain::{AccountId, Attendance, CompanyId, MatchEventId, YoungPersonId};
use crate::entities::{event_company, event_young_person};
use crate::features::{calls, companies};
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
    store::shared(txn, event).await?;
    let line = store::invitation_for_change(txn, person, event).await?;
    let mut line: event_young_person::ActiveModel = line.into();
    line.answer = Set(answer);
    line.answered_at = Set(Some(now));
    line.answered_by = Set(Some(by));
    line.update(txn).await?;
    if answer != Attendance::No {
        // Who comes is still told of a new time, and reminded the day before.
        return calls::knows(txn, now, person, &letter::invitation_cause(event)).await;
    }
    calls::knows(txn, now, person, &letter::all_causes(event)).await?;
    let accounts = accounts_of(txn, &[person]).await?;
    let accounts: Vec<_> = accounts.values().map(|account| account.id).collect();
    letter::take_back(txn, event, &accounts).await
}

pub async fn of_company(
    txn: &Txn,
    now: DateTime<Utc>,
    event: MatchEventId,
    company: CompanyId,
    answer: Attendance,
    by: AccountId,
) -> AppResult<()> {
    store::shared(txn, event).await?;
    let line = store::company_line_for_change(txn, company, event).await?;
    let mut line: event_company::ActiveModel = line.into();
    line.answer = Set(answer);
    line.answered_at = Set(Some(now));
    line.answered_by = Set(Some(by));
    line.update(txn).await?;
    if answer == Attendance::No {
        let members = companies::members(txn, company).await?;
        let members: Vec<_> = members.into_iter().map(|member| member.id).collect();
        letter::take_back(txn, event, &members).await?;
    }
    Ok(())
}
