//! Sends what waits. A message is claimed, sent, and only then marked, so a crash between the two repeats one
//! message at most, under the same Message-ID.

use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::{Expr, LockBehavior, LockType, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbBackend, EntityTrait, Order,
    QueryFilter, Set,
};

use super::WhyNot;
use super::transport::Transport;
use crate::domain::MailStatus;
use crate::entities::mail;
use crate::state::AppState;
use crate::web::AppResult;

/// After this many failures the message waits for an administrator.
const ATTEMPTS: i32 = 8;

/// Sends what is due, and leaves the rest where it is when told to stop; how many were tried.
pub async fn send_due(
    state: &AppState,
    transport: &Transport,
    stopping: impl Fn() -> bool,
) -> AppResult<usize> {
    let mut tried = 0;
    while !stopping()
        && let Some(row) = claim(state, state.clock.now()).await?
    {
        tried += 1;
        let result = transport.send(&row, &state.settings.mail_from).await;
        settle(state, row, result, state.clock.now()).await?;
    }
    Ok(tried)
}

async fn claim(state: &AppState, now: DateTime<Utc>) -> AppResult<Option<mail::Model>> {
    let waiting = Condition::all()
        .add(mail::Column::Status.eq(MailStatus::Queued))
        .add(mail::Column::NextTryAt.lte(now));
    let left = Condition::all()
        .add(mail::Column::Status.eq(MailStatus::Sending))
        .add(mail::Column::LockedUntil.lt(now));
    let due = Condition::any().add(waiting).add(left);
    let mut next = Query::select();
    next.column(mail::Column::Id)
        .from(mail::Entity)
        .cond_where(due)
        .order_by(mail::Column::NextTryAt, Order::Asc)
        .limit(1);
    let txn = state.write().await?;
    if txn.get_database_backend() == DbBackend::Postgres {
        next.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    }
    let claimed = mail::Entity::update_many()
        .col_expr(mail::Column::Status, Expr::value(MailStatus::Sending))
        .col_expr(mail::Column::LockedUntil, Expr::value(now + Duration::minutes(5)))
        .filter(mail::Column::Id.in_subquery(next))
        .exec_with_returning(&txn)
        .await?;
    txn.commit().await?;
    Ok(claimed.into_iter().next())
}

async fn settle(
    state: &AppState,
    sent: mail::Model,
    result: anyhow::Result<()>,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let attempts = sent.attempts + 1;
    let secret = sent.secret;
    let mut row: mail::ActiveModel = sent.into();
    row.attempts = Set(attempts);
    row.locked_until = Set(None);
    match result {
        Ok(()) => {
            row.status = Set(MailStatus::Sent);
            row.sent_at = Set(Some(now));
            row.last_error = Set(None);
            if secret {
                row.text_body = Set(String::new());
                row.html_body = Set(String::new());
            }
        }
        Err(error) => {
            let why = WhyNot::of(&error).to_string();
            tracing::warn!(attempts, why, "a message could not be sent");
            row.last_error = Set(Some(why));
            row.status =
                Set(if attempts >= ATTEMPTS { MailStatus::Failed } else { MailStatus::Queued });
            row.next_try_at = Set(now + wait(attempts));
        }
    }
    let txn = state.write().await?;
    row.update(&txn).await?;
    txn.commit().await?;
    Ok(())
}

/// One minute, then twice as long each time, at most six hours.
fn wait(attempts: i32) -> Duration {
    Duration::minutes(1i64 << (attempts - 1).clamp(0, 9)).min(Duration::hours(6))
}
