//! A mentor of the municipality helps in several companies, which the tree of places cannot see.

use std::collections::BTreeMap;

use sea_orm::ConnectionTrait;

use super::names::Names;
use super::notes::{PlaceNote, read};
use super::open_run::OpenRun;
use super::store;
use crate::domain::MentorId;
use crate::entities::matching_run;
use crate::web::AppResult;
use crate::words::Words;

/// A mentor who would get more people than they have room for.
struct Over<'a> {
    called: &'a str,
    count: u32,
    free: u64,
}

pub async fn is_any_full(db: &impl ConnectionTrait, run: &matching_run::Model) -> AppResult<bool> {
    let open = OpenRun::read(run)?;
    let names = Names::load(db, &[], &store::companies_in(&open.file)).await?;
    Ok(over(&open, &names).next().is_some())
}

/// One sentence for each mentor who would get more people than they have room for.
pub fn warnings(open: &OpenRun<'_>, names: &Names, t: Words) -> Vec<String> {
    over(open, names).map(|it| t.runs_mentor_warning(it.called, it.count, it.free)).collect()
}

fn over<'a>(open: &'a OpenRun<'_>, names: &'a Names) -> impl Iterator<Item = Over<'a>> {
    let mut given: BTreeMap<MentorId, u32> = BTreeMap::new();
    for placed in open.solution.places.iter().flatten() {
        let post = open.instance.node_id(placed.post as usize);
        let entry = open.file.posts.iter().find(|entry| entry.id.as_str() == post);
        let note: Option<PlaceNote> = entry.and_then(|entry| read(&entry.x));
        if let Some(mentor) = note.and_then(|note| note.mentor) {
            *given.entry(mentor).or_default() += 1;
        }
    }
    given.into_iter().filter_map(|(mentor, count)| {
        let known = names.mentors.get(&mentor).filter(|known| known.is_municipal)?;
        let free = room(open, mentor)?;
        (u64::from(count) > free).then_some(Over { called: known.called.as_str(), count, free })
    })
}

/// What a mentor has free in all: the least that any of their companies says.
fn room(open: &OpenRun<'_>, mentor: MentorId) -> Option<u64> {
    let ending = format!("/{mentor}");
    let own = open.file.groups.iter().filter(|group| group.id.as_str().ends_with(&ending));
    own.filter_map(|group| group.upper_quota).min()
}
