//! The buttons that move an event on: each has a page that says exactly what will be sent to whom.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use validator::Validate;

use super::acts;
use super::reach::{Reach, Those, reach};
use super::waiting::{self, Waiting};
use super::words::refusal;
use super::{desk_path, mail, store};
use crate::domain::MatchEventId;
use crate::domain::event::EventError;
use crate::state::AppState;
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, check, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Opening,
    Start,
    Finish,
    Closing,
    Cancellation,
}

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct BecauseForm {
    #[validate(length(max = 500, code = "problem-too-long"))]
    pub because: String,
}

#[derive(Template)]
#[template(path = "match_events/change.html")]
struct ChangePage {
    page: Page,
    t: Words,
    when: String,
    action: String,
    back: String,
    label: String,
    /// What happens, one sentence each.
    happens: Vec<String>,
    /// What was typed as the reason; none where no reason is asked for.
    because: Option<String>,
    problems: Problems,
    refusal: String,
}

impl Step {
    const fn noun(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Start => "start",
            Self::Finish => "finish",
            Self::Closing => "closing",
            Self::Cancellation => "cancellation",
        }
    }

    fn title(self, t: Words) -> String {
        match self {
            Self::Opening => t.events_open_title(),
            Self::Start => t.events_start_title(),
            Self::Finish => t.events_finish_title(),
            Self::Closing => t.events_close_title(),
            Self::Cancellation => t.events_cancel_title(),
        }
    }

    fn label(self, t: Words) -> String {
        match self {
            Self::Opening => t.events_open_button(),
            Self::Start => t.events_start_button(),
            Self::Finish => t.events_finish_button(),
            Self::Closing => t.events_close_button(),
            Self::Cancellation => t.events_cancel_button(),
        }
    }

    const fn notice(self) -> &'static str {
        match self {
            Self::Opening => "events-opened",
            Self::Start => "events-started",
            Self::Finish => "events-finished",
            Self::Closing => "events-closed",
            Self::Cancellation => "events-cancelled",
        }
    }

    fn happens(self, after: &After, t: Words) -> Vec<String> {
        match self {
            Self::Opening => {
                reached(after.chosen, t, vec![t.events_open_rank(), t.events_open_draw()])
            }
            Self::Start => vec![t.events_start_what(), t.events_nobody_told()],
            Self::Finish => vec![t.events_finish_what(), t.events_finish_hosts(after.hosts)],
            Self::Closing => {
                let Waiting { listed, without_list } = &after.waiting;
                let told = match (*listed, without_list.len()) {
                    (0, 0) => t.events_nobody_told(),
                    (0, calls) => t.events_close_calls(calls),
                    (listed, _) => t.events_close_waiting(listed),
                };
                vec![t.events_close_what(), told]
            }
            Self::Cancellation => reached(after.invited, t, vec![t.events_cancel_what()]),
        }
    }
}

/// Whom a press reaches.
struct After {
    chosen: Reach,
    invited: Reach,
    hosts: u64,
    waiting: Waiting,
}

fn reached(to: Reach, t: Words, mut more: Vec<String>) -> Vec<String> {
    let mut lines = vec![
        t.events_reach_people(to.people_by_mail),
        t.events_reach_companies(to.companies, to.company_people),
    ];
    if to.people_by_phone > 0 {
        lines.insert(1, t.events_reach_calls(to.people_by_phone));
    }
    lines.append(&mut more);
    lines
}

/// Why a press could not count.
#[derive(Default)]
struct Refused {
    by_rule: Option<EventError>,
    problems: Problems,
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    t: Words,
    event: MatchEventId,
    step: Step,
    because: &str,
    refused: Refused,
) -> AppResult<ChangePage> {
    let db = &state.db.read;
    let event = store::event(db, event).await?;
    let after = After {
        chosen: reach(db, event.id, Those::Waiting).await?,
        invited: reach(db, event.id, Those::Invited).await?,
        hosts: super::places::companies_with_places(db, event.id).await?.len() as u64,
        waiting: waiting::of_unmatched(db, state, &event).await?,
    };
    Ok(ChangePage {
        page: Page::new(request, step.title(t)),
        t,
        when: mail::when(t, event.starts_at, event.ends_at),
        action: format!("{}/{}", desk_path(event.id), step.noun()),
        back: desk_path(event.id),
        label: step.label(t),
        happens: step.happens(&after, t),
        because: (step == Step::Cancellation).then(|| because.to_owned()),
        refusal: refused.by_rule.map(|error| refusal(error, t)).unwrap_or_default(),
        problems: refused.problems,
    })
}

async fn ask(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    event: MatchEventId,
    step: Step,
) -> AppResult<HttpResponse> {
    html(&page(request, state, visitor.words(), event, step, "", Refused::default()).await?)
}

async fn press(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    event: MatchEventId,
    step: Step,
    form: &BecauseForm,
) -> AppResult<HttpResponse> {
    let (t, because) = (visitor.words(), form.because.as_str());
    let problems = check(form, t);
    if !problems.is_empty() {
        let refused = Refused { problems, ..Refused::default() };
        return unprocessable(&page(request, state, t, event, step, because, refused).await?);
    }
    let txn = state.write().await?;
    let changed = match step {
        Step::Opening => acts::open(&txn, state, event).await?,
        Step::Start => acts::start(&txn, state, event).await?,
        Step::Finish => acts::close_presentations(&txn, state, event).await?,
        Step::Closing => acts::close(&txn, state, event).await?,
        Step::Cancellation => acts::cancel(&txn, state, event, because).await?,
    };
    if let Err(error) = changed {
        drop(txn);
        let refused = Refused { by_rule: Some(error), ..Refused::default() };
        return unprocessable(&page(request, state, t, event, step, because, refused).await?);
    }
    txn.commit().await?;
    Ok(see_other(desk_path(event)).notice(step.notice()))
}

macro_rules! steps {
    ($($(#[$meta:meta])* $step:ident $ask:ident $press:ident;)+) => {$(
        $(#[$meta])*
        pub async fn $ask(
            request: HttpRequest,
            state: web::Data<AppState>,
            visitor: SignedInConsultant,
            event: web::Path<MatchEventId>,
        ) -> AppResult<HttpResponse> {
            ask(&request, &state, &visitor, *event, Step::$step).await
        }

        $(#[$meta])*
        pub async fn $press(
            request: HttpRequest,
            state: web::Data<AppState>,
            visitor: SignedInConsultant,
            event: web::Path<MatchEventId>,
            form: Form<BecauseForm>,
        ) -> AppResult<HttpResponse> {
            press(&request, &state, &visitor, *event, Step::$step, &form).await
        }
    )+};
}

steps! {
    /// `/desk/events/{event}/opening`.
    Opening ask_opening opening;
    /// `/desk/events/{event}/start`.
    Start ask_start start;
    /// `/desk/events/{event}/finish`.
    Finish ask_finish finish;
    /// `/desk/events/{event}/closing`.
    Closing ask_closing closing;
    /// `/desk/events/{event}/cancellation`: the reason is shown to everybody who was invited.
    Cancellation ask_cancellation cancellation;
}
