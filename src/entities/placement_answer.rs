use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, Party, PlacementId, ProposalAnswer, RowId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "placement_answer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub placement_id: PlacementId,
    pub party: Party,
    pub answer: ProposalAnswer,
    pub answered_by: AccountId,
    pub answered_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
