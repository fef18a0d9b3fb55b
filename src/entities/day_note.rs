use sea_orm::entity::prelude::*;

use crate::domain::{CompanyId, MatchEventId, RowId, YoungPersonId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "day_note")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub event_id: MatchEventId,
    pub young_person_id: YoungPersonId,
    pub company_id: CompanyId,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
