//! `/placements/{placement}/mentor`: another daily contact, chosen by the company or the consultant.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::Choice;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Deserialize;

use super::acts::mentor::replace_mentor;
use super::forms::{self, Head};
use super::{path, words};
use crate::domain::capacity::takes_a_place;
use crate::domain::{MentorId, PlacementId};
use crate::entities::{mentor, placement};
use crate::features::checklists::access::{self, Viewer};
use crate::state::AppState;
use crate::web::{AppResult, Form, Page, Problems, SignedIn, html, see_other, unprocessable};
use crate::words::Words;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReplaceForm {
    mentor: String,
}

#[derive(Template)]
#[template(path = "placements/mentor.html")]
struct ReplacePage {
    page: Page,
    t: Words,
    head: Head,
    action: String,
    mentors: Vec<Choice>,
    problems: Problems,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    id: web::Path<PlacementId>,
) -> AppResult<HttpResponse> {
    let found = access::of_visitor(&state.db.read, &visitor, *id).await?;
    if !takes_a_place(found.0.status) {
        return Ok(see_other(path(*id)).notice("placements-refused-over"));
    }
    html(&page(&request, &state, &visitor, found, Problems::default(), "").await?)
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedIn,
    (placement, viewer): (placement::Model, Viewer),
    problems: Problems,
    chosen: &str,
) -> AppResult<ReplacePage> {
    let (db, t) = (&state.db.read, visitor.words());
    access::record_look_up(state, visitor, &placement, "placements/mentor").await?;
    Ok(ReplacePage {
        page: Page::new(request, t.placements_mentor_title()),
        t,
        head: forms::head(db, &placement, viewer, t).await?,
        action: format!("{}/mentor", path(placement.id)),
        mentors: others(db, &placement, chosen).await?,
        problems,
    })
}

/// The company's own mentors and the municipality's, but for the one there is.
async fn others(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
    chosen: &str,
) -> AppResult<Vec<Choice>> {
    let rows = mentor::Entity::find()
        .filter(
            Condition::any()
                .add(mentor::Column::CompanyId.eq(placement.company_id))
                .add(mentor::Column::CompanyId.is_null()),
        )
        .filter(mentor::Column::LeftAt.is_null())
        .order_by_asc(mentor::Column::Name)
        .all(db)
        .await?;
    let others = rows.into_iter().filter(|row| placement.mentor_id != Some(row.id));
    let choice = |row: mentor::Model| {
        let value = row.id.to_string();
        let is_chosen = value == chosen;
        Choice::new(value, row.name, is_chosen)
    };
    Ok(others.map(choice).collect())
}

pub async fn submit(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    id: web::Path<PlacementId>,
    form: Form<ReplaceForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let mut problems = Problems::default();
    let txn = state.write().await?;
    forms::change(&txn, &visitor, *id).await?;
    match form.mentor.parse::<MentorId>() {
        Err(_) => problems.add("mentor", t.problem_choose()),
        Ok(mentor) => match replace_mentor(&txn, &state, *id, mentor, visitor.id).await? {
            Ok(()) => {
                txn.commit().await?;
                return Ok(see_other(path(*id)).notice("placements-mentor-replaced"));
            }
            Err(error) => problems.add("mentor", words::mentor(error, t)),
        },
    }
    drop(txn);
    let found = access::of_visitor(&state.db.read, &visitor, *id).await?;
    unprocessable(&page(&request, &state, &visitor, found, problems, &form.mentor).await?)
}
