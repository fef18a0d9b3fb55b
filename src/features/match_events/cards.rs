//! `/desk/events/{event}/people/cards`: a sheet of printed cards, one for each person who may come.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::invitations::accounts_of;
use super::words::refusal;
use super::{desk_path, door_code, mail, store};
use crate::domain::event::may_be_invited;
use crate::domain::{Attendance, LookUpPurpose, MatchEventId, YoungPersonId};
use crate::entities::{account, event_young_person, match_event};
use crate::features::accounts::card;
use crate::features::look_ups;
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInConsultant, html, see_other, unprocessable};
use crate::words::Words;

/// Two beside each other and three below: so large that a square is read at arm's length.
const ON_A_SHEET: usize = 6;

struct Printed {
    person: YoungPersonId,
    name: String,
    /// What to say at the door when the square cannot be read.
    code: String,
    /// An SVG.
    square: String,
}

#[derive(Template)]
#[template(path = "match_events/cards.html")]
struct CardsPage {
    page: Page,
    t: Words,
    desk: String,
    when: String,
    place: String,
    /// As many as one sheet of A4 takes, sheet by sheet.
    sheets: Vec<Vec<Printed>>,
    /// How many may come and have no card.
    without: usize,
    refusal: String,
}

impl CardsPage {
    fn revocation(&self, person: &YoungPersonId) -> String {
        format!("{}/people/{person}/card-revocation", self.desk)
    }
}

fn in_sheets(cards: Vec<Printed>) -> Vec<Vec<Printed>> {
    let mut sheets: Vec<Vec<Printed>> = Vec::new();
    for card in cards {
        match sheets.last_mut() {
            Some(sheet) if sheet.len() < ON_A_SHEET => sheet.push(card),
            _ => sheets.push(vec![card]),
        }
    }
    sheets
}

/// Everybody invited who has not said no.
async fn expected(
    db: &impl sea_orm::ConnectionTrait,
    event: MatchEventId,
) -> AppResult<BTreeMap<YoungPersonId, account::Model>> {
    let lines = event_young_person::Entity::find()
        .filter(event_young_person::Column::EventId.eq(event))
        .filter(event_young_person::Column::InvitedAt.is_not_null())
        .filter(event_young_person::Column::Answer.ne(Attendance::No))
        .order_by_asc(event_young_person::Column::Id)
        .all(db)
        .await?;
    let ids: Vec<_> = lines.into_iter().map(|line| line.young_person_id).collect();
    accounts_of(db, &ids).await
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    event: match_event::Model,
    refusal: String,
) -> AppResult<CardsPage> {
    let (t, db) = (visitor.words(), &state.db.read);
    let people = expected(db, event.id).await?;
    let made = card::of_event(db, event.id, state.clock.now()).await?;
    let made: BTreeMap<_, _> = made.into_iter().map(|card| (card.account_id, card.id)).collect();
    let mut codes = door_code::of_event(db, &state.settings, event.id).await?;
    let mut cards = Vec::new();
    let mut about = Vec::new();
    for (person, account) in &people {
        let Some(made) = made.get(&account.id) else { continue };
        let link = state.link(&card::path(&card::token(&state.settings, *made)));
        about.push(account.id);
        cards.push(Printed {
            person: *person,
            name: account.name.clone(),
            code: codes.remove(person).unwrap_or_default(),
            square: card::square(&link)?,
        });
    }
    cards.sort_by(|one, other| one.name.cmp(&other.name));
    let desk = desk_path(event.id);
    let here = format!("{desk}/people/cards");
    look_ups::record(state, visitor, &about, LookUpPurpose::EventPlanning, &here).await?;
    Ok(CardsPage {
        page: Page::new(request, t.events_cards()),
        t,
        desk,
        when: mail::when(t, event.starts_at, event.ends_at),
        place: format!("{}, {}", event.venue, event.address),
        without: people.len() - cards.len(),
        sheets: in_sheets(cards),
        refusal,
    })
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    let event = store::event(&state.db.read, *event).await?;
    html(&page(&request, &state, &visitor, event, String::new()).await?)
}

/// `POST /desk/events/{event}/people/cards`: makes those that are missing; a second press makes none.
pub async fn make(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let event = store::locked(&txn, *event).await?;
    if let Err(error) = may_be_invited(event.status, event.ends_at, state.clock.now()) {
        drop(txn);
        let words = refusal(error, visitor.words());
        return unprocessable(&page(&request, &state, &visitor, event, words).await?);
    }
    let people = expected(&txn, event.id).await?;
    let accounts: Vec<_> = people.values().map(|account| account.id).collect();
    card::make(&txn, &state, &event, &accounts, visitor.id).await?;
    txn.commit().await?;
    Ok(see_other(format!("{}/people/cards", desk_path(event.id))).notice("events-cards-made"))
}

/// `POST /desk/events/{event}/people/{young_person}/card-revocation`: the card is lost.
pub async fn revoke(
    state: web::Data<AppState>,
    _visitor: SignedInConsultant,
    who: web::Path<(MatchEventId, YoungPersonId)>,
) -> AppResult<HttpResponse> {
    let (event, person) = who.into_inner();
    let txn = state.write().await?;
    let event = store::attended_by(&txn, person, event).await?;
    if let Some(account) = accounts_of(&txn, &[person]).await?.get(&person) {
        card::revoke(&txn, state.clock.now(), event.id, account.id).await?;
    }
    txn.commit().await?;
    Ok(see_other(format!("{}/people/cards", desk_path(event.id))).notice("events-card-revoked"))
}
