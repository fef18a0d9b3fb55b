//! `GET /desk/events/{event}`: where the event stands, and what to do next.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use omvendt_frontend::parts::Step;

use super::month_line::{self, Next, Numbers};
use super::{desk_path, mail, numbers, store, words};
use crate::domain::MatchEventId;
use crate::domain::event::{may_be_invited, may_check_in, waits_for_match};
use crate::entities::match_event;
use crate::features::edits::{self, Subject};
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInConsultant, html};
use crate::words::Words;

#[derive(Template)]
#[template(path = "match_events/show.html")]
struct ShowPage {
    page: Page,
    t: Words,
    desk: String,
    event: match_event::Model,
    look: &'static str,
    status: String,
    steps: Vec<Step>,
    next: Option<Next>,
    numbers: Numbers,
    deadlines: [Deadline; 4],
    /// How many have answered their proposals, once there are some.
    answers: Option<String>,
    /// Who came and has no list, once the lists have closed.
    without_list: u64,
    may_edit: bool,
    may_invite: bool,
    may_check_in: bool,
    edits: Vec<edits::Line>,
}

struct Deadline {
    label: String,
    when: String,
    exact: String,
}

fn deadlines(event: &match_event::Model, t: Words) -> [Deadline; 4] {
    [
        (t.events_deadline_places(), event.places_confirmed_by),
        (t.events_deadline_ranking(), event.ranking_closes_at),
        (t.events_deadline_host(), event.host_answers_by),
        (t.events_deadline_answers(), event.answers_by),
    ]
    .map(|(label, at)| Deadline { label, when: t.moment(at), exact: t.exact(at) })
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    let (t, now, db) = (visitor.words(), state.clock.now(), &state.db.read);
    let event = store::event(db, *event).await?;
    let numbers = numbers::of(db, event.id).await?;
    let (look, status) = words::status(&event, now, t);
    let when = mail::when_seen_from(now, t, event.starts_at, event.ends_at);
    html(&ShowPage {
        page: Page::new(&request, t.events_show_title(when.as_str())),
        t,
        desk: desk_path(event.id),
        look,
        status,
        steps: month_line::line(&event, &numbers, now, t),
        next: month_line::next(&event, &numbers, now, t),
        without_list: if waits_for_match(event.status, event.ranking_closes_at, now) {
            numbers.without_list
        } else {
            0
        },
        answers: (numbers.proposed > 0)
            .then(|| t.events_answered_of(numbers.answered, numbers.proposed)),
        numbers,
        deadlines: deadlines(&event, t),
        may_invite: may_be_invited(event.status, event.ends_at, now).is_ok(),
        may_check_in: may_check_in(event.status, event.starts_at, now).is_ok(),
        edits: edits::of(db, Subject::Event(event.id), t).await?,
        may_edit: store::rules_of(&event).may_be_edited().is_ok(),
        event,
    })
}
