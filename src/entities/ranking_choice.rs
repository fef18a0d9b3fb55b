use sea_orm::entity::prelude::*;

use crate::domain::{CompanyId, RankingId, RowId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "ranking_choice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RowId,
    pub ranking_id: RankingId,
    pub company_id: CompanyId,
    pub position: Option<i32>,
    pub no_thanks: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
