//! What people read: Fluent messages by key, days and times as people say them, and the words of every refusal.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike, Utc};
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, langid, static_loader};

use crate::clock::local;
use crate::domain::Language;

static_loader! {
    static LOCALES = {
        locales: "./frontend/locales",
        fallback_language: "da",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

static DANISH: LanguageIdentifier = langid!("da");
static ENGLISH: LanguageIdentifier = langid!("en");

/// The words of one language. `build.rs` adds a method per message: `ranking-save` is `t.ranking_save()`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub Language);

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Words {
    pub fn code(self) -> &'static str {
        self.0.as_str()
    }

    fn language(self) -> &'static LanguageIdentifier {
        match self.0 {
            Language::Danish => &DANISH,
            Language::English => &ENGLISH,
        }
    }

    /// The message of a key made at run time. A key that is not there comes back as itself, so that a page
    /// stays whole; tests walk every key that code can make.
    pub fn say(self, key: &str) -> String {
        LOCALES.try_lookup(self.language(), key).unwrap_or_else(|| key.to_owned())
    }

    pub fn say_with<'a, const N: usize>(
        self,
        key: &str,
        values: [(&'static str, FluentValue<'a>); N],
    ) -> String {
        let values: HashMap<Cow<'static, str>, FluentValue> =
            values.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect();
        LOCALES
            .try_lookup_with_args(self.language(), key, &values)
            .unwrap_or_else(|| key.to_owned())
    }

    /// The label of one of the programme's closed lists: `t.kind("placement-status", status.as_str())`.
    pub fn kind(self, list: &str, text: &str) -> String {
        self.say(&format!("kind-{list}-{}", text.replace('_', "-")))
    }

    pub fn knows(key: &str) -> bool {
        KEYS.binary_search(&key).is_ok()
    }

    /// `onsdag den 2. december` / `Wednesday 2 December`.
    pub fn day(self, day: NaiveDate) -> String {
        let weekday = self.say(&format!("date-weekday-{}", day.weekday().number_from_monday()));
        let month = self.say(&format!("date-month-{}", day.month()));
        self.date_day(weekday, day.day(), month)
    }

    /// `2. december 2026` / `2 December 2026`.
    pub fn date(self, day: NaiveDate) -> String {
        let month = self.say(&format!("date-month-{}", day.month()));
        self.date_with_year(day.day(), month, day.year().to_string())
    }

    /// `december 2026`.
    pub fn month(self, day: NaiveDate) -> String {
        format!("{} {}", self.say(&format!("date-month-{}", day.month())), day.year())
    }

    /// `13` or `13.30`, Danish clock style; `13:00` in English.
    pub fn time(self, time: NaiveTime) -> String {
        match (self.0, time.minute()) {
            (Language::Danish, 0) => time.hour().to_string(),
            (Language::Danish, minute) => format!("{}.{minute:02}", time.hour()),
            (Language::English, minute) => format!("{}:{minute:02}", time.hour()),
        }
    }

    /// `10.00` in a list of times, `10:00` in English.
    pub fn hour_and_minute(self, time: NaiveTime) -> String {
        let between = if self.0 == Language::Danish { '.' } else { ':' };
        format!("{}{between}{:02}", time.hour(), time.minute())
    }

    /// `kl. 7-12.30`, from two times as they are kept: `07:00` and `12:30`.
    pub fn hours(self, from: &str, to: &str) -> String {
        let said = |time: &str| match NaiveTime::parse_from_str(time, "%H:%M") {
            Ok(time) => self.time(time),
            Err(_) => time.to_owned(),
        };
        self.card_hours(said(from), said(to))
    }

    /// `onsdag den 2. december`, and `onsdag den 6. januar 2027` seen from another year.
    pub fn day_seen_from(self, today: NaiveDate, day: NaiveDate) -> String {
        if day.year() == today.year() {
            return self.day(day);
        }
        format!("{} {}", self.day(day), day.year())
    }

    /// `onsdag den 2. december kl. 13`, in Danish local time.
    pub fn moment(self, at: DateTime<Utc>) -> String {
        let at = local(at);
        self.date_moment(self.day(at.date()), self.time(at.time()))
    }

    /// The exact instant for `<time datetime>`.
    pub fn exact(self, at: DateTime<Utc>) -> String {
        at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
    }
}
