//! What must stand before day one, and day one.

use chrono::NaiveDate;
use sea_orm::Set;

use crate::domain::checklist::{ChecklistError, Voice, VoiceError};
use crate::domain::placement::{Done, StartError};
use crate::domain::{AccountId, PlacementId, PlacementStatus};
use crate::features::checklists;
use crate::features::placements::history::{self, Change};
use crate::features::placements::store;
use crate::state::{AppState, Txn};
use crate::web::AppResult;

/// The municipality has granted it, on that day; law and insurance need it before day one.
pub async fn grant(
    txn: &Txn,
    state: &AppState,
    id: PlacementId,
    granted_on: NaiveDate,
    by: AccountId,
) -> AppResult<Result<Done, GrantError>> {
    let now = state.clock.now();
    let held = store::hold(txn, id).await?;
    if !matches!(held.row.status, PlacementStatus::Agreed | PlacementStatus::Running) {
        return Ok(Err(GrantError::NotAgreed));
    }
    if granted_on > state.clock.today() {
        return Ok(Err(GrantError::InTheFuture));
    }
    if held.row.granted_on == Some(granted_on) {
        return Ok(Ok(Done::Before));
    }
    history::write(txn, id, Change::Granted, None, Some(by), now).await?;
    store::save(txn, held, now, |row| row.granted_on = Set(Some(granted_on))).await?;
    Ok(Ok(Done::Now))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GrantError {
    #[error("the placement has not been agreed")]
    NotAgreed,
    #[error("the day lies in the future")]
    InTheFuture,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VoiceRefused {
    #[error(transparent)]
    Voice(#[from] VoiceError),
    #[error(transparent)]
    Item(#[from] ChecklistError),
    #[error("the placement has not been agreed")]
    NotAgreed,
}

/// Colleagues have been heard and their representative has said yes: who, and on which day.
pub async fn record_voice(
    txn: &Txn,
    state: &AppState,
    id: PlacementId,
    name: &str,
    heard_on: NaiveDate,
    by: AccountId,
) -> AppResult<Result<Done, VoiceRefused>> {
    let (now, today) = (state.clock.now(), state.clock.today());
    let held = store::hold(txn, id).await?;
    if !matches!(held.row.status, PlacementStatus::Agreed | PlacementStatus::Running) {
        return Ok(Err(VoiceRefused::NotAgreed));
    }
    let voice = match Voice::record(name, heard_on, today) {
        Ok(voice) => voice,
        Err(error) => return Ok(Err(error.into())),
    };
    let same = held.row.voice_name.as_ref() == Some(&voice.name)
        && held.row.voice_heard_on == Some(voice.heard_on);
    if !same {
        history::write(txn, id, Change::Voice, None, Some(by), now).await?;
    }
    let placement = store::save(txn, held, now, |row| {
        row.voice_name = Set(Some(voice.name));
        row.voice_heard_on = Set(Some(voice.heard_on));
    })
    .await?;
    if let Err(error) = checklists::voice_recorded(txn, state, &placement, by).await? {
        return Ok(Err(error.into()));
    }
    Ok(Ok(if same { Done::Before } else { Done::Now }))
}

/// The first day. What is missing is named; the ratio is not among it, for it only warns.
pub async fn start(
    txn: &Txn,
    state: &AppState,
    id: PlacementId,
    by: AccountId,
) -> AppResult<Result<Done, StartError>> {
    let (now, today) = (state.clock.now(), state.clock.today());
    let mut held = store::hold(txn, id).await?;
    let blockers = checklists::blockers(txn, &held.row).await?;
    match held.rule.start(blockers, held.row.granted_on, today, now) {
        Ok(Done::Now) => {}
        Ok(Done::Before) => return Ok(Ok(Done::Before)),
        Err(error) => return Ok(Err(error)),
    }
    history::write(txn, id, Change::Started, None, Some(by), now).await?;
    store::save(txn, held, now, |_| {}).await?;
    Ok(Ok(Done::Now))
}
