//! Publishing: once, and only what is still true. Everything that follows rides in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, Set,
};

use super::findings::Findings;
use super::mail::{CompanyResult, ResultReady};
use super::notes::{PlaceNote, read};
use super::{company_result_path, result, result_path, store};
use crate::domain::event::{Change, EventError};
use crate::domain::reason::{Facts as ReasonFacts, MatchReason};
use crate::domain::{
    AccountId, Attendance, CallKind, CompanyId, MatchEventId, MatchingRunId, PlaceId, RunStatus,
    YoungPersonId,
};
use crate::entities::{
    account, event_company, event_young_person, match_event, match_outcome, matching_run, new_id,
    place, ranking, young_person,
};
use crate::features::calls::{self, About, NewCall};
use crate::features::placements::{self, NewProposal};
use crate::features::{companies, match_events, programme};
use crate::match_files::{Assignment, InstanceFile, parse_instance, parse_solution};
use crate::matching::Objective;
use crate::state::{AppState, Txn};
use crate::web::AppResult;
use crate::words::Words;

/// A company without a match is rung within so many working days.
const COMPANY_CALL_WITHIN: u32 = 5;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PublishError {
    #[error("{0}")]
    Event(#[from] EventError),
    #[error("another run of this event has been published")]
    OtherPublished,
    #[error("the run has no result")]
    NotDone,
    #[error("a repair has been done already")]
    IsRepair,
    #[error("the facts are no longer those of the run")]
    Changed(Vec<Changed>),
}

/// What is not as it was when the run was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Changed {
    Joined(YoungPersonId),
    Gone(YoungPersonId),
    List(YoungPersonId),
    Rules(YoungPersonId),
    Places(CompanyId),
    Waited,
}

/// Publishes a run. A second press, or a second consultant's, changes nothing and tells nobody twice.
pub async fn publish(
    txn: &Txn,
    state: &AppState,
    run: MatchingRunId,
    by: AccountId,
) -> AppResult<Result<Change, PublishError>> {
    let run = store::run(txn, run).await?;
    if run.repairs.is_some() {
        return Ok(Err(PublishError::IsRepair));
    }
    match match_events::mark_matched(txn, state, run.event_id).await? {
        Err(error) => return Ok(Err(error.into())),
        Ok(Change::Before) => {
            let is_this = store::run(txn, run.id).await?.published_at.is_some();
            return Ok(if is_this {
                Ok(Change::Before)
            } else {
                Err(PublishError::OtherPublished)
            });
        }
        Ok(Change::Made) => {}
    }
    if run.status != RunStatus::Done {
        return Ok(Err(PublishError::NotDone));
    }
    let changes = changes(txn, &run).await?;
    if !changes.is_empty() {
        return Ok(Err(PublishError::Changed(changes)));
    }
    let event = match_events::store::event(txn, run.event_id).await?;
    tell(txn, state, &event, &run).await?;
    let mut row: matching_run::ActiveModel = run.into();
    row.published_at = Set(Some(state.clock.now()));
    row.published_by = Set(Some(by));
    row.update(txn).await?;
    Ok(Ok(Change::Made))
}

/// What has changed since a run was made; nothing when its instance, built anew, is the same.
pub async fn changes(
    db: &impl ConnectionTrait,
    run: &matching_run::Model,
) -> AppResult<Vec<Changed>> {
    let then = parse_instance(&run.instance).map_err(anyhow::Error::from)?;
    let objective = then.objective.unwrap_or_default();
    Ok(match store::facts(db, run.event_id).await?.instance(objective) {
        Ok(now) => differences(&then, &now),
        Err(super::instance::BuildError::Pins(_)) => vec![Changed::Waited],
        Err(super::instance::BuildError::Refused(refusal)) => {
            return Err(anyhow::anyhow!("{refusal}").into());
        }
    })
}

