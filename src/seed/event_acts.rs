//! What is done before, at and after an event: planned, opened, confirmed, ranked and matched.

use std::collections::BTreeMap;

use super::acts::refused;
use super::files::{self, Event, EventCompany, EventYoungPerson, Run};
use super::keys::Keys;
use super::moments::Days;
use super::verify;
use crate::clock::local;
use crate::domain::event::EventTimes;
use crate::domain::ranking::Entry;
use crate::domain::{HostAnswer, PlaceId, PlacementKind, RankingStage};
use crate::features::match_events::{self, NewEvent};
use crate::features::rankings::store::Pen;
use crate::features::{matching_runs, rankings};
use crate::matching::Objective;
use crate::state::AppState;
use crate::web::AppResult;

pub async fn plan(state: &AppState, keys: &mut Keys, event: &Event, days: Days) -> AppResult<()> {
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

pub async fn open(state: &AppState, keys: &Keys, event: &Event) -> AppResult<()> {
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

pub async fn confirm(
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

pub async fn host(
    state: &AppState,
    keys: &Keys,
    event: &Event,
    line: &EventCompany,
) -> AppResult<()> {
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

pub async fn favourites(
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

pub async fn rank(
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

pub async fn match_and_publish(
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
