use sea_orm::entity::prelude::*;

use crate::domain::{
    AccountId, CallId, CallKind, CompanyId, MatchEventId, PlacementId, YoungPersonId,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "call")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CallId,
    pub kind: CallKind,
    pub cause: String,
    pub owner_id: AccountId,
    pub young_person_id: Option<YoungPersonId>,
    pub company_id: Option<CompanyId>,
    pub placement_id: Option<PlacementId>,
    pub event_id: Option<MatchEventId>,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    pub due_on: Date,
    pub done_at: Option<DateTimeUtc>,
    pub done_by: Option<AccountId>,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
