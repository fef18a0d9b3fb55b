use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, ObservationId, PlacementId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "observation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ObservationId,
    pub placement_id: PlacementId,
    pub by_account_id: AccountId,
    pub on: Date,
    pub meets: Option<String>,
    pub contributes: Option<String>,
    pub belongs: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
