//! The places a company confirms, row by row: by the company itself, or by whoever rings it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;

use super::offer::Offer;
use super::seen::Asked;
use super::{answers, places, store};
use crate::domain::legal::Ratio;
use crate::domain::{AccountId, Attendance, PlaceId};
use crate::entities::place;
use crate::features::companies::{self, Theirs};
use crate::state::Txn;
use crate::web::{AppResult, Fields, Problems};
use crate::words::Words;

const MOST: i32 = 99;

pub struct PlaceLine {
    pub field: String,
    pub label: String,
    pub hint: String,
    pub value: String,
    pub confirmed: Option<i32>,
}

/// What is confirmed: so many of each place, and possibly so many in all.
pub struct Confirming {
    numbers: BTreeMap<PlaceId, i32>,
    total: Option<i32>,
}

pub fn lines(offer: &Offer, typed: Option<&Fields>, t: Words) -> Vec<PlaceLine> {
    offer.places.iter().map(|place| line(place, offer, typed, t)).collect()
}

fn line(place: &place::Model, offer: &Offer, typed: Option<&Fields>, t: Words) -> PlaceLine {
    let field = format!("place-{}", place.id);
    let confirmed = offer.confirmed.get(&place.id).copied();
    let value = typed.and_then(|typed| typed.get(&field)).map(str::to_owned);
    PlaceLine {
        label: t.kind("placement-kind", place.kind.as_str()),
        hint: t
            .events_place_line(t.hours(&place.hours_from, &place.hours_to), place.tasks.as_str()),
        value: value.unwrap_or_else(|| confirmed.unwrap_or(place.number).to_string()),
        confirmed,
        field,
    }
}

/// The number in all: as typed, as confirmed, or, until it has confirmed, as the company has it for itself.
pub fn total(offer: &Offer, typed: Option<&Fields>) -> String {
    let own = offer.total.filter(|_| offer.line.places_confirmed_at.is_none());
    let there = offer.line.confirmed_total.or(own).map(|total| total.to_string());
    let typed = typed.and_then(|typed| typed.get("total")).map(str::to_owned);
    typed.or(there).unwrap_or_default()
}

fn asked(offer: &Offer, typed: Option<&Fields>, t: Words) -> Asked {
    let place = |place: PlaceLine| (format!("{} ({})", place.label, place.hint), place.value);
    let mut asked: Vec<_> = lines(offer, typed, t).into_iter().map(place).collect();
    asked.push((t.events_places_total(), total(offer, typed)));
    let seen = typed.and_then(|typed| typed.get("places_seen")).unwrap_or_default();
    Asked { lines: asked, seen: seen.to_owned() }
}

/// What stood in the form when it was opened, carried along by it.
pub fn seen(offer: &Offer, typed: Option<&Fields>, t: Words) -> String {
    let typed = typed.and_then(|typed| typed.get("places_seen"));
    typed.map_or_else(|| asked(offer, None, t).mark(), str::to_owned)
}

/// What somebody else has confirmed otherwise since the form was opened.
pub fn theirs(offer: &Offer, typed: &Fields, t: Words) -> Vec<Theirs> {
    asked(offer, Some(typed), t).theirs(&asked(offer, None, t))
}

/// A number for every place, or what is wrong beside it.
pub fn read(
    offer: &Offer,
    fields: &Fields,
    now: DateTime<Utc>,
    t: Words,
) -> Result<Confirming, Problems> {
    let mut problems = Problems::default();
    if !offer.may_confirm(now) {
        problems.add("", t.events_problem_places_closed());
    }
    let mut numbers = BTreeMap::new();
    for place in &offer.places {
        let field = format!("place-{}", place.id);
        match number(fields.get(&field).unwrap_or_default()) {
            Some(number) => drop(numbers.insert(place.id, number)),
            None => problems.add(field, t.events_problem_number(MOST)),
        }
    }
    let total = fields.get("total").unwrap_or_default();
    if !total.is_empty() && number(total).is_none() {
        problems.add("total", t.events_problem_number(MOST));
    }
    if problems.is_empty() {
        Ok(Confirming { numbers, total: number(total) })
    } else {
        Err(problems)
    }
}

fn number(typed: &str) -> Option<i32> {
    typed.parse().ok().filter(|number| (0..=MOST).contains(number))
}

/// Confirming is also a yes.
pub async fn confirm(
    txn: &Txn,
    now: DateTime<Utc>,
    offer: &Offer,
    confirming: &Confirming,
    by: AccountId,
) -> AppResult<()> {
    let (event, company) = (offer.event.id, offer.line.company_id);
    if offer.line.answer == Attendance::Unanswered {
        answers::of_company(txn, now, event, company, Attendance::Yes, by).await?;
    }
    let (_, line) = store::invited_company(txn, company, event).await?;
    let Confirming { numbers, total } = confirming;
    places::confirm_places(txn, now, &line, numbers, *total, by).await
}

/// Said when more is confirmed than the law has room for beside those who are there; empty when all is well.
pub async fn too_many(db: &impl ConnectionTrait, offer: &Offer, t: Words) -> AppResult<String> {
    let rows = offer.confirmed.values().copied().fold(0, i32::saturating_add);
    let confirmed = offer.line.confirmed_total.map_or(rows, |total| total.min(rows));
    let company = companies::store::company(db, offer.line.company_id).await?;
    let on = crate::clock::local(offer.event.starts_at).date();
    let free = match companies::ratio(db, &company, on).await? {
        Some(Ratio::Within { allowed, used, .. } | Ratio::Over { allowed, used, .. }) => {
            allowed.saturating_sub(used).max(0)
        }
        Some(Ratio::HeadcountUnknown { .. }) | None => return Ok(String::new()),
    };
    Ok(if confirmed > free { t.events_places_too_many(confirmed, free) } else { String::new() })
}
