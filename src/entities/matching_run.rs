use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, MatchEventId, MatchingRunId, PlacementId, RunStatus};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "matching_run")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MatchingRunId,
    pub event_id: MatchEventId,
    pub objective: String,
    pub status: RunStatus,
    #[sea_orm(column_type = "Text")]
    pub instance: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub solution: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub comparison: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub failure: Option<String>,
    pub started_by: AccountId,
    pub started_at: DateTimeUtc,
    pub finished_at: Option<DateTimeUtc>,
    pub published_at: Option<DateTimeUtc>,
    pub published_by: Option<AccountId>,
    /// The placement whose no this run answers; none for an ordinary run.
    pub repairs: Option<PlacementId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
