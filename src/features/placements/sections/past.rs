//! What has happened, and what it led to.

use sea_orm::ConnectionTrait;

use super::Fact;
use crate::entities::{outcome, placement};
use crate::features::accounts;
use crate::features::checklists::access::Viewer;
use crate::features::placements::history;
use crate::web::AppResult;
use crate::words::Words;

pub struct Happened {
    pub when: String,
    pub at: String,
    pub what: String,
    pub by: String,
    pub note: String,
}

pub async fn history(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
    viewer: Viewer,
    t: Words,
) -> AppResult<Vec<Happened>> {
    let lines = history::read(db, placement.id, viewer).await?;
    let names = accounts::store::names(db, lines.iter().filter_map(|line| line.by)).await?;
    let happened = |line: history::Line| Happened {
        when: t.moment(line.at),
        at: t.exact(line.at),
        what: line.change.words(t),
        by: line.by.and_then(|by| names.get(&by).cloned()).unwrap_or_default(),
        note: line.note_words(t),
    };
    Ok(lines.into_iter().map(happened).collect())
}

pub fn outcomes(rows: Vec<outcome::Model>, viewer: Viewer, t: Words) -> Vec<Fact> {
    if viewer.is_at_work() {
        return Vec::new();
    }
    let fact = |row: outcome::Model| {
        let kind = t.kind("outcome-kind", row.kind.as_str());
        let note = row.note.filter(|_| viewer.is_consultant());
        Fact {
            label: t.date(row.noted_on),
            value: note.map_or(kind.clone(), |note| format!("{kind}. {note}")),
        }
    };
    rows.into_iter().map(fact).collect()
}
