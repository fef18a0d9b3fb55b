//! A company as young people see it: its published page, its photo, and the places it has.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{full_photo, place_path};
use crate::domain::{
    CompanyId, CompanyStage, MentorId, PlaceId, PlacementKind, ProfileStatus, ProfileVersion,
    RequirementId,
};
use crate::entities::{company, company_profile, mentor, place, place_requirement, requirement};
use crate::web::AppResult;
use crate::words::Words;

#[derive(Clone, Debug)]
pub struct Card {
    pub company: CompanyId,
    pub name: String,
    pub what_we_do: String,
    pub tasks: String,
    pub what_it_is_like: String,
    pub noise: String,
    pub tempo: String,
    pub people: String,
    pub working_hours: String,
    pub address: String,
    pub directions: String,
    pub good_to_know: String,
    /// The address of its photo; empty when there is none.
    pub full_photo: String,
    pub places: Vec<CardPlace>,
}

#[derive(Clone, Debug)]
pub struct CardPlace {
    pub place: PlaceId,
    pub kind: PlacementKind,
    pub number: i32,
    pub tasks: String,
    pub hours_from: String,
    pub hours_to: String,
    /// What colleagues call the mentor; empty when there is none.
    pub mentor: String,
    /// The requirements' names in Danish and English.
    requires: Vec<(String, String)>,
}

impl CardPlace {
    pub fn requires(&self, t: &Words) -> Vec<String> {
        let name = |(danish, english): &(String, String)| match t.0 {
            crate::domain::Language::Danish => danish.clone(),
            crate::domain::Language::English => english.clone(),
        };
        self.requires.iter().map(name).collect()
    }

    /// `kl. 7-12.30`, as people say it.
    pub fn hours(&self, t: &Words) -> String {
        t.hours(&self.hours_from, &self.hours_to)
    }

    pub fn edit_path(&self) -> String {
        place_path(self.place)
    }

    pub fn kind_label(&self, t: &Words) -> String {
        t.kind("placement-kind", self.kind.as_str())
    }
}

/// A company's card; none while its page is not to be seen.
pub async fn card(db: &impl ConnectionTrait, company: CompanyId) -> AppResult<Option<Card>> {
    let name = company::Entity::find_by_id(company)
        .select_only()
        .column(company::Column::Name)
        .filter(company::Column::ProfileStatus.ne(ProfileStatus::Paused))
        .filter(company::Column::Stage.ne(CompanyStage::Left))
        .into_tuple()
        .one(db)
        .await?;
    let Some(name) = name else { return Ok(None) };
    let profile = company_profile::Entity::find()
        .filter(company_profile::Column::CompanyId.eq(company))
        .filter(company_profile::Column::Version.eq(ProfileVersion::Published))
        .one(db)
        .await?;
    let Some(profile) = profile else { return Ok(None) };
    let places = places(db, vec![company]).await?.remove(&company).unwrap_or_default();
    Ok(Some(of(name, profile, places)))
}

/// The card that a version of the page makes, shown or not.
pub fn of(name: String, profile: company_profile::Model, places: Vec<CardPlace>) -> Card {
    Card {
        company: profile.company_id,
        name,
        full_photo: profile.photo_id.map(full_photo).unwrap_or_default(),
        what_we_do: profile.what_we_do,
        tasks: profile.tasks,
        what_it_is_like: profile.what_it_is_like,
        noise: profile.noise,
        tempo: profile.tempo,
        people: profile.people,
        working_hours: profile.working_hours,
        address: profile.address,
        directions: profile.directions,
        good_to_know: profile.good_to_know,
        places,
    }
}

/// Each company's places that are not withdrawn, clarification first.
pub async fn places(
    db: &impl ConnectionTrait,
    companies: Vec<CompanyId>,
) -> AppResult<HashMap<CompanyId, Vec<CardPlace>>> {
    let rows = place::Entity::find()
        .filter(place::Column::CompanyId.is_in(companies))
        .filter(place::Column::WithdrawnAt.is_null())
        .order_by_asc(place::Column::Kind)
        .order_by_asc(place::Column::CreatedAt)
        .all(db)
        .await?;
    let called = called(db, rows.iter().filter_map(|row| row.mentor_id).collect()).await?;
    let mut requires = requirements(db, rows.iter().map(|row| row.id).collect()).await?;
    let mut places: HashMap<CompanyId, Vec<CardPlace>> = HashMap::new();
    for row in rows {
        let mentor = row.mentor_id.and_then(|id| called.get(&id).cloned()).unwrap_or_default();
        places.entry(row.company_id).or_default().push(CardPlace {
            place: row.id,
            kind: row.kind,
            number: row.number,
            tasks: row.tasks,
            hours_from: row.hours_from,
            hours_to: row.hours_to,
            mentor,
            requires: requires.remove(&row.id).unwrap_or_default(),
        });
    }
    Ok(places)
}

async fn called(
    db: &impl ConnectionTrait,
    mentors: Vec<MentorId>,
) -> AppResult<HashMap<MentorId, String>> {
    let rows = mentor::Entity::find()
        .filter(mentor::Column::Id.is_in(mentors))
        .filter(mentor::Column::LeftAt.is_null())
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|mentor| (mentor.id, mentor.called)).collect())
}

async fn requirements(
    db: &impl ConnectionTrait,
    places: Vec<PlaceId>,
) -> AppResult<HashMap<PlaceId, Vec<(String, String)>>> {
    let rows = place_requirement::Entity::find()
        .filter(place_requirement::Column::PlaceId.is_in(places))
        .all(db)
        .await?;
    let kept: HashMap<RequirementId, (String, String)> = requirement::Entity::find()
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.id, (row.name_da, row.name_en)))
        .collect();
    let mut names: HashMap<PlaceId, Vec<(String, String)>> = HashMap::new();
    for row in rows {
        if let Some(name) = kept.get(&row.requirement_id) {
            names.entry(row.place_id).or_default().push(name.clone());
        }
    }
    Ok(names)
}
