//! Which settings there are and what each may be.

use crate::domain::contact::{Email, Phone};
use crate::web::typed;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingKind {
    Text,
    Phone,
    Email,
    Link,
    /// Days, working days or hours, from nought to a year of days.
    Number,
    Time,
}

/// In the order the page shows them. Each is in `seed/programme.toml`, and its words are `admin-setting-<name>`.
pub const SETTINGS: &[(&str, SettingKind)] = &[
    ("programme_name", SettingKind::Text),
    ("municipality", SettingKind::Text),
    ("contact_phone", SettingKind::Phone),
    ("contact_email", SettingKind::Email),
    ("accessibility_statement_url", SettingKind::Link),
    ("talk_working_days", SettingKind::Number),
    ("confirm_places_days_before", SettingKind::Number),
    ("ranking_closes_days_after", SettingKind::Number),
    ("ranking_closes_time", SettingKind::Time),
    ("ranking_reminder_hours_before", SettingKind::Number),
    ("host_answers_days_after", SettingKind::Number),
    ("proposal_answer_days_after", SettingKind::Number),
    ("overdue_team_working_days", SettingKind::Number),
    ("usual_percent_on", SettingKind::Number),
    ("aimed_percent_on", SettingKind::Number),
    ("extension_warning_days", SettingKind::Number),
];

impl SettingKind {
    /// The value as it is kept, or the key of what is wrong with it.
    pub fn checked(self, typed: &str) -> Result<String, &'static str> {
        match self {
            Self::Text if typed.is_empty() => Err("problem-required"),
            Self::Text if typed.chars().count() > 100 => Err("problem-too-long"),
            Self::Phone if !typed.is_empty() && Phone::parse(typed).is_err() => {
                Err("problem-phone")
            }
            Self::Email if !typed.is_empty() && Email::parse(typed).is_err() => {
                Err("problem-email")
            }
            Self::Link if !typed.is_empty() && !is_web_address(typed) => Err("admin-problem-link"),
            Self::Text | Self::Phone | Self::Email | Self::Link => Ok(typed.to_owned()),
            Self::Number => match typed.parse::<u16>() {
                Ok(number) if number <= 366 => Ok(number.to_string()),
                _ => Err("problem-number"),
            },
            Self::Time => {
                let time = typed::time(typed).map(|time| time.format("%H:%M").to_string());
                time.ok_or("problem-time")
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
        assert_eq!(SettingKind::Number.checked("07"), Ok("7".into()));
        assert_eq!(SettingKind::Number.checked("-1"), Err("problem-number"));
        assert_eq!(SettingKind::Number.checked("367"), Err("problem-number"));
        assert_eq!(SettingKind::Time.checked("9.30"), Ok("09:30".into()));
        assert_eq!(SettingKind::Time.checked("24:00"), Err("problem-time"));
        assert_eq!(SettingKind::Text.checked(""), Err("problem-required"));
        assert_eq!(SettingKind::Phone.checked(""), Ok(String::new()));
        assert_eq!(SettingKind::Link.checked("javascript:alert(1)"), Err("admin-problem-link"));
        assert_eq!(SettingKind::Email.checked("omvendt"), Err("problem-email"));
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
