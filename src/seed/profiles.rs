//! What young people see of a company: its profile and its photo.

use chrono::{DateTime, Utc};
use sea_orm::Set;

use super::files::Profile;
use crate::domain::{AccountId, CompanyId, PhotoId, ProfileVersion};
use crate::entities::{company_profile, new_id};
use crate::features::companies::{add_photo, prepare_picture};
use crate::state::Txn;
use crate::web::AppResult;

const PICTURES: &[(&str, &[u8])] = &[
    ("bageri.jpg", include_bytes!("../../seed/photos/bageri.jpg")),
    ("cafe.jpg", include_bytes!("../../seed/photos/cafe.jpg")),
    ("cykel.jpg", include_bytes!("../../seed/photos/cykel.jpg")),
    ("garage.jpg", include_bytes!("../../seed/photos/garage.jpg")),
    ("gartneri.jpg", include_bytes!("../../seed/photos/gartneri.jpg")),
    ("it.jpg", include_bytes!("../../seed/photos/it.jpg")),
    ("park.jpg", include_bytes!("../../seed/photos/park.jpg")),
    ("plejehjem.jpg", include_bytes!("../../seed/photos/plejehjem.jpg")),
    ("supermarked.jpg", include_bytes!("../../seed/photos/supermarked.jpg")),
    ("toemrer.jpg", include_bytes!("../../seed/photos/toemrer.jpg")),
];

pub async fn picture(
    txn: &Txn,
    company: CompanyId,
    file: &str,
    at: DateTime<Utc>,
) -> AppResult<PhotoId> {
    let bytes = PICTURES.iter().find(|(name, _)| *name == file).map(|(_, bytes)| *bytes);
    let bytes = bytes.ok_or_else(|| anyhow::anyhow!("the seed has no picture {file}"))?;
    let picture = tokio::task::spawn_blocking(move || prepare_picture(bytes))
        .await
        .map_err(anyhow::Error::from)?;
    let picture = picture.map_err(|error| anyhow::anyhow!("{file}: {error}"))?;
    Ok(add_photo(txn, company, picture, at).await?)
}

pub fn row(
    company: CompanyId,
    version: ProfileVersion,
    profile: &Profile,
    photo: PhotoId,
    at: DateTime<Utc>,
    by: AccountId,
) -> company_profile::ActiveModel {
    company_profile::ActiveModel {
        id: Set(new_id()),
        company_id: Set(company),
        version: Set(version),
        what_we_do: Set(profile.what_we_do.clone()),
        tasks: Set(profile.tasks.clone()),
        what_it_is_like: Set(profile.what_it_is_like.clone()),
        noise: Set(profile.noise.clone()),
        tempo: Set(profile.tempo.clone()),
        people: Set(profile.people.clone()),
        working_hours: Set(profile.working_hours.clone()),
        address: Set(profile.address.clone()),
        directions: Set(profile.directions.clone()),
        good_to_know: Set(profile.good_to_know.clone()),
        photo_id: Set(Some(photo)),
        changed_at: Set(at),
        changed_by: Set(Some(by)),
        ..Default::default()
    }
}
