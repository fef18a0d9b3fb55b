use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, CompanyId, HostAnswer, MatchEventId, PlacementKind, RowId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "host_answer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub event_id: MatchEventId,
    pub company_id: CompanyId,
    pub kind: PlacementKind,
    pub answer: HostAnswer,
    pub answered_by: AccountId,
    pub answered_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
