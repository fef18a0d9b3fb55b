use sea_orm::entity::prelude::*;

use crate::domain::{MatchEventId, RowId, YoungPersonId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "day_person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub event_id: MatchEventId,
    pub young_person_id: YoungPersonId,
    pub not_alone: bool,
    pub pause_after: Option<i32>,
    pub away_before: Option<i32>,
    pub away_from: Option<i32>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
