//! Days and times as people type them, where a browser has no picker of its own.

use chrono::{NaiveDate, NaiveTime};

/// `2026-12-02` as browsers send it; `2-12-2026`, `2.12.2026` or `2/12 2026` as Danes write it. In a year that
/// somebody can mean.
pub fn day(typed: &str) -> Option<NaiveDate> {
    let numbers: Vec<&str> =
        typed.split(|sign: char| !sign.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let [first, month, last] = numbers.as_slice() else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let year = year.parse().ok().filter(|year| (1900..2200).contains(year))?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

/// `13:00`, `13.00`, `1300` or `13`.
pub fn time(typed: &str) -> Option<NaiveTime> {
    let typed = typed.trim();
    let (hour, minute) = match typed.split_once([':', '.']) {
        Some((hour, minute)) => (hour, minute.get(..2)?),
        None if typed.len() == 4 => (typed.get(..2)?, typed.get(2..)?),
        None => (typed, "0"),
    };
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

/// A day as a browser's picker takes it; what cannot be read stays as typed.
pub fn shown_day(typed: &(impl AsRef<str> + ?Sized)) -> String {
    day(typed.as_ref()).map_or_else(|| typed.as_ref().to_owned(), |day| day.to_string())
}

/// A time as a browser's picker takes it; what cannot be read stays as typed.
pub fn shown_time(typed: &(impl AsRef<str> + ?Sized)) -> String {
    let time = time(typed.as_ref());
    time.map_or_else(|| typed.as_ref().to_owned(), |time| time.format("%H:%M").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_are_read_as_people_write_them() {
        let second = NaiveDate::from_ymd_opt(2026, 12, 2);
        for typed in ["2026-12-02", "2-12-2026", "2.12.2026", "02/12 2026", " 2/12/2026 "] {
            assert_eq!(day(typed), second, "{typed}");
        }
        for typed in ["", "2-12", "2-12-26", "31-2-2027", "1-1-0026", "i morgen", "٢-12-2026"] {
            assert_eq!(day(typed), None, "{typed}");
        }
        for typed in ["13:00", "13.00", "1300", "13", "13:00:00"] {
            assert_eq!(time(typed), NaiveTime::from_hms_opt(13, 0, 0), "{typed}");
        }
        for typed in ["", "25:00", "13:6x", "kl. 13", "13:0"] {
            assert_eq!(time(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_form_shows_again_what_it_could_read_as_its_picker_writes_it() {
        assert_eq!(
            (shown_day("2.12.2026"), shown_day("i morgen")),
            ("2026-12-02".into(), "i morgen".into())
        );
        assert_eq!((shown_time("8"), shown_time("kl. 8")), ("08:00".into(), "kl. 8".into()));
    }
}
