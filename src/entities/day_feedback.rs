use sea_orm::entity::prelude::*;

use crate::domain::{MatchEventId, Measure, Role, RowId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "day_feedback")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub event_id: MatchEventId,
    /// Young person or company.
    pub side: Role,
    /// One answer each, and nobody's name beside it.
    pub answered_by_hash: String,
    /// 1 to 5; 5 is best.
    pub how: i32,
    pub was_clear: Measure,
    pub again: Measure,
    #[sea_orm(column_type = "Text")]
    pub words: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
