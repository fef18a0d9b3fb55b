//! An event's life. Each act changes the state through the domain and does what follows from it, once.

use data_encoding::HEXLOWER;
use sea_orm::{ActiveModelTrait, Set};
use sha2::{Digest, Sha256};

use super::{due, invitations, letter, store, waiting};
use crate::domain::event::{Change, EventError, EventTimes, MatchEvent};
use crate::domain::{AccountId, EventStatus, MatchEventId};
use crate::entities::{match_event, new_id};
use crate::features::accounts::secrets;
use crate::state::{AppState, Txn};
use crate::web::AppResult;

/// A changed event, or the rule that stands in the way of it.
pub type Changed = AppResult<Result<Change, EventError>>;

#[derive(Clone, Debug)]
pub struct NewEvent {
    pub times: EventTimes<chrono::DateTime<chrono::Utc>>,
    pub venue: String,
    pub address: String,
    pub directions: String,
}

impl NewEvent {
    /// Every field of it stands in `event` already.
    pub fn is(&self, event: &match_event::Model) -> bool {
        let times = EventTimes {
            starts: event.starts_at,
            ends: event.ends_at,
            places_confirmed_by: event.places_confirmed_by,
            ranking_closes: event.ranking_closes_at,
            host_answers_by: event.host_answers_by,
            answers_by: event.answers_by,
        };
        let words = (&self.venue, &self.address, &self.directions);
        self.times == times && words == (&event.venue, &event.address, &event.directions)
    }
}

pub async fn create(
    txn: &Txn,
    state: &AppState,
    new: NewEvent,
    by: AccountId,
) -> AppResult<MatchEventId> {
    let id: MatchEventId = new_id();
    let row = match_event::ActiveModel {
        id: Set(id),
        status: Set(EventStatus::Planned),
        starts_at: Set(new.times.starts),
        ends_at: Set(new.times.ends),
        venue: Set(new.venue),
        address: Set(new.address),
        directions: Set(new.directions),
        ranking_closes_at: Set(new.times.ranking_closes),
        places_confirmed_by: Set(new.times.places_confirmed_by),
        host_answers_by: Set(new.times.host_answers_by),
        answers_by: Set(new.times.answers_by),
        calendar_sequence: Set(0),
        created_by: Set(by),
        created_at: Set(state.clock.now()),
        ..Default::default()
    };
    row.insert(txn).await?;
    Ok(id)
}

/// Opens the event: those chosen are invited, and the secret of the draw is fixed before anybody has ranked.
pub async fn open(txn: &Txn, state: &AppState, id: MatchEventId) -> Changed {
    let (now, row) = (state.clock.now(), store::locked(txn, id).await?);
    let secret = secrets::token();
    let hash = HEXLOWER.encode(&Sha256::digest(secret.as_bytes()));
    let change = change(
        txn,
        row,
        |event| event.open(now),
        |row| {
            row.opened_at = Set(Some(now));
            row.lottery_secret = Set(Some(secret));
            row.lottery_hash = Set(Some(hash));
        },
    );
    finish(change.await?, async |row| invitations::send_waiting(txn, state, &row).await).await
}

/// The first company begins.
pub async fn start(txn: &Txn, state: &AppState, id: MatchEventId) -> Changed {
    let (now, row) = (state.clock.now(), store::locked(txn, id).await?);
    let change = change(txn, row, |event| event.start(now), |_| {});
    finish(change.await?, async |_| Ok(())).await
}

/// The last company is done: those with places are asked whether they can be host.
pub async fn close_presentations(txn: &Txn, state: &AppState, id: MatchEventId) -> Changed {
    let row = store::locked(txn, id).await?;
    let change = change(txn, row, MatchEvent::close_presentations, |_| {});
    finish(change.await?, async |row| {
        letter::untell(txn, state, id).await?;
        due::ask_hosts(txn, state, &row).await
    })
    .await
}

/// A result has been published; called by whoever publishes it, in the same transaction.
pub async fn mark_matched(txn: &Txn, state: &AppState, id: MatchEventId) -> Changed {
    let (now, row) = (state.clock.now(), store::locked(txn, id).await?);
    let change =
        change(txn, row, |event| event.publish_match(now), |row| row.matched_at = Set(Some(now)));
    let follows = async |_| {
        letter::untell(txn, state, id).await?;
        letter::settle_host_calls(txn, state, id).await
    };
    finish(change.await?, follows).await
}

/// The month is over: everybody has their answer. Where there was no match, whoever came without a list is rung.
pub async fn close(txn: &Txn, state: &AppState, id: MatchEventId) -> Changed {
    let (now, row) = (state.clock.now(), store::locked(txn, id).await?);
    let waiting = waiting::of_unmatched(txn, state, &row).await?;
    let change = change(txn, row, |event| event.close(waiting.listed, now), |_| {});
    let follows = async |_| {
        letter::untell(txn, state, id).await?;
        letter::settle_host_calls(txn, state, id).await?;
        waiting::ring_without_list(txn, state, id, &waiting.without_list).await
    };
    finish(change.await?, follows).await
}

/// Cancels the event and takes it out of the calendar of everybody who was invited.
pub async fn cancel(txn: &Txn, state: &AppState, id: MatchEventId, because: &str) -> Changed {
    let (now, row) = (state.clock.now(), store::locked(txn, id).await?);
    let change = change(txn, row, MatchEvent::cancel, |row| {
        row.cancelled_at = Set(Some(now));
        row.cancelled_because = Set(Some(because.to_owned()).filter(|why| !why.is_empty()));
    });
    finish(change.await?, async |row| invitations::send_cancellation(txn, state, &row).await).await
}

type Stored = Result<Option<match_event::Model>, EventError>;

/// Lets the domain decide, and stores what it decided with whatever else the act writes down.
async fn change(
    txn: &Txn,
    row: match_event::Model,
    decide: impl FnOnce(&mut MatchEvent) -> Result<Change, EventError>,
    note: impl FnOnce(&mut match_event::ActiveModel),
) -> AppResult<Stored> {
    let mut event = store::rules_of(&row);
    match decide(&mut event) {
        Err(error) => return Ok(Err(error)),
        Ok(Change::Before) => return Ok(Ok(None)),
        Ok(Change::Made) => {}
    }
    let mut row: match_event::ActiveModel = row.into();
    row.status = Set(event.status);
    row.calendar_sequence = Set(event.calendar_sequence);
    note(&mut row);
    Ok(Ok(Some(row.update(txn).await?)))
}

/// What follows from a change that was made; nothing follows from a second press.
async fn finish(
    stored: Stored,
    follows: impl AsyncFnOnce(match_event::Model) -> AppResult<()>,
) -> Changed {
    Ok(match stored {
        Err(error) => Err(error),
        Ok(None) => Ok(Change::Before),
        Ok(Some(row)) => {
            follows(row).await?;
            Ok(Change::Made)
        }
    })
}
