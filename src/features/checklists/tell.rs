//! Telling the people of a placement that something has changed, each by a message that names nobody.

use crate::domain::Party;
use crate::entities::placement;
use crate::features::{calls, companies};
use crate::mail::Message;
use crate::state::{AppState, Txn};
use crate::web::AppResult;
use crate::words::Words;

/// `what` with the placement makes the cause: the same again is told once.
pub async fn tell<M: Message>(
    txn: &Txn,
    state: &AppState,
    placement: &placement::Model,
    party: Party,
    what: &str,
    message: impl Fn(Words) -> M,
) -> AppResult<()> {
    let cause = format!("placement/{}/{what}/{}", placement.id, party.as_str());
    match party {
        Party::YoungPerson => {
            let young_person = placement.young_person_id;
            calls::tell_young_person(txn, state, young_person, &cause, message).await
        }
        Party::Company => {
            companies::tell_company(txn, state, placement.company_id, &cause, message).await
        }
        Party::Consultant => Ok(()),
    }
}
