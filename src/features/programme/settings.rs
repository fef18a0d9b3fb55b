//! Which settings there are and what each may be.

use crate::domain::contact::{Email, Phone};
use crate::web::typed;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingKind {
    Text,
    Phone,
    Email,
    Link,
    /// Days, working days, hours or percent: from the least that makes sense to the most.
    Number {
        least: u16,
        most: u16,
    },
    Time,
}

/// Why a value cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingError {
    /// The key of what is wrong.
    Says(&'static str),
    Between {
        least: u16,
        most: u16,
    },
}

const fn number(least: u16, most: u16) -> SettingKind {
    SettingKind::Number { least, most }
}

/// In the order the page shows them. Each is in `seed/programme.toml`, and its words are `admin-setting-<name>`.
pub const SETTINGS: &[(&str, SettingKind)] = &[
    ("programme_name", SettingKind::Text),
    ("municipality", SettingKind::Text),
    ("contact_phone", SettingKind::Phone),
    ("contact_email", SettingKind::Email),
    ("accessibility_statement_url", SettingKind::Link),
    ("talk_working_days", number(1, 366)),
    ("confirm_places_days_before", number(1, 366)),
    ("ranking_closes_days_after", number(0, 366)),
    ("ranking_closes_time", SettingKind::Time),
    ("ranking_reminder_hours_before", number(1, 366)),
    ("host_answers_days_after", number(0, 366)),
    ("proposal_answer_days_after", number(1, 366)),
    ("overdue_team_working_days", number(1, 366)),
    ("usual_percent_on", number(1, 100)),
    ("aimed_percent_on", number(1, 100)),
    ("extension_warning_days", number(1, 366)),
];

impl SettingKind {
    /// The value as it is kept, or what is wrong with it.
    pub fn checked(self, typed: &str) -> Result<String, SettingError> {
        let says = |key| Err(SettingError::Says(key));
        match self {
            Self::Text if typed.is_empty() => says("problem-required"),
            Self::Text if typed.chars().count() > 100 => says("problem-too-long"),
            Self::Phone if !typed.is_empty() && Phone::parse(typed).is_err() => {
                says("problem-phone")
            }
            Self::Email if !typed.is_empty() && Email::parse(typed).is_err() => {
                says("problem-email")
            }
            Self::Link if !typed.is_empty() && !is_web_address(typed) => says("admin-problem-link"),
            Self::Text | Self::Phone | Self::Email | Self::Link => Ok(typed.to_owned()),
            Self::Number { least, most } => match typed.parse::<u16>() {
                Ok(number) if (least..=most).contains(&number) => Ok(number.to_string()),
                Ok(_) => Err(SettingError::Between { least, most }),
                Err(_) => Err(SettingError::Says("problem-number")),
            },
            Self::Time => {
                let time = typed::time(typed).map(|time| time.format("%H:%M").to_string());
                time.ok_or(SettingError::Says("problem-time"))
            }
        }
    }
}

fn is_web_address(typed: &str) -> bool {
    url::Url::parse(typed).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_is_kept_in_one_spelling_or_refused() {
        let says = |key| Err(SettingError::Says(key));
        assert_eq!(number(1, 366).checked("07"), Ok("7".into()));
        assert_eq!(number(0, 366).checked("-1"), says("problem-number"));
        for outside in ["0", "367"] {
            let between = Err(SettingError::Between { least: 1, most: 366 });
            assert_eq!(number(1, 366).checked(outside), between);
        }
        assert_eq!(SettingKind::Time.checked("9.30"), Ok("09:30".into()));
        assert_eq!(SettingKind::Time.checked("24:00"), says("problem-time"));
        assert_eq!(SettingKind::Text.checked(""), says("problem-required"));
        assert_eq!(SettingKind::Phone.checked(""), Ok(String::new()));
        assert_eq!(SettingKind::Link.checked("javascript:alert(1)"), says("admin-problem-link"));
        assert_eq!(SettingKind::Email.checked("omvendt"), says("problem-email"));
    }

    #[test]
    fn every_setting_of_a_new_programme_is_on_the_page() {
        let file = include_str!("../../../seed/programme.toml");
        let names = file.split("[[setting]]").skip(1).filter_map(|row| {
            row.lines().find_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'))
        });
        let known: Vec<_> = SETTINGS.iter().map(|(name, _)| *name).collect();
        assert_eq!(names.collect::<Vec<_>>(), known);
    }
}
