use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, ChecklistItemId, Party, RowId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "checklist_confirmation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub item_id: ChecklistItemId,
    pub party: Party,
    pub revision: i32,
    pub confirmed_by: AccountId,
    pub together: bool,
    pub confirmed_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
