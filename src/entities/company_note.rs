use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, CompanyId, CompanyNoteForm, CompanyNoteId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "company_note")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CompanyNoteId,
    pub company_id: CompanyId,
    pub form: CompanyNoteForm,
    pub on: Date,
    #[sea_orm(column_type = "Text")]
    pub what: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub next_step: Option<String>,
    pub next_step_on: Option<Date>,
    pub next_step_done_at: Option<DateTimeUtc>,
    pub by_account_id: AccountId,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
