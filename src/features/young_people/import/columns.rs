//! The columns of a list: what they are called and what belongs in them.

use crate::domain::Language;
use crate::words::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Name,
    Email,
    Phone,
    Language,
    Group,
    Consultant,
    Purpose,
    Goal,
    TargetGroup,
    CaseReference,
    Requirements,
}

use Column as C;

pub const COLUMNS: [Column; 11] = [
    C::Name,
    C::Email,
    C::Phone,
    C::Language,
    C::Group,
    C::Consultant,
    C::Purpose,
    C::Goal,
    C::TargetGroup,
    C::CaseReference,
    C::Requirements,
];

impl Column {
    /// The heading in Danish and in English; both are read, whoever reads the page.
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Name => ("navn", "name"),
            Self::Email => ("e-mail", "email"),
            Self::Phone => ("telefon", "phone"),
            Self::Language => ("sprog", "language"),
            Self::Group => ("gruppe", "group"),
            Self::Consultant => ("konsulent", "consultant"),
            Self::Purpose => ("formål", "purpose"),
            Self::Goal => ("mål", "goal"),
            Self::TargetGroup => ("målgruppe", "target group"),
            Self::CaseReference => ("sagsnummer", "case reference"),
            Self::Requirements => ("har", "has"),
        }
    }

    pub fn name(self, t: Words) -> &'static str {
        match t.0 {
            Language::Danish => self.names().0,
            Language::English => self.names().1,
        }
    }

    pub fn what(self, t: Words) -> String {
        match self {
            Self::Name => t.young_people_column_name(),
            Self::Email => t.young_people_column_email(),
            Self::Phone => t.young_people_column_phone(),
            Self::Language => t.young_people_column_language(),
            Self::Group => t.young_people_column_group(),
            Self::Consultant => t.young_people_column_consultant(),
            Self::Purpose => t.young_people_column_purpose(),
            Self::Goal => t.young_people_column_goal(),
            Self::TargetGroup => t.young_people_column_target_group(),
            Self::CaseReference => t.young_people_column_case_reference(),
            Self::Requirements => t.young_people_column_requirements(),
        }
    }

    pub const fn is_needed(self) -> bool {
        matches!(
            self,
            Self::Name
                | Self::Group
                | Self::Consultant
                | Self::Purpose
                | Self::Goal
                | Self::TargetGroup
        )
    }
}

/// The column under this heading, if it is one of ours.
pub fn heading(text: &str) -> Option<Column> {
    let text = text.trim().to_lowercase().replace('_', " ");
    COLUMNS.into_iter().find(|column| {
        let (danish, english) = column.names();
        text == danish || text == english
    })
}