fn differences(then: &InstanceFile<'_>, now: &InstanceFile<'_>) -> Vec<Changed> {
    let mut changed = BTreeSet::new();
    let person = |id: &str| id.parse::<YoungPersonId>().ok();
    let before: BTreeMap<_, _> = then.applicants.iter().map(|one| (one.id.as_str(), one)).collect();
    let after: BTreeMap<_, _> = now.applicants.iter().map(|one| (one.id.as_str(), one)).collect();
    for (id, one) in &after {
        changed.extend(match before.get(id) {
            None => person(id).map(Changed::Joined),
            Some(other) if other.preferences != one.preferences || other.kinds != one.kinds => {
                person(id).map(Changed::List)
            }
            Some(other) if other.waited != one.waited => Some(Changed::Waited),
            Some(_) => None,
        });
    }
    let gone = before.keys().filter(|id| !after.contains_key(*id));
    changed.extend(gone.filter_map(|id| person(id)).map(Changed::Gone));
    for pair in then.forbidden.iter().filter(|pair| !now.forbidden.contains(pair)) {
        changed.extend(person(pair.applicant.as_str()).map(Changed::Rules));
    }
    for pair in now.forbidden.iter().filter(|pair| !then.forbidden.contains(pair)) {
        changed.extend(person(pair.applicant.as_str()).map(Changed::Rules));
    }
    let pins = |these: &InstanceFile<'_>, others: &InstanceFile<'_>| {
        let new = these.pins.iter().filter(|pin| !others.pins.contains(pin));
        new.filter_map(|pin| person(pin.applicant.as_str())).map(Changed::Rules).collect::<Vec<_>>()
    };
    changed.extend(pins(then, now));
    changed.extend(pins(now, then));
    changed.extend(offers(then, now));
    changed.into_iter().collect()
}

/// Companies whose part of the tree is another.
fn offers(then: &InstanceFile<'_>, now: &InstanceFile<'_>) -> Vec<Changed> {
    let of = |file: &InstanceFile<'_>| {
        let mut companies: BTreeMap<CompanyId, Vec<String>> = BTreeMap::new();
        let root = |id: &str| id.split('/').next().and_then(|id| id.parse::<CompanyId>().ok());
        for group in &file.groups {
            let line = format!("{} {:?} {:?}", group.id.as_str(), group.upper_quota, group.x);
            companies
                .entry(root(group.id.as_str()).unwrap_or(CompanyId(uuid::Uuid::nil())))
                .or_default()
                .push(line);
        }
        for post in &file.posts {
            let above = post.parent.as_ref().and_then(|parent| root(parent.as_str()));
            let line =
                format!("{} {:?} {} {:?}", post.id.as_str(), post.parent, post.capacity, post.x);
            companies.entry(above.unwrap_or(CompanyId(uuid::Uuid::nil()))).or_default().push(line);
        }
        companies
    };
    let (then, now) = (of(then), of(now));
    let ids: BTreeSet<CompanyId> = then.keys().chain(now.keys()).copied().collect();
    ids.into_iter().filter(|id| then.get(id) != now.get(id)).map(Changed::Places).collect()
}

/// Outcomes, proposals, messages and calls.
async fn tell(
    txn: &Txn,
    state: &AppState,
    event: &match_event::Model,
    run: &matching_run::Model,
) -> AppResult<()> {
    let file = parse_instance(&run.instance).map_err(anyhow::Error::from)?;
    let solution = run.solution.as_deref().unwrap_or_default();
    let solution = parse_solution(solution).map_err(anyhow::Error::from)?;
    let findings: Findings = serde_json::from_str(run.comparison.as_deref().unwrap_or("{}"))?;
    let mut matched = BTreeSet::new();
    for placed in &solution.assignments {
        matched.insert(give(txn, state, event, run.id, &file, &findings, placed).await?);
    }
    for id in &solution.unassigned {
        let Ok(person) = id.as_str().parse::<YoungPersonId>() else { continue };
        let reason = findings.reasons.get(&person).cloned();
        let reason = reason.unwrap_or_else(|| ReasonFacts::default().reason());
        without(txn, state, event, run.id, person, &reason).await?;
    }
    for person in came_without_list(txn, event.id).await? {
        without(txn, state, event, run.id, person, &ReasonFacts::default().reason()).await?;
    }
    tell_companies(txn, state, event, &matched).await
}

