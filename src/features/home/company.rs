//! `GET /company`: what waits for the company, who is with it, and whom to ring.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{DateTime, NaiveDate, Utc};
use omvendt_frontend::parts::Person;
use sea_orm::EntityTrait;

use super::store::hosting::{self, Invited, With};
use super::store::young_people;
use crate::clock::local;
use crate::domain::{
    Attendance, EventStatus, LookUpPurpose, PlacementStatus, ProfileStatus, ProposalAnswer,
};
use crate::entities::{account, company as companies, placement};
use crate::features::accounts::away;
use crate::features::look_ups;
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
    /// The answer of the last event: what it is called, and where.
    last: Option<(String, String)>,
    people: Vec<Line>,
    contacts: Vec<Person>,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
) -> AppResult<HttpResponse> {
    let (db, t, now) = (&state.db.read, visitor.words(), state.clock.now());
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
    tasks.extend(invited.iter().flat_map(|one| about_event(one, now, t)));
    tasks.extend(own_page(&row, hosting::open_places(db, row.id).await?, t));
    html(&CompanyPage {
        page: Page::new(&request, t.home_company_title(row.name.as_str())),
        t,
        tasks,
        next: invited
            .iter()
            .find(|one| one.answer == Attendance::Yes && now < one.event.ends_at)
            .map(|one| coming(one, now, t)),
        last: hosting::last_answered(db, row.id).await?.map(|event| {
            let day = t.day(local(event.starts_at).date());
            (t.home_company_last(day), format!("/company/events/{}/result", event.id))
        }),
        people: with
            .iter()
            .map(|one| line(&one.placement, name(&one.placement), local(now).date(), t))
            .collect(),
        contacts: contacts(&state, &row, t).await?,
    })
}

fn answer(one: &With, name: &impl Fn(&placement::Model) -> String, t: Words) -> Option<Task> {
    let href = format!("/placements/{}", one.placement.id);
    match one.placement.status {
        PlacementStatus::Proposed if one.answer != Some(ProposalAnswer::Yes) => {
            let (title, line) = match one.answer {
                Some(ProposalAnswer::TalkFirst) => (
                    t.home_company_do_talked(name(&one.placement)),
                    t.home_company_do_talked_line(),
                ),
                _ => (
                    t.home_company_do_proposal(name(&one.placement)),
                    t.home_company_do_proposal_line(),
                ),
            };
            Some(Task::new(href, title, line).by(one.placement.answer_by, t))
        }
        PlacementStatus::Agreed | PlacementStatus::Running if one.items > 0 => Some(Task::new(
            format!("{href}/checklist"),
            t.home_company_do_items(name(&one.placement)),
            t.home_company_do_items_line(),
        )),
        _ => None,
    }
}

/// By the clock: what is over asks nobody whether they come, whether or not somebody pressed "finish".
fn about_event(one: &Invited, now: DateTime<Utc>, t: Words) -> Vec<Task> {
    let href = format!("/company/events/{}", one.event.id);
    let mut tasks = Vec::new();
    if one.answer == Attendance::Unanswered && now < one.event.ends_at {
        let title = t.home_company_do_invitation();
        tasks.push(Task::new(href.clone(), title, t.moment(one.event.starts_at)));
    }
    if one.answer == Attendance::Yes && !one.has_confirmed && now < one.event.ranking_closes_at {
        let line = t.home_company_do_places_line();
        let task = Task::new(href.clone(), t.home_company_do_places(), line);
        let by = Some(one.event.places_confirmed_by).filter(|by| now < *by);
        tasks.push(task.by(by.unwrap_or(one.event.ranking_closes_at), t));
    }
    let is_over = one.event.status == EventStatus::Ranking || now >= one.event.ends_at;
    if one.unanswered_kinds > 0 && is_over {
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

fn coming(one: &Invited, now: DateTime<Utc>, t: Words) -> Task {
    let event = &one.event;
    let starts = local(event.starts_at);
    let by = if event.starts_at <= now {
        t.home_company_event_now(t.time(local(event.ends_at).time()))
    } else if starts.date() == local(now).date() {
        t.me_today(t.time(starts.time()))
    } else {
        t.moment(event.starts_at)
    };
    Task {
        by,
        exact: t.exact(event.starts_at),
        ..Task::new(
            format!("/company/events/{}", event.id),
            t.home_company_event_press(),
            event.venue.clone(),
        )
    }
}

fn line(row: &placement::Model, name: String, today: NaiveDate, t: Words) -> Line {
    let (href, dates) = (format!("/placements/{}", row.id), dates(row, today, t));
    Line { href, name, what: what(row, t), dates }
}

pub fn what(row: &placement::Model, t: Words) -> String {
    t.home_placement_kind(
        t.kind("placement-kind", row.kind.as_str()),
        t.kind("placement-status", row.status.as_str()),
    )
}

pub fn dates(row: &placement::Model, today: NaiveDate, t: Words) -> String {
    match (row.starts_on, row.ends_on) {
        (Some(day), _) if row.status == PlacementStatus::Agreed => {
            t.home_placement_from(t.day_seen_from(today, day))
        }
        (_, Some(day)) if row.status == PlacementStatus::Running => {
            t.home_placement_until(t.day_seen_from(today, day))
        }
        _ => String::new(),
    }
}

/// The fixed contact and whoever stands in for them, the one who is there today first.
async fn contacts(state: &AppState, row: &companies::Model, t: Words) -> AppResult<Vec<Person>> {
    let db = &state.db.read;
    let Some(id) = row.consultant_id else { return Ok(Vec::new()) };
    let Some(own) = account::Entity::find_by_id(id).one(db).await? else { return Ok(Vec::new()) };
    let contacts = away::contacts(db, own, state.clock.today()).await?;
    let own = &contacts.own;
    let role = |account: &account::Model| match account.id == own.id {
        true => t.home_company_contact_role(),
        false if contacts.own_is_away => t.home_company_contact_deputy(own.name.as_str()),
        false => t.home_company_contact_deputy_ready(own.name.as_str()),
    };
    Ok(contacts.in_order().into_iter().map(|account| person(account, role(account))).collect())
}

pub fn person(account: &account::Model, role: String) -> Person {
    Person {
        name: account.name.clone(),
        role,
        phone: account.phone.clone().unwrap_or_default(),
        email: account.email.clone().unwrap_or_default(),
    }
}
