//! `/desk/events/{event}/match/{run}/publication`: exactly what will be sent to whom, and the button that does it.

use std::collections::BTreeSet;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Utc};

use super::instance::Facts;
use super::names::Names;
use super::notes::{PlaceNote, read};
use super::open_run::OpenRun;
use super::publish::{self, PublishError};
use super::{mentors, path, run_path, store, words};
use crate::domain::{
    CompanyId, LookUpPurpose, MatchEventId, MatchingRunId, PlaceId, RunStatus, YoungPersonId,
};
use crate::entities::{match_event, matching_run};
use crate::features::{look_ups, match_events, programme};
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInConsultant, html, see_other, unprocessable};
use crate::words::Words;

#[derive(Template)]
#[template(path = "matching_runs/publication.html")]
struct PublicationPage {
    page: Page,
    t: Words,
    run: String,
    /// Where a run that still holds is made.
    start: String,
    happens: Vec<String>,
    calls: Vec<String>,
    warnings: Vec<String>,
    proposals: Vec<(String, String)>,
    /// Why it cannot be done, and what changed.
    refused: Vec<String>,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    of: web::Path<(MatchEventId, MatchingRunId)>,
) -> AppResult<HttpResponse> {
    let (event, id) = *of;
    let run = store::run_of(&state.db.read, event, id).await?;
    if run.published_at.is_some() || run.status != RunStatus::Done {
        return Ok(see_other(run_path(event, id)).into());
    }
    html(&page(&request, &state, &visitor, &run, None).await?)
}

pub async fn publish(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    of: web::Path<(MatchEventId, MatchingRunId)>,
) -> AppResult<HttpResponse> {
    let (event, id) = *of;
    let txn = state.write().await?;
    let run = store::run_of(&txn, event, id).await?;
    match publish::publish(&txn, &state, id, visitor.id).await? {
        Ok(_) => {
            txn.commit().await?;
            Ok(see_other(run_path(event, id)).notice("runs-published"))
        }
        // A run without a result has no such page; its own says how it stands.
        Err(PublishError::NotDone) => {
            Ok(see_other(run_path(event, id)).notice("runs-refused-not-done"))
        }
        Err(error) => {
            drop(txn);
            unprocessable(&page(&request, &state, &visitor, &run, Some(error)).await?)
        }
    }
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    run: &matching_run::Model,
    error: Option<PublishError>,
) -> AppResult<PublicationPage> {
    let (db, t) = (&state.db.read, visitor.words());
    let event = match_events::store::event(db, run.event_id).await?;
    let facts = store::facts(db, event.id).await?;
    let error = match error {
        Some(error) => Some(error),
        None => foreseen(state, run, &event, &facts)?,
    };
    let open = OpenRun::read(run)?;
    let mut people: Vec<YoungPersonId> =
        open.file.applicants.iter().filter_map(|one| one.id.as_str().parse().ok()).collect();
    let came = facts.came_without_list();
    people.extend(&came);
    people.extend(changed_people(error.as_ref()));
    let names = Names::load(db, &people, &store::companies_in(&open.file)).await?;
    let page = format!("{}/publication", run_path(run.event_id, run.id));
    look_ups::record(state, visitor, &names.accounts(), LookUpPurpose::Matching, &page).await?;
    let warnings = mentors::warnings(&open, &names, t);
    let error = error.or_else(|| (!warnings.is_empty()).then_some(PublishError::MentorFull));
    let telling = Telling::of(&open, &came);
    let present = publish::present(db, run.event_id).await?;
    let due = programme::calendar(db).await?.add_working_days(state.clock.today(), 1);
    Ok(PublicationPage {
        page: Page::new(request, t.runs_publish_title()),
        t,
        run: run_path(run.event_id, run.id),
        start: path(run.event_id),
        happens: telling.happens(
            &names,
            &present,
            publish::answers_by(&event, state.clock.now()),
            t,
        ),
        calls: telling.calls(&names, t.day(due), t),
        warnings,
        proposals: telling.proposals(&names, t),
        refused: error.map(|error| words::publish(&error, &names, t)).unwrap_or_default(),
    })
}