/// A place for somebody: the proposal, the outcome and the message.
pub async fn give(
    txn: &Txn,
    state: &AppState,
    event: &match_event::Model,
    run: MatchingRunId,
    file: &InstanceFile<'_>,
    findings: &Findings,
    placed: &Assignment<'_>,
) -> AppResult<CompanyId> {
    let now = state.clock.now();
    let (person, place): (YoungPersonId, PlaceId) = (
        placed.applicant.as_str().parse().map_err(anyhow::Error::from)?,
        placed.post.as_str().parse().map_err(anyhow::Error::from)?,
    );
    let missing = || anyhow::anyhow!("a row of the run is gone");
    let place = place::Entity::find_by_id(place).one(txn).await?.ok_or_else(missing)?;
    let row = young_person::Entity::find_by_id(person).one(txn).await?.ok_or_else(missing)?;
    let post = file.posts.iter().find(|post| post.id == placed.post);
    let note: PlaceNote = post.and_then(|post| read(&post.x)).unwrap_or_default();
    let proposal = NewProposal {
        event: Some(event.id),
        run: Some(run),
        young_person: person,
        company: place.company_id,
        place: place.id,
        kind: place.kind,
        mentor: place.mentor_id,
        consultant: row.consultant_id,
        talk_first: note.talk_first,
        answer_by: event.answers_by.max(now + chrono::TimeDelta::days(2)),
    };
    placements::propose(txn, state, proposal).await?;
    let reason = findings.reasons.get(&person).cloned();
    let reason = reason.unwrap_or_else(|| ReasonFacts::default().reason());
    let rank = placed.rank.and_then(|rank| i32::try_from(rank).ok());
    let outcome = Outcome { event: event.id, run, person, place: Some(place.id), rank };
    outcome.store(txn, &reason, Some(now), now).await?;
    let link = state.link(&result_path(event.id));
    let cause = format!("match/{run}/result/{person}");
    calls::tell_young_person(txn, state, person, &cause, |t| ResultReady { t, link }).await?;
    Ok(place.company_id)
}

/// No place: told by phone first.
async fn without(
    txn: &Txn,
    state: &AppState,
    event: &match_event::Model,
    run: MatchingRunId,
    person: YoungPersonId,
    reason: &MatchReason,
) -> AppResult<()> {
    let now = state.clock.now();
    let outcome = Outcome { event: event.id, run, person, place: None, rank: None };
    outcome.store(txn, reason, None, now).await?;
    let Some(row) = young_person::Entity::find_by_id(person).one(txn).await? else { return Ok(()) };
    let owner = account::Entity::find_by_id(row.consultant_id).one(txn).await?;
    let t = Words(owner.map_or(crate::domain::Language::Danish, |owner| owner.language));
    let new = NewCall {
        kind: CallKind::Unplaced,
        cause: unplaced_cause(event.id, person),
        owner: row.consultant_id,
        due_on: programme::calendar(txn).await?.add_working_days(state.clock.today(), 1),
        about: About { young_person: Some(person), event: Some(event.id), ..About::default() },
        words: result::reason_words(txn, reason, t).await?.join(" "),
    };
    calls::open(txn, now, new).await
}

pub fn unplaced_cause(event: MatchEventId, person: YoungPersonId) -> String {
    format!("match/{event}/unplaced/{person}")
}

pub fn unmatched_cause(event: MatchEventId, company: CompanyId) -> String {
    format!("match/{event}/unmatched/{company}")
}

struct Outcome {
    event: MatchEventId,
    run: MatchingRunId,
    person: YoungPersonId,
    place: Option<PlaceId>,
    rank: Option<i32>,
}

