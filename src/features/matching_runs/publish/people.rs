//! What a result gives each young person: an outcome, and a proposal or a call.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use super::draws::Drawn;
use crate::domain::reason::{Facts as ReasonFacts, MatchReason};
use crate::domain::{CallKind, CompanyId, MatchEventId, MatchingRunId, PlaceId, YoungPersonId};
use crate::entities::{account, match_event, match_outcome, new_id, place, young_person};
use crate::features::calls::{self, About, NewCall};
use crate::features::matching_runs::by_hand::Choice;
use crate::features::matching_runs::findings::Findings;
use crate::features::matching_runs::mail::ResultReady;
use crate::features::matching_runs::names::Names;
use crate::features::matching_runs::notes::{PlaceNote, read};
use crate::features::matching_runs::{result, result_path};
use crate::features::placements::{self, NewProposal};
use crate::features::programme;
use crate::match_files::{Assignment, InstanceFile};
use crate::state::{AppState, Txn};
use crate::web::AppResult;
use crate::words::Words;

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
        answer_by: super::answers_by(event, now),
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
pub async fn without(
    txn: &Txn,
    state: &AppState,
    event: &match_event::Model,
    run: MatchingRunId,
    person: YoungPersonId,
    reason: &MatchReason,
    by_hand: &[Choice],
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
        words: match by_hand {
            [] => result::reason_words(txn, reason, t).await?.join(" "),
            choices => by_hand_words(txn, choices, t).await?,
        },
    };
    calls::open(txn, now, new).await
}

/// For whoever rings: who decided it, and why. Why somebody else was given a place stays on the page of the match,
/// since it is about somebody else.
async fn by_hand_words(txn: &Txn, choices: &[Choice], t: Words) -> AppResult<String> {
    let company = |id: &String| id.parse::<CompanyId>().ok();
    let banned: Vec<CompanyId> = choices
        .iter()
        .filter_map(|choice| match choice {
            Choice::Ban { company: id, .. } => company(id),
            Choice::Pin { .. } => None,
        })
        .collect();
    let mut names = Names::load(txn, &[], &banned).await?;
    let by = |choice: &Choice| match choice {
        Choice::Pin { by } | Choice::Ban { by, .. } => *by,
    };
    names.load_staff(txn, choices.iter().map(by)).await?;
    let words = choices.iter().map(|choice| match choice {
        Choice::Pin { by } => t.reason_call_by_hand_place(names.staff(*by)),
        Choice::Ban { company: id, by, reason } => {
            let company = company(id).map_or("", |id| names.company(id));
            t.reason_call_by_hand(names.staff(*by), company, reason.as_str())
        }
    });
    let words: Vec<_> = words.chain([t.reason_call_by_hand_next()]).collect();
    Ok(words.join(" "))
}

/// Beside the answer, for whoever wants to repeat the draw.
pub async fn keep_draw(
    txn: &Txn,
    event: MatchEventId,
    person: YoungPersonId,
    drawn: &[Drawn],
) -> AppResult<()> {
    if drawn.is_empty() {
        return Ok(());
    }
    match_outcome::Entity::update_many()
        .col_expr(match_outcome::Column::Drawn, Expr::value(serde_json::to_string(drawn)?))
        .filter(match_outcome::Column::EventId.eq(event))
        .filter(match_outcome::Column::YoungPersonId.eq(person))
        .exec(txn)
        .await?;
    Ok(())
}

pub fn unplaced_cause(event: MatchEventId, person: YoungPersonId) -> String {
    format!("match/{event}/unplaced/{person}")
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
            drawn: Set(None),
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
