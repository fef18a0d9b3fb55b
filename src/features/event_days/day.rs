//! An event's day as it is stored: where its clock is, and its run sheet.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, Set,
};

use super::live;
use crate::domain::event_day::{self, Clock, Moment, Step};
use crate::domain::{GroupChoice, MatchEventId, RowId, StepKind};
use crate::entities::{event_day as day, match_event, new_id, run_sheet_step};
use crate::features::match_events;
use crate::state::Txn;
use crate::web::AppResult;

/// Companies that each young person is promised to meet, and young people at a table (METHOD 1.5).
const PROMISE: i32 = 5;
const SEATS: i32 = 2;

/// An event's day: its clock and its run sheet.
pub struct Day {
    pub event: match_event::Model,
    pub row: day::Model,
    pub rows: Vec<run_sheet_step::Model>,
}

impl Day {
    pub fn steps(&self) -> Vec<Step> {
        let step = |row: &run_sheet_step::Model| Step {
            kind: row.kind,
            minutes: u16::try_from(row.minutes).unwrap_or_default(),
            is_skipped: row.is_skipped,
        };
        self.rows.iter().map(step).collect()
    }

    pub fn clock(&self) -> Clock {
        let at = self.row.step_id.and_then(|id| self.rows.iter().position(|row| row.id == id));
        Clock {
            moment: match at {
                _ if self.row.over_at.is_some() => Moment::Over,
                Some(at) => Moment::At(at),
                None => Moment::Before,
            },
            began_at: self.row.began_at,
            added: TimeDelta::seconds(i64::from(self.row.added_seconds)),
            paused_at: self.row.paused_at,
            presenter: u32::try_from(self.row.presenter).unwrap_or_default(),
        }
    }

    pub fn rounds(&self) -> u32 {
        event_day::rounds(&self.steps())
    }

    /// The round in hand, the first being 0.
    pub fn round(&self) -> Option<u32> {
        match self.clock().moment {
            Moment::At(at) => event_day::round_at(&self.steps(), at),
            Moment::Before | Moment::Over => None,
        }
    }

    /// The first round that has not begun.
    pub fn next_round(&self) -> u32 {
        event_day::next_round(&self.steps(), self.clock().moment)
    }

    /// Whether this round has begun and was not left out.
    pub fn is_held(&self, round: i32) -> bool {
        let is_skipped = |round| event_day::skipped_rounds(&self.steps()).any(|one| one == round);
        u32::try_from(round).is_ok_and(|round| round < self.next_round() && !is_skipped(round))
    }

    pub fn has_begun(&self) -> bool {
        self.clock().moment != Moment::Before
    }

    /// The first place in the run sheet that can still be changed.
    pub fn first_open(&self) -> usize {
        match self.clock().moment {
            Moment::Before => 0,
            Moment::At(at) => at + 1,
            Moment::Over => self.rows.len(),
        }
    }
}

fn nothing_yet(event: MatchEventId) -> day::Model {
    day::Model {
        event_id: event,
        version: 0,
        step_id: None,
        began_at: None,
        added_seconds: 0,
        paused_at: None,
        presenter: 0,
        over_at: None,
        promise: PROMISE,
        seats: SEATS,
        groups: GroupChoice::Free,
        groups_must: false,
        seed: seed(event),
        plan_version: 0,
        planned_at: None,
        plan_report: None,
        thanked_at: None,
    }
}

/// A number of the event's own for what is drawn.
fn seed(event: MatchEventId) -> i64 {
    (event.0.as_u128() & 0x7fff_ffff) as i64
}

/// The day of an event that somebody may see; a day nobody has prepared is empty.
pub async fn load(db: &impl ConnectionTrait, event: match_event::Model) -> AppResult<Day> {
    let row = day::Entity::find_by_id(event.id).one(db).await?;
    let row = row.unwrap_or_else(|| nothing_yet(event.id));
    Ok(Day { rows: rows(db, event.id).await?, row, event })
}

