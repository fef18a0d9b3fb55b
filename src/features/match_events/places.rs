//! What companies offer at an event: the places they confirmed, and whether they can be host afterwards.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};

use super::store::CHUNK;
use crate::domain::capacity::{Confirmed, ConfirmedPlace, FreeInCompany, TAKING, TakenPlace};
use crate::domain::{
    AccountId, Attendance, CompanyId, HostAnswer, MatchEventId, MentorId, PlaceId, PlacementKind,
};
use crate::entities::{
    confirmed_place, event_company, host_answer, mentor, new_id, place, placement,
};
use crate::features::calls;
use crate::state::Txn;
use crate::web::AppResult;

/// A place as it counts at an event: the company's row, and the number it confirmed.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceAtEvent {
    pub place: place::Model,
    pub number: i32,
}

/// What one company has free, and what it said about being host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeCompany {
    pub company: CompanyId,
    pub tree: FreeInCompany,
    pub host: BTreeMap<PlacementKind, HostAnswer>,
}

impl FreeCompany {
    /// No answer keeps a kind out just as *not now* does; *talk first* stays in.
    pub fn is_host_of(&self, kind: PlacementKind) -> bool {
        matches!(self.host.get(&kind), Some(HostAnswer::CanHost | HostAnswer::TalkFirst))
    }
}

/// Writes down what the company offers at this event, instead of what it said before.
pub async fn confirm_places(
    txn: &Txn,
    now: DateTime<Utc>,
    line: &event_company::Model,
    numbers: &BTreeMap<PlaceId, i32>,
    total: Option<i32>,
    by: AccountId,
) -> AppResult<()> {
    confirmed_place::Entity::delete_many()
        .filter(confirmed_place::Column::EventId.eq(line.event_id))
        .filter(confirmed_place::Column::CompanyId.eq(line.company_id))
        .exec(txn)
        .await?;
    for (place, number) in numbers {
        let row = confirmed_place::ActiveModel {
            id: Set(new_id()),
            event_id: Set(line.event_id),
            company_id: Set(line.company_id),
            place_id: Set(*place),
            number: Set(*number),
        };
        row.insert(txn).await?;
    }
    let mut line: event_company::ActiveModel = line.clone().into();
    line.places_confirmed_at = Set(Some(now));
    line.places_confirmed_by = Set(Some(by));
    line.confirmed_total = Set(total);
    line.update(txn).await?;
    Ok(())
}

/// The cause of the call that chases a company for its answer.
pub fn no_answer_cause(event: MatchEventId, company: CompanyId) -> String {
    format!("event/{event}/no-host-answer/{company}")
}

/// Writes down, kind by kind, whether the company can be host, and settles the call that asked for it.
pub async fn set_host_answers(
    txn: &Txn,
    now: DateTime<Utc>,
    line: &event_company::Model,
    answers: &BTreeMap<PlacementKind, HostAnswer>,
    by: AccountId,
) -> AppResult<()> {
    use host_answer::Column;
    for (kind, answer) in answers {
        let row = host_answer::ActiveModel {
            id: Set(new_id()),
            event_id: Set(line.event_id),
            company_id: Set(line.company_id),
            kind: Set(*kind),
            answer: Set(*answer),
            answered_by: Set(by),
            answered_at: Set(now),
        };
        host_answer::Entity::insert(row)
            .on_conflict(
                OnConflict::columns([Column::EventId, Column::CompanyId, Column::Kind])
                    .update_columns([Column::Answer, Column::AnsweredBy, Column::AnsweredAt])
                    .to_owned(),
            )
            .exec_without_returning(txn)
            .await?;
    }
    calls::settle(txn, now, &no_answer_cause(line.event_id, line.company_id)).await
}

