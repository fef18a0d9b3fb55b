//! `/desk/events/{event}/check-in`: who came. A name list for any phone, and a way in for whoever was not invited.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};
use serde::Deserialize;

use omvendt_frontend::parts::{Choice, Pages};

use super::list::pages;
use super::people::PER_PAGE;
use super::words::refusal;
use super::{
    accounts_of, candidates, desk_path, door, door_code, invitations, mail, not_come, store,
};
use crate::domain::event::{EventError, may_check_in};
use crate::domain::{AccountId, LookUpPurpose, MatchEventId, YoungPersonId};
use crate::entities::{account, event_day, event_young_person, match_event, young_person};
use crate::features::look_ups;
use crate::state::{AppState, Txn};
use crate::web::{
    AppError, AppResult, Form, Page, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    pub q: String,
    pub page: String,
    /// Who has just come without being invited.
    pub came: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct WalkInForm {
    pub young_person: String,
}

struct Row {
    id: YoungPersonId,
    name: String,
    came: Option<String>,
}

#[derive(Template)]
#[template(path = "match_events/check_in.html")]
struct CheckInPage {
    page: Page,
    t: Words,
    desk: String,
    here: String,
    when: String,
    q: String,
    came: u64,
    yes: u64,
    rows: Vec<Row>,
    pages: Pages,
    /// People of the programme by that name who are not on the event.
    others: Vec<Choice>,
    /// Where somebody new to the programme is taken in.
    new: String,
    not_come: String,
    not_come_count: usize,
    may_check_in: bool,
    arrived: Option<Arrived>,
    refusal: String,
}

/// Somebody the tables were made without.
struct Arrived {
    name: String,
    /// Tables have been planned, so the page of the day says whether they still fit.
    has_tables: bool,
}

async fn arrived(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    came: &str,
) -> AppResult<Option<(AccountId, Arrived)>> {
    let Ok(person) = came.parse::<YoungPersonId>() else { return Ok(None) };
    let line = store::invitation(db, person, event).await?;
    let account = accounts_of(db, &[person]).await?.remove(&person);
    let Some(account) = account.filter(|_| line.came_at.is_some()) else { return Ok(None) };
    let day = event_day::Entity::find_by_id(event).one(db).await?;
    let has_tables = day.is_some_and(|day| day.planned_at.is_some() && day.over_at.is_none());
    Ok(Some((account.id, Arrived { name: account.name, has_tables })))
}

/// The list, which says who has just come.
pub fn path_with(event: MatchEventId, came: YoungPersonId) -> String {
    format!("{}?came={came}", path(event))
}

pub fn path(event: MatchEventId) -> String {
    format!("{}/check-in", desk_path(event))
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    event: MatchEventId,
    which: &Which,
    refused: Option<EventError>,
) -> AppResult<CheckInPage> {
    let (t, db) = (visitor.words(), &state.db.read);
    let event = store::event(db, event).await?;
    let here = path(event.id);
    let (rows, current, last, mut about) = rows(state, &event, which, t).await?;
    let others = match which.q.as_str() {
        q if q.is_empty() || door_code::typed(q).is_some() => Vec::new(),
        q => candidates::people(db, event.id, q).await?,
    };
    let (came, arrived) = arrived(db, event.id, &which.came).await?.unzip();
    about.extend(came);
    about.extend(others.iter().map(|(_, account)| account.id));
    look_ups::record(state, visitor, &about, LookUpPurpose::EventPlanning, &here).await?;
    let answers = store::people_answers(db, event.id).await?;
    let shut = may_check_in(event.status, event.starts_at, state.clock.now()).err();
    let other = |(id, account): (YoungPersonId, account::Model)| {
        Choice::new(id.to_string(), account.name, false)
    };
    Ok(CheckInPage {
        page: Page::new(request, t.events_check_in()),
        t,
        desk: desk_path(event.id),
        when: mail::when(t, event.starts_at, event.ends_at),
        q: which.q.clone(),
        came: answers.came,
        yes: answers.yes,
        rows,
        pages: pages(current, last, &format!("{here}?{}", query(&which.q))),
        here,
        new: door::path(event.id, if door_code::typed(&which.q).is_some() { "" } else { &which.q }),
        not_come: not_come::path(event.id),
        not_come_count: not_come::count(state, &event).await?,
        others: others.into_iter().map(other).collect(),
        may_check_in: shut.is_none(),
        arrived,
        refusal: refused.or(shut).map(|error| refusal(error, t)).unwrap_or_default(),
    })
}

fn query(q: &str) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", q).finish();
    format!("{query}&page=")
}

/// The invited whose name holds what was typed, or who have that code.
async fn found(state: &AppState, event: MatchEventId, q: &str) -> AppResult<Condition> {
    let Some(typed) = door_code::typed(q) else {
        return Ok(candidates::named(account::Column::Name, q));
    };
    let codes = door_code::of_event(&state.db.read, &state.settings, event).await?;
    let people = codes.into_iter().filter(|(_, code)| *code == typed).map(|(person, _)| person);
    Ok(Condition::all().add(event_young_person::Column::YoungPersonId.is_in(people)))
}

