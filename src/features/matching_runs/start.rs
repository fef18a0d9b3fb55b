//! `/desk/events/{event}/match`: who and what is in the match, what was decided by hand, and the runs so far.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::Choice;
use serde::Deserialize;

use super::adjust::{AdjustForm, RemovalForm};
use super::instance::{BuildError, Facts, Stands};
use super::names::Names;
use super::notes::Out;
use super::{findings, path, run_path, store, words, worker};
use crate::domain::{
    AdjustmentId, AdjustmentKind, EventStatus, HostAnswer, LookUpPurpose, MatchEventId,
    PlacementKind, RunStatus, YoungPersonId,
};
use crate::entities::{adjustment, match_event, matching_run};
use crate::features::{look_ups, match_events};
use crate::match_files::parse_solution;
use crate::matching::Objective;
use crate::state::AppState;
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Template)]
#[template(path = "matching_runs/start.html")]
pub struct StartPage {
    page: Page,
    t: Words,
    path: String,
    desk: String,
    /// When the lists close, while they are open.
    rehearsal: String,
    published: Option<(String, String)>,
    objectives: Vec<Choice>,
    taking_part: Vec<TakingPart>,
    absent: Vec<(String, String)>,
    companies: Vec<CompanyRow>,
    adjustments: Vec<AdjustmentRow>,
    runs: Vec<RunRow>,
    people: Vec<Choice>,
    kinds: Vec<Choice>,
    places: Vec<Choice>,
    form: AdjustForm,
    removing: Option<(AdjustmentId, RemovalForm)>,
    problems: Problems,
    may_adjust: bool,
}

struct TakingPart {
    name: String,
    kind: String,
    choices: usize,
    has_waited: bool,
}

struct CompanyRow {
    name: String,
    free: String,
    notes: Vec<String>,
}

struct AdjustmentRow {
    id: AdjustmentId,
    /// The name of its own field, because the page holds several such forms.
    field: String,
    look: &'static str,
    what: String,
    kind: String,
    reason: String,
    made: String,
    removed: String,
}

struct RunRow {
    href: String,
    when: String,
    exact: String,
    by: String,
    objective: String,
    status: &'static str,
    label: String,
    result: String,
}

impl StartPage {
    pub fn adjusting(mut self, form: AdjustForm, problems: Problems) -> Self {
        choose(&mut self.people, &form.person);
        choose(&mut self.kinds, &form.kind);
        choose(&mut self.places, &form.place);
        self.form = form;
        self.problems = problems;
        self
    }

    pub fn removing(mut self, id: AdjustmentId, form: RemovalForm, problems: Problems) -> Self {
        self.removing = Some((id, form));
        self.problems = problems;
        self
    }

    fn because(&self, id: &AdjustmentId) -> &str {
        let own = self.removing.as_ref().filter(|(of, _)| of == id);
        own.map_or("", |(_, form)| form.because.as_str())
    }

    fn is_removing(&self, id: &AdjustmentId) -> bool {
        self.removing.as_ref().is_some_and(|(of, _)| of == id)
    }
}

