//! `GET /follow-ups/{id}`: what it is about, whom to ring, what was said last time, and the form that holds it.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;
use omvendt_frontend::parts::{Choice, Person};
use serde::Deserialize;
use validator::Validate;

use super::people::{self, People};
use super::presence::Presence;
use super::{path, store, words};
use crate::domain::{AccountId, FollowUpId, LookUpPurpose, PlacementStatus};
use crate::entities::{follow_up, placement};
use crate::features::{look_ups, programme};
use crate::state::AppState;
use crate::web::form::required;
use crate::web::{AppResult, Page, Problems, SignedInConsultant, html, unprocessable};
use crate::words::Words;

/// Everything one can type on the page.
#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct FollowUpForm {
    #[validate(custom(function = "required"), length(max = 2000, code = "problem-too-long"))]
    pub said: String,
    #[validate(length(max = 500, code = "problem-too-long"))]
    pub next_step: String,
    pub next_day: String,
    /// The follow-up that gets `next_day`; empty or `extra` for one more.
    pub next_is: String,
    /// Written after somebody else: theirs has been seen.
    pub adds: String,
    pub day: String,
    /// The free day somebody has been warned of and means.
    pub anyway: String,
    /// Why it came to nothing.
    pub reason: String,
    pub colleague: String,
}

/// What was said and agreed once, and by whom.
struct Record {
    href: String,
    heading: String,
    said: Vec<String>,
    next_step: Vec<String>,
}

struct NextOne {
    href: String,
    line: String,
}

#[derive(Template)]
#[template(path = "follow_ups/show.html")]
pub struct ShowPage {
    page: Page,
    t: Words,
    path: String,
    placement: String,
    company: String,
    day: String,
    due_on: NaiveDate,
    form_words: String,
    attends: String,
    owner: String,
    overdue: bool,
    dropped: bool,
    leads_to_outcome: bool,
    agenda: Vec<String>,
    people: Vec<Person>,
    before: Option<Record>,
    held: Option<Record>,
    held_heading: String,
    next: Option<NextOne>,
    next_choices: Vec<Choice>,
    colleagues: Vec<Choice>,
    draft_key: String,
    form: FollowUpForm,
    problems: Problems,
}

impl ShowPage {
    pub async fn new(
        request: &HttpRequest,
        state: &AppState,
        visitor: &SignedInConsultant,
        id: FollowUpId,
    ) -> AppResult<Self> {
        let (db, t, today) = (&state.db.read, visitor.words(), state.clock.today());
        let row = store::follow_up(db, id).await?;
        let placement = store::placement(db, row.placement_id).await?;
        let People { young_person, company, to_ring } = people::of(db, &placement, &row, t).await?;
        let page = path(id);
        look_ups::record(state, visitor, &[young_person.id], LookUpPurpose::FollowUp, &page)
            .await?;
        let presence = Presence::load(db, today).await?;
        let others = store::of_placement(db, placement.id).await?;
        let day = programme::calendar(db).await?.next_working_day(today.max(row.due_on));
        let title = t.follow_ups_of(young_person.name.as_str(), words::title(&row, t));
        Ok(Self {
            page: Page::new(request, title),
            t,
            path: page,
            placement: format!("/placements/{}", placement.id),
            company,
            day: t.day_seen_from(today, row.due_on),
            due_on: row.due_on,
            form_words: words::form(&row, t),
            attends: words::attends(&row, t),
            owner: presence.words(row.owner_id, t),
            overdue: store::is_open(&row) && row.due_on < today,
            dropped: row.done_at.is_none() && row.dropped_at.is_some(),
            leads_to_outcome: leads_to_outcome(&row, &placement),
            agenda: words::agenda(&row, placement.kind, t),
            people: to_ring,
            before: last_before(&row, &others).map(|last| record(last, &presence, t)),
            held: row.done_at.is_some().then(|| record(&row, &presence, t)),
            held_heading: if store::came_to_nothing(&row) {
                t.follow_ups_is_nothing()
            } else {
                t.follow_ups_is_held()
            },
            next: next_of(&row, &others).map(|next| next_one(next, today, t)),
            next_choices: next_choices(&row, &others, today, t),
            colleagues: colleagues(&presence, row.owner_id),
            draft_key: format!("{}:follow-up-{id}", visitor.id),
            form: FollowUpForm {
                day: day.to_string(),
                adds: if row.done_at.is_some() { "yes".into() } else { String::new() },
                ..FollowUpForm::default()
            },
            problems: Problems::default(),
        })
    }

