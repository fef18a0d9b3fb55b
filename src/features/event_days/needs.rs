//! What a young person needs at the tables. They say it themselves on their phone; a consultant can write it down for
//! them, and that they come late or have gone home.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::TimeDelta;
use serde::Deserialize;

use omvendt_frontend::parts::Choice;

use super::day::{self, Day};
use super::plan::{self, Planned};
use super::store::{self, Needs};
use super::{live, tables_path, words};
use crate::domain::{LookUpPurpose, MatchEventId, YoungPersonId};
use crate::features::{look_ups, match_events};
use crate::state::AppState;
use crate::web::{
    AppResult, Form, Page, SignedInConsultant, SignedInYoungPerson, html, see_other, unprocessable,
};
use crate::words::Words;

/// Rounds at a table before a pause, for whoever asks for pauses.
const PAUSE_AFTER: i32 = 2;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct NeedsForm {
    pub not_alone: String,
    pub pauses: String,
    /// The round they come to, and the one they have left before; empty when they are there all day.
    pub from: String,
    pub until: String,
}

impl NeedsForm {
    fn own(&self, before: Needs) -> Needs {
        let asked = before.pause_after.unwrap_or(PAUSE_AFTER);
        Needs {
            not_alone: !self.not_alone.is_empty(),
            pause_after: (!self.pauses.is_empty()).then_some(asked),
            ..before
        }
    }

    /// A round that is not in the list is none.
    fn all(&self, before: Needs, rounds: u32) -> Needs {
        let round = |typed: &str| {
            let round = typed.parse::<i32>().ok()?;
            u32::try_from(round).ok().filter(|round| *round < rounds)?;
            Some(round)
        };
        Needs { away_before: round(&self.from), away_from: round(&self.until), ..self.own(before) }
    }
}

#[derive(Template)]
#[template(path = "event_days/needs.html")]
struct NeedsPage {
    page: Page,
    t: Words,
    back: String,
    here: String,
    when: String,
    not_alone: bool,
    pauses: bool,
    from: Vec<Choice>,
    until: Vec<Choice>,
    refusal: String,
}

/// While the day runs, what many say in the same minute moves the whole room once.
const NOT_SO_SOON: TimeDelta = TimeDelta::minutes(1);

/// The consultants' page of one person's needs.
pub fn path(event: MatchEventId, person: YoungPersonId) -> String {
    format!("{}/people/{person}/needs", match_events::desk_path(event))
}

async fn stored(
    db: &impl sea_orm::ConnectionTrait,
    event: MatchEventId,
    person: YoungPersonId,
) -> AppResult<Needs> {
    let row = store::needs_of(db, event, person).await?;
    Ok(row.as_ref().map(Needs::from).unwrap_or_default())
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    (event, person): (MatchEventId, YoungPersonId),
    needs: Option<Needs>,
    refusal: String,
) -> AppResult<NeedsPage> {
    let (t, db) = (visitor.words(), &state.db.read);
    let event = match_events::attended_by(db, person, event).await?;
    let accounts = match_events::accounts_of(db, &[person]).await?;
    let account = accounts.get(&person).ok_or(crate::web::AppError::NotFound)?;
    let here = path(event.id, person);
    look_ups::record(state, visitor, &[account.id], LookUpPurpose::EventPlanning, &here).await?;
    let needs = match needs {
        Some(needs) => needs,
        None => stored(db, event.id, person).await?,
    };
    let day = day::load(db, event).await?;
    Ok(NeedsPage {
        page: Page::new(request, account.name.clone()),
        t,
        back: tables_path(day.event.id),
        here,
        when: match_events::mail::when(t, day.event.starts_at, day.event.ends_at),
        not_alone: needs.not_alone,
        pauses: needs.pause_after.is_some(),
        from: rounds(&day, needs.away_before, t.day_comes_at_once(), t),
        until: rounds(&day, needs.away_from, t.day_stays(), t),
        refusal,
    })
}

/// "All day" and then every round.
fn rounds(day: &Day, chosen: Option<i32>, all_day: String, t: Words) -> Vec<Choice> {
    let round = |round: u32| {
        let is_chosen = chosen.is_some_and(|chosen| u32::try_from(chosen) == Ok(round));
        Choice::new(round.to_string(), t.day_round(round + 1), is_chosen)
    };
    let none = Choice::new("", all_day, chosen.is_none());
    std::iter::once(none).chain((0..day.rounds()).map(round)).collect()
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    whom: web::Path<(MatchEventId, YoungPersonId)>,
) -> AppResult<HttpResponse> {
    html(&page(&request, &state, &visitor, whom.into_inner(), None, String::new()).await?)
}

/// `POST /desk/events/{event}/people/{young_person}/needs`: tables that have been planned are planned anew.
pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    whom: web::Path<(MatchEventId, YoungPersonId)>,
    form: Form<NeedsForm>,
) -> AppResult<HttpResponse> {
    let (event, person) = whom.into_inner();
    let txn = state.write().await?;
    match_events::attended_by(&txn, person, event).await?;
    let day = day::locked(&txn, event).await?;
    let needs = form.all(stored(&txn, event, person).await?, day.rounds());
    if let (Some(comes), Some(gone)) = (needs.away_before, needs.away_from)
        && comes >= gone
    {
        drop(txn);
        let words = visitor.words().day_needs_order(gone + 1, comes + 1);
        let page = page(&request, &state, &visitor, (event, person), Some(needs), words);
        return unprocessable(&page.await?);
    }
    store::set_needs(&txn, event, person, needs).await?;
    let notice = match plan::replan(&txn, &state, event).await? {
        Ok(Planned::Anew) => "day-needs-saved",
        Ok(Planned::Same) => "day-needs-saved-same",
        Ok(Planned::Nothing) => "day-needs-kept",
        Err(error) => {
            drop(txn);
            let words = words::plan_refusal(error, visitor.words());
            let page = page(&request, &state, &visitor, (event, person), Some(needs), words);
            return unprocessable(&page.await?);
        }
    };
    txn.commit().await?;
    live::told(&state, event).await;
    Ok(see_other(tables_path(event)).notice(notice))
}

/// `POST /events/{event}/day/needs`: a young person says it themselves. What cannot be planned now is planned with the
/// next change; their wish is kept in any case.
pub async fn save_own(
    state: web::Data<AppState>,
    visitor: SignedInYoungPerson,
    event: web::Path<MatchEventId>,
    form: Form<NeedsForm>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    match_events::attended_by(&txn, visitor.young_person, *event).await?;
    let day = day::locked(&txn, *event).await?;
    let before = stored(&txn, *event, visitor.young_person).await?;
    let needs = form.own(before);
    if needs == before {
        return Ok(see_other(super::path(*event)).notice("day-own-needs-saved"));
    }
    store::set_needs(&txn, *event, visitor.young_person, needs).await?;
    let just_planned = day.row.planned_at.is_some_and(|at| state.clock.now() - at < NOT_SO_SOON);
    let planned = match day.has_begun() && just_planned {
        true => false,
        false => plan::replan(&txn, &state, *event).await?.is_ok(),
    };
    txn.commit().await?;
    if planned {
        live::told(&state, *event).await;
    }
    Ok(see_other(super::path(*event)).notice("day-own-needs-saved"))
}
