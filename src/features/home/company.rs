//! `GET /company`: what waits for the company, who is with it, and whom to ring.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Utc};
use omvendt_frontend::parts::Person;
use sea_orm::EntityTrait;

use super::store::hosting::{self, Invited, With};
use super::store::young_people;
use crate::clock::local;
use crate::domain::{Attendance, EventStatus, LookUpPurpose, PlacementStatus, ProfileStatus};
use crate::entities::{account, company as companies, placement};
use crate::features::accounts::away;
use crate::features::{look_ups, matching_runs};
use crate::state::AppState;
use crate::web::{AppError, AppResult, Page, SignedInCompany, html};
use crate::words::Words;

/// Something only the company can do, and by when.
struct Task {
    href: String,
    title: String,
    line: String,
    by: String,
    exact: String,
}

impl Task {
    fn new(href: String, title: String, line: String) -> Self {
        Self { href, title, line, by: String::new(), exact: String::new() }
    }

    fn by(mut self, at: DateTime<Utc>, t: Words) -> Self {
        self.by = t.home_company_by(t.moment(at));
        self.exact = t.exact(at);
        self
    }
}

struct Line {
    href: String,
    name: String,
    what: String,
    dates: String,
}

#[derive(Template)]
#[template(path = "home/company.html")]
struct CompanyPage {
    page: Page,
    t: Words,
    tasks: Vec<Task>,
    next: Option<Task>,
    /// The newest answer from an event.
    result: Option<Task>,
    people: Vec<Line>,
    contacts: Vec<Person>,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
) -> AppResult<HttpResponse> {
    let (db, t) = (&state.db.read, visitor.words());
    let row = companies::Entity::find_by_id(visitor.company).one(db).await?;
    let row = row.ok_or(AppError::NotFound)?;
    let invited = hosting::invitations(db, row.id).await?;
    let with = hosting::with_company(db, row.id).await?;
    let named = young_people(db, with.iter().map(|one| one.placement.young_person_id)).await?;
    let about: Vec<_> = named.values().map(|person| person.account).collect();
    look_ups::record(&state, &visitor, &about, LookUpPurpose::Placement, "/company").await?;
    let name = |placement: &placement::Model| {
        let person = named.get(&placement.young_person_id);
        person.map(|person| person.name.clone()).unwrap_or_default()
    };

    let mut tasks: Vec<Task> = with.iter().filter_map(|one| answer(one, &name, t)).collect();
    tasks.extend(invited.iter().flat_map(|one| about_event(one, t)));
    tasks.extend(own_page(&row, hosting::open_places(db, row.id).await?, t));
    html(&CompanyPage {
        page: Page::new(&request, t.home_company_title(row.name.as_str())),
        t,
        tasks,
        next: invited
            .iter()
            .find(|one| one.answer == Attendance::Yes && one.event.status == EventStatus::Open)
            .map(|one| coming(one, t)),
        result: hosting::newest_result(db, row.id).await?.map(|event| {
            let day = t.day(local(event.starts_at).date());
            let href = matching_runs::company_result_path(event.id);
            Task::new(href, t.home_company_result(day), String::new())
        }),
        people: with.iter().map(|one| line(&one.placement, name(&one.placement), t)).collect(),
        contacts: contacts(&state, &row, t).await?,
    })
}

fn answer(one: &With, name: &impl Fn(&placement::Model) -> String, t: Words) -> Option<Task> {
    let href = format!("/placements/{}", one.placement.id);
    match one.placement.status {
        PlacementStatus::Proposed if !one.company_has_answered => {
            let title = t.home_company_do_proposal(name(&one.placement));
            let task = Task::new(href, title, t.home_company_do_proposal_line());
            Some(task.by(one.placement.answer_by, t))
        }
        PlacementStatus::Agreed | PlacementStatus::Running if one.items > 0 => Some(Task::new(
            format!("{href}/checklist"),
            t.home_company_do_items(name(&one.placement)),
            t.home_company_do_items_line(),
        )),
        _ => None,
    }
}

fn about_event(one: &Invited, t: Words) -> Vec<Task> {
    let href = format!("/company/events/{}", one.event.id);
    let open = one.event.status == EventStatus::Open;
    let mut tasks = Vec::new();
    if one.answer == Attendance::Unanswered && open {
        let title = t.home_company_do_invitation();
        tasks.push(Task::new(href.clone(), title, t.moment(one.event.starts_at)));
    }
    if one.answer == Attendance::Yes && !one.has_confirmed && open {
        let line = t.home_company_do_places_line();
        let task = Task::new(href.clone(), t.home_company_do_places(), line);
        tasks.push(task.by(one.event.places_confirmed_by, t));
    }
    if one.unanswered_kinds > 0 && one.event.status == EventStatus::Ranking {
        let task = Task::new(href, t.home_company_do_host(), t.home_company_do_host_line());
        tasks.push(task.by(one.event.host_answers_by, t));
    }
    tasks
}

fn own_page(row: &companies::Model, places: u64, t: Words) -> Vec<Task> {
    let mut tasks = Vec::new();
    if row.profile_status == ProfileStatus::Draft {
        let line = t.home_company_do_profile_line();
        tasks.push(Task::new("/company/profile".into(), t.home_company_do_profile(), line));
    }
    if places == 0 {
        let line = t.home_company_do_places_none_line();
        tasks.push(Task::new("/company/places".into(), t.home_company_do_places_none(), line));
    }
    tasks
}

fn coming(one: &Invited, t: Words) -> Task {
    let mut task = Task::new(
        format!("/company/events/{}", one.event.id),
        t.home_company_event_press(),
        one.event.venue.clone(),
    );
    task.by = t.moment(one.event.starts_at);
    task.exact = t.exact(one.event.starts_at);
    task
}

fn line(row: &placement::Model, name: String, t: Words) -> Line {
    Line { href: format!("/placements/{}", row.id), name, what: what(row, t), dates: dates(row, t) }
}

pub fn what(row: &placement::Model, t: Words) -> String {
    t.home_placement_kind(
        t.kind("placement-kind", row.kind.as_str()),
        t.kind("placement-status", row.status.as_str()),
    )
}

pub fn dates(row: &placement::Model, t: Words) -> String {
    match (row.starts_on, row.ends_on) {
        (Some(day), _) if row.status == PlacementStatus::Agreed => {
            t.home_placement_from(t.day(day))
        }
        (_, Some(day)) if row.status == PlacementStatus::Running => {
            t.home_placement_until(t.day(day))
        }
        _ => String::new(),
    }
}

/// The fixed contact, behind whoever stands in for them today.
async fn contacts(state: &AppState, row: &companies::Model, t: Words) -> AppResult<Vec<Person>> {
    let db = &state.db.read;
    let Some(id) = row.consultant_id else { return Ok(Vec::new()) };
    let Some(own) = account::Entity::find_by_id(id).one(db).await? else { return Ok(Vec::new()) };
    let present = away::present(db, own.clone(), state.clock.today()).await?;
    let mut contacts = Vec::new();
    if present.id != own.id {
        contacts.push(person(&present, t.home_company_contact_deputy(own.name.as_str())));
    }
    contacts.push(person(&own, t.home_company_contact_role()));
    Ok(contacts)
}

pub fn person(account: &account::Model, role: String) -> Person {
    Person {
        name: account.name.clone(),
        role,
        phone: account.phone.clone().unwrap_or_default(),
        email: account.email.clone().unwrap_or_default(),
    }
}
