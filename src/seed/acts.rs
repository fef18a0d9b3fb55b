//! One thing that somebody did around an event, played by the act that the press of a button calls.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::files::{self, Event, EventCompany, EventYoungPerson, Files, Run, TalkDone, Told};
use super::keys::Keys;
use super::moments::Days;
use super::{event_acts, people, placement_acts};
use crate::domain::{AccountId, CallKind, EventStatus, MatchEventId, RankingStage, YoungPersonId};
use crate::entities::call;
use crate::features::calls;
use crate::features::event_days;
use crate::features::match_events::{self, answers};
use crate::state::AppState;
use crate::web::AppResult;

pub enum Act<'a> {
    Plan(&'a Event, Days),
    Open(&'a Event),
    Cancel(&'a Event),
    Start(&'a Event),
    ClosePresentations(&'a Event),
    Close(&'a Event),
    CompanyAnswers(&'a Event, &'a EventCompany),
    ConfirmPlaces(&'a Event, &'a EventCompany),
    HostAnswers(&'a Event, &'a EventCompany),
    PersonAnswers(&'a Event, &'a EventYoungPerson),
    Favourites(&'a Event, &'a EventYoungPerson),
    CheckIn(&'a Event, &'a EventYoungPerson),
    Rank { event: &'a Event, who: &'a str, ranking: &'a files::Ranking, stage: RankingStage },
    Run { event: &'a Event, run: &'a Run },
    Told { event: &'a Event, told: &'a Told },
    Placement { placement: &'a files::Placement, act: &'a files::Act, days: Days, files: &'a Files },
    TalkDone { who: &'a str, done: &'a TalkDone },
    ChangePurpose { who: &'a str, change: &'a files::PurposeChange },
}

/// The domain's refusal of something the month says has happened.
pub fn refused(error: impl std::fmt::Display) -> anyhow::Error {
    anyhow::anyhow!("refused: {error}")
}

impl Act<'_> {
    pub async fn play(&self, state: &AppState, keys: &mut Keys) -> AppResult<()> {
        match self {
            Self::Plan(event, days) => event_acts::plan(state, keys, event, *days).await,
            Self::Open(event) => event_acts::open(state, keys, event).await,
            Self::Start(_) | Self::ClosePresentations(_) | Self::Close(_) | Self::Cancel(_) => {
                self.change(state, keys).await
            }
            Self::CompanyAnswers(..) | Self::PersonAnswers(..) | Self::CheckIn(..) => {
                self.attend(state, keys).await
            }
            Self::ConfirmPlaces(event, line) => event_acts::confirm(state, keys, event, line).await,
            Self::HostAnswers(event, line) => event_acts::host(state, keys, event, line).await,
            Self::Favourites(event, line) => event_acts::favourites(state, keys, event, line).await,
            Self::Rank { event, who, ranking, stage } => {
                event_acts::rank(state, keys, event, who, ranking, *stage).await
            }
            Self::Run { event, run } => {
                event_acts::match_and_publish(state, keys, event, run).await
            }
            Self::Told { event, told } => {
                let person = keys.young_person(&told.who)?;
                let open =
                    open_call(state, person, CallKind::Unplaced, Some(keys.event(&event.key)?))
                        .await?;
                ring(state, open, keys.account(&told.by)?, None).await
            }
            Self::TalkDone { who, done } => {
                let open =
                    open_call(state, keys.young_person(who)?, CallKind::WantsToTalk, None).await?;
                ring(state, open, keys.account(&done.by)?, Some(done.note.clone())).await
            }
            Self::ChangePurpose { who, change } => {
                people::change_purpose(state, keys, who, change).await
            }
            Self::Placement { placement, act, days, files } => {
                placement_acts::play(state, keys, placement, act, *days, files).await
            }
        }
    }

    pub fn name(&self) -> String {
        match self {
            Self::Placement { placement, .. } => format!("an act of {}", placement.key),
            Self::Rank { event, who, .. } => format!("{who}'s ranking at {}", event.key),
            Self::Plan(event, _)
            | Self::Open(event)
            | Self::Cancel(event)
            | Self::Start(event)
            | Self::ClosePresentations(event)
            | Self::Close(event)
            | Self::CompanyAnswers(event, _)
            | Self::ConfirmPlaces(event, _)
            | Self::HostAnswers(event, _)
            | Self::PersonAnswers(event, _)
            | Self::Favourites(event, _)
            | Self::CheckIn(event, _)
            | Self::Run { event, .. }
            | Self::Told { event, .. } => format!("the event {}", event.key),
            Self::TalkDone { who, .. } => format!("the talk with {who}"),
            Self::ChangePurpose { who, .. } => format!("{who}'s new purpose"),
        }
    }

    async fn change(&self, state: &AppState, keys: &Keys) -> AppResult<()> {
        let txn = state.write().await?;
        let changed = match self {
            Self::Start(event) => {
                let started = match_events::start(&txn, state, keys.event(&event.key)?).await?;
                if event.status == EventStatus::Live {
                    event_days::usual::begin(&txn, state, keys.event(&event.key)?).await?;
                }
                started
            }
            Self::ClosePresentations(event) => {
                match_events::close_presentations(&txn, state, keys.event(&event.key)?).await?
            }
            Self::Close(event) => match_events::close(&txn, state, keys.event(&event.key)?).await?,
            Self::Cancel(event) => {
                let because = event.because.as_deref().unwrap_or_default();
                match_events::cancel(&txn, state, keys.event(&event.key)?, because).await?
            }
            _ => return Ok(()),
        };
        changed.map_err(refused)?;
        Ok(txn.commit().await?)
    }

    async fn attend(&self, state: &AppState, keys: &Keys) -> AppResult<()> {
        let (txn, now) = (state.write().await?, state.clock.now());
        match self {
            Self::CompanyAnswers(event, line) => {
                let company = keys.company(&line.company)?;
                let by = keys.contact(company)?;
                answers::of_company(&txn, now, keys.event(&event.key)?, company, line.answer, by)
                    .await?;
            }
            Self::PersonAnswers(event, line) => {
                let (person, by) = (keys.young_person(&line.who)?, keys.account(&line.who)?);
                answers::of_young_person(
                    &txn,
                    now,
                    keys.event(&event.key)?,
                    person,
                    line.answer,
                    by,
                )
                .await?;
            }
            Self::CheckIn(event, line) => {
                let person = keys.young_person(&line.who)?;
                match_events::check_in(&txn, now, keys.event(&event.key)?, person)
                    .await?
                    .map_err(refused)?;
            }
            _ => return Ok(()),
        }
        Ok(txn.commit().await?)
    }
}

pub async fn open_call(
    state: &AppState,
    person: YoungPersonId,
    kind: CallKind,
    event: Option<MatchEventId>,
) -> AppResult<Option<call::Model>> {
    let mut open = call::Entity::find()
        .filter(call::Column::YoungPersonId.eq(person))
        .filter(call::Column::Kind.eq(kind))
        .filter(call::Column::DoneAt.is_null());
    if let Some(event) = event {
        open = open.filter(call::Column::EventId.eq(event));
    }
    Ok(open.one(&state.db.read).await?)
}

/// The call is made; one that was never asked for is a mistake in the files.
pub async fn ring(
    state: &AppState,
    open: Option<call::Model>,
    by: AccountId,
    note: Option<String>,
) -> AppResult<()> {
    let open = open.ok_or_else(|| anyhow::anyhow!("there is no such call to make"))?;
    let txn = state.write().await?;
    calls::store::mark_made(&txn, open, by, note, state.clock.now()).await?;
    Ok(txn.commit().await?)
}