fn choose(choices: &mut [Choice], value: &str) {
    for choice in choices {
        choice.chosen = choice.value == value;
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct StartForm {
    pub objective: String,
}

/// `GET`; `?person=…&kind=pin&place=…` fills in the adjustment that a run's page leads to.
pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
    form: web::Query<AdjustForm>,
) -> AppResult<HttpResponse> {
    let page = page(&request, &state, &visitor, *event).await?;
    html(&page.adjusting(form.into_inner(), Problems::default()))
}

/// `POST`: starts a run and leads to its page, which follows it.
pub async fn start(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
    form: Form<StartForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let row = match_events::store::event(&state.db.read, *event).await?;
    let chosen = findings::choosable().find(|objective| objective.name() == form.objective);
    let mut problems = Problems::default();
    if row.matched_at.is_some() {
        problems.add("", t.runs_refused_other_published());
    } else if let Some(objective) = chosen {
        match worker::start(&state, *event, objective, visitor.id).await? {
            Ok((run, _)) => return Ok(see_other(run_path(*event, run)).into()),
            Err(error) => refused(&state, *event, error, &mut problems, t).await?,
        }
    } else {
        problems.add("objective", t.runs_problem_objective());
    }
    let mut page = page(&request, &state, &visitor, *event).await?;
    page.problems = problems;
    unprocessable(&page)
}

async fn refused(
    state: &AppState,
    event: MatchEventId,
    error: BuildError,
    problems: &mut Problems,
    t: Words,
) -> AppResult<()> {
    let pins = match error {
        BuildError::Refused(refusal) => return Err(anyhow::anyhow!("{refusal}").into()),
        BuildError::Pins(pins) => pins,
    };
    problems.add("", t.runs_refused_pins());
    let rows = store::adjustments(&state.db.read, event).await?;
    let people: Vec<YoungPersonId> = rows.iter().map(|row| row.young_person_id).collect();
    let names = Names::load(&state.db.read, &people, &[]).await?;
    for (id, error) in pins {
        let person = rows.iter().find(|row| row.id == id).map(|row| row.young_person_id);
        let name = person.map(|id| names.person(id)).unwrap_or_default();
        problems.add("", t.runs_refused_pin(name, words::pin(error, t)));
    }
    Ok(())
}

pub async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    id: MatchEventId,
) -> AppResult<StartPage> {
    let (db, t) = (&state.db.read, visitor.words());
    let event = match_events::store::event(db, id).await?;
    let facts = store::facts(db, id).await?;
    let people: Vec<YoungPersonId> = facts.people.iter().map(|person| person.id).collect();
    let companies: Vec<_> = facts.companies.iter().map(|company| company.id).collect();
    let mut names = Names::load(db, &people, &companies).await?;
    let (adjustments, runs) = (store::adjustments(db, id).await?, store::runs(db, id).await?);
    let staff = adjustments.iter().flat_map(|row| [Some(row.made_by), row.removed_by]);
    let staff = staff.chain(runs.iter().flat_map(|run| [Some(run.started_by), run.published_by]));
    names.load_staff(db, staff.flatten().collect::<Vec<_>>()).await?;
    look_ups::record(state, visitor, &names.accounts(), LookUpPurpose::Matching, &path(id)).await?;
    let mut page = blank(request, &event, state, t);
    page.lists(&facts, &names);
    page.adjustments = adjustments.iter().map(|row| adjustment_row(row, &names, t)).collect();
    page.runs = runs.iter().map(|run| run_row(run, &names, t)).collect();
    let published = runs.iter().find(|run| run.published_at.is_some() && run.repairs.is_none());
    page.published = published.and_then(|run| {
        let by = run.published_by.map(|by| names.staff(by)).unwrap_or_default();
        let when = t.moment(run.published_at?);
        Some((t.runs_published_already(when, by), run_path(id, run.id)))
    });
    Ok(page)
}

fn blank(
    request: &HttpRequest,
    event: &match_event::Model,
    state: &AppState,
    t: Words,
) -> StartPage {
    let is_open = state.clock.now() < event.ranking_closes_at;
    let objective = |objective: Objective| {
        let key = format!("reason-objective-{}", objective.name().replace('_', "-"));
        let is_default = objective == Objective::default();
        Choice::new(objective.name(), t.say(&key), is_default)
            .with_hint(t.say(&format!("{key}-promise")))
    };
    let kind = |kind: AdjustmentKind| {
        let label = match kind {
            AdjustmentKind::Pin => t.runs_adjust_pin(),
            AdjustmentKind::Forbid => t.runs_adjust_forbid(),
        };
        Choice::new(kind.as_str(), label, false)
    };
    StartPage {
        page: Page::new(request, t.runs_title()),
        t,
        path: path(event.id),
        desk: match_events::desk_path(event.id),
        rehearsal: if is_open { t.moment(event.ranking_closes_at) } else { String::new() },
        published: None,
        objectives: findings::choosable().map(objective).collect(),
        taking_part: Vec::new(),
        absent: Vec::new(),
        companies: Vec::new(),
        adjustments: Vec::new(),
        runs: Vec::new(),
        people: Vec::new(),
        kinds: AdjustmentKind::ALL.iter().map(|one| kind(*one)).collect(),
        places: Vec::new(),
        form: AdjustForm::default(),
        removing: None,
        problems: Problems::default(),
        may_adjust: !matches!(
            event.status,
            EventStatus::Planned | EventStatus::Cancelled | EventStatus::Closed
        ),
    }
}

