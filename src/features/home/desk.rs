//! `GET /desk?who=`: what a consultant does today. Overdue, today, calls, answers waited for, new interest.

mod lines;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::Days;
use omvendt_frontend::parts::Choice;
use serde::Deserialize;

use self::lines::{Line, Named};
use super::store::desk::{self, Found};
use crate::domain::AccountId;
use crate::features::accounts::away;
use crate::features::calls::list::{Row as CallRow, rows as call_rows};
use crate::features::calls::store::{self as calls, Wanted};
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInConsultant, html};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    who: String,
}

#[derive(Template)]
#[template(path = "home/desk.html")]
struct DeskPage {
    page: Page,
    t: Words,
    today: String,
    who: Vec<Choice>,
    everybody: &'static str,
    /// Keeps a list of placements to the same people as the page.
    mine: &'static str,
    overdue: Found<Line>,
    not_begun: Found<Line>,
    unsettled: Found<Line>,
    due_today: Found<Line>,
    calls: Found<CallRow>,
    waiting: Found<Line>,
    interest: Found<Line>,
    companies: Found<Line>,
    events: Vec<Line>,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    filter: web::Query<Filter>,
) -> AppResult<HttpResponse> {
    let (db, t, today) = (&state.db.read, visitor.words(), state.clock.today());
    let team = filter.who == "team";
    let owners = if team { Vec::new() } else { away::work_of(db, visitor.id, today).await? };
    let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
    let overdue = desk::follow_ups(db, &owners, None, today).await?;
    let due_today = desk::follow_ups(db, &owners, Some(today), tomorrow).await?;
    let not_begun = desk::not_begun(db, &owners, today).await?;
    let unsettled = desk::unsettled(db, &owners, today).await?;
    let waiting = desk::waiting(db, &owners).await?;
    let interest = desk::interest(db, &owners).await?;
    let followed = [&overdue, &due_today].into_iter().flat_map(|list| &list.rows);
    let placements = followed
        .map(|(_, placement)| placement)
        .chain(waiting.rows.iter().map(|row| &row.placement))
        .chain(&not_begun.rows)
        .chain(&unsettled.rows);
    let named = Named::of(&state, &visitor, placements).await?;

    html(&DeskPage {
        page: Page::new(&request, t.home_desk_title()),
        t,
        today: t.day(today),
        who: vec![
            Choice::new("mine", t.home_desk_mine(), !team),
            Choice::new("team", t.home_desk_team(), team),
        ],
        everybody: if team { "team" } else { "mine" },
        mine: if team { "" } else { "&consultant=mine" },
        overdue: named.follow_ups(overdue, true, t),
        not_begun: named.not_begun(db, not_begun, t).await?,
        unsettled: unsettled.lines(|row| named.unsettled(&row, t)),
        due_today: named.follow_ups(due_today, false, t),
        calls: open_calls(&state, &visitor, owners.clone(), t).await?,
        waiting: waiting.lines(|row| named.proposal(&row, state.clock.now(), t)),
        interest: interest.lines(|row| lines::interested(&row, today, t)),
        companies: lines::companies(
            desk::next_steps(db, &owners, today).await?,
            desk::profiles(db, &owners).await?,
            today,
            t,
        ),
        events: lines::events(desk::events(db).await?, state.clock.now(), t),
    })
}

async fn open_calls(
    state: &AppState,
    visitor: &SignedInConsultant,
    owners: Vec<AccountId>,
    t: Words,
) -> AppResult<Found<CallRow>> {
    let wanted = Wanted { owners, ..Wanted::default() };
    let count = calls::count(&state.db.read, &wanted).await?;
    let rows = calls::list(&state.db.read, &wanted, 0, desk::SHOWN).await?;
    Ok(Found { rows: call_rows(state, visitor, &rows, t).await?, count })
}
