//! `/events/{event}/ranking`: what a young person wants, best first.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, web};
use askama::Template;
use sea_orm::ConnectionTrait;

use super::elsewhere::{self, Other};
use super::moves::Move;
use super::store::{self, Pen};
use super::view::{Lists, Shelf, Typed, entries, typed};
use super::{act, path, shut, words};
use crate::domain::ranking::{Ranking, RankingError};
use crate::domain::{MatchEventId, RankingStage};
use crate::entities::match_event;
use crate::features::{companies, event_days, match_events};
use crate::state::AppState;
use crate::web::{
    AppResult, Fields, Page, Problems, SignedInYoungPerson, html, see_other, unprocessable,
};
use crate::words::Words;

/// The header by which a script learns the mark of what it has just kept.
const SEEN: &str = "ranking-seen";

#[derive(Template)]
#[template(path = "rankings/edit.html")]
struct EditPage {
    page: Page,
    t: Words,
    /// A consultant holds the screen.
    together: bool,
    back: String,
    action: String,
    /// Where a script keeps the draft.
    draft: String,
    when: String,
    venue: String,
    until: String,
    saved_at: Option<String>,
    has_draft: bool,
    /// Saving was pressed with nothing chosen: is that meant?
    ask_empty: bool,
    lists: Lists,
    /// Stands for the list that was shown.
    seen: String,
    /// Where this browser keeps what could not be sent.
    kept: String,
    /// What was changed on another device meanwhile.
    other: Option<Other>,
    problems: Problems,
}

/// Where this ranking is written, and what leads away from it.
pub struct Desk {
    pub pen: Pen,
    pub whose: Option<String>,
    pub action: String,
    pub back: String,
    pub title: String,
}

impl Desk {
    /// Under which name a browser keeps the list while there is no network.
    pub fn kept(&self) -> String {
        format!("{}:{}", self.pen.by, self.action)
    }
}

pub fn own(visitor: &SignedInYoungPerson, event: MatchEventId) -> Desk {
    Desk {
        pen: Pen { event, young_person: visitor.young_person, by: visitor.id, together: false },
        whose: None,
        action: path(event),
        back: match_events::path(event),
        title: visitor.words().ranking_title(),
    }
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInYoungPerson,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    let event = match_events::attended_by(&state.db.read, visitor.young_person, *event).await?;
    let desk = own(&visitor, event.id);
    answer(&request, &state, &desk, &event, visitor.words()).await
}

/// `POST /events/{event}/ranking`: saves, or without scripts moves one row and keeps the draft.
pub async fn submit(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInYoungPerson,
    event: web::Path<MatchEventId>,
    fields: Fields,
) -> AppResult<HttpResponse> {
    let event = match_events::attended_by(&state.db.read, visitor.young_person, *event).await?;
    let desk = own(&visitor, event.id);
    receive(&request, &state, &desk, &event, &fields, visitor.words()).await
}

/// `POST /events/{event}/ranking/draft`: what a script sends as rows move; the answer is one sentence.
pub async fn draft(
    state: web::Data<AppState>,
    visitor: SignedInYoungPerson,
    event: web::Path<MatchEventId>,
    fields: Fields,
) -> AppResult<HttpResponse> {
    let event = match_events::attended_by(&state.db.read, visitor.young_person, *event).await?;
    let desk = own(&visitor, event.id);
    keep(&state, &desk, &fields, visitor.words()).await
}

/// The list to work on, or why there is none.
pub async fn answer(
    request: &HttpRequest,
    state: &AppState,
    desk: &Desk,
    event: &match_event::Model,
    t: Words,
) -> AppResult<HttpResponse> {
    match shut::page(request, state, desk, event, t).await? {
        Some(shut) => html(&shut),
        None => html(&page(request, state, desk, event, None, t).await?),
    }
}