impl StartPage {
    /// People by name, companies in the event's order of ids, places under their companies.
    fn lists(&mut self, facts: &Facts, names: &Names) {
        let t = self.t;
        let mut people: Vec<_> = facts.people.iter().collect();
        people.sort_by_key(|person| names.person(person.id).to_lowercase());
        for person in people {
            let name = names.person(person.id).to_owned();
            if let Some(absence) = person.absence() {
                self.absent.push((name, words::absence(absence, t)));
                continue;
            }
            let ranking = person.ranking.as_ref();
            self.people.push(Choice::new(person.id.to_string(), name.clone(), false));
            self.taking_part.push(TakingPart {
                name,
                kind: t.kind("placement-kind", person.purpose.as_str()),
                choices: ranking.map_or(0, |list| list.classes().iter().map(Vec::len).sum()),
                has_waited: person.waited > 0,
            });
        }
        let mut companies: Vec<_> = facts.companies.iter().collect();
        companies.sort_by_key(|company| names.company(company.id).to_lowercase());
        for company in companies {
            for (place, _) in company.places() {
                self.places.push(Choice::new(place.to_string(), names.place(place, t), false));
            }
            self.companies.push(company_row(company, names.company(company.id), t));
        }
    }
}

fn company_row(company: &super::instance::Company, name: &str, t: Words) -> CompanyRow {
    let mut notes = Vec::new();
    match company.stands {
        Stands::NotComing => notes.push(t.runs_company_out_not_coming()),
        Stands::NotConfirmed => notes.push(t.runs_company_out_not_confirmed()),
        Stands::Free(_) => {
            for (kind, out) in company.left_out() {
                let kind = t.kind("placement-kind", kind.as_str());
                notes.push(match out {
                    Out::NotNow => t.runs_company_out_not_now(kind),
                    _ => t.runs_company_out_no_host_answer(kind),
                });
            }
        }
    }
    let talk = |kind: &&PlacementKind| company.host.get(kind) == Some(&HostAnswer::TalkFirst);
    notes.extend(
        PlacementKind::ALL
            .iter()
            .filter(talk)
            .map(|kind| t.runs_company_talk_first(t.kind("placement-kind", kind.as_str()))),
    );
    CompanyRow { name: name.to_owned(), free: company.room().to_string(), notes }
}

fn adjustment_row(row: &adjustment::Model, names: &Names, t: Words) -> AdjustmentRow {
    let at = match row.place_id {
        Some(place) => names.place(place, t),
        None => names.company(row.company_id).to_owned(),
    };
    let removed = row.removed_at.map(|at| {
        let by = row.removed_by.map(|by| names.staff(by)).unwrap_or_default();
        t.runs_adjust_removed(by, t.moment(at), row.removed_because.clone().unwrap_or_default())
    });
    AdjustmentRow {
        id: row.id,
        field: format!("because-{}", row.id),
        look: if row.removed_at.is_none() { "now" } else { "quiet" },
        what: format!("{}: {at}", names.person(row.young_person_id)),
        kind: t.kind("adjustment-kind", row.kind.as_str()),
        reason: row.reason.clone(),
        made: t.runs_adjust_made(names.staff(row.made_by), t.moment(row.made_at)),
        removed: removed.unwrap_or_default(),
    }
}

fn run_row(run: &matching_run::Model, names: &Names, t: Words) -> RunRow {
    let solution = run.solution.as_deref().and_then(|text| parse_solution(text).ok());
    let result = match (&solution, run.failure.as_deref()) {
        (Some(solution), _) => {
            let of = solution.assignments.len() + solution.unassigned.len();
            t.runs_list_size(solution.size, of)
        }
        (None, Some(failure)) => t.say(&format!("runs-failed-{failure}")),
        (None, None) => String::new(),
    };
    let (status, label) = match run.status {
        _ if run.repairs.is_some() => ("done", t.runs_list_repair()),
        RunStatus::Done if run.published_at.is_some() => ("done", t.runs_list_published()),
        RunStatus::Done => ("quiet", t.kind("run-status", run.status.as_str())),
        RunStatus::Running => ("now", t.kind("run-status", run.status.as_str())),
        RunStatus::Failed => ("attention", t.kind("run-status", run.status.as_str())),
    };
    let objective = run.objective.replace('_', "-");
    RunRow {
        href: run_path(run.event_id, run.id),
        when: t.moment(run.started_at),
        exact: t.exact(run.started_at),
        by: names.staff(run.started_by).to_owned(),
        objective: t.say(&format!("reason-objective-{objective}")),
        status,
        label,
        result,
    }
}
