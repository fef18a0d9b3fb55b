//! The slice's SQL: one placement at a time. What lists need is in `lists` and `desk`.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Set,
};

use crate::domain::capacity::TAKING;
use crate::domain::placement::{Answer, Answers, Ending, Placement};
use crate::domain::{
    AccountId, CompanyId, DisclosureItem, Party, PlacementId, ProposalAnswer, YoungPersonId,
};
use crate::entities::{
    account, company, disclosure, new_id, observation, outcome, placement, placement_answer,
    young_person,
};
use crate::state::Txn;
use crate::web::{AppError, AppResult};

/// A placement's row and the rule it obeys.
pub struct Held {
    pub row: placement::Model,
    pub rule: Placement,
}

/// Locked until the transaction ends.
pub async fn hold(txn: &Txn, id: PlacementId) -> AppResult<Held> {
    let row = placement::Entity::find_by_id(id)
        .lock_exclusive()
        .one(txn)
        .await?
        .ok_or(AppError::NotFound)?;
    let rule = rule(&row, answers(txn, id).await?);
    Ok(Held { row, rule })
}

/// Every placement of a young person, in the order in which they are always locked.
pub async fn of_young_person_for_change(
    txn: &Txn,
    young_person: YoungPersonId,
) -> AppResult<Vec<placement::Model>> {
    Ok(placement::Entity::find()
        .filter(placement::Column::YoungPersonId.eq(young_person))
        .order_by_asc(placement::Column::Id)
        .lock_exclusive()
        .all(txn)
        .await?)
}

pub async fn answers(db: &impl ConnectionTrait, id: PlacementId) -> AppResult<Answers> {
    let rows = placement_answer::Entity::find()
        .filter(placement_answer::Column::PlacementId.eq(id))
        .all(db)
        .await?;
    let of = |party| {
        let row = rows.iter().find(|row| row.party == party)?;
        Some(Answer { answer: row.answer, at: row.answered_at })
    };
    Ok(Answers { young_person: of(Party::YoungPerson), company: of(Party::Company) })
}

pub fn rule(row: &placement::Model, answers: Answers) -> Placement {
    let ending = row.end_kind.zip(row.ended_on);
    Placement {
        status: row.status,
        answers,
        answer_by: row.answer_by,
        starts_on: row.starts_on,
        ends_on: row.ends_on,
        agreed_at: row.agreed_at,
        started_at: row.started_at,
        ended_at: row.ended_at,
        ending: ending.map(|(kind, on)| Ending { kind, reason: row.end_reason, on }),
    }
}

/// Writes back what the rule decided, with whatever else `change` sets.
pub async fn save(
    txn: &Txn,
    held: Held,
    now: DateTime<Utc>,
    change: impl FnOnce(&mut placement::ActiveModel),
) -> AppResult<placement::Model> {
    let Held { row, rule } = held;
    let mut row: placement::ActiveModel = row.into();
    row.status = Set(rule.status);
    row.starts_on = Set(rule.starts_on);
    row.ends_on = Set(rule.ends_on);
    row.agreed_at = Set(rule.agreed_at);
    row.started_at = Set(rule.started_at);
    row.ended_at = Set(rule.ended_at);
    row.ended_on = Set(rule.ending.map(|ending| ending.on));
    row.end_kind = Set(rule.ending.map(|ending| ending.kind));
    row.end_reason = Set(rule.ending.and_then(|ending| ending.reason));
    row.changed_at = Set(now);
    change(&mut row);
    Ok(row.update(txn).await?)
}

pub async fn put_answer(
    txn: &Txn,
    placement: PlacementId,
    party: Party,
    answer: ProposalAnswer,
    by: AccountId,
    at: DateTime<Utc>,
) -> AppResult<()> {
    let row = placement_answer::ActiveModel {
        id: Set(new_id()),
        placement_id: Set(placement),
        party: Set(party),
        answer: Set(answer),
        answered_by: Set(by),
        answered_at: Set(at),
    };
    let again = OnConflict::columns([
        placement_answer::Column::PlacementId,
        placement_answer::Column::Party,
    ])
    .update_columns([
        placement_answer::Column::Answer,
        placement_answer::Column::AnsweredBy,
        placement_answer::Column::AnsweredAt,
    ])
    .to_owned();
    placement_answer::Entity::insert(row).on_conflict(again).exec_without_returning(txn).await?;
    Ok(())
}

