//! `/sign-in/card/{token}`: behind the square on a printed card. It opens a page, and the button on it signs in
//! to the event of the card. On a consultant's phone it is the door to checking that person in, and signs nobody in,
//! also while the consultant is signed out of it or only half in.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::{ConnectionTrait, EntityTrait};

use super::{check_in, mail, path, store};
use crate::domain::sign_in::needs_second_factor;
use crate::domain::{LookUpPurpose, Role, YoungPersonId};
use crate::entities::{account, sign_in_card, young_person};
use crate::features::accounts::{card, session};
use crate::features::look_ups;
use crate::state::AppState;
use crate::web::visitor::Visitor;
use crate::web::{Anyone, AppError, AppResult, Page, html, see_other};
use crate::words::Words;

#[derive(Template)]
#[template(path = "match_events/card.html")]
struct CardPage {
    page: Page,
    t: Words,
    when: String,
    works: bool,
    action: String,
}

#[derive(Template)]
#[template(path = "match_events/card_at_door.html")]
struct AtDoorPage {
    page: Page,
    t: Words,
    when: String,
    list: String,
    person: YoungPersonId,
    came: Option<String>,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
    session: Session,
    token: web::Path<String>,
) -> AppResult<HttpResponse> {
    let (t, db) = (visit.words, &state.db.read);
    let card = card::find(db, &token, state.clock.now()).await?;
    if visit.visitor.is_none() && is_staff_phone(db, &session).await? {
        return Ok(see_other(to_sign_in(&card::path(&token))).into());
    }
    if let Some(visitor) = visit.visitor.filter(is_staff) {
        if visitor.lacks_second_factor {
            return Ok(see_other("/account/second-factor").into());
        }
        let card = card.filter(|_| visitor.role == Role::Consultant).ok_or(AppError::NotFound)?;
        return at_door(&request, &state, &visitor, card).await;
    }
    let when = match &card {
        Some(card) => {
            let event = store::event(db, card.event_id).await?;
            mail::when(t, event.starts_at, event.ends_at)
        }
        None => String::new(),
    };
    let action = card::path(&token);
    let page = Page::new(&request, t.events_card_title());
    html(&CardPage { page, t, when, works: card.is_some(), action })
}

fn is_staff(visitor: &Visitor) -> bool {
    needs_second_factor(visitor.role)
}

/// Whether somebody on the staff was signed in here last, or has given no more than the password.
async fn is_staff_phone(db: &impl ConnectionTrait, session: &Session) -> AppResult<bool> {
    let half = session::half(session).map(|(account, _)| account);
    let Some(last) = half.or_else(|| session::was(session)) else { return Ok(false) };
    let account = account::Entity::find_by_id(last).one(db).await?;
    Ok(account.is_some_and(|account| needs_second_factor(account.role)))
}

fn to_sign_in(card: &str) -> String {
    let query =
        url::form_urlencoded::Serializer::new(String::new()).append_pair("back", card).finish();
    format!("/sign-in/password?{query}")
}

async fn at_door(
    request: &HttpRequest,
    state: &AppState,
    visitor: &Visitor,
    card: sign_in_card::Model,
) -> AppResult<HttpResponse> {
    use sea_orm::{ColumnTrait, QueryFilter};
    let (t, db) = (visitor.words(), &state.db.read);
    let account = account::Entity::find_by_id(card.account_id).one(db).await?;
    let account = account.ok_or(AppError::NotFound)?;
    let person = young_person::Entity::find()
        .filter(young_person::Column::AccountId.eq(account.id))
        .one(db)
        .await?
        .ok_or(AppError::NotFound)?;
    let event = store::event(db, card.event_id).await?;
    let line = store::invitation(db, person.id, event.id).await?;
    let list = check_in::path(event.id);
    look_ups::record(state, visitor, &[account.id], LookUpPurpose::EventPlanning, &list).await?;
    html(&AtDoorPage {
        page: Page::new(request, account.name),
        t,
        when: mail::when(t, event.starts_at, event.ends_at),
        list,
        person: person.id,
        came: line.came_at.map(|at| t.moment(at)),
    })
}

/// `POST /sign-in/card/{token}`: signs in to the card's event, and to nothing else.
pub async fn enter(
    state: web::Data<AppState>,
    visit: Anyone,
    session: Session,
    token: web::Path<String>,
) -> AppResult<HttpResponse> {
    let here = card::path(&token);
    let db = &state.db.read;
    let Some(card) = card::find(db, &token, state.clock.now()).await? else {
        return Ok(see_other(here).into());
    };
    let is_staffs = match &visit.visitor {
        Some(visitor) => is_staff(visitor),
        None => is_staff_phone(db, &session).await?,
    };
    if is_staffs {
        return Ok(see_other(here).into());
    }
    let account = account::Entity::find_by_id(card.account_id).one(db).await?;
    let account = account.filter(|account| account.disabled_at.is_none());
    let account = account.ok_or(AppError::NotFound)?;
    let valid = card.expires_at - state.clock.now();
    session::begin_by_card(&session, account.id, account.role, card.event_id, valid)?;
    Ok(see_other(path(card.event_id)).into())
}
