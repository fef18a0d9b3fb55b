//! `GET /placements/{placement}`: one page for everybody in it; each sees what is theirs to see and do.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::{Person, Step};

use super::sections::{self, Fact, FollowUp, Happened, Observation, Shown};
use super::steps::{Facts, Next};
use super::{path, people, store, way};
use crate::domain::checklist::Progress;
use crate::domain::{PlacementId, PlacementStatus, disclosure};
use crate::entities::placement;
use crate::features::checklists::{
    self,
    access::{self, Viewer},
};
use crate::state::AppState;
use crate::web::{AppResult, Page, Problems, SignedIn, html, see_other, unprocessable};
use crate::words::Words;

#[derive(Template)]
#[template(path = "placements/show.html")]
pub struct ShowPage {
    page: Page,
    t: Words,
    at: String,
    status: &'static str,
    status_words: String,
    steps: Vec<Step>,
    problems: Problems,
    next: Next,
    people: Vec<Person>,
    facts: Vec<Fact>,
    checklist: String,
    progress: Option<Progress>,
    blockers: Vec<String>,
    follow_ups: Vec<FollowUp>,
    observations: Vec<Observation>,
    /// For the young person: what the company sees of them.
    shown: Vec<Shown>,
    /// What they wrote to be shown, when it could not be taken.
    typed: String,
    /// For those at work: what the young person lets them know.
    given: Vec<Fact>,
    given_heading: String,
    history: Vec<Happened>,
    outcomes: Vec<Fact>,
    /// The consultant's ways to the person, the company and the event.
    about: Vec<(String, String)>,
    /// The consultant's other steps.
    more: Vec<(String, String)>,
}

/// What a company reads of a proposal that came to nothing: not even the name.
#[derive(Template)]
#[template(path = "placements/gone.html")]
struct GonePage {
    page: Page,
    t: Words,
    consultant: Vec<Person>,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    id: web::Path<PlacementId>,
) -> AppResult<HttpResponse> {
    let (placement, viewer) = access::of_visitor(&state.db.read, &visitor, *id).await?;
    if viewer == Viewer::Company && disclosure::company_sees(placement.status, []).is_none() {
        let t = visitor.words();
        let people = people::of(&state.db.read, &placement, state.clock.today()).await?;
        let page = Page::new(&request, t.placements_gone_title());
        return html(&GonePage { page, t, consultant: people.municipality(t) });
    }
    html(&page(&request, &state, &visitor, placement, viewer, Problems::default(), "").await?)
}

/// The page as it now is, with why the press could not count.
pub async fn refused(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedIn,
    id: PlacementId,
    why: String,
) -> AppResult<HttpResponse> {
    beside(request, state, visitor, id, "", why, "").await
}

/// The same, with why beside its field and what was typed there.
pub async fn beside(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedIn,
    id: PlacementId,
    field: &'static str,
    why: String,
    typed: &str,
) -> AppResult<HttpResponse> {
    let (placement, viewer) = access::of_visitor(&state.db.read, visitor, id).await?;
    if viewer == Viewer::Company && disclosure::company_sees(placement.status, []).is_none() {
        return Ok(see_other(path(id)).into());
    }
    let mut problems = Problems::default();
    problems.add(field, why);
    unprocessable(&page(request, state, visitor, placement, viewer, problems, typed).await?)
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedIn,
    placement: placement::Model,
    viewer: Viewer,
    problems: Problems,
    typed: &str,
) -> AppResult<ShowPage> {
    let (db, t, today) = (&state.db.read, visitor.words(), state.clock.today());
    access::record_look_up(state, visitor, &placement, "placements/show").await?;
    let person = store::young_person(db, placement.young_person_id).await?;
    let account = store::account(db, person.account_id).await?;
    let people = people::of(db, &placement, today).await?;
    let blockers = match placement.status {
        PlacementStatus::Agreed => checklists::blockers(db, &placement).await?,
        _ => Vec::new(),
    };
    let outcomes = store::outcomes(db, placement.id).await?;
    let follow_ups = sections::follow_ups(db, &placement, viewer, today, t).await?;
    let facts = Facts {
        viewer,
        placement: &placement,
        answers: store::answers(db, placement.id).await?,
        blockers: &blockers,
        has_outcome: !outcomes.is_empty(),
        next_follow_up: follow_ups.iter().find(|row| !row.is_held).map(|row| row.day.as_str()),
        young_person: &account.name,
        company: &people.company.name,
        consultant: &people.contacts.own.name,
        today,
        now: state.clock.now(),
        t,
    };
    let title = match viewer {
        Viewer::YoungPerson => t.placements_title_young(people.company.name.as_str()),
        Viewer::Company | Viewer::Mentor => t.placements_title_company(account.name.as_str()),
        Viewer::Consultant => {
            t.placements_title(account.name.as_str(), people.company.name.as_str())
        }
    };
    let given = store::disclosures(db, placement.id).await?;
    let next = facts.next();
    Ok(ShowPage {
        page: Page::new(request, title),
        t,
        at: path(placement.id),
        status: sections::status(placement.status),
        status_words: t.kind("placement-status", placement.status.as_str()),
        steps: way::steps(&placement, t),
        problems,
        next,
        people: sections::people(&people, placement.status, viewer, &account, t),
        facts: sections::facts(db, &placement, &person, viewer, today, t).await?,
        checklist: checklists::path(placement.id),
        progress: sections::progress(db, &placement).await?,
        blockers: blockers.iter().map(|item| checklists::name(*item, t)).collect(),
        follow_ups,
        observations: sections::observations(db, &placement, today, t).await?,
        typed: typed.to_owned(),
        shown: sections::shown(&placement, &given, viewer, &person, &account, t),
        given_heading: if viewer.is_consultant() {
            t.placements_given_heading_consultant(account.name.as_str())
        } else {
            t.placements_given_heading(account.name.as_str())
        },
        given: sections::given(&placement, &given, viewer, &person, &account, t),
        history: sections::history(db, &placement, viewer, t).await?,
        outcomes: sections::outcomes(outcomes, viewer, t),
        about: about(&placement, viewer, &account.name, &people.company.name, t),
        more: sections::more(&placement, viewer, t),
    })
}

fn about(
    placement: &placement::Model,
    viewer: Viewer,
    person: &str,
    company: &str,
    t: Words,
) -> Vec<(String, String)> {
    if !viewer.is_consultant() {
        return Vec::new();
    }
    let event =
        placement.event_id.map(|event| (format!("/desk/events/{event}"), t.placements_to_event()));
    let person = (format!("/desk/young-people/{}", placement.young_person_id), person.to_owned());
    let company = (format!("/desk/companies/{}", placement.company_id), company.to_owned());
    [person, company].into_iter().chain(event).collect()
}
