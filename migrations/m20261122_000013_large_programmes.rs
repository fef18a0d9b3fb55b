//! What lists and figures of a programme of thousands are read by.

use sea_orm_migration::prelude::*;

use super::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Lists of people are read in the order of their names, a page of them at a time.
        index(manager, "account", "account_role_name", ["role", "name", "id"]).await?;
        index(manager, "account", "account_name", ["name", "id"]).await?;
        index(manager, "account", "account_deputy", ["deputy_id"]).await?;
        let newcomers = ["last_signed_in_at", "disabled_at", "email_folded"];
        index(manager, "account", "account_newcomers", newcomers).await?;
        index(manager, "account", "account_disabled", ["disabled_at"]).await?;
        index(manager, "young_person", "young_person_left", ["left_at", "purpose"]).await?;
        index(manager, "youth_group", "youth_group_open_name", ["closed_at", "name"]).await?;
        index(manager, "call", "call_due", ["done_at", "due_on"]).await?;
        index(manager, "placement", "placement_proposed", ["proposed_at"]).await?;
        index(manager, "placement", "placement_kind", ["kind", "proposed_at"]).await?;
        index(manager, "placement", "placement_consultant", ["consultant_id", "status"]).await?;
        index(manager, "placement", "placement_mentor", ["mentor_id"]).await?;
        // The figures: each count finds all that it looks at in its index.
        let came = ["event_id", "invited_at", "came_at"];
        index(manager, "event_young_person", "event_young_person_came", came).await?;
        let got = ["event_id", "rank", "place_id"];
        index(manager, "match_outcome", "match_outcome_got", got).await?;
        index(manager, "placement", "placement_starts", ["starts_on", "started_at"]).await?;
        let ended = ["ended_on", "end_kind", "end_reason", "id"];
        index(manager, "placement", "placement_ended", ended).await?;
        index(manager, "outcome", "outcome_noted", ["noted_on", "kind"]).await?;
        let latest = ["placement_id", "noted_on", "created_at", "kind"];
        index(manager, "outcome", "outcome_latest", latest).await?;
        index(manager, "match_outcome", "match_outcome_person", ["young_person_id"]).await?;
        index(manager, "mail", "mail_status", ["status", "id"]).await?;
        let steps = ["by_account_id", "next_step_done_at", "next_step_on"];
        index(manager, "company_note", "company_note_steps", steps).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, table) in [
            ("company_note_steps", "company_note"),
            ("mail_status", "mail"),
            ("match_outcome_person", "match_outcome"),
            ("outcome_latest", "outcome"),
            ("outcome_noted", "outcome"),
            ("match_outcome_got", "match_outcome"),
            ("event_young_person_came", "event_young_person"),
            ("placement_ended", "placement"),
            ("placement_starts", "placement"),
            ("placement_mentor", "placement"),
            ("placement_consultant", "placement"),
            ("placement_kind", "placement"),
            ("placement_proposed", "placement"),
            ("call_due", "call"),
            ("youth_group_open_name", "youth_group"),
            ("young_person_left", "young_person"),
            ("account_disabled", "account"),
            ("account_newcomers", "account"),
            ("account_deputy", "account"),
            ("account_name", "account"),
            ("account_role_name", "account"),
        ] {
            manager.drop_index(Index::drop().name(name).table(table).to_owned()).await?;
        }
        Ok(())
    }
}
