//! `/desk/events/{event}/match/{run}`: the result in numbers, person by person with reasons, beside what other
//! aims would have reached.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::{Bar, Choice};

use super::names::Names;
use super::open_run::OpenRun;
use super::progress;
use super::why_not::{self, WhyForm};
use super::{notes, run_path, store};
use crate::domain::{
    AccountId, LookUpPurpose, MatchEventId, MatchingRunId, RunStatus, YoungPersonId,
};
use crate::entities::matching_run;
use crate::features::{look_ups, match_events};
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInConsultant, html};
use crate::words::Words;

mod making;

use making::Making;

#[derive(Template)]
#[template(path = "matching_runs/review.html")]
struct ReviewPage {
    page: Page,
    t: Words,
    run: String,
    back: String,
    made: String,
    published: String,
    may_publish: bool,
    is_published: bool,
    numbers: [(u32, String); 4],
    bars: Vec<Bar>,
    compared: Vec<ComparedRow>,
    short_lists: String,
    rows: Vec<Row>,
    unplaced: Vec<Unplaced>,
    helps: Vec<(String, String)>,
    warnings: Vec<String>,
    people: Vec<Choice>,
    places: Vec<Choice>,
    why: Vec<String>,
}

struct ComparedRow {
    name: String,
    promise: String,
    honesty: String,
    line: String,
    bars: Vec<Bar>,
    is_this: bool,
    /// Another aim with the numbers of this run.
    is_same: bool,
}

impl ReviewPage {
    fn same_as_this(&self) -> usize {
        self.compared.iter().filter(|one| one.is_same).count()
    }
}

impl ComparedRow {
    fn bars(&self) -> &[Bar] {
        &self.bars
    }
}

struct Row {
    id: YoungPersonId,
    name: String,
    place: String,
    place_id: String,
    rank: String,
    reason: String,
    is_placed: bool,
}

struct Unplaced {
    name: String,
    reason: String,
    ring: String,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    of: web::Path<(MatchEventId, MatchingRunId)>,
    why: web::Query<WhyForm>,
) -> AppResult<HttpResponse> {
    let (event, id) = *of;
    let run = store::run_of(&state.db.read, event, id).await?;
    if run.status != RunStatus::Done {
        return progress::show(&request, &run, visitor.words());
    }
    html(&review(&request, &state, &visitor, &run, &why).await?)
}

async fn review(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    run: &matching_run::Model,
    why: &WhyForm,
) -> AppResult<ReviewPage> {
    let (db, t) = (&state.db.read, visitor.words());
    let asked = why_not::ask(run, why).await?;
    let open = OpenRun::read(run)?;
    let people: Vec<YoungPersonId> =
        open.file.applicants.iter().filter_map(|one| one.id.as_str().parse().ok()).collect();
    let mut names = Names::load(db, &people, &store::companies_in(&open.file)).await?;
    let staff = [Some(run.started_by), run.published_by].into_iter().flatten();
    names.load_staff(db, staff.chain(decided_by(&open)).collect::<Vec<_>>()).await?;
    let at = run_path(run.event_id, run.id);
    look_ups::record(state, visitor, &names.accounts(), LookUpPurpose::Matching, &at).await?;
    let event = match_events::store::event(db, run.event_id).await?;
    let mut page = Making { open: &open, names: &names, run, t }.page(request);
    page.may_publish = event.matched_at.is_none() && run.repairs.is_none();
    page.why = asked.map(|asked| asked.words(&open, &names, t)).unwrap_or_default();
    for (choices, chosen) in [(&mut page.people, &why.person), (&mut page.places, &why.place)] {
        choices.iter_mut().for_each(|choice| choice.chosen = choice.value == *chosen);
    }
    Ok(page)
}

/// Whoever decided something by hand in this run.
fn decided_by(open: &OpenRun<'_>) -> Vec<AccountId> {
    let pins = open.file.pins.iter().map(|pin| &pin.x);
    let pairs = open.file.forbidden.iter().map(|pair| &pair.x);
    let by = |x| match notes::read(x) {
        Some(notes::PairNote::ByHand { by, .. }) => Some(by),
        _ => None,
    };
    pins.chain(pairs).filter_map(by).collect()
}
