//! People who may sign in, and what proves that it is them.

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
        let account = Table::create()
            .table("account")
            .col(pk_uuid("id"))
            .col(string("role"))
            .col(string("name"))
            .col(string_null("email"))
            .col(string_null("email_folded"))
            .col(string_null("phone"))
            .col(string("language"))
            .col(text_null("password_hash"))
            .col(text_null("totp_secret"))
            .col(timestamp_with_time_zone_null("totp_confirmed_at"))
            .col(big_integer_null("totp_last_step"))
            .col(uuid_null("deputy_id"))
            .col(date_null("away_from"))
            .col(date_null("away_until"))
            .col(integer("failed_attempts"))
            .col(timestamp_with_time_zone_null("locked_until"))
            .col(timestamp_with_time_zone_null("invited_at"))
            .col(timestamp_with_time_zone_null("last_signed_in_at"))
            .col(timestamp_with_time_zone_null("disabled_at"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut fk("deputy_id", "account"))
            .index(&mut unique("account_email", ["email_folded"]))
            .to_owned();
        manager.create_table(account).await?;
        let web_session = Table::create()
            .table("web_session")
            .col(pk_uuid("id"))
            .col(string("key_hash"))
            .col(uuid("account_id"))
            .col(uuid_null("event_id"))
            .col(text("state"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("expires_at"))
            .col(timestamp_with_time_zone_null("ended_at"))
            .foreign_key(&mut fk("account_id", "account"))
            .index(&mut unique("web_session_key", ["key_hash"]))
            .to_owned();
        manager.create_table(web_session).await?;
        index(manager, "web_session", "web_session_account", ["account_id"]).await?;
        let sign_in_token = Table::create()
            .table("sign_in_token")
            .col(pk_uuid("id"))
            .col(uuid("account_id"))
            .col(string("token_hash"))
            .col(string("code_hash"))
            .col(integer("tries"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("expires_at"))
            .col(timestamp_with_time_zone_null("used_at"))
            .foreign_key(&mut fk("account_id", "account"))
            .index(&mut unique("sign_in_token_hash", ["token_hash"]))
            .to_owned();
        manager.create_table(sign_in_token).await?;
        index(manager, "sign_in_token", "sign_in_token_account", ["account_id"]).await?;
        let invitation_token = Table::create()
            .table("invitation_token")
            .col(pk_uuid("id"))
            .col(uuid("account_id"))
            .col(string("token_hash"))
            .col(uuid_null("made_by"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("expires_at"))
            .col(timestamp_with_time_zone_null("used_at"))
            .foreign_key(&mut fk("account_id", "account"))
            .foreign_key(&mut fk("made_by", "account"))
            .index(&mut unique("invitation_token_hash", ["token_hash"]))
            .to_owned();
        manager.create_table(invitation_token).await?;
        index(manager, "invitation_token", "invitation_token_account", ["account_id"]).await?;
        let recovery_code = Table::create()
            .table("recovery_code")
            .col(pk_uuid("id"))
            .col(uuid("account_id"))
            .col(string("code_hash"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("used_at"))
            .foreign_key(&mut fk("account_id", "account"))
            .to_owned();
        manager.create_table(recovery_code).await?;
        index(manager, "recovery_code", "recovery_code_account", ["account_id"]).await?;
        let sign_in_card = Table::create()
            .table("sign_in_card")
            .col(pk_uuid("id"))
            .col(uuid("account_id"))
            .col(uuid("event_id"))
            .col(string("token_hash"))
            .col(uuid("made_by"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("expires_at"))
            .col(timestamp_with_time_zone_null("revoked_at"))
            .foreign_key(&mut fk("account_id", "account"))
            .foreign_key(&mut fk("made_by", "account"))
            .index(&mut unique("sign_in_card_hash", ["token_hash"]))
            .to_owned();
        manager.create_table(sign_in_card).await?;
        index(manager, "sign_in_card", "sign_in_card_event", ["event_id"]).await?;
        let kept_form = Table::create()
            .table("kept_form")
            .col(pk_uuid("id"))
            .col(string("token_hash"))
            .col(uuid_null("account_id"))
            .col(text("path"))
            .col(text("body"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("expires_at"))
            .foreign_key(&mut fk("account_id", "account"))
            .index(&mut unique("kept_form_hash", ["token_hash"]))
            .to_owned();
        manager.create_table(kept_form).await?;
        let look_up = Table::create()
            .table("look_up")
            .col(pk_uuid("id"))
            .col(uuid("by_account_id"))
            .col(uuid("about_account_id"))
            .col(string("purpose"))
            .col(string("page"))
            .col(timestamp_with_time_zone("at"))
            .foreign_key(&mut fk("by_account_id", "account"))
            .foreign_key(&mut fk("about_account_id", "account"))
            .to_owned();
        manager.create_table(look_up).await?;
        index(manager, "look_up", "look_up_about", ["about_account_id", "at"]).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("look_up").to_owned()).await?;
        manager.drop_table(Table::drop().table("kept_form").to_owned()).await?;
        manager.drop_table(Table::drop().table("sign_in_card").to_owned()).await?;
        manager.drop_table(Table::drop().table("recovery_code").to_owned()).await?;
        manager.drop_table(Table::drop().table("invitation_token").to_owned()).await?;
        manager.drop_table(Table::drop().table("sign_in_token").to_owned()).await?;
        manager.drop_table(Table::drop().table("web_session").to_owned()).await?;
        manager.drop_table(Table::drop().table("account").to_owned()).await?;
        Ok(())
    }
}