/// What somebody sent that was not saved: the page shows it instead of what is stored.
enum Sent<'a> {
    List(&'a Ranking),
    Typed(&'a [Typed], RankingError),
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    desk: &Desk,
    event: &match_event::Model,
    sent: Option<Sent<'_>>,
    t: Words,
) -> AppResult<EditPage> {
    let db = &state.db.read;
    let saved = store::of(db, event.id, desk.pen.young_person, RankingStage::Saved).await?;
    let draft = store::of(db, event.id, desk.pen.young_person, RankingStage::Draft).await?;
    let has_draft = draft.is_some();
    let seen = store::mark(draft.as_ref().or(saved.as_ref()));
    let saved_at = saved.as_ref().map(|saved| t.moment(saved.row.saved_at));
    let ranking = draft.or(saved).map(|stored| stored.ranking).unwrap_or_default();
    let shelf = shelf(db, desk, event).await?;
    let lists = match sent {
        None => shelf.of(&ranking, t),
        Some(Sent::List(sent)) => shelf.of(sent, t),
        Some(Sent::Typed(typed, error)) => shelf.as_typed(typed, error, t),
    };
    Ok(EditPage {
        page: Page::new(request, desk.title.clone()),
        t,
        together: desk.pen.together,
        back: desk.back.clone(),
        draft: format!("{}/draft", desk.action),
        action: desk.action.clone(),
        when: t.moment(event.starts_at),
        venue: event.venue.clone(),
        until: t.moment(event.ranking_closes_at),
        saved_at,
        has_draft,
        ask_empty: false,
        lists,
        seen,
        kept: desk.kept(),
        other: None,
        problems: Problems::default(),
    })
}

async fn shelf(
    db: &impl ConnectionTrait,
    desk: &Desk,
    event: &match_event::Model,
) -> AppResult<Shelf> {
    let companies = act::companies(db, desk.pen).await?;
    let person = desk.pen.young_person;
    let met = event_days::met(db, event.clone(), person).await?;
    let notes = match desk.pen.together {
        true => BTreeMap::new(),
        false => event_days::notes_of(db, event.id, person).await?,
    };
    Ok(Shelf {
        event: event.id,
        met,
        notes,
        companies: match_events::listings(db, event.id, &companies).await?,
        favourites: store::favourites(db, event.id, person).await?,
        links: !desk.pen.together,
    })
}

pub async fn receive(
    request: &HttpRequest,
    state: &AppState,
    desk: &Desk,
    event: &match_event::Model,
    fields: &Fields,
    t: Words,
) -> AppResult<HttpResponse> {
    let typed = typed(fields);
    if let Some(placed) = shut::because_of_a_placement(request, state, desk, event, t).await? {
        return unprocessable(&placed);
    }
    let txn = state.write().await?;
    let ranking = match act::read(&txn, state, desk.pen, entries(&typed)).await? {
        Ok(ranking) => ranking,
        Err(error) => {
            drop(txn);
            return refuse(request, state, desk, event, &typed, error, t).await;
        }
    };
    if let Some(other) = elsewhere::changed(&txn, desk.pen, fields, &ranking).await? {
        drop(txn);
        let sent = Some(Sent::List(&ranking));
        let mut page = page(request, state, desk, event, sent, t).await?;
        page.other = Some(elsewhere::shown(&state.db.read, &other, t).await?);
        return unprocessable(&page);
    }
    if fields.get("compare").is_some() {
        drop(txn);
        return Ok(see_other(desk.action.clone()).into());
    }
    if let Some(step) = fields.get("move").and_then(Move::read) {
        act::keep_draft(&txn, state, desk.pen, &step.applied_to(ranking)).await?;
        txn.commit().await?;
        return Ok(see_other(format!("{}#position-{}", desk.action, step.company)).into());
    }
    if ranking.is_empty() && fields.get("empty") != Some("yes") {
        drop(txn);
        let sent = Some(Sent::List(&ranking));
        let mut page = page(request, state, desk, event, sent, t).await?;
        page.ask_empty = true;
        return unprocessable(&page);
    }
    act::save(&txn, state, desk.pen, ranking).await?;
    txn.commit().await?;
    Ok(see_other(format!("{}/receipt", desk.action)).into())
}

async fn refuse(
    request: &HttpRequest,
    state: &AppState,
    desk: &Desk,
    event: &match_event::Model,
    typed: &[Typed],
    error: RankingError,
    t: Words,
) -> AppResult<HttpResponse> {
    let sentence = words::refusal(error, t);
    if let Some(mut shut) = shut::page(request, state, desk, event, t).await? {
        shut.problems.add("", sentence);
        return unprocessable(&shut);
    }
    let sent = Some(Sent::Typed(typed, error));
    let mut page = page(request, state, desk, event, sent, t).await?;
    let field = error.company().map(|company| format!("position-{company}")).unwrap_or_default();
    page.problems.add(field, sentence);
    unprocessable(&page)
}

pub async fn keep(
    state: &AppState,
    desk: &Desk,
    fields: &Fields,
    t: Words,
) -> AppResult<HttpResponse> {
    let typed = typed(fields);
    let said = |mut answer: HttpResponseBuilder, sentence: String| {
        answer.content_type("text/plain; charset=utf-8").body(sentence)
    };
    let person = desk.pen.young_person;
    if let Some(placement) = store::placement_of(&state.db.read, person).await? {
        let company = companies::name(&state.db.read, placement.company_id).await?;
        return Ok(said(HttpResponse::UnprocessableEntity(), t.ranking_placed(company)));
    }
    let txn = state.write().await?;
    match act::read(&txn, state, desk.pen, entries(&typed)).await? {
        Ok(ranking) => {
            if elsewhere::changed(&txn, desk.pen, fields, &ranking).await?.is_some() {
                return Ok(said(HttpResponse::Conflict(), t.ranking_elsewhere_short()));
            }
            act::keep_draft(&txn, state, desk.pen, &ranking).await?;
            let now = store::in_hand(&txn, desk.pen.event, person).await?;
            txn.commit().await?;
            let time = t.time(crate::clock::local(state.clock.now()).time());
            let mut answer = HttpResponse::Ok();
            answer.insert_header((SEEN, store::mark(now.as_ref())));
            Ok(said(answer, t.ranking_draft_kept(time)))
        }
        Err(error) => Ok(said(HttpResponse::UnprocessableEntity(), words::refusal(error, t))),
    }
}
