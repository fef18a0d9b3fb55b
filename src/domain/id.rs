//! One identifier type per noun, so that a company's id cannot be handed in where a person's is meant.

macro_rules! ids {
    ($($name:ident),+ $(,)?) => {$(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl From<uuid::Uuid> for $name {
            fn from(id: uuid::Uuid) -> Self { Self(id) }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { text.parse().map(Self) }
        }
    )+};
}

ids![
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
