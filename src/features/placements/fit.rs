//! Whether a place suits a young person: its kind is their purpose, and they have what it requires.

use std::collections::{BTreeSet, HashMap};

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use super::store;
use crate::domain::eligibility::{Barrier, barriers};
use crate::domain::{PlaceId, PlacementKind, RequirementId, YoungPersonId};
use crate::entities::{fulfilled_requirement, place, place_requirement, requirement};
use crate::features::programme;
use crate::web::AppResult;
use crate::words::Words;

pub struct Fit {
    purpose: PlacementKind,
    fulfilled: BTreeSet<RequirementId>,
    required: HashMap<PlaceId, Vec<RequirementId>>,
}

impl Fit {
    pub async fn load(
        db: &impl ConnectionTrait,
        person: YoungPersonId,
        places: &[place::Model],
    ) -> AppResult<Self> {
        let fulfilled = fulfilled_requirement::Entity::find()
            .filter(fulfilled_requirement::Column::YoungPersonId.eq(person))
            .all(db)
            .await?;
        let mut required: HashMap<PlaceId, Vec<RequirementId>> = HashMap::new();
        for places in places.chunks(500) {
            let ids = places.iter().map(|place| place.id);
            let rows = place_requirement::Entity::find()
                .filter(place_requirement::Column::PlaceId.is_in(ids));
            for row in rows.all(db).await? {
                required.entry(row.place_id).or_default().push(row.requirement_id);
            }
        }
        Ok(Self {
            purpose: store::young_person(db, person).await?.purpose,
            fulfilled: fulfilled.into_iter().map(|row| row.requirement_id).collect(),
            required,
        })
    }

    pub fn barriers(&self, place: &place::Model) -> Vec<Barrier> {
        let required = self.required.get(&place.id).map_or(&[][..], Vec::as_slice);
        barriers(self.purpose, &self.fulfilled, place.kind, required)
    }
}

pub async fn requirement_names(
    db: &impl ConnectionTrait,
    t: Words,
) -> Result<HashMap<RequirementId, String>, DbErr> {
    let rows = requirement::Entity::find().all(db).await?;
    Ok(rows.iter().map(|row| (row.id, programme::requirement_name(row, t))).collect())
}

/// Everything in the way, as one line.
pub fn because(barriers: &[Barrier], names: &HashMap<RequirementId, String>, t: Words) -> String {
    let kind = |kind: PlacementKind| t.kind("placement-kind", kind.as_str());
    let line = |barrier: &Barrier| match barrier {
        Barrier::OtherKind { purpose, .. } => t.placements_switch_other_kind(kind(*purpose)),
        Barrier::Missing(id) => {
            t.placements_switch_missing(names.get(id).map_or("", String::as_str))
        }
    };
    barriers.iter().map(line).collect::<Vec<_>>().join(" ")
}
