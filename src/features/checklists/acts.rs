//! What people do with an item. Each act rides in the caller's transaction, together with its message.

use super::mail::ItemsChangedMail;
use super::{item_path, path, store, tell};
use crate::domain::checklist::{ChecklistError, Confirmed, Item};
use crate::domain::{AccountId, Party};
use crate::entities::placement;
use crate::state::{AppState, Txn};
use crate::web::AppResult;

/// Opens the list of an agreed placement; a second time changes nothing.
pub async fn open(txn: &Txn, state: &AppState, placement: &placement::Model) -> AppResult<()> {
    store::open(txn, placement, state.clock.now()).await
}

/// Who presses, for whom, and which words they had before them.
#[derive(Clone, Copy, Debug)]
pub struct Press {
    pub party: Party,
    pub by: AccountId,
    pub revision: i32,
    /// The young person said it beside their consultant, on the consultant's screen.
    pub together: bool,
}

/// One party's yes. The colleagues' voice is said by recording who and when: see [`voice_recorded`].
pub async fn confirm(
    txn: &Txn,
    state: &AppState,
    placement: &placement::Model,
    item: Item,
    press: Press,
) -> AppResult<Result<Confirmed, ChecklistError>> {
    if item == Item::Voice {
        return Ok(Err(ChecklistError::NotAsked));
    }
    put_yes(txn, state, placement, item, press).await
}

async fn put_yes(
    txn: &Txn,
    state: &AppState,
    placement: &placement::Model,
    item: Item,
    press: Press,
) -> AppResult<Result<Confirmed, ChecklistError>> {
    let row = store::item_for_change(txn, placement.id, item).await?;
    let confirmed = match row.state().confirm(press.party, press.revision) {
        Ok(confirmed) => confirmed,
        Err(error) => return Ok(Err(error)),
    };
    if confirmed == Confirmed::Now {
        store::put_yes(txn, row.model.id, row.model.revision, yes(press, state)).await?;
    }
    Ok(Ok(confirmed))
}

fn yes(press: Press, state: &AppState) -> store::Yes {
    let Press { party, by, together, .. } = press;
    store::Yes { party, by, together, at: state.clock.now() }
}

/// Writes anew what is agreed and opens this item, and no other, for those who had said yes. Whoever writes
/// says yes by it. Words that changed since they were read are not written over.
pub async fn change(
    txn: &Txn,
    state: &AppState,
    placement: &placement::Model,
    item: Item,
    text: &str,
    press: Press,
) -> AppResult<Result<(), ChecklistError>> {
    let row = store::item_for_change(txn, placement.id, item).await?;
    let text = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let mut rule = row.state();
    if row.model.agreed == text && !rule.not_relevant {
        return match rule.confirm(press.party, rule.revision) {
            Ok(Confirmed::Before) => Ok(Ok(())),
            Ok(Confirmed::Now) => {
                store::put_yes(txn, row.model.id, rule.revision, yes(press, state)).await?;
                Ok(Ok(()))
            }
            Err(error) => Ok(Err(error)),
        };
    }
    if press.revision != row.model.revision {
        return Ok(Err(ChecklistError::Changed));
    }
    let fell_away = match rule.change(press.party, true) {
        Ok(parties) => parties,
        Err(error) => return Ok(Err(error)),
    };
    let (id, now) = (row.model.id, state.clock.now());
    store::save(txn, row, &rule, store::Standing::Agreed(text), press.by, now).await?;
    store::put_yes(txn, id, rule.revision, yes(press, state)).await?;
    tell_parties(txn, state, placement, &fell_away).await?;
    Ok(Ok(()))
}

/// A fact that an item is about has changed elsewhere, such as the dates: those who said yes are asked again,
/// except the consultant who changed it. `told` have a letter of their own about the change and get no other.
pub async fn reopen(
    txn: &Txn,
    state: &AppState,
    placement: &placement::Model,
    item: Item,
    by: AccountId,
    told: &[Party],
) -> AppResult<()> {
    let row = store::item_for_change(txn, placement.id, item).await?;
    let mut rule = row.state();
    if !item.confirmed_by().iter().any(|party| rule.has_confirmed(*party)) {
        return Ok(());
    }
    let is_consultants = item.confirmed_by().contains(&Party::Consultant);
    let changer = if is_consultants { Party::Consultant } else { Party::Company };
    let stays = is_consultants && rule.has_confirmed(Party::Consultant);
    let Ok(fell_away) = rule.change(changer, stays) else { return Ok(()) };
    let (id, agreed, now) = (row.model.id, row.model.agreed.clone(), state.clock.now());
    store::save(txn, row, &rule, store::Standing::Agreed(agreed), by, now).await?;
    if stays {
        let yes = store::Yes { party: Party::Consultant, by, together: false, at: now };
        store::put_yes(txn, id, rule.revision, yes).await?;
    }
    let asked: Vec<Party> = fell_away.into_iter().filter(|party| !told.contains(party)).collect();
    tell_parties(txn, state, placement, &asked).await
}

