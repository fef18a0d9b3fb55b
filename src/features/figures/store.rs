//! What the figures count, grouped by the database where many rows are alike.

use std::collections::HashMap;
use std::iter::repeat_n;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QueryResult, QuerySelect,
};

use crate::clock::{instant, local};
use crate::domain::figures::{InvitedRow, OutcomeRow, PlacementRow};
use crate::domain::{EndKind, EndReason, EventStatus, OutcomeKind, PlacementId, RankingStage};
use crate::entities::{
    event_young_person, match_event, match_outcome, outcome, placement, ranking,
};

/// The first day counted, and the first day after.
#[derive(Clone, Copy, Debug)]
pub struct Period {
    pub from: NaiveDate,
    pub before: NaiveDate,
}

impl Period {
    fn instants(self) -> (DateTime<Utc>, DateTime<Utc>) {
        let midnight = |day: NaiveDate| instant(day.and_time(NaiveTime::MIN));
        (midnight(self.from), midnight(self.before))
    }
}

/// The year of the first event there was.
pub async fn first_year(db: &impl ConnectionTrait) -> Result<Option<i32>, DbErr> {
    let first =
        match_event::Entity::find().order_by_asc(match_event::Column::StartsAt).one(db).await?;
    Ok(first.map(|event| local(event.starts_at).year()))
}

pub async fn invited(db: &impl ConnectionTrait, period: Period) -> Result<Vec<InvitedRow>, DbErr> {
    let rows = db.query_all(&alike(period)).await?;
    let mut invited = Vec::new();
    for row in &rows {
        let (person, alike) = read(row)?;
        invited.extend(repeat_n(person, alike));
    }
    Ok(invited)
}

fn read(row: &QueryResult) -> Result<(InvitedRow, usize), DbErr> {
    let starts_at: DateTime<Utc> = row.try_get("", "starts_at")?;
    let rank: Option<i32> = row.try_get("", "rank")?;
    let alike: i64 = row.try_get("", "alike")?;
    let person = InvitedRow {
        event_on: local(starts_at).date(),
        came: row.try_get("", "came")?,
        ranked: row.try_get("", "ranked")?,
        rank: rank.and_then(|rank| u32::try_from(rank).ok()),
        unplaced: row.try_get("", "unplaced")?,
    };
    Ok((person, usize::try_from(alike).unwrap_or(0)))
}

/// How many of an event's people came, ranked and got what, counted where they are alike.
fn alike(period: Period) -> SelectStatement {
    use event_young_person::Column as Line;
    use match_event::Column as Event;
    use match_outcome::Column as Outcome;
    use ranking::Column as Ranking;

    let (from, before) = period.instants();
    let line = |column| Expr::col((event_young_person::Entity, column));
    let event = |column| Expr::col((match_event::Entity, column));
    let outcome = |column| Expr::col((match_outcome::Entity, column));
    let ranking = |column| Expr::col((ranking::Entity, column));
    let came = line(Line::CameAt).is_not_null();
    let ranked = ranking(Ranking::Id).is_not_null();
    let unplaced = outcome(Outcome::Id).is_not_null().and(outcome(Outcome::PlaceId).is_null());
    let own_ranking = Condition::all()
        .add(ranking(Ranking::EventId).equals((event_young_person::Entity, Line::EventId)))
        .add(
            ranking(Ranking::YoungPersonId)
                .equals((event_young_person::Entity, Line::YoungPersonId)),
        )
        .add(ranking(Ranking::Stage).eq(RankingStage::Saved.as_str()));
    let own_outcome = Condition::all()
        .add(outcome(Outcome::EventId).equals((event_young_person::Entity, Line::EventId)))
        .add(
            outcome(Outcome::YoungPersonId)
                .equals((event_young_person::Entity, Line::YoungPersonId)),
        );
    Query::select()
        .column((match_event::Entity, Event::StartsAt))
        .expr_as(came.clone(), "came")
        .expr_as(ranked.clone(), "ranked")
        .column((match_outcome::Entity, Outcome::Rank))
        .expr_as(unplaced.clone(), "unplaced")
        .expr_as(line(Line::Id).count(), "alike")
        .from(event_young_person::Entity)
        .inner_join(
            match_event::Entity,
            event(Event::Id).equals((event_young_person::Entity, Line::EventId)),
        )
        .left_join(ranking::Entity, own_ranking)
        .left_join(match_outcome::Entity, own_outcome)
        .and_where(line(Line::InvitedAt).is_not_null())
        .and_where(event(Event::Status).ne(EventStatus::Cancelled.as_str()))
        .and_where(event(Event::StartsAt).gte(from))
        .and_where(event(Event::StartsAt).lt(before))
        .add_group_by([
            event(Event::Id),
            event(Event::StartsAt),
            came,
            ranked,
            outcome(Outcome::Rank),
            unplaced,
        ])
        .to_owned()
}

