use sea_orm::entity::prelude::*;

use crate::domain::{CompanyId, MentorId, PlaceId, PlacementKind};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "place")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PlaceId,
    pub company_id: CompanyId,
    pub kind: PlacementKind,
    pub number: i32,
    #[sea_orm(column_type = "Text")]
    pub tasks: String,
    pub hours_from: String,
    pub hours_to: String,
    pub mentor_id: Option<MentorId>,
    pub withdrawn_at: Option<DateTimeUtc>,
    pub changed_at: DateTimeUtc,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
