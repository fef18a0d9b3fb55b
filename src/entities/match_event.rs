use sea_orm::entity::prelude::*;

use crate::domain::{AccountId, EventStatus, MatchEventId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "match_event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MatchEventId,
    pub status: EventStatus,
    pub starts_at: DateTimeUtc,
    pub ends_at: DateTimeUtc,
    pub venue: String,
    pub address: String,
    #[sea_orm(column_type = "Text")]
    pub directions: String,
    pub ranking_closes_at: DateTimeUtc,
    pub places_confirmed_by: DateTimeUtc,
    pub host_answers_by: DateTimeUtc,
    pub answers_by: DateTimeUtc,
    pub calendar_sequence: i32,
    pub lottery_secret: Option<String>,
    pub lottery_hash: Option<String>,
    pub opened_at: Option<DateTimeUtc>,
    pub matched_at: Option<DateTimeUtc>,
    pub cancelled_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "Text", nullable)]
    pub cancelled_because: Option<String>,
    pub eve_reminded_at: Option<DateTimeUtc>,
    pub host_answers_chased_at: Option<DateTimeUtc>,
    pub created_by: AccountId,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
