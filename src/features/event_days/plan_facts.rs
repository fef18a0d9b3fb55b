//! What the tables are planned from: who comes, what they wish and need, and what may not be.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    Select,
};

use super::day::Day;
use super::store::{self, CHUNK, Needs};
use crate::domain::{
    AdjustmentKind, Attendance, CompanyId, MatchEventId, PlaceId, PlacementKind, RankingId,
    RankingStage, RequirementId, YoungPersonId,
};
use crate::entities::{
    adjustment, day_company, event_young_person, favourite, fulfilled_requirement, place,
    place_requirement, ranking, ranking_choice, seat, young_person,
};
use crate::features::match_events;
use crate::web::AppResult;

pub struct Guest {
    pub row: young_person::Model,
    pub fulfilled: BTreeSet<RequirementId>,
    /// Position and company.
    pub ranked: Vec<(i32, CompanyId)>,
    pub no_thanks: BTreeSet<CompanyId>,
    pub favourites: Vec<CompanyId>,
}

pub struct Facts {
    pub guests: BTreeMap<YoungPersonId, Guest>,
    pub presenting: Vec<match_events::store::Presenting>,
    pub tables: BTreeMap<CompanyId, day_company::Model>,
    /// Kind and requirements of every place.
    pub offers: BTreeMap<CompanyId, Vec<(PlacementKind, Vec<RequirementId>)>>,
    pub forbidden: BTreeSet<(YoungPersonId, CompanyId)>,
    pub needs: BTreeMap<YoungPersonId, Needs>,
    pub seats: Vec<seat::Model>,
}

/// Until the first round begins everybody who has said yes is expected; from then on those who have come, where people
/// are checked in at all.
pub async fn expected(
    db: &impl ConnectionTrait,
    day: &Day,
) -> AppResult<Select<event_young_person::Entity>> {
    use event_young_person::Column;
    let invited = event_young_person::Entity::find()
        .filter(Column::EventId.eq(day.event.id))
        .filter(Column::InvitedAt.is_not_null())
        .filter(Column::YoungPersonId.in_subquery(present()));
    let came = invited.clone().filter(Column::CameAt.is_not_null());
    let waits = day.next_round() == 0 || came.count(db).await? == 0;
    let has_said_yes = waits.then(|| Column::Answer.eq(Attendance::Yes));
    let comes = Condition::any().add(Column::CameAt.is_not_null()).add_option(has_said_yes);
    Ok(invited.filter(comes))
}

/// Who is still in the programme.
fn present() -> SelectStatement {
    Query::select()
        .column(young_person::Column::Id)
        .from(young_person::Entity)
        .and_where(young_person::Column::LeftAt.is_null())
        .to_owned()
}

pub async fn load(db: &impl ConnectionTrait, day: &Day) -> AppResult<Facts> {
    let event = day.event.id;
    let lines = expected(db, day).await?.all(db).await?;
    let expected: Vec<YoungPersonId> = lines.iter().map(|line| line.young_person_id).collect();
    let presenting = match_events::store::presenting(db, event).await?;
    let companies: Vec<CompanyId> = presenting.iter().map(|company| company.id).collect();
    let needs = store::needs(db, event).await?;
    Ok(Facts {
        guests: guests(db, event, &expected).await?,
        offers: offers(db, &companies).await?,
        tables: store::tables(db, event).await?,
        presenting,
        forbidden: forbidden(db, event).await?,
        needs: needs.iter().map(|(person, row)| (*person, row.into())).collect(),
        seats: store::seats(db, event).await?,
    })
}

