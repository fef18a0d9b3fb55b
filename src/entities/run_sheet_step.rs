use sea_orm::entity::prelude::*;

use crate::domain::{MatchEventId, RowId, StepKind};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "run_sheet_step")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub event_id: MatchEventId,
    pub position: i32,
    pub kind: StepKind,
    pub minutes: i32,
    pub is_skipped: bool,
    pub began_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
