//! A company in the match: how it stands, and its tree of mentors, kinds and places.

use std::collections::{BTreeMap, BTreeSet};

use super::text;
use crate::domain::capacity::{FreeInCompany, FreeOfKind};
use crate::domain::{CompanyId, HostAnswer, MentorId, PlaceId, PlacementKind};
use crate::features::matching_runs::notes::{CompanyNote, Out, PlaceNote, write};
use crate::match_files::{GroupEntry, Id, InstanceFile, PostEntry};

#[derive(Clone, Debug)]
pub struct Company {
    pub id: CompanyId,
    pub stands: Stands,
    pub host: BTreeMap<PlacementKind, HostAnswer>,
}

#[derive(Clone, Debug)]
pub enum Stands {
    NotComing,
    NotConfirmed,
    Free(FreeInCompany),
}

impl Company {
    /// Why its places of a kind stay out, if they do.
    fn out(&self, kind: PlacementKind) -> Option<Out> {
        match (&self.stands, self.host.get(&kind)) {
            (Stands::NotComing, _) => Some(Out::NotComing),
            (Stands::NotConfirmed, _) => Some(Out::NotConfirmed),
            (Stands::Free(_), Some(HostAnswer::CanHost | HostAnswer::TalkFirst)) => None,
            (Stands::Free(_), Some(HostAnswer::NotNow)) => Some(Out::NotNow),
            (Stands::Free(_), None) => Some(Out::NoHostAnswer),
        }
    }

    fn kinds(&self) -> impl Iterator<Item = (Option<(MentorId, Option<i32>)>, &FreeOfKind)> {
        let free = match &self.stands {
            Stands::Free(free) => Some(free),
            Stands::NotComing | Stands::NotConfirmed => None,
        };
        let with = free
            .into_iter()
            .flat_map(|free| &free.mentors)
            .flat_map(|at| at.kinds.iter().map(move |kind| (Some((at.mentor, at.free)), kind)));
        let without = free.into_iter().flat_map(|free| &free.kinds).map(|kind| (None, kind));
        with.chain(without)
    }

    /// Its places in the match, with their kinds.
    pub fn places(&self) -> Vec<(PlaceId, PlacementKind)> {
        let of_kind = |of: &FreeOfKind| {
            let kind = of.kind;
            of.places.iter().map(move |place| (place.place, kind)).collect::<Vec<_>>()
        };
        self.kinds()
            .filter(|(_, of)| self.out(of.kind).is_none())
            .flat_map(|(_, of)| of_kind(of))
            .collect()
    }

    /// What it offers and why that is not in the match.
    pub fn left_out(&self) -> Vec<(PlacementKind, Out)> {
        let offered: BTreeSet<&str> = self.kinds().map(|(_, of)| of.kind.as_str()).collect();
        let all_of_it = !matches!(self.stands, Stands::Free(_));
        let kinds = PlacementKind::ALL.iter().copied();
        kinds
            .filter(|kind| all_of_it || offered.contains(kind.as_str()))
            .filter_map(|kind| Some((kind, self.out(kind)?)))
            .collect()
    }

    /// How many it can take in all, as far as its own total and its places say.
    pub fn room(&self) -> i32 {
        let of_kind = |of: &FreeOfKind| {
            let places = of.places.iter().fold(0, |sum: i32, place| sum.saturating_add(place.free));
            of.free.min(places)
        };
        let kinds = self.kinds().filter(|(_, of)| self.out(of.kind).is_none());
        let places = kinds.fold(0, |sum: i32, (_, of)| sum.saturating_add(of_kind(of)));
        match &self.stands {
            Stands::Free(free) => free.free.unwrap_or(places).min(places),
            Stands::NotComing | Stands::NotConfirmed => 0,
        }
    }

    /// The company's tree: mentor, kind, place. What is out leaves a note instead of posts.
    pub fn write(&self, file: &mut InstanceFile<'static>) {
        let left_out =
            self.left_out().into_iter().map(|(kind, out)| (kind.as_str().to_owned(), out));
        let note = CompanyNote { left_out: left_out.collect() };
        let total = match &self.stands {
            Stands::Free(free) => free.free,
            Stands::NotComing | Stands::NotConfirmed => Some(0),
        };
        file.groups.push(GroupEntry {
            id: text(self.id),
            upper_quota: total.map(count),
            x: if note.left_out.is_empty() { None } else { write(&note) },
            ..Default::default()
        });
        let mut mentors = BTreeSet::new();
        for (mentor, of) in self.kinds().filter(|(_, of)| self.out(of.kind).is_none()) {
            let above = match mentor {
                None => text(self.id),
                Some((mentor, free)) => {
                    let id = Id::from(format!("{}/{mentor}", self.id));
                    if mentors.insert(mentor) {
                        file.groups.push(GroupEntry {
                            id: id.clone(),
                            parent: Some(text(self.id)),
                            upper_quota: free.map(count),
                            ..Default::default()
                        });
                    }
                    id
                }
            };
            self.write_kind(file, above, mentor.map(|(mentor, _)| mentor), of);
        }
    }

    fn write_kind(
        &self,
        file: &mut InstanceFile<'static>,
        above: Id<'static>,
        mentor: Option<MentorId>,
        of: &FreeOfKind,
    ) {
        let id = Id::from(format!("{}/{}", above.as_str(), of.kind));
        file.groups.push(GroupEntry {
            id: id.clone(),
            parent: Some(above),
            upper_quota: Some(count(of.free)),
            ..Default::default()
        });
        let talk_first = self.host.get(&of.kind) == Some(&HostAnswer::TalkFirst);
        let mut places: Vec<_> = of.places.iter().collect();
        places.sort_by_key(|place| place.place);
        for place in places {
            file.posts.push(PostEntry {
                id: text(place.place),
                parent: Some(id.clone()),
                kind: Some(of.kind.as_str().into()),
                capacity: count(place.free),
                x: write(&PlaceNote { talk_first, mentor }),
                ..Default::default()
            });
        }
    }
}

fn count(free: i32) -> u64 {
    u64::try_from(free).unwrap_or(0)
}
