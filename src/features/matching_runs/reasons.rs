//! Each person's true reason, from what the engine knows: how every company they wanted more stood to them.

use std::collections::{BTreeMap, BTreeSet};

use super::notes::{ApplicantNote, read};
use super::shut::shut;
use crate::domain::YoungPersonId;
use crate::domain::reason::{Facts, List, MatchReason, Stood};
use crate::match_files::{ApplicantEntry, InstanceFile, PinEntry};
use crate::matching::{self, Cancelled, Control, Decider, Instance, Obstacle, Reason, Solution};

/// The reason of every applicant.
pub fn of(
    file: &InstanceFile<'_>,
    instance: &Instance,
    solution: &Solution,
    control: &Control,
) -> Result<BTreeMap<YoungPersonId, MatchReason>, Cancelled> {
    let run = Run { file, instance, solution, control };
    let reasons = matching::reasons(instance, solution, control)?;
    let mut found = BTreeMap::new();
    for (applicant, reason) in reasons.into_iter().enumerate() {
        let Ok(id) = instance.applicant_id(applicant).parse() else { continue };
        found.insert(id, run.facts(applicant, &reason)?.reason());
    }
    Ok(found)
}

struct Run<'a> {
    file: &'a InstanceFile<'a>,
    instance: &'a Instance,
    solution: &'a Solution,
    control: &'a Control,
}

impl Run<'_> {
    fn facts(&self, applicant: usize, reason: &Reason) -> Result<Facts, Cancelled> {
        let entry = &self.file.applicants[applicant];
        let placed = self.solution.places[applicant];
        let position = placed.and_then(|placed| placed.rank);
        let obstacles: &[Obstacle] = match reason {
            Reason::Lower { better, .. } => better,
            Reason::Unplaced { ranked, .. } => ranked,
            _ => &[],
        };
        let above = match (placed, position) {
            (None, _) => entry.preferences.len(),
            (Some(_), Some(rank)) => rank as usize - 1,
            (Some(_), None) => 0,
        };
        let mut missed = Vec::new();
        for company in entry.preferences[..above].iter().flat_map(|class| class.ids()) {
            missed.push(self.stood(applicant, entry, company.as_str(), obstacles)?);
        }
        let (places, wanted_by) = self.counts(obstacles);
        Ok(Facts {
            pinned: placed.is_some_and(|placed| placed.pinned),
            list: list(entry),
            position,
            tied: position.is_some_and(|rank| entry.preferences[rank as usize - 1].ids().len() > 1),
            missed,
            places,
            wanted_by,
        })
    }

    fn stood(
        &self,
        applicant: usize,
        entry: &ApplicantEntry<'_>,
        company: &str,
        obstacles: &[Obstacle],
    ) -> Result<Stood, Cancelled> {
        let its = |obstacle: &&Obstacle| {
            self.instance
                .path(obstacle.post as usize)
                .any(|node| self.instance.node_id(node) == company)
        };
        let here: Vec<&Obstacle> = obstacles.iter().filter(its).collect();
        if here.is_empty() {
            return Ok(shut(self.file, self.instance, entry, company).stood());
        }
        for obstacle in &here {
            match obstacle.decided {
                Decider::Priority => return Ok(Stood::Drawn),
                Decider::Equal => return self.drawn(applicant, obstacle.post),
                _ => {}
            }
        }
        // A place with nothing free cannot be forced either, but nobody has decided that by hand.
        let by_hand =
            |obstacle: &&Obstacle| obstacle.decided == Decider::Pinned && obstacle.holds > 0;
        let pinned = here.iter().any(by_hand);
        let full = here.iter().all(|obstacle| obstacle.full.is_some());
        Ok(if pinned {
            Stood::ByHand
        } else if full {
            Stood::Full
        } else {
            Stood::Dear
        })
    }

    /// Between equals it is the draw, unless those who got it have waited longer.
    fn drawn(&self, applicant: usize, post: u32) -> Result<Stood, Cancelled> {
        if !self.instance.has_waited() {
            return Ok(Stood::Drawn);
        }
        let mut forced = self.file.clone();
        forced.pins.push(PinEntry {
            applicant: self.instance.applicant_id(applicant).to_owned().into(),
            post: self.instance.node_id(post as usize).to_owned().into(),
            x: None,
        });
        let Ok(forced) = forced.to_instance() else { return Ok(Stood::Drawn) };
        let other = matching::solve(&forced, self.solution.objective, self.control)?;
        let less = self.waiting(&other) < self.waiting(self.solution);
        Ok(if less { Stood::Waited } else { Stood::Drawn })
    }

    /// How well a result serves those who have waited, as the engine counts it.
    fn waiting(&self, solution: &Solution) -> u64 {
        let most = u64::from(self.instance.max_rank()) + 1;
        let of = |(applicant, placed): (usize, &Option<matching::Placed>)| {
            let rank = placed.and_then(|placed| placed.rank)?;
            Some(u64::from(self.instance.waited(applicant)) * (most - u64::from(rank)))
        };
        solution.places.iter().enumerate().filter_map(of).sum()
    }

    /// How many the full things hold, and how many different people wanted something in them.
    fn counts(&self, obstacles: &[Obstacle]) -> (u32, u32) {
        let full: BTreeSet<usize> = obstacles
            .iter()
            .filter_map(|obstacle| obstacle.full)
            .map(|node| node as usize)
            .collect();
        let top =
            |node: &usize| !self.instance.path(*node).skip(1).any(|above| full.contains(&above));
        let top: BTreeSet<usize> = full.iter().copied().filter(top).collect();
        let holds = top.iter().filter_map(|node| self.instance.quota(*node)).sum();
        let inside = |post: usize| self.instance.path(post).any(|node| top.contains(&node));
        let wants = |applicant: &usize| {
            self.instance.pinned_to(*applicant).is_some_and(inside)
                || self.instance.edges_of(*applicant).iter().any(|edge| inside(edge.post as usize))
        };
        let wanted = (0..self.instance.applicant_count()).filter(wants).count();
        (holds, u32::try_from(wanted).unwrap_or(u32::MAX))
    }
}

fn list(entry: &ApplicantEntry<'_>) -> List {
    match read::<ApplicantNote>(&entry.x) {
        _ if !entry.preferences.is_empty() => List::Ranked,
        Some(note) if note.no_thanks > 0 => List::OnlyNoThanks,
        _ => List::Empty,
    }
}

#[cfg(test)]
mod tests;
