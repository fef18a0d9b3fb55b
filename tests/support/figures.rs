//! What a month leaves behind for the figures to count.

use omvendt::domain::{MatchingRunId, OutcomeKind, PlacementId, RankingStage, RunStatus};
use omvendt::entities::{
    event_young_person, match_outcome, matching_run, new_id, outcome, ranking,
};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};

use super::{MatchEvent, TestApp, YoungPerson};

impl TestApp {
    /// A run of the match, so that results can be its.
    pub async fn run_of(&self, event: &MatchEvent) -> MatchingRunId {
        let (id, now) = (new_id::<MatchingRunId>(), self.clock().now());
        let by = self.sofie().await;
        let txn = self.state.write().await.expect("a transaction");
        let row = matching_run::ActiveModel {
            id: Set(id),
            event_id: Set(event.id),
            objective: Set("greedy_generous".into()),
            status: Set(RunStatus::Done),
            instance: Set("{}".into()),
            started_by: Set(by),
            started_at: Set(now),
            ..Default::default()
        };
        row.insert(&txn).await.expect("a run");
        txn.commit().await.expect("a commit");
        id
    }

    /// The person came, ranked, and got their choice of this rank, or no place.
    pub async fn came_and_got(
        &self,
        run: MatchingRunId,
        event: &MatchEvent,
        person: &YoungPerson,
        rank: Option<i32>,
    ) {
        let now = self.clock().now();
        let txn = self.state.write().await.expect("a transaction");
        event_young_person::Entity::update_many()
            .col_expr(event_young_person::Column::CameAt, Expr::value(now))
            .filter(event_young_person::Column::EventId.eq(event.id))
            .filter(event_young_person::Column::YoungPersonId.eq(person.id))
            .exec(&txn)
            .await
            .expect("a line");
        let saved = ranking::ActiveModel {
            id: Set(new_id()),
            event_id: Set(event.id),
            young_person_id: Set(person.id),
            stage: Set(RankingStage::Saved),
            saved_at: Set(now),
            saved_by: Set(person.account),
            together: Set(false),
        };
        saved.insert(&txn).await.expect("a ranking");
        let place = event.companies.first().map(|company| company.place);
        let result = match_outcome::ActiveModel {
            id: Set(new_id()),
            event_id: Set(event.id),
            run_id: Set(run),
            young_person_id: Set(person.id),
            place_id: Set(place.filter(|_| rank.is_some())),
            rank: Set(rank),
            reason: Set("{}".into()),
            drawn: Set(None),
            told_at: Set(None),
            told_by: Set(None),
            created_at: Set(now),
        };
        result.insert(&txn).await.expect("a result");
        txn.commit().await.expect("a commit");
    }

    pub async fn led_to(&self, placement: PlacementId, kind: OutcomeKind) {
        let of = self.placement(placement).await;
        let txn = self.state.write().await.expect("a transaction");
        let row = outcome::ActiveModel {
            id: Set(new_id()),
            placement_id: Set(placement),
            young_person_id: Set(of.young_person_id),
            kind: Set(kind),
            noted_on: Set(self.clock().today()),
            note: Set(None),
            noted_by: Set(of.consultant_id),
            created_at: Set(self.clock().now()),
        };
        row.insert(&txn).await.expect("an outcome");
        txn.commit().await.expect("a commit");
    }
}
