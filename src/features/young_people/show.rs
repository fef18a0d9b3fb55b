//! `GET /desk/young-people/{young_person}`: everything about one person on one page. Reading it is recorded.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::Person;
use sea_orm::EntityTrait;

use super::history::purposes;
use super::month::{self, EventLine, PlacementLine};
use super::{group_path, path, store};
use crate::domain::{LookUpPurpose, YoungPersonId};
use crate::entities::{account, requirement, young_person, youth_group};
use crate::features::accounts::{self, away};
use crate::features::{calls, look_ups, programme};
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInConsultant, html};
use crate::words::Words;

/// One open call, and where to note it.
struct CallLine {
    href: String,
    what: String,
    day: String,
    exact: String,
}

struct PurposeLine {
    when: String,
    exact: String,
    purpose: String,
    goal: String,
    by: String,
}

#[derive(Template)]
#[template(path = "young_people/show.html")]
struct ShowPage {
    page: Page,
    t: Words,
    path: String,
    person: Person,
    language: String,
    case_reference: String,
    target_group: String,
    purpose: String,
    goal: String,
    changes: Vec<PurposeLine>,
    group: Option<(String, String)>,
    consultant: Person,
    deputy: Option<Person>,
    requirements: Vec<String>,
    events: Vec<EventLine>,
    placements: Vec<PlacementLine>,
    calls: Vec<CallLine>,
    has_left: bool,
    left: String,
    invited: bool,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<YoungPersonId>,
) -> AppResult<HttpResponse> {
    let (db, t) = (&state.db.read, visitor.words());
    let person = store::person(db, *id).await?;
    let page = path(person.id);
    let about = [person.account_id];
    look_ups::record(&state, &visitor, &about, LookUpPurpose::CaseWork, &page).await?;

    let account = accounts::store::account(db, person.account_id).await?;
    let consultant = accounts::store::account(db, person.consultant_id).await?;
    let contacts = away::contacts(db, consultant, state.clock.today()).await?;
    let deputy = contacts.deputy.as_ref().map(|deputy| match contacts.own_is_away {
        true => reached(deputy, t.young_people_deputy()),
        false => reached(deputy, t.young_people_deputy_ready()),
    });
    let group = youth_group::Entity::find_by_id(person.group_id).one(db).await?;
    html(&ShowPage {
        page: Page::new(&request, account.name.clone()),
        t,
        path: page,
        language: t.kind("language", account.language.as_str()),
        case_reference: person.case_reference.clone().unwrap_or_default(),
        target_group: t.kind("target-group", person.target_group.as_str()),
        purpose: t.kind("placement-kind", person.purpose.as_str()),
        goal: person.goal.clone(),
        changes: changes(&state, &person, t).await?,
        group: group.map(|group| (group_path(group.id), group.name)),
        consultant: reached(&contacts.own, t.young_people_consultant()),
        deputy,
        requirements: requirements(&state, &person, t).await?,
        events: month::events(db, person.id, state.clock.now(), t).await?,
        placements: month::placements(db, person.id, t).await?,
        calls: open_calls(&state, &person, t).await?,
        has_left: person.left_at.is_some(),
        left: person.left_at.map(|at| t.moment(at)).unwrap_or_default(),
        invited: account.email.is_some() && account.last_signed_in_at.is_none(),
        person: Person {
            email: account.email.clone().unwrap_or_default(),
            ..reached(&account, t.kind("placement-kind", person.purpose.as_str()))
        },
    })
}

fn reached(account: &account::Model, role: String) -> Person {
    Person {
        name: account.name.clone(),
        role,
        phone: account.phone.clone().unwrap_or_default(),
        email: String::new(),
    }
}

async fn changes(
    state: &AppState,
    person: &young_person::Model,
    t: Words,
) -> AppResult<Vec<PurposeLine>> {
    let rows = purposes(&state.db.read, person.id).await?;
    let names =
        accounts::store::names(&state.db.read, rows.iter().map(|row| row.changed_by)).await?;
    let line = |row: crate::entities::purpose_change::Model| PurposeLine {
        when: t.moment(row.changed_at),
        exact: t.exact(row.changed_at),
        purpose: t.kind("placement-kind", row.purpose.as_str()),
        goal: row.goal,
        by: names.get(&row.changed_by).cloned().unwrap_or_default(),
    };
    Ok(rows.into_iter().map(line).collect())
}

async fn requirements(
    state: &AppState,
    person: &young_person::Model,
    t: Words,
) -> AppResult<Vec<String>> {
    let fulfilled = store::requirements_of(&state.db.read, person.id).await?;
    let all = requirement::Entity::find().all(&state.db.read).await?;
    let named = all.iter().filter(|row| fulfilled.contains(&row.id));
    Ok(named.map(|row| programme::requirement_name(row, t)).collect())
}

async fn open_calls(
    state: &AppState,
    person: &young_person::Model,
    t: Words,
) -> AppResult<Vec<CallLine>> {
    let rows = calls::store::open_about(&state.db.read, person.id).await?;
    let today = state.clock.today();
    let line = |row: crate::entities::call::Model| CallLine {
        href: calls::path(row.id),
        what: t.kind("call-kind", row.kind.as_str()),
        day: t.day_seen_from(today, row.due_on),
        exact: row.due_on.to_string(),
    };
    Ok(rows.into_iter().map(line).collect())
}
