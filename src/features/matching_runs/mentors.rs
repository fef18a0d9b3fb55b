//! A mentor of the municipality helps in several companies, which the tree of places cannot see.

use std::collections::BTreeMap;

use sea_orm::ConnectionTrait;

use super::names::Names;
use super::notes::{PlaceNote, read};
use super::open_run::OpenRun;
use super::store;
use crate::domain::{Language, MentorId};
use crate::entities::matching_run;
use crate::web::AppResult;
use crate::words::Words;

pub async fn is_any_full(db: &impl ConnectionTrait, run: &matching_run::Model) -> AppResult<bool> {
    let open = OpenRun::read(run)?;
    let names = Names::load(db, &[], &store::companies_in(&open.file)).await?;
    Ok(!warnings(&open, &names, Words(Language::Danish)).is_empty())
}

/// One sentence for each mentor who would get more people than they have room for.
pub fn warnings(open: &OpenRun<'_>, names: &Names, t: Words) -> Vec<String> {
    let mut given: BTreeMap<MentorId, u32> = BTreeMap::new();
    for placed in open.solution.places.iter().flatten() {
        let post = open.instance.node_id(placed.post as usize);
        let entry = open.file.posts.iter().find(|entry| entry.id.as_str() == post);
        let note: Option<PlaceNote> = entry.and_then(|entry| read(&entry.x));
        if let Some(mentor) = note.and_then(|note| note.mentor) {
            *given.entry(mentor).or_default() += 1;
        }
    }
    given
        .into_iter()
        .filter_map(|(mentor, count)| {
            let known = names.mentors.get(&mentor).filter(|known| known.is_municipal)?;
            let free = room(open, mentor)?;
            let is_over = u64::from(count) > free;
            is_over.then(|| t.runs_mentor_warning(known.called.as_str(), count, free))
        })
        .collect()
}

/// What a mentor has free in all: the least that any of their companies says.
fn room(open: &OpenRun<'_>, mentor: MentorId) -> Option<u64> {
    let ending = format!("/{mentor}");
    let own = open.file.groups.iter().filter(|group| group.id.as_str().ends_with(&ending));
    own.filter_map(|group| group.upper_quota).min()
}
