//! The slice's SQL.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ModelTrait, QueryFilter,
    QuerySelect, Select, Set,
};

use crate::domain::ranking::Ranking;
use crate::domain::{
    AccountId, CompanyId, MatchEventId, PlacementStatus, RankingId, RankingStage, YoungPersonId,
};
use crate::entities::{favourite, new_id, placement, ranking, ranking_choice};
use crate::state::Txn;

/// The most values one statement may hold on SQLite, with room to spare.
pub const CHUNK: usize = 500;

/// A ranking with when and by whom it was written down.
pub struct Stored {
    pub row: ranking::Model,
    pub ranking: Ranking,
}

pub async fn of(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    young_person: YoungPersonId,
    stage: RankingStage,
) -> Result<Option<Stored>, DbErr> {
    let row = ranking::Entity::find()
        .filter(ranking::Column::EventId.eq(event))
        .filter(ranking::Column::YoungPersonId.eq(young_person))
        .filter(ranking::Column::Stage.eq(stage))
        .one(db)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let choices = ranking_choice::Entity::find()
        .filter(ranking_choice::Column::RankingId.eq(row.id))
        .all(db)
        .await?;
    Ok(Some(Stored { ranking: read(choices), row }))
}

/// The list somebody is working on: their draft, else what they saved.
pub async fn in_hand(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    young_person: YoungPersonId,
) -> Result<Option<Stored>, DbErr> {
    match of(db, event, young_person, RankingStage::Draft).await? {
        Some(draft) => Ok(Some(draft)),
        None => of(db, event, young_person, RankingStage::Saved).await,
    }
}

/// Stands for the list in hand; a form carries it along since it was shown.
pub fn mark(in_hand: Option<&Stored>) -> String {
    match in_hand {
        Some(stored) => stored.row.id.to_string(),
        None => "none".to_owned(),
    }
}

/// Those of them whose ranking of an event is saved.
pub async fn ranked(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    people: &[YoungPersonId],
) -> Result<BTreeSet<YoungPersonId>, DbErr> {
    let mut ranked = BTreeSet::new();
    for people in people.chunks(CHUNK) {
        let saved: Vec<YoungPersonId> = ranking::Entity::find()
            .select_only()
            .column(ranking::Column::YoungPersonId)
            .filter(ranking::Column::EventId.eq(event))
            .filter(ranking::Column::Stage.eq(RankingStage::Saved))
            .filter(ranking::Column::YoungPersonId.is_in(people.iter().copied()))
            .into_tuple()
            .all(db)
            .await?;
        ranked.extend(saved);
    }
    Ok(ranked)
}

/// Those who have a placement that is agreed or under way, and so are in no match.
pub async fn placed(
    db: &impl ConnectionTrait,
    people: impl IntoIterator<Item = YoungPersonId>,
) -> Result<BTreeSet<YoungPersonId>, DbErr> {
    let people: Vec<YoungPersonId> = people.into_iter().collect();
    let mut placed = BTreeSet::new();
    for people in people.chunks(CHUNK) {
        let rows = with_a_place().filter(placement::Column::YoungPersonId.is_in(people.to_vec()));
        placed.extend(rows.all(db).await?.into_iter().map(|row| row.young_person_id));
    }
    Ok(placed)
}

/// The placement because of which somebody's list would not count.
pub async fn placement_of(
    db: &impl ConnectionTrait,
    young_person: YoungPersonId,
) -> Result<Option<placement::Model>, DbErr> {
    with_a_place().filter(placement::Column::YoungPersonId.eq(young_person)).one(db).await
}

fn with_a_place() -> Select<placement::Entity> {
    let with_a_place = [PlacementStatus::Agreed, PlacementStatus::Running];
    placement::Entity::find().filter(placement::Column::Status.is_in(with_a_place))
}

/// Ids are ordered by time, so equals come back in the order they were written.
fn read(mut choices: Vec<ranking_choice::Model>) -> Ranking {
    choices.sort_by_key(|choice| choice.id);
    Ranking::from_rows(choices.into_iter().map(|row| {
        (row.company_id, row.position.and_then(|at| u32::try_from(at).ok()), row.no_thanks)
    }))
}

