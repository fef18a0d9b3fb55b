//! The day itself: its run sheet, where the clock of the room is, who sits where, and what people wrote for themselves.

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
        let event_day = Table::create()
            .table("event_day")
            .col(pk_uuid("event_id"))
            .col(integer("version"))
            .col(uuid_null("step_id"))
            .col(timestamp_with_time_zone_null("began_at"))
            .col(integer("added_seconds"))
            .col(timestamp_with_time_zone_null("paused_at"))
            .col(integer("presenter"))
            .col(timestamp_with_time_zone_null("over_at"))
            .col(integer("promise"))
            .col(integer("seats"))
            .col(string("groups"))
            .col(boolean("groups_must"))
            .col(big_integer("seed"))
            .col(integer("plan_version"))
            .col(timestamp_with_time_zone_null("planned_at"))
            .col(text_null("plan_report"))
            .col(timestamp_with_time_zone_null("thanked_at"))
            .foreign_key(&mut fk("event_id", "match_event"))
            .to_owned();
        manager.create_table(event_day).await?;
        let run_sheet_step = Table::create()
            .table("run_sheet_step")
            .col(pk_uuid("id"))
            .col(uuid("event_id"))
            .col(integer("position"))
            .col(string("kind"))
            .col(integer("minutes"))
            .col(boolean("is_skipped"))
            .foreign_key(&mut fk("event_id", "match_event"))
            .to_owned();
        manager.create_table(run_sheet_step).await?;
        let in_order = ["event_id", "position"];
        index(manager, "run_sheet_step", "run_sheet_step_order", in_order).await?;
        let seat = Table::create()
            .table("seat")
            .col(pk_uuid("id"))
            .col(uuid("event_id"))
            .col(integer("round"))
            .col(uuid("young_person_id"))
            .col(string("kind"))
            .col(uuid_null("company_id"))
            .foreign_key(&mut fk("event_id", "match_event"))
            .foreign_key(&mut fk("young_person_id", "young_person"))
            .foreign_key(&mut fk("company_id", "company"))
            .index(&mut unique("seat_once", ["event_id", "young_person_id", "round"]))
            .to_owned();
        manager.create_table(seat).await?;
        index(manager, "seat", "seat_at_table", ["event_id", "company_id", "round"]).await?;
        let day_company = Table::create()
            .table("day_company")
            .col(pk_uuid("id"))
            .col(uuid("event_id"))
            .col(uuid("company_id"))
            .col(integer("table_number"))
            .col(integer_null("away_from"))
            .foreign_key(&mut fk("event_id", "match_event"))
            .foreign_key(&mut fk("company_id", "company"))
            .index(&mut unique("day_company_once", ["event_id", "company_id"]))
            .to_owned();
        manager.create_table(day_company).await?;
        let day_person = Table::create()
            .table("day_person")
            .col(pk_uuid("id"))
            .col(uuid("event_id"))
            .col(uuid("young_person_id"))
            .col(boolean("not_alone"))
            .col(integer_null("pause_after"))
            .col(integer_null("away_before"))
            .col(integer_null("away_from"))
            .foreign_key(&mut fk("event_id", "match_event"))
            .foreign_key(&mut fk("young_person_id", "young_person"))
            .index(&mut unique("day_person_once", ["event_id", "young_person_id"]))
            .to_owned();
        manager.create_table(day_person).await?;
        let day_note = Table::create()
            .table("day_note")
            .col(pk_uuid("id"))
            .col(uuid("event_id"))
            .col(uuid("young_person_id"))
            .col(uuid("company_id"))
            .col(text("words"))
            .col(timestamp_with_time_zone("updated_at"))
            .foreign_key(&mut fk("event_id", "match_event"))
            .foreign_key(&mut fk("young_person_id", "young_person"))
            .foreign_key(&mut fk("company_id", "company"))
            .index(&mut unique("day_note_once", ["event_id", "young_person_id", "company_id"]))
            .to_owned();
        manager.create_table(day_note).await?;
        let day_feedback = Table::create()
            .table("day_feedback")
            .col(pk_uuid("id"))
            .col(uuid("event_id"))
            .col(string("side"))
            .col(string("answered_by_hash"))
            .col(integer("how"))
            .col(string("was_clear"))
            .col(string("again"))
            .col(text("words"))
            .foreign_key(&mut fk("event_id", "match_event"))
            .index(&mut unique("day_feedback_once", ["event_id", "answered_by_hash"]))
            .to_owned();
        manager.create_table(day_feedback).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "day_feedback",
            "day_note",
            "day_person",
            "day_company",
            "seat",
            "run_sheet_step",
            "event_day",
        ] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
