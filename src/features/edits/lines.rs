//! What was changed, as a page lists it.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::Subject;
use crate::domain::{AccountId, CompanyStage};
use crate::entities::edit_line;
use crate::features::accounts;
use crate::web::{AppResult, typed};
use crate::words::Words;

/// As many as anybody reads.
const SHOWN: u64 = 50;

pub struct Line {
    pub what: String,
    pub before: String,
    pub after: String,
    pub by: String,
    pub when: String,
    pub exact: String,
}

/// The newest first.
pub async fn of(db: &impl ConnectionTrait, subject: Subject, t: Words) -> AppResult<Vec<Line>> {
    let rows = edit_line::Entity::find()
        .filter(edit_line::Column::SubjectId.eq(subject.id()))
        .order_by_desc(edit_line::Column::At)
        .order_by_desc(edit_line::Column::Id)
        .limit(SHOWN)
        .all(db)
        .await?;
    let people = rows.iter().flat_map(|row| {
        let account = |text: &String| text.parse::<AccountId>().ok();
        [Some(row.by_account_id), account(&row.before), account(&row.after)]
    });
    let names = accounts::store::names(db, people.flatten().collect::<Vec<_>>()).await?;
    let read = |text: &str| match text.parse::<AccountId>() {
        Ok(account) => names.get(&account).cloned().unwrap_or_default(),
        Err(_) => words(text, t),
    };
    let read = |field: &str, text: &str| match (field, text.parse::<CompanyStage>()) {
        ("companies-stage", Ok(stage)) => t.kind("company-stage", stage.as_str()),
        _ => read(text),
    };
    let line = |row: edit_line::Model| Line {
        what: t.say(&row.field),
        before: read(&row.field, &row.before),
        after: read(&row.field, &row.after),
        by: names.get(&row.by_account_id).cloned().unwrap_or_default(),
        when: t.moment(row.at),
        exact: t.exact(row.at),
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Fields hold days as browsers send them.
fn words(text: &str, t: Words) -> String {
    if text.is_empty() {
        return t.edits_empty();
    }
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    match typed::day(first).filter(|day| day.to_string() == first) {
        Some(day) => format!("{} {rest}", t.date(day)).trim_end().to_owned(),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;

    #[test]
    fn days_are_read_as_words_and_texts_as_they_are() {
        let t = Words(Language::Danish);
        assert_eq!(words("2026-12-02 12:00", t), "2. december 2026 12:00");
        assert_eq!(words("2026-12-02", t), "2. december 2026");
        assert_eq!(words("13:00", t), "13:00");
        assert_eq!(words("12 34 56 78", t), "12 34 56 78");
        assert_eq!(words("Kajen 1, Nørrevig", t), "Kajen 1, Nørrevig");
    }
}