/// Whose ranking, and who writes it down.
#[derive(Clone, Copy, Debug)]
pub struct Pen {
    pub event: MatchEventId,
    pub young_person: YoungPersonId,
    pub by: AccountId,
    /// On the consultant's screen, side by side.
    pub together: bool,
}

/// Every saved ranking of an event; drafts are nobody's business but their writer's.
pub async fn saved(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> Result<Vec<(YoungPersonId, Ranking)>, DbErr> {
    let rows = ranking::Entity::find()
        .filter(ranking::Column::EventId.eq(event))
        .filter(ranking::Column::Stage.eq(RankingStage::Saved))
        .all(db)
        .await?;
    let mut choices: BTreeMap<RankingId, Vec<ranking_choice::Model>> = BTreeMap::new();
    for rows in rows.chunks(CHUNK) {
        let ids = rows.iter().map(|row| row.id);
        for choice in ranking_choice::Entity::find()
            .filter(ranking_choice::Column::RankingId.is_in(ids))
            .all(db)
            .await?
        {
            choices.entry(choice.ranking_id).or_default().push(choice);
        }
    }
    Ok(rows
        .into_iter()
        .map(|row| (row.young_person_id, read(choices.remove(&row.id).unwrap_or_default())))
        .collect())
}

pub async fn replace(
    txn: &Txn,
    pen: Pen,
    stage: RankingStage,
    ranking: &Ranking,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    remove(txn, pen, stage).await?;
    let id: RankingId = new_id();
    let row = ranking::ActiveModel {
        id: Set(id),
        event_id: Set(pen.event),
        young_person_id: Set(pen.young_person),
        stage: Set(stage),
        saved_at: Set(now),
        saved_by: Set(pen.by),
        together: Set(pen.together),
    };
    row.insert(txn).await?;
    let choices: Vec<_> = ranking
        .rows()
        .map(|(company, position, no_thanks)| ranking_choice::ActiveModel {
            id: Set(new_id()),
            ranking_id: Set(id),
            company_id: Set(company),
            position: Set(position.and_then(|at| i32::try_from(at).ok())),
            no_thanks: Set(no_thanks),
        })
        .collect();
    for choices in choices.chunks(CHUNK) {
        ranking_choice::Entity::insert_many(choices.iter().cloned())
            .exec_without_returning(txn)
            .await?;
    }
    Ok(())
}

pub async fn remove(txn: &Txn, pen: Pen, stage: RankingStage) -> Result<(), DbErr> {
    if let Some(old) = of(txn, pen.event, pen.young_person, stage).await? {
        ranking_choice::Entity::delete_many()
            .filter(ranking_choice::Column::RankingId.eq(old.row.id))
            .exec(txn)
            .await?;
        old.row.delete(txn).await?;
    }
    Ok(())
}

pub async fn favourites(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    young_person: YoungPersonId,
) -> Result<BTreeSet<CompanyId>, DbErr> {
    let rows = favourite::Entity::find()
        .filter(favourite::Column::EventId.eq(event))
        .filter(favourite::Column::YoungPersonId.eq(young_person))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.company_id).collect())
}

/// Marks a company or takes the mark away; twice the same changes nothing.
pub async fn set_favourite(
    txn: &Txn,
    event: MatchEventId,
    young_person: YoungPersonId,
    company: CompanyId,
    marked: bool,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    if !marked {
        favourite::Entity::delete_many()
            .filter(favourite::Column::EventId.eq(event))
            .filter(favourite::Column::YoungPersonId.eq(young_person))
            .filter(favourite::Column::CompanyId.eq(company))
            .exec(txn)
            .await?;
        return Ok(());
    }
    let row = favourite::ActiveModel {
        id: Set(new_id()),
        event_id: Set(event),
        young_person_id: Set(young_person),
        company_id: Set(company),
        created_at: Set(now),
    };
    let once = [
        favourite::Column::EventId,
        favourite::Column::YoungPersonId,
        favourite::Column::CompanyId,
    ];
    favourite::Entity::insert(row)
        .on_conflict(OnConflict::columns(once).do_nothing().to_owned())
        .exec_without_returning(txn)
        .await?;
    Ok(())
}