/// One page of the invited by name, with everybody it shows.
async fn rows(
    state: &AppState,
    event: &match_event::Model,
    which: &Which,
    t: Words,
) -> AppResult<(Vec<Row>, u64, u64, Vec<AccountId>)> {
    let db = &state.db.read;
    let invited = event_young_person::Entity::find()
        .join(JoinType::InnerJoin, candidates::person_of_line())
        .join(JoinType::InnerJoin, candidates::account_of_person())
        .filter(event_young_person::Column::EventId.eq(event.id))
        .filter(event_young_person::Column::InvitedAt.is_not_null())
        .filter(found(state, event.id, &which.q).await?);
    let last = invited.clone().count(db).await?.div_ceil(PER_PAGE).max(1);
    let current = which.page.parse().unwrap_or(1).clamp(1, last);
    let found: Vec<(YoungPersonId, AccountId, String, Option<DateTime<Utc>>)> = invited
        .select_only()
        .column(event_young_person::Column::YoungPersonId)
        .columns([account::Column::Id, account::Column::Name])
        .column(event_young_person::Column::CameAt)
        .order_by_asc(account::Column::Name)
        .order_by_asc(account::Column::Id)
        .offset((current - 1) * PER_PAGE)
        .limit(PER_PAGE)
        .into_tuple()
        .all(db)
        .await?;
    let about = found.iter().map(|(_, account, ..)| *account).collect();
    let row = |(id, _, name, came): (YoungPersonId, AccountId, String, Option<DateTime<Utc>>)| {
        Row { id, name, came: came.map(|at| t.moment(at)) }
    };
    Ok((found.into_iter().map(row).collect(), current, last, about))
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
    which: web::Query<Which>,
) -> AppResult<HttpResponse> {
    html(&page(&request, &state, &visitor, *event, &which, None).await?)
}

/// Writes down that somebody invited came; a second press keeps the first moment.
async fn came(
    txn: &Txn,
    now: DateTime<Utc>,
    event: MatchEventId,
    person: YoungPersonId,
    is_here: bool,
) -> AppResult<Result<(), EventError>> {
    let row = store::shared(txn, event).await?;
    if let Err(error) = may_check_in(row.status, row.starts_at, now) {
        return Ok(Err(error));
    }
    let line = store::invitation_for_change(txn, person, event).await?;
    let at = if is_here { line.came_at.or(Some(now)) } else { None };
    let mut line: event_young_person::ActiveModel = line.into();
    line.came_at = Set(at);
    line.update(txn).await?;
    Ok(Ok(()))
}

/// Writes down that somebody came.
pub async fn check_in(
    txn: &Txn,
    now: DateTime<Utc>,
    event: MatchEventId,
    person: YoungPersonId,
) -> AppResult<Result<(), EventError>> {
    came(txn, now, event, person, true).await
}

/// Puts somebody who was not invited on the event, and writes down that they came.
pub async fn take_in(
    txn: &Txn,
    now: DateTime<Utc>,
    event: MatchEventId,
    person: YoungPersonId,
    by: AccountId,
) -> AppResult<Result<(), EventError>> {
    invitations::add_at_the_door(txn, now, event, person, by).await?;
    check_in(txn, now, event, person).await
}

async fn mark(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    (event, person): (MatchEventId, YoungPersonId),
    is_here: bool,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    if let Err(error) = came(&txn, state.clock.now(), event, person, is_here).await? {
        drop(txn);
        let which = Which::default();
        return unprocessable(&page(request, state, visitor, event, &which, Some(error)).await?);
    }
    txn.commit().await?;
    let notice = if is_here { "events-checked-in" } else { "events-check-in-undone" };
    Ok(see_other(path(event)).notice(notice))
}

/// `POST /desk/events/{event}/check-in/{young_person}`.
pub async fn enter(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    who: web::Path<(MatchEventId, YoungPersonId)>,
) -> AppResult<HttpResponse> {
    mark(&request, &state, &visitor, who.into_inner(), true).await
}

/// `POST /desk/events/{event}/check-in/{young_person}/undo`.
pub async fn undo(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    who: web::Path<(MatchEventId, YoungPersonId)>,
) -> AppResult<HttpResponse> {
    mark(&request, &state, &visitor, who.into_inner(), false).await
}

/// `POST /desk/events/{event}/check-in`: somebody of the programme who came without an invitation.
pub async fn walk_in(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
    form: Form<WalkInForm>,
) -> AppResult<HttpResponse> {
    let now = state.clock.now();
    let person: YoungPersonId = form.young_person.parse().map_err(|_| AppError::NotFound)?;
    let txn = state.write().await?;
    let event = store::locked(&txn, *event).await?;
    young_person::Entity::find_by_id(person)
        .filter(young_person::Column::LeftAt.is_null())
        .one(&txn)
        .await?
        .ok_or(AppError::NotFound)?;
    if let Err(error) = take_in(&txn, now, event.id, person, visitor.id).await? {
        drop(txn);
        let (which, refused) = (Which::default(), Some(error));
        let page = page(&request, &state, &visitor, event.id, &which, refused).await?;
        return unprocessable(&page);
    }
    txn.commit().await?;
    Ok(see_other(path_with(event.id, person)).into())
}