async fn guests(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    expected: &[YoungPersonId],
) -> AppResult<BTreeMap<YoungPersonId, Guest>> {
    let mut guests = BTreeMap::new();
    for ids in expected.chunks(CHUNK) {
        let ids = ids.to_vec();
        let people = young_person::Entity::find()
            .filter(young_person::Column::Id.is_in(ids.clone()))
            .filter(young_person::Column::LeftAt.is_null());
        for row in people.all(db).await? {
            let guest = Guest {
                fulfilled: BTreeSet::new(),
                ranked: Vec::new(),
                no_thanks: BTreeSet::new(),
                favourites: Vec::new(),
                row,
            };
            guests.insert(guest.row.id, guest);
        }
        let fulfilled = fulfilled_requirement::Entity::find()
            .filter(fulfilled_requirement::Column::YoungPersonId.is_in(ids.clone()));
        for row in fulfilled.all(db).await? {
            if let Some(guest) = guests.get_mut(&row.young_person_id) {
                guest.fulfilled.insert(row.requirement_id);
            }
        }
        let favourites = favourite::Entity::find()
            .filter(favourite::Column::EventId.eq(event))
            .filter(favourite::Column::YoungPersonId.is_in(ids));
        for row in favourites.all(db).await? {
            if let Some(guest) = guests.get_mut(&row.young_person_id) {
                guest.favourites.push(row.company_id);
            }
        }
    }
    add_rankings(db, event, &mut guests).await?;
    Ok(guests)
}

/// Lists that were saved before the tables are planned; a draft is still somebody's own.
async fn add_rankings(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    guests: &mut BTreeMap<YoungPersonId, Guest>,
) -> AppResult<()> {
    let saved = ranking::Entity::find()
        .filter(ranking::Column::EventId.eq(event))
        .filter(ranking::Column::Stage.eq(RankingStage::Saved))
        .all(db)
        .await?;
    let whose: BTreeMap<RankingId, YoungPersonId> =
        saved.into_iter().map(|row| (row.id, row.young_person_id)).collect();
    let ids: Vec<RankingId> = whose.keys().copied().collect();
    for ids in ids.chunks(CHUNK) {
        let choices = ranking_choice::Entity::find()
            .filter(ranking_choice::Column::RankingId.is_in(ids.to_vec()))
            .order_by_asc(ranking_choice::Column::Id);
        for choice in choices.all(db).await? {
            let Some(guest) = guests.get_mut(&whose[&choice.ranking_id]) else { continue };
            if choice.no_thanks {
                guest.no_thanks.insert(choice.company_id);
            } else if let Some(position) = choice.position {
                guest.ranked.push((position, choice.company_id));
            }
        }
    }
    Ok(())
}

/// What each company has, as kind and requirements of every place.
async fn offers(
    db: &impl ConnectionTrait,
    companies: &[CompanyId],
) -> AppResult<BTreeMap<CompanyId, Vec<(PlacementKind, Vec<RequirementId>)>>> {
    let mut offers: BTreeMap<CompanyId, Vec<_>> = BTreeMap::new();
    for companies in companies.chunks(CHUNK) {
        let places = place::Entity::find()
            .filter(place::Column::CompanyId.is_in(companies.to_vec()))
            .filter(place::Column::WithdrawnAt.is_null())
            .all(db)
            .await?;
        let ids: Vec<PlaceId> = places.iter().map(|place| place.id).collect();
        let mut required: BTreeMap<PlaceId, Vec<RequirementId>> = BTreeMap::new();
        for ids in ids.chunks(CHUNK) {
            let rows = place_requirement::Entity::find()
                .filter(place_requirement::Column::PlaceId.is_in(ids.to_vec()));
            for row in rows.all(db).await? {
                required.entry(row.place_id).or_default().push(row.requirement_id);
            }
        }
        for place in places {
            let required = required.remove(&place.id).unwrap_or_default();
            offers.entry(place.company_id).or_default().push((place.kind, required));
        }
    }
    Ok(offers)
}

/// Pairs that a consultant keeps apart, with a reason written beside it.
async fn forbidden(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<BTreeSet<(YoungPersonId, CompanyId)>> {
    let rows = adjustment::Entity::find()
        .filter(adjustment::Column::EventId.eq(event))
        .filter(adjustment::Column::Kind.eq(AdjustmentKind::Forbid))
        .filter(adjustment::Column::RemovedAt.is_null());
    Ok(rows.all(db).await?.into_iter().map(|row| (row.young_person_id, row.company_id)).collect())
}
