//! What was changed of an event, a group or a company, from what to what, by whom and when.

use sea_orm_migration::{prelude::*, schema::*};

use super::{fk, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let edit_line = Table::create()
            .table("edit_line")
            .col(pk_uuid("id"))
            .col(uuid("subject_id"))
            .col(string("field"))
            .col(text("before"))
            .col(text("after"))
            .col(uuid("by_account_id"))
            .col(timestamp_with_time_zone("at"))
            .foreign_key(&mut fk("by_account_id", "account"))
            .to_owned();
        manager.create_table(edit_line).await?;
        index(manager, "edit_line", "edit_line_subject", ["subject_id", "at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("edit_line").to_owned()).await
    }
}
