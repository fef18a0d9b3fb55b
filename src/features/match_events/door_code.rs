//! Five digits somebody can say at the door when there is no card to scan. They tell who stands there, and let
//! nobody in: only a consultant can look for them.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::store;
use crate::domain::event::may_be_missed;
use crate::domain::{Attendance, MatchEventId, RowId, YoungPersonId};
use crate::entities::{event_young_person, match_event};
use crate::features::accounts::secrets;
use crate::settings::Settings;
use crate::state::AppState;
use crate::web::AppResult;

const DIGITS: usize = 5;

/// Made from our secret and the invitation. Two of an event can be given the same digits: then both names are found.
fn code(settings: &Settings, invitation: RowId) -> String {
    let key = secrets::key(settings, &format!("door code {invitation}"));
    let number = key[..8].iter().fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    format!("{:0DIGITS$}", number % 10u64.pow(DIGITS as u32))
}

/// The digits, if what was typed is a code and no name.
pub fn typed(q: &str) -> Option<String> {
    let signs: String = q.chars().filter(|sign| !sign.is_whitespace()).collect();
    let is_code = signs.len() == DIGITS && signs.bytes().all(|sign| sign.is_ascii_digit());
    is_code.then_some(signs)
}

/// The code of everybody invited to an event.
pub async fn of_event(
    db: &impl ConnectionTrait,
    settings: &Settings,
    event: MatchEventId,
) -> AppResult<BTreeMap<YoungPersonId, String>> {
    let lines: Vec<(YoungPersonId, RowId)> = event_young_person::Entity::find()
        .select_only()
        .columns([event_young_person::Column::YoungPersonId, event_young_person::Column::Id])
        .filter(event_young_person::Column::EventId.eq(event))
        .filter(event_young_person::Column::InvitedAt.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(lines.into_iter().map(|(person, line)| (person, code(settings, line))).collect())
}

/// What `person` can say at the door today, until they are checked in.
pub async fn of_arriving(
    state: &AppState,
    event: &match_event::Model,
    person: YoungPersonId,
) -> AppResult<Option<String>> {
    if may_be_missed(event.status, event.starts_at, event.ends_at, state.clock.now()).is_err() {
        return Ok(None);
    }
    let line = store::invitation(&state.db.read, person, event.id).await?;
    let is_awaited = line.came_at.is_none() && line.answer != Attendance::No;
    Ok(is_awaited.then(|| code(&state.settings, line.id)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_digits_are_a_code_however_they_are_parted_and_a_name_is_none() {
        assert_eq!(typed(" 48 213 ").as_deref(), Some("48213"));
        for name in ["Mia", "", "4821", "482134", "4821a", "٤٨٢١٣"] {
            assert_eq!(typed(name), None, "{name}");
        }
    }
}
