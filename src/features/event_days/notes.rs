//! `POST /events/{event}/notes/{company}`: what a young person wants to remember. Only they ever read it.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::{HttpRequest, HttpResponse, web};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};
use serde::Deserialize;
use validator::Validate;

use super::{path, phone};
use crate::domain::{CompanyId, MatchEventId, YoungPersonId};
use crate::entities::{day_note, favourite, new_id};
use crate::features::match_events;
use crate::state::{AppState, Txn};
use crate::web::{AppError, AppResult, Form, SignedInYoungPerson, check, see_other, unprocessable};

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct NoteForm {
    #[validate(length(max = 2000, code = "problem-too-long"))]
    pub words: String,
    /// The page they write on does not fetch itself, and stays so.
    pub write: String,
}

pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInYoungPerson,
    of: web::Path<(MatchEventId, CompanyId)>,
    form: Form<NoteForm>,
) -> AppResult<HttpResponse> {
    let (event, company) = of.into_inner();
    let txn = state.write().await?;
    match_events::attended_by(&txn, visitor.young_person, event).await?;
    let presenting = match_events::store::presenting(&txn, event).await?;
    if !presenting.iter().any(|row| row.id == company) {
        return Err(AppError::NotFound);
    }
    let problems = check(&*form, visitor.words());
    if !problems.is_empty() {
        drop(txn);
        let typed = Some((company, form.words.as_str()));
        return unprocessable(
            &phone::page(&request, &state, &visitor, event, typed, problems).await?,
        );
    }
    keep(&txn, state.clock.now(), event, visitor.young_person, company, &form.words).await?;
    txn.commit().await?;
    let here = path(event);
    let back = if form.write.is_empty() { here } else { format!("{here}?write=yes") };
    Ok(see_other(back).notice("day-note-saved"))
}

/// A young person's own notes on the companies of an event.
pub async fn of(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    person: YoungPersonId,
) -> AppResult<BTreeMap<CompanyId, day_note::Model>> {
    let rows = day_note::Entity::find()
        .filter(day_note::Column::EventId.eq(event))
        .filter(day_note::Column::YoungPersonId.eq(person));
    Ok(rows.all(db).await?.into_iter().map(|row| (row.company_id, row)).collect())
}

/// The same in words, for their own eyes.
pub async fn notes_of(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    person: YoungPersonId,
) -> AppResult<BTreeMap<CompanyId, String>> {
    let notes = of(db, event, person).await?;
    Ok(notes.into_iter().map(|(company, row)| (company, row.words)).collect())
}

/// The companies they have marked to find again.
pub async fn favourites(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    person: YoungPersonId,
) -> AppResult<BTreeSet<CompanyId>> {
    let rows = favourite::Entity::find()
        .filter(favourite::Column::EventId.eq(event))
        .filter(favourite::Column::YoungPersonId.eq(person));
    Ok(rows.all(db).await?.into_iter().map(|row| row.company_id).collect())
}

/// An emptied note is no note.
async fn keep(
    txn: &Txn,
    now: chrono::DateTime<chrono::Utc>,
    event: MatchEventId,
    person: YoungPersonId,
    company: CompanyId,
    words: &str,
) -> AppResult<()> {
    use day_note::Column;
    if words.is_empty() {
        day_note::Entity::delete_many()
            .filter(Column::EventId.eq(event))
            .filter(Column::YoungPersonId.eq(person))
            .filter(Column::CompanyId.eq(company))
            .exec(txn)
            .await?;
        return Ok(());
    }
    let row = day_note::ActiveModel {
        id: Set(new_id()),
        event_id: Set(event),
        young_person_id: Set(person),
        company_id: Set(company),
        words: Set(words.to_owned()),
        updated_at: Set(now),
    };
    day_note::Entity::insert(row)
        .on_conflict(
            OnConflict::columns([Column::EventId, Column::YoungPersonId, Column::CompanyId])
                .update_columns([Column::Words, Column::UpdatedAt])
                .to_owned(),
        )
        .exec_without_returning(txn)
        .await?;
    Ok(())
}
