//! The month as a line: where the event is on it, and the one next thing to do.

use chrono::{DateTime, TimeDelta, Utc};
use omvendt_frontend::parts::{Step, StepState};

use super::desk_path;
use super::store::Answers;
use crate::clock::local;
use crate::domain::EventStatus;
use crate::domain::event::waits_for_match;
use crate::entities::match_event;
use crate::words::Words;

/// What has been counted of an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    pub people: Answers,
    pub companies: Answers,
    /// Companies that come and have confirmed, and how many places that is.
    pub confirmed_companies: u64,
    pub confirmed_places: u64,
    pub ranked: u64,
    /// Who has a list, saved or left as a draft, and can be given a place.
    pub to_match: u64,
    /// Who came and has none.
    pub without_list: u64,
    /// Proposals of the match, and those nobody waits for an answer to any more.
    pub proposed: u64,
    pub answered: u64,
    /// Companies with confirmed places that have said whether they can be host.
    pub host_answers: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    pub words: String,
    pub label: String,
    pub href: String,
}

const STEPS: usize = 7;

pub fn line(
    event: &match_event::Model,
    numbers: &Numbers,
    now: DateTime<Utc>,
    t: Words,
) -> Vec<Step> {
    let desk = desk_path(event.id);
    let day = |at| t.day(local(at).date());
    let labels: [(String, String, String); STEPS] = [
        (t.events_step_planned(), day(event.created_at), String::new()),
        (
            t.events_step_invited(),
            event.opened_at.map(day).unwrap_or_default(),
            format!("{desk}/people"),
        ),
        (
            t.events_step_places(),
            t.events_confirmed_of(numbers.confirmed_companies, numbers.companies.yes),
            format!("{desk}/companies"),
        ),
        (t.events_step_meeting(), day(event.starts_at), format!("{desk}/check-in")),
        (
            t.events_step_ranking(),
            t.events_until(t.moment(event.ranking_closes_at)),
            format!("{desk}/people"),
        ),
        (
            t.events_step_match(),
            event.matched_at.map(day).unwrap_or_default(),
            format!("{desk}/match"),
        ),
        (t.events_step_answers(), t.events_until(day(event.answers_by)), String::new()),
    ];
    let here = here(event, now);
    labels
        .into_iter()
        .enumerate()
        .map(|(place, (label, detail, href))| {
            let state = match here {
                Some(here) if place == here => StepState::Current,
                Some(here) if place > here => StepState::Ahead,
                None if event.status == EventStatus::Cancelled => StepState::Ahead,
                _ => StepState::Done,
            };
            let href = if state == StepState::Ahead { String::new() } else { href };
            Step { label, detail, href, state }
        })
        .collect()
}

/// Which step it is at; none when all are behind.
fn here(event: &match_event::Model, now: DateTime<Utc>) -> Option<usize> {
    Some(match event.status {
        _ if waits_for_match(event.status, event.ranking_closes_at, now) => 5,
        EventStatus::Cancelled => return None,
        EventStatus::Planned => 0,
        EventStatus::Open if now < event.places_confirmed_by => 2,
        EventStatus::Open | EventStatus::Live if now < event.ends_at => 3,
        EventStatus::Open | EventStatus::Live | EventStatus::Ranking => 4,
        EventStatus::Matched => 6,
        EventStatus::Closed => return None,
    })
}

/// One thing, so that whoever opens the page knows where to begin.
pub fn next(
    event: &match_event::Model,
    numbers: &Numbers,
    now: DateTime<Utc>,
    t: Words,
) -> Option<Next> {
    let desk = desk_path(event.id);
    let next =
        |words, label, below: &str| Some(Next { words, label, href: format!("{desk}/{below}") });
    let unconfirmed = numbers.companies.yes.saturating_sub(numbers.confirmed_companies);
    match event.status {
        _ if waits_for_match(event.status, event.ranking_closes_at, now)
            && numbers.to_match == 0 =>
        {
            let words = match numbers.without_list {
                0 => t.events_next_nobody(),
                some => t.events_next_without_list(some),
            };
            next(words, t.events_close_button(), "closing")
        }
        _ if waits_for_match(event.status, event.ranking_closes_at, now) => {
            next(t.events_next_match(), t.events_next_match_button(), "match")
        }
        EventStatus::Planned if numbers.companies.chosen == 0 => next(
            t.events_next_companies(),
            t.events_next_companies_button(),
            "companies/invitation",
        ),
        EventStatus::Planned if numbers.people.chosen == 0 => {
            next(t.events_next_people(), t.events_next_people_button(), "people/invitation")
        }
        EventStatus::Planned => next(t.events_next_open(), t.events_open_button(), "opening"),
        EventStatus::Open if now >= event.starts_at - TimeDelta::hours(2) => {
            next(t.events_next_start(), t.events_start_button(), "start")
        }
        EventStatus::Open if unconfirmed > 0 => next(
            t.events_next_unconfirmed(unconfirmed),
            t.events_next_unconfirmed_button(),
            "companies",
        ),
        EventStatus::Open => {
            next(t.events_next_cards(), t.events_next_cards_button(), "people/cards")
        }
        EventStatus::Live => next(t.events_next_finish(), t.events_finish_button(), "finish"),
        EventStatus::Ranking => next(
            t.events_next_ranking(numbers.ranked, t.moment(event.ranking_closes_at)),
            t.events_next_ranking_button(),
            "people",
        ),
        EventStatus::Matched => next(
            t.events_next_close(t.day(local(event.answers_by).date())),
            t.events_close_button(),
            "closing",
        ),
        EventStatus::Closed | EventStatus::Cancelled => None,
    }
}
