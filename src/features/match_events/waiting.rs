//! Who waits for an answer once ranking has closed: everybody with a list, pressed save on or not, and everybody who
//! came and made none.

use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
    Select,
};

use super::letter::all_causes;
use crate::domain::capacity::TAKING;
use crate::domain::event::waits_for_match;
use crate::domain::{
    Attendance, CallKind, Language, MatchEventId, PlacementStatus, RankingStage, YoungPersonId,
};
use crate::entities::{
    account, event_young_person, match_event, placement, ranking, ranking_choice, young_person,
};
use crate::features::calls::{self, About, NewCall};
use crate::features::programme;
use crate::state::{AppState, Txn};
use crate::web::AppResult;
use crate::words::Words;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Who has a list that is matched.
    pub listed: u64,
    pub without_list: Vec<YoungPersonId>,
}

/// Whoever has left or has a place waits for nothing.
pub async fn of(db: &impl ConnectionTrait, event: MatchEventId) -> AppResult<Waiting> {
    let saved = ranking::Entity::find()
        .filter(ranking::Column::EventId.eq(event))
        .filter(ranking::Column::Stage.eq(RankingStage::Saved))
        .filter(ranking::Column::YoungPersonId.not_in_subquery(with_a_place(&TAKING)))
        .filter(ranking::Column::YoungPersonId.not_in_subquery(left()))
        .count(db)
        .await?;
    let drafted: Vec<YoungPersonId> = own_drafts(event)
        .select_only()
        .column(ranking::Column::YoungPersonId)
        .filter(ranking::Column::YoungPersonId.not_in_subquery(with_a_place(&TAKING)))
        .into_tuple()
        .all(db)
        .await?;
    let mut without_list: Vec<YoungPersonId> = event_young_person::Entity::find()
        .select_only()
        .column(event_young_person::Column::YoungPersonId)
        .filter(event_young_person::Column::EventId.eq(event))
        .filter(event_young_person::Column::InvitedAt.is_not_null())
        .filter(event_young_person::Column::CameAt.is_not_null())
        .filter(event_young_person::Column::YoungPersonId.not_in_subquery(saved_by(event)))
        .filter(event_young_person::Column::YoungPersonId.not_in_subquery(with_a_place(&TAKING)))
        .filter(event_young_person::Column::YoungPersonId.not_in_subquery(left()))
        .into_tuple()
        .all(db)
        .await?;
    without_list.retain(|person| !drafted.contains(person));
    Ok(Waiting { listed: saved + drafted.len() as u64, without_list })
}

/// The same while the event waits for its match; afterwards everybody has their answer.
pub async fn of_unmatched(
    db: &impl ConnectionTrait,
    state: &AppState,
    event: &match_event::Model,
) -> AppResult<Waiting> {
    if waits_for_match(event.status, event.ranking_closes_at, state.clock.now()) {
        of(db, event.id).await
    } else {
        Ok(Waiting::default())
    }
}

/// The drafts that are their writer's list once ranking has closed: with a choice on them, made by the young person
/// alone, who has saved none, can still come or came, and is neither placed nor gone.
pub fn own_drafts(event: MatchEventId) -> Select<ranking::Entity> {
    let chosen = Query::select()
        .column(ranking_choice::Column::Id)
        .from(ranking_choice::Entity)
        .and_where(
            Expr::col((ranking_choice::Entity, ranking_choice::Column::RankingId))
                .equals((ranking::Entity, ranking::Column::Id)),
        )
        .and_where(ranking_choice::Column::Position.is_not_null())
        .to_owned();
    let placed = with_a_place(&[PlacementStatus::Agreed, PlacementStatus::Running]);
    ranking::Entity::find()
        .filter(ranking::Column::EventId.eq(event))
        .filter(ranking::Column::Stage.eq(RankingStage::Draft))
        .filter(ranking::Column::Together.eq(false))
        .filter(Expr::exists(chosen))
        .filter(ranking::Column::YoungPersonId.not_in_subquery(saved_by(event)))
        .filter(ranking::Column::YoungPersonId.in_subquery(attending(event)))
        .filter(ranking::Column::YoungPersonId.not_in_subquery(placed))
        .filter(ranking::Column::YoungPersonId.not_in_subquery(left()))
}

fn saved_by(event: MatchEventId) -> SelectStatement {
    Query::select()
        .column(ranking::Column::YoungPersonId)
        .from(ranking::Entity)
        .and_where(ranking::Column::EventId.eq(event))
        .and_where(ranking::Column::Stage.eq(RankingStage::Saved))
        .to_owned()
}

fn attending(event: MatchEventId) -> SelectStatement {
    let attends = Condition::any()
        .add(event_young_person::Column::Answer.ne(Attendance::No))
        .add(event_young_person::Column::CameAt.is_not_null());
    Query::select()
        .column(event_young_person::Column::YoungPersonId)
        .from(event_young_person::Entity)
        .and_where(event_young_person::Column::EventId.eq(event))
        .and_where(event_young_person::Column::InvitedAt.is_not_null())
        .cond_where(attends)
        .to_owned()
}

fn with_a_place(statuses: &[PlacementStatus]) -> SelectStatement {
    Query::select()
        .column(placement::Column::YoungPersonId)
        .from(placement::Entity)
        .and_where(placement::Column::Status.is_in(statuses.iter().copied()))
        .to_owned()
}

fn left() -> SelectStatement {
    Query::select()
        .column(young_person::Column::Id)
        .from(young_person::Entity)
        .and_where(young_person::Column::LeftAt.is_not_null())
        .to_owned()
}

/// No match answers those who came without a list, so their consultants do.
pub async fn ring_without_list(
    txn: &Txn,
    state: &AppState,
    event: MatchEventId,
    people: &[YoungPersonId],
) -> AppResult<()> {
    let due_on = programme::calendar(txn).await?.next_working_day(state.clock.today());
    for &id in people {
        let Some(person) = young_person::Entity::find_by_id(id).one(txn).await? else { continue };
        let owner = account::Entity::find_by_id(person.consultant_id).one(txn).await?;
        let t = Words(owner.map_or(Language::Danish, |owner| owner.language));
        let new = NewCall {
            kind: CallKind::Unplaced,
            cause: format!("{}without-list/{id}", all_causes(event)),
            owner: person.consultant_id,
            due_on,
            about: About { young_person: Some(id), event: Some(event), ..About::default() },
            words: t.reason_unplaced_no_ranking(),
        };
        calls::open(txn, state.clock.now(), new).await?;
    }
    Ok(())
}
