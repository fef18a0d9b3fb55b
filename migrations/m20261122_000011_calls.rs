//! Calls: somebody must ring somebody, by a day. `cause` makes each one once.

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
        let call = Table::create()
            .table("call")
            .col(pk_uuid("id"))
            .col(string("kind"))
            .col(string("cause"))
            .col(uuid("owner_id"))
            .col(uuid_null("young_person_id"))
            .col(uuid_null("company_id"))
            .col(uuid_null("placement_id"))
            .col(uuid_null("event_id"))
            .col(text("words"))
            .col(date("due_on"))
            .col(timestamp_with_time_zone_null("done_at"))
            .col(uuid_null("done_by"))
            .col(text_null("note"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut fk("owner_id", "account"))
            .foreign_key(&mut fk("young_person_id", "young_person"))
            .foreign_key(&mut fk("company_id", "company"))
            .foreign_key(&mut fk("placement_id", "placement"))
            .foreign_key(&mut fk("event_id", "match_event"))
            .foreign_key(&mut fk("done_by", "account"))
            .index(&mut unique("call_cause", ["cause"]))
            .to_owned();
        manager.create_table(call).await?;
        index(manager, "call", "call_owner", ["owner_id", "due_on"]).await?;
        index(manager, "call", "call_young_person", ["young_person_id"]).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("call").to_owned()).await?;
        Ok(())
    }
}
