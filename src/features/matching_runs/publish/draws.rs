//! The numbers each person drew, stored with their answer so that reading it asks for no whole run.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::{PlaceId, YoungPersonId};
use crate::matching::{Instance, lottery};

/// What was drawn for one place somebody could have had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    pub place: PlaceId,
    /// As anybody who repeats the draw writes it.
    pub number: String,
}

pub fn of(instance: &Instance) -> BTreeMap<YoungPersonId, Vec<Drawn>> {
    let drawn = |applicant: usize| {
        let id = instance.applicant_id(applicant);
        let numbers = instance.edges_of(applicant).iter().filter_map(|edge| {
            let post = instance.node_id(edge.post as usize);
            let number = format!("{:08x}", lottery::weight(instance.seed(), id, post));
            Some(Drawn { place: post.parse().ok()?, number })
        });
        Some((id.parse().ok()?, numbers.collect()))
    };
    (0..instance.applicant_count()).filter_map(drawn).collect()
}
