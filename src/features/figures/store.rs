//! What the figures count. The database counts what is alike; an index holds all that each count looks at.

use std::collections::HashMap;
use std::iter::repeat_n;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::clock::{instant, local};
use crate::domain::figures::{EndedRow, InvitedRow, OutcomeRow};
use crate::domain::{EndKind, EndReason, EventStatus, MatchEventId, OutcomeKind, RankingStage};
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

/// The year and month of the first event there was.
pub async fn first_month(db: &impl ConnectionTrait) -> Result<Option<(i32, u32)>, DbErr> {
    let first =
        match_event::Entity::find().order_by_asc(match_event::Column::StartsAt).one(db).await?;
    Ok(first.map(|event| local(event.starts_at).date()).map(|day| (day.year(), day.month())))
}

/// How many of one event's people came, ranked and got what.
#[derive(Default)]
struct Counted {
    invited: usize,
    came: usize,
    ranked: usize,
    /// The rank each got, none for those left without a place.
    got: Vec<Option<u32>>,
}

impl Counted {
    /// As many rows as were invited, with each fact on as many of them as it holds for.
    fn rows(self, event_on: NaiveDate) -> impl Iterator<Item = InvitedRow> {
        (0..self.invited).map(move |number| InvitedRow {
            event_on,
            came: number < self.came,
            ranked: number < self.ranked,
            rank: self.got.get(number).copied().flatten(),
            unplaced: self.got.get(number).is_some_and(Option::is_none),
        })
    }
}

pub async fn invited(db: &impl ConnectionTrait, period: Period) -> Result<Vec<InvitedRow>, DbErr> {
    let (from, before) = period.instants();
    let events: Vec<(MatchEventId, DateTime<Utc>)> = match_event::Entity::find()
        .select_only()
        .columns([match_event::Column::Id, match_event::Column::StartsAt])
        .filter(match_event::Column::Status.ne(EventStatus::Cancelled))
        .filter(match_event::Column::StartsAt.gte(from))
        .filter(match_event::Column::StartsAt.lt(before))
        .into_tuple()
        .all(db)
        .await?;
    let ids: Vec<MatchEventId> = events.iter().map(|(id, _)| *id).collect();
    let mut counted: HashMap<MatchEventId, Counted> = HashMap::new();
    lines(db, &ids, &mut counted).await?;
    rankings(db, &ids, &mut counted).await?;
    results(db, &ids, &mut counted).await?;
    let rows = events
        .into_iter()
        .filter_map(|(id, starts_at)| Some(counted.remove(&id)?.rows(local(starts_at).date())));
    Ok(rows.flatten().collect())
}

type OfEvents<'a> = &'a mut HashMap<MatchEventId, Counted>;

async fn lines(
    db: &impl ConnectionTrait,
    events: &[MatchEventId],
    counted: OfEvents<'_>,
) -> Result<(), DbErr> {
    use event_young_person::Column;
    let rows: Vec<(MatchEventId, i64, i64)> = event_young_person::Entity::find()
        .select_only()
        .column(Column::EventId)
        .column_as(Column::InvitedAt.count(), "invited")
        .column_as(Column::CameAt.count(), "came")
        .filter(Column::EventId.is_in(events.iter().copied()))
        .filter(Column::InvitedAt.is_not_null())
        .group_by(Column::EventId)
        .into_tuple()
        .all(db)
        .await?;
    for (event, invited, came) in rows {
        let of = counted.entry(event).or_default();
        (of.invited, of.came) = (many(invited), many(came));
    }
    Ok(())
}

async fn rankings(
    db: &impl ConnectionTrait,
    events: &[MatchEventId],
    counted: OfEvents<'_>,
) -> Result<(), DbErr> {
    use ranking::Column;
    let rows: Vec<(MatchEventId, i64)> = ranking::Entity::find()
        .select_only()
        .column(Column::EventId)
        .column_as(Column::YoungPersonId.count(), "ranked")
        .filter(Column::EventId.is_in(events.iter().copied()))
        .filter(Column::Stage.eq(RankingStage::Saved))
        .group_by(Column::EventId)
        .into_tuple()
        .all(db)
        .await?;
    for (event, ranked) in rows {
        counted.entry(event).or_default().ranked = many(ranked);
    }
    Ok(())
}

async fn results(
    db: &impl ConnectionTrait,
    events: &[MatchEventId],
    counted: OfEvents<'_>,
) -> Result<(), DbErr> {
    use match_outcome::Column;
    let rows: Vec<(MatchEventId, Option<i32>, i64, i64)> = match_outcome::Entity::find()
        .select_only()
        .columns([Column::EventId, Column::Rank])
        .column_as(Column::EventId.count(), "people")
        .column_as(Column::PlaceId.count(), "placed")
        .filter(Column::EventId.is_in(events.iter().copied()))
        .group_by(Column::EventId)
        .group_by(Column::Rank)
        .into_tuple()
        .all(db)
        .await?;
    for (event, rank, people, placed) in rows {
        let got = &mut counted.entry(event).or_default().got;
        let rank = rank.and_then(|rank| u32::try_from(rank).ok());
        got.extend(repeat_n(None, many(people - placed)));
        got.extend(repeat_n(rank, many(placed)).filter(Option::is_some));
    }
    Ok(())
}

