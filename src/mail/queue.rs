//! The outbox: a message is a row of the transaction that caused it, once for one cause.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{IntoCondition, OnConflict};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    Set,
};

use super::html;
use super::message::{Message, Recipient};
use crate::domain::{MailId, MailStatus};
use crate::entities::{mail, new_id};
use crate::state::Txn;
use crate::web::AppResult;

/// Puts a message in the queue. A second time for the same cause changes nothing.
pub async fn enqueue<M: Message>(
    txn: &Txn,
    now: DateTime<Utc>,
    to: &Recipient,
    cause: &str,
    message: &M,
) -> AppResult<()> {
    let text = message.render()?;
    let (subject, calendar) = (message.subject(), message.calendar());
    let id: MailId = new_id();
    let row = mail::ActiveModel {
        id: Set(id),
        cause: Set(cause.to_owned()),
        message: Set(M::NAME.to_owned()),
        status: Set(MailStatus::Queued),
        to_name: Set(to.name.clone()),
        to_address: Set(to.address.clone()),
        html_body: Set(html::from_text(&subject, &text, to.words())),
        subject: Set(subject),
        text_body: Set(text),
        calendar_method: Set(calendar.as_ref().map(|calendar| calendar.method.to_owned())),
        calendar: Set(calendar.map(|calendar| calendar.file)),
        message_id: Set(format!("<{id}@omvendt>")),
        secret: Set(M::SECRET),
        attempts: Set(0),
        next_try_at: Set(now),
        locked_until: Set(None),
        sent_at: Set(None),
        last_error: Set(None),
        created_at: Set(now),
    };
    mail::Entity::insert(row)
        .on_conflict(OnConflict::column(mail::Column::Cause).do_nothing().to_owned())
        .exec_without_returning(txn)
        .await?;
    Ok(())
}

/// Those of the causes about which somebody has been written to already.
pub async fn written(
    db: &impl ConnectionTrait,
    causes: &[String],
) -> Result<HashSet<String>, DbErr> {
    let mut written = HashSet::new();
    for causes in causes.chunks(500) {
        let found: Vec<String> = mail::Entity::find()
            .select_only()
            .column(mail::Column::Cause)
            .filter(mail::Column::Cause.is_in(causes.iter().map(String::as_str)))
            .into_tuple()
            .all(db)
            .await?;
        written.extend(found);
    }
    Ok(written)
}

/// What came of trying a message again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    Queued,
    /// It was given up so long ago that its text is gone.
    Emptied,
}

/// Puts a message that was given up back in the queue, with all its tries. Any other is left as it is.
pub async fn try_again(txn: &Txn, now: DateTime<Utc>, id: MailId) -> AppResult<Again> {
    let found = mail::Entity::find_by_id(id).lock_exclusive().one(txn).await?;
    let Some(row) = found.filter(|row| row.status == MailStatus::Failed) else {
        return Ok(Again::Queued);
    };
    if row.to_address.is_empty() {
        return Ok(Again::Emptied);
    }
    let mut row: mail::ActiveModel = row.into();
    row.status = Set(MailStatus::Queued);
    row.attempts = Set(0);
    row.next_try_at = Set(now);
    row.update(txn).await?;
    Ok(Again::Queued)
}

/// The matter is settled: what waits to be sent of it, or was given up, is no longer told. As
/// nobody has had it, the same cause may be told anew.
pub async fn withdraw(txn: &Txn, which: impl IntoCondition) -> Result<(), DbErr> {
    mail::Entity::delete_many()
        .filter(mail::Column::Status.is_in([MailStatus::Queued, MailStatus::Failed]))
        .filter(which.into_condition())
        .exec(txn)
        .await?;
    Ok(())
}
