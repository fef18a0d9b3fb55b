//! `GET /desk?who=`: what a consultant does today. Overdue, today, calls, answers waited for, new interest.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Days, NaiveDate, Utc};
use omvendt_frontend::parts::Choice;
use serde::Deserialize;

use super::store::desk::{self, FollowUps, Waiting};
use super::store::{company_names, young_people};
use crate::domain::{AccountId, LookUpPurpose};
use crate::entities::{company, match_event};
use crate::features::accounts::away;
use crate::features::calls::list::{Row as CallRow, rows as call_rows};
use crate::features::calls::store::{self as calls, Wanted};
use crate::features::{look_ups, match_events};
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
    overdue: Section<Line>,
    due_today: Section<Line>,
    calls: Section<CallRow>,
    waiting: Section<Line>,
    interest: Section<Line>,
    events: Vec<Line>,
}

/// The first of many, and how many there are.
struct Section<T> {
    rows: Vec<T>,
    count: u64,
}

/// One thing to look at.
struct Line {
    href: String,
    title: String,
    detail: String,
    day: String,
    exact: String,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    filter: web::Query<Filter>,
) -> AppResult<HttpResponse> {
    let (db, t) = (&state.db.read, visitor.words());
    let (now, today) = (state.clock.now(), state.clock.today());
    let team = filter.who == "team";
    let owners = if team { Vec::new() } else { away::work_of(db, visitor.id, today).await? };
    let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
    let overdue = desk::follow_ups(db, &owners, None, today).await?;
    let due_today = desk::follow_ups(db, &owners, Some(today), tomorrow).await?;
    let (waiting, waiting_count) = desk::waiting(db, &owners).await?;
    let (interest, interest_count) = desk::interest(db, &owners).await?;
    let named = Named::of(&state, &visitor, &[&overdue, &due_today], &waiting).await?;

    html(&DeskPage {
        page: Page::new(&request, t.home_desk_title()),
        t,
        today: t.day(today),
        who: vec![
            Choice::new("mine", t.home_desk_mine(), !team),
            Choice::new("team", t.home_desk_team(), team),
        ],
        everybody: if team { "team" } else { "mine" },
        overdue: named.follow_ups(overdue, t),
        due_today: named.follow_ups(due_today, t),
        calls: open_calls(&state, &visitor, owners, t).await?,
        waiting: Section {
            rows: waiting.iter().map(|row| named.proposal(row, t)).collect(),
            count: waiting_count,
        },
        interest: Section {
            rows: interest.iter().map(|row| interested(row, t)).collect(),
            count: interest_count,
        },
        events: desk::events(db).await?.iter().map(|row| event(row, now, t)).collect(),
    })
}

async fn open_calls(
    state: &AppState,
    visitor: &SignedInConsultant,
    owners: Vec<AccountId>,
    t: Words,
) -> AppResult<Section<CallRow>> {
    let wanted = Wanted { owners, ..Wanted::default() };
    let count = calls::count(&state.db.read, &wanted).await?;
    let rows = calls::list(&state.db.read, &wanted, 0, desk::SHOWN).await?;
    Ok(Section { rows: call_rows(state, visitor, &rows, t).await?, count })
}

/// The names behind the page's placements; reading them is recorded.
struct Named {
    people: std::collections::HashMap<crate::domain::YoungPersonId, super::store::Named>,
    companies: std::collections::HashMap<crate::domain::CompanyId, String>,
}

impl Named {
    async fn of(
        state: &AppState,
        visitor: &SignedInConsultant,
        follow_ups: &[&FollowUps],
        waiting: &[Waiting],
    ) -> AppResult<Self> {
        let db = &state.db.read;
        let followed = follow_ups.iter().flat_map(|list| list.rows.iter().map(|(_, of)| of));
        let placements: Vec<_> = followed.chain(waiting.iter().map(|row| &row.placement)).collect();
        let people = young_people(db, placements.iter().map(|row| row.young_person_id)).await?;
        let companies = company_names(db, placements.iter().map(|row| row.company_id)).await?;
        let accounts: Vec<AccountId> = people.values().map(|person| person.account).collect();
        look_ups::record(state, visitor, &accounts, LookUpPurpose::Desk, "/desk").await?;
        Ok(Self { people, companies })
    }

    fn name(&self, placement: &crate::entities::placement::Model) -> String {
        let person = self.people.get(&placement.young_person_id);
        person.map(|person| person.name.clone()).unwrap_or_default()
    }

    fn company(&self, placement: &crate::entities::placement::Model) -> String {
        self.companies.get(&placement.company_id).cloned().unwrap_or_default()
    }

    fn follow_ups(&self, list: FollowUps, t: Words) -> Section<Line> {
        let line = |(row, placement): (crate::entities::follow_up::Model, _)| Line {
            href: format!("/follow-ups/{}", row.id),
            title: self.name(&placement),
            detail: t.home_desk_follow_up(
                t.kind("follow-up-form", row.form.as_str()),
                self.company(&placement),
            ),
            day: t.day(row.due_on),
            exact: row.due_on.to_string(),
        };
        Section { count: list.count, rows: list.rows.into_iter().map(line).collect() }
    }

    fn proposal(&self, row: &Waiting, t: Words) -> Line {
        let silent: Vec<String> =
            row.silent.iter().map(|party| t.kind("party", party.as_str())).collect();
        let company = self.company(&row.placement);
        Line {
            href: format!("/placements/{}", row.placement.id),
            title: self.name(&row.placement),
            detail: match silent.is_empty() {
                true => t.home_desk_talk_first(company),
                false => t.home_desk_waits_for(company, silent.join(", ")),
            },
            day: t.moment(row.placement.answer_by),
            exact: t.exact(row.placement.answer_by),
        }
    }
}

fn interested(row: &company::Model, t: Words) -> Line {
    let contact = [row.contact_name.as_deref(), row.contact_phone.as_deref()];
    let day: NaiveDate = crate::clock::local(row.created_at).date();
    Line {
        href: format!("/desk/companies/{}", row.id),
        title: row.name.clone(),
        detail: contact.into_iter().flatten().collect::<Vec<_>>().join(", "),
        day: t.day(day),
        exact: day.to_string(),
    }
}

fn event(row: &match_event::Model, now: DateTime<Utc>, t: Words) -> Line {
    Line {
        href: format!("/desk/events/{}", row.id),
        title: match_events::words::status(row, now, t).1,
        detail: row.venue.clone(),
        day: t.moment(row.starts_at),
        exact: t.exact(row.starts_at),
    }
}
