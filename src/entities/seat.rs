use sea_orm::entity::prelude::*;

use crate::domain::{CompanyId, MatchEventId, RowId, SeatKind, YoungPersonId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "seat")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub event_id: MatchEventId,
    pub round: i32,
    pub young_person_id: YoungPersonId,
    pub kind: SeatKind,
    pub company_id: Option<CompanyId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
