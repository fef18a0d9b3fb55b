//! What the law allows, read from dated rows, so that a new act is new rows and no new program.

use chrono::{Days, NaiveDate};

use super::kinds::TargetGroup;

/// A rule with the days it counts on; `valid_to` is its last day, empty while no end is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated<T> {
    pub valid_from: NaiveDate,
    pub valid_to: Option<NaiveDate>,
    pub rule: T,
}

impl<T> Dated<T> {
    pub fn covers(&self, on: NaiveDate) -> bool {
        self.valid_from <= on && self.valid_to.is_none_or(|last| on <= last)
    }
}

/// LAB § 61: how many weeks a placement may last, and how many in all when it has been extended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LengthRule {
    pub target_group: TargetGroup,
    pub longest_weeks: i32,
    pub extended_weeks: i32,
}

/// How many may be in placement or wage subsidy at one P-number for its ordinary employees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RatioRule {
    pub up_to_employees: i32,
    pub employees_per_place: i32,
    pub employees_per_place_above: i32,
    pub at_least: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LegalError {
    #[error("no rule is in force on {0}")]
    NoRuleInForce(NaiveDate),
}

/// Of rows that overlap, the one that began last counts: so a correction is one new row.
pub fn in_force<T>(rows: &[Dated<T>], on: NaiveDate) -> Result<&T, LegalError> {
    newest(rows.iter(), on).ok_or(LegalError::NoRuleInForce(on))
}

/// The length rule of `group` for a placement that starts on `starts_on`.
pub fn length_rule(
    rows: &[Dated<LengthRule>],
    group: TargetGroup,
    starts_on: NaiveDate,
) -> Result<&LengthRule, LegalError> {
    newest(rows.iter().filter(|row| row.rule.target_group == group), starts_on)
        .ok_or(LegalError::NoRuleInForce(starts_on))
}

fn newest<'a, T>(rows: impl Iterator<Item = &'a Dated<T>>, on: NaiveDate) -> Option<&'a T> {
    rows.filter(|row| row.covers(on)).max_by_key(|row| row.valid_from).map(|row| &row.rule)
}

/// Going past the ordinary length takes a concrete assessment (LAB § 61(2)), so it is said aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    Ordinary,
    Extended,
}

impl LengthRule {
    /// The last lawful day of a placement that starts on `starts_on`.
    pub fn latest_end(&self, starts_on: NaiveDate, length: Length) -> NaiveDate {
        let weeks = match length {
            Length::Ordinary => self.longest_weeks,
            Length::Extended => self.extended_weeks.max(self.longest_weeks),
        };
        let days = u64::from(weeks.max(0).unsigned_abs()) * 7;
        starts_on.checked_add_days(Days::new(days.saturating_sub(1))).unwrap_or(starts_on)
    }
}

/// The last day on which an extension can still be agreed in time; how long before is a setting.
pub fn extension_deadline(ends_on: NaiveDate, days_before: u64) -> NaiveDate {
    ends_on.checked_sub_days(Days::new(days_before)).unwrap_or(ends_on)
}

/// The legal ratio at one P-number, as facts to word; it warns and never blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ratio {
    HeadcountUnknown { used: i32 },
    Within { employees: i32, allowed: i32, used: i32 },
    Over { employees: i32, allowed: i32, used: i32, over_by: i32 },
}

impl RatioRule {
    pub fn allowed(&self, employees: i32) -> i32 {
        let low = employees.clamp(0, self.up_to_employees.max(0));
        let above = employees.saturating_sub(self.up_to_employees).max(0);
        let places =
            low / self.employees_per_place.max(1) + above / self.employees_per_place_above.max(1);
        places.max(self.at_least)
    }

    /// `used` counts persons: ours in placement and the others there in placement or wage subsidy.
    pub fn ratio(&self, employees: Option<i32>, used: i32) -> Ratio {
        let Some(employees) = employees else { return Ratio::HeadcountUnknown { used } };
        let allowed = self.allowed(employees);
        match used - allowed {
            over_by if over_by > 0 => Ratio::Over { employees, allowed, used, over_by },
            _ => Ratio::Within { employees, allowed, used },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn ratio_of_2026() -> RatioRule {
        RatioRule {
            up_to_employees: 50,
            employees_per_place: 5,
            employees_per_place_above: 10,
            at_least: 1,
        }
    }

    fn lengths() -> Vec<Dated<LengthRule>> {
        let row = |from, to: Option<&str>, target_group, longest_weeks, extended_weeks| Dated {
            valid_from: day(from),
            valid_to: to.map(day),
            rule: LengthRule { target_group, longest_weeks, extended_weeks },
        };
        vec![
            row("2024-01-01", Some("2026-12-31"), TargetGroup::ActivityReady, 13, 26),
            row("2024-01-01", Some("2026-12-31"), TargetGroup::JobReady, 4, 4),
            row("2026-07-01", None, TargetGroup::ActivityReady, 12, 24),
        ]
    }

    #[test]
    fn one_per_five_then_one_per_ten_and_always_one() {
        let table = [
            (0, 1),
            (1, 1),
            (4, 1),
            (5, 1),
            (6, 1),
            (9, 1),
            (10, 2),
            (49, 9),
            (50, 10),
            (51, 10),
            (59, 10),
            (60, 11),
            (61, 11),
            (70, 12),
            (1000, 105),
        ];
        for (employees, allowed) in table {
            assert_eq!(ratio_of_2026().allowed(employees), allowed, "{employees} employees");
        }
    }

    #[test]
    fn the_ratio_says_by_how_much_it_is_passed() {
        let rule = ratio_of_2026();
        assert_eq!(rule.ratio(None, 2), Ratio::HeadcountUnknown { used: 2 });
        assert_eq!(rule.ratio(Some(6), 1), Ratio::Within { employees: 6, allowed: 1, used: 1 });
        assert_eq!(
            rule.ratio(Some(6), 3),
            Ratio::Over { employees: 6, allowed: 1, used: 3, over_by: 2 }
        );
    }

    #[test]
    fn the_row_that_began_last_counts() {
        let rows = lengths();
        let weeks = |group, on| length_rule(&rows, group, day(on)).map(|rule| rule.longest_weeks);
        assert_eq!(weeks(TargetGroup::ActivityReady, "2026-06-30"), Ok(13));
        assert_eq!(weeks(TargetGroup::ActivityReady, "2026-07-01"), Ok(12));
        assert_eq!(weeks(TargetGroup::JobReady, "2026-12-31"), Ok(4));
        assert_eq!(
            weeks(TargetGroup::JobReady, "2027-01-01"),
            Err(LegalError::NoRuleInForce(day("2027-01-01")))
        );
    }

    #[test]
    fn thirteen_weeks_from_a_monday_end_on_a_sunday() {
        let rows = lengths();
        let rule = length_rule(&rows, TargetGroup::ActivityReady, day("2026-03-02")).unwrap();
        assert_eq!(rule.latest_end(day("2026-03-02"), Length::Ordinary), day("2026-05-31"));
        assert_eq!(rule.latest_end(day("2026-03-02"), Length::Extended), day("2026-08-30"));
        assert_eq!(extension_deadline(day("2026-05-31"), 14), day("2026-05-17"));
    }

    #[test]
    fn an_undated_row_counts_for_ever() {
        let row = Dated { valid_from: day("2026-01-01"), valid_to: None, rule: ratio_of_2026() };
        let rows = [row];
        assert!(in_force(&rows, day("2099-01-01")).is_ok());
        assert!(in_force(&rows, day("2025-12-31")).is_err());
    }
}
