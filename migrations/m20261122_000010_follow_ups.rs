//! Days on which somebody asks how a placement is going; `done_at` is empty until they have.

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
        let follow_up = Table::create()
            .table("follow_up")
            .col(pk_uuid("id"))
            .col(uuid("placement_id"))
            .col(uuid("owner_id"))
            .col(string("step"))
            .col(text("merged_steps"))
            .col(date("due_on"))
            .col(date("planned_on"))
            .col(string("form"))
            .col(string("attends"))
            .col(integer("minutes"))
            .col(boolean("moved_by_hand"))
            .col(timestamp_with_time_zone_null("dropped_at"))
            .col(timestamp_with_time_zone_null("done_at"))
            .col(uuid_null("done_by"))
            .col(text_null("said"))
            .col(text_null("next_step"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut fk("placement_id", "placement"))
            .foreign_key(&mut fk("owner_id", "account"))
            .foreign_key(&mut fk("done_by", "account"))
            .index(&mut unique("one_per_step", ["placement_id", "step"]))
            .to_owned();
        manager.create_table(follow_up).await?;
        // The boards read what is open, day by day, and count it: for one owner, and for the team.
        let open = ["done_at", "dropped_at", "due_on", "owner_id"];
        index(manager, "follow_up", "follow_up_open", open).await?;
        let own = ["owner_id", "done_at", "dropped_at", "due_on"];
        index(manager, "follow_up", "follow_up_owner", own).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("follow_up").to_owned()).await?;
        Ok(())
    }
}
