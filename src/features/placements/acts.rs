//! What changes a placement. Each act takes the caller's transaction, so that its consequences and the people
//! told of it come with it or not at all; whoever presses twice changes nothing more.

pub mod answer;
pub mod dates;
pub mod disclose;
pub mod end;
pub mod hand_over;
pub mod mentor;
pub mod observe;
pub mod outcome;
pub mod propose;
pub mod start;
pub mod switch;
pub mod withdraw;

use chrono::NaiveDate;

use crate::domain::{CallKind, Party};
use crate::entities::placement;
use crate::features::calls::{self, About, NewCall};
use crate::features::{checklists::tell, programme};
use crate::mail::Message;
use crate::state::{AppState, Txn};
use crate::web::AppResult;
use crate::words::Words;

pub(super) const BOTH: [Party; 2] = [Party::YoungPerson, Party::Company];

/// Young person and company each hear of it.
async fn tell_both<M: Message>(
    txn: &Txn,
    state: &AppState,
    placement: &placement::Model,
    what: &str,
    message: impl Fn(Words) -> M,
) -> AppResult<()> {
    for party in BOTH {
        tell::tell(txn, state, placement, party, what, &message).await?;
    }
    Ok(())
}

/// A call for the placement's consultant on the next working day.
async fn open_call(
    txn: &Txn,
    state: &AppState,
    placement: &placement::Model,
    kind: CallKind,
    what: &str,
    with: Option<Party>,
    words: &str,
) -> AppResult<()> {
    let about = About {
        young_person: (with != Some(Party::Company)).then_some(placement.young_person_id),
        company: (with != Some(Party::YoungPerson)).then_some(placement.company_id),
        placement: Some(placement.id),
        event: placement.event_id,
    };
    let new = NewCall {
        kind,
        cause: cause(placement, what),
        owner: placement.consultant_id,
        due_on: next_working_day(txn, state).await?,
        about,
        words: words.to_owned(),
    };
    calls::open(txn, state.clock.now(), new).await
}

async fn settle_call(
    txn: &Txn,
    state: &AppState,
    placement: &placement::Model,
    what: &str,
) -> AppResult<()> {
    calls::settle(txn, state.clock.now(), &cause(placement, what)).await
}

/// Whatever the two were to be asked about is settled.
async fn settle_questions(
    txn: &Txn,
    state: &AppState,
    placement: &placement::Model,
    party: Party,
) -> AppResult<()> {
    settle_silence(txn, state, placement, party).await?;
    settle_call(txn, state, placement, &talk(party)).await
}

/// They have answered: nobody asks them to.
async fn settle_silence(
    txn: &Txn,
    state: &AppState,
    placement: &placement::Model,
    party: Party,
) -> AppResult<()> {
    for asked in ["proposed", "reminder"] {
        let asked = cause(placement, &format!("{asked}/{}", party.as_str()));
        calls::untell_below(txn, state.clock.now(), &asked).await?;
    }
    settle_call(txn, state, placement, &silent(party)).await
}

/// It came to nothing, or is over: what was still to be told of it is no longer so.
async fn untell(txn: &Txn, state: &AppState, placement: &placement::Model) -> AppResult<()> {
    calls::untell_below(txn, state.clock.now(), &cause(placement, "")).await
}

fn cause(placement: &placement::Model, what: &str) -> String {
    format!("placement/{}/{what}", placement.id)
}

pub(super) fn silent(party: Party) -> String {
    format!("silent/{}", party.as_str())
}

fn talk(party: Party) -> String {
    format!("talk/{}", party.as_str())
}

async fn next_working_day(txn: &Txn, state: &AppState) -> AppResult<NaiveDate> {
    Ok(programme::calendar(txn).await?.next_working_day(state.clock.today()))
}

pub(super) async fn open_silence_call(
    txn: &Txn,
    state: &AppState,
    placement: &placement::Model,
    party: Party,
) -> AppResult<()> {
    let kind = CallKind::NoProposalAnswer;
    open_call(txn, state, placement, kind, &silent(party), Some(party), "").await
}
