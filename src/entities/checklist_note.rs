use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, ChecklistItemId, RowId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "checklist_note")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub item_id: ChecklistItemId,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    pub written_by: AccountId,
    pub written_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
