//! Whom an event has reminded of its places is known from the causes of the mails, one for each member.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::timestamp_with_time_zone_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let dropped = Table::alter().table("match_event").drop_column("places_reminded_at").take();
        manager.alter_table(dropped).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let added = Table::alter()
            .table("match_event")
            .add_column(timestamp_with_time_zone_null("places_reminded_at"))
            .take();
        manager.alter_table(added).await
    }
}
