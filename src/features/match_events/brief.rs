//! A company in a list: its name, one line and its photo, as it has published them.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::store::CHUNK;
use crate::domain::{CompanyId, ProfileVersion};
use crate::entities::{company, company_profile};
use crate::web::AppResult;

#[derive(Clone, Debug)]
pub struct Brief {
    pub company: CompanyId,
    pub name: String,
    pub line: String,
    /// Empty when there is none.
    pub photo: String,
}

pub async fn briefs(
    db: &impl ConnectionTrait,
    companies: &[company::Model],
) -> AppResult<Vec<Brief>> {
    let mut profiles = BTreeMap::new();
    for companies in companies.chunks(CHUNK) {
        let ids = companies.iter().map(|company| company.id).collect::<Vec<_>>();
        let found = company_profile::Entity::find()
            .filter(company_profile::Column::CompanyId.is_in(ids))
            .filter(company_profile::Column::Version.eq(ProfileVersion::Published));
        profiles.extend(found.all(db).await?.into_iter().map(|row| (row.company_id, row)));
    }
    Ok(companies
        .iter()
        .map(|company| {
            let profile = profiles.get(&company.id);
            let photo = profile.and_then(|profile| profile.photo_id);
            Brief {
                company: company.id,
                name: company.name.clone(),
                line: profile.map(|profile| first_line(&profile.what_we_do)).unwrap_or_default(),
                photo: photo.map(|photo| format!("/photos/{photo}/list.jpg")).unwrap_or_default(),
            }
        })
        .collect())
}

fn first_line(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    line.split_inclusive(". ").next().unwrap_or(line).trim_end().to_owned()
}
