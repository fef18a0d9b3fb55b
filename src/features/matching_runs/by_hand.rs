//! The choices a consultant made by hand that stand between a young person and the places they chose.

use super::notes::{PairNote, read};
use crate::domain::AccountId;
use crate::match_files::{ApplicantEntry, InstanceFile, PinEntry};
use crate::matching::Instance;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Somebody else has been given a place that this person wanted.
    Pin { by: AccountId },
    /// This person may not be placed in the company with this id.
    Ban { company: String, by: AccountId, reason: String },
}

/// What stands before the places `entry` wanted more than choice number `got`, counted from one; on the whole list
/// when they got none.
pub fn choices(
    file: &InstanceFile<'_>,
    instance: &Instance,
    entry: &ApplicantEntry<'_>,
    got: Option<u32>,
) -> Vec<Choice> {
    let wanted = got.map_or(entry.preferences.len(), |rank| rank.saturating_sub(1) as usize);
    let wanted = |id: &str| {
        let classes = entry.preferences.iter().take(wanted);
        classes.flat_map(|class| class.ids()).any(|company| company.as_str() == id)
    };
    let theirs = file.forbidden.iter().filter(|pair| pair.applicant == entry.id);
    let bans = theirs.filter(|pair| wanted(pair.at.as_str())).filter_map(|pair| {
        let (by, reason) = decided(&pair.x)?;
        Some(Choice::Ban { company: pair.at.as_str().to_owned(), by, reason })
    });
    let mut choices: Vec<Choice> = bans.collect();

    let applicant = instance.find_applicant(entry.id.as_str());
    let edges = applicant.map(|applicant| instance.edges_of(applicant)).unwrap_or_default();
    let takes_a_wanted_place = |pin: &&PinEntry<'_>| {
        let post = instance.find_node(pin.post.as_str());
        let better = |rank: u32| got.is_none_or(|got| rank < got);
        pin.applicant != entry.id
            && edges.iter().any(|edge| Some(edge.post as usize) == post && better(edge.rank))
    };
    for pin in file.pins.iter().filter(takes_a_wanted_place) {
        let Some((by, _)) = decided(&pin.x) else { continue };
        let choice = Choice::Pin { by };
        if !choices.contains(&choice) {
            choices.push(choice);
        }
    }
    choices
}

fn decided(note: &Option<serde_json::Value>) -> Option<(AccountId, String)> {
    match read(note)? {
        PairNote::ByHand { by, reason, .. } => Some((by, sentence(&reason))),
        PairNote::Requirement { .. } | PairNote::Declined => None,
    }
}

/// What somebody wrote, with a full stop where another sentence follows.
pub fn sentence(reason: &str) -> String {
    let reason = reason.trim_end();
    if reason.ends_with(['.', '!', '?']) { reason.to_owned() } else { format!("{reason}.") }
}
