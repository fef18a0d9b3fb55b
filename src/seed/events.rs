//! What happened around each event, as acts with their moments.

use chrono::{DateTime, Duration, Utc};

use super::acts::Act;
use super::files::{Event, Files};
use super::moments::Days;
use crate::domain::{Attendance, RankingStage};
use crate::web::AppResult;

type Story<'a> = Vec<(DateTime<Utc>, Act<'a>)>;

pub fn tell<'a>(files: &'a Files, days: Days, story: &mut Story<'a>) -> AppResult<()> {
    for person in &files.young_people.young_person {
        for change in &person.purpose_changes {
            story.push((
                days.moment(change.day, &change.at)?,
                Act::ChangePurpose { who: &person.key, change },
            ));
        }
    }
    for event in &files.events.event {
        life(event, days, story)?;
        companies(event, days, story)?;
        people(event, days, story)?;
        result(event, days, story)?;
    }
    Ok(())
}

fn life<'a>(event: &'a Event, days: Days, story: &mut Story<'a>) -> AppResult<()> {
    story.push((days.of(&event.planned)?, Act::Plan(event, days)));
    let Some(opened) = &event.opened else { return Ok(()) };
    story.push((days.of(opened)?, Act::Open(event)));
    if let Some(cancelled) = &event.cancelled {
        story.push((days.of(cancelled)?, Act::Cancel(event)));
        return Ok(());
    }
    story.push((days.moment(event.day, &event.from)?, Act::Start(event)));
    story.push((days.moment(event.day, &event.until)?, Act::ClosePresentations(event)));
    if let Some(closed) = &event.closed {
        story.push((days.of(closed)?, Act::Close(event)));
    }
    Ok(())
}

fn companies<'a>(event: &'a Event, days: Days, story: &mut Story<'a>) -> AppResult<()> {
    for line in &event.company {
        if let (Some(day), true) = (line.day, line.answer != Attendance::Unanswered) {
            story.push((days.moment(day, "09:30")?, Act::CompanyAnswers(event, line)));
        }
        if let (Some(day), false) = (line.confirms_day, line.confirms.is_empty()) {
            story.push((days.moment(day, "10:00")?, Act::ConfirmPlaces(event, line)));
        }
        if let (Some(day), false) = (line.host_day, line.host.is_empty()) {
            let at = line.host_at.as_deref().unwrap_or("13:00");
            story.push((days.moment(day, at)?, Act::HostAnswers(event, line)));
        }
    }
    Ok(())
}

fn people<'a>(event: &'a Event, days: Days, story: &mut Story<'a>) -> AppResult<()> {
    for line in &event.young_person {
        if let (Some(day), true) = (line.day, line.answer != Attendance::Unanswered) {
            story.push((days.moment(day, "16:00")?, Act::PersonAnswers(event, line)));
        }
        if !line.favourites.is_empty() {
            let day = line.day.unwrap_or(-1).min(event.day);
            story.push((days.moment(day, "16:10")?, Act::Favourites(event, line)));
        }
        if line.came {
            let at = days.moment(event.day, &event.from)? + Duration::minutes(5);
            story.push((at, Act::CheckIn(event, line)));
        }
        if let Some(ranking) = &line.ranking {
            let stage = ranking.stage.unwrap_or(RankingStage::Saved);
            let at = days.moment(ranking.day, &ranking.at)?;
            story.push((at, Act::Rank { event, who: &line.who, ranking, stage }));
        }
    }
    Ok(())
}

fn result<'a>(event: &'a Event, days: Days, story: &mut Story<'a>) -> AppResult<()> {
    for run in &event.run {
        story.push((days.moment(run.day, &run.at)?, Act::Run { event, run }));
    }
    for told in &event.told {
        story.push((days.moment(told.day, &told.at)?, Act::Told { event, told }));
    }
    Ok(())
}
