//! One thing that somebody did around an event, played by the act that the press of a button calls.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::files::{self, Event, EventCompany, EventYoungPerson, Files, Run, TalkDone, Told};
use super::keys::Keys;
use super::moments::Days;
use super::{people, placement_acts, verify};
use crate::clock::local;
use crate::domain::event::EventTimes;
use crate::domain::ranking::Entry;
use crate::domain::{CallKind, HostAnswer, PlaceId, PlacementKind, RankingStage, YoungPersonId};
use crate::entities::call;
use crate::features::match_events::{self, NewEvent, answers};
use crate::features::rankings::store::Pen;
use crate::features::{calls, matching_runs, rankings};
use crate::matching::Objective;
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
            Self::Plan(event, days) => plan(state, keys, event, *days).await,
            Self::Open(event) => open(state, keys, event).await,
            Self::Start(_) | Self::ClosePresentations(_) | Self::Close(_) | Self::Cancel(_) => {
                self.change(state, keys).await
            }
            Self::CompanyAnswers(..) | Self::PersonAnswers(..) | Self::CheckIn(..) => {
                self.attend(state, keys).await
            }
            Self::ConfirmPlaces(event, line) => confirm(state, keys, event, line).await,
            Self::HostAnswers(event, line) => host(state, keys, event, line).await,
            Self::Favourites(event, line) => favourites(state, keys, event, line).await,
            Self::Rank { event, who, ranking, stage } => {
                rank(state, keys, event, who, ranking, *stage).await
            }
            Self::Run { event, run } => match_and_publish(state, keys, event, run).await,
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
            Self::Start(event) => match_events::start(&txn, state, keys.event(&event.key)?).await?,
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

async fn plan(state: &AppState, keys: &mut Keys, event: &Event, days: Days) -> AppResult<()> {
    let txn = state.write().await?;
    let (starts, ends) =
        (days.moment(event.day, &event.from)?, days.moment(event.day, &event.until)?);
    let habits = match_events::form::Habits::load(&txn).await?;
    let usual = match_events::form::instants(habits.suggested(local(starts), local(ends)));
    let or = |moment: &Option<files::Moment>, usual| {
        moment.as_ref().map_or(Ok(usual), |moment| days.of(moment))
    };
    let new = NewEvent {
        times: EventTimes {
            starts,
            ends,
            places_confirmed_by: or(&event.places_by, usual.places_confirmed_by)?,
            ranking_closes: or(&event.ranking_closes, usual.ranking_closes)?,
            host_answers_by: or(&event.host_answers_by, usual.host_answers_by)?,
            answers_by: or(&event.answers_by, usual.answers_by)?,
        },
        venue: event.venue.clone(),
        address: event.address.clone(),
        directions: event.directions.clone(),
    };
    let id = match_events::create(&txn, state, new, keys.account(&event.by)?).await?;
    txn.commit().await?;
    keys.events.insert(event.key.clone(), id);
    Ok(())
}

async fn open(state: &AppState, keys: &Keys, event: &Event) -> AppResult<()> {
    let txn = state.write().await?;
    let id = keys.event(&event.key)?;
    let companies = event
        .company
        .iter()
        .map(|line| keys.company(&line.company))
        .collect::<AppResult<Vec<_>>>()?;
    let people = event
        .young_person
        .iter()
        .map(|line| keys.young_person(&line.who))
        .collect::<AppResult<Vec<_>>>()?;
    let row = match_events::store::event(&txn, id).await?;
    match_events::invite_companies(&txn, state, &row, &companies).await?;
    match_events::invite_young_people(&txn, state, &row, &people).await?;
    match_events::open(&txn, state, id).await?.map_err(refused)?;
    Ok(txn.commit().await?)
}

