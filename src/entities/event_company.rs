use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, Attendance, CompanyId, MatchEventId, RowId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event_company")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub event_id: MatchEventId,
    pub company_id: CompanyId,
    pub position: i32,
    pub answer: Attendance,
    pub answered_at: Option<DateTimeUtc>,
    pub answered_by: Option<AccountId>,
    pub invited_at: Option<DateTimeUtc>,
    pub places_confirmed_by: Option<AccountId>,
    pub places_confirmed_at: Option<DateTimeUtc>,
    pub confirmed_total: Option<i32>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
