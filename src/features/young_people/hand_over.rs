//! Another consultant: what is open for a young person goes along, in the same transaction.

use super::mail::{NewContactMail, YoungPersonHandedOver};
use super::path;
use crate::domain::{AccountId, PlacementId};
use crate::entities::young_person;
use crate::features::accounts::{self, away};
use crate::features::{calls, checklists, placements};
use crate::mail::{self, Recipient};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

/// Gives the calls, follow-ups and placements that `person`'s consultant has to do with to `to`, with what has come
/// to whoever stands in today. The new consultant is told, unless they did it themselves. Answers with the placement
/// where the young person's yes to the contact is wanted.
pub async fn hand_over(
    txn: &Txn,
    state: &AppState,
    person: &young_person::Model,
    to: AccountId,
    by: AccountId,
) -> AppResult<Option<PlacementId>> {
    let before = accounts::store::account(txn, person.consultant_id).await?;
    let stands_in = away::present(txn, before.clone(), state.clock.today()).await?.id;
    let from = [before.id, stands_in];
    let asked = placements::hand_over(txn, state, person.id, &from, to, by).await?;
    calls::hand_over_about(txn, person.id, &from, to).await?;

    let to = accounts::store::account(txn, to).await?;
    let Some(recipient) = Recipient::of(&to).filter(|_| to.id != by) else { return Ok(asked) };
    let (now, link) = (state.clock.now(), state.link(&path(person.id)));
    let message = YoungPersonHandedOver { t: recipient.words(), link };
    let cause =
        format!("young-person/{}/handed-over/{}/{}", person.id, to.id, now.timestamp_micros());
    mail::enqueue(txn, now, &recipient, &cause, &message).await?;
    Ok(asked)
}

/// `person` hears whom to ring now, and is asked for a yes where one is wanted; an earlier letter that has not
/// gone out is overtaken.
pub async fn tell_young_person(
    txn: &Txn,
    state: &AppState,
    person: &young_person::Model,
    asked: Option<PlacementId>,
) -> AppResult<()> {
    let now = state.clock.now();
    let consultant = accounts::store::account(txn, person.consultant_id).await?;
    let contacts = away::contacts(txn, consultant, state.clock.today()).await?;
    let cause = format!("young-person/{}/new-contact/", person.id);
    calls::untell_below(txn, now, &cause).await?;
    let cause = format!("{cause}{}", now.timestamp_micros());
    let link = state.link(&asked.map_or_else(|| "/me".to_owned(), checklists::path));
    let is_asked = asked.is_some();
    let people = |t| placements::municipality_lines(&contacts, t);
    let message = |t| NewContactMail { t, people: people(t), is_asked, link };
    calls::tell_young_person(txn, state, person.id, &cause, message).await
}
