use sea_orm::entity::prelude::*;

use crate::domain::{CompanyId, PhotoId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "photo")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PhotoId,
    pub company_id: CompanyId,
    pub width: i32,
    pub height: i32,
    #[sea_orm(column_type = "Blob")]
    pub full_jpeg: Vec<u8>,
    #[sea_orm(column_type = "Blob")]
    pub list_jpeg: Vec<u8>,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
