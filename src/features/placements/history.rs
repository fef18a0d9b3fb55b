//! What has happened with a placement, one line a change, for everybody whose business it is.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set};

use crate::domain::{AccountId, PlacementId};
use crate::entities::{new_id, placement_history};
use crate::features::checklists::access::Viewer;
use crate::state::Txn;
use crate::web::AppResult;
use crate::words::Words;

macro_rules! changes {
    ($($variant:ident = $text:literal => $words:ident),+ $(,)?) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Change { $($variant),+ }

        impl Change {
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            fn of(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }

            pub fn words(self, t: Words) -> String {
                match self { $(Self::$variant => t.$words()),+ }
            }
        }
    };
}

changes! {
    Proposed = "proposed" => placements_history_proposed,
    YoungPersonYes = "young_person_yes" => placements_history_young_person_yes,
    CompanyYes = "company_yes" => placements_history_company_yes,
    YoungPersonTalk = "young_person_talk" => placements_history_young_person_talk,
    CompanyTalk = "company_talk" => placements_history_company_talk,
    YoungPersonNo = "young_person_no" => placements_history_young_person_no,
    CompanyNo = "company_no" => placements_history_company_no,
    Reminded = "reminded" => placements_history_reminded,
    YoungPersonSilent = "young_person_silent" => placements_history_young_person_silent,
    CompanySilent = "company_silent" => placements_history_company_silent,
    Agreed = "agreed" => placements_history_agreed,
    Withdrawn = "withdrawn" => placements_history_withdrawn,
    Dates = "dates" => placements_history_dates,
    Extended = "extended" => placements_history_extended,
    Assessed = "assessed" => placements_history_assessed,
    Granted = "granted" => placements_history_granted,
    Voice = "voice" => placements_history_voice,
    Started = "started" => placements_history_started,
    Ended = "ended" => placements_history_ended,
    Switched = "switched" => placements_history_switched,
    Outcome = "outcome" => placements_history_outcome,
    Disclosed = "disclosed" => placements_history_disclosed,
    TakenBack = "taken_back" => placements_history_taken_back,
    Observed = "observed" => placements_history_observed,
    Mentor = "mentor" => placements_history_mentor,
    HandedOver = "handed_over" => placements_history_handed_over,
}

impl Change {
    /// Silence is for the consultant to mend, and a reason put better changes nothing for the others. What the young
    /// person shows or takes back, and what it led to afterwards, is not the company's to follow.
    fn is_for(self, viewer: Viewer) -> bool {
        match self {
            Self::Reminded | Self::YoungPersonSilent | Self::CompanySilent | Self::Assessed => {
                viewer.is_consultant()
            }
            Self::Disclosed | Self::TakenBack | Self::Outcome => !viewer.is_at_work(),
            _ => true,
        }
    }
}

pub async fn write(
    txn: &Txn,
    placement: PlacementId,
    change: Change,
    note: Option<String>,
    by: Option<AccountId>,
    at: DateTime<Utc>,
) -> AppResult<()> {
    let row = placement_history::ActiveModel {
        id: Set(new_id()),
        placement_id: Set(placement),
        what: Set(change.as_str().to_owned()),
        note: Set(note.filter(|note| !note.is_empty())),
        by_account_id: Set(by),
        at: Set(at),
    };
    placement_history::Entity::insert(row).exec_without_returning(txn).await?;
    Ok(())
}

/// Whether the last reason for a longer placement that was written down is this one.
pub async fn is_assessed(txn: &Txn, placement: PlacementId, reason: &str) -> AppResult<bool> {
    let assessed = [Change::Extended, Change::Assessed];
    let last = placement_history::Entity::find()
        .filter(placement_history::Column::PlacementId.eq(placement))
        .filter(placement_history::Column::What.is_in(assessed.map(Change::as_str)))
        .order_by_desc(placement_history::Column::At)
        .order_by_desc(placement_history::Column::Id)
        .one(txn)
        .await?;
    Ok(last.and_then(|row| row.note).as_deref() == Some(reason))
}

/// Which reminders and calls these proposals have had.
pub async fn asked(
    db: &impl ConnectionTrait,
    placements: Vec<PlacementId>,
) -> AppResult<Vec<(PlacementId, Change)>> {
    let asked = [Change::Reminded, Change::YoungPersonSilent, Change::CompanySilent];
    let rows = placement_history::Entity::find()
        .filter(placement_history::Column::PlacementId.is_in(placements))
        .filter(placement_history::Column::What.is_in(asked.map(Change::as_str)))
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| Some((row.placement_id, Change::of(&row.what)?)))
        .collect())
}

pub struct Line {
    pub change: Change,
    /// People write freely here, so it is for the consultants; what was shown is for the young person too.
    pub note: String,
    pub by: Option<AccountId>,
    pub at: DateTime<Utc>,
}

impl Line {
    /// What was shown or taken back is kept by its code.
    pub fn note_words(&self, t: Words) -> String {
        match self.change {
            Change::Disclosed | Change::TakenBack if !self.note.is_empty() => {
                t.kind("disclosure-item", &self.note)
            }
            _ => self.note.clone(),
        }
    }
}

/// What the viewer may follow, newest first.
pub async fn read(
    db: &impl ConnectionTrait,
    placement: PlacementId,
    viewer: Viewer,
) -> AppResult<Vec<Line>> {
    let rows = placement_history::Entity::find()
        .filter(placement_history::Column::PlacementId.eq(placement))
        .order_by_desc(placement_history::Column::At)
        .order_by_desc(placement_history::Column::Id)
        .all(db)
        .await?;
    let line = |row: placement_history::Model| {
        let change = Change::of(&row.what).filter(|change| change.is_for(viewer))?;
        let readable =
            viewer.is_consultant() || matches!(change, Change::Disclosed | Change::TakenBack);
        let note = row.note.filter(|_| readable).unwrap_or_default();
        Some(Line { change, note, by: row.by_account_id, at: row.at })
    };
    Ok(rows.into_iter().filter_map(line).collect())
}
