//! A proposal: somebody and a place, for both to answer.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, EntityTrait, QuerySelect, Set};

use super::{open_call, talk, tell_both};
use crate::domain::{
    AccountId, CallKind, CompanyId, MatchEventId, MatchingRunId, MentorId, Party, PlaceId,
    PlacementId, PlacementKind, PlacementStatus, YoungPersonId,
};
use crate::entities::{company, new_id, placement};
use crate::features::placements::history::{self, Change};
use crate::features::placements::mail::ProposalMail;
use crate::features::placements::path;
use crate::state::{AppState, Txn};
use crate::web::AppResult;

#[derive(Clone, Debug)]
pub struct NewProposal {
    pub event: Option<MatchEventId>,
    pub run: Option<MatchingRunId>,
    pub young_person: YoungPersonId,
    pub company: CompanyId,
    pub place: PlaceId,
    pub kind: PlacementKind,
    pub mentor: Option<MentorId>,
    pub consultant: AccountId,
    /// The company has asked to talk before it says yes.
    pub talk_first: bool,
    pub answer_by: DateTime<Utc>,
}

/// Makes the proposal. Those of a run are told with the run's result, once for each person; any other tells
/// both sides itself. The company is locked, so that of two who want its last place the second sees the first.
pub async fn propose(txn: &Txn, state: &AppState, new: NewProposal) -> AppResult<PlacementId> {
    let now = state.clock.now();
    company::Entity::find_by_id(new.company).lock_exclusive().one(txn).await?;
    let row = placement::ActiveModel {
        id: Set(new_id()),
        event_id: Set(new.event),
        run_id: Set(new.run),
        young_person_id: Set(new.young_person),
        company_id: Set(new.company),
        place_id: Set(new.place),
        kind: Set(new.kind),
        mentor_id: Set(new.mentor),
        consultant_id: Set(new.consultant),
        status: Set(PlacementStatus::Proposed),
        talk_first: Set(new.talk_first),
        proposed_at: Set(now),
        answer_by: Set(new.answer_by),
        changed_at: Set(now),
        ..Default::default()
    };
    let placement = row.insert(txn).await?;
    history::write(txn, placement.id, Change::Proposed, None, None, now).await?;
    if placement.talk_first {
        let company = Party::Company;
        let (kind, cause) = (CallKind::TalkFirst, talk(company));
        open_call(txn, state, &placement, kind, &cause, Some(company), "").await?;
    }
    if placement.run_id.is_none() {
        let link = state.link(&path(placement.id));
        let by = placement.answer_by;
        tell_both(txn, state, &placement, "proposed", |t| ProposalMail {
            t,
            answer_by: t.moment(by),
            link: link.clone(),
        })
        .await?;
    }
    Ok(placement.id)
}
