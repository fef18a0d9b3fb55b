//! `/desk/events/{event}/match`: who and what is in the match, what was decided by hand, and the runs so far.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::Choice;
use serde::Deserialize;

use super::adjust::{AdjustForm, RemovalForm};
use super::instance::{BuildError, Facts};
use super::names::Names;
use super::worker::{self, StartError};
use super::{findings, path, run_path, store, words};
use crate::domain::event::{may_be_adjusted, may_be_matched};
use crate::domain::{AdjustmentId, AdjustmentKind, LookUpPurpose, MatchEventId, YoungPersonId};
use crate::entities::match_event;
use crate::features::{look_ups, match_events};
use crate::matching::Objective;
use crate::state::AppState;
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

mod rows;

use rows::{AdjustmentRow, CompanyRow, RunRow, TakingPart};

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
    may_start: bool,
    may_adjust: bool,
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
    let chosen = findings::choosable().find(|objective| objective.name() == form.objective);
    let mut problems = Problems::default();
    if let Some(objective) = chosen {
        match worker::start(&state, *event, objective, visitor.id).await? {
            Ok(run) => return Ok(see_other(run_path(*event, run)).into()),
            Err(error) => refused(&state, *event, error, &mut problems, t).await?,
        }
    } else {
        problems.add("objective", t.runs_problem_objective());
    }
    let mut page = page(&request, &state, &visitor, *event).await?;
    if let Some(objective) = chosen {
        choose(&mut page.objectives, objective.name());
    }
    page.problems = problems;
    unprocessable(&page)
}

async fn refused(
    state: &AppState,
    event: MatchEventId,
    error: StartError,
    problems: &mut Problems,
    t: Words,
) -> AppResult<()> {
    let pins = match error {
        StartError::Event(error) => {
            problems.add("", words::event(error, t));
            return Ok(());
        }
        StartError::Build(BuildError::Refused(refusal)) => {
            return Err(anyhow::anyhow!("{refusal}").into());
        }
        StartError::Build(BuildError::Pins(pins)) => pins,
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
    page.adjustments = adjustments.iter().map(|row| rows::adjustment_row(row, &names, t)).collect();
    page.runs = runs.iter().map(|run| rows::run_row(run, &names, t)).collect();
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
    let may_start = may_be_matched(event.status).is_ok();
    let is_open = may_start && state.clock.now() < event.ranking_closes_at;
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
        may_start,
        may_adjust: may_be_adjusted(event.status).is_ok(),
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
            self.people.push(Choice::new(person.id.to_string(), name.clone(), false));
            self.taking_part.push(rows::taking_part(person, name, t));
        }
        let mut companies: Vec<_> = facts.companies.iter().collect();
        companies.sort_by_key(|company| names.company(company.id).to_lowercase());
        for company in companies {
            for (place, _) in company.places() {
                self.places.push(Choice::new(place.to_string(), names.place(place, t), false));
            }
            self.companies.push(rows::company_row(company, names.company(company.id), t));
        }
    }
}
