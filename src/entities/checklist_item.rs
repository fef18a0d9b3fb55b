use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, ChecklistItemId, PlacementId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "checklist_item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ChecklistItemId,
    pub placement_id: PlacementId,
    pub item: String,
    pub sort: i32,
    #[sea_orm(column_type = "Text", nullable)]
    pub agreed: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub not_relevant_because: Option<String>,
    pub revision: i32,
    pub changed_at: DateTimeUtc,
    pub changed_by: Option<AccountId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
