//! The one place that asks the machine what time it is, and the change between instants and Danish days.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{
    DateTime, Duration, LocalResult, NaiveDate, NaiveDateTime, SubsecRound, TimeZone, Utc,
};
use chrono_tz::Europe::Copenhagen;

/// What time it is: the machine's time moved by an offset (nought but in a demo), or a time that stands still
/// until a test moves it.
#[derive(Clone, Debug)]
pub struct Clock {
    standing: bool,
    micros: Arc<AtomicI64>,
}

impl Clock {
    pub fn system() -> Self {
        Self { standing: false, micros: Arc::default() }
    }

    pub fn standing_at(at: DateTime<Utc>) -> Self {
        Self { standing: true, micros: Arc::new(AtomicI64::new(at.timestamp_micros())) }
    }

    /// Whole microseconds, because PostgreSQL keeps no more.
    pub fn now(&self) -> DateTime<Utc> {
        let micros = self.micros.load(Ordering::Relaxed);
        if self.standing {
            DateTime::from_timestamp_micros(micros).expect("set from an instant")
        } else {
            machine_time() + Duration::microseconds(micros)
        }
    }

    pub fn today(&self) -> NaiveDate {
        local(self.now()).date()
    }

    /// From now on it is `at`.
    pub fn set(&self, at: DateTime<Utc>) {
        let micros = if self.standing {
            at.timestamp_micros()
        } else {
            (at - machine_time()).num_microseconds().unwrap_or(0)
        };
        self.micros.store(micros, Ordering::Relaxed);
    }

    /// How far a demo has been moved, in microseconds.
    pub fn offset(&self) -> i64 {
        if self.standing { 0 } else { self.micros.load(Ordering::Relaxed) }
    }

    pub fn set_offset(&self, micros: i64) {
        self.micros.store(micros, Ordering::Relaxed);
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the clock")]
fn machine_time() -> DateTime<Utc> {
    Utc::now().trunc_subsecs(6)
}

/// The wall clock in Denmark.
pub fn local(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&Copenhagen).naive_local()
}

/// The instant when a Danish wall clock shows this. In the hour that comes twice, the first; in the hour that
/// never comes, the moment the clocks jump to.
pub fn instant(local: NaiveDateTime) -> DateTime<Utc> {
    match Copenhagen.from_local_datetime(&local) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.with_timezone(&Utc),
        LocalResult::None => instant(local + Duration::hours(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wall(day: (i32, u32, u32), hour: u32, minute: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(day.0, day.1, day.2).unwrap().and_hms_opt(hour, minute, 0).unwrap()
    }

    #[test]
    fn danish_time_is_one_hour_ahead_in_winter_and_two_in_summer() {
        assert_eq!(instant(wall((2026, 12, 2), 13, 0)).to_rfc3339(), "2026-12-02T12:00:00+00:00");
        assert_eq!(instant(wall((2026, 7, 1), 13, 0)).to_rfc3339(), "2026-07-01T11:00:00+00:00");
    }

    #[test]
    fn the_hour_that_never_comes_is_the_hour_after() {
        assert_eq!(instant(wall((2026, 3, 29), 2, 30)).to_rfc3339(), "2026-03-29T01:30:00+00:00");
        assert_eq!(local(instant(wall((2026, 10, 25), 2, 30))), wall((2026, 10, 25), 2, 30));
    }
}
