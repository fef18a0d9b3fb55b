//! What somebody did with a placement.

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

use super::acts::{refused, ring};
use super::files::{self, Align, Files, Items, Placement, What};
use super::keys::Keys;
use super::moments::Days;
use crate::domain::checklist::Item;
use crate::domain::{AccountId, CallKind, Observed, Party, PlacementId, ProposalAnswer};
use crate::entities::{account, call, checklist_item, placement, young_person};
use crate::features::calls;
use crate::features::checklists::acts::{self as checklist, Press};
use crate::features::follow_ups::{self, Holding, Next};
use crate::features::placements::{self, NewDates, NewEnd, NewObservation, NewOutcome, NewSwitch};
use crate::state::{AppState, Txn};
use crate::web::{AppError, AppResult};

pub async fn play(
    state: &AppState,
    keys: &mut Keys,
    of: &Placement,
    act: &files::Act,
    days: Days,
    files: &Files,
) -> AppResult<()> {
    let id = resolve(state, keys, of).await?;
    let person = keys.young_person(&of.who)?;
    let own = young_person::Entity::find_by_id(person)
        .one(&state.db.read)
        .await?
        .ok_or(AppError::NotFound)?;
    let by = match &act.by {
        Some(key) => keys.account(key)?,
        None => natural(keys, of, &act.what, own.consultant_id)?,
    };
    if let What::Called { kind, note } = &act.what {
        let open = call::Entity::find()
            .filter(
                Condition::any()
                    .add(call::Column::PlacementId.eq(id))
                    .add(call::Column::YoungPersonId.eq(person)),
            )
            .filter(call::Column::Kind.eq(*kind))
            .filter(call::Column::DoneAt.is_null())
            .one(&state.db.read)
            .await?;
        return ring(state, open, by, Some(note.clone())).await;
    }
    let txn = state.write().await?;
    match &act.what {
        What::Answer { party, answer } => say(&txn, state, id, *party, *answer, by).await?,
        What::Dates { starts, ends, hours } => {
            let new = NewDates {
                starts_on: days.day(*starts),
                ends_on: days.day(*ends),
                hours_per_week: Some(*hours),
                extended_because: String::new(),
            };
            placements::set_dates(&txn, state, id, new, by).await?.map_err(refused)?;
        }
        What::Grant {} => {
            placements::grant(&txn, state, id, days.day(act.day), by).await?.map_err(refused)?;
        }
        What::Voice { name } => {
            placements::record_voice(&txn, state, id, name, days.day(act.day), by)
                .await?
                .map_err(refused)?;
        }
        What::Disclose { item, words } => {
            let words = words.as_deref().unwrap_or_default();
            placements::disclose(&txn, state, id, *item, words, by).await?.map_err(refused)?;
        }
        What::Align(align) => agree(&txn, state, keys, of, id, align, own.consultant_id).await?,
        What::Note { item, words } => {
            let item: Item = item.parse().map_err(anyhow::Error::from)?;
            checklist::note(&txn, state, &row(&txn, id).await?, item, words, by).await?;
        }
        What::Start {} => {
            placements::start(&txn, state, id, by).await?.map_err(refused)?;
        }
        What::Hold { step, said, next_step, next_day } => {
            let found = follow_ups::of_step(&txn, id, step).await?;
            let held = found.ok_or_else(|| anyhow::anyhow!("no follow-up for the step {step}"))?;
            let holder =
                account::Entity::find_by_id(by).one(&txn).await?.ok_or(AppError::NotFound)?;
            let holding = Holding {
                said: said.clone(),
                next_step: next_step.clone().unwrap_or_default(),
                next: next_day.map(|day| Next::Extra(days.day(day))),
                adds: false,
            };
            follow_ups::hold(&txn, state, held.id, holding, &holder).await?.map_err(refused)?;
        }
        What::Observe { words, meets, contributes, belongs } => {
            let mark = |text: &Option<String>| -> AppResult<Option<Observed>> {
                Ok(text.as_deref().map(str::parse).transpose().map_err(anyhow::Error::from)?)
            };
            let new = NewObservation {
                meets: mark(meets)?,
                contributes: mark(contributes)?,
                belongs: mark(belongs)?,
                words: words.clone(),
            };
            placements::observe(&txn, state, id, new, by).await?.map_err(refused)?;
        }
        What::Talk { .. } => calls::talk::ask(&txn, state, person, "").await?,
        What::Switch { to } => switch(&txn, state, keys, files, id, to, by).await?,
        What::End { kind, reason, note, on } => {
            let note = note.clone().unwrap_or_default();
            let new = NewEnd { kind: *kind, reason: *reason, on: days.day(*on), note };
            placements::end(&txn, state, id, new, by).await?.map_err(refused)?;
        }
        What::Outcome { kind, note } => {
            let note = note.clone().unwrap_or_default();
            let new = NewOutcome { kind: *kind, noted_on: days.day(act.day), note };
            placements::record_outcome(&txn, state, id, new, by).await?.map_err(refused)?;
        }
        What::Called { .. } => {}
    }
    Ok(txn.commit().await?)
}

/// Whoever would do it in life, when the file names nobody.
fn natural(
    keys: &Keys,
    of: &Placement,
    what: &What,
    consultant: AccountId,
) -> AppResult<AccountId> {
    match what {
        What::Answer { party: Party::YoungPerson, .. }
        | What::Disclose { .. }
        | What::Talk { .. } => keys.account(&of.who),
        What::Answer { party: Party::Company, .. } | What::Observe { .. } => {
            keys.contact(keys.company(&of.company)?)
        }
        _ => Ok(consultant),
    }
}

