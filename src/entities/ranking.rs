use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, MatchEventId, RankingId, RankingStage, YoungPersonId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "ranking")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RankingId,
    pub event_id: MatchEventId,
    pub young_person_id: YoungPersonId,
    pub stage: RankingStage,
    pub saved_at: DateTimeUtc,
    pub saved_by: AccountId,
    pub together: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
