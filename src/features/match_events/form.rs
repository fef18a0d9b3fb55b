//! The fields of one event: its day, its place and the days by which people must have answered.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use sea_orm::ConnectionTrait;
use serde::Deserialize;
use validator::Validate;

use super::NewEvent;
use super::words::times_refusal;
use crate::clock::{instant, local};
use crate::domain::calendar::Calendar;
use crate::domain::event::{DeadlineRule, EventTimes};
use crate::entities::match_event;
use crate::features::programme;
use crate::web::stale::{self, Shown};
use crate::web::{AppResult, Problems, check, typed};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct EventForm {
    pub day: String,
    pub from: String,
    pub until: String,
    #[validate(length(max = 200, code = "problem-too-long"))]
    pub venue: String,
    #[validate(length(max = 200, code = "problem-too-long"))]
    pub address: String,
    #[validate(length(max = 2000, code = "problem-too-long"))]
    pub directions: String,
    /// `yes`: it is known that the day is a holiday.
    pub on_holiday: String,
    /// `yes`: the deadlines are counted from the day again, whatever stands in their fields.
    pub count_again: String,
    pub places_day: String,
    pub places_time: String,
    pub ranking_day: String,
    pub ranking_time: String,
    pub host_day: String,
    pub host_time: String,
    pub answers_day: String,
    pub answers_time: String,
    /// What stood there when the page was opened.
    pub seen: String,
}

impl Shown for EventForm {
    fn fields(&self) -> Vec<(&'static str, String)> {
        [
            ("day", &self.day),
            ("from", &self.from),
            ("until_time", &self.until),
            ("venue", &self.venue),
            ("address", &self.address),
            ("directions", &self.directions),
            ("deadline_places", &self.places_day),
            ("deadline_places", &self.places_time),
            ("deadline_ranking", &self.ranking_day),
            ("deadline_ranking", &self.ranking_time),
            ("deadline_host", &self.host_day),
            ("deadline_host", &self.host_time),
            ("deadline_answers", &self.answers_day),
            ("deadline_answers", &self.answers_time),
        ]
        .map(|(name, text)| (name, text.clone()))
        .into()
    }

    fn seen(&self) -> &str {
        &self.seen
    }
}

/// The programme's habits that a form is read by.
pub struct Habits {
    pub rule: DeadlineRule,
    pub calendar: Calendar,
}

impl Habits {
    pub async fn load(db: &impl ConnectionTrait) -> AppResult<Self> {
        let days = async |name| -> AppResult<u64> {
            Ok(u64::try_from(programme::number(db, name).await?).unwrap_or(0))
        };
        let closes = programme::setting(db, "ranking_closes_time").await?;
        let rule = DeadlineRule {
            places_days_before: days("confirm_places_days_before").await?,
            ranking_days_after: days("ranking_closes_days_after").await?,
            ranking_closes: typed::time(&closes)
                .ok_or_else(|| anyhow::anyhow!("ranking_closes_time is no time: {closes}"))?,
            host_answer_days_after: days("host_answers_days_after").await?,
            answer_days_after: days("proposal_answer_days_after").await?,
        };
        Ok(Self { rule, calendar: programme::calendar(db).await? })
    }

    pub fn suggested(
        &self,
        starts: NaiveDateTime,
        ends: NaiveDateTime,
    ) -> EventTimes<NaiveDateTime> {
        EventTimes::suggested(starts, ends, &self.rule, &self.calendar)
    }
}

impl EventForm {
    pub fn of(event: &match_event::Model) -> Self {
        let day = |at| local(at).date().to_string();
        let time = |at| local(at).format("%H:%M").to_string();
        let mut form = Self {
            day: day(event.starts_at),
            from: time(event.starts_at),
            until: time(event.ends_at),
            venue: event.venue.clone(),
            address: event.address.clone(),
            directions: event.directions.clone(),
            on_holiday: String::new(),
            count_again: String::new(),
            places_day: day(event.places_confirmed_by),
            places_time: time(event.places_confirmed_by),
            ranking_day: day(event.ranking_closes_at),
            ranking_time: time(event.ranking_closes_at),
            host_day: day(event.host_answers_by),
            host_time: time(event.host_answers_by),
            answers_day: day(event.answers_by),
            answers_time: time(event.answers_by),
            seen: String::new(),
        };
        form.seen = stale::mark(&form);
        form
    }

    /// The event as typed, or everything that stands in the way of it, field by field. A holiday is warned of
    /// once; `before` is the day it already has.
    pub fn read(
        &self,
        habits: &Habits,
        before: Option<NaiveDate>,
        t: Words,
    ) -> Result<NewEvent, Problems> {
        let mut problems = check(self, t);
        let day = typed::day(&self.day);
        let (from, until) = (typed::time(&self.from), typed::time(&self.until));
        for (field, missing, words) in [
            ("day", day.is_none(), t.problem_date()),
            ("from", from.is_none(), t.problem_time()),
            ("until", until.is_none(), t.problem_time()),
            ("venue", self.venue.is_empty(), t.problem_required()),
            ("address", self.address.is_empty(), t.problem_required()),
        ] {
            if missing {
                problems.add(field, words);
            }
        }
        let (Some(day), Some(from), Some(until)) = (day, from, until) else {
            return Err(problems);
        };
        let is_known = self.on_holiday == "yes" || before == Some(day);
        if habits.calendar.is_holiday(day) && !is_known {
            problems.add("on_holiday", t.events_problem_holiday());
        }
        let (starts, ends) = (day.and_time(from), day.and_time(until));
        let mut times = habits.suggested(starts, ends);
        if self.count_again != "yes" {
            self.deadlines(&mut times, habits.rule.ranking_closes, &mut problems, t);
        }
        if let Err(error) = times.check() {
            let (field, words) = times_refusal(error, t);
            problems.add(field, words);
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(NewEvent {
            times: instants(times),
            venue: self.venue.clone(),
            address: self.address.clone(),
            directions: self.directions.clone(),
        })
    }

    /// A deadline left empty stays as the programme usually has it.
    fn deadlines(
        &self,
        times: &mut EventTimes<NaiveDateTime>,
        usual: NaiveTime,
        problems: &mut Problems,
        t: Words,
    ) {
        let fields = [
            (&self.places_day, &self.places_time, "places", &mut times.places_confirmed_by),
            (&self.ranking_day, &self.ranking_time, "ranking", &mut times.ranking_closes),
            (&self.host_day, &self.host_time, "host", &mut times.host_answers_by),
            (&self.answers_day, &self.answers_time, "answers", &mut times.answers_by),
        ];
        for (day, time, name, deadline) in fields {
            if day.is_empty() {
                continue;
            }
            let time_of_day = if time.is_empty() { Some(usual) } else { typed::time(time) };
            match (typed::day(day), time_of_day) {
                (Some(day), Some(time)) => *deadline = day.and_time(time),
                (None, _) => problems.add(format!("{name}_day"), t.problem_date()),
                (_, None) => problems.add(format!("{name}_time"), t.problem_time()),
            }
        }
    }
}

pub fn instants(times: EventTimes<NaiveDateTime>) -> EventTimes<DateTime<Utc>> {
    EventTimes {
        starts: instant(times.starts),
        ends: instant(times.ends),
        places_confirmed_by: instant(times.places_confirmed_by),
        ranking_closes: instant(times.ranking_closes),
        host_answers_by: instant(times.host_answers_by),
        answers_by: instant(times.answers_by),
    }
}
