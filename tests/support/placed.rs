//! Placements in a given state, for the pages that only show them.

use chrono::{Days, Duration};
use omvendt::domain::{AccountId, MentorId, PlacementId, PlacementKind, PlacementStatus};
use omvendt::entities::{mentor, new_id, placement};
use sea_orm::{ActiveModelTrait, Set};

use super::{Company, TestApp, YoungPerson};

impl TestApp {
    /// A clarification placement with the company's mentor; from the moment it is agreed it has dates.
    pub async fn placed(
        &self,
        who: &YoungPerson,
        at: &Company,
        status: PlacementStatus,
    ) -> PlacementId {
        let (now, today) = (self.clock().now(), self.clock().today());
        let dated = status != PlacementStatus::Proposed;
        let row = placement::ActiveModel {
            id: Set(new_id()),
            young_person_id: Set(who.id),
            company_id: Set(at.id),
            place_id: Set(at.clarification),
            kind: Set(PlacementKind::Clarification),
            mentor_id: Set(Some(at.mentor)),
            consultant_id: Set(at.consultant),
            status: Set(status),
            talk_first: Set(false),
            proposed_at: Set(now),
            answer_by: Set(now + Duration::days(9)),
            starts_on: Set(dated.then_some(today)),
            ends_on: Set(dated.then(|| today + Days::new(28))),
            changed_at: Set(now),
            ..Default::default()
        };
        let txn = self.state.write().await.expect("a transaction");
        let row = row.insert(&txn).await.expect("a placement");
        txn.commit().await.expect("a commit");
        row.id
    }

    pub async fn signs_in_as_mentor(&self, mentor: MentorId, account: AccountId) {
        let txn = self.state.write().await.expect("a transaction");
        let row = mentor::ActiveModel {
            id: Set(mentor),
            account_id: Set(Some(account)),
            ..Default::default()
        };
        row.update(&txn).await.expect("a mentor");
        txn.commit().await.expect("a commit");
    }
}
