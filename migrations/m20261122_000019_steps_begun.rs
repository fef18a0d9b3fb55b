//! When each step of a day really began, whatever the run sheet had planned; empty for what has not.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let began_at = timestamp_with_time_zone_null("began_at");
        let mut alter = Table::alter();
        manager.alter_table(alter.table("run_sheet_step").add_column(began_at).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut alter = Table::alter();
        manager.alter_table(alter.table("run_sheet_step").drop_column("began_at").to_owned()).await
    }
}
