use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, CompanyId, CompanyStage, ProfileStatus};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "company")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CompanyId,
    pub name: String,
    pub stage: CompanyStage,
    pub cvr: Option<String>,
    pub p_number: Option<String>,
    pub profile_status: ProfileStatus,
    pub contact_name: Option<String>,
    pub contact_email: Option<String>,
    pub contact_phone: Option<String>,
    #[sea_orm(column_type = "Text", nullable)]
    pub message: Option<String>,
    pub consultant_id: Option<AccountId>,
    pub ordinary_employees: Option<i32>,
    pub others_in_placement: i32,
    pub headcount_on: Option<Date>,
    pub total_at_once: Option<i32>,
    pub created_at: DateTimeUtc,
    pub member_since: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
