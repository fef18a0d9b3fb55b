//! Placements that are followed, and their days.

use omvendt::domain::{EndKind, EndReason, PlacementId, Role};
use omvendt::entities::follow_up;
use omvendt::features::follow_ups;
use omvendt::features::placements::{self, NewEnd};

use super::{Browser, TestApp};

impl TestApp {
    /// Mia at Bager Buhl, agreed for these days; her consultant is Sofie.
    pub async fn followed(&self, starts_on: &str, ends_on: &str) -> PlacementId {
        let mia = self.young_person("Mia").await;
        let company = self.company("Bager Buhl").await;
        let id = self.agreed_placement(&mia, &company).await;
        self.follow(id, starts_on, ends_on).await;
        id
    }

    /// Sets the days, and fits the follow-ups to them.
    pub async fn follow(&self, id: PlacementId, starts_on: &str, ends_on: &str) {
        self.dates(id, starts_on.parse().expect("a day"), ends_on.parse().expect("a day")).await;
        self.schedule(id).await;
    }

    pub async fn schedule(&self, id: PlacementId) {
        let row = self.placement(id).await;
        let txn = self.state.write().await.expect("a transaction");
        follow_ups::schedule(&txn, &self.state, &row).await.expect("follow-ups");
        txn.commit().await.expect("a commit");
    }

    /// Each step that stands with its day, in their order.
    pub async fn days(&self, id: PlacementId) -> Vec<(String, String)> {
        let rows = follow_ups::of_placement(&self.state.db.read, id).await.expect("follow-ups");
        rows.into_iter().map(|row| (row.step, row.due_on.to_string())).collect()
    }

    pub async fn step(&self, id: PlacementId, step: &str) -> follow_up::Model {
        let found = follow_ups::of_step(&self.state.db.read, id, step).await.expect("a look-up");
        found.unwrap_or_else(|| panic!("there is no {step}"))
    }

    /// The page of a step.
    pub async fn step_page(&self, id: PlacementId, step: &str) -> String {
        follow_ups::path(self.step(id, step).await.id)
    }

    pub async fn ends_early(&self, id: PlacementId, reason: EndReason) {
        let on = self.clock().today();
        let new = NewEnd { kind: EndKind::Early, reason: Some(reason), on, note: String::new() };
        let by = self.sofie().await;
        let txn = self.state.write().await.expect("a transaction");
        let ended = placements::end(&txn, &self.state, id, new, by).await;
        ended.expect("a database").expect("an end");
        txn.commit().await.expect("a commit");
        self.schedule(id).await;
    }

    /// Noon in Denmark on this day, in winter.
    pub fn noon(&self, day: &str) {
        self.clock().set(format!("{day}T11:00:00Z").parse().expect("an instant"));
    }

    pub async fn manager(&self) -> Browser {
        let account = self.account(Role::Manager, "Birgit").await;
        self.signed_in(account).await
    }
}
