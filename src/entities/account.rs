use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, Language, Role};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AccountId,
    pub role: Role,
    pub name: String,
    pub email: Option<String>,
    pub email_folded: Option<String>,
    pub phone: Option<String>,
    pub language: Language,
    #[sea_orm(column_type = "Text", nullable)]
    pub password_hash: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub totp_secret: Option<String>,
    pub totp_confirmed_at: Option<DateTimeUtc>,
    pub totp_last_step: Option<i64>,
    pub deputy_id: Option<AccountId>,
    pub away_from: Option<Date>,
    pub away_until: Option<Date>,
    pub failed_attempts: i32,
    pub locked_until: Option<DateTimeUtc>,
    pub invited_at: Option<DateTimeUtc>,
    pub last_signed_in_at: Option<DateTimeUtc>,
    pub disabled_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
