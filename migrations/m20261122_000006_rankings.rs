//! What a young person wants: favourites, a draft kept as they go, and the saved ranking.

use sea_orm_migration::{prelude::*, schema::*};

use super::{fk, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let favourite = Table::create()
            .table("favourite")
            .col(pk_uuid("id"))
            .col(uuid("event_id"))
            .col(uuid("young_person_id"))
            .col(uuid("company_id"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut fk("event_id", "match_event"))
            .foreign_key(&mut fk("young_person_id", "young_person"))
            .foreign_key(&mut fk("company_id", "company"))
            .index(&mut unique("favourite_once", ["event_id", "young_person_id", "company_id"]))
            .to_owned();
        manager.create_table(favourite).await?;
        let ranking = Table::create()
            .table("ranking")
            .col(pk_uuid("id"))
            .col(uuid("event_id"))
            .col(uuid("young_person_id"))
            .col(string("stage"))
            .col(timestamp_with_time_zone("saved_at"))
            .col(uuid("saved_by"))
            .col(boolean("together"))
            .foreign_key(&mut fk("event_id", "match_event"))
            .foreign_key(&mut fk("young_person_id", "young_person"))
            .foreign_key(&mut fk("saved_by", "account"))
            .index(&mut unique("ranking_stage", ["event_id", "young_person_id", "stage"]))
            .to_owned();
        manager.create_table(ranking).await?;
        let ranking_choice = Table::create()
            .table("ranking_choice")
            .col(pk_uuid("id"))
            .col(uuid("ranking_id"))
            .col(uuid("company_id"))
            .col(integer_null("position"))
            .col(boolean("no_thanks"))
            .foreign_key(&mut fk("ranking_id", "ranking"))
            .foreign_key(&mut fk("company_id", "company"))
            .index(&mut unique("ranking_choice_once", ["ranking_id", "company_id"]))
            .to_owned();
        manager.create_table(ranking_choice).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("ranking_choice").to_owned()).await?;
        manager.drop_table(Table::drop().table("ranking").to_owned()).await?;
        manager.drop_table(Table::drop().table("favourite").to_owned()).await?;
        Ok(())
    }
}
