//! `GET /placements/{placement}/checklist`: the whole list, with what stands in the way of starting on top.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::ConnectionTrait;

use super::access::{self, Viewer};
use super::facts::Known;
use super::marks::{Called, Mark, marks};
use super::{item_path, name, path, store, words};
use crate::domain::checklist::{self, Item, ItemGroup};
use crate::domain::{PlacementId, PlacementStatus};
use crate::entities::placement;
use crate::state::AppState;
use crate::web::{AppError, AppResult, Page, SignedIn, html};
use crate::words::Words;

#[derive(Template)]
#[template(path = "checklists/list.html")]
struct ListPage {
    page: Page,
    t: Words,
    back: String,
    print: String,
    whose: String,
    progress: String,
    percent: usize,
    blockers: Vec<Link>,
    /// The next item that waits for the visitor.
    next: Option<Link>,
    ready: bool,
    groups: Vec<Group>,
}

struct Link {
    href: String,
    name: String,
}

pub struct Group {
    pub heading: String,
    pub lines: Vec<Line>,
}

pub struct Line {
    pub id: &'static str,
    pub name: String,
    pub href: String,
    pub agreed: String,
    pub aside: String,
    pub marks: Vec<Mark>,
    pub waits_for_visitor: bool,
    pub facts: Vec<super::facts::Fact>,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    id: web::Path<PlacementId>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let (placement, viewer) = readable(&state.db.read, &visitor, *id).await?;
    access::record_look_up(&state, &visitor, &placement, "placements/checklist").await?;
    let known = Known::load(&state.db.read, &placement, state.clock.today()).await?;
    let rows = store::items(&state.db.read, placement.id).await?;
    let states: Vec<_> = rows.iter().map(store::Row::state).collect();
    let progress = checklist::progress(&states);
    let link = |item: Item| Link { href: item_path(placement.id, item), name: name(item, t) };
    let groups = groups(&placement, viewer, &rows, &known, t);
    let next = groups.iter().flat_map(|group| &group.lines).find(|line| line.waits_for_visitor);
    let blockers = if placement.status == PlacementStatus::Agreed {
        checklist::blockers(placement.kind, &states)
    } else {
        Vec::new()
    };
    html(&ListPage {
        page: Page::new(&request, t.checklist_title()),
        t,
        back: access::placement_path(placement.id),
        print: format!("{}/print", path(placement.id)),
        whose: whose(viewer, &known, t),
        progress: t.checklist_progress(progress.settled, progress.of),
        percent: progress.settled * 100 / progress.of.max(1),
        ready: placement.status == PlacementStatus::Agreed
            && blockers.is_empty()
            && !rows.is_empty(),
        blockers: blockers.into_iter().filter(|item| shows(viewer, *item)).map(link).collect(),
        next: next.map(|line| Link { href: line.href.clone(), name: line.name.clone() }),
        groups,
    })
}

/// A list opens when both have said yes. What came to nothing has none.
pub(super) async fn readable(
    db: &impl ConnectionTrait,
    visitor: &SignedIn,
    id: PlacementId,
) -> AppResult<(placement::Model, Viewer)> {
    let (placement, viewer) = access::of_visitor(db, visitor, id).await?;
    match placement.status {
        PlacementStatus::Agreed | PlacementStatus::Running | PlacementStatus::Ended => {
            Ok((placement, viewer))
        }
        PlacementStatus::Proposed | PlacementStatus::Declined | PlacementStatus::Withdrawn => {
            Err(AppError::NotFound)
        }
    }
}

/// What is between the young person and the municipality alone, those at work do not read.
pub(super) fn shows(viewer: Viewer, item: Item) -> bool {
    !viewer.is_at_work()
        || item == Item::Voice
        || item.confirmed_by().contains(&crate::domain::Party::Company)
}

pub(super) fn whose(viewer: Viewer, known: &Known, t: Words) -> String {
    match viewer {
        Viewer::YoungPerson => t.checklist_whose_yours(known.company.name.as_str()),
        Viewer::Company | Viewer::Mentor => t.checklist_whose_company(known.young_person.as_str()),
        Viewer::Consultant => {
            t.checklist_whose(known.young_person.as_str(), known.company.name.as_str())
        }
    }
}

pub(super) fn groups(
    placement: &placement::Model,
    viewer: Viewer,
    rows: &[store::Row],
    known: &Known,
    t: Words,
) -> Vec<Group> {
    let called = Called { viewer, young_person: known.young_person.clone() };
    let open = matches!(placement.status, PlacementStatus::Agreed | PlacementStatus::Running);
    let line = |row: &store::Row| Line {
        id: row.item.as_str(),
        name: name(row.item, t),
        href: item_path(placement.id, row.item),
        agreed: row.model.agreed.clone().unwrap_or_default(),
        aside: row.model.not_relevant_because.clone().unwrap_or_default(),
        marks: marks(row, &called, t),
        waits_for_visitor: open
            && viewer.party().is_some_and(|party| row.state().waiting_for().contains(&party)),
        facts: known.in_brief(row.item, t),
    };
    let group = |group: &ItemGroup| Group {
        heading: words::group(*group, t),
        lines: rows
            .iter()
            .filter(|row| row.item.group() == *group && shows(viewer, row.item))
            .map(line)
            .collect(),
    };
    ItemGroup::ALL.iter().map(group).filter(|group| !group.lines.is_empty()).collect()
}
