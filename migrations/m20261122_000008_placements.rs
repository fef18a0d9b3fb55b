//! Placements from proposal to outcome, what was said on the way, and what the company may know.

use sea_orm_migration::{prelude::*, schema::*};

use super::{fk, index, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let placement = Table::create()
            .table("placement")
            .col(pk_uuid("id"))
            .col(uuid_null("event_id"))
            .col(uuid_null("run_id"))
            .col(uuid("young_person_id"))
            .col(uuid("company_id"))
            .col(uuid("place_id"))
            .col(string("kind"))
            .col(uuid_null("mentor_id"))
            .col(uuid("consultant_id"))
            .col(string("status"))
            .col(boolean("talk_first"))
            .col(timestamp_with_time_zone("proposed_at"))
            .col(timestamp_with_time_zone("answer_by"))
            .col(date_null("starts_on"))
            .col(date_null("ends_on"))
            .col(integer_null("hours_per_week"))
            .col(date_null("granted_on"))
            .col(string_null("voice_name"))
            .col(date_null("voice_heard_on"))
            .col(timestamp_with_time_zone_null("agreed_at"))
            .col(timestamp_with_time_zone_null("started_at"))
            .col(timestamp_with_time_zone_null("ended_at"))
            .col(date_null("ended_on"))
            .col(string_null("end_kind"))
            .col(string_null("end_reason"))
            .col(text_null("end_note"))
            .col(uuid_null("switched_to"))
            .col(timestamp_with_time_zone("changed_at"))
            .foreign_key(&mut fk("event_id", "match_event"))
            .foreign_key(&mut fk("run_id", "matching_run"))
            .foreign_key(&mut fk("young_person_id", "young_person"))
            .foreign_key(&mut fk("company_id", "company"))
            .foreign_key(&mut fk("place_id", "place"))
            .foreign_key(&mut fk("mentor_id", "mentor"))
            .foreign_key(&mut fk("consultant_id", "account"))
            .foreign_key(&mut fk("switched_to", "placement"))
            .to_owned();
        manager.create_table(placement).await?;
        index(manager, "placement", "placement_person", ["young_person_id"]).await?;
        index(manager, "placement", "placement_company", ["company_id"]).await?;
        index(manager, "placement", "placement_event", ["event_id"]).await?;
        index(manager, "placement", "placement_status", ["status"]).await?;
        let placement_answer = Table::create()
            .table("placement_answer")
            .col(pk_uuid("id"))
            .col(uuid("placement_id"))
            .col(string("party"))
            .col(string("answer"))
            .col(uuid("answered_by"))
            .col(timestamp_with_time_zone("answered_at"))
            .foreign_key(&mut fk("placement_id", "placement"))
            .foreign_key(&mut fk("answered_by", "account"))
            .index(&mut unique("placement_answer_once", ["placement_id", "party"]))
            .to_owned();
        manager.create_table(placement_answer).await?;
        let placement_history = Table::create()
            .table("placement_history")
            .col(pk_uuid("id"))
            .col(uuid("placement_id"))
            .col(string("what"))
            .col(text_null("note"))
            .col(uuid_null("by_account_id"))
            .col(timestamp_with_time_zone("at"))
            .foreign_key(&mut fk("placement_id", "placement"))
            .foreign_key(&mut fk("by_account_id", "account"))
            .to_owned();
        manager.create_table(placement_history).await?;
        index(manager, "placement_history", "placement_history_placement", ["placement_id"])
            .await?;
        let disclosure = Table::create()
            .table("disclosure")
            .col(pk_uuid("id"))
            .col(uuid("placement_id"))
            .col(string("item"))
            .col(text_null("words"))
            .col(timestamp_with_time_zone("given_at"))
            .col(timestamp_with_time_zone_null("withdrawn_at"))
            .foreign_key(&mut fk("placement_id", "placement"))
            .index(&mut unique("disclosure_once", ["placement_id", "item"]))
            .to_owned();
        manager.create_table(disclosure).await?;
        let outcome = Table::create()
            .table("outcome")
            .col(pk_uuid("id"))
            .col(uuid("placement_id"))
            .col(uuid("young_person_id"))
            .col(string("kind"))
            .col(date("noted_on"))
            .col(text_null("note"))
            .col(uuid("noted_by"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut fk("placement_id", "placement"))
            .foreign_key(&mut fk("young_person_id", "young_person"))
            .foreign_key(&mut fk("noted_by", "account"))
            .to_owned();
        manager.create_table(outcome).await?;
        index(manager, "outcome", "outcome_placement", ["placement_id"]).await?;
        let observation = Table::create()
            .table("observation")
            .col(pk_uuid("id"))
            .col(uuid("placement_id"))
            .col(uuid("by_account_id"))
            .col(date("on"))
            .col(string_null("meets"))
            .col(string_null("contributes"))
            .col(string_null("belongs"))
            .col(text("words"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut fk("placement_id", "placement"))
            .foreign_key(&mut fk("by_account_id", "account"))
            .to_owned();
        manager.create_table(observation).await?;
        index(manager, "observation", "observation_placement", ["placement_id"]).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("observation").to_owned()).await?;
        manager.drop_table(Table::drop().table("outcome").to_owned()).await?;
        manager.drop_table(Table::drop().table("disclosure").to_owned()).await?;
        manager.drop_table(Table::drop().table("placement_history").to_owned()).await?;
        manager.drop_table(Table::drop().table("placement_answer").to_owned()).await?;
        manager.drop_table(Table::drop().table("placement").to_owned()).await?;
        Ok(())
    }
}