/// Companies that offer at least one place.
pub async fn companies_with_places(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<Vec<CompanyId>> {
    let places = places_of(db, event).await?;
    let mut companies: Vec<_> =
        places.iter().filter(|at| at.number > 0).map(|at| at.place.company_id).collect();
    companies.sort_unstable();
    companies.dedup();
    Ok(companies)
}

/// Every confirmed place of an event whose company comes and has not withdrawn the place.
pub async fn places_of(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<Vec<PlaceAtEvent>> {
    let confirmed = confirmed_place::Entity::find()
        .filter(confirmed_place::Column::EventId.eq(event))
        .all(db)
        .await?;
    let away = event_company::Entity::find()
        .filter(event_company::Column::EventId.eq(event))
        .filter(event_company::Column::Answer.ne(Attendance::Yes));
    let away: Vec<_> = away.all(db).await?.into_iter().map(|line| line.company_id).collect();
    let mut places = BTreeMap::new();
    for rows in confirmed.chunks(CHUNK) {
        let ids = rows.iter().map(|row| row.place_id).collect::<Vec<_>>();
        let found = place::Entity::find()
            .filter(place::Column::Id.is_in(ids))
            .filter(place::Column::WithdrawnAt.is_null());
        places.extend(found.all(db).await?.into_iter().map(|place| (place.id, place)));
    }
    Ok(confirmed
        .into_iter()
        .filter(|row| !away.contains(&row.company_id))
        .filter_map(|row| {
            Some(PlaceAtEvent { place: places.remove(&row.place_id)?, number: row.number })
        })
        .collect())
}

pub async fn host_answers(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<BTreeMap<CompanyId, BTreeMap<PlacementKind, HostAnswer>>> {
    let rows =
        host_answer::Entity::find().filter(host_answer::Column::EventId.eq(event)).all(db).await?;
    let mut answers: BTreeMap<CompanyId, BTreeMap<_, _>> = BTreeMap::new();
    for row in rows {
        answers.entry(row.company_id).or_default().insert(row.kind, row.answer);
    }
    Ok(answers)
}

/// What each company with confirmed places has free now, as the domain counts it.
pub async fn free_places(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<Vec<FreeCompany>> {
    let mut by_company: BTreeMap<CompanyId, Confirmed> = BTreeMap::new();
    for at in places_of(db, event).await? {
        by_company.entry(at.place.company_id).or_default().places.push(ConfirmedPlace {
            place: at.place.id,
            kind: at.place.kind,
            mentor: at.place.mentor_id,
            number: at.number,
        });
    }
    let totals = event_company::Entity::find()
        .filter(event_company::Column::EventId.eq(event))
        .all(db)
        .await?;
    for line in totals {
        if let Some(company) = by_company.get_mut(&line.company_id) {
            company.total = line.confirmed_total;
        }
    }
    count_mentors(db, &mut by_company).await?;
    let mut answers = host_answers(db, event).await?;
    Ok(by_company
        .into_iter()
        .map(|(company, confirmed)| FreeCompany {
            company,
            tree: confirmed.free(),
            host: answers.remove(&company).unwrap_or_default(),
        })
        .collect())
}

/// How many each mentor has at once, and everything that takes a place in a company or with its mentors.
async fn count_mentors(
    db: &impl ConnectionTrait,
    companies: &mut BTreeMap<CompanyId, Confirmed>,
) -> AppResult<()> {
    let mentors: Vec<MentorId> = companies
        .values()
        .flat_map(|company| company.places.iter().filter_map(|place| place.mentor))
        .collect();
    let mut at_once: BTreeMap<MentorId, i32> = BTreeMap::new();
    for ids in mentors.chunks(CHUNK) {
        let found = mentor::Entity::find().filter(mentor::Column::Id.is_in(ids.to_vec()));
        at_once.extend(found.all(db).await?.into_iter().map(|row| (row.id, row.at_once)));
    }
    let taken =
        placement::Entity::find().filter(placement::Column::Status.is_in(TAKING)).all(db).await?;
    for (id, company) in companies.iter_mut() {
        let its =
            |mentor: &MentorId| company.places.iter().any(|place| place.mentor == Some(*mentor));
        let mentors: BTreeMap<_, _> =
            at_once.iter().filter(|(mentor, _)| its(mentor)).map(|(id, n)| (*id, *n)).collect();
        for row in &taken {
            if row.company_id == *id {
                company.taken.push(TakenPlace {
                    place: row.place_id,
                    kind: row.kind,
                    mentor: row.mentor_id,
                });
            } else if let Some(mentor) = row.mentor_id.filter(|id| mentors.contains_key(id)) {
                *company.taken_elsewhere.entry(mentor).or_default() += 1;
            }
        }
        company.mentors = mentors;
    }
    Ok(())
}
