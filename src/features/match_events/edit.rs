//! `GET` and `POST /desk/events/{event}/edit`: another time or place, which goes into people's calendars.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::{ActiveModelTrait, Set};

use super::form::{EventForm, Habits};
use super::words::refusal;
use super::{NewEvent, desk_path, invitations, letter, store};
use crate::clock::local;
use crate::domain::event::{Appointment, EventError, sequence_after};
use crate::domain::{EventStatus, MatchEventId};
use crate::entities::match_event;
use crate::features::accounts;
use crate::features::calls;
use crate::features::companies::Theirs;
use crate::features::edits::{self, Press, Subject};
use crate::state::{AppState, Txn};
use crate::web::stale::written_meanwhile;
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Template)]
#[template(path = "match_events/edit.html")]
struct EditPage {
    page: Page,
    t: Words,
    event: MatchEventId,
    /// Somebody has been told the day, so a change is a mail to them.
    is_out: bool,
    form: EventForm,
    problems: Problems,
    /// What a colleague has written since the page was opened.
    theirs: Vec<Theirs>,
}

impl EditPage {
    fn new(
        request: &HttpRequest,
        t: Words,
        event: &match_event::Model,
        form: EventForm,
        problems: Problems,
    ) -> Self {
        let is_out = event.status != EventStatus::Planned;
        Self {
            page: Page::new(request, t.events_edit_title()),
            t,
            event: event.id,
            is_out,
            form,
            problems,
            theirs: Vec::new(),
        }
    }
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    let event = store::event(&state.db.read, *event).await?;
    let form = EventForm::of(&event);
    html(&EditPage::new(&request, visitor.words(), &event, form, Problems::default()))
}

pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
    form: Form<EventForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let habits = Habits::load(&state.db.read).await?;
    let txn = state.write().await?;
    let event = store::locked(&txn, *event).await?;
    let before = local(event.starts_at).date();
    let read = form.read(&habits, Some(before), t);
    let new = match read.and_then(|new| not_into_the_past(new, &event, &state, t)) {
        Ok(new) => new,
        Err(problems) => {
            return unprocessable(&EditPage::new(&request, t, &event, form.0, problems));
        }
    };
    let theirs = theirs(&new, &form, &event, t);
    if !theirs.is_empty() {
        let form = EventForm { seen: EventForm::of(&event).seen, ..form.0 };
        let page = EditPage::new(&request, t, &event, form, Problems::default());
        return unprocessable(&EditPage { theirs, ..page });
    }
    if let Err(error) = change(&txn, &state, &event, new).await? {
        let mut problems = Problems::default();
        problems.add("", refusal(error, t));
        return unprocessable(&EditPage::new(&request, t, &event, form.0, problems));
    }
    let now_there = EventForm::of(&store::event(&txn, event.id).await?);
    let press = Press { by: visitor.id, at: state.clock.now() };
    let about = Subject::Event(event.id);
    edits::record(&txn, about, "events", &EventForm::of(&event), &now_there, press).await?;
    txn.commit().await?;
    Ok(see_other(desk_path(event.id)).notice("events-saved"))
}

/// What a colleague has stored otherwise since the form was shown. The same event twice is no quarrel.
fn theirs(new: &NewEvent, form: &EventForm, event: &match_event::Model, t: Words) -> Vec<Theirs> {
    if new.is(event) {
        return Vec::new();
    }
    let label = |field: &str| t.say(&format!("events-{}", field.replace('_', "-")));
    written_meanwhile(form, &EventForm::of(event))
        .into_iter()
        .map(|(field, words)| Theirs { label: label(field), words })
        .collect()
}

/// A slip of the year must not be told to everybody.
fn not_into_the_past(
    new: NewEvent,
    event: &match_event::Model,
    state: &AppState,
    t: Words,
) -> Result<NewEvent, Problems> {
    let starts = new.times.starts;
    if starts == event.starts_at || starts > state.clock.now() {
        return Ok(new);
    }
    let mut problems = Problems::default();
    problems.add("day", t.events_problem_past());
    Err(problems)
}

/// Another time or place, told to everybody invited when their calendar would show it.
pub async fn change(
    txn: &Txn,
    state: &AppState,
    event: &match_event::Model,
    new: NewEvent,
) -> AppResult<Result<(), EventError>> {
    if let Err(error) = store::rules_of(event).may_be_edited() {
        return Ok(Err(error));
    }
    let before = appointment(event);
    let after = Appointment {
        starts_at: new.times.starts,
        ends_at: new.times.ends,
        venue: &new.venue,
        address: &new.address,
    };
    let sequence = sequence_after(event.calendar_sequence, before, after);
    let was = event.calendar_sequence;
    let moved = event.starts_at != new.times.starts;
    let mut row: match_event::ActiveModel = event.clone().into();
    row.starts_at = Set(new.times.starts);
    row.ends_at = Set(new.times.ends);
    row.ranking_closes_at = Set(new.times.ranking_closes);
    row.places_confirmed_by = Set(new.times.places_confirmed_by);
    row.host_answers_by = Set(new.times.host_answers_by);
    row.answers_by = Set(new.times.answers_by);
    row.calendar_sequence = Set(sequence);
    row.venue = Set(new.venue);
    row.address = Set(new.address);
    row.directions = Set(new.directions);
    if moved {
        row.eve_reminded_at = Set(None);
    }
    let row = row.update(txn).await?;
    accounts::card::follow(txn, &row).await?;
    if sequence != was {
        // Whoever has not been rung about an earlier change is told this one instead.
        calls::untell_below(txn, state.clock.now(), &letter::change_cause(row.id)).await?;
        invitations::send_change(txn, state, &row).await?;
    }
    Ok(Ok(()))
}

fn appointment(event: &match_event::Model) -> Appointment<'_> {
    Appointment {
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        venue: &event.venue,
        address: &event.address,
    }
}
