//! `GET /desk/events/{event}/companies`: what each company has answered, and writing it down for them.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::event_page::{AnswerForm, attendance};
use super::people::by_whom;
use super::words::refusal;
use super::{answers, desk_path, mail, places, store};
use crate::domain::event::{
    hosts_may_answer, may_be_answered, may_be_invited, places_may_be_confirmed,
};
use crate::domain::{AccountId, Attendance, CompanyId, HostAnswer, MatchEventId, PlacementKind};
use crate::entities::{account, confirmed_place, event_company, match_event};
use crate::state::AppState;
use crate::web::{AppResult, Form, Page, SignedInConsultant, html, see_other, unprocessable};
use crate::words::Words;

pub struct CompanyRow {
    id: CompanyId,
    name: String,
    answer: Attendance,
    look: &'static str,
    status: String,
    /// Who wrote the answer down, when it was not the company.
    by: String,
    places: String,
    hosts: String,
    is_invited: bool,
    /// It comes, and its places can still be confirmed.
    may_confirm: bool,
    /// It has places, and can still say whether it can be host.
    may_host: bool,
}

#[derive(Template)]
#[template(path = "match_events/companies.html")]
struct CompaniesPage {
    page: Page,
    t: Words,
    desk: String,
    when: String,
    may_answer: bool,
    may_invite: bool,
    rows: Vec<CompanyRow>,
    refusal: String,
}

impl CompaniesPage {
    fn answer_path(&self, company: &CompanyId) -> String {
        format!("{}/companies/{company}/attendance", self.desk)
    }

    fn places_path(&self, company: &CompanyId) -> String {
        format!("{}/companies/{company}/places", self.desk)
    }

    fn rung_path(&self, company: &CompanyId) -> String {
        format!("{}/companies/{company}/host-answers", self.desk)
    }
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    t: Words,
    event: MatchEventId,
    refusal: String,
) -> AppResult<CompaniesPage> {
    let db = &state.db.read;
    let event = store::event(db, event).await?;
    let may_answer = may_be_answered(event.status, event.ends_at, state.clock.now()).is_ok();
    Ok(CompaniesPage {
        page: Page::new(request, t.events_companies()),
        t,
        desk: desk_path(event.id),
        when: mail::when(t, event.starts_at, event.ends_at),
        may_answer,
        may_invite: may_be_invited(event.status, event.ends_at, state.clock.now()).is_ok(),
        rows: rows(db, &event, state.clock.now(), t).await?,
        refusal,
    })
}

async fn rows(
    db: &impl ConnectionTrait,
    event: &match_event::Model,
    now: DateTime<Utc>,
    t: Words,
) -> AppResult<Vec<CompanyRow>> {
    let may_host = hosts_may_answer(event.status, event.starts_at, now);
    let may_confirm =
        |answer| places_may_be_confirmed(event.status, event.ranking_closes_at, answer, now);
    let event_id = event.id;
    let lines = store::companies(db, event_id).await?;
    let mut places: BTreeMap<CompanyId, i32> = BTreeMap::new();
    let confirmed = confirmed_place::Entity::find()
        .filter(confirmed_place::Column::EventId.eq(event_id))
        .all(db)
        .await?;
    for place in confirmed {
        *places.entry(place.company_id).or_default() += place.number;
    }
    let hosts = places::host_answers(db, event_id).await?;
    let has_places = |id: CompanyId| places.get(&id).is_some_and(|places| *places > 0);
    let staff = by_whom(db, lines.iter().filter_map(|(line, _)| line.answered_by)).await?;
    Ok(lines
        .iter()
        .map(|(line, company)| CompanyRow {
            id: company.id,
            name: company.name.clone(),
            answer: line.answer,
            look: look(line.answer),
            status: if line.invited_at.is_none() {
                t.events_not_invited_yet()
            } else {
                t.kind("attendance", line.answer.as_str())
            },
            by: written_by(line.answered_by, &staff, t),
            places: places_words(line, places.get(&company.id).copied(), t),
            hosts: match hosts.get(&company.id) {
                Some(answers) => host_words(answers, t),
                None if may_host && has_places(company.id) => t.events_not_answered(),
                None => String::new(),
            },
            is_invited: line.invited_at.is_some(),
            may_confirm: may_confirm(line.answer) && line.invited_at.is_some(),
            may_host: may_host && line.answer == Attendance::Yes && has_places(company.id),
        })
        .collect())
}

pub const fn look(answer: Attendance) -> &'static str {
    match answer {
        Attendance::Yes => "done",
        Attendance::No => "quiet",
        Attendance::Unanswered => "waiting",
    }
}

/// Empty when they answered themselves.
pub fn written_by(
    by: Option<AccountId>,
    staff: &BTreeMap<AccountId, account::Model>,
    t: Words,
) -> String {
    by.and_then(|by| staff.get(&by))
        .map(|account| t.events_written_by(account.name.as_str()))
        .unwrap_or_default()
}

fn places_words(line: &event_company::Model, places: Option<i32>, t: Words) -> String {
    match (line.places_confirmed_at, places) {
        (Some(at), Some(places)) => {
            t.events_confirmed_places(places, t.day(crate::clock::local(at).date()))
        }
        (Some(_), None) => t.events_confirmed_none(),
        (None, _) => t.events_not_confirmed(),
    }
}

fn host_words(answers: &BTreeMap<PlacementKind, HostAnswer>, t: Words) -> String {
    let said = answers.iter().map(|(kind, answer)| {
        t.events_host_said(
            t.kind("placement-kind", kind.as_str()),
            t.kind("host-answer", answer.as_str()),
        )
    });
    said.collect::<Vec<_>>().join(". ")
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    html(&page(&request, &state, visitor.words(), *event, String::new()).await?)
}

/// `POST /desk/events/{event}/companies/{company}/attendance`: what they said on the phone.
pub async fn answer(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    path: web::Path<(MatchEventId, CompanyId)>,
    form: Form<AnswerForm>,
) -> AppResult<HttpResponse> {
    let (event, company) = path.into_inner();
    let (t, now, answer) = (visitor.words(), state.clock.now(), attendance(&form.answer)?);
    let txn = state.write().await?;
    store::shared(&txn, event).await?;
    let (row, _) = store::invited_company(&txn, company, event).await?;
    if let Err(error) = may_be_answered(row.status, row.ends_at, now) {
        drop(txn);
        return unprocessable(&page(&request, &state, t, event, refusal(error, t)).await?);
    }
    answers::of_company(&txn, now, event, company, answer, visitor.id).await?;
    txn.commit().await?;
    Ok(see_other(format!("{}/companies", desk_path(event))).notice(written(answer)))
}

/// The notice for an answer written down for somebody else.
pub const fn written(answer: Attendance) -> &'static str {
    match answer {
        Attendance::No => "events-written-no",
        Attendance::Yes | Attendance::Unanswered => "events-written-yes",
    }
}
