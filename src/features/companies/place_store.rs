//! The SQL of places.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, Set,
};

use super::place_form::NewPlace;
use crate::domain::{CompanyId, MentorId, PlaceId, RequirementId};
use crate::entities::{mentor, new_id, place, place_requirement};
use crate::state::Txn;
use crate::web::{AppError, AppResult};

/// A company's own place that it still offers.
pub async fn place(
    db: &impl ConnectionTrait,
    company: CompanyId,
    id: PlaceId,
) -> AppResult<place::Model> {
    offered(company, id).one(db).await?.ok_or(AppError::NotFound)
}

pub async fn place_for_change(
    txn: &Txn,
    company: CompanyId,
    id: PlaceId,
) -> AppResult<place::Model> {
    offered(company, id).lock_exclusive().one(txn).await?.ok_or(AppError::NotFound)
}

/// Also one that is withdrawn already.
pub async fn own_for_change(txn: &Txn, company: CompanyId, id: PlaceId) -> AppResult<place::Model> {
    place::Entity::find_by_id(id)
        .filter(place::Column::CompanyId.eq(company))
        .lock_exclusive()
        .one(txn)
        .await?
        .ok_or(AppError::NotFound)
}

fn offered(company: CompanyId, id: PlaceId) -> sea_orm::Select<place::Entity> {
    place::Entity::find_by_id(id)
        .filter(place::Column::CompanyId.eq(company))
        .filter(place::Column::WithdrawnAt.is_null())
}

pub async fn requires(db: &impl ConnectionTrait, place: PlaceId) -> AppResult<Vec<RequirementId>> {
    let rows = place_requirement::Entity::find()
        .filter(place_requirement::Column::PlaceId.eq(place))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.requirement_id).collect())
}

/// Who can be a place's mentor: the company's own, and the municipality's.
pub async fn choosable_mentors(
    db: &impl ConnectionTrait,
    company: CompanyId,
) -> AppResult<Vec<mentor::Model>> {
    Ok(mentor::Entity::find()
        .filter(
            Condition::any()
                .add(mentor::Column::CompanyId.eq(company))
                .add(mentor::Column::CompanyId.is_null()),
        )
        .filter(mentor::Column::LeftAt.is_null())
        .order_by_asc(mentor::Column::Name)
        .all(db)
        .await?)
}

/// The same row in every field a moment ago is the same press of the button.
async fn twin(
    txn: &Txn,
    company: CompanyId,
    new: &NewPlace,
    now: DateTime<Utc>,
) -> AppResult<Option<PlaceId>> {
    let rows = place::Entity::find()
        .filter(place::Column::CompanyId.eq(company))
        .filter(place::Column::WithdrawnAt.is_null())
        .filter(place::Column::CreatedAt.gt(now - chrono::Duration::minutes(1)))
        .all(txn)
        .await?;
    let mut asked = new.requires.clone();
    asked.sort_unstable();
    for row in rows {
        let there = (row.kind, row.number, row.mentor_id);
        let words = (&row.tasks, &row.hours_from, &row.hours_to);
        let mut requires = requires(txn, row.id).await?;
        requires.sort_unstable();
        if there == (new.kind, new.number, new.mentor)
            && words == (&new.tasks, &new.hours_from, &new.hours_to)
            && requires == asked
        {
            return Ok(Some(row.id));
        }
    }
    Ok(None)
}

pub async fn add(
    txn: &Txn,
    company: CompanyId,
    new: NewPlace,
    now: DateTime<Utc>,
) -> AppResult<PlaceId> {
    if let Some(twin) = twin(txn, company, &new, now).await? {
        return Ok(twin);
    }
    let id: PlaceId = new_id();
    let row = place::ActiveModel {
        id: Set(id),
        company_id: Set(company),
        kind: Set(new.kind),
        number: Set(new.number),
        tasks: Set(new.tasks),
        hours_from: Set(new.hours_from),
        hours_to: Set(new.hours_to),
        mentor_id: Set(new.mentor),
        withdrawn_at: Set(None),
        changed_at: Set(now),
        created_at: Set(now),
    };
    row.insert(txn).await?;
    set_requirements(txn, id, new.requires).await?;
    Ok(id)
}

/// Everything but the kind: placements and rankings rest on that.
pub async fn change(
    txn: &Txn,
    place: place::Model,
    new: NewPlace,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let id = place.id;
    let mut row: place::ActiveModel = place.into();
    row.number = Set(new.number);
    row.tasks = Set(new.tasks);
    row.hours_from = Set(new.hours_from);
    row.hours_to = Set(new.hours_to);
    row.mentor_id = Set(new.mentor);
    row.changed_at = Set(now);
    row.update(txn).await?;
    set_requirements(txn, id, new.requires).await
}

async fn set_requirements(
    txn: &Txn,
    place: PlaceId,
    requires: Vec<RequirementId>,
) -> AppResult<()> {
    place_requirement::Entity::delete_many()
        .filter(place_requirement::Column::PlaceId.eq(place))
        .exec(txn)
        .await?;
    let rows: Vec<_> = requires
        .into_iter()
        .map(|requirement| place_requirement::ActiveModel {
            id: Set(new_id()),
            place_id: Set(place),
            requirement_id: Set(requirement),
        })
        .collect();
    if !rows.is_empty() {
        place_requirement::Entity::insert_many(rows).exec_without_returning(txn).await?;
    }
    Ok(())
}

/// What runs there goes on; nobody new comes.
pub async fn withdraw(txn: &Txn, place: place::Model, now: DateTime<Utc>) -> AppResult<()> {
    let mut row: place::ActiveModel = place.into();
    row.withdrawn_at = Set(Some(now));
    row.changed_at = Set(now);
    row.update(txn).await?;
    Ok(())
}

/// A mentor has stopped: the places they had stand without one until the company chooses another.
pub async fn leave_places_without(txn: &Txn, mentor: MentorId) -> AppResult<()> {
    place::Entity::update_many()
        .col_expr(place::Column::MentorId, Expr::value(Option::<MentorId>::None))
        .filter(place::Column::MentorId.eq(mentor))
        .exec(txn)
        .await?;
    Ok(())
}