/// The placements that take a place in these companies now, whatever their number.
pub async fn holding_places(
    db: &impl ConnectionTrait,
    companies: impl IntoIterator<Item = CompanyId>,
) -> AppResult<Vec<placement::Model>> {
    let companies: Vec<CompanyId> = companies.into_iter().collect();
    let mut holding = Vec::new();
    for chunk in companies.chunks(500) {
        holding.extend(
            placement::Entity::find()
                .filter(placement::Column::CompanyId.is_in(chunk.iter().copied()))
                .filter(placement::Column::Status.is_in(TAKING))
                .all(db)
                .await?,
        );
    }
    Ok(holding)
}

pub async fn young_person(
    db: &impl ConnectionTrait,
    id: YoungPersonId,
) -> AppResult<young_person::Model> {
    young_person::Entity::find_by_id(id).one(db).await?.ok_or(AppError::NotFound)
}

pub async fn account(db: &impl ConnectionTrait, id: AccountId) -> AppResult<account::Model> {
    account::Entity::find_by_id(id).one(db).await?.ok_or(AppError::NotFound)
}

pub async fn disclosures(
    db: &impl ConnectionTrait,
    placement: PlacementId,
) -> AppResult<Vec<disclosure::Model>> {
    Ok(disclosure::Entity::find()
        .filter(disclosure::Column::PlacementId.eq(placement))
        .all(db)
        .await?)
}

pub async fn give(
    txn: &Txn,
    placement: PlacementId,
    item: DisclosureItem,
    words: Option<String>,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let row = disclosure::ActiveModel {
        id: Set(new_id()),
        placement_id: Set(placement),
        item: Set(item),
        words: Set(words),
        given_at: Set(now),
        withdrawn_at: Set(None),
    };
    let again = OnConflict::columns([disclosure::Column::PlacementId, disclosure::Column::Item])
        .update_columns([
            disclosure::Column::Words,
            disclosure::Column::GivenAt,
            disclosure::Column::WithdrawnAt,
        ])
        .to_owned();
    disclosure::Entity::insert(row).on_conflict(again).exec_without_returning(txn).await?;
    Ok(())
}

/// Taken back, its words are gone too: nobody needs them any more.
pub async fn take_back(txn: &Txn, given: disclosure::Model, now: DateTime<Utc>) -> AppResult<()> {
    let mut row: disclosure::ActiveModel = given.into();
    row.withdrawn_at = Set(Some(now));
    row.words = Set(None);
    row.update(txn).await?;
    Ok(())
}

/// Newest first.
pub async fn observations(
    db: &impl ConnectionTrait,
    placement: PlacementId,
) -> AppResult<Vec<observation::Model>> {
    Ok(observation::Entity::find()
        .filter(observation::Column::PlacementId.eq(placement))
        .order_by_desc(observation::Column::On)
        .order_by_desc(observation::Column::CreatedAt)
        .limit(200)
        .all(db)
        .await?)
}

pub async fn outcomes(
    db: &impl ConnectionTrait,
    placement: PlacementId,
) -> AppResult<Vec<outcome::Model>> {
    Ok(outcome::Entity::find()
        .filter(outcome::Column::PlacementId.eq(placement))
        .order_by_desc(outcome::Column::NotedOn)
        .order_by_desc(outcome::Column::CreatedAt)
        .all(db)
        .await?)
}

pub async fn company(db: &impl ConnectionTrait, id: CompanyId) -> AppResult<company::Model> {
    company::Entity::find_by_id(id).one(db).await?.ok_or(AppError::NotFound)
}
