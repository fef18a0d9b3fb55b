//! Telling a young person something: by e-mail, or by a call from their consultant.

use sea_orm::{DbErr, EntityTrait};

use super::{About, NewCall, open};
use crate::domain::{CallKind, YoungPersonId};
use crate::entities::{account, young_person};
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
    let due_on = programme::calendar(txn).await?.next_working_day(state.clock.today());
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
