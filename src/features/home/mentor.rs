//! `GET /mentor`: the people a mentor meets day by day, and an observation in a minute.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::Person;

use super::company::{dates, person, what};
use super::store::hosting::with_mentor;
use super::store::{accounts, company_names, young_people};
use crate::domain::{LookUpPurpose, PlacementStatus};
use crate::features::look_ups;
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInMentor, html};
use crate::words::Words;

struct Line {
    href: String,
    name: String,
    company: String,
    what: String,
    dates: String,
    may_observe: bool,
}

#[derive(Template)]
#[template(path = "home/mentor.html")]
struct MentorPage {
    page: Page,
    t: Words,
    people: Vec<Line>,
    consultants: Vec<Person>,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInMentor,
) -> AppResult<HttpResponse> {
    let (db, t) = (&state.db.read, visitor.words());
    let rows = with_mentor(db, visitor.mentor).await?;
    let named = young_people(db, rows.iter().map(|row| row.young_person_id)).await?;
    let about: Vec<_> = named.values().map(|person| person.account).collect();
    look_ups::record(&state, &visitor, &about, LookUpPurpose::MentorContact, "/mentor").await?;
    let companies = company_names(db, rows.iter().map(|row| row.company_id)).await?;
    let consultants = accounts(db, rows.iter().map(|row| row.consultant_id)).await?;
    let people = rows.iter().map(|row| Line {
        href: format!("/placements/{}", row.id),
        name: named.get(&row.young_person_id).map(|who| who.name.clone()).unwrap_or_default(),
        company: companies.get(&row.company_id).cloned().unwrap_or_default(),
        what: what(row, t),
        dates: dates(row, state.clock.today(), t),
        may_observe: matches!(row.status, PlacementStatus::Running | PlacementStatus::Ended),
    });
    let mut consultants: Vec<Person> =
        consultants.values().map(|row| person(row, t.home_mentor_consultant())).collect();
    consultants.sort_by(|one, other| one.name.cmp(&other.name));
    html(&MentorPage {
        page: Page::new(&request, t.home_mentor_title()),
        t,
        people: people.collect(),
        consultants,
    })
}
