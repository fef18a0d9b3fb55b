use sea_orm::entity::prelude::*;

use crate::domain::{CompanyId, MatchEventId, RowId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "day_company")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub event_id: MatchEventId,
    pub company_id: CompanyId,
    pub table_number: i32,
    pub away_from: Option<i32>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
