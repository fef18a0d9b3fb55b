//! The run sheet as it is typed: minutes beside each step that has not begun, and one button that was pressed.

use super::day::{Day, Line};
use crate::domain::event_day::{self, MOST_MINUTES, MOST_STEPS};
use crate::domain::{RowId, StepKind};
use crate::web::{Fields, Problems};
use crate::words::Words;

pub fn field(id: RowId) -> String {
    format!("minutes-{id}")
}

/// Which button it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    Save,
    Usual,
    CopyEarlier,
    Add,
    Up(RowId),
    Down(RowId),
    Remove(RowId),
    Restore(RowId),
}

impl Press {
    pub fn of(fields: &Fields) -> Self {
        let typed = fields.get("press").unwrap_or_default();
        let (word, id) = typed.split_once(' ').unwrap_or((typed, ""));
        match (word, id.parse()) {
            ("usual", _) => Self::Usual,
            ("copy", _) => Self::CopyEarlier,
            ("add", _) => Self::Add,
            ("up", Ok(id)) => Self::Up(id),
            ("down", Ok(id)) => Self::Down(id),
            ("remove", Ok(id)) => Self::Remove(id),
            ("restore", Ok(id)) => Self::Restore(id),
            _ => Self::Save,
        }
    }
}

/// The steps that have not begun, with the minutes as typed; a step somebody has just added keeps its own.
pub fn typed(day: &Day, fields: &Fields, t: Words) -> Result<Vec<Line>, Problems> {
    let mut problems = Problems::default();
    let mut lines = Vec::new();
    for row in day.rows.iter().skip(day.first_open()) {
        let stored = u16::try_from(row.minutes).unwrap_or_default();
        let minutes = match fields.get(&field(row.id)) {
            None => Some(stored),
            Some(typed) => minutes(typed),
        };
        if minutes.is_none() {
            problems.add(field(row.id), t.day_problem_minutes(MOST_MINUTES));
        }
        lines.push(Line {
            id: Some(row.id),
            kind: row.kind,
            minutes: minutes.unwrap_or(stored),
            is_skipped: row.is_skipped,
        });
    }
    if problems.is_empty() { Ok(lines) } else { Err(problems) }
}

fn minutes(typed: &str) -> Option<u16> {
    typed.trim().parse().ok().filter(|minutes| (1..=MOST_MINUTES).contains(minutes))
}

/// Does what the button says to the lines.
pub fn apply(
    press: Press,
    lines: &mut Vec<Line>,
    begun: usize,
    fields: &Fields,
    t: Words,
) -> Result<(), Problems> {
    let place = |lines: &[Line], id: RowId| lines.iter().position(|line| line.id == Some(id));
    match press {
        Press::Save | Press::Usual | Press::CopyEarlier => {}
        Press::Up(id) => {
            if let Some(place) = place(lines, id).filter(|place| *place > 0) {
                lines.swap(place, place - 1);
            }
        }
        Press::Down(id) => {
            if let Some(place) = place(lines, id).filter(|place| place + 1 < lines.len()) {
                lines.swap(place, place + 1);
            }
        }
        Press::Restore(id) => {
            if let Some(place) = place(lines, id) {
                lines[place].is_skipped = false;
            }
        }
        Press::Remove(id) => lines.retain(|line| line.id != Some(id)),
        Press::Add => lines.push(added(lines.len() + begun, fields, t)?),
    }
    Ok(())
}

fn added(steps: usize, fields: &Fields, t: Words) -> Result<Line, Problems> {
    let mut problems = Problems::default();
    let typed = fields.get("new-minutes").unwrap_or_default();
    let kind = fields.get("new-kind").and_then(|kind| kind.parse::<StepKind>().ok());
    let minutes = minutes(typed);
    if minutes.is_none() {
        problems.add("new-minutes", t.day_problem_minutes(MOST_MINUTES));
    }
    if steps >= MOST_STEPS {
        problems.add("new-kind", t.day_problem_steps(MOST_STEPS as u64));
    }
    match (kind, minutes) {
        (Some(kind), Some(minutes)) if problems.is_empty() => {
            Ok(Line { id: None, kind, minutes, is_skipped: false })
        }
        (None, _) => {
            problems.add("new-kind", t.problem_choose());
            Err(problems)
        }
        _ => Err(problems),
    }
}

/// The usual day.
pub fn usual(day: &Day, companies: usize) -> Vec<Line> {
    event_day::usual(companies, day.event.starts_at, day.event.ends_at)
        .into_iter()
        .map(|step| Line { id: None, kind: step.kind, minutes: step.minutes, is_skipped: false })
        .collect()
}

/// Another day's run sheet as lines of this one.
pub fn copied(other: &Day) -> Vec<Line> {
    other
        .steps()
        .into_iter()
        .map(|step| Line { id: None, kind: step.kind, minutes: step.minutes, is_skipped: false })
        .collect()
}
