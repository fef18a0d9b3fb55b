//! `/events/{event}/ranking`: what a young person wants, best first.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::ConnectionTrait;

use super::store::{self, Pen};
use super::view::{Lists, Shelf, Typed, entries, typed};
use super::{act, path, words};
use crate::domain::event::{RankingWindow, ranking_window};
use crate::domain::ranking::{Ranking, RankingError};
use crate::domain::{CompanyId, MatchEventId, RankingStage};
use crate::entities::match_event;
use crate::features::{companies, match_events};
use crate::state::AppState;
use crate::web::{
    AppResult, Fields, Page, Problems, SignedInYoungPerson, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Template)]
#[template(path = "rankings/edit.html")]
pub struct EditPage {
    page: Page,
    t: Words,
    /// Whose list it is, when a consultant holds the screen.
    whose: Option<String>,
    back: String,
    action: String,
    /// Where a script keeps the draft.
    draft: String,
    until: String,
    is_open: bool,
    saved_at: Option<String>,
    has_draft: bool,
    lists: Lists,
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

fn own(visitor: &SignedInYoungPerson, event: MatchEventId) -> Desk {
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
    html(&page(&request, &state, &desk, &event, visitor.words()).await?)
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

pub async fn page(
    request: &HttpRequest,
    state: &AppState,
    desk: &Desk,
    event: &match_event::Model,
    t: Words,
) -> AppResult<EditPage> {
    let db = &state.db.read;
    let saved = store::of(db, event.id, desk.pen.young_person, RankingStage::Saved).await?;
    let draft = store::of(db, event.id, desk.pen.young_person, RankingStage::Draft).await?;
    let has_draft = draft.is_some();
    let saved_at = saved.as_ref().map(|saved| t.moment(saved.row.saved_at));
    let ranking = draft.or(saved).map(|stored| stored.ranking).unwrap_or_default();
    let lists = shelf(db, desk).await?.of(&ranking, t);
    Ok(EditPage {
        page: Page::new(request, desk.title.clone()),
        t,
        whose: desk.whose.clone(),
        back: desk.back.clone(),
        draft: format!("{}/draft", desk.action),
        action: desk.action.clone(),
        until: t.moment(event.ranking_closes_at),
        is_open: ranking_window(event.status, event.ranking_closes_at, state.clock.now())
            == RankingWindow::Open,
        saved_at,
        has_draft,
        lists,
        problems: Problems::default(),
    })
}

async fn shelf(db: &impl ConnectionTrait, desk: &Desk) -> AppResult<Shelf> {
    let companies = act::companies(db, desk.pen).await?;
    Ok(Shelf {
        event: desk.pen.event,
        cards: companies::cards(db, &companies).await?,
        favourites: store::favourites(db, desk.pen.event, desk.pen.young_person).await?,
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
    let txn = state.write().await?;
    let refused = match fields.get("move").and_then(Move::read) {
        Some(step) => match act::read(&txn, state, desk.pen, entries(&typed)).await? {
            Ok(ranking) => {
                act::keep_draft(&txn, state, desk.pen, &step.applied_to(ranking)).await?;
                txn.commit().await?;
                return Ok(see_other(format!("{}#position-{}", desk.action, step.company)).into());
            }
            Err(error) => error,
        },
        None => match act::save(&txn, state, desk.pen, entries(&typed)).await? {
            Ok(()) => {
                txn.commit().await?;
                return Ok(see_other(format!("{}/receipt", desk.action)).into());
            }
            Err(error) => error,
        },
    };
    drop(txn);
    unprocessable(&refusal(request, state, desk, event, &typed, refused, t).await?)
}

async fn refusal(
    request: &HttpRequest,
    state: &AppState,
    desk: &Desk,
    event: &match_event::Model,
    typed: &[Typed],
    error: RankingError,
    t: Words,
) -> AppResult<EditPage> {
    let mut page = page(request, state, desk, event, t).await?;
    if page.is_open {
        page.lists = shelf(&state.db.read, desk).await?.as_typed(typed, error, t);
    }
    let field = error.company().map(|company| format!("position-{company}")).unwrap_or_default();
    page.problems.add(field, words::refusal(error, t));
    Ok(page)
}

pub async fn keep(
    state: &AppState,
    desk: &Desk,
    fields: &Fields,
    t: Words,
) -> AppResult<HttpResponse> {
    let typed = typed(fields);
    let txn = state.write().await?;
    match act::read(&txn, state, desk.pen, entries(&typed)).await? {
        Ok(ranking) => {
            act::keep_draft(&txn, state, desk.pen, &ranking).await?;
            txn.commit().await?;
            let time = t.time(crate::clock::local(state.clock.now()).time());
            Ok(HttpResponse::Ok()
                .content_type("text/plain; charset=utf-8")
                .body(t.ranking_draft_kept(time)))
        }
        Err(error) => {
            let sentence = words::refusal(error, t);
            Ok(HttpResponse::UnprocessableEntity()
                .content_type("text/plain; charset=utf-8")
                .body(sentence))
        }
    }
}

/// A row's button, as a page without scripts sends it: `up <company>`.
struct Move {
    what: fn(&mut Ranking, CompanyId),
    company: CompanyId,
}

impl Move {
    fn read(text: &str) -> Option<Self> {
        let (what, company) = text.split_once(' ')?;
        let what = match what {
            "up" => Ranking::move_up,
            "down" | "untie" => Ranking::move_down,
            "tie" => Ranking::tie_with_above,
            "choose" => Ranking::choose,
            "no" => Ranking::say_no_thanks,
            "undo" => Ranking::clear,
            _ => return None,
        };
        Some(Self { what, company: company.parse().ok()? })
    }

    fn applied_to(&self, mut ranking: Ranking) -> Ranking {
        (self.what)(&mut ranking, self.company);
        ranking
    }
}
