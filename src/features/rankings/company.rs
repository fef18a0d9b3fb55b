//! `/events/{event}/companies/{company}`: one company's card, before and during the event.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::store::{self, Pen};
use super::{act, path};
use crate::domain::event::ranking_is_open;
use crate::domain::{CompanyId, MatchEventId};
use crate::features::companies::Card;
use crate::features::{event_days, match_events};
use crate::state::AppState;
use crate::web::{AppError, AppResult, Page, SignedInYoungPerson, html};
use crate::words::Words;

#[derive(Template)]
#[template(path = "rankings/company.html")]
struct CompanyPage {
    page: Page,
    t: Words,
    card: Card,
    back: String,
    ranking: String,
    may_rank: bool,
    favourite: bool,
    favourite_action: String,
    /// What they alone remember about it.
    note: String,
    note_action: String,
    /// Whose text a device keeps, should it not reach us.
    draft: String,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInYoungPerson,
    of: web::Path<(MatchEventId, CompanyId)>,
) -> AppResult<HttpResponse> {
    let (event, company) = of.into_inner();
    let db = &state.db.read;
    let event = match_events::attended_by(db, visitor.young_person, event).await?;
    let pen = Pen {
        event: event.id,
        young_person: visitor.young_person,
        by: visitor.id,
        together: false,
    };
    if !act::companies(db, pen).await?.contains(&company) {
        return Err(AppError::NotFound);
    }
    let card = match_events::card(db, event.id, company).await?.ok_or(AppError::NotFound)?;
    let may_rank = ranking_is_open(event.status, event.ranking_closes_at, state.clock.now())
        && store::placement_of(db, visitor.young_person).await?.is_none();
    let favourite = store::favourites(db, event.id, visitor.young_person).await?.contains(&company);
    let mut notes = event_days::notes_of(db, event.id, visitor.young_person).await?;
    html(&CompanyPage {
        page: Page::new(&request, card.name.clone()),
        t: visitor.words(),
        back: match_events::path(event.id),
        ranking: path(event.id),
        may_rank,
        favourite,
        favourite_action: format!("/events/{}/favourites/{company}", event.id),
        note: notes.remove(&company).unwrap_or_default(),
        note_action: format!("/events/{}/notes/{company}", event.id),
        draft: format!("{}:note-{}-{company}", visitor.id, event.id),
        card,
    })
}
