//! The run sheet as screens show it.

use chrono::{DateTime, Utc};

use super::day::Day;
use super::live;
use crate::clock::local;
use crate::domain::event_day::{self, Moment};
use crate::domain::{RowId, StepKind};
use crate::words::Words;

/// One step on a screen.
pub struct StepView {
    pub id: RowId,
    /// Its place in the run sheet.
    pub place: usize,
    pub moment: String,
    pub kind: StepKind,
    pub label: String,
    pub begins: String,
    pub minutes: i32,
    /// The first round is 0.
    pub round: Option<u32>,
    pub is_now: bool,
    pub is_done: bool,
    pub is_skipped: bool,
}

/// The step in hand.
pub fn now(steps: &[StepView]) -> Option<&StepView> {
    steps.iter().find(|step| step.is_now)
}

/// The one that comes after it.
pub fn next(steps: &[StepView]) -> Option<&StepView> {
    let mut coming = steps.iter().skip_while(|step| !step.is_now).skip(1);
    coming.find(|step| !step.is_skipped)
}

pub fn label(kind: StepKind, round: Option<u32>, t: Words) -> String {
    match round {
        Some(round) => t.day_round(round + 1),
        None => t.kind("step-kind", kind.as_str()),
    }
}

/// Every step with the time it begins: as planned before the day; once it has begun, when it really did, and what comes
/// is counted from where the room is.
pub fn steps(day: &Day, t: Words) -> Vec<StepView> {
    let steps = day.steps();
    let now = day.clock().moment;
    let begins = begins(day);
    let view = |(place, row): (usize, &crate::entities::run_sheet_step::Model)| {
        let round = event_day::round_at(&steps, place);
        StepView {
            id: row.id,
            place,
            moment: row.id.to_string(),
            kind: row.kind,
            label: label(row.kind, round, t),
            begins: begins
                .get(place)
                .map(|at| t.hour_and_minute(local(*at).time()))
                .unwrap_or_default(),
            minutes: row.minutes,
            round,
            is_now: now == Moment::At(place),
            is_done: match now {
                Moment::Before => false,
                Moment::At(at) => place < at,
                Moment::Over => true,
            },
            is_skipped: row.is_skipped,
        }
    };
    day.rows.iter().enumerate().map(view).collect()
}

/// When each step began or is to begin.
pub fn begins(day: &Day) -> Vec<DateTime<Utc>> {
    let (steps, clock) = (day.steps(), day.clock());
    let planned = event_day::timetable(&steps, day.event.starts_at);
    let open = day.first_open().min(steps.len());
    let begun = planned.iter().zip(&day.rows).take(open);
    let begun = begun.map(|(planned, row)| row.began_at.unwrap_or(*planned));
    let coming = match clock.planned_end(&steps) {
        Some(end) => event_day::timetable(&steps[open..], end),
        None => planned[open..].to_vec(),
    };
    begun.chain(coming).collect()
}

/// What every screen of the day needs to follow along.
pub struct Following {
    /// Where the changes are told.
    pub changes: String,
    /// Where the page itself is fetched, also when it was shown in answer to a form.
    pub page: String,
    pub moment: String,
    pub layout: i32,
    /// Milliseconds: a device's own clock may be wrong.
    pub now: i64,
    pub ends_at: String,
    pub left: String,
    /// When the step ends, for those without scripts.
    pub until: String,
    pub is_paused: bool,
    pub presenter: u32,
}

pub fn following(
    day: &Day,
    (page, changes): (String, String),
    now: DateTime<Utc>,
    t: Words,
) -> Following {
    let (clock, steps) = (day.clock(), day.steps());
    let ends = clock.ends_at(&steps);
    Following {
        changes,
        page,
        moment: live::moment(day),
        layout: day.row.plan_version,
        now: now.timestamp_millis(),
        ends_at: ends.map(|at| at.timestamp_millis().to_string()).unwrap_or_default(),
        left: clock
            .left_when_paused(&steps)
            .map(|left| left.num_seconds().to_string())
            .unwrap_or_default(),
        until: ends.map(|at| t.time(local(at).time())).unwrap_or_default(),
        is_paused: clock.paused_at.is_some(),
        presenter: clock.presenter,
    }
}
