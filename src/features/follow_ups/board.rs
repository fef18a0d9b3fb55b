//! `GET /desk/follow-ups?who=&when=&page=`: what is to be asked about, day by day.

use std::collections::HashMap;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::{Choice, Pages};
use sea_orm::ConnectionTrait;
use serde::Deserialize;

use super::BOARD;
use super::presence::Presence;
use super::rows::{Group, When, groups, names};
use super::store::Wanted;
use crate::domain::{AccountId, LookUpPurpose};
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

#[derive(Template)]
#[template(path = "follow_ups/board.html")]
struct BoardPage {
    page: Page,
    t: Words,
    who: Vec<Choice>,
    when: Vec<Choice>,
    groups: Vec<Group>,
    empty: String,
    alone: u64,
    pages: Pages,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    filter: web::Query<Filter>,
) -> AppResult<HttpResponse> {
    let (db, t, today) = (&state.db.read, visitor.words(), state.clock.today());
    let presence = Presence::load(db, today).await?;
    let when = When::ALL.into_iter().find(|when| when.code() == filter.when);
    let (from, before) = when.map_or((None, None), |when| when.days(today));
    let wanted = Wanted { owners: owners(&filter, visitor.id, &presence), from, before };
    let held = Wanted { owners: None, from, before }.count_each(db).await?;
    let last = wanted.total(&held).div_ceil(A_PAGE).max(1);
    let current = filter.page.parse::<u64>().unwrap_or(1).clamp(1, last);
    let rows = wanted.list(db, (current - 1) * A_PAGE, A_PAGE).await?;
    let names = names(db, &rows).await?;
    let people: Vec<AccountId> = names.values().filter_map(|named| named.account).collect();
    look_ups::record(&state, &visitor, &people, LookUpPurpose::FollowUp, BOARD).await?;
    html(&BoardPage {
        page: Page::new(&request, t.follow_ups_title()),
        t,
        who: who(&filter, visitor.id, &presence, &held, t),
        when: whens(when, t),
        groups: groups(&rows, &names, &presence, today, t),
        empty: match filter.who.as_str() {
            "" | "mine" => t.follow_ups_empty_mine(),
            _ => t.follow_ups_empty(),
        },
        alone: left_alone(db, &presence, today).await?,
        pages: Pages {
            current: u32::try_from(current).unwrap_or(1),
            last: u32::try_from(last).unwrap_or(1),
            address: format!("{BOARD}?{}&page=", query(&filter)),
        },
    })
}

/// Whose follow-ups a board shows; mine are also those of whom I stand in for.
fn owners(filter: &Filter, me: AccountId, presence: &Presence) -> Option<Vec<AccountId>> {
    match filter.who.as_str() {
        "team" => None,
        "nobody" => Some(presence.left_alone()),
        who => match who.parse() {
            Ok(id) => Some(vec![id]),
            Err(_) => Some(presence.work_of(me)),
        },
    }
}

/// How many are overdue or due today, while nobody is there to hold them.
async fn left_alone(
    db: &impl ConnectionTrait,
    presence: &Presence,
    today: chrono::NaiveDate,
) -> AppResult<u64> {
    let alone = presence.left_alone();
    if alone.is_empty() {
        return Ok(0);
    }
    let (_, before) = When::Today.days(today);
    Ok(Wanted { owners: Some(alone), from: None, before }.count(db).await?)
}

fn query(filter: &Filter) -> String {
    url::form_urlencoded::Serializer::new(String::new())
        .append_pair("who", &filter.who)
        .append_pair("when", &filter.when)
        .finish()
}

fn who(
    filter: &Filter,
    me: AccountId,
    presence: &Presence,
    held: &HashMap<AccountId, i64>,
    t: Words,
) -> Vec<Choice> {
    let chosen = |value: &str| filter.who == value;
    let mut choices = vec![
        Choice::new("mine", t.follow_ups_mine(), chosen("mine")),
        Choice::new("team", t.follow_ups_team(), chosen("team")),
    ];
    if !presence.left_alone().is_empty() {
        choices.push(Choice::new("nobody", t.follow_ups_nobodys(), chosen("nobody")));
    }
    let others = presence.team().filter(|account| account.id != me);
    choices.extend(others.map(|account| {
        let id = account.id.to_string();
        let count = held.get(&account.id).unwrap_or(&0);
        Choice::new(id.clone(), format!("{} ({count})", account.name), chosen(&id))
    }));
    choices
}

fn whens(chosen: Option<When>, t: Words) -> Vec<Choice> {
    let all = Choice::new("all", t.follow_ups_all(), chosen.is_none());
    let each = When::ALL
        .into_iter()
        .map(|when| Choice::new(when.code(), when.label(t), chosen == Some(when)));
    std::iter::once(all).chain(each).collect()
}