impl Outcome {
    /// One outcome for each person of an event: a repair writes over what was.
    async fn store(
        self,
        txn: &Txn,
        reason: &MatchReason,
        told_at: Option<chrono::DateTime<chrono::Utc>>,
        now: chrono::DateTime<chrono::Utc>,
    ) -> AppResult<()> {
        use match_outcome::Column;
        let row = match_outcome::ActiveModel {
            id: Set(new_id()),
            event_id: Set(self.event),
            run_id: Set(self.run),
            young_person_id: Set(self.person),
            place_id: Set(self.place),
            rank: Set(self.rank),
            reason: Set(serde_json::to_string(reason)?),
            told_at: Set(told_at),
            told_by: Set(None),
            created_at: Set(now),
        };
        let columns =
            [Column::RunId, Column::PlaceId, Column::Rank, Column::Reason, Column::ToldAt];
        match_outcome::Entity::insert(row)
            .on_conflict(
                OnConflict::columns([Column::EventId, Column::YoungPersonId])
                    .update_columns(columns)
                    .to_owned(),
            )
            .exec_without_returning(txn)
            .await?;
        Ok(())
    }
}

/// Who came and saved no list waits for an answer too.
pub async fn came_without_list(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<Vec<YoungPersonId>> {
    let came = event_young_person::Entity::find()
        .filter(event_young_person::Column::EventId.eq(event))
        .filter(event_young_person::Column::CameAt.is_not_null())
        .all(db)
        .await?;
    let facts = store::facts(db, event).await?;
    let mut waiting = Vec::new();
    for row in came {
        let known = facts.people.iter().find(|person| person.id == row.young_person_id);
        let no_list = known.and_then(super::instance::Person::absence);
        let saved = ranking::Entity::find()
            .filter(ranking::Column::EventId.eq(event))
            .filter(ranking::Column::YoungPersonId.eq(row.young_person_id))
            .filter(ranking::Column::Stage.eq(crate::domain::RankingStage::Saved));
        if no_list == Some(super::instance::Absence::NoRanking) && saved.count(db).await? == 0 {
            waiting.push(row.young_person_id);
        }
    }
    Ok(waiting)
}

/// Companies that were there, matched or not.
pub async fn present(db: &impl ConnectionTrait, event: MatchEventId) -> AppResult<Vec<CompanyId>> {
    let rows = event_company::Entity::find()
        .filter(event_company::Column::EventId.eq(event))
        .filter(event_company::Column::InvitedAt.is_not_null())
        .filter(event_company::Column::Answer.eq(Attendance::Yes));
    Ok(rows.all(db).await?.into_iter().map(|row| row.company_id).collect())
}

async fn tell_companies(
    txn: &Txn,
    state: &AppState,
    event: &match_event::Model,
    matched: &BTreeSet<CompanyId>,
) -> AppResult<()> {
    let link = state.link(&company_result_path(event.id));
    let calendar = programme::calendar(txn).await?;
    for id in present(txn, event.id).await? {
        let cause = format!("match/{}/company/{id}", event.id);
        companies::tell_company(txn, state, id, &cause, |t| CompanyResult {
            t,
            link: link.clone(),
        })
        .await?;
        if matched.contains(&id) {
            continue;
        }
        let company = companies::store::company(txn, id).await?;
        let new = NewCall {
            kind: CallKind::CompanyContact,
            cause: unmatched_cause(event.id, id),
            owner: company.consultant_id.unwrap_or(event.created_by),
            due_on: calendar.add_working_days(state.clock.today(), COMPANY_CALL_WITHIN),
            about: About { company: Some(id), event: Some(event.id), ..About::default() },
            words: String::new(),
        };
        calls::open(txn, state.clock.now(), new).await?;
    }
    Ok(())
}

/// The objective a stored run was made for.
pub fn objective(run: &matching_run::Model) -> Objective {
    run.objective.parse().unwrap_or_default()
}
