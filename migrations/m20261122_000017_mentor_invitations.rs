//! When a mentor was invited, and in which language, is the mentor's own: an account that is somebody else's tells
//! nothing about itself. Why a message could not be sent was kept with the address in it, and goes.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

const INVITED_BEFORE: &str = "UPDATE mentor SET invited_at = COALESCE(
    (SELECT MAX(token.created_at) FROM invitation_token token WHERE token.account_id = mentor.account_id),
    created_at)
WHERE email IS NOT NULL AND (account_id IS NOT NULL OR (company_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM company_member member JOIN account ON account.id = member.account_id
    WHERE member.company_id = mentor.company_id AND account.email_folded = LOWER(mentor.email))))";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            timestamp_with_time_zone_null("invited_at"),
            string("language").default("da").to_owned(),
        ] {
            let mut alter = Table::alter();
            manager.alter_table(alter.table("mentor").add_column(column).to_owned()).await?;
        }
        let db = manager.get_connection();
        db.execute_unprepared(INVITED_BEFORE).await?;
        db.execute_unprepared("UPDATE mail SET last_error = NULL").await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["language", "invited_at"] {
            let mut alter = Table::alter();
            manager.alter_table(alter.table("mentor").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
