use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, LookUpPurpose, RowId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "look_up")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub by_account_id: AccountId,
    pub about_account_id: AccountId,
    pub purpose: LookUpPurpose,
    pub page: String,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
