//! `/desk/placements/{placement}/repair`: the new result after a no, shown before it is done.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::names::Names;
use super::repair::{self, Cost, Plan, RepairError};
use super::{mentors, next_time, open_run, repair_path, store, words};
use crate::clock::local;
use crate::domain::{LookUpPurpose, PlaceId, PlacementId, YoungPersonId};
use crate::features::{look_ups, match_events, placements};
use crate::match_files::{parse_instance, parse_solution};
use crate::state::AppState;
use crate::web::{AppResult, Form, Page, SignedInConsultant, html, see_other, unprocessable};
use crate::words::Words;

#[derive(Template)]
#[template(path = "matching_runs/repair.html")]
struct RepairPage {
    page: Page,
    t: Words,
    back: String,
    action: String,
    seen: String,
    gives: Vec<String>,
    still: String,
    cost: Vec<String>,
    warnings: Vec<String>,
    refused: String,
    nothing: String,
    /// Where to go on when there is nothing to give.
    links: Vec<(String, String)>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct RepairForm {
    pub seen: String,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<PlacementId>,
) -> AppResult<HttpResponse> {
    html(&page(&request, &state, &visitor, *id, None).await?)
}

pub async fn repair(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<PlacementId>,
    form: Form<RepairForm>,
) -> AppResult<HttpResponse> {
    match repair::repair(&state, *id, &form.seen, visitor.id).await? {
        Ok(()) => Ok(see_other(placements::path(*id)).notice("runs-repaired")),
        Err(error) => unprocessable(&page(&request, &state, &visitor, *id, Some(error)).await?),
    }
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    id: PlacementId,
    error: Option<RepairError>,
) -> AppResult<RepairPage> {
    let (db, t) = (&state.db.read, visitor.words());
    let mut page = RepairPage {
        page: Page::new(request, t.runs_repair_title()),
        t,
        back: placements::path(id),
        action: repair_path(id),
        seen: String::new(),
        gives: Vec::new(),
        still: String::new(),
        cost: Vec::new(),
        warnings: Vec::new(),
        refused: error.map(|error| words::repair(error, t)).unwrap_or_default(),
        nothing: String::new(),
        links: Vec::new(),
    };
    match repair::reparable(db, id).await? {
        Ok((event, objective)) => {
            let plan = repair::plan(db, event, objective).await?;
            page.fill(state, visitor, &plan).await?;
        }
        Err(error) => page.nothing = words::repair(error, t),
    }
    Ok(page)
}

impl RepairPage {
    async fn fill(
        &mut self,
        state: &AppState,
        visitor: &SignedInConsultant,
        plan: &Plan,
    ) -> AppResult<()> {
        let t = self.t;
        let file = parse_instance(&plan.instance).map_err(anyhow::Error::from)?;
        let instance = file.to_instance().map_err(|refusal| anyhow::anyhow!("{refusal}"))?;
        let solution = parse_solution(&plan.solved.solution).map_err(anyhow::Error::from)?;
        let people: Vec<YoungPersonId> =
            file.applicants.iter().filter_map(|one| one.id.as_str().parse().ok()).collect();
        let names = Names::load(&state.db.read, &people, &store::companies_in(&file)).await?;
        let accounts = names.accounts();
        look_ups::record(state, visitor, &accounts, LookUpPurpose::Matching, &self.action).await?;
        for placed in &solution.assignments {
            let person: Option<YoungPersonId> = placed.applicant.as_str().parse().ok();
            let place: Option<PlaceId> = placed.post.as_str().parse().ok();
            let (Some(person), Some(place)) = (person, place) else { continue };
            let rank = placed.rank.unwrap_or_default();
            self.gives.push(t.runs_repair_line(names.person(person), names.place(place, t), rank));
        }
        let waiting = solution.unassigned.iter().filter_map(|id| id.as_str().parse().ok());
        self.links = waiting
            .map(|id: YoungPersonId| {
                (format!("/desk/young-people/{id}"), names.person(id).to_owned())
            })
            .collect();
        if let Some(next) = next_time::next_event(&state.db.read, state.clock.now()).await? {
            let day = t.day(local(next.starts_at).date());
            self.links.push((match_events::desk_path(next.id), t.runs_repair_next_event(day)));
        }
        let still: Vec<&str> = solution
            .unassigned
            .iter()
            .filter_map(|id| id.as_str().parse().ok())
            .map(|id| names.person(id))
            .collect();
        if !still.is_empty() {
            self.still = t.runs_repair_still(still.join(", "));
        }
        self.nothing = match (people.is_empty(), self.gives.is_empty()) {
            (true, _) => t.runs_repair_none_waiting(),
            (false, true) => t.runs_repair_nothing(),
            (false, false) => String::new(),
        };
        self.cost = cost(plan.cost, t);
        self.seen = repair::fingerprint(&plan.instance);
        let solution = solution.to_solution(&instance).map_err(anyhow::Error::from)?;
        let findings = serde_json::from_str(&plan.solved.findings)?;
        let open = open_run::OpenRun { file, instance, solution, findings };
        self.warnings = mentors::warnings(&open, &names, t);
        Ok(())
    }
}

fn cost(cost: Cost, t: Words) -> Vec<String> {
    let now = t.runs_repair_now(cost.placed, cost.first);
    if (cost.placed, cost.first) == (cost.best_placed, cost.best_first) {
        return vec![now, t.runs_repair_same()];
    }
    vec![now, t.runs_repair_best(cost.best_placed, cost.best_first, cost.moved)]
}
