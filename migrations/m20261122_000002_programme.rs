//! What the programme keeps itself: settings, lists and the dated rows of laws and agreements.

use sea_orm_migration::{prelude::*, schema::*};

use super::unique;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let setting = Table::create()
            .table("setting")
            .col(pk_uuid("id"))
            .col(string("name"))
            .col(text("value"))
            .index(&mut unique("setting_name", ["name"]))
            .to_owned();
        manager.create_table(setting).await?;
        let holiday = Table::create()
            .table("holiday")
            .col(pk_uuid("id"))
            .col(date("day"))
            .col(string("name_da"))
            .col(string("name_en"))
            .index(&mut unique("holiday_day", ["day"]))
            .to_owned();
        manager.create_table(holiday).await?;
        let requirement = Table::create()
            .table("requirement")
            .col(pk_uuid("id"))
            .col(string("code"))
            .col(string("name_da"))
            .col(string("name_en"))
            .col(timestamp_with_time_zone_null("retired_at"))
            .index(&mut unique("requirement_code", ["code"]))
            .to_owned();
        manager.create_table(requirement).await?;
        let length_rule = Table::create()
            .table("length_rule")
            .col(pk_uuid("id"))
            .col(string("target_group"))
            .col(date("valid_from"))
            .col(date_null("valid_to"))
            .col(integer("longest_weeks"))
            .col(integer("extended_weeks"))
            .col(text("source"))
            .index(&mut unique("length_rule_from", ["target_group", "valid_from"]))
            .to_owned();
        manager.create_table(length_rule).await?;
        let ratio_rule = Table::create()
            .table("ratio_rule")
            .col(pk_uuid("id"))
            .col(date("valid_from"))
            .col(date_null("valid_to"))
            .col(integer("up_to_employees"))
            .col(integer("employees_per_place"))
            .col(integer("employees_per_place_above"))
            .col(integer("at_least"))
            .col(text("source"))
            .index(&mut unique("ratio_rule_from", ["valid_from"]))
            .to_owned();
        manager.create_table(ratio_rule).await?;
        let follow_up_rule = Table::create()
            .table("follow_up_rule")
            .col(pk_uuid("id"))
            .col(string("kind"))
            .col(string("step"))
            .col(date("valid_from"))
            .col(date_null("valid_to"))
            .col(string("anchor"))
            .col(integer("days"))
            .col(string("form"))
            .col(string("attends"))
            .col(integer("minutes"))
            .index(&mut unique("follow_up_rule_step", ["kind", "step", "valid_from"]))
            .to_owned();
        manager.create_table(follow_up_rule).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("follow_up_rule").to_owned()).await?;
        manager.drop_table(Table::drop().table("ratio_rule").to_owned()).await?;
        manager.drop_table(Table::drop().table("length_rule").to_owned()).await?;
        manager.drop_table(Table::drop().table("requirement").to_owned()).await?;
        manager.drop_table(Table::drop().table("holiday").to_owned()).await?;
        manager.drop_table(Table::drop().table("setting").to_owned()).await?;
        Ok(())
    }
}
