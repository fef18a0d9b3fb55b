//! The two answers to a proposal: yes, "I want to talk first", or no.

use chrono::{DateTime, Utc};
use sea_orm::EntityTrait;

use super::{open_call, settle_questions, talk};
use crate::domain::placement::{Accepted, AnswerError, Done};
use crate::domain::{
    AccountId, CallKind, Language, Party, PlacementId, PlacementStatus, ProposalAnswer,
};
use crate::entities::{account, placement};
use crate::features::checklists::{self, tell};
use crate::features::follow_ups;
use crate::features::placements::free::place_is_free;
use crate::features::placements::history::{self, Change};
use crate::features::placements::mail::{AgreedMail, AssignedMail, DeclinedMail, MyPeopleMail};
use crate::features::placements::store::{self, Held};
use crate::features::placements::{path, people};
use crate::state::{AppState, Txn};
use crate::web::AppResult;
use crate::words::Words;

/// Records a yes and, with the second one, starts what follows from it.
pub async fn accept(
    txn: &Txn,
    state: &AppState,
    id: PlacementId,
    party: Party,
    by: AccountId,
) -> AppResult<Result<Accepted, AnswerError>> {
    let now = state.clock.now();
    let mut held = store::hold(txn, id).await?;
    if is_too_late(txn, &held, now).await? {
        return Ok(Err(AnswerError::PlaceTaken));
    }
    let accepted = match held.rule.accept(party, now) {
        Ok(Accepted::Before) => return Ok(Ok(Accepted::Before)),
        Ok(accepted) => accepted,
        Err(error) => return Ok(Err(error)),
    };
    store::put_answer(txn, id, party, ProposalAnswer::Yes, by, now).await?;
    let change = said(party, Change::YoungPersonYes, Change::CompanyYes);
    history::write(txn, id, change, None, Some(by), now).await?;
    let placement = store::save(txn, held, now, |_| {}).await?;
    settle_questions(txn, state, &placement, party).await?;
    if accepted == Accepted::NowAgreed {
        agreed(txn, state, &placement).await?;
    }
    Ok(Ok(accepted))
}

/// Keeps the proposal and has the consultant ring.
pub async fn talk_first(
    txn: &Txn,
    state: &AppState,
    id: PlacementId,
    party: Party,
    by: AccountId,
) -> AppResult<Result<Done, AnswerError>> {
    let now = state.clock.now();
    let mut held = store::hold(txn, id).await?;
    match held.rule.talk_first(party, now) {
        Ok(Done::Now) => {}
        other => return Ok(other),
    }
    store::put_answer(txn, id, party, ProposalAnswer::TalkFirst, by, now).await?;
    let change = said(party, Change::YoungPersonTalk, Change::CompanyTalk);
    history::write(txn, id, change, None, Some(by), now).await?;
    let placement = store::save(txn, held, now, |_| {}).await?;
    super::settle_silence(txn, state, &placement, party).await?;
    let (kind, cause) = (CallKind::TalkFirst, talk(party));
    open_call(txn, state, &placement, kind, &cause, Some(party), "").await?;
    Ok(Ok(Done::Now))
}

/// A no frees the place. The consultant rings and can mend the result; the other side is told kindly.
pub async fn decline(
    txn: &Txn,
    state: &AppState,
    id: PlacementId,
    party: Party,
    by: AccountId,
    why: &str,
) -> AppResult<Result<Done, AnswerError>> {
    let now = state.clock.now();
    let mut held = store::hold(txn, id).await?;
    match held.rule.decline(party, now) {
        Ok(Done::Now) => {}
        other => return Ok(other),
    }
    store::put_answer(txn, id, party, ProposalAnswer::No, by, now).await?;
    let change = said(party, Change::YoungPersonNo, Change::CompanyNo);
    history::write(txn, id, change, Some(why.to_owned()), Some(by), now).await?;
    let placement = store::save(txn, held, now, |_| {}).await?;
    for party in super::BOTH {
        settle_questions(txn, state, &placement, party).await?;
    }
    super::untell(txn, state, &placement).await?;
    let kind = CallKind::ProposalDeclined;
    let words = no_words(txn, &placement, party, why).await?;
    open_call(txn, state, &placement, kind, "declined", None, &words).await?;
    let other = said(party, Party::Company, Party::YoungPerson);
    let link = state.link(&path(id));
    tell::tell(txn, state, &placement, other, "declined", |t| DeclinedMail {
        t,
        is_company: other == Party::Company,
        link: link.clone(),
    })
    .await?;
    Ok(Ok(Done::Now))
}

/// Who said no, and why, for whoever rings.
async fn no_words(
    txn: &Txn,
    placement: &placement::Model,
    party: Party,
    why: &str,
) -> AppResult<String> {
    let owner = account::Entity::find_by_id(placement.consultant_id).one(txn).await?;
    let t = Words(owner.map_or(Language::Danish, |owner| owner.language));
    let who = said(party, t.placements_call_no_young(), t.placements_call_no_company());
    Ok(format!("{who} {why}").trim_end().to_owned())
}

/// After the date an answer counts while the place is free.
async fn is_too_late(txn: &Txn, held: &Held, now: DateTime<Utc>) -> AppResult<bool> {
    let late = held.rule.status == PlacementStatus::Proposed && now > held.row.answer_by;
    Ok(late && !place_is_free(txn, &held.row).await?)
}

/// The list opens, and everybody hears it; the young person's letter holds whom to ring.
async fn agreed(txn: &Txn, state: &AppState, placement: &placement::Model) -> AppResult<()> {
    checklists::open(txn, state, placement).await?;
    follow_ups::schedule(txn, state, placement).await?;
    history::write(txn, placement.id, Change::Agreed, None, None, state.clock.now()).await?;
    let link = state.link(&path(placement.id));
    let message = |t| AgreedMail { t, link: link.clone() };
    tell::tell(txn, state, placement, Party::Company, "agreed", message).await?;
    let people = people::of(txn, placement, state.clock.today()).await?;
    let message = |t| MyPeopleMail { t, link: link.clone(), people: people.lines(t) };
    tell::tell(txn, state, placement, Party::YoungPerson, "agreed", message).await?;
    let message = |t| AssignedMail { t, link: link.clone() };
    people::tell_mentor(txn, state, placement, "agreed", message).await
}

fn said<T>(party: Party, young_person: T, company: T) -> T {
    match party {
        Party::YoungPerson => young_person,
        Party::Company | Party::Consultant => company,
    }
}
