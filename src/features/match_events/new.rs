//! `GET` and `POST /desk/events/new`: one event on a day of its own.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::form::{EventForm, Habits};
use super::{acts, desk_path, store};
use crate::state::AppState;
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Template)]
#[template(path = "match_events/new.html")]
struct NewPage {
    page: Page,
    t: Words,
    form: EventForm,
    problems: Problems,
}

impl NewPage {
    fn new(request: &HttpRequest, t: Words, form: EventForm, problems: Problems) -> Self {
        Self { page: Page::new(request, t.events_new_title()), t, form, problems }
    }
}

pub async fn show(request: HttpRequest, visitor: SignedInConsultant) -> AppResult<HttpResponse> {
    let form = EventForm { from: "13:00".into(), until: "15:00".into(), ..EventForm::default() };
    html(&NewPage::new(&request, visitor.words(), form, Problems::default()))
}

pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    form: Form<EventForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let habits = Habits::load(&state.db.read).await?;
    let new = match form.read(&habits, None, t).and_then(|new| in_future(new, &state, t)) {
        Ok(new) => new,
        Err(problems) => return unprocessable(&NewPage::new(&request, t, form.0, problems)),
    };
    let txn = state.write().await?;
    let id = match store::twin(&txn, &new, state.clock.now()).await? {
        Some(twin) => twin,
        None => acts::create(&txn, &state, new, visitor.id).await?,
    };
    txn.commit().await?;
    Ok(see_other(desk_path(id)).notice("events-saved"))
}

fn in_future(
    new: super::NewEvent,
    state: &AppState,
    t: Words,
) -> Result<super::NewEvent, Problems> {
    if new.times.starts > state.clock.now() {
        return Ok(new);
    }
    let mut problems = Problems::default();
    problems.add("day", t.events_problem_past());
    Err(problems)
}
