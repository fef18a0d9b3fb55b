//! `/placements/{placement}/dates`: the agreed days and hours, within what the law allows.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;
use serde::Deserialize;
use validator::Validate;

use super::acts::dates::{self, Changed, NewDates};
use super::forms::{self, Head, day_of};
use super::{path, store, words};
use crate::domain::calendar::Calendar;
use crate::domain::legal::{self, Length};
use crate::domain::{PlacementId, PlacementStatus};
use crate::features::checklists::access::{self, Viewer};
use crate::features::programme;
use crate::state::AppState;
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, check, html, see_other, typed,
    unprocessable,
};
use crate::words::Words;

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct DatesForm {
    starts_on: String,
    ends_on: String,
    hours: String,
    extended: String,
    /// The holidays somebody knows of among the days.
    on_holiday: String,
    #[validate(length(max = 1000, code = "problem-too-long"))]
    because: String,
}

#[derive(Template)]
#[template(path = "placements/dates.html")]
struct DatesPage {
    page: Page,
    t: Words,
    head: Head,
    action: String,
    /// What the law allows this person.
    lawful: String,
    /// The first day stands once it has been.
    started: bool,
    /// The holidays among the days as typed.
    holidays: String,
    problems: Problems,
    form: DatesForm,
}

pub async fn show_dates(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<PlacementId>,
) -> AppResult<HttpResponse> {
    let placement = forms::of_consultant(&state.db.read, &visitor, *id).await?;
    let text = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let form = DatesForm {
        starts_on: text(placement.starts_on),
        ends_on: text(placement.ends_on),
        hours: placement.hours_per_week.map(|hours| hours.to_string()).unwrap_or_default(),
        ..DatesForm::default()
    };
    html(&dates_page(&request, &state, &visitor, *id, Problems::default(), form).await?)
}

async fn dates_page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    id: PlacementId,
    problems: Problems,
    form: DatesForm,
) -> AppResult<DatesPage> {
    let (db, t) = (&state.db.read, visitor.words());
    let placement = forms::of_consultant(db, visitor, id).await?;
    access::record_look_up(state, visitor, &placement, "placements/dates").await?;
    let person = store::young_person(db, placement.young_person_id).await?;
    let group = t.kind("target-group", person.target_group.as_str());
    let starts = typed::day(&form.starts_on).unwrap_or_else(|| state.clock.today());
    let rules = programme::length_rules(db).await?;
    let lawful = match legal::length_rule(&rules, person.target_group, starts) {
        Ok(rule) => t.placements_dates_lawful(
            group,
            rule.longest_weeks,
            rule.extended_weeks,
            t.day_seen_from(state.clock.today(), rule.latest_end(starts, Length::Ordinary)),
        ),
        Err(_) => t.placements_refused_no_rule(t.date(starts)),
    };
    let calendar = programme::calendar(db).await?;
    let days = [&form.starts_on, &form.ends_on].into_iter().filter_map(|day| typed::day(day));
    let holidays: Vec<_> =
        days.filter(|day| calendar.is_holiday(*day)).map(|day| day.to_string()).collect();
    Ok(DatesPage {
        page: Page::new(request, t.placements_dates_title()),
        t,
        head: forms::head(db, &placement, Viewer::Consultant, t).await?,
        action: format!("{}/dates", path(id)),
        lawful,
        started: placement.status == PlacementStatus::Running,
        holidays: holidays.join(" "),
        problems,
        form,
    })
}

impl DatesForm {
    /// A new first or last day that is a holiday is warned of once.
    fn read(
        &self,
        calendar: &Calendar,
        before: [Option<NaiveDate>; 2],
        problems: &mut Problems,
        t: Words,
    ) -> Option<NewDates> {
        let starts_on = day_of("starts_on", &self.starts_on, problems, t);
        let ends_on = day_of("ends_on", &self.ends_on, problems, t);
        for (day, before) in [starts_on, ends_on].into_iter().zip(before) {
            let Some(day) = day.filter(|day| calendar.is_holiday(*day)) else { continue };
            if Some(day) != before && !self.on_holiday.contains(&day.to_string()) {
                problems.add("on_holiday", t.placements_problem_holiday(t.date(day)));
            }
        }
        let hours = self.hours.parse().ok().filter(|hours| (1..=37).contains(hours));
        if hours.is_none() && !self.hours.is_empty() {
            problems.add("hours", t.placements_problem_hours());
        }
        let extended = !self.extended.is_empty();
        if extended && self.because.is_empty() {
            problems.add("because", t.problem_required());
        }
        let extended_because = if extended { self.because.clone() } else { String::new() };
        problems.is_empty().then_some(())?;
        Some(NewDates {
            starts_on: starts_on?,
            ends_on: ends_on?,
            hours_per_week: hours,
            extended_because,
        })
    }
}

pub async fn set_dates(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<PlacementId>,
    form: Form<DatesForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let mut problems = check(&form.0, t);
    let db = &state.db.read;
    let calendar = programme::calendar(db).await?;
    let placement = forms::of_consultant(db, &visitor, *id).await?;
    let before = [placement.starts_on, placement.ends_on];
    if let Some(new) = form.read(&calendar, before, &mut problems, t) {
        let txn = state.write().await?;
        match dates::set_dates(&txn, &state, *id, new, visitor.id).await? {
            Ok(changed) => {
                txn.commit().await?;
                return Ok(see_other(path(*id)).notice(match changed {
                    Changed::Days => "placements-dates-set",
                    Changed::HoursOnly => "placements-hours-set",
                    Changed::AssessmentOnly | Changed::Nothing => "placements-dates-saved",
                }));
            }
            Err(error) => {
                let why = words::dates(error, state.clock.today(), t);
                problems.add(words::dates_field(error), why);
            }
        }
    }
    unprocessable(&dates_page(&request, &state, &visitor, *id, problems, form.0).await?)
}
