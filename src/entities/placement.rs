use sea_orm::entity::prelude::*;

use crate::domain::{
    AccountId, CompanyId, EndKind, EndReason, MatchEventId, MatchingRunId, MentorId, PlaceId,
    PlacementId, PlacementKind, PlacementStatus, YoungPersonId,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "placement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PlacementId,
    pub event_id: Option<MatchEventId>,
    pub run_id: Option<MatchingRunId>,
    pub young_person_id: YoungPersonId,
    pub company_id: CompanyId,
    pub place_id: PlaceId,
    pub kind: PlacementKind,
    pub mentor_id: Option<MentorId>,
    pub consultant_id: AccountId,
    pub status: PlacementStatus,
    pub talk_first: bool,
    pub proposed_at: DateTimeUtc,
    pub answer_by: DateTimeUtc,
    pub starts_on: Option<Date>,
    pub ends_on: Option<Date>,
    pub hours_per_week: Option<i32>,
    pub granted_on: Option<Date>,
    pub voice_name: Option<String>,
    pub voice_heard_on: Option<Date>,
    pub agreed_at: Option<DateTimeUtc>,
    pub started_at: Option<DateTimeUtc>,
    pub ended_at: Option<DateTimeUtc>,
    pub ended_on: Option<Date>,
    pub end_kind: Option<EndKind>,
    pub end_reason: Option<EndReason>,
    #[sea_orm(column_type = "Text", nullable)]
    pub end_note: Option<String>,
    pub switched_to: Option<PlacementId>,
    pub changed_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