/// Sets an item aside with a reason everybody can read.
pub async fn set_aside(
    txn: &Txn,
    state: &AppState,
    placement: &placement::Model,
    item: Item,
    reason: &str,
    press: Press,
) -> AppResult<Result<(), ChecklistError>> {
    let row = store::item_for_change(txn, placement.id, item).await?;
    let reason = reason.trim();
    if row.model.not_relevant_because.as_deref() == Some(reason) {
        return Ok(Ok(()));
    }
    if press.revision != row.model.revision {
        return Ok(Err(ChecklistError::Changed));
    }
    let employees = store::company(txn, placement.company_id).await?.ordinary_employees;
    let mut rule = row.state();
    if let Err(error) = rule.set_aside(press.party, reason, employees) {
        return Ok(Err(error));
    }
    let words = store::Standing::NotRelevant(reason.to_owned());
    store::save(txn, row, &rule, words, press.by, state.clock.now()).await?;
    let asked = item.confirmed_by().iter().copied();
    let others: Vec<Party> = asked.filter(|party| *party != press.party).collect();
    tell_parties(txn, state, placement, &others).await?;
    Ok(Ok(()))
}

/// The consultant has written down who spoke for the colleagues and when; that is their yes.
pub async fn voice_recorded(
    txn: &Txn,
    state: &AppState,
    placement: &placement::Model,
    by: AccountId,
) -> AppResult<Result<(), ChecklistError>> {
    let row = store::item_for_change(txn, placement.id, Item::Voice).await?;
    let mut rule = row.state();
    if rule.not_relevant {
        if let Err(error) = rule.change(Party::Consultant, false) {
            return Ok(Err(error));
        }
        let agreed = row.model.agreed.clone();
        store::save(txn, row, &rule, store::Standing::Agreed(agreed), by, state.clock.now())
            .await?;
    }
    let press = Press { party: Party::Consultant, by, revision: rule.revision, together: false };
    Ok(put_yes(txn, state, placement, Item::Voice, press).await?.map(|_| ()))
}

/// A remark beside what is agreed; it opens nothing again. The same words twice in a row are one press too many.
pub async fn note(
    txn: &Txn,
    state: &AppState,
    placement: &placement::Model,
    item: Item,
    words: &str,
    by: AccountId,
) -> AppResult<()> {
    let row = store::item_for_change(txn, placement.id, item).await?;
    let newest = store::notes(txn, row.model.id).await?.pop();
    if newest.is_some_and(|note| note.written_by == by && note.words == words) {
        return Ok(());
    }
    store::add_note(txn, row.model.id, words.to_owned(), by, state.clock.now()).await
}

/// However much changes in a day, each side hears of it once.
async fn tell_parties(
    txn: &Txn,
    state: &AppState,
    placement: &placement::Model,
    parties: &[Party],
) -> AppResult<()> {
    let what = format!("items/{}", state.clock.today());
    for party in parties {
        let link = state.link(&path(placement.id));
        let message = |t| ItemsChangedMail { t, link: link.clone() };
        tell::tell(txn, state, placement, *party, &what, message).await?;
    }
    Ok(())
}

/// Where a press on an item leads: to the next one that waits for the same side, else back to the list.
pub(super) async fn next_path(
    txn: &Txn,
    placement: &placement::Model,
    after: Item,
    party: Party,
) -> AppResult<String> {
    let rows = store::items(txn, placement.id).await?;
    let from = rows.iter().position(|row| row.item == after).map_or(0, |place| place + 1);
    let waits =
        |row: &&store::Row| row.item != Item::Voice && row.state().waiting_for().contains(&party);
    let next = rows[from..].iter().chain(&rows[..from]).find(waits);
    Ok(next.map_or_else(|| path(placement.id), |row| item_path(placement.id, row.item)))
}
