//! What is told about an event is known by its cause, so that it is told once, and can be taken back.

use chrono::NaiveDate;
use sea_orm::ColumnTrait;
use sea_orm::sea_query::ExprTrait;

use super::calendar::Method;
use crate::domain::{AccountId, MatchEventId};
use crate::entities::{mail as row, match_event};
use crate::features::calls;
use crate::mail;
use crate::state::{AppState, Txn};
use crate::web::AppResult;

/// The event has been: nobody is asked to it any more.
pub async fn untell(txn: &Txn, state: &AppState, event: MatchEventId) -> AppResult<()> {
    calls::untell_below(txn, state.clock.now(), &all_causes(event)).await
}

/// A company can no longer answer: nobody rings it for that.
pub async fn settle_host_calls(txn: &Txn, state: &AppState, event: MatchEventId) -> AppResult<()> {
    let about = format!("{}no-host-answer/", all_causes(event));
    calls::settle_below(txn, state.clock.now(), &about).await
}

/// How every cause about an event begins.
pub fn all_causes(event: MatchEventId) -> String {
    format!("event/{event}/")
}

/// How the causes of asking people to come begin.
pub fn invitation_cause(event: MatchEventId) -> String {
    format!("{}invitation/", all_causes(event))
}

/// How the causes of telling a new time or place begin.
pub fn change_cause(event: MatchEventId) -> String {
    format!("{}change/", all_causes(event))
}

/// One thing to tell many about an event; `cause` makes it once for each of them.
pub struct Letter<'a> {
    pub event: &'a match_event::Model,
    pub cause: String,
    pub method: Method,
    /// The last day on which it helps to be rung about it.
    pub latest: Option<NaiveDate>,
}

impl Letter<'_> {
    pub fn cause(&self, to: impl std::fmt::Display) -> String {
        format!("{}{}/{to}", all_causes(self.event.id), self.cause)
    }
}

/// Who does not come is told no more of what is still on its way.
pub async fn take_back(txn: &Txn, event: MatchEventId, from: &[AccountId]) -> AppResult<()> {
    for account in from {
        let about = row::Column::Cause.starts_with(all_causes(event));
        let theirs = row::Column::Cause.ends_with(format!("/{account}"));
        mail::withdraw(txn, about.and(theirs)).await?;
    }
    Ok(())
}
