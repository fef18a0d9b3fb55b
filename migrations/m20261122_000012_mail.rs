//! Mail waiting to be sent, once for one cause; the text goes when it has been sent.

use sea_orm_migration::{prelude::*, schema::*};

use super::{index, unique};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mail = Table::create()
            .table("mail")
            .col(pk_uuid("id"))
            .col(string("cause"))
            .col(string("message"))
            .col(string("status"))
            .col(string("to_name"))
            .col(string("to_address"))
            .col(string("subject"))
            .col(text("text_body"))
            .col(text("html_body"))
            .col(text_null("calendar"))
            .col(string_null("calendar_method"))
            .col(string("message_id"))
            .col(boolean("secret"))
            .col(integer("attempts"))
            .col(timestamp_with_time_zone("next_try_at"))
            .col(timestamp_with_time_zone_null("locked_until"))
            .col(timestamp_with_time_zone_null("sent_at"))
            .col(text_null("last_error"))
            .col(timestamp_with_time_zone("created_at"))
            .index(&mut unique("mail_cause", ["cause"]))
            .to_owned();
        manager.create_table(mail).await?;
        index(manager, "mail", "mail_due", ["status", "next_try_at"]).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("mail").to_owned()).await?;
        Ok(())
    }
}
