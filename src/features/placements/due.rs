//! What falls due for proposals: one reminder before the date, and after it a call for the consultant. Silence
//! is never a no.

use std::collections::{HashMap, HashSet};

use chrono::Duration;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

use super::acts::{BOTH, open_silence_call};
use super::history::{self, Change};
use super::mail::ProposalReminderMail;
use super::{path, store};
use crate::domain::{Party, PlacementId, PlacementStatus};
use crate::entities::{placement, placement_answer};
use crate::features::checklists::tell;
use crate::state::AppState;
use crate::web::AppResult;
use crate::words::Words;

/// How long before the date somebody who has not answered is reminded.
const REMINDED_BEFORE: Duration = Duration::days(2);

/// Every proposal, by its id, so that old silences stand in nobody's way. Each in a transaction of its own; the
/// history tells what was done before, so that nothing is written while nothing is due.
pub async fn due(state: &AppState) -> AppResult<()> {
    let (db, now) = (&state.db.read, state.clock.now());
    let mut after: Option<PlacementId> = None;
    loop {
        let open: Vec<placement::Model> = placement::Entity::find()
            .filter(placement::Column::Status.eq(PlacementStatus::Proposed))
            .filter(placement::Column::AnswerBy.lte(now + REMINDED_BEFORE))
            .apply_if(after, |open, id| open.filter(placement::Column::Id.gt(id)))
            .order_by_asc(placement::Column::Id)
            .limit(500)
            .all(db)
            .await?;
        let Some(last) = open.last() else { return Ok(()) };
        after = Some(last.id);
        ask_those_due(state, open).await?;
    }
}

async fn ask_those_due(state: &AppState, open: Vec<placement::Model>) -> AppResult<()> {
    let (db, now) = (&state.db.read, state.clock.now());
    let ids: Vec<PlacementId> = open.iter().map(|row| row.id).collect();
    let mut answered: HashMap<PlacementId, Vec<Party>> = HashMap::new();
    for row in placement_answer::Entity::find()
        .filter(placement_answer::Column::PlacementId.is_in(ids.iter().copied()))
        .all(db)
        .await?
    {
        answered.entry(row.placement_id).or_default().push(row.party);
    }
    let done: HashSet<(PlacementId, Change)> = history::asked(db, ids).await?.into_iter().collect();
    for row in open {
        let silent = BOTH
            .iter()
            .filter(|party| !answered.get(&row.id).is_some_and(|parties| parties.contains(party)));
        let step = |party: &Party| step(*party, now >= row.answer_by);
        if silent.map(step).any(|change| !done.contains(&(row.id, change))) {
            ask(state, row.id).await?;
        }
    }
    Ok(())
}

fn step(party: Party, too_late: bool) -> Change {
    match (too_late, party) {
        (false, _) => Change::Reminded,
        (true, Party::YoungPerson) => Change::YoungPersonSilent,
        (true, Party::Company | Party::Consultant) => Change::CompanySilent,
    }
}

async fn ask(state: &AppState, id: PlacementId) -> AppResult<()> {
    let now = state.clock.now();
    let txn = state.write().await?;
    let held = store::hold(&txn, id).await?;
    if held.rule.status != PlacementStatus::Proposed {
        return Ok(());
    }
    let too_late = now >= held.row.answer_by;
    let silent: Vec<Party> =
        BOTH.into_iter().filter(|party| held.rule.answers.of(*party).is_none()).collect();
    for party in &silent {
        if too_late {
            open_silence_call(&txn, state, &held.row, *party).await?;
        } else {
            remind(&txn, state, &held.row, *party).await?;
        }
    }
    let before = history::asked(&txn, vec![id]).await?;
    let mut steps: Vec<Change> = silent.into_iter().map(|party| step(party, too_late)).collect();
    steps.dedup();
    for change in steps.into_iter().filter(|change| !before.contains(&(id, *change))) {
        history::write(&txn, id, change, None, None, now).await?;
    }
    txn.commit().await?;
    Ok(())
}

async fn remind(
    txn: &crate::state::Txn,
    state: &AppState,
    placement: &placement::Model,
    party: Party,
) -> AppResult<()> {
    let link = state.link(&path(placement.id));
    let message = |t: Words| ProposalReminderMail {
        t,
        answer_by: t.moment(placement.answer_by),
        link: link.clone(),
    };
    tell::tell(txn, state, placement, party, "reminder", message).await
}
