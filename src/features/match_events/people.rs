//! `GET /desk/events/{event}/people`: who is invited, what they answered, and who came and has chosen.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Select,
};
use serde::Deserialize;

use omvendt_frontend::parts::{Choice, Pages};

use super::companies::{look, written, written_by};
use super::event_page::{AnswerForm, attendance};
use super::invitations::accounts_of;
use super::list::pages;
use super::words::refusal;
use super::{answers, desk_path, mail, not_come, store};
use crate::domain::event::{may_be_answered, may_be_invited, may_check_in};
use crate::domain::{
    AccountId, Attendance, LookUpPurpose, MatchEventId, RankingStage, Role, YoungPersonId,
};
use crate::entities::{account, event_young_person, ranking};
use crate::features::look_ups;
use crate::state::AppState;
use crate::web::{AppResult, Form, Page, SignedInConsultant, html, see_other, unprocessable};
use crate::words::Words;

pub const PER_PAGE: u64 = 50;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    pub answer: String,
    pub page: String,
}

struct PersonRow {
    id: YoungPersonId,
    name: String,
    answer: Attendance,
    look: &'static str,
    status: String,
    by: String,
    came: bool,
    ranked: bool,
    is_invited: bool,
}

#[derive(Template)]
#[template(path = "match_events/people.html")]
struct PeoplePage {
    page: Page,
    t: Words,
    desk: String,
    when: String,
    may_answer: bool,
    may_invite: bool,
    may_check_in: bool,
    filter: Vec<Choice>,
    rows: Vec<PersonRow>,
    pages: Pages,
    refusal: String,
}

impl PeoplePage {
    fn answer_path(&self, person: &YoungPersonId) -> String {
        format!("{}/people/{person}/attendance", self.desk)
    }
}

fn chosen(event: MatchEventId, which: &Which) -> Select<event_young_person::Entity> {
    let mut lines = event_young_person::Entity::find()
        .filter(event_young_person::Column::EventId.eq(event))
        .order_by_asc(event_young_person::Column::Id);
    if let Ok(answer) = which.answer.parse::<Attendance>() {
        lines = lines.filter(event_young_person::Column::Answer.eq(answer));
    }
    lines
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    event: MatchEventId,
    which: &Which,
    refusal: String,
) -> AppResult<PeoplePage> {
    let (t, db, now) = (visitor.words(), &state.db.read, state.clock.now());
    let event = store::event(db, event).await?;
    let lines = chosen(event.id, which).paginate(db, PER_PAGE);
    let last = lines.num_pages().await?.max(1);
    let current = which.page.parse().unwrap_or(1).clamp(1, last);
    let lines = lines.fetch_page(current - 1).await?;
    let ids: Vec<_> = lines.iter().map(|line| line.young_person_id).collect();
    let accounts = accounts_of(db, &ids).await?;
    let about: Vec<AccountId> = accounts.values().map(|account| account.id).collect();
    let desk = desk_path(event.id);
    let here = format!("{desk}/people");
    look_ups::record(state, visitor, &about, LookUpPurpose::EventPlanning, &here).await?;
    let label = |answer: &Attendance| t.kind("attendance", answer.as_str());
    let mut filter = vec![Choice::new("", t.events_everybody(), which.answer.is_empty())];
    filter.extend(Attendance::ALL.iter().map(|answer| {
        Choice::new(answer.as_str(), label(answer), answer.as_str() == which.answer)
    }));
    Ok(PeoplePage {
        page: Page::new(request, t.events_people()),
        t,
        when: mail::when(t, event.starts_at, event.ends_at),
        may_answer: may_be_answered(event.status, event.ends_at, now).is_ok(),
        may_invite: may_be_invited(event.status, event.ends_at, now).is_ok(),
        may_check_in: may_check_in(event.status, event.starts_at, now).is_ok(),
        filter,
        rows: rows(db, event.id, &lines, &accounts, t).await?,
        pages: pages(current, last, &format!("{here}?answer={}&page=", which.answer)),
        desk,
        refusal,
    })
}

async fn rows(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    lines: &[event_young_person::Model],
    accounts: &BTreeMap<YoungPersonId, account::Model>,
    t: Words,
) -> AppResult<Vec<PersonRow>> {
    let ranked: BTreeSet<YoungPersonId> = ranking::Entity::find()
        .filter(ranking::Column::EventId.eq(event))
        .filter(ranking::Column::Stage.eq(RankingStage::Saved))
        .filter(ranking::Column::YoungPersonId.is_in(lines.iter().map(|line| line.young_person_id)))
        .all(db)
        .await?
        .into_iter()
        .map(|row| row.young_person_id)
        .collect();
    let staff = by_whom(db, lines.iter().filter_map(|line| line.answered_by)).await?;
    let row = |line: &event_young_person::Model| {
        Some(PersonRow {
            id: line.young_person_id,
            name: accounts.get(&line.young_person_id)?.name.clone(),
            answer: line.answer,
            look: look(line.answer),
            status: if line.invited_at.is_none() {
                t.events_not_invited_yet()
            } else {
                t.kind("attendance", line.answer.as_str())
            },
            by: written_by(line.answered_by, &staff, t),
            came: line.came_at.is_some(),
            ranked: ranked.contains(&line.young_person_id),
            is_invited: line.invited_at.is_some(),
        })
    };
    Ok(lines.iter().filter_map(row).collect())
}

/// Those among `accounts` who are consultants: they wrote an answer down for somebody else.
pub async fn by_whom(
    db: &impl ConnectionTrait,
    accounts: impl Iterator<Item = AccountId>,
) -> AppResult<BTreeMap<AccountId, account::Model>> {
    let ids: BTreeSet<AccountId> = accounts.collect();
    let staff = account::Entity::find()
        .filter(account::Column::Id.is_in(ids))
        .filter(account::Column::Role.eq(Role::Consultant))
        .all(db)
        .await?;
    Ok(staff.into_iter().map(|account| (account.id, account)).collect())
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
    which: web::Query<Which>,
) -> AppResult<HttpResponse> {
    html(&page(&request, &state, &visitor, *event, &which, String::new()).await?)
}

/// `POST /desk/events/{event}/people/{young_person}/attendance`: what they said to us.
pub async fn answer(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    path: web::Path<(MatchEventId, YoungPersonId)>,
    form: Form<AnswerForm>,
) -> AppResult<HttpResponse> {
    let (event, person) = path.into_inner();
    let (t, now, answer) = (visitor.words(), state.clock.now(), attendance(&form.answer)?);
    let txn = state.write().await?;
    store::shared(&txn, event).await?;
    let row = store::attended_by(&txn, person, event).await?;
    if let Err(error) = may_be_answered(row.status, row.ends_at, now) {
        drop(txn);
        let (which, words) = (Which::default(), refusal(error, t));
        return unprocessable(&page(&request, &state, &visitor, event, &which, words).await?);
    }
    answers::of_young_person(&txn, now, event, person, answer, visitor.id).await?;
    txn.commit().await?;
    let back = match form.back.as_str() {
        "not-come" => not_come::path(event),
        _ => format!("{}/people", desk_path(event)),
    };
    Ok(see_other(back).notice(written(answer)))
}
