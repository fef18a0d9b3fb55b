//! What somebody changed of an event, a group or a company, so that a colleague can see who did and what stood there.
//!
//! Owns `edit_line`.

mod lines;

pub use lines::{Line, of};

use chrono::{DateTime, Duration, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::domain::{AccountId, CompanyId, GroupId, MatchEventId};
use crate::entities::{edit_line, new_id};
use crate::state::{AppState, Txn};
use crate::web::AppResult;
use crate::web::stale::Shown;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Event(MatchEventId),
    Group(GroupId),
    Company(CompanyId),
}

impl Subject {
    fn id(self) -> Uuid {
        match self {
            Self::Event(id) => id.0,
            Self::Group(id) => id.0,
            Self::Company(id) => id.0,
        }
    }
}

/// Who pressed, and when.
#[derive(Clone, Copy, Debug)]
pub struct Press {
    pub by: AccountId,
    pub at: DateTime<Utc>,
}

/// Writes down each field that a saved form shows otherwise than before; `words` is how the keys of its labels begin.
pub async fn record(
    txn: &Txn,
    subject: Subject,
    words: &str,
    before: &impl Shown,
    after: &impl Shown,
    press: Press,
) -> AppResult<()> {
    for ((field, before), (_, after)) in whole(before).into_iter().zip(whole(after)) {
        let field = format!("{words}-{}", field.replace('_', "-"));
        note(txn, subject, &field, &before, &after, press).await?;
    }
    Ok(())
}

/// One thing that was changed; the same as before is no change.
pub async fn note(
    txn: &Txn,
    subject: Subject,
    field: &str,
    before: &str,
    after: &str,
    press: Press,
) -> AppResult<()> {
    if before == after {
        return Ok(());
    }
    let row = edit_line::ActiveModel {
        id: Set(new_id()),
        subject_id: Set(subject.id()),
        field: Set(field.to_owned()),
        before: Set(before.to_owned()),
        after: Set(after.to_owned()),
        by_account_id: Set(press.by),
        at: Set(press.at),
    };
    edit_line::Entity::insert(row).exec_without_returning(txn).await?;
    Ok(())
}

/// The fields of a form, with those that have one label, such as a day and its time, as one.
fn whole(form: &impl Shown) -> Vec<(&'static str, String)> {
    let mut fields: Vec<(&'static str, String)> = Vec::new();
    for (name, text) in form.fields() {
        match fields.last_mut().filter(|(last, _)| *last == name) {
            Some((_, whole)) => *whole = format!("{whole} {text}"),
            None => fields.push((name, text)),
        }
    }
    fields
}

/// A year after a change nobody asks who made it, and its words may hold names and numbers of people.
const KEPT: Duration = Duration::days(365);

pub async fn due(state: &AppState) -> AppResult<()> {
    let old = edit_line::Column::At.lt(state.clock.now() - KEPT);
    let found = edit_line::Entity::find().filter(old.clone()).one(&state.db.read).await?;
    // Nobody who writes waits for a look that finds nothing.
    if found.is_none() {
        return Ok(());
    }
    let txn = state.write().await?;
    edit_line::Entity::delete_many().filter(old).exec(&txn).await?;
    Ok(txn.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Deadline;

    impl Shown for Deadline {
        fn fields(&self) -> Vec<(&'static str, String)> {
            [("venue", "Kajen"), ("deadline", "2026-12-02"), ("deadline", "12:00")]
                .map(|(name, text)| (name, text.to_owned()))
                .into()
        }

        fn seen(&self) -> &str {
            ""
        }
    }

    #[test]
    fn a_day_and_its_time_are_one_change() {
        let fields = whole(&Deadline);
        assert_eq!(fields[1], ("deadline", "2026-12-02 12:00".to_owned()));
        assert_eq!(fields.len(), 2);
    }
}
