//! Calls: somebody must ring somebody, by a day. Made when a message is not enough or cannot be sent.
//!
//! Owns `call`.

pub mod list;
pub mod show;
pub mod store;
pub mod talk;
mod tell;
mod words;

pub use tell::{knows, tell_young_person, tell_young_person_by, untell_below, untell_young_person};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, Set};

use crate::domain::{
    AccountId, CallId, CallKind, CompanyId, MatchEventId, PlacementId, YoungPersonId,
};
use crate::entities::{call, new_id, placement};
use crate::state::Txn;
use crate::web::AppResult;

/// The call's page.
pub fn path(id: CallId) -> String {
    format!("/desk/calls/{id}")
}

#[derive(Clone, Debug)]
pub struct NewCall {
    pub kind: CallKind,
    /// Makes it once: the same cause again changes nothing.
    pub cause: String,
    pub owner: AccountId,
    pub due_on: NaiveDate,
    pub about: About,
    /// For `Tell`, the name of the message; else what the caller should know, possibly nothing.
    pub words: String,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct About {
    pub young_person: Option<YoungPersonId>,
    pub company: Option<CompanyId>,
    pub placement: Option<PlacementId>,
    pub event: Option<MatchEventId>,
}

pub async fn open(txn: &Txn, now: DateTime<Utc>, new: NewCall) -> AppResult<()> {
    let row = call::ActiveModel {
        id: Set(new_id()),
        kind: Set(new.kind),
        cause: Set(new.cause),
        owner_id: Set(new.owner),
        young_person_id: Set(new.about.young_person),
        company_id: Set(new.about.company),
        placement_id: Set(new.about.placement),
        event_id: Set(new.about.event),
        words: Set(new.words),
        due_on: Set(new.due_on),
        done_at: Set(None),
        done_by: Set(None),
        note: Set(None),
        created_at: Set(now),
    };
    call::Entity::insert(row)
        .on_conflict(OnConflict::column(call::Column::Cause).do_nothing().to_owned())
        .exec_without_returning(txn)
        .await?;
    Ok(())
}

/// What one of `from` was to ring about a young person or a placement of theirs is `to`'s from now on. What a
/// colleague has taken over stays with the colleague.
pub async fn hand_over_about(
    txn: &Txn,
    young_person: YoungPersonId,
    from: &[AccountId],
    to: AccountId,
) -> AppResult<()> {
    let mut placements = Query::select();
    placements
        .column(placement::Column::Id)
        .from(placement::Entity)
        .and_where(placement::Column::YoungPersonId.eq(young_person));
    let about = Condition::any()
        .add(call::Column::YoungPersonId.eq(young_person))
        .add(call::Column::PlacementId.in_subquery(placements));
    call::Entity::update_many()
        .col_expr(call::Column::OwnerId, Expr::value(to))
        .filter(about)
        .filter(call::Column::OwnerId.is_in(from.iter().copied()))
        .filter(call::Column::DoneAt.is_null())
        .exec(txn)
        .await?;
    Ok(())
}

/// The same of every call whose cause begins so.
pub async fn settle_below(txn: &Txn, now: DateTime<Utc>, start: &str) -> AppResult<()> {
    call::Entity::update_many()
        .col_expr(call::Column::DoneAt, Expr::value(now))
        .filter(call::Column::Cause.starts_with(start))
        .filter(call::Column::DoneAt.is_null())
        .exec(txn)
        .await?;
    Ok(())
}

/// The matter is settled: a call that nobody has made yet is no longer needed.
pub async fn settle(txn: &Txn, now: DateTime<Utc>, cause: &str) -> AppResult<()> {
    call::Entity::update_many()
        .col_expr(call::Column::DoneAt, Expr::value(now))
        .filter(call::Column::Cause.eq(cause))
        .filter(call::Column::DoneAt.is_null())
        .exec(txn)
        .await?;
    Ok(())
}
