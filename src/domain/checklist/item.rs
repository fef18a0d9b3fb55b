//! The catalogue of what can be agreed.

use crate::domain::kinds::{Party, PlacementKind};
use crate::domain::text_enum::text_enum;

text_enum! {
    /// METHOD's thirty items; the fifteenth is two, since the ratio warns and the colleagues' voice blocks.
    Item {
        Purpose = "purpose",
        PartGoals = "part_goals",
        Period = "period",
        Hours = "hours",
        FirstDay = "first_day",
        DailyContact = "daily_contact",
        MunicipalContact = "municipal_contact",
        HouseRules = "house_rules",
        SickOrLate = "sick_or_late",
        WhatIsTold = "what_is_told",
        CareNeeds = "care_needs",
        OtherAppointments = "other_appointments",
        Safety = "safety",
        Insurance = "insurance",
        Ratio = "ratio",
        Voice = "voice",
        FollowUps = "follow_ups",
        IfItGoesWrong = "if_it_goes_wrong",
        YourData = "your_data",
        Money = "money",
        Question = "question",
        TasksToTry = "tasks_to_try",
        MeetTheTrade = "meet_the_trade",
        JudgingFit = "judging_fit",
        NextStep = "next_step",
        Skills = "skills",
        Feedback = "feedback",
        Tolerance = "tolerance",
        Aids = "aids",
        GoalReached = "goal_reached",
        Proof = "proof",
    }
}

text_enum! {
    /// The headings of the page, in its order.
    ItemGroup { Practical = "practical", Work = "work", WhenItGoesWrong = "when_it_goes_wrong", YourData = "your_data" }
}

const ALL_THREE: &[Party] = &[Party::YoungPerson, Party::Company, Party::Consultant];
const COMPANY_AND_CONSULTANT: &[Party] = &[Party::Company, Party::Consultant];
const YOUNG_PERSON_AND_COMPANY: &[Party] = &[Party::YoungPerson, Party::Company];
const YOUNG_PERSON_AND_CONSULTANT: &[Party] = &[Party::YoungPerson, Party::Consultant];

impl Item {
    /// The items of one kind of placement, in the order they are talked through. Ordinary paid hours
    /// build on a skill, so they are agreed like training.
    pub fn of_kind(kind: PlacementKind) -> impl Iterator<Item = Item> {
        Item::ALL.iter().copied().filter(move |item| match item.number() {
            20..=24 => kind == PlacementKind::Clarification,
            25..=30 => kind != PlacementKind::Clarification,
            _ => true,
        })
    }

    /// METHOD's number; 15 is shared by the ratio and the colleagues' voice.
    pub fn number(self) -> u8 {
        let place =
            Item::ALL.iter().zip(1u8..).find(|(item, _)| **item == self).map_or(0, |(_, n)| n);
        if place > 15 { place - 1 } else { place }
    }

    pub fn group(self) -> ItemGroup {
        match self {
            Self::Period
            | Self::Hours
            | Self::FirstDay
            | Self::DailyContact
            | Self::MunicipalContact
            | Self::HouseRules
            | Self::OtherAppointments
            | Self::Safety
            | Self::Ratio
            | Self::Voice
            | Self::Money => ItemGroup::Practical,
            Self::SickOrLate | Self::Insurance | Self::IfItGoesWrong => ItemGroup::WhenItGoesWrong,
            Self::WhatIsTold | Self::YourData => ItemGroup::YourData,
            _ => ItemGroup::Work,
        }
    }

    /// Who must say yes. The employees' representative has no account: the consultant records them.
    pub fn confirmed_by(self) -> &'static [Party] {
        match self {
            Self::Period | Self::Insurance | Self::Ratio | Self::Aids => COMPANY_AND_CONSULTANT,
            Self::Voice => &[Party::Consultant],
            Self::FirstDay
            | Self::DailyContact
            | Self::HouseRules
            | Self::Safety
            | Self::TasksToTry
            | Self::MeetTheTrade
            | Self::Feedback
            | Self::Tolerance
            | Self::Proof => YOUNG_PERSON_AND_COMPANY,
            Self::WhatIsTold | Self::YourData | Self::NextStep => YOUNG_PERSON_AND_CONSULTANT,
            _ => ALL_THREE,
        }
    }

    /// The few that must stand before day one; the rest may be settled while the placement runs.
    pub fn blocks_start(self) -> bool {
        matches!(
            self,
            Self::Purpose
                | Self::Period
                | Self::DailyContact
                | Self::MunicipalContact
                | Self::Safety
                | Self::Voice
        )
    }
}
