use sea_orm::entity::prelude::*;

use crate::domain::{RowId, TargetGroup};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "length_rule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub target_group: TargetGroup,
    pub valid_from: Date,
    pub valid_to: Option<Date>,
    pub longest_weeks: i32,
    pub extended_weeks: i32,
    #[sea_orm(column_type = "Text")]
    pub source: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
