//! Telling a young person something: by e-mail, or by a call from their consultant.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, IntoCondition};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::{About, NewCall, open};
use crate::domain::{CallKind, YoungPersonId};
use crate::entities::{account, call, mail as mail_row, young_person};
use crate::features::programme;
use crate::mail::{self, Message, Recipient};
use crate::state::{AppState, Txn};
use crate::web::AppResult;
use crate::words::Words;

/// Sends the message, or, to a person without e-mail, makes it a call task of their consultant's for the next
/// working day.
pub async fn tell_young_person<M: Message>(
    txn: &Txn,
    state: &AppState,
    young_person: YoungPersonId,
    cause: &str,
    message: impl FnOnce(Words) -> M,
) -> AppResult<()> {
    tell_young_person_by(txn, state, young_person, cause, None, message).await
}

/// The same of what is of no use after `latest`: the call is due by then, also when no working day lies between.
pub async fn tell_young_person_by<M: Message>(
    txn: &Txn,
    state: &AppState,
    young_person: YoungPersonId,
    cause: &str,
    latest: Option<NaiveDate>,
    message: impl FnOnce(Words) -> M,
) -> AppResult<()> {
    let now = state.clock.now();
    let missing = || DbErr::RecordNotFound("the young person to tell".into());
    let person =
        young_person::Entity::find_by_id(young_person).one(txn).await?.ok_or_else(missing)?;
    let account =
        account::Entity::find_by_id(person.account_id).one(txn).await?.ok_or_else(missing)?;
    if account.disabled_at.is_some() {
        return Ok(());
    }
    if let Some(recipient) = Recipient::of(&account) {
        return mail::enqueue(txn, now, &recipient, cause, &message(recipient.words())).await;
    }
    let next = programme::calendar(txn).await?.next_working_day(state.clock.today());
    let due_on = latest.filter(|latest| *latest < next).unwrap_or(next);
    let new = NewCall {
        kind: CallKind::Tell,
        cause: cause.to_owned(),
        owner: person.consultant_id,
        due_on,
        about: About { young_person: Some(young_person), ..About::default() },
        words: M::NAME.to_owned(),
    };
    open(txn, now, new).await
}

/// What was to be told with a cause that begins so is settled, or overtaken: nobody is rung or written to about it.
pub async fn untell_below(txn: &Txn, now: DateTime<Utc>, start: &str) -> AppResult<()> {
    settle_telling(txn, now, call::Column::Cause.starts_with(start)).await?;
    Ok(mail::withdraw(txn, mail_row::Column::Cause.starts_with(start)).await?)
}

/// The same of one young person's part in it: they know.
pub async fn knows(
    txn: &Txn,
    now: DateTime<Utc>,
    young_person: YoungPersonId,
    start: &str,
) -> AppResult<()> {
    let theirs = call::Column::YoungPersonId.eq(young_person);
    settle_telling(txn, now, theirs.and(call::Column::Cause.starts_with(start))).await
}

/// Nothing is told to this young person any more, whatever it was about.
pub async fn untell_young_person(
    txn: &Txn,
    now: DateTime<Utc>,
    young_person: YoungPersonId,
    address: Option<&str>,
) -> AppResult<()> {
    settle_telling(txn, now, call::Column::YoungPersonId.eq(young_person)).await?;
    if let Some(address) = address {
        mail::withdraw(txn, mail_row::Column::ToAddress.eq(address)).await?;
    }
    Ok(())
}

async fn settle_telling(txn: &Txn, now: DateTime<Utc>, which: impl IntoCondition) -> AppResult<()> {
    call::Entity::update_many()
        .col_expr(call::Column::DoneAt, Expr::value(now))
        .filter(call::Column::Kind.eq(CallKind::Tell))
        .filter(call::Column::DoneAt.is_null())
        .filter(which.into_condition())
        .exec(txn)
        .await?;
    Ok(())
}
