//! `GET` and `POST /desk/events/{event}/day`: the facilitator moves the room through its day.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::TimeDelta;
use serde::Deserialize;

use super::day::{self, Changed, Day};
use super::phone::FETCH_AGAIN;
use super::view::{self, Following, StepView};
use super::{desk_path, live, plan, run_sheet_path, screen_path, store, tables_path, words};
use crate::domain::event_day::{ClockError, Moment};
use crate::domain::{EventStatus, MatchEventId, StepKind};
use crate::features::match_events::{self, store::Presenting};
use crate::state::{AppState, Txn};
use crate::web::{AppResult, Form, Page, SignedInConsultant, html, see_other, unprocessable};
use crate::words::Words;

/// What "+2 minutes" gives.
const LITTLE_MORE: TimeDelta = TimeDelta::minutes(2);

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PressForm {
    pub press: String,
    /// Where the day was when the button was shown: two people who press "next" move it on once.
    pub seen: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Press {
    Begin,
    Next,
    Back,
    Longer,
    Pause,
    Resume,
    Skip,
}

impl Press {
    fn of(typed: &str) -> Option<Self> {
        Some(match typed {
            "begin" => Self::Begin,
            "next" => Self::Next,
            "back" => Self::Back,
            "longer" => Self::Longer,
            "pause" => Self::Pause,
            "resume" => Self::Resume,
            "skip" => Self::Skip,
            _ => return None,
        })
    }
}

#[derive(Template)]
#[template(path = "event_days/facilitate.html")]
struct FacilitatePage {
    page: Page,
    t: Words,
    event_page: String,
    when: String,
    here: String,
    run_sheet: String,
    tables: String,
    screen: String,
    check_in: String,
    host_answers: String,
    finish: String,
    steps: Vec<StepView>,
    follow: Following,
    seen: String,
    is_before: bool,
    is_over: bool,
    is_planned: bool,
    /// Somebody has come or gone since the tables were planned.
    is_outdated: bool,
    /// The day goes on without the event being marked as finished: then companies are asked whether they can be host.
    may_finish: bool,
    came: u64,
    expected: u64,
    /// Who presents now, and after them.
    presents: Option<String>,
    presents_next: Option<String>,
    refusal: String,
}

impl FacilitatePage {
    fn now(&self) -> Option<&StepView> {
        view::now(&self.steps)
    }

    fn next(&self) -> Option<&StepView> {
        view::next(&self.steps)
    }

    /// Nothing comes after what is in hand.
    fn ends_next(&self) -> bool {
        self.now().is_some() && self.next().is_none() && self.presents_next.is_none()
    }
}

/// Who presents at this moment, and who comes after.
pub fn presenters(day: &Day, presenting: &[Presenting]) -> (Option<String>, Option<String>) {
    let clock = day.clock();
    let Moment::At(at) = clock.moment else { return (None, None) };
    if day.rows.get(at).map(|row| row.kind) != Some(StepKind::Pitches) {
        return (None, None);
    }
    let mut names = presenting.iter().skip(clock.presenter as usize).map(|row| row.name.clone());
    (names.next(), names.next())
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    t: Words,
    event: MatchEventId,
    refusal: String,
) -> AppResult<FacilitatePage> {
    let db = &state.db.read;
    let day = day::load(db, match_events::store::event(db, event).await?).await?;
    let answers = match_events::store::people_answers(db, event).await?;
    let presenting = store::presenting(db, event).await?;
    let (presents, presents_next) = presenters(&day, &presenting);
    let desk = match_events::desk_path(event);
    let here = desk_path(event);
    let moment = day.clock().moment;
    Ok(FacilitatePage {
        page: Page::new(request, t.day_title()).refreshed_every(FETCH_AGAIN),
        t,
        when: match_events::mail::when(t, day.event.starts_at, day.event.ends_at),
        run_sheet: run_sheet_path(event),
        tables: tables_path(event),
        screen: screen_path(event),
        check_in: format!("{desk}/check-in"),
        host_answers: format!("{desk}/companies"),
        finish: format!("{desk}/finish"),
        event_page: desk,
        steps: view::steps(&day, t),
        follow: view::following(
            &day,
            (here.clone(), format!("{here}/changes")),
            state.clock.now(),
            t,
        ),
        here,
        seen: mark(&day),
        is_before: moment == Moment::Before,
        is_over: moment == Moment::Over,
        is_planned: day.row.planned_at.is_some(),
        is_outdated: plan::is_outdated(db, &day).await?,
        may_finish: moment == Moment::Over && day.event.status == EventStatus::Live,
        came: answers.came,
        expected: answers.yes.max(answers.came),
        presents,
        presents_next,
        refusal,
    })
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    html(&page(&request, &state, visitor.words(), *event, String::new()).await?)
}

enum Pressed {
    Done,
    /// Somebody else was quicker; what was pressed was meant for another moment.
    Late,
    Refused(String),
}

pub async fn press(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
    form: Form<PressForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let txn = state.write().await?;
    let pressed = match Press::of(&form.press) {
        Some(press) => pressed(&txn, &state, *event, press, &form.seen, t).await?,
        None => Pressed::Late,
    };
    match pressed {
        Pressed::Done => {
            txn.commit().await?;
            live::told(&state, *event).await;
            Ok(see_other(desk_path(*event)).into())
        }
        Pressed::Late => {
            drop(txn);
            Ok(see_other(desk_path(*event)).notice("day-moved-meanwhile"))
        }
        Pressed::Refused(words) => {
            drop(txn);
            unprocessable(&page(&request, &state, t, *event, words).await?)
        }
    }
}

async fn pressed(
    txn: &Txn,
    state: &AppState,
    event: MatchEventId,
    press: Press,
    seen: &str,
    t: Words,
) -> AppResult<Pressed> {
    let now = state.clock.now();
    let day = day::locked(txn, event).await?;
    if seen != mark(&day) {
        return Ok(Pressed::Late);
    }
    if press == Press::Begin
        && let Err(error) = match_events::start(txn, state, event).await?
    {
        return Ok(Pressed::Refused(match_events::words::refusal(error, t)));
    }
    let presenters = store::presenting(txn, event).await?.len();
    let presenters = u32::try_from(presenters).unwrap_or(u32::MAX);
    let (steps, mut clock) = (day.steps(), day.clock());
    let done = match press {
        Press::Begin => clock.begin(&steps, now),
        Press::Next => clock.next(&steps, presenters, now),
        Press::Back => clock.back(&steps, presenters, now),
        Press::Longer => clock.lengthen(LITTLE_MORE),
        Press::Pause => clock.pause(now),
        Press::Resume => clock.resume(now),
        Press::Skip => skip(txn, &day).await?,
    };
    if let Err(error) = done {
        return Ok(Pressed::Refused(words::refusal(error, t)));
    }
    let changed = Changed { layout: press == Press::Skip, planned: None };
    day::save(txn, &day, &clock, changed, now).await?;
    Ok(Pressed::Done)
}

/// Where the day is, as the facilitator's buttons know it: tables that are planned anew meanwhile are no other moment.
fn mark(day: &Day) -> String {
    let row = &day.row;
    let began = row.began_at.map(|at| at.timestamp_millis()).unwrap_or_default();
    let skipped = day.rows.iter().filter(|row| row.is_skipped).count();
    let (presenter, added, paused) = (row.presenter, row.added_seconds, row.paused_at.is_some());
    format!("{}.{began}.{presenter}.{added}.{paused}.{skipped}", live::moment(day))
}

/// Leaves out the step that would be next.
async fn skip(txn: &Txn, day: &Day) -> AppResult<Result<(), ClockError>> {
    match day.clock().coming(&day.steps()) {
        Err(error) => Ok(Err(error)),
        Ok(coming) => {
            day::skip(txn, &day.rows[coming]).await?;
            Ok(Ok(()))
        }
    }
}
