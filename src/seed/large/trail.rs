//! The lines that each placement leaves behind: answers, history, observations, what was shown, outcomes.

use chrono::{DateTime, Duration, Utc};

use super::crowd::Crowd;
use super::placements::Story;
use super::rows::insert;
use crate::domain::{AccountId, DisclosureItem, Party, PlacementStatus, ProposalAnswer};
use crate::entities::{disclosure, observation, outcome, placement_answer, placement_history};
use crate::features::placements::history::Change;
use crate::state::Txn;
use crate::web::AppResult;

#[derive(Default)]
pub struct Trail {
    answers: Vec<placement_answer::Model>,
    history: Vec<placement_history::Model>,
    observations: Vec<observation::Model>,
    disclosures: Vec<disclosure::Model>,
    outcomes: Vec<outcome::Model>,
}

impl Trail {
    pub async fn insert(self, txn: &Txn) -> AppResult<()> {
        insert(txn, self.answers).await?;
        insert(txn, self.history).await?;
        insert(txn, self.observations).await?;
        insert(txn, self.disclosures).await?;
        insert(txn, self.outcomes).await
    }
}

pub fn of(crowd: &mut Crowd, story: &Story, trail: &mut Trail) {
    let (row, proposed) = (&story.row, story.row.proposed_at);
    let person = crowd.people[story.person].account;
    let company = crowd.companies[story.company].contact;
    happened(crowd, story, Change::Proposed, None, proposed, trail);
    let (theirs, its) = match row.status {
        PlacementStatus::Proposed => match crowd.chance.below(3) {
            0 => (Some(ProposalAnswer::Yes), None),
            1 => (None, Some(ProposalAnswer::Yes)),
            _ => (None, None),
        },
        PlacementStatus::Declined => (Some(ProposalAnswer::No), Some(ProposalAnswer::Yes)),
        PlacementStatus::Withdrawn => (None, None),
        _ => (Some(ProposalAnswer::Yes), Some(ProposalAnswer::Yes)),
    };
    let at = proposed + Duration::days(1);
    for (party, by, said) in [(Party::YoungPerson, person, theirs), (Party::Company, company, its)]
    {
        let Some(answer) = said else { continue };
        trail.answers.push(placement_answer::Model {
            id: crowd.ids.next(),
            placement_id: row.id,
            party,
            answer,
            answered_by: by,
            answered_at: at,
        });
        let change = match (party, answer) {
            (Party::YoungPerson, ProposalAnswer::No) => Change::YoungPersonNo,
            (Party::YoungPerson, _) => Change::YoungPersonYes,
            _ => Change::CompanyYes,
        };
        happened(crowd, story, change, Some(by), at, trail);
    }
    let consultant = Some(row.consultant_id);
    if row.status == PlacementStatus::Withdrawn {
        happened(crowd, story, Change::Withdrawn, consultant, at, trail);
    }
    let Some(agreed) = row.agreed_at else { return };
    happened(crowd, story, Change::Agreed, None, agreed, trail);
    for change in [Change::Dates, Change::Granted, Change::Voice] {
        happened(crowd, story, change, consultant, agreed, trail);
    }
    if crowd.chance.percent(40) {
        trail.disclosures.push(disclosure::Model {
            id: crowd.ids.next(),
            placement_id: row.id,
            item: DisclosureItem::Goal,
            words: None,
            given_at: agreed,
            withdrawn_at: None,
        });
    }
    let Some(started) = row.started_at else { return };
    happened(crowd, story, Change::Started, consultant, started, trail);
    observed(crowd, story, started, trail);
    let (Some(ended), Some(on), Some(kind)) = (row.ended_at, row.ended_on, story.outcome) else {
        return;
    };
    happened(crowd, story, Change::Ended, consultant, ended, trail);
    let noted = ended + Duration::days(7);
    if noted < crowd.now {
        trail.outcomes.push(outcome::Model {
            id: crowd.ids.next(),
            placement_id: row.id,
            young_person_id: row.young_person_id,
            kind,
            noted_on: on + Duration::days(7),
            note: None,
            noted_by: row.consultant_id,
            created_at: noted,
        });
        happened(crowd, story, Change::Outcome, consultant, noted, trail);
    }
}

fn happened(
    crowd: &mut Crowd,
    story: &Story,
    change: Change,
    by: Option<AccountId>,
    at: DateTime<Utc>,
    trail: &mut Trail,
) {
    trail.history.push(placement_history::Model {
        id: crowd.ids.next(),
        placement_id: story.row.id,
        what: change.as_str().to_owned(),
        note: None,
        by_account_id: by,
        at,
    });
}

/// A mentor who signs in writes every other week.
fn observed(crowd: &mut Crowd, story: &Story, started: DateTime<Utc>, trail: &mut Trail) {
    let Some(by) = story.observer else { return };
    for week in [1, 3, 5] {
        let at = started + Duration::weeks(week);
        if at >= story.row.ended_at.unwrap_or(crowd.now) {
            return;
        }
        trail.observations.push(observation::Model {
            id: crowd.ids.next(),
            placement_id: story.row.id,
            by_account_id: by,
            on: at.date_naive(),
            meets: Some("yes".into()),
            contributes: Some("mostly".into()),
            belongs: Some("yes".into()),
            words: "Det går den rigtige vej. Vi talte om, hvad der er det næste.".into(),
            created_at: at,
        });
        happened(crowd, story, Change::Observed, Some(by), at, trail);
    }
}
