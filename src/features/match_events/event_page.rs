//! `GET /events/{event}`: when, where, how to get there and who comes, with the two buttons of an answer.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::ConnectionTrait;
use serde::Deserialize;

use super::{answers, calendar, company_path, door_code, mail, path, store, words};
use crate::domain::event::{EventError, may_be_answered, ranking_is_open};
use crate::domain::{Attendance, EventStatus, MatchEventId};
use crate::entities::{account, match_event};
use crate::features::companies::{Listing, listings};
use crate::state::AppState;
use crate::web::visitor::Side;
use crate::web::{AppError, AppResult, Form, Page, SignedIn, html, see_other, unprocessable};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    pub answer: String,
    /// Where the button was, when not on the event's own page.
    pub back: String,
}

#[derive(Template)]
#[template(path = "match_events/event.html")]
struct EventPage {
    page: Page,
    t: Words,
    event: match_event::Model,
    here: String,
    when: String,
    exact: String,
    is_young: bool,
    is_cancelled: bool,
    is_over: bool,
    is_matched: bool,
    may_answer: bool,
    /// Until when one can choose, while one can.
    ranking_until: Option<String>,
    answer: Attendance,
    /// What to say at the door on the day.
    door_code: Option<String>,
    companies: Vec<Listing>,
    refusal: String,
}

impl EventPage {
    fn href_of(&self, company: &Listing) -> String {
        format!("{}/companies/{}", self.here, company.company)
    }

    fn company_page(&self) -> String {
        company_path(self.event.id)
    }

    fn is_live(&self) -> bool {
        self.event.status == EventStatus::Live
    }

    /// What is followed on the day itself.
    fn day_page(&self) -> String {
        format!("{}/day", if self.is_young { self.here.clone() } else { self.company_page() })
    }

    fn ranking_page(&self) -> String {
        format!("{}/ranking", self.here)
    }

    fn result_page(&self) -> String {
        format!("{}/result", self.here)
    }

    fn says(&self, answer: Attendance) -> bool {
        self.answer == answer
    }
}

/// The event and the visitor's own answer, if they are invited.
async fn invited(
    db: &impl ConnectionTrait,
    visitor: &SignedIn,
    event: MatchEventId,
) -> AppResult<(match_event::Model, Attendance)> {
    match visitor.side() {
        Side::YoungPerson(person) => {
            let line = store::invitation(db, person, event).await?;
            Ok((store::event(db, event).await?, line.answer))
        }
        Side::Company(company) => {
            let (event, line) = store::invited_company(db, company, event).await?;
            Ok((event, line.answer))
        }
        _ => Err(AppError::NotFound),
    }
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedIn,
    event: MatchEventId,
    refused: Option<EventError>,
) -> AppResult<EventPage> {
    let (t, now, db) = (visitor.words(), state.clock.now(), &state.db.read);
    let (event, answer) = invited(db, visitor, event).await?;
    let presenting = store::presenting(db, event.id).await?;
    let presenting: Vec<_> = presenting.into_iter().map(|company| company.id).collect();
    let title = mail::when(t, event.starts_at, event.ends_at);
    let open = ranking_is_open(event.status, event.ranking_closes_at, now);
    let is_young = matches!(visitor.side(), Side::YoungPerson(_));
    let door_code = match visitor.side() {
        Side::YoungPerson(person) => door_code::of_arriving(state, &event, person).await?,
        _ => None,
    };
    Ok(EventPage {
        page: Page::new(
            request,
            if is_young { t.events_meet_title() } else { t.events_calendar_summary_company() },
        ),
        t,
        here: path(event.id),
        when: title,
        exact: t.exact(event.starts_at),
        is_young,
        is_over: now >= event.ends_at,
        is_cancelled: event.status == EventStatus::Cancelled,
        is_matched: matches!(event.status, EventStatus::Matched | EventStatus::Closed),
        may_answer: may_be_answered(event.status, event.ends_at, now).is_ok(),
        ranking_until: open.then(|| t.moment(event.ranking_closes_at)),
        answer,
        door_code,
        companies: listings(db, &presenting).await?,
        refusal: refused.map(|error| words::refusal(error, t)).unwrap_or_default(),
        event,
    })
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    html(&page(&request, &state, &visitor, *event, None).await?)
}

/// `POST /events/{event}/attendance`: a yes or a no, which can be changed until the event is over.
pub async fn answer(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    event: web::Path<MatchEventId>,
    form: Form<AnswerForm>,
) -> AppResult<HttpResponse> {
    let now = state.clock.now();
    let txn = state.write().await?;
    store::shared(&txn, *event).await?;
    let (event, _) = invited(&txn, &visitor, *event).await?;
    let answer = attendance(&form.answer)?;
    if let Err(error) = may_be_answered(event.status, event.ends_at, now) {
        drop(txn);
        return unprocessable(&page(&request, &state, &visitor, event.id, Some(error)).await?);
    }
    match visitor.side() {
        Side::YoungPerson(person) => {
            answers::of_young_person(&txn, now, event.id, person, answer, visitor.id).await?;
        }
        Side::Company(company) => {
            answers::of_company(&txn, now, event.id, company, answer, visitor.id).await?;
        }
        _ => return Err(AppError::NotFound),
    }
    txn.commit().await?;
    let back = if form.back == "company" { company_path(event.id) } else { path(event.id) };
    Ok(see_other(back).notice(answered(answer)))
}

/// Yes or no; "not answered" is nothing one can say.
pub fn attendance(typed: &str) -> AppResult<Attendance> {
    match typed.parse() {
        Ok(answer @ (Attendance::Yes | Attendance::No)) => Ok(answer),
        _ => Err(AppError::Malformed("an answer is yes or no".into())),
    }
}

pub const fn answered(answer: Attendance) -> &'static str {
    match answer {
        Attendance::No => "events-answered-no",
        Attendance::Yes | Attendance::Unanswered => "events-answered-yes",
    }
}

/// `GET /events/{event}/calendar.ics`: the same entry as in the invitation.
pub async fn calendar_file(
    state: web::Data<AppState>,
    visitor: SignedIn,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    use sea_orm::EntityTrait;
    let db = &state.db.read;
    let (event, _) = invited(db, &visitor, *event).await?;
    let account = account::Entity::find_by_id(visitor.id).one(db).await?;
    let account = account.ok_or(AppError::NotFound)?;
    let link = state.link(&path(event.id));
    let file = calendar::file(&state, &event, &account, calendar::Method::Publish, &link);
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header(("content-disposition", "attachment; filename=\"omvendt.ics\""))
        .body(file))
}
