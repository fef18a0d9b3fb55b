use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, FollowUpForm, FollowUpId, PlacementId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "follow_up")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FollowUpId,
    pub placement_id: PlacementId,
    pub owner_id: AccountId,
    pub step: String,
    #[sea_orm(column_type = "Text")]
    pub merged_steps: String,
    pub due_on: Date,
    pub planned_on: Date,
    pub form: FollowUpForm,
    pub attends: String,
    pub minutes: i32,
    pub moved_by_hand: bool,
    pub dropped_at: Option<DateTimeUtc>,
    pub done_at: Option<DateTimeUtc>,
    pub done_by: Option<AccountId>,
    #[sea_orm(column_type = "Text", nullable)]
    pub said: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub next_step: Option<String>,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