fn many(count: i64) -> usize {
    usize::try_from(count).unwrap_or(0)
}

/// The first day of each placement that began in the period.
pub async fn started(db: &impl ConnectionTrait, period: Period) -> Result<Vec<NaiveDate>, DbErr> {
    use placement::Column;
    let rows: Vec<(NaiveDate, i64)> = placement::Entity::find()
        .select_only()
        .column(Column::StartsOn)
        .column_as(Column::StartsOn.count(), "alike")
        .filter(Column::StartedAt.is_not_null())
        .filter(Column::StartsOn.gte(period.from))
        .filter(Column::StartsOn.lt(period.before))
        .group_by(Column::StartsOn)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().flat_map(|(day, alike)| repeat_n(day, many(alike))).collect())
}

/// How each placement that ended in the period did.
pub async fn ended(db: &impl ConnectionTrait, period: Period) -> Result<Vec<EndedRow>, DbErr> {
    use placement::Column;
    let rows: Vec<(NaiveDate, Option<EndKind>, Option<EndReason>, i64)> = placement::Entity::find()
        .select_only()
        .columns([Column::EndedOn, Column::EndKind, Column::EndReason])
        .column_as(Column::EndedOn.count(), "alike")
        .filter(Column::EndKind.is_not_null())
        .filter(Column::EndedOn.gte(period.from))
        .filter(Column::EndedOn.lt(period.before))
        .group_by(Column::EndedOn)
        .group_by(Column::EndKind)
        .group_by(Column::EndReason)
        .into_tuple()
        .all(db)
        .await?;
    let row = |(on, kind, reason, alike): (_, Option<EndKind>, _, i64)| {
        repeat_n(kind.map(|kind| EndedRow { on, kind, reason }), many(alike)).flatten()
    };
    Ok(rows.into_iter().flat_map(row).collect())
}

/// What placements led to, each once: a job that is still a job at the next check is no second one.
pub async fn outcomes(db: &impl ConnectionTrait, period: Period) -> Result<Vec<OutcomeRow>, DbErr> {
    use outcome::Column;
    let first = Query::select()
        .column(Column::Kind)
        .expr_as(Expr::col(Column::NotedOn).min(), "first")
        .from(outcome::Entity)
        .group_by_columns([Column::PlacementId, Column::Kind])
        .to_owned();
    let counted = Query::select()
        .columns(["kind", "first"])
        .expr_as(Expr::col("first").count(), "alike")
        .from_subquery(first, "outcomes")
        .and_where(Expr::col("first").gte(period.from))
        .and_where(Expr::col("first").lt(period.before))
        .group_by_columns(["kind", "first"])
        .to_owned();
    let mut outcomes = Vec::new();
    for row in db.query_all(&counted).await? {
        let (noted_on, kind) = (row.try_get("", "first")?, row.try_get("", "kind")?);
        outcomes.extend(repeat_n(OutcomeRow { noted_on, kind }, many(row.try_get("", "alike")?)));
    }
    Ok(outcomes)
}

/// Of each placement that ended in the period and not by a switch, where the person is now as far as we know.
pub async fn where_to(
    db: &impl ConnectionTrait,
    period: Period,
) -> Result<Vec<Option<OutcomeKind>>, DbErr> {
    use placement::Column;
    let statement = Query::select()
        .expr_as(latest_outcome(), "latest")
        .column(Column::EndedOn)
        .from(placement::Entity)
        .and_where(Column::EndedOn.gte(period.from))
        .and_where(Column::EndedOn.lt(period.before))
        .and_where(Column::EndKind.ne(EndKind::Switched))
        .to_owned();
    let counted = Query::select()
        .column("latest")
        .expr_as(Expr::col("ended_on").count(), "alike")
        .from_subquery(statement, "ended")
        .group_by_col("latest")
        .to_owned();
    let mut latest = Vec::new();
    for row in db.query_all(&counted).await? {
        let kind: Option<OutcomeKind> = row.try_get("", "latest")?;
        latest.extend(repeat_n(kind, many(row.try_get("", "alike")?)));
    }
    Ok(latest)
}

fn latest_outcome() -> SimpleExpr {
    let noted = |column| (outcome::Entity, column);
    let latest: SelectStatement = Query::select()
        .column(noted(outcome::Column::Kind))
        .from(outcome::Entity)
        .and_where(
            Expr::col(noted(outcome::Column::PlacementId))
                .equals((placement::Entity, placement::Column::Id)),
        )
        .order_by(noted(outcome::Column::NotedOn), Order::Desc)
        .order_by(noted(outcome::Column::CreatedAt), Order::Desc)
        .limit(1)
        .to_owned();
    SimpleExpr::SubQuery(None, Box::new(latest.into()))
}
