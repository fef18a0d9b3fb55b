use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, PlacementId, RowId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "placement_history")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub placement_id: PlacementId,
    pub what: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    pub by_account_id: Option<AccountId>,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