async fn rows(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<Vec<run_sheet_step::Model>> {
    let rows = run_sheet_step::Entity::find()
        .filter(run_sheet_step::Column::EventId.eq(event))
        .order_by_asc(run_sheet_step::Column::Position)
        .order_by_asc(run_sheet_step::Column::Id);
    Ok(rows.all(db).await?)
}

/// The day to change: whoever presses second waits here for the first.
pub async fn locked(txn: &Txn, event: MatchEventId) -> AppResult<Day> {
    let event = match_events::store::event(txn, event).await?;
    let empty = nothing_yet(event.id).into_active_model();
    day::Entity::insert(empty)
        .on_conflict(OnConflict::column(day::Column::EventId).do_nothing().to_owned())
        .exec_without_returning(txn)
        .await?;
    let row = day::Entity::find_by_id(event.id).lock_exclusive().one(txn).await?;
    let row = row.unwrap_or_else(|| nothing_yet(event.id));
    Ok(Day { rows: rows(txn, event.id).await?, row, event })
}

/// What of a day a change touches beside its clock.
#[derive(Default)]
pub struct Changed {
    /// Phones hold the run sheet and the tables: they fetch both anew.
    pub layout: bool,
    pub planned: Option<(DateTime<Utc>, String)>,
}

/// Stores the clock and tells everybody who follows.
pub async fn save(
    txn: &Txn,
    day: &Day,
    clock: &Clock,
    changed: Changed,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let step = match clock.moment {
        Moment::At(at) => day.rows.get(at).map(|row| row.id),
        Moment::Before | Moment::Over => None,
    };
    let mut row = day.row.clone().into_active_model();
    row.version = Set(day.row.version + 1);
    row.step_id = Set(step);
    row.began_at = Set(clock.began_at);
    row.added_seconds = Set(i32::try_from(clock.added.num_seconds()).unwrap_or(i32::MAX));
    row.paused_at = Set(clock.paused_at);
    row.presenter = Set(i32::try_from(clock.presenter).unwrap_or(i32::MAX));
    row.over_at = Set((clock.moment == Moment::Over).then_some(day.row.over_at.unwrap_or(now)));
    if changed.layout {
        row.plan_version = Set(day.row.plan_version + 1);
    }
    if let Some((at, report)) = changed.planned {
        row.planned_at = Set(Some(at));
        row.plan_report = Set(Some(report));
    }
    row.update(txn).await?;
    if let (Moment::At(at), Some(began)) = (clock.moment, clock.began_at) {
        note_begun(txn, &day.rows[at], began).await?;
    }
    live::notify(txn, day.event.id).await
}

/// Keeps when a step really began, for when it is over.
async fn note_begun(txn: &Txn, row: &run_sheet_step::Model, began: DateTime<Utc>) -> AppResult<()> {
    if row.began_at == Some(began) {
        return Ok(());
    }
    let mut row = row.clone().into_active_model();
    row.began_at = Set(Some(began));
    row.update(txn).await?;
    Ok(())
}

/// What the tables are planned by.
pub async fn set_wanted(
    txn: &Txn,
    row: &day::Model,
    (promise, seats): (i32, i32),
    (groups, must): (GroupChoice, bool),
) -> AppResult<day::Model> {
    let mut row = row.clone().into_active_model();
    row.promise = Set(promise);
    row.seats = Set(seats);
    row.groups = Set(groups);
    row.groups_must = Set(must);
    Ok(row.update(txn).await?)
}

/// A line of the run sheet as it is to be; without an id it is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: Option<RowId>,
    pub kind: StepKind,
    pub minutes: u16,
    pub is_skipped: bool,
}

/// Puts `lines` in place of all that has not begun.
pub async fn set_run_sheet(txn: &Txn, day: &Day, lines: &[Line]) -> AppResult<()> {
    let open = &day.rows[day.first_open().min(day.rows.len())..];
    let gone: Vec<RowId> = open
        .iter()
        .map(|row| row.id)
        .filter(|id| !lines.iter().any(|line| line.id == Some(*id)))
        .collect();
    run_sheet_step::Entity::delete_many()
        .filter(run_sheet_step::Column::Id.is_in(gone))
        .exec(txn)
        .await?;
    let first = day.rows.len() - open.len();
    for (position, line) in (first..).zip(lines) {
        let row = run_sheet_step::ActiveModel {
            id: Set(line.id.unwrap_or_else(new_id)),
            event_id: Set(day.event.id),
            position: Set(i32::try_from(position).unwrap_or(i32::MAX)),
            kind: Set(line.kind),
            minutes: Set(i32::from(line.minutes)),
            is_skipped: Set(line.is_skipped),
            ..Default::default()
        };
        match line.id {
            Some(_) => row.update(txn).await.map(drop)?,
            None => row.insert(txn).await.map(drop)?,
        }
    }
    Ok(())
}

pub async fn skip(txn: &Txn, row: &run_sheet_step::Model) -> AppResult<()> {
    let mut row = row.clone().into_active_model();
    row.is_skipped = Set(true);
    row.update(txn).await?;
    Ok(())
}

/// The latest event before this one that has a run sheet.
pub async fn earlier(
    db: &impl ConnectionTrait,
    event: &match_event::Model,
) -> AppResult<Option<match_event::Model>> {
    let with_sheet = run_sheet_step::Entity::find()
        .select_only()
        .column(run_sheet_step::Column::EventId)
        .distinct()
        .into_query();
    let earlier = match_event::Entity::find()
        .filter(match_event::Column::StartsAt.lt(event.starts_at))
        .filter(match_event::Column::Id.in_subquery(with_sheet))
        .order_by_desc(match_event::Column::StartsAt);
    Ok(earlier.one(db).await?)
}