/// What would refuse the press, told before it.
fn foreseen(
    state: &AppState,
    run: &matching_run::Model,
    event: &match_event::Model,
    facts: &Facts,
) -> AppResult<Option<PublishError>> {
    let mut rules = match_events::store::rules_of(event);
    match rules.publish_match(state.clock.now()) {
        Err(error) => return Ok(Some(PublishError::Event(error))),
        Ok(crate::domain::event::Change::Before) => return Ok(Some(PublishError::OtherPublished)),
        Ok(crate::domain::event::Change::Made) => {}
    }
    let changes = publish::changes(run, facts)?;
    Ok((!changes.is_empty()).then_some(PublishError::Changed(changes)))
}

fn changed_people(error: Option<&PublishError>) -> Vec<YoungPersonId> {
    use publish::Changed;
    let Some(PublishError::Changed(changes)) = error else { return Vec::new() };
    let person = |change: &Changed| match change {
        Changed::Joined(id) | Changed::Gone(id) | Changed::List(id) | Changed::Rules(id) => {
            Some(*id)
        }
        Changed::Places(_) | Changed::Waited => None,
    };
    changes.iter().filter_map(person).collect()
}

/// Who gets what, by the solution.
struct Telling {
    placed: Vec<(YoungPersonId, PlaceId, bool)>,
    unplaced: Vec<YoungPersonId>,
}

impl Telling {
    fn of(open: &OpenRun<'_>, came: &[YoungPersonId]) -> Self {
        let (mut placed, mut unplaced) = (Vec::new(), Vec::new());
        for (applicant, place) in open.solution.places.iter().enumerate() {
            let Ok(person) = open.instance.applicant_id(applicant).parse() else { continue };
            let post = place.map(|place| open.instance.node_id(place.post as usize));
            match post.and_then(|post| Some((post, post.parse().ok()?))) {
                Some((post, place)) => {
                    let entry = open.file.posts.iter().find(|entry| entry.id.as_str() == post);
                    let note: PlaceNote =
                        entry.and_then(|entry| read(&entry.x)).unwrap_or_default();
                    placed.push((person, place, note.talk_first));
                }
                None => unplaced.push(person),
            }
        }
        unplaced.extend(came);
        Self { placed, unplaced }
    }

    fn happens(
        &self,
        names: &Names,
        present: &[CompanyId],
        answers_by: DateTime<Utc>,
        t: Words,
    ) -> Vec<String> {
        let by_mail =
            |id: &YoungPersonId| names.people.get(id).is_some_and(|person| person.has_email);
        let mailed = self.placed.iter().filter(|(id, ..)| by_mail(id)).count();
        let rung = self.placed.len() - mailed;
        let company = |place: &PlaceId| names.places.get(place).map(|place| place.company);
        let matched: BTreeSet<CompanyId> =
            self.placed.iter().filter_map(|(_, place, _)| company(place)).collect();
        let unmatched = present.iter().filter(|id| !matched.contains(id)).count();
        let counted = [
            (mailed, t.runs_publish_people(mailed)),
            (rung, t.runs_publish_phone(rung)),
            (matched.len(), t.runs_publish_companies(matched.len())),
            (unmatched, t.runs_publish_unmatched(unmatched)),
        ];
        let mut lines: Vec<String> =
            counted.into_iter().filter(|(count, _)| *count > 0).map(|(_, line)| line).collect();
        let talks: BTreeSet<CompanyId> = self
            .placed
            .iter()
            .filter(|(.., talk_first)| *talk_first)
            .filter_map(|(_, place, _)| company(place))
            .collect();
        lines.extend(talks.iter().map(|id| t.runs_publish_talk_first(names.company(*id))));
        lines.push(t.runs_publish_answers(t.moment(answers_by)));
        lines.push(t.runs_publish_mail());
        lines.push(t.runs_publish_secret());
        lines
    }

    fn calls(&self, names: &Names, day: String, t: Words) -> Vec<String> {
        let line = |id: &YoungPersonId| {
            let person = names.people.get(id)?;
            Some(t.runs_publish_call(
                names.staff(person.consultant),
                person.name.as_str(),
                day.as_str(),
            ))
        };
        self.unplaced.iter().filter_map(line).collect()
    }

    fn proposals(&self, names: &Names, t: Words) -> Vec<(String, String)> {
        let mut rows: Vec<(String, String)> = self
            .placed
            .iter()
            .map(|(person, place, _)| (names.person(*person).to_owned(), names.place(*place, t)))
            .collect();
        rows.sort_by_key(|(name, _)| name.to_lowercase());
        rows
    }
}