/// The proposal that the published run made, or that a switch has made.
async fn resolve(state: &AppState, keys: &mut Keys, of: &Placement) -> AppResult<PlacementId> {
    if let Ok(id) = keys.placement(&of.key) {
        return Ok(id);
    }
    let mut made = placement::Entity::find()
        .filter(placement::Column::YoungPersonId.eq(keys.young_person(&of.who)?))
        .filter(placement::Column::CompanyId.eq(keys.company(&of.company)?));
    if let Some(event) = &of.event {
        made = made.filter(placement::Column::EventId.eq(keys.event(event)?));
    }
    let made = made.order_by_desc(placement::Column::ProposedAt).one(&state.db.read).await?;
    let id = made.ok_or_else(|| anyhow::anyhow!("nobody has proposed {}", of.key))?.id;
    keys.placements.insert(of.key.clone(), id);
    Ok(id)
}

async fn row(txn: &Txn, id: PlacementId) -> AppResult<placement::Model> {
    placement::Entity::find_by_id(id).one(txn).await?.ok_or(AppError::NotFound)
}

async fn say(
    txn: &Txn,
    state: &AppState,
    id: PlacementId,
    party: Party,
    answer: ProposalAnswer,
    by: AccountId,
) -> AppResult<()> {
    match answer {
        ProposalAnswer::Yes => {
            placements::accept(txn, state, id, party, by).await?.map_err(refused)?;
        }
        ProposalAnswer::TalkFirst => {
            placements::talk_first(txn, state, id, party, by).await?.map_err(refused)?;
        }
        ProposalAnswer::No => {
            placements::decline(txn, state, id, party, by, "").await?.map_err(refused)?;
        }
    }
    Ok(())
}

async fn switch(
    txn: &Txn,
    state: &AppState,
    keys: &mut Keys,
    files: &Files,
    from: PlacementId,
    to: &str,
    by: AccountId,
) -> AppResult<()> {
    let next = files.placements.placement.iter().find(|placement| placement.key == to);
    let place = next.and_then(|placement| placement.place.as_deref());
    let place =
        keys.place(place.ok_or_else(|| anyhow::anyhow!("the switch to {to} names no place"))?)?;
    let answer_by = state.clock.now() + chrono::Duration::days(7);
    let new = NewSwitch { place, on: state.clock.today(), answer_by };
    let id = placements::switch(txn, state, from, new, by).await?.map_err(refused)?;
    keys.placements.insert(to.to_owned(), id);
    Ok(())
}

/// Writes what was agreed, and has each party that must confirm each item.
async fn agree(
    txn: &Txn,
    state: &AppState,
    keys: &Keys,
    of: &Placement,
    id: PlacementId,
    align: &Align,
    consultant: AccountId,
) -> AppResult<()> {
    let placement = row(txn, id).await?;
    let named = |item: &Item| match &align.items {
        Items::All(all) => all == "all" && *item != Item::Voice,
        Items::These(codes) => codes.iter().any(|code| code == item.as_str()),
    };
    let items = Item::of_kind(placement.kind).filter(named);
    let who = |party: Party, together: bool| match party {
        Party::YoungPerson if !together => keys.account(&of.who),
        Party::Company => keys.contact(placement.company_id),
        _ => Ok(consultant),
    };
    for item in items.filter(|item| !align.skip.iter().any(|code| code == item.as_str())) {
        let asked = item.confirmed_by();
        let writes =
            asked.iter().rev().find(|party| **party != Party::YoungPerson).unwrap_or(&asked[0]);
        let writer =
            Press { party: *writes, by: who(*writes, false)?, revision: 0, together: false };
        if let Some(reason) = align.not_relevant.get(item.as_str()) {
            let press = Press { revision: revision(txn, id, item).await?, ..writer };
            checklist::set_aside(txn, state, &placement, item, reason, press)
                .await?
                .map_err(refused)?;
            continue;
        }
        if let Some(words) = of.agreed.get(item.as_str()) {
            let press = Press { revision: revision(txn, id, item).await?, ..writer };
            checklist::change(txn, state, &placement, item, words, press)
                .await?
                .map_err(refused)?;
        }
        for party in asked {
            if align.parties.as_ref().is_some_and(|parties| !parties.contains(party)) {
                continue;
            }
            let together = align.together && *party == Party::YoungPerson;
            let by = who(*party, together)?;
            let press =
                Press { party: *party, by, revision: revision(txn, id, item).await?, together };
            checklist::confirm(txn, state, &placement, item, press).await?.map_err(refused)?;
        }
    }
    Ok(())
}

async fn revision(txn: &Txn, placement: PlacementId, item: Item) -> AppResult<i32> {
    let row = checklist_item::Entity::find()
        .filter(checklist_item::Column::PlacementId.eq(placement))
        .filter(checklist_item::Column::Item.eq(item.as_str()))
        .one(txn)
        .await?;
    Ok(row.ok_or(AppError::NotFound)?.revision)
}

/// Calls for whoever has no e-mail are made on the day they fall due, until the month's last told day.
pub async fn make_tell_calls(
    state: &AppState,
    until: chrono::NaiveDate,
    note: &str,
) -> AppResult<()> {
    let open = call::Entity::find()
        .filter(call::Column::Kind.eq(CallKind::Tell))
        .filter(call::Column::DueOn.lte(until))
        .filter(call::Column::DoneAt.is_null())
        .all(&state.db.read)
        .await?;
    for made in open {
        let by = made.owner_id;
        ring(state, Some(made), by, Some(note.to_owned())).await?;
    }
    Ok(())
}
