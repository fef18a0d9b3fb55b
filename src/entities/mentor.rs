use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, CompanyId, Language, MentorId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "mentor")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MentorId,
    pub company_id: Option<CompanyId>,
    pub account_id: Option<AccountId>,
    pub name: String,
    pub called: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub trained_on: Option<Date>,
    pub at_once: i32,
    pub left_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub invited_at: Option<DateTimeUtc>,
    pub language: Language,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
