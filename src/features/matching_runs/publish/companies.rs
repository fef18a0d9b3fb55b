//! What a result tells the companies: every one that was there is written to, and who has nobody is rung.

use std::collections::BTreeSet;

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select,
};

use crate::domain::{Attendance, CallKind, CompanyId, MatchEventId, MatchingRunId};
use crate::entities::{company, event_company, match_event};
use crate::features::calls::{self, About, NewCall};
use crate::features::matching_runs::company_result_path;
use crate::features::matching_runs::mail::CompanyResult;
use crate::features::{accounts, companies, programme};
use crate::state::{AppState, Txn};
use crate::web::AppResult;
use crate::words::Words;

/// A company without a match is rung within so many working days.
const CALL_WITHIN: u32 = 5;

pub fn unmatched_cause(event: MatchEventId, company: CompanyId) -> String {
    format!("match/{event}/unmatched/{company}")
}

/// Locks the companies that were there, in the order of their ids, before anybody counts what they have free: a
/// switch into the last place waits.
pub async fn lock(txn: &Txn, event: MatchEventId) -> AppResult<Vec<CompanyId>> {
    let there = present_rows(event).select_only().column(event_company::Column::CompanyId);
    let companies = company::Entity::find()
        .filter(company::Column::Id.in_subquery(there.into_query()))
        .order_by_asc(company::Column::Id)
        .lock_exclusive();
    Ok(companies.all(txn).await?.into_iter().map(|company| company.id).collect())
}

/// Companies that were there, matched or not.
pub async fn present(db: &impl ConnectionTrait, event: MatchEventId) -> AppResult<Vec<CompanyId>> {
    Ok(present_rows(event).all(db).await?.into_iter().map(|row| row.company_id).collect())
}

fn present_rows(event: MatchEventId) -> Select<event_company::Entity> {
    event_company::Entity::find()
        .filter(event_company::Column::EventId.eq(event))
        .filter(event_company::Column::InvitedAt.is_not_null())
        .filter(event_company::Column::Answer.eq(Attendance::Yes))
}

pub async fn tell(
    txn: &Txn,
    state: &AppState,
    event: &match_event::Model,
    present: &[CompanyId],
    matched: &BTreeSet<CompanyId>,
) -> AppResult<()> {
    let calendar = programme::calendar(txn).await?;
    for &id in present {
        let cause = format!("match/{}/company/{id}", event.id);
        write(txn, state, event.id, id, &cause).await?;
        if matched.contains(&id) {
            continue;
        }
        let company = companies::store::company(txn, id).await?;
        let owner = company.consultant_id.unwrap_or(event.created_by);
        let language = accounts::store::account(txn, owner).await?.language;
        let new = NewCall {
            kind: CallKind::CompanyContact,
            cause: unmatched_cause(event.id, id),
            owner,
            due_on: calendar.add_working_days(state.clock.today(), CALL_WITHIN),
            about: About { company: Some(id), event: Some(event.id), ..About::default() },
            words: Words(language).runs_call_unmatched(),
        };
        calls::open(txn, state.clock.now(), new).await?;
    }
    Ok(())
}

/// After a no there are new proposals: those companies are written to again, and need no call about nobody.
pub async fn tell_of_repair(
    txn: &Txn,
    state: &AppState,
    event: MatchEventId,
    run: MatchingRunId,
    matched: &BTreeSet<CompanyId>,
) -> AppResult<()> {
    for id in matched {
        write(txn, state, event, *id, &format!("match/{run}/company/{id}")).await?;
        calls::settle(txn, state.clock.now(), &unmatched_cause(event, *id)).await?;
    }
    Ok(())
}

async fn write(
    txn: &Txn,
    state: &AppState,
    event: MatchEventId,
    company: CompanyId,
    cause: &str,
) -> AppResult<()> {
    let link = state.link(&company_result_path(event));
    let message = |t| CompanyResult { t, link: link.clone() };
    companies::tell_company(txn, state, company, cause, message).await
}