async fn confirm(
    state: &AppState,
    keys: &Keys,
    event: &Event,
    line: &EventCompany,
) -> AppResult<()> {
    let txn = state.write().await?;
    let company = keys.company(&line.company)?;
    let (_, invited) =
        match_events::invited_company(&txn, company, keys.event(&event.key)?).await?;
    let mut numbers: BTreeMap<PlaceId, i32> = BTreeMap::new();
    for (place, number) in &line.confirms {
        numbers.insert(keys.place(place)?, *number);
    }
    let by = keys.contact(company)?;
    match_events::confirm_places(&txn, state.clock.now(), &invited, &numbers, line.total, by)
        .await?;
    Ok(txn.commit().await?)
}

async fn host(state: &AppState, keys: &Keys, event: &Event, line: &EventCompany) -> AppResult<()> {
    let txn = state.write().await?;
    let company = keys.company(&line.company)?;
    let (_, invited) =
        match_events::invited_company(&txn, company, keys.event(&event.key)?).await?;
    let mut answers: BTreeMap<PlacementKind, HostAnswer> = BTreeMap::new();
    for (kind, answer) in &line.host {
        answers.insert(kind.parse().map_err(anyhow::Error::from)?, *answer);
    }
    let by = keys.contact(company)?;
    match_events::set_host_answers(&txn, state.clock.now(), &invited, &answers, by).await?;
    Ok(txn.commit().await?)
}

async fn favourites(
    state: &AppState,
    keys: &Keys,
    event: &Event,
    line: &EventYoungPerson,
) -> AppResult<()> {
    let (txn, now) = (state.write().await?, state.clock.now());
    let (event, person) = (keys.event(&event.key)?, keys.young_person(&line.who)?);
    for company in &line.favourites {
        rankings::store::set_favourite(&txn, event, person, keys.company(company)?, true, now)
            .await?;
    }
    Ok(txn.commit().await?)
}

async fn rank(
    state: &AppState,
    keys: &Keys,
    event: &Event,
    who: &str,
    ranking: &files::Ranking,
    stage: RankingStage,
) -> AppResult<()> {
    let by = ranking.together_with.as_deref().unwrap_or(who);
    let pen = Pen {
        event: keys.event(&event.key)?,
        young_person: keys.young_person(who)?,
        by: keys.account(by)?,
        together: ranking.together_with.is_some(),
    };
    let mut rows = Vec::new();
    for (position, class) in (1..).zip(&ranking.choices) {
        for company in class {
            rows.push((keys.company(company)?, format!("{position}"), false));
        }
    }
    for company in &ranking.no_thanks {
        rows.push((keys.company(company)?, String::new(), true));
    }
    let entries = rows.iter().map(|(company, position, no_thanks)| Entry {
        company: *company,
        position,
        no_thanks: *no_thanks,
    });
    let txn = state.write().await?;
    let ranking = rankings::act::read(&txn, state, pen, entries).await?.map_err(refused)?;
    match stage {
        RankingStage::Saved => rankings::act::save(&txn, state, pen, ranking).await?,
        RankingStage::Draft => rankings::act::keep_draft(&txn, state, pen, &ranking).await?,
    }
    Ok(txn.commit().await?)
}

async fn match_and_publish(
    state: &AppState,
    keys: &Keys,
    event: &Event,
    run: &Run,
) -> AppResult<()> {
    let by = keys.account(&run.by)?;
    let id =
        matching_runs::run(state, keys.event(&event.key)?, Objective::GreedyGenerous, by).await?;
    let id = id.map_err(refused)?;
    if run.publish {
        let txn = state.write().await?;
        matching_runs::publish(&txn, state, id, by).await?.map_err(refused)?;
        txn.commit().await?;
        verify::result(state, keys, event).await?;
    }
    Ok(())
}

pub async fn open_call(
    state: &AppState,
    person: YoungPersonId,
    kind: CallKind,
    event: Option<crate::domain::MatchEventId>,
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
    by: crate::domain::AccountId,
    note: Option<String>,
) -> AppResult<()> {
    let open = open.ok_or_else(|| anyhow::anyhow!("there is no such call to make"))?;
    let txn = state.write().await?;
    calls::store::mark_made(&txn, open, by, note, state.clock.now()).await?;
    Ok(txn.commit().await?)
}
