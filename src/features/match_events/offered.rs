//! What companies offer at one event, as young people see it.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationDef,
};

use crate::domain::{CompanyId, MatchEventId, PlaceId, PlacementKind};
use crate::entities::{confirmed_place, event_company, place};
use crate::features::companies::{self, Card, Listing};
use crate::web::AppResult;

/// A company's card with its places at this event; none while its page is not to be seen.
pub async fn card(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    company: CompanyId,
) -> AppResult<Option<Card>> {
    let Some(card) = companies::card(db, company).await? else { return Ok(None) };
    Ok(Some(Offered::at(db, event, &[company]).await?.on_card(card)))
}

/// The rows of these companies with the kinds they have at this event.
pub async fn listings(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    ids: &[CompanyId],
) -> AppResult<Vec<Listing>> {
    Ok(Offered::at(db, event, ids).await?.on_list(companies::listings(db, ids).await?))
}

#[derive(Default)]
struct Confirmed {
    most: Option<i32>,
    places: BTreeMap<PlaceId, (PlacementKind, i32)>,
}

/// Of a company that has confirmed its places for the event, those alone; of another, all it has.
struct Offered(BTreeMap<CompanyId, Confirmed>);

impl Offered {
    async fn at(
        db: &impl ConnectionTrait,
        event: MatchEventId,
        ids: &[CompanyId],
    ) -> AppResult<Self> {
        let lines: Vec<(CompanyId, Option<i32>)> = event_company::Entity::find()
            .select_only()
            .columns([event_company::Column::CompanyId, event_company::Column::ConfirmedTotal])
            .filter(event_company::Column::EventId.eq(event))
            .filter(event_company::Column::CompanyId.is_in(ids.iter().copied()))
            .filter(event_company::Column::PlacesConfirmedAt.is_not_null())
            .into_tuple()
            .all(db)
            .await?;
        let places: Vec<(CompanyId, PlaceId, i32, PlacementKind)> = confirmed_place::Entity::find()
            .select_only()
            .column(confirmed_place::Column::CompanyId)
            .column(confirmed_place::Column::PlaceId)
            .column(confirmed_place::Column::Number)
            .column(place::Column::Kind)
            .join(JoinType::InnerJoin, its_place())
            .filter(confirmed_place::Column::EventId.eq(event))
            .filter(confirmed_place::Column::CompanyId.is_in(ids.iter().copied()))
            .filter(place::Column::WithdrawnAt.is_null())
            .into_tuple()
            .all(db)
            .await?;
        let confirmed = |(company, most)| (company, Confirmed { most, ..Confirmed::default() });
        let mut companies: BTreeMap<_, _> = lines.into_iter().map(confirmed).collect();
        for (company, id, number, kind) in places {
            let Some(confirmed) = companies.get_mut(&company) else { continue };
            let number = confirmed.most.map_or(number, |most| most.min(number));
            if number > 0 {
                confirmed.places.insert(id, (kind, number));
            }
        }
        Ok(Self(companies))
    }

    fn on_card(&self, mut card: Card) -> Card {
        if let Some(confirmed) = self.0.get(&card.company) {
            card.places.retain_mut(|place| match confirmed.places.get(&place.place) {
                Some((_, number)) => {
                    place.number = *number;
                    true
                }
                None => false,
            });
        }
        card
    }

    fn on_list(&self, mut listings: Vec<Listing>) -> Vec<Listing> {
        for listing in &mut listings {
            if let Some(confirmed) = self.0.get(&listing.company) {
                let offered = |kind: &PlacementKind| {
                    confirmed.places.values().any(|(offered, _)| offered == kind)
                };
                listing.kinds.retain(offered);
            }
        }
        listings
    }
}

fn its_place() -> RelationDef {
    confirmed_place::Entity::belongs_to(place::Entity)
        .from(confirmed_place::Column::PlaceId)
        .to(place::Column::Id)
        .into()
}
