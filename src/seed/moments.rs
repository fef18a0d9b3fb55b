//! Days of the month's files, counted from the demo's first day.

use chrono::{DateTime, Days as Count, NaiveDate, NaiveTime, Utc, Weekday};
use sea_orm::ConnectionTrait;

use super::files::Moment;
use crate::clock::instant;
use crate::features::programme;
use crate::web::AppResult;

#[derive(Clone, Copy, Debug)]
pub struct Days(NaiveDate);

impl Days {
    /// Day 0: the latest such weekday up to `today` that is no holiday.
    pub async fn until(
        db: &impl ConnectionTrait,
        today: NaiveDate,
        weekday: Weekday,
    ) -> AppResult<Self> {
        let calendar = programme::calendar(db).await?;
        let mut day = today.week(weekday).first_day();
        while calendar.is_holiday(day) {
            day = day - Count::new(7);
        }
        Ok(Self(day))
    }

    pub fn day(self, number: i64) -> NaiveDate {
        self.0 + chrono::Duration::days(number)
    }

    pub fn moment(self, number: i64, at: &str) -> AppResult<DateTime<Utc>> {
        let time: NaiveTime = at.parse().map_err(|error| anyhow::anyhow!("{at}: {error}"))?;
        Ok(instant(self.day(number).and_time(time)))
    }

    pub fn of(self, moment: &Moment) -> AppResult<DateTime<Utc>> {
        self.moment(moment.day, &moment.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_week_of_a_wednesday_begins_on_it() {
        let sunday: NaiveDate = "2026-11-22".parse().unwrap();
        assert_eq!(sunday.week(Weekday::Wed).first_day(), "2026-11-18".parse().unwrap());
        let wednesday: NaiveDate = "2026-11-18".parse().unwrap();
        assert_eq!(wednesday.week(Weekday::Wed).first_day(), wednesday);
    }
}
