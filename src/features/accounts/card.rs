//! A printed card with which somebody signs in to one event, until the end of the day after it.

use chrono::{DateTime, Days, NaiveTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use qrcode::QrCode;
use qrcode::render::svg;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};
use sha2::Sha256;

use super::secrets::token_hash;
use crate::clock::{instant, local};
use crate::domain::{AccountId, MatchEventId, RowId};
use crate::entities::{match_event, new_id, sign_in_card, web_session};
use crate::settings::Settings;
use crate::state::{AppState, Txn};
use crate::web::AppResult;

/// What the QR code leads to.
pub fn path(token: &str) -> String {
    format!("/sign-in/card/{token}")
}

/// Made from our secret and the row, so that a card can be printed again, and the database alone lets nobody in.
pub fn token(settings: &Settings, card: RowId) -> String {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(&settings.secret).expect("HMAC takes a key of any length");
    mac.update(b"card");
    mac.update(card.0.as_bytes());
    BASE64URL_NOPAD.encode(&mac.finalize().into_bytes())
}

/// Makes a card for each of these who has none.
pub async fn make(
    txn: &Txn,
    state: &AppState,
    event: &match_event::Model,
    accounts: &[AccountId],
    by: AccountId,
) -> AppResult<()> {
    let now = state.clock.now();
    let have: Vec<AccountId> =
        of_event(txn, event.id, now).await?.into_iter().map(|card| card.account_id).collect();
    let cards = accounts.iter().filter(|account| !have.contains(account)).map(|account| {
        let id: RowId = new_id();
        sign_in_card::ActiveModel {
            id: Set(id),
            account_id: Set(*account),
            event_id: Set(event.id),
            token_hash: Set(token_hash(&token(&state.settings, id))),
            made_by: Set(by),
            created_at: Set(now),
            expires_at: Set(end_of_next_day(event.ends_at)),
            revoked_at: Set(None),
        }
    });
    let cards: Vec<_> = cards.collect();
    for cards in cards.chunks(500) {
        sign_in_card::Entity::insert_many(cards.iter().cloned())
            .exec_without_returning(txn)
            .await?;
    }
    Ok(())
}

/// The event has moved: its cards are good until the end of the day after it, as they say.
pub async fn follow(txn: &Txn, event: &match_event::Model) -> AppResult<()> {
    sign_in_card::Entity::update_many()
        .col_expr(sign_in_card::Column::ExpiresAt, Expr::value(end_of_next_day(event.ends_at)))
        .filter(sign_in_card::Column::EventId.eq(event.id))
        .exec(txn)
        .await?;
    Ok(())
}

fn end_of_next_day(at: DateTime<Utc>) -> DateTime<Utc> {
    let day = local(at).date();
    instant((day + Days::new(2)).and_time(NaiveTime::MIN))
}

/// The cards of an event that still let somebody in.
pub async fn of_event(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    now: DateTime<Utc>,
) -> AppResult<Vec<sign_in_card::Model>> {
    Ok(live(now).filter(sign_in_card::Column::EventId.eq(event)).all(db).await?)
}

pub async fn find(
    db: &impl ConnectionTrait,
    token: &str,
    now: DateTime<Utc>,
) -> AppResult<Option<sign_in_card::Model>> {
    Ok(live(now).filter(sign_in_card::Column::TokenHash.eq(token_hash(token))).one(db).await?)
}

fn live(now: DateTime<Utc>) -> sea_orm::Select<sign_in_card::Entity> {
    sign_in_card::Entity::find()
        .filter(sign_in_card::Column::RevokedAt.is_null())
        .filter(sign_in_card::Column::ExpiresAt.gt(now))
}

/// A lost card: it stops working, and whoever signed in with it is signed out.
pub async fn revoke(
    txn: &Txn,
    now: DateTime<Utc>,
    event: MatchEventId,
    account: AccountId,
) -> AppResult<()> {
    sign_in_card::Entity::update_many()
        .col_expr(sign_in_card::Column::RevokedAt, Expr::value(now))
        .filter(sign_in_card::Column::EventId.eq(event))
        .filter(sign_in_card::Column::AccountId.eq(account))
        .filter(sign_in_card::Column::RevokedAt.is_null())
        .exec(txn)
        .await?;
    web_session::Entity::update_many()
        .col_expr(web_session::Column::EndedAt, Expr::value(now))
        .filter(web_session::Column::EventId.eq(event))
        .filter(web_session::Column::AccountId.eq(account))
        .filter(web_session::Column::EndedAt.is_null())
        .exec(txn)
        .await?;
    Ok(())
}

/// The address as a square to scan, drawn in the page itself.
pub fn square(address: &str) -> AppResult<String> {
    let code = QrCode::new(address.as_bytes()).map_err(anyhow::Error::from)?;
    let drawn = code.render::<svg::Color>().min_dimensions(160, 160).build();
    let start = drawn.find("<svg").unwrap_or(0);
    Ok(drawn[start..].to_owned())
}