    pub fn refused(mut self, form: FollowUpForm, problems: Problems) -> AppResult<HttpResponse> {
        for choice in &mut self.next_choices {
            choice.chosen = choice.value == form.next_is
                || (choice.value == "extra" && form.next_is.is_empty());
        }
        for choice in &mut self.colleagues {
            choice.chosen = choice.value == form.colleague;
        }
        let day = if form.day.is_empty() { self.form.day } else { form.day };
        self.form = FollowUpForm { day, adds: self.form.adds, ..form };
        self.problems = problems;
        unprocessable(&self)
    }
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<FollowUpId>,
) -> AppResult<HttpResponse> {
    html(&ShowPage::new(&request, &state, &visitor, *id).await?)
}

/// After the end every talk is about where it led.
fn leads_to_outcome(row: &follow_up::Model, placement: &placement::Model) -> bool {
    placement.status == PlacementStatus::Ended
        && placement.ended_on.is_some_and(|ended_on| row.due_on >= ended_on)
}

fn last_before<'a>(
    row: &follow_up::Model,
    others: &'a [follow_up::Model],
) -> Option<&'a follow_up::Model> {
    let until = row.done_at;
    let held = others.iter().filter(|other| other.id != row.id && other.done_at.is_some());
    held.filter(|other| until.is_none_or(|until| other.done_at < Some(until)))
        .max_by_key(|other| other.done_at)
}

/// The next one there is; what is overdue from before stands on the board.
fn next_of<'a>(
    row: &follow_up::Model,
    others: &'a [follow_up::Model],
) -> Option<&'a follow_up::Model> {
    others
        .iter()
        .find(|other| other.id != row.id && store::is_open(other) && other.due_on >= row.due_on)
}

fn record(row: &follow_up::Model, presence: &Presence, t: Words) -> Record {
    let by = row.done_by.and_then(|by| presence.account(by));
    let by = by.map(|account| account.name.clone()).unwrap_or_default();
    let when = row.done_at.map(|at| t.moment(at)).unwrap_or_default();
    Record {
        href: path(row.id),
        heading: if by.is_empty() {
            t.follow_ups_step_on(words::title(row, t), when)
        } else {
            t.follow_ups_held_by(words::title(row, t), when, by)
        },
        said: match row.said.as_deref() {
            None if store::came_to_nothing(row) => vec![t.follow_ups_closed_with_placement()],
            said => paragraphs(said),
        },
        next_step: paragraphs(row.next_step.as_deref()),
    }
}

fn paragraphs(text: Option<&str>) -> Vec<String> {
    let lines = text.unwrap_or_default().lines().map(str::trim);
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn next_one(row: &follow_up::Model, today: NaiveDate, t: Words) -> NextOne {
    NextOne {
        href: path(row.id),
        line: t.follow_ups_step_on(words::title(row, t), t.day_seen_from(today, row.due_on)),
    }
}

/// Whether a new day is one more, or moves the next there is; nothing to choose when there is none.
fn next_choices(
    row: &follow_up::Model,
    others: &[follow_up::Model],
    today: NaiveDate,
    t: Words,
) -> Vec<Choice> {
    let Some(next) = next_of(row, others) else { return Vec::new() };
    let day = t.day_seen_from(today, next.due_on);
    let moves = t.follow_ups_move_next(words::title(next, t), day);
    vec![
        Choice::new("extra", t.follow_ups_extra(), true),
        Choice::new(next.id.to_string(), moves, false),
    ]
}

fn colleagues(presence: &Presence, owner: AccountId) -> Vec<Choice> {
    let others = presence.team().filter(|account| account.id != owner);
    others.map(|account| Choice::new(account.id.to_string(), account.name.clone(), false)).collect()
}