type Ending = (Option<NaiveDate>, Option<EndKind>, Option<EndReason>);

/// Placements that began or ended in the period.
pub async fn placements(
    db: &impl ConnectionTrait,
    period: Period,
) -> Result<Vec<PlacementRow>, DbErr> {
    use placement::Column;
    let within = |column: Column| {
        Condition::all().add(column.gte(period.from)).add(column.lt(period.before))
    };
    type Placed = (NaiveDate, Option<NaiveDate>, Option<EndKind>, Option<EndReason>);
    let rows: Vec<Placed> = placement::Entity::find()
        .select_only()
        .columns([Column::StartsOn, Column::EndedOn, Column::EndKind, Column::EndReason])
        .filter(Column::StartedAt.is_not_null())
        .filter(Column::StartsOn.is_not_null())
        .filter(Condition::any().add(within(Column::StartsOn)).add(within(Column::EndedOn)))
        .into_tuple()
        .all(db)
        .await?;
    let ended = |(on, kind, reason): Ending| Some((on?, kind?, reason));
    Ok(rows
        .into_iter()
        .map(|(started_on, on, kind, reason)| PlacementRow {
            started_on,
            ended: ended((on, kind, reason)),
        })
        .collect())
}

pub async fn outcomes(db: &impl ConnectionTrait, period: Period) -> Result<Vec<OutcomeRow>, DbErr> {
    let rows: Vec<(NaiveDate, OutcomeKind)> = outcome::Entity::find()
        .select_only()
        .columns([outcome::Column::NotedOn, outcome::Column::Kind])
        .filter(outcome::Column::NotedOn.gte(period.from))
        .filter(outcome::Column::NotedOn.lt(period.before))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(noted_on, kind)| OutcomeRow { noted_on, kind }).collect())
}

/// Of each placement that ended in the period and not by a switch, where the person is now as far as we know.
pub async fn where_to(
    db: &impl ConnectionTrait,
    period: Period,
) -> Result<Vec<Option<OutcomeKind>>, DbErr> {
    use placement::Column;
    let ended = || {
        Condition::all()
            .add(Column::EndedOn.gte(period.from))
            .add(Column::EndedOn.lt(period.before))
            .add(Column::EndKind.ne(EndKind::Switched))
    };
    let placements: Vec<PlacementId> = placement::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(ended())
        .into_tuple()
        .all(db)
        .await?;
    let those =
        Query::select().column(Column::Id).from(placement::Entity).cond_where(ended()).to_owned();
    let noted: Vec<(PlacementId, OutcomeKind)> = outcome::Entity::find()
        .select_only()
        .columns([outcome::Column::PlacementId, outcome::Column::Kind])
        .filter(outcome::Column::PlacementId.in_subquery(those))
        .order_by_asc(outcome::Column::NotedOn)
        .order_by_asc(outcome::Column::CreatedAt)
        .into_tuple()
        .all(db)
        .await?;
    let latest: HashMap<PlacementId, OutcomeKind> = noted.into_iter().collect();
    Ok(placements.into_iter().map(|id| latest.get(&id).copied()).collect())
}
