//! `GET` and `POST …/feedback`: three presses and, for who wants to, a few words. Nobody's name stands beside them.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use validator::Validate;

use omvendt_frontend::parts::Choice;

use super::feedback_store::{self as store, Feedback};
use super::{company_feedback_path, feedback_path};
use crate::domain::{EventStatus, MatchEventId, Measure, Role};
use crate::entities::{day_feedback, match_event};
use crate::features::match_events;
use crate::state::AppState;
use crate::web::visitor::Side;
use crate::web::{
    AppError, AppResult, Form, Page, Problems, SignedIn, check, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[serde(default)]
pub struct FeedbackForm {
    pub how: String,
    pub clear: String,
    pub again: String,
    #[validate(length(max = 2000, code = "problem-too-long"))]
    pub words: String,
}

impl From<day_feedback::Model> for FeedbackForm {
    fn from(row: day_feedback::Model) -> Self {
        Self {
            how: row.how.to_string(),
            clear: row.was_clear.to_string(),
            again: row.again.to_string(),
            words: row.words,
        }
    }
}

impl FeedbackForm {
    fn read(&self, t: Words) -> Result<Feedback, Problems> {
        let mut problems = check(self, t);
        let how = self.how.parse().ok().filter(|how| (1..=5).contains(how));
        let (clear, again) = (self.clear.parse().ok(), self.again.parse().ok());
        for (field, is_said) in
            [("how", how.is_some()), ("clear", clear.is_some()), ("again", again.is_some())]
        {
            if !is_said {
                problems.add(field, t.problem_choose());
            }
        }
        match (how, clear, again) {
            (Some(how), Some(was_clear), Some(again)) if problems.is_empty() => {
                Ok(Feedback { how, was_clear, again, words: self.words.clone() })
            }
            _ => Err(problems),
        }
    }
}

#[derive(Template)]
#[template(path = "event_days/feedback.html")]
struct FeedbackPage {
    page: Page,
    t: Words,
    here: String,
    back: String,
    when: String,
    has_begun: bool,
    how: Vec<Choice>,
    clear: Vec<Choice>,
    again: Vec<Choice>,
    form: FeedbackForm,
    problems: Problems,
}

/// The event, and from which side the visitor saw it.
async fn seen_by(
    db: &impl ConnectionTrait,
    visitor: &SignedIn,
    event: MatchEventId,
) -> AppResult<(match_event::Model, Role)> {
    let (event, role) = match visitor.side() {
        Side::YoungPerson(person) => {
            (match_events::attended_by(db, person, event).await?, Role::YoungPerson)
        }
        Side::Company(company) => {
            (match_events::invited_company(db, company, event).await?.0, Role::Company)
        }
        _ => return Err(AppError::NotFound),
    };
    match event.status {
        EventStatus::Cancelled => Err(AppError::NotFound),
        _ => Ok((event, role)),
    }
}

fn page(
    request: &HttpRequest,
    state: &AppState,
    t: Words,
    (event, side): (&match_event::Model, Role),
    form: FeedbackForm,
    problems: Problems,
) -> FeedbackPage {
    let how = |number: i32| {
        let label = t.say(&format!("feedback-how-{number}"));
        Choice::new(number.to_string(), label, form.how == number.to_string())
    };
    let measure = |question: &str, chosen: &str| -> Vec<Choice> {
        let choice = |answer: &Measure| {
            let label = t.say(&format!("feedback-{question}-{}", answer.as_str()));
            Choice::new(answer.as_str(), label, answer.as_str() == chosen)
        };
        Measure::ALL.iter().map(choice).collect()
    };
    let is_company = side == Role::Company;
    FeedbackPage {
        page: Page::new(request, t.feedback_title()),
        t,
        here: if is_company { company_feedback_path(event.id) } else { feedback_path(event.id) },
        back: match is_company {
            true => match_events::company_path(event.id),
            false => match_events::path(event.id),
        },
        when: match_events::mail::when(t, event.starts_at, event.ends_at),
        has_begun: state.clock.now() >= event.starts_at,
        how: (1..=5).rev().map(how).collect(),
        clear: measure("clear", &form.clear),
        again: measure("again", &form.again),
        form,
        problems,
    }
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    let db = &state.db.read;
    let (event, side) = seen_by(db, &visitor, *event).await?;
    let own = store::own(db, event.id, &store::hash(&state.settings, event.id, visitor.id)).await?;
    let form = own.map(FeedbackForm::from).unwrap_or_default();
    let t = visitor.words();
    html(&page(&request, &state, t, (&event, side), form, Problems::default()))
}

pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    event: web::Path<MatchEventId>,
    form: Form<FeedbackForm>,
) -> AppResult<HttpResponse> {
    let (t, now) = (visitor.words(), state.clock.now());
    let txn = state.write().await?;
    let (event, side) = seen_by(&txn, &visitor, *event).await?;
    let mut read = form.read(t);
    if now < event.starts_at {
        let mut problems = Problems::default();
        problems.add("", t.feedback_too_early());
        read = Err(problems);
    }
    match read {
        Ok(said) => {
            let hash = store::hash(&state.settings, event.id, visitor.id);
            store::keep(&txn, event.id, (side, hash), said).await?;
            txn.commit().await?;
            let back = match side {
                Role::Company => match_events::company_path(event.id),
                _ => match_events::path(event.id),
            };
            Ok(see_other(back).notice("feedback-saved"))
        }
        Err(problems) => {
            drop(txn);
            unprocessable(&page(&request, &state, t, (&event, side), form.0, problems))
        }
    }
}
