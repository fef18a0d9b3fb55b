use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, Attendance, MatchEventId, RowId, YoungPersonId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event_young_person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub event_id: MatchEventId,
    pub young_person_id: YoungPersonId,
    pub answer: Attendance,
    pub answered_at: Option<DateTimeUtc>,
    pub answered_by: Option<AccountId>,
    pub invited_at: Option<DateTimeUtc>,
    pub came_at: Option<DateTimeUtc>,
    pub reminded_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
