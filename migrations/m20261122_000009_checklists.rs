//! Expectation alignment: items, notes, and who has confirmed what and when.

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
        let checklist_item = Table::create()
            .table("checklist_item")
            .col(pk_uuid("id"))
            .col(uuid("placement_id"))
            .col(string("item"))
            .col(integer("sort"))
            .col(text_null("agreed"))
            .col(text_null("not_relevant_because"))
            .col(integer("revision"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(uuid_null("changed_by"))
            .foreign_key(&mut fk("placement_id", "placement"))
            .foreign_key(&mut fk("changed_by", "account"))
            .index(&mut unique("checklist_item_once", ["placement_id", "item"]))
            .to_owned();
        manager.create_table(checklist_item).await?;
        let checklist_confirmation = Table::create()
            .table("checklist_confirmation")
            .col(pk_uuid("id"))
            .col(uuid("item_id"))
            .col(string("party"))
            .col(integer("revision"))
            .col(uuid("confirmed_by"))
            .col(boolean("together"))
            .col(timestamp_with_time_zone("confirmed_at"))
            .foreign_key(&mut fk("item_id", "checklist_item"))
            .foreign_key(&mut fk("confirmed_by", "account"))
            .index(&mut unique("checklist_confirmation_once", ["item_id", "party"]))
            .to_owned();
        manager.create_table(checklist_confirmation).await?;
        let checklist_note = Table::create()
            .table("checklist_note")
            .col(pk_uuid("id"))
            .col(uuid("item_id"))
            .col(text("words"))
            .col(uuid("written_by"))
            .col(timestamp_with_time_zone("written_at"))
            .foreign_key(&mut fk("item_id", "checklist_item"))
            .foreign_key(&mut fk("written_by", "account"))
            .to_owned();
        manager.create_table(checklist_note).await?;
        index(manager, "checklist_note", "checklist_note_item", ["item_id"]).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("checklist_note").to_owned()).await?;
        manager.drop_table(Table::drop().table("checklist_confirmation").to_owned()).await?;
        manager.drop_table(Table::drop().table("checklist_item").to_owned()).await?;
        Ok(())
    }
}
