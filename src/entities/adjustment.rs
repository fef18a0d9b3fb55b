use sea_orm::entity::prelude::*;

use crate::domain::{
    AccountId, AdjustmentId, AdjustmentKind, CompanyId, MatchEventId, PlaceId, YoungPersonId,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "adjustment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AdjustmentId,
    pub event_id: MatchEventId,
    pub young_person_id: YoungPersonId,
    pub kind: AdjustmentKind,
    pub company_id: CompanyId,
    pub place_id: Option<PlaceId>,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub made_by: AccountId,
    pub made_at: DateTimeUtc,
    pub removed_by: Option<AccountId>,
    pub removed_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub removed_because: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
