use sea_orm::entity::prelude::*;

use crate::domain::RowId;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "ratio_rule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub valid_from: Date,
    pub valid_to: Option<Date>,
    pub up_to_employees: i32,
    pub employees_per_place: i32,
    pub employees_per_place_above: i32,
    pub at_least: i32,
    #[sea_orm(column_type = "Text")]
    pub source: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
