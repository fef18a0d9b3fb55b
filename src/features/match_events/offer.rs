//! What a company offers at an event: its places as they are, and as it confirmed them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::store;
use crate::domain::event::{has_begun, hosts_may_answer, places_may_be_confirmed};
use crate::domain::{CompanyId, EventStatus, MatchEventId, PlaceId, PlacementKind};
use crate::entities::{company, confirmed_place, event_company, match_event, place};
use crate::state::Txn;
use crate::web::{AppError, AppResult};

/// What a company offers now, and what it confirmed for this event.
pub struct Offer {
    pub event: match_event::Model,
    pub line: event_company::Model,
    pub places: Vec<place::Model>,
    pub confirmed: BTreeMap<PlaceId, i32>,
    pub total: Option<i32>,
}

impl Offer {
    /// The same, held until the transaction ends: of two who write a company's answers the second sees the first.
    pub async fn load_for_change(
        txn: &Txn,
        company: CompanyId,
        event: MatchEventId,
    ) -> AppResult<Self> {
        store::shared(txn, event).await?;
        store::company_line_for_change(txn, company, event).await?;
        Self::load(txn, company, event).await
    }

    pub async fn load(
        db: &impl ConnectionTrait,
        company: CompanyId,
        event: MatchEventId,
    ) -> AppResult<Self> {
        let (event, line) = store::invited_company(db, company, event).await?;
        let places = place::Entity::find()
            .filter(place::Column::CompanyId.eq(company))
            .filter(place::Column::WithdrawnAt.is_null())
            .order_by_asc(place::Column::CreatedAt)
            .all(db)
            .await?;
        let confirmed = confirmed_place::Entity::find()
            .filter(confirmed_place::Column::EventId.eq(event.id))
            .filter(confirmed_place::Column::CompanyId.eq(company))
            .all(db)
            .await?;
        let company =
            company::Entity::find_by_id(company).one(db).await?.ok_or(AppError::NotFound)?;
        Ok(Self {
            event,
            line,
            places,
            confirmed: confirmed.into_iter().map(|row| (row.place_id, row.number)).collect(),
            total: company.total_at_once,
        })
    }

    /// Something about the places is not as it was when they were confirmed.
    pub fn changed_since(&self) -> bool {
        let Some(at) = self.line.places_confirmed_at else { return false };
        let gone = self.confirmed.keys().any(|id| !self.places.iter().any(|place| place.id == *id));
        gone || self
            .places
            .iter()
            .any(|place| place.changed_at > at || !self.confirmed.contains_key(&place.id))
    }

    pub fn may_confirm(&self, now: DateTime<Utc>) -> bool {
        let event = &self.event;
        places_may_be_confirmed(event.status, event.ranking_closes_at, self.line.answer, now)
    }

    /// The kinds it has confirmed places of, to be asked about once the event has begun.
    pub fn kinds(&self, now: DateTime<Utc>) -> Vec<PlacementKind> {
        let asked = has_begun(self.event.status, self.event.starts_at, now)
            && self.event.status != EventStatus::Cancelled;
        let mut kinds: Vec<_> = self
            .places
            .iter()
            .filter(|place| {
                asked && self.confirmed.get(&place.id).is_some_and(|number| *number > 0)
            })
            .map(|place| place.kind)
            .collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    /// A kind can be answered for until the match is published.
    pub fn may_host(&self, now: DateTime<Utc>) -> bool {
        hosts_may_answer(self.event.status, self.event.starts_at, now)
    }
}
