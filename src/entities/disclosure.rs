use sea_orm::entity::prelude::*;

use crate::domain::{DisclosureItem, PlacementId, RowId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "disclosure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub placement_id: PlacementId,
    pub item: DisclosureItem,
    #[sea_orm(column_type = "Text", nullable)]
    pub words: Option<String>,
    pub given_at: DateTimeUtc,
    pub withdrawn_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
