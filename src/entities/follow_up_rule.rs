use sea_orm::entity::prelude::*;

use crate::domain::{FollowUpForm, PlacementKind, RowId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "follow_up_rule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub kind: PlacementKind,
    pub step: String,
    pub valid_from: Date,
    pub valid_to: Option<Date>,
    pub anchor: String,
    pub days: i32,
    pub form: FollowUpForm,
    pub attends: String,
    pub minutes: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
