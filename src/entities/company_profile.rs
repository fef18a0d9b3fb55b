use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, CompanyId, PhotoId, ProfileVersion, RowId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "company_profile")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub company_id: CompanyId,
    pub version: ProfileVersion,
    #[sea_orm(column_type = "Text")]
    pub what_we_do: String,
    #[sea_orm(column_type = "Text")]
    pub tasks: String,
    #[sea_orm(column_type = "Text")]
    pub what_it_is_like: String,
    pub noise: String,
    pub tempo: String,
    pub people: String,
    pub working_hours: String,
    pub address: String,
    #[sea_orm(column_type = "Text")]
    pub directions: String,
    #[sea_orm(column_type = "Text")]
    pub good_to_know: String,
    pub photo_id: Option<PhotoId>,
    /// What to change before it can be approved; only on a draft that was sent back.
    #[sea_orm(column_type = "Text", nullable)]
    pub sent_back_with: Option<String>,
    pub changed_at: DateTimeUtc,
    pub changed_by: Option<AccountId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
