//! Match events, who is invited, and what the companies say before and after.

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
        let match_event = Table::create()
            .table("match_event")
            .col(pk_uuid("id"))
            .col(string("status"))
            .col(timestamp_with_time_zone("starts_at"))
            .col(timestamp_with_time_zone("ends_at"))
            .col(string("venue"))
            .col(string("address"))
            .col(text("directions"))
            .col(timestamp_with_time_zone("ranking_closes_at"))
            .col(timestamp_with_time_zone("places_confirmed_by"))
            .col(timestamp_with_time_zone("host_answers_by"))
            .col(timestamp_with_time_zone("answers_by"))
            .col(integer("calendar_sequence"))
            .col(string_null("lottery_secret"))
            .col(string_null("lottery_hash"))
            .col(timestamp_with_time_zone_null("opened_at"))
            .col(timestamp_with_time_zone_null("matched_at"))
            .col(timestamp_with_time_zone_null("cancelled_at"))
            .col(text_null("cancelled_because"))
            .col(timestamp_with_time_zone_null("places_reminded_at"))
            .col(timestamp_with_time_zone_null("eve_reminded_at"))
            .col(timestamp_with_time_zone_null("host_answers_chased_at"))
            .col(uuid("created_by"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut fk("created_by", "account"))
            .to_owned();
        manager.create_table(match_event).await?;
        index(manager, "match_event", "match_event_starts", ["starts_at"]).await?;
        let event_company = Table::create()
            .table("event_company")
            .col(pk_uuid("id"))
            .col(uuid("event_id"))
            .col(uuid("company_id"))
            .col(integer("position"))
            .col(string("answer"))
            .col(timestamp_with_time_zone_null("answered_at"))
            .col(uuid_null("answered_by"))
            .col(timestamp_with_time_zone_null("invited_at"))
            .col(uuid_null("places_confirmed_by"))
            .col(timestamp_with_time_zone_null("places_confirmed_at"))
            .col(integer_null("confirmed_total"))
            .foreign_key(&mut fk("event_id", "match_event"))
            .foreign_key(&mut fk("company_id", "company"))
            .foreign_key(&mut fk("answered_by", "account"))
            .foreign_key(&mut fk("places_confirmed_by", "account"))
            .index(&mut unique("event_company_once", ["event_id", "company_id"]))
            .to_owned();
        manager.create_table(event_company).await?;
        index(manager, "event_company", "event_company_company", ["company_id"]).await?;
        let confirmed_place = Table::create()
            .table("confirmed_place")
            .col(pk_uuid("id"))
            .col(uuid("event_id"))
            .col(uuid("company_id"))
            .col(uuid("place_id"))
            .col(integer("number"))
            .foreign_key(&mut fk("event_id", "match_event"))
            .foreign_key(&mut fk("company_id", "company"))
            .foreign_key(&mut fk("place_id", "place"))
            .index(&mut unique("confirmed_place_once", ["event_id", "place_id"]))
            .to_owned();
        manager.create_table(confirmed_place).await?;
        let event_young_person = Table::create()
            .table("event_young_person")
            .col(pk_uuid("id"))
            .col(uuid("event_id"))
            .col(uuid("young_person_id"))
            .col(string("answer"))
            .col(timestamp_with_time_zone_null("answered_at"))
            .col(uuid_null("answered_by"))
            .col(timestamp_with_time_zone_null("invited_at"))
            .col(timestamp_with_time_zone_null("came_at"))
            .col(timestamp_with_time_zone_null("reminded_at"))
            .foreign_key(&mut fk("event_id", "match_event"))
            .foreign_key(&mut fk("young_person_id", "young_person"))
            .foreign_key(&mut fk("answered_by", "account"))
            .index(&mut unique("event_young_person_once", ["event_id", "young_person_id"]))
            .to_owned();
        manager.create_table(event_young_person).await?;
        index(manager, "event_young_person", "event_young_person_person", ["young_person_id"])
            .await?;
        let host_answer = Table::create()
            .table("host_answer")
            .col(pk_uuid("id"))
            .col(uuid("event_id"))
            .col(uuid("company_id"))
            .col(string("kind"))
            .col(string("answer"))
            .col(uuid("answered_by"))
            .col(timestamp_with_time_zone("answered_at"))
            .foreign_key(&mut fk("event_id", "match_event"))
            .foreign_key(&mut fk("company_id", "company"))
            .foreign_key(&mut fk("answered_by", "account"))
            .index(&mut unique("host_answer_once", ["event_id", "company_id", "kind"]))
            .to_owned();
        manager.create_table(host_answer).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("host_answer").to_owned()).await?;
        manager.drop_table(Table::drop().table("event_young_person").to_owned()).await?;
        manager.drop_table(Table::drop().table("confirmed_place").to_owned()).await?;
        manager.drop_table(Table::drop().table("event_company").to_owned()).await?;
        manager.drop_table(Table::drop().table("match_event").to_owned()).await?;
        Ok(())
    }
}
