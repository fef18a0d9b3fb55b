//! Planning the tables, with the day held meanwhile.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ColumnTrait, ConnectionTrait, PaginatorTrait, QueryFilter, Set};
use serde::{Deserialize, Serialize};

use super::day::{self, Changed, Day};
use super::plan_day;
use super::plan_facts::{self, Facts};
use super::store;
use crate::domain::event_day::Moment;
use crate::domain::{CompanyId, MatchEventId, SeatKind, YoungPersonId};
use crate::entities::{event_young_person, new_id, seat};
use crate::features::match_events;
use crate::meetings::{self, Place, Refusal, Why};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

/// What planning came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Planned {
    /// Nobody sits elsewhere than before.
    Same,
    Anew,
    /// There are no tables yet, or no rounds left to plan them for.
    Nothing,
}

/// How good the tables are, as it is kept beside them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Reached, and what no plan can exceed.
    pub promise: (u64, u64),
    /// Companies that people have said they would like to meet, met and all; who has said none is not counted.
    #[serde(default)]
    pub stated: (u64, u64),
    pub is_best: bool,
    /// People at a table against what was chosen for the groups.
    pub clashes: u64,
    pub people: u64,
    /// Who meets fewer than promised, by how many, and why.
    pub lacks: Vec<(YoungPersonId, u32, String)>,
    /// Who got another place by the last change: person, round, then and now.
    pub changes: Vec<(YoungPersonId, u32, Seated, Seated)>,
}

/// Where somebody sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seated {
    pub kind: SeatKind,
    pub company: Option<CompanyId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanError {
    NoRounds,
    AllBegun,
    NoCompanies,
    NoPeople,
    Refused(Refusal),
}

/// Plans the rounds that have not begun, in the transaction that changed what they are planned from.
pub async fn plan(
    txn: &Txn,
    state: &AppState,
    event: MatchEventId,
) -> AppResult<Result<Planned, PlanError>> {
    let day = day::locked(txn, event).await?;
    let mut facts = plan_facts::load(txn, &day).await?;
    if let Some(error) = impossible(&day, &facts) {
        return Ok(Err(error));
    }
    let tables = store::give_tables(txn, event, &facts.presenting).await?;
    let has_new_tables = tables.len() > facts.tables.len();
    facts.tables = tables;
    let problem = facts.day(&day);
    let stated = facts.stated();
    let planned = tokio::task::spawn_blocking(move || meetings::plan(&problem)).await;
    let plan = match planned.map_err(anyhow::Error::from)? {
        Ok(plan) => plan,
        Err(refusal) => {
            tracing::warn!(?refusal, %event, "no tables could be planned");
            return Ok(Err(PlanError::Refused(refusal)));
        }
    };
    let held = store::seats(txn, event).await?;
    let report = Report { stated: kept(&plan, &stated), ..report(&plan, &held) };
    let first = day.next_round();
    let coming = coming(&plan, first);
    let is_same = places(&held, first) == new_places(&coming);
    if !is_same {
        store::set_seats(txn, event, first, seats(&coming, event)).await?;
    }
    let json = serde_json::to_string(&report).map_err(anyhow::Error::from)?;
    let planned = Some((state.clock.now(), json));
    let changed = Changed { layout: has_new_tables || !is_same, planned };
    day::save(txn, &day, &day.clock(), changed, state.clock.now()).await?;
    Ok(Ok(if is_same { Planned::Same } else { Planned::Anew }))
}

