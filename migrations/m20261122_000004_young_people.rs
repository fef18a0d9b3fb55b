//! Young people: how to reach them, their group and people, and where they want to go.

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
        let youth_group = Table::create()
            .table("youth_group")
            .col(pk_uuid("id"))
            .col(string("name"))
            .col(uuid("leader_id"))
            .col(string("meets"))
            .col(timestamp_with_time_zone_null("closed_at"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut fk("leader_id", "account"))
            .to_owned();
        manager.create_table(youth_group).await?;
        let young_person = Table::create()
            .table("young_person")
            .col(pk_uuid("id"))
            .col(uuid("account_id"))
            .col(uuid("group_id"))
            .col(uuid("consultant_id"))
            .col(string("purpose"))
            .col(text("goal"))
            .col(string("target_group"))
            .col(string_null("case_reference"))
            .col(timestamp_with_time_zone_null("left_at"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut fk("account_id", "account"))
            .foreign_key(&mut fk("group_id", "youth_group"))
            .foreign_key(&mut fk("consultant_id", "account"))
            .index(&mut unique("young_person_account", ["account_id"]))
            .to_owned();
        manager.create_table(young_person).await?;
        index(manager, "young_person", "young_person_group", ["group_id"]).await?;
        index(manager, "young_person", "young_person_consultant", ["consultant_id"]).await?;
        let purpose_change = Table::create()
            .table("purpose_change")
            .col(pk_uuid("id"))
            .col(uuid("young_person_id"))
            .col(string("purpose"))
            .col(text("goal"))
            .col(uuid("changed_by"))
            .col(timestamp_with_time_zone("changed_at"))
            .foreign_key(&mut fk("young_person_id", "young_person"))
            .foreign_key(&mut fk("changed_by", "account"))
            .to_owned();
        manager.create_table(purpose_change).await?;
        index(manager, "purpose_change", "purpose_change_person", ["young_person_id"]).await?;
        let fulfilled_requirement = Table::create()
            .table("fulfilled_requirement")
            .col(pk_uuid("id"))
            .col(uuid("young_person_id"))
            .col(uuid("requirement_id"))
            .foreign_key(&mut fk("young_person_id", "young_person"))
            .foreign_key(&mut fk("requirement_id", "requirement"))
            .index(&mut unique("fulfilled_once", ["young_person_id", "requirement_id"]))
            .to_owned();
        manager.create_table(fulfilled_requirement).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("fulfilled_requirement").to_owned()).await?;
        manager.drop_table(Table::drop().table("purpose_change").to_owned()).await?;
        manager.drop_table(Table::drop().table("young_person").to_owned()).await?;
        manager.drop_table(Table::drop().table("youth_group").to_owned()).await?;
        Ok(())
    }
}
