//! `GET` and `POST /desk/events/{event}/tables`: who meets whom, how good the plan is, and late changes.

mod changes;
mod summary;

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::ConnectionTrait;

use omvendt_frontend::parts::Choice;

use super::day::{self, Day};
use super::plan::{self, Planned, Report, Seated};
use super::{desk_path, live, store, tables_path, words};
use crate::domain::{
    AccountId, CompanyId, GroupChoice, LookUpPurpose, MatchEventId, SeatKind, YoungPersonId,
};
use crate::entities::seat;
use crate::features::{look_ups, match_events};
use crate::state::AppState;
use crate::web::{
    AppResult, Fields, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

struct Table {
    company: CompanyId,
    number: String,
    name: String,
    /// From which round on it is away.
    away: Option<String>,
}

/// Where somebody is in one round. Who rests is nobody's matter in the room, so only tables are printed.
struct Cell {
    words: String,
    is_table: bool,
}

struct PersonRow {
    name: String,
    href: String,
    /// One for each round.
    cells: Vec<Cell>,
}

#[derive(Template)]
#[template(path = "event_days/tables.html")]
struct TablesPage {
    page: Page,
    t: Words,
    day: String,
    here: String,
    run_sheet: String,
    when: String,
    promise: String,
    seats: String,
    groups: Vec<Choice>,
    groups_must: bool,
    rounds: u32,
    is_planned: bool,
    /// Somebody has come or gone since.
    is_outdated: bool,
    /// How good the plan is, one sentence each.
    summary: Vec<String>,
    lacks: Vec<String>,
    changes: Vec<String>,
    tables: Vec<Table>,
    people: Vec<PersonRow>,
    heads: Vec<String>,
    problems: Problems,
    refusal: String,
}

/// The people of the day by the names they are called.
async fn names(
    db: &impl ConnectionTrait,
    people: impl Iterator<Item = YoungPersonId>,
) -> AppResult<BTreeMap<YoungPersonId, (AccountId, String)>> {
    let people: Vec<YoungPersonId> = people.collect();
    let accounts = match_events::accounts_of(db, &people).await?;
    Ok(accounts.into_iter().map(|(id, account)| (id, (account.id, account.name))).collect())
}

/// Why a press did not count.
#[derive(Default)]
struct Refused {
    problems: Problems,
    words: String,
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    event: MatchEventId,
    typed: Option<&Fields>,
    refused: Refused,
) -> AppResult<TablesPage> {
    let (t, db) = (visitor.words(), &state.db.read);
    let day = day::load(db, match_events::store::event(db, event).await?).await?;
    let seats = store::seats(db, event).await?;
    let report = report(&day);
    let told = report.iter().flat_map(|report| {
        let lacks = report.lacks.iter().map(|(person, ..)| *person);
        lacks.chain(report.changes.iter().map(|(person, ..)| *person))
    });
    let whom = seats.iter().map(|seat| seat.young_person_id).chain(told);
    let whom = whom.collect::<std::collections::BTreeSet<_>>().into_iter();
    let names = names(db, whom).await?;
    let here = tables_path(event);
    let about: Vec<AccountId> = names.values().map(|(account, _)| *account).collect();
    look_ups::record(state, visitor, &about, LookUpPurpose::EventPlanning, &here).await?;
    let presenting = match_events::store::presenting(db, event).await?;
    let given = store::tables(db, event).await?;
    let companies: BTreeMap<CompanyId, String> =
        presenting.iter().map(|company| (company.id, company.name.clone())).collect();
    let table = |(company, name): (&CompanyId, &String)| {
        let row = given.get(company)?;
        let away = row.away_from.map(|round| t.day_company_left(round + 1));
        let number = row.table_number.to_string();
        Some(Table { company: *company, number, name: name.clone(), away })
    };
    let mut tables: Vec<Table> = companies.iter().filter_map(table).collect();
    tables.sort_by_key(|table| table.number.parse::<i32>().unwrap_or(i32::MAX));
    let cell = |seated: Seated| {
        let at = |company: CompanyId| {
            given.get(&company).map(|row| t.day_table(row.table_number)).unwrap_or_default()
        };
        Cell { is_table: seated.company.is_some(), words: words::seat(seated, at, t) }
    };
    let named = |seated: Seated| {
        words::seat(seated, |company| companies.get(&company).cloned().unwrap_or_default(), t)
    };
    let name = |person: &YoungPersonId| {
        names.get(person).map(|(_, name)| name.clone()).unwrap_or_default()
    };
    let written = |field: &str, stored: String| {
        typed.and_then(|typed| typed.get(field)).map_or(stored, str::to_owned)
    };
    let chosen = written("groups", day.row.groups.as_str().to_owned());
    let group = |group: &GroupChoice| {
        let label = t.kind("group-choice", group.as_str());
        Choice::new(group.as_str(), label, group.as_str() == chosen)
    };
    let change = |(person, round, then, now): &(YoungPersonId, u32, Seated, Seated)| {
        t.day_change(name(person), round + 1, named(*then), named(*now))
    };
    Ok(TablesPage {
        page: Page::new(request, t.day_tables()),
        t,
        day: desk_path(event),
        run_sheet: super::run_sheet_path(event),
        here,
        when: match_events::mail::when(t, day.event.starts_at, day.event.ends_at),
        promise: written("promise", promise(&day, presenting.len()).to_string()),
        seats: written("seats", day.row.seats.to_string()),
        groups: GroupChoice::ALL.iter().map(group).collect(),
        groups_must: match typed {
            Some(typed) => typed.get("groups_must").is_some(),
            None => day.row.groups_must,
        },
        rounds: day.rounds(),
        is_planned: day.row.planned_at.is_some(),
        is_outdated: plan::is_outdated(db, &day).await?,
        summary: report.as_ref().map(|report| summary::of(report, t)).unwrap_or_default(),
        lacks: report
            .iter()
            .flat_map(|report| &report.lacks)
            .map(|(person, number, why)| {
                t.day_lack(name(person), *number, t.say(&format!("day-why-{why}")))
            })
            .collect(),
        changes: report.iter().flat_map(|report| &report.changes).map(change).collect(),
        tables,
        people: people(&seats, &day, name, cell),
        heads: (1..=day.rounds()).map(|round| t.day_round(round)).collect(),
        problems: refused.problems,
        refusal: refused.words,
    })
}

/// What was promised, or in the first plan no more than can be kept.
fn promise(day: &Day, companies: usize) -> i32 {
    if day.row.planned_at.is_some() {
        return day.row.promise;
    }
    let most = u32::try_from(companies).unwrap_or(u32::MAX).min(day.rounds()).max(1);
    day.row.promise.min(i32::try_from(most).unwrap_or(i32::MAX))
}

fn report(day: &Day) -> Option<Report> {
    serde_json::from_str(day.row.plan_report.as_deref()?).ok()
}

fn people(
    seats: &[seat::Model],
    day: &Day,
    name: impl Fn(&YoungPersonId) -> String,
    cell: impl Fn(Seated) -> Cell,
) -> Vec<PersonRow> {
    let mut by_person: BTreeMap<YoungPersonId, BTreeMap<i32, Seated>> = BTreeMap::new();
    for seat in seats {
        let seated = Seated { kind: seat.kind, company: seat.company_id };
        by_person.entry(seat.young_person_id).or_default().insert(seat.round, seated);
    }
    let away = Seated { kind: SeatKind::Away, company: None };
    let rounds = i32::try_from(day.rounds()).unwrap_or(i32::MAX);
    let row = |(person, seats): (YoungPersonId, BTreeMap<i32, Seated>)| PersonRow {
        name: name(&person),
        href: super::needs::path(day.event.id, person),
        cells: (0..rounds).map(|at| cell(seats.get(&at).copied().unwrap_or(away))).collect(),
    };
    let mut rows: Vec<PersonRow> = by_person.into_iter().map(row).collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    rows
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    html(&page(&request, &state, &visitor, *event, None, Refused::default()).await?)
}

/// What is said after the tables were to be made.
const fn made(planned: Planned) -> &'static str {
    match planned {
        Planned::Same => "day-planned-same",
        Planned::Anew | Planned::Nothing => "day-planned",
    }
}

/// What is said after it was written down that a company has left or is back.
const fn noted(planned: Planned) -> &'static str {
    match planned {
        Planned::Same => "day-noted-same",
        Planned::Anew => "day-noted-anew",
        Planned::Nothing => "day-noted",
    }
}

/// Plans the tables, or writes down that a company has left or is back and plans what is left anew.
pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
    fields: Fields,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let txn = state.write().await?;
    let pressed = match fields.get("press").and_then(|press| press.split_once(' ')) {
        Some((word, company)) => {
            let moved = changes::company_moves(&txn, &state, *event, company, word == "away");
            let refused =
                |error| Refused { words: words::plan_refusal(error, t), ..Refused::default() };
            moved.await?.map(noted).map_err(refused)
        }
        None => changes::make(&txn, &state, *event, &fields, t).await?.map(made),
    };
    match pressed {
        Ok(notice) => {
            txn.commit().await?;
            live::told(&state, *event).await;
            Ok(see_other(tables_path(*event)).notice(notice))
        }
        Err(refused) => {
            drop(txn);
            let page = page(&request, &state, &visitor, *event, Some(&fields), refused);
            unprocessable(&page.await?)
        }
    }
}
