use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, GroupId, PlacementKind, TargetGroup, YoungPersonId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "young_person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: YoungPersonId,
    pub account_id: AccountId,
    pub group_id: GroupId,
    pub consultant_id: AccountId,
    pub purpose: PlacementKind,
    #[sea_orm(column_type = "Text")]
    pub goal: String,
    pub target_group: TargetGroup,
    pub case_reference: Option<String>,
    pub left_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
