//! `GET /desk/calls?who=&when=&page=`: who must be rung, the first due first.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;
use omvendt_frontend::parts::{Choice, Pages};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Deserialize;

use super::store::{self, Wanted};
use super::{path, words};
use crate::domain::LookUpPurpose;
use crate::entities::{account, call};
use crate::features::accounts::away;
use crate::features::look_ups;
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInConsultant, html};
use crate::words::Words;

const A_PAGE: u64 = 50;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    who: String,
    when: String,
    page: String,
}

/// One call as a row: what, whom, by when, whose.
pub struct Row {
    pub href: String,
    pub what: String,
    pub whom: String,
    pub phone: String,
    pub due_on: NaiveDate,
    pub day: String,
    pub owner: String,
    pub overdue: bool,
}

#[derive(Template)]
#[template(path = "calls/list.html")]
struct ListPage {
    page: Page,
    t: Words,
    who: Vec<Choice>,
    when: Vec<Choice>,
    rows: Vec<Row>,
    pages: Pages,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    filter: web::Query<Filter>,
) -> AppResult<HttpResponse> {
    let (db, t, today) = (&state.db.read, visitor.words(), state.clock.today());
    let owners = match filter.who.as_str() {
        "team" => Vec::new(),
        _ => away::work_of(db, visitor.id, today).await?,
    };
    let wanted = Wanted {
        owners,
        due_before: (filter.when == "overdue").then_some(today),
        done: filter.when == "done",
    };
    let last = store::count(db, &wanted).await?.div_ceil(A_PAGE).max(1);
    let current = filter.page.parse::<u64>().unwrap_or(1).clamp(1, last);
    let calls = store::list(db, &wanted, (current - 1) * A_PAGE, A_PAGE).await?;
    html(&ListPage {
        page: Page::new(&request, t.calls_title()),
        t,
        who: choices(&filter.who, [("mine", t.calls_mine()), ("team", t.calls_team())]),
        when: choices(
            &filter.when,
            [("open", t.calls_open()), ("overdue", t.calls_overdue()), ("done", t.calls_done())],
        ),
        rows: rows(&state, &visitor, &calls, t).await?,
        pages: Pages {
            current: u32::try_from(current).unwrap_or(1),
            last: u32::try_from(last).unwrap_or(1),
            address: format!("/desk/calls?{}&page=", query(&filter)),
        },
    })
}

fn query(filter: &Filter) -> String {
    url::form_urlencoded::Serializer::new(String::new())
        .append_pair("who", &filter.who)
        .append_pair("when", &filter.when)
        .finish()
}

fn choices<const N: usize>(chosen: &str, all: [(&str, String); N]) -> Vec<Choice> {
    all.into_iter().map(|(value, label)| Choice::new(value, label, value == chosen)).collect()
}

/// The rows of a list of calls; reading the names in it is recorded.
pub async fn rows(
    state: &AppState,
    visitor: &SignedInConsultant,
    calls: &[call::Model],
    t: Words,
) -> AppResult<Vec<Row>> {
    let (db, today) = (&state.db.read, state.clock.today());
    let owners = account::Entity::find()
        .filter(account::Column::Id.is_in(calls.iter().map(|call| call.owner_id)))
        .all(db)
        .await?;
    let whom = store::whom(db, calls).await?;
    let people: Vec<_> = whom.iter().filter_map(|whom| whom.account).collect();
    look_ups::record(state, visitor, &people, LookUpPurpose::Desk, "/desk/calls").await?;
    let met_on = store::met_on(db, calls).await?;
    let owner = |call: &call::Model| {
        owners.iter().find(|owner| owner.id == call.owner_id).map(|owner| owner.name.clone())
    };
    let row = |(call, whom): (&call::Model, store::Whom)| Row {
        href: path(call.id),
        what: words::what(call, call.event_id.and_then(|id| met_on.get(&id).copied()), t),
        whom: whom.name,
        phone: whom.phone,
        due_on: call.due_on,
        day: t.day_seen_from(today, call.due_on),
        owner: owner(call).unwrap_or_default(),
        overdue: call.done_at.is_none() && call.due_on < today,
    };
    Ok(calls.iter().zip(whom).map(row).collect())
}
