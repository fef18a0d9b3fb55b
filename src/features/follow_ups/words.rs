//! A follow-up and its refusals, in words.

use chrono::NaiveDate;

use super::hold::HoldError;
use crate::domain::PlacementKind;
use crate::domain::calendar::Calendar;
use crate::domain::follow_up::{RescheduleError, may_move_to, pattern_of};
use crate::entities::follow_up;
use crate::words::Words;

/// What it is: `Efter en uge`, or all of them when steps fall on one day.
pub fn title(row: &follow_up::Model, t: Words) -> String {
    steps(row).map(|step| step_name(step, t)).collect::<Vec<_>>().join(" + ")
}

fn steps(row: &follow_up::Model) -> impl Iterator<Item = &str> {
    let merged = row.merged_steps.split(',').filter(|step| !step.is_empty());
    std::iter::once(row.step.as_str()).chain(merged)
}

fn step_name(step: &str, t: Words) -> String {
    let key = format!("follow-ups-step-{}", step.replace('_', "-"));
    if Words::knows(&key) { t.say(&key) } else { t.follow_ups_step_agreed() }
}

/// What to talk about, in the words of the placement's kind, or of the pattern it follows.
pub fn agenda(row: &follow_up::Model, kind: PlacementKind, t: Words) -> Vec<String> {
    let sentence = |step: &str| {
        let key = |kind: PlacementKind| {
            format!("follow-ups-agenda-{}-{step}", kind.as_str()).replace('_', "-")
        };
        let known = [key(kind), key(pattern_of(kind))].into_iter().find(|key| Words::knows(key));
        known.map_or_else(|| t.follow_ups_agenda_agreed(), |key| t.say(&key))
    };
    let mut sentences: Vec<String> = steps(row).map(sentence).collect();
    sentences.dedup();
    sentences
}

/// `den unge, virksomheden, konsulenten`.
pub fn attends(row: &follow_up::Model, t: Words) -> String {
    let codes = row.attends.split(',').map(str::trim).filter(|code| !code.is_empty());
    let names = codes.map(|code| t.say(&format!("follow-ups-attends-{}", code.replace('_', "-"))));
    names.collect::<Vec<_>>().join(", ")
}

pub fn form(row: &follow_up::Model, t: Words) -> String {
    t.follow_ups_form(t.kind("follow-up-form", row.form.as_str()), row.minutes)
}

/// The field a refusal stands beside, and its sentence.
pub fn refusal(error: HoldError, t: Words) -> (&'static str, String) {
    match error {
        HoldError::Day(error) => ("next_day", day_refusal(error, t)),
        HoldError::NextIsGone => ("next_is", t.follow_ups_next_is_gone()),
        HoldError::Written => ("said", t.follow_ups_written()),
    }
}

/// A day nobody works is taken when somebody presses again.
pub fn free_day(
    day: NaiveDate,
    anyway: &str,
    calendar: &Calendar,
    today: NaiveDate,
    t: Words,
) -> Option<String> {
    let is_asked = may_move_to(day, today).is_ok()
        && !calendar.is_working_day(day)
        && anyway != day.to_string();
    is_asked.then(|| {
        let day = t.day_seen_from(today, day);
        let mut letters = day.chars();
        let first = letters.next().map(|letter| letter.to_uppercase().to_string());
        t.follow_ups_free_day(first.unwrap_or_default() + letters.as_str())
    })
}

pub fn day_refusal(error: RescheduleError, t: Words) -> String {
    match error {
        RescheduleError::InThePast => t.follow_ups_in_the_past(),
        RescheduleError::TooFarAhead => t.follow_ups_too_far_ahead(),
    }
}
