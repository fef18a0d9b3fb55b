use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, PlacementKind, RowId, YoungPersonId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "purpose_change")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub young_person_id: YoungPersonId,
    pub purpose: PlacementKind,
    #[sea_orm(column_type = "Text")]
    pub goal: String,
    pub changed_by: AccountId,
    pub changed_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
