//! Refusals and labels in words.

use chrono::{DateTime, Utc};

use crate::domain::EventStatus;
use crate::domain::event::{EventError, PlanError, Skipped, TimesError, waits_for_match};
use crate::entities::match_event;
use crate::words::Words;

pub fn refusal(error: EventError, t: Words) -> String {
    match error {
        EventError::Cancelled => t.events_refused_cancelled(),
        EventError::Over => t.events_refused_over(),
        EventError::NotOpen => t.events_refused_not_open(),
        EventError::TooEarly => t.events_refused_too_early(),
        EventError::RankingOpen => t.events_refused_ranking_open(),
        EventError::NotMatched => t.events_refused_not_matched(),
        EventError::Matched => t.events_refused_matched(),
        EventError::Closed => t.events_refused_closed(),
    }
}

/// The field a deadline out of order belongs to, and what to say there.
pub fn times_refusal(error: TimesError, t: Words) -> (&'static str, String) {
    match error {
        TimesError::EndsBeforeStart => ("until", t.events_problem_ends_before_start()),
        TimesError::RankingClosesTooEarly => ("ranking_day", t.events_problem_ranking_day()),
        TimesError::PlacesConfirmedTooLate => ("places_day", t.events_problem_places_day()),
        TimesError::HostAnswersTooEarly => ("host_day", t.events_problem_host_day()),
        TimesError::AnswersTooEarly => ("answers_day", t.events_problem_answers_day()),
    }
}

pub fn plan_refusal(error: PlanError, t: Words) -> (&'static str, String) {
    match error {
        PlanError::EndsBeforeStart => ("until", t.events_problem_ends_before_start()),
        PlanError::NoMonth => ("month", t.events_problem_no_month()),
        PlanError::UnlikelyYear => ("year", t.events_problem_year()),
    }
}

/// Why a day is not planned. A holiday is named by the caller, who has its name.
pub fn skipped(why: Skipped, holiday: Option<&str>, t: Words) -> String {
    match (why, holiday) {
        (Skipped::Holiday, Some(name)) => t.events_skipped_holiday_named(name.to_owned()),
        (Skipped::Holiday, None) => t.events_skipped_holiday(),
        (Skipped::Past, _) => t.events_skipped_past(),
        (Skipped::Planned, _) => t.events_skipped_planned(),
    }
}

/// Where the event stands.
pub fn status(event: &match_event::Model, now: DateTime<Utc>, t: Words) -> (&'static str, String) {
    let kind = match event.status {
        EventStatus::Planned => "quiet",
        EventStatus::Open => "waiting",
        EventStatus::Live | EventStatus::Ranking => "now",
        EventStatus::Matched | EventStatus::Closed => "done",
        EventStatus::Cancelled => "quiet",
    };
    if waits_for_match(event.status, event.ranking_closes_at, now) {
        return ("attention", t.events_status_waits_for_match());
    }
    (kind, t.kind("event-status", event.status.as_str()))
}
