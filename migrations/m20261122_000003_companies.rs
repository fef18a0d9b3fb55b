//! Companies, what they show, the places they offer, their mentors, and our contact with them.

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
        let photo = Table::create()
            .table("photo")
            .col(pk_uuid("id"))
            .col(uuid("company_id"))
            .col(integer("width"))
            .col(integer("height"))
            .col(blob("full_jpeg"))
            .col(blob("list_jpeg"))
            .col(timestamp_with_time_zone("created_at"))
            .to_owned();
        manager.create_table(photo).await?;
        index(manager, "photo", "photo_company", ["company_id"]).await?;
        let company = Table::create()
            .table("company")
            .col(pk_uuid("id"))
            .col(string("name"))
            .col(string("stage"))
            .col(string_null("cvr"))
            .col(string_null("p_number"))
            .col(string("profile_status"))
            .col(string_null("contact_name"))
            .col(string_null("contact_email"))
            .col(string_null("contact_phone"))
            .col(text_null("message"))
            .col(uuid_null("consultant_id"))
            .col(integer_null("ordinary_employees"))
            .col(integer("others_in_placement"))
            .col(date_null("headcount_on"))
            .col(integer_null("total_at_once"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("member_since"))
            .foreign_key(&mut fk("consultant_id", "account"))
            .index(&mut unique("company_p_number", ["p_number"]))
            .to_owned();
        manager.create_table(company).await?;
        index(manager, "company", "company_stage", ["stage"]).await?;
        let company_member = Table::create()
            .table("company_member")
            .col(pk_uuid("id"))
            .col(uuid("company_id"))
            .col(uuid("account_id"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut fk("company_id", "company"))
            .foreign_key(&mut fk("account_id", "account"))
            .index(&mut unique("company_member_account", ["account_id"]))
            .to_owned();
        manager.create_table(company_member).await?;
        index(manager, "company_member", "company_member_company", ["company_id"]).await?;
        let company_profile = Table::create()
            .table("company_profile")
            .col(pk_uuid("id"))
            .col(uuid("company_id"))
            .col(string("version"))
            .col(text("what_we_do"))
            .col(text("tasks"))
            .col(text("what_it_is_like"))
            .col(string("noise"))
            .col(string("tempo"))
            .col(string("people"))
            .col(string("working_hours"))
            .col(string("address"))
            .col(text("directions"))
            .col(text("good_to_know"))
            .col(uuid_null("photo_id"))
            .col(text_null("sent_back_with"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(uuid_null("changed_by"))
            .foreign_key(&mut fk("company_id", "company"))
            .foreign_key(&mut fk("photo_id", "photo"))
            .foreign_key(&mut fk("changed_by", "account"))
            .index(&mut unique("company_profile_version", ["company_id", "version"]))
            .to_owned();
        manager.create_table(company_profile).await?;
        let company_note = Table::create()
            .table("company_note")
            .col(pk_uuid("id"))
            .col(uuid("company_id"))
            .col(string("form"))
            .col(date("on"))
            .col(text("what"))
            .col(text_null("next_step"))
            .col(date_null("next_step_on"))
            .col(timestamp_with_time_zone_null("next_step_done_at"))
            .col(uuid("by_account_id"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut fk("company_id", "company"))
            .foreign_key(&mut fk("by_account_id", "account"))
            .to_owned();
        manager.create_table(company_note).await?;
        index(manager, "company_note", "company_note_company", ["company_id"]).await?;
        let mentor = Table::create()
            .table("mentor")
            .col(pk_uuid("id"))
            .col(uuid_null("company_id"))
            .col(uuid_null("account_id"))
            .col(string("name"))
            .col(string("called"))
            .col(string_null("phone"))
            .col(string_null("email"))
            .col(date_null("trained_on"))
            .col(integer("at_once"))
            .col(timestamp_with_time_zone_null("left_at"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut fk("company_id", "company"))
            .foreign_key(&mut fk("account_id", "account"))
            .index(&mut unique("mentor_account", ["account_id"]))
            .to_owned();
        manager.create_table(mentor).await?;
        index(manager, "mentor", "mentor_company", ["company_id"]).await?;
        let place = Table::create()
            .table("place")
            .col(pk_uuid("id"))
            .col(uuid("company_id"))
            .col(string("kind"))
            .col(integer("number"))
            .col(text("tasks"))
            .col(string("hours_from"))
            .col(string("hours_to"))
            .col(uuid_null("mentor_id"))
            .col(timestamp_with_time_zone_null("withdrawn_at"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut fk("company_id", "company"))
            .foreign_key(&mut fk("mentor_id", "mentor"))
            .to_owned();
        manager.create_table(place).await?;
        index(manager, "place", "place_company", ["company_id"]).await?;
        let place_requirement = Table::create()
            .table("place_requirement")
            .col(pk_uuid("id"))
            .col(uuid("place_id"))
            .col(uuid("requirement_id"))
            .foreign_key(&mut fk("place_id", "place"))
            .foreign_key(&mut fk("requirement_id", "requirement"))
            .index(&mut unique("place_requirement_once", ["place_id", "requirement_id"]))
            .to_owned();
        manager.create_table(place_requirement).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("place_requirement").to_owned()).await?;
        manager.drop_table(Table::drop().table("place").to_owned()).await?;
        manager.drop_table(Table::drop().table("mentor").to_owned()).await?;
        manager.drop_table(Table::drop().table("company_note").to_owned()).await?;
        manager.drop_table(Table::drop().table("company_profile").to_owned()).await?;
        manager.drop_table(Table::drop().table("company_member").to_owned()).await?;
        manager.drop_table(Table::drop().table("company").to_owned()).await?;
        manager.drop_table(Table::drop().table("photo").to_owned()).await?;
        Ok(())
    }
}
