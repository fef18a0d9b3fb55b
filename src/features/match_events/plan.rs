//! `GET` and `POST /desk/events/plan`: the year's events in one go, seen before they are saved.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{Datelike, Month, NaiveDate, Weekday};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::Deserialize;
use validator::Validate;

use omvendt_frontend::parts::Choice;

use super::form::{Habits, instants};
use super::words::{plan_refusal, skipped};
use super::{NewEvent, acts};
use crate::clock::local;
use crate::domain::event::{EventPlan, PlannedDays, WeekOfMonth};
use crate::domain::{EventStatus, Language};
use crate::entities::{holiday, match_event};
use crate::state::{AppState, one_at_a_time};
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, check, html, see_other, typed,
    unprocessable,
};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct PlanForm {
    pub week: String,
    pub weekday: String,
    pub year: String,
    pub month: Vec<String>,
    pub from: String,
    pub until: String,
    #[validate(length(max = 200, code = "problem-too-long"))]
    pub venue: String,
    #[validate(length(max = 200, code = "problem-too-long"))]
    pub address: String,
    #[validate(length(max = 2000, code = "problem-too-long"))]
    pub directions: String,
    /// `save` after the days have been seen, or `change` to see the fields again.
    pub step: String,
}

#[derive(Template)]
#[template(path = "match_events/plan.html")]
struct PlanPage {
    page: Page,
    t: Words,
    form: PlanForm,
    weeks: Vec<Choice>,
    weekdays: Vec<Choice>,
    months: Vec<Choice>,
    /// The days, once they have been asked for.
    seen: Option<Seen>,
    problems: Problems,
}

struct Seen {
    days: Vec<(String, String)>,
    skipped: Vec<(String, String)>,
}

const WEEKDAYS: [Weekday; 5] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

impl PlanPage {
    fn new(
        request: &HttpRequest,
        t: Words,
        form: PlanForm,
        seen: Option<Seen>,
        problems: Problems,
    ) -> Self {
        let week = |week: &WeekOfMonth| {
            Choice::new(
                week.as_str(),
                t.say(&format!("events-week-{week}")),
                week.as_str() == form.week,
            )
        };
        let weekday = |day: &Weekday| {
            let number = day.number_from_monday().to_string();
            let chosen = number == form.weekday;
            Choice::new(number.clone(), t.say(&format!("date-weekday-{number}")), chosen)
        };
        let month = |number: u32| {
            let text = number.to_string();
            let chosen = form.month.contains(&text);
            Choice::new(text, t.say(&format!("date-month-{number}")), chosen)
        };
        Self {
            page: Page::new(request, t.events_plan_title()),
            t,
            weeks: WeekOfMonth::ALL.iter().map(week).collect(),
            weekdays: WEEKDAYS.iter().map(weekday).collect(),
            months: (1..=12).map(month).collect(),
            seen,
            form,
            problems,
        }
    }
}

/// Opens with what a year usually is: every first Wednesday of every month but July, from 13 to 15.
pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
) -> AppResult<HttpResponse> {
    let today = state.clock.today();
    let year = if today.month() >= 10 { today.year() + 1 } else { today.year() };
    let form = PlanForm {
        week: WeekOfMonth::First.to_string(),
        weekday: "3".into(),
        year: year.to_string(),
        month: (1..=12).filter(|month| *month != 7).map(|month: u32| month.to_string()).collect(),
        from: "13:00".into(),
        until: "15:00".into(),
        ..PlanForm::default()
    };
    html(&PlanPage::new(&request, visitor.words(), form, None, Problems::default()))
}

pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    form: Form<PlanForm>,
) -> AppResult<HttpResponse> {
    let (t, today) = (visitor.words(), state.clock.today());
    if form.step == "change" {
        return html(&PlanPage::new(&request, t, form.0, None, Problems::default()));
    }
    let txn = state.write().await?;
    one_at_a_time(&txn, "new event").await?;
    let habits = Habits::load(&txn).await?;
    let planned = planned_days(&txn).await?;
    let read = form.read(t).and_then(|(plan, year)| {
        let days = plan.days(year, &habits.calendar, &planned, today).map_err(|error| {
            let (field, words) = plan_refusal(error, t);
            let mut problems = Problems::default();
            problems.add(field, words);
            problems
        })?;
        Ok((plan, days))
    });
    let (plan, days) = match read {
        Ok(read) => read,
        Err(problems) => {
            return unprocessable(&PlanPage::new(&request, t, form.0, None, problems));
        }
    };
    if form.step != "save" {
        let seen = seen(&txn, &days, t).await?;
        return html(&PlanPage::new(&request, t, form.0, Some(seen), Problems::default()));
    }
    for day in days.days {
        let times = habits.suggested(day.and_time(plan.starts), day.and_time(plan.ends));
        let new = NewEvent {
            times: instants(times),
            venue: form.venue.clone(),
            address: form.address.clone(),
            directions: form.directions.clone(),
        };
        acts::create(&txn, &state, new, visitor.id).await?;
    }
    txn.commit().await?;
    Ok(see_other("/desk/events").notice("events-planned"))
}

/// Days with an event that stands.
async fn planned_days(db: &impl ConnectionTrait) -> AppResult<BTreeSet<NaiveDate>> {
    let events = match_event::Entity::find()
        .filter(match_event::Column::Status.ne(EventStatus::Cancelled))
        .all(db)
        .await?;
    Ok(events.into_iter().map(|event| local(event.starts_at).date()).collect())
}

async fn seen(db: &impl ConnectionTrait, days: &PlannedDays, t: Words) -> AppResult<Seen> {
    let holidays = holiday::Entity::find().all(db).await?;
    let holidays: BTreeMap<NaiveDate, String> = holidays
        .into_iter()
        .map(|row| (row.day, if t.0 == Language::Danish { row.name_da } else { row.name_en }))
        .collect();
    let day = |day: &NaiveDate| format!("{} {}", t.day(*day), day.year());
    Ok(Seen {
        days: days.days.iter().map(|one| (one.to_string(), day(one))).collect(),
        skipped: days
            .skipped
            .iter()
            .map(|(one, why)| (day(one), skipped(*why, holidays.get(one).map(String::as_str), t)))
            .collect(),
    })
}

impl PlanForm {
    /// The plan as typed with its year, or everything that stands in the way of it.
    fn read(&self, t: Words) -> Result<(EventPlan, i32), Problems> {
        let mut problems = check(self, t);
        let week: Option<WeekOfMonth> = self.week.parse().ok();
        let weekday =
            WEEKDAYS.into_iter().find(|day| day.number_from_monday().to_string() == self.weekday);
        let (from, until) = (typed::time(&self.from), typed::time(&self.until));
        let year: Option<i32> = self.year.parse().ok();
        for (field, missing, words) in [
            ("week", week.is_none(), t.problem_choose()),
            ("weekday", weekday.is_none(), t.problem_choose()),
            ("year", year.is_none(), t.events_problem_year()),
            ("from", from.is_none(), t.problem_time()),
            ("until", until.is_none(), t.problem_time()),
            ("venue", self.venue.is_empty(), t.problem_required()),
            ("address", self.address.is_empty(), t.problem_required()),
        ] {
            if missing {
                problems.add(field, words);
            }
        }
        match (week, weekday, from, until, year) {
            (Some(week), Some(weekday), Some(starts), Some(ends), Some(year))
                if problems.is_empty() =>
            {
                let number = |month: &String| month.parse::<u8>().ok();
                let months = self.month.iter().filter_map(number);
                let months = months.filter_map(|month| Month::try_from(month).ok()).collect();
                Ok((EventPlan { week, weekday, starts, ends, months }, year))
            }
            _ => Err(problems),
        }
    }
}
