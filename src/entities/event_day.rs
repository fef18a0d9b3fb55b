use sea_orm::entity::prelude::*;

use crate::domain::{GroupChoice, MatchEventId, RowId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event_day")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: MatchEventId,
    pub version: i32,
    pub step_id: Option<RowId>,
    pub began_at: Option<DateTimeUtc>,
    pub added_seconds: i32,
    pub paused_at: Option<DateTimeUtc>,
    pub presenter: i32,
    pub over_at: Option<DateTimeUtc>,
    pub promise: i32,
    pub seats: i32,
    pub groups: GroupChoice,
    pub groups_must: bool,
    pub seed: i64,
    pub plan_version: i32,
    pub planned_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub plan_report: Option<String>,
    pub thanked_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
