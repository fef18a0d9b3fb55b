//! Every run of the matching engine, the consultants' adjustments, and the published outcomes.

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
        let adjustment = Table::create()
            .table("adjustment")
            .col(pk_uuid("id"))
            .col(uuid("event_id"))
            .col(uuid("young_person_id"))
            .col(string("kind"))
            .col(uuid("company_id"))
            .col(uuid_null("place_id"))
            .col(text("reason"))
            .col(uuid("made_by"))
            .col(timestamp_with_time_zone("made_at"))
            .col(uuid_null("removed_by"))
            .col(timestamp_with_time_zone_null("removed_at"))
            .col(text_null("removed_because"))
            .foreign_key(&mut fk("event_id", "match_event"))
            .foreign_key(&mut fk("young_person_id", "young_person"))
            .foreign_key(&mut fk("company_id", "company"))
            .foreign_key(&mut fk("place_id", "place"))
            .foreign_key(&mut fk("made_by", "account"))
            .foreign_key(&mut fk("removed_by", "account"))
            .to_owned();
        manager.create_table(adjustment).await?;
        index(manager, "adjustment", "adjustment_event", ["event_id"]).await?;
        let matching_run = Table::create()
            .table("matching_run")
            .col(pk_uuid("id"))
            .col(uuid("event_id"))
            .col(string("objective"))
            .col(string("status"))
            .col(text("instance"))
            .col(text_null("solution"))
            .col(text_null("comparison"))
            .col(text_null("failure"))
            .col(uuid("started_by"))
            .col(timestamp_with_time_zone("started_at"))
            .col(timestamp_with_time_zone_null("finished_at"))
            .col(timestamp_with_time_zone_null("published_at"))
            .col(uuid_null("published_by"))
            .col(uuid_null("repairs"))
            .foreign_key(&mut fk("event_id", "match_event"))
            .foreign_key(&mut fk("started_by", "account"))
            .foreign_key(&mut fk("published_by", "account"))
            .to_owned();
        manager.create_table(matching_run).await?;
        index(manager, "matching_run", "matching_run_event", ["event_id"]).await?;
        let match_outcome = Table::create()
            .table("match_outcome")
            .col(pk_uuid("id"))
            .col(uuid("event_id"))
            .col(uuid("run_id"))
            .col(uuid("young_person_id"))
            .col(uuid_null("place_id"))
            .col(integer_null("rank"))
            .col(text("reason"))
            .col(timestamp_with_time_zone_null("told_at"))
            .col(uuid_null("told_by"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut fk("event_id", "match_event"))
            .foreign_key(&mut fk("run_id", "matching_run"))
            .foreign_key(&mut fk("young_person_id", "young_person"))
            .foreign_key(&mut fk("place_id", "place"))
            .foreign_key(&mut fk("told_by", "account"))
            .index(&mut unique("match_outcome_once", ["event_id", "young_person_id"]))
            .to_owned();
        manager.create_table(match_outcome).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("match_outcome").to_owned()).await?;
        manager.drop_table(Table::drop().table("matching_run").to_owned()).await?;
        manager.drop_table(Table::drop().table("adjustment").to_owned()).await?;
        Ok(())
    }
}
