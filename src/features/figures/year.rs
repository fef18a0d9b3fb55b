//! One calendar year's figures. Years do not overlap, so that nothing can be found by comparing two of them.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use sea_orm::ConnectionTrait;

use super::store::{self, Period};
use crate::domain::figures::{LedOn, Month, MonthFigures, by_month, led_on};
use crate::web::AppResult;

pub struct Year {
    pub year: i32,
    /// Every month so far since the first event, empty ones too.
    pub months: BTreeMap<Month, MonthFigures>,
    pub led_on: LedOn,
    /// The years one can choose, newest first.
    pub choices: Vec<i32>,
}

impl Year {
    /// The year asked for, or this year when it is none there is.
    pub async fn load(db: &impl ConnectionTrait, asked: &str, today: NaiveDate) -> AppResult<Self> {
        let first_month = store::first_month(db).await?;
        let first = first_month.map_or(today.year(), |(year, _)| year);
        let first = first.min(today.year());
        let choices: Vec<i32> = (first..=today.year()).rev().collect();
        let asked = asked.parse().ok().filter(|year| choices.contains(year));
        let year = asked.unwrap_or(today.year());
        let january = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(today);
        let period = Period { from: january(year), before: january(year + 1) };
        let mut months = by_month(
            store::invited(db, period).await?,
            store::started(db, period).await?,
            store::ended(db, period).await?,
            store::outcomes(db, period).await?,
        );
        months.retain(|month, _| month.year == year);
        let last = if year == today.year() { today.month() } else { 12 };
        let began = first_month.filter(|(first, _)| *first == year);
        let counted = months.keys().map(|month| month.month).min().unwrap_or(12);
        for month in began.map_or(1, |(_, month)| month.min(counted))..=last {
            months.entry(Month { year, month }).or_default();
        }
        let led_on = led_on(store::where_to(db, period).await?);
        Ok(Self { year, months, led_on, choices })
    }

    pub fn sum(&self, count: impl Fn(&MonthFigures) -> u32) -> u32 {
        self.months.values().map(count).sum()
    }

    /// How many got their first choice, their second, and so on.
    pub fn ranks(&self) -> BTreeMap<u32, u32> {
        let mut ranks = BTreeMap::new();
        for (rank, count) in self.months.values().flat_map(|figures| &figures.ranks) {
            *ranks.entry(*rank).or_default() += count;
        }
        ranks
    }

    pub fn is_empty(&self) -> bool {
        self.months.values().all(|figures| *figures == MonthFigures::default())
    }
}
