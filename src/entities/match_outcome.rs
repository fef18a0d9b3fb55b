use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, MatchEventId, MatchingRunId, PlaceId, RowId, YoungPersonId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "match_outcome")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub event_id: MatchEventId,
    pub run_id: MatchingRunId,
    pub young_person_id: YoungPersonId,
    pub place_id: Option<PlaceId>,
    pub rank: Option<i32>,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// The numbers drawn, when a match with a draw gave the answer.
    #[sea_orm(column_type = "Text", nullable)]
    pub drawn: Option<String>,
    pub told_at: Option<DateTimeUtc>,
    pub told_by: Option<AccountId>,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
