//! The choices a consultant made by hand that stand between a young person and the places they chose.

use super::notes::{PairNote, read};
use crate::domain::AccountId;
use crate::match_files::{ApplicantEntry, InstanceFile};
use crate::matching::Instance;

#[derive(Clone, Debug)]
pub struct Choice {
    pub by: AccountId,
    pub reason: String,
}

impl Choice {
    fn read(note: &Option<serde_json::Value>) -> Option<Self> {
        match read(note)? {
            PairNote::ByHand { by, reason, .. } => Some(Self { by, reason }),
            PairNote::Requirement { .. } | PairNote::Declined => None,
        }
    }
}

/// Others have been given places on this person's list.
pub fn pins(
    file: &InstanceFile<'_>,
    instance: &Instance,
    entry: &ApplicantEntry<'_>,
) -> Vec<Choice> {
    let chosen = |id: &str| {
        entry.preferences.iter().flat_map(|class| class.ids()).any(|chosen| chosen.as_str() == id)
    };
    let on_the_list = |post: &str| {
        let node = instance.find_node(post);
        node.is_some_and(|node| instance.path(node).any(|above| chosen(instance.node_id(above))))
    };
    file.pins
        .iter()
        .filter(|pin| pin.applicant != entry.id && on_the_list(pin.post.as_str()))
        .filter_map(|pin| Choice::read(&pin.x))
        .collect()
}

/// Companies this person may not be placed in.
pub fn bans(file: &InstanceFile<'_>, entry: &ApplicantEntry<'_>) -> Vec<Choice> {
    let theirs = file.forbidden.iter().filter(|pair| pair.applicant == entry.id);
    theirs.filter_map(|pair| Choice::read(&pair.x)).collect()
}
