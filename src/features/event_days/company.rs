//! `GET /company/events/{event}/day`: what happens now, our table, and how many sit down at it, never who.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::day;
use super::phone::FETCH_AGAIN;
use super::view::{self, Following, StepView};
use super::{path, store};
use crate::domain::{EventStatus, MatchEventId};
use crate::features::match_events;
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInCompany, html, see_other};
use crate::words::Words;

struct Moment {
    step: StepView,
    /// How many come to the table; none outside the rounds.
    guests: Option<u64>,
    /// The company has left before this round.
    is_gone: bool,
}

#[derive(Template)]
#[template(path = "event_days/company.html")]
struct CompanyDayPage {
    page: Page,
    t: Words,
    event_page: String,
    table: Option<i32>,
    moments: Vec<Moment>,
    follow: Following,
    /// Where this company stands in the order of presentation; the first is 0.
    presents_as: Option<usize>,
    has_run_sheet: bool,
}

impl CompanyDayPage {
    fn is_before(&self) -> bool {
        self.follow.moment == "before"
    }

    fn is_over(&self) -> bool {
        self.follow.moment == "over"
    }

    fn presents_now(&self) -> bool {
        self.presents_as.is_some_and(|place| place == self.follow.presenter as usize)
    }
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    let (t, db, company) = (visitor.words(), &state.db.read, visitor.company);
    let (event, _) = match_events::invited_company(db, company, *event).await?;
    if event.status == EventStatus::Cancelled {
        return Ok(see_other(match_events::company_path(event.id)).into());
    }
    let day = day::load(db, event).await?;
    let id = day.event.id;
    let guests = store::at_table(db, id, company).await?;
    let is_planned = day.row.planned_at.is_some();
    let at = |round: u32| {
        let count = i32::try_from(round).ok().and_then(|round| guests.get(&round).copied());
        is_planned.then(|| count.unwrap_or(0))
    };
    let presenting = store::presenting(db, id).await?;
    let presents_as = presenting.iter().position(|row| row.id == company);
    let table = store::tables(db, id).await?.remove(&company);
    let left = table.as_ref().and_then(|row| row.away_from);
    let has_left =
        |round: u32| left.is_some_and(|left| i32::try_from(round).is_ok_and(|round| round >= left));
    let moment = |step: StepView| Moment {
        is_gone: step.round.is_some_and(has_left),
        guests: step.round.filter(|round| !has_left(*round)).and_then(at),
        step,
    };
    let steps = view::steps(&day, t).into_iter().filter(|step| !step.is_skipped);
    html(&CompanyDayPage {
        page: Page::new(&request, t.day_phone_title()).refreshed_every(FETCH_AGAIN),
        t,
        event_page: match_events::company_path(id),
        table: presents_as
            .and(table)
            .filter(|_| !has_left(day.round().unwrap_or(day.next_round())))
            .map(|row| row.table_number),
        moments: steps.map(moment).collect(),
        follow: view::following(
            &day,
            (super::company_path(id), format!("{}/changes", path(id))),
            state.clock.now(),
            t,
        ),
        presents_as,
        has_run_sheet: !day.rows.is_empty(),
    })
}
