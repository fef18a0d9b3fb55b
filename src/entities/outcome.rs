use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, OutcomeId, OutcomeKind, PlacementId, YoungPersonId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "outcome")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OutcomeId,
    pub placement_id: PlacementId,
    pub young_person_id: YoungPersonId,
    pub kind: OutcomeKind,
    pub noted_on: Date,
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    pub noted_by: AccountId,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