type Places = BTreeSet<(YoungPersonId, i32, &'static str, Option<CompanyId>)>;

/// Who holds which place from this round on.
fn places(held: &[seat::Model], first: u32) -> Places {
    let coming = held.iter().filter(|seat| u32::try_from(seat.round).is_ok_and(|at| at >= first));
    coming
        .map(|seat| (seat.young_person_id, seat.round, seat.kind.as_str(), seat.company_id))
        .collect()
}

fn new_places(coming: &[(YoungPersonId, i32, Seated)]) -> Places {
    let place = |(person, round, seated): &(YoungPersonId, i32, Seated)| {
        (*person, *round, seated.kind.as_str(), seated.company)
    };
    coming.iter().map(place).collect()
}

/// How many of the stated wishes become a meeting, of how many.
fn kept(
    plan: &meetings::Plan,
    stated: &BTreeMap<YoungPersonId, Vec<meetings::CompanyId>>,
) -> (u64, u64) {
    let of_person = |(person, wished): (&YoungPersonId, &Vec<meetings::CompanyId>)| {
        let row = plan.of(meetings::PersonId(person.0.as_u128()))?;
        let met = wished.iter().filter(|company| row.wishes_met.contains(company)).count();
        Some((met as u64, wished.len() as u64))
    };
    let each = stated.iter().filter_map(of_person);
    each.fold((0, 0), |(met, all), (one, wished)| (met + one, all + wished))
}

fn impossible_now(day: &Day) -> Option<PlanError> {
    match () {
        () if day.rounds() == 0 => Some(PlanError::NoRounds),
        () if day.clock().moment == Moment::Over || day.next_round() >= day.rounds() => {
            Some(PlanError::AllBegun)
        }
        () => None,
    }
}

fn impossible(day: &Day, facts: &Facts) -> Option<PlanError> {
    match impossible_now(day) {
        Some(error) => Some(error),
        None if facts.presenting.is_empty() => Some(PlanError::NoCompanies),
        None if facts.people() == 0 => Some(PlanError::NoPeople),
        None => None,
    }
}

/// Whether the tables of the rounds to come no longer fit who is here: somebody has come or gone, or a company has.
pub async fn is_outdated(db: &impl ConnectionTrait, day: &Day) -> AppResult<bool> {
    if day.row.planned_at.is_none() || impossible_now(day).is_some() {
        return Ok(false);
    }
    let last = i32::try_from(day.rounds()).unwrap_or(i32::MAX) - 1;
    let seated = store::seated(day.event.id, last);
    let expected = plan_facts::expected(db, day).await?;
    let standing =
        expected.clone().filter(event_young_person::Column::YoungPersonId.not_in_subquery(seated));
    if standing.count(db).await? > 0 {
        return Ok(true);
    }
    let here: BTreeSet<CompanyId> = match_events::store::presenting(db, day.event.id)
        .await?
        .into_iter()
        .map(|company| company.id)
        .collect();
    let hosts = store::hosts_from(db, day.event.id, day.next_round()).await?;
    let tables = store::tables(db, day.event.id).await?;
    if hosts.iter().any(|company| !here.contains(company))
        || here.iter().any(|company| !tables.contains_key(company))
    {
        return Ok(true);
    }
    store::has_seats_of_others(db, day.event.id, day.next_round(), expected).await
}

/// Lets the day be planned anew, if it has been planned: a late change is one step.
pub async fn replan(
    txn: &Txn,
    state: &AppState,
    event: MatchEventId,
) -> AppResult<Result<Planned, PlanError>> {
    let event = match_events::store::event(txn, event).await?;
    if day::load(txn, event.clone()).await?.row.planned_at.is_none() {
        return Ok(Ok(Planned::Nothing));
    }
    match plan(txn, state, event.id).await? {
        Err(PlanError::AllBegun) => Ok(Ok(Planned::Nothing)),
        planned => Ok(planned),
    }
}

fn seated(place: Place) -> Seated {
    match place {
        Place::Table(company) => {
            Seated { kind: SeatKind::Table, company: Some(plan_day::company_of(company)) }
        }
        Place::Pause => Seated { kind: SeatKind::Pause, company: None },
        Place::Quiet => Seated { kind: SeatKind::Quiet, company: None },
        Place::Away => Seated { kind: SeatKind::Away, company: None },
    }
}

/// Where the plan puts everybody from this round on.
fn coming(plan: &meetings::Plan, first: u32) -> Vec<(YoungPersonId, i32, Seated)> {
    let of_person = |row: &meetings::Row| {
        let person = plan_day::person_of(row.person);
        let places: Vec<_> = (0..).zip(row.places.clone()).collect();
        places.into_iter().filter(move |(round, _)| *round >= first).map(move |(round, place)| {
            (person, i32::try_from(round).unwrap_or(i32::MAX), seated(place))
        })
    };
    plan.rows.iter().flat_map(of_person).collect()
}

fn seats(coming: &[(YoungPersonId, i32, Seated)], event: MatchEventId) -> Vec<seat::ActiveModel> {
    let seat = |(person, round, seated): &(YoungPersonId, i32, Seated)| seat::ActiveModel {
        id: Set(new_id()),
        event_id: Set(event),
        round: Set(*round),
        young_person_id: Set(*person),
        kind: Set(seated.kind),
        company_id: Set(seated.company),
    };
    coming.iter().map(seat).collect()
}

fn report(plan: &meetings::Plan, held: &[seat::Model]) -> Report {
    let closeness = &plan.closeness;
    let lacks = plan.rows.iter().flat_map(|row| {
        let person = plan_day::person_of(row.person);
        row.lacks.iter().map(move |lack| (person, lack.meetings, why(lack.why).to_owned()))
    });
    Report {
        promise: (closeness.promise.reached, closeness.promise.at_most),
        stated: (0, 0),
        is_best: closeness.is_best(),
        clashes: closeness.clashes,
        people: plan.rows.len() as u64,
        lacks: lacks.collect(),
        changes: changes(plan, held),
    }
}

/// Every place of a coming round that is another than the one people hold in their hands.
fn changes(
    plan: &meetings::Plan,
    held: &[seat::Model],
) -> Vec<(YoungPersonId, u32, Seated, Seated)> {
    let away = Seated { kind: SeatKind::Away, company: None };
    let changed = |seat: &seat::Model| {
        let round = u32::try_from(seat.round).ok().filter(|round| *round >= plan.from)?;
        let row = plan.of(meetings::PersonId(seat.young_person_id.0.as_u128()));
        let now = row.and_then(|row| row.places.get(round as usize));
        let now = now.map_or(away, |place| seated(*place));
        let then = Seated { kind: seat.kind, company: seat.company_id };
        (then != now).then_some((seat.young_person_id, round, then, now))
    };
    held.iter().filter_map(changed).collect()
}

/// The word a reason is kept and worded by.
const fn why(why: Why) -> &'static str {
    match why {
        Why::Away => "away",
        Why::Pauses => "pauses",
        Why::Forbidden => "forbidden",
        Why::Alone => "alone",
        Why::MetAll => "met-all",
        Why::Seats => "seats",
        Why::NotFound => "not-found",
    }
}
