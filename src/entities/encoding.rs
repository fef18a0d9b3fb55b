//! How the domain's ids and statuses are stored: ids as UUIDs, statuses as their text.

use sea_orm::sea_query::{ArrayType, ColumnType, Nullable, StringLen, ValueType, ValueTypeErr};
use sea_orm::{
    ActiveValue, ColIdx, DbErr, IntoActiveValue, QueryResult, TryFromU64, TryGetError, TryGetable,
    Value,
};
use uuid::Uuid;

use crate::domain::*;

/// A new identifier, ordered by time so that rows made together lie together.
pub fn new_id<T: From<Uuid>>() -> T {
    T::from(Uuid::now_v7())
}

macro_rules! stored_as_uuid {
    ($($name:ident),+ $(,)?) => {$(
        impl From<$name> for Value {
            fn from(id: $name) -> Value { id.0.into() }
        }
        impl TryGetable for $name {
            fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
                Uuid::try_get_by(row, index).map($name)
            }
        }
        impl ValueType for $name {
            fn try_from(value: Value) -> Result<Self, ValueTypeErr> { <Uuid as ValueType>::try_from(value).map($name) }
            fn type_name() -> String { stringify!($name).to_owned() }
            fn array_type() -> ArrayType { ArrayType::Uuid }
            fn column_type() -> ColumnType { ColumnType::Uuid }
        }
        impl Nullable for $name {
            fn null() -> Value { <Uuid as Nullable>::null() }
        }
        impl TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, DbErr> { Err(DbErr::ConvertFromU64(stringify!($name))) }
        }
        impl IntoActiveValue<$name> for $name {
            fn into_active_value(self) -> ActiveValue<$name> { ActiveValue::Set(self) }
        }
    )+};
}

macro_rules! stored_as_text {
    ($($name:ident),+ $(,)?) => {$(
        impl From<$name> for Value {
            fn from(kind: $name) -> Value { kind.as_str().into() }
        }
        impl TryGetable for $name {
            fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
                let text = String::try_get_by(row, index)?;
                text.parse().map_err(|error: UnknownText| TryGetError::DbErr(DbErr::Type(error.to_string())))
            }
        }
        impl ValueType for $name {
            fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
                <String as ValueType>::try_from(value)?.parse().map_err(|_: UnknownText| ValueTypeErr)
            }
            fn type_name() -> String { stringify!($name).to_owned() }
            fn array_type() -> ArrayType { ArrayType::String }
            fn column_type() -> ColumnType { ColumnType::String(StringLen::None) }
        }
        impl Nullable for $name {
            fn null() -> Value { <String as Nullable>::null() }
        }
        impl IntoActiveValue<$name> for $name {
            fn into_active_value(self) -> ActiveValue<$name> { ActiveValue::Set(self) }
        }
    )+};
}

stored_as_uuid![
    AccountId,
    CallId,
    ChecklistItemId,
    CompanyId,
    CompanyNoteId,
    FollowUpId,
    GroupId,
    HolidayId,
    MatchEventId,
    MatchingRunId,
    AdjustmentId,
    MentorId,
    ObservationId,
    OutcomeId,
    PhotoId,
    PlaceId,
    PlacementId,
    RankingId,
    RequirementId,
    YoungPersonId,
    MailId,
    RowId,
];

stored_as_text![
    Role,
    Language,
    PlacementKind,
    EventStatus,
    StepKind,
    GroupChoice,
    SeatKind,
    Measure,
    PlacementStatus,
    Party,
    ProposalAnswer,
    Attendance,
    HostAnswer,
    CompanyStage,
    CompanyNoteForm,
    ProfileStatus,
    ProfileVersion,
    RankingStage,
    AdjustmentKind,
    RunStatus,
    TargetGroup,
    EndKind,
    EndReason,
    OutcomeKind,
    DisclosureItem,
    FollowUpForm,
    CallKind,
    MailStatus,
    LookUpPurpose,
];
