//! A company as one row of a young person's list. A list has many, so no more is read than a row shows.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationDef,
};

use super::list_photo;
use crate::domain::{
    CompanyId, CompanyStage, PhotoId, PlacementKind, ProfileStatus, ProfileVersion,
};
use crate::entities::{company, company_profile, place};
use crate::web::AppResult;

pub struct Listing {
    pub company: CompanyId,
    pub name: String,
    what_we_do: String,
    photo: Option<PhotoId>,
    /// The kinds the company has places of, each once.
    pub kinds: Vec<PlacementKind>,
}

impl Listing {
    /// The first sentence of what the company does.
    pub fn line(&self) -> &str {
        let text = self.what_we_do.lines().next().unwrap_or_default();
        text.split_inclusive(". ").next().unwrap_or(text).trim_end()
    }

    /// The address of its photo; empty when there is none.
    pub fn photo(&self) -> String {
        self.photo.map(list_photo).unwrap_or_default()
    }
}

/// The rows of those companies whose page is to be seen, in the order asked for.
pub async fn listings(db: &impl ConnectionTrait, ids: &[CompanyId]) -> AppResult<Vec<Listing>> {
    let rows: Vec<(CompanyId, String, String, Option<PhotoId>)> = company::Entity::find()
        .select_only()
        .columns([company::Column::Id, company::Column::Name])
        .columns([company_profile::Column::WhatWeDo, company_profile::Column::PhotoId])
        .join(JoinType::InnerJoin, its_profile())
        .filter(company_profile::Column::Version.eq(ProfileVersion::Published))
        .filter(company::Column::Id.is_in(ids.iter().copied()))
        .filter(company::Column::ProfileStatus.ne(ProfileStatus::Paused))
        .filter(company::Column::Stage.ne(CompanyStage::Left))
        .into_tuple()
        .all(db)
        .await?;
    let mut kinds = kinds(db, ids).await?;
    let mut listings: HashMap<CompanyId, Listing> = rows
        .into_iter()
        .map(|(company, name, what_we_do, photo)| {
            let kinds = kinds.remove(&company).unwrap_or_default();
            (company, Listing { company, name, what_we_do, photo, kinds })
        })
        .collect();
    Ok(ids.iter().filter_map(|id| listings.remove(id)).collect())
}

fn its_profile() -> RelationDef {
    company::Entity::belongs_to(company_profile::Entity)
        .from(company::Column::Id)
        .to(company_profile::Column::CompanyId)
        .into()
}

async fn kinds(
    db: &impl ConnectionTrait,
    ids: &[CompanyId],
) -> AppResult<HashMap<CompanyId, Vec<PlacementKind>>> {
    let rows: Vec<(CompanyId, PlacementKind)> = place::Entity::find()
        .select_only()
        .columns([place::Column::CompanyId, place::Column::Kind])
        .distinct()
        .filter(place::Column::CompanyId.is_in(ids.iter().copied()))
        .filter(place::Column::WithdrawnAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    let mut kinds: HashMap<CompanyId, Vec<PlacementKind>> = HashMap::new();
    for (company, kind) in rows {
        kinds.entry(company).or_default().push(kind);
    }
    for kinds in kinds.values_mut() {
        kinds.sort_unstable();
    }
    Ok(kinds)
}
