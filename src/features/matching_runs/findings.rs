//! What is worked out beside a result: the objectives side by side, what one more place would do, and each
//! person's reason.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::reasons;
use super::worker::Watch;
use crate::domain::YoungPersonId;
use crate::domain::reason::MatchReason;
use crate::match_files::InstanceFile;
use crate::matching::{self, Cancelled, Instance, Objective, Sensitivity, Solution};

/// How many places are looked at closely enough to know who would have them.
const LOOKED_AT: usize = 12;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Findings {
    pub compared: Vec<Compared>,
    pub helps: Vec<Help>,
    pub reasons: BTreeMap<YoungPersonId, MatchReason>,
}

/// What one objective would have reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compared {
    pub objective: String,
    pub size: u32,
    pub worst_rank: u32,
    pub profile: Vec<u32>,
}

/// What one more place somewhere would have brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Help {
    /// The place, or the mentor, kind or company that would take one more.
    pub at: String,
    pub size: u32,
    pub worst_rank: u32,
    pub profile: Vec<u32>,
    /// Who would have a place then and has none now.
    pub gains: BTreeSet<YoungPersonId>,
}

pub fn find(
    file: &InstanceFile<'_>,
    instance: &Instance,
    solution: &Solution,
    watch: &Watch,
) -> Result<Findings, Cancelled> {
    watch.next_stage();
    let compared = matching::compare(instance, &watch.control)?
        .into_iter()
        .map(|one| Compared {
            objective: one.objective.name().to_owned(),
            size: one.size,
            worst_rank: one.worst_rank,
            profile: one.profile,
        })
        .collect();
    watch.next_stage();
    let helps = helps(file, instance, solution, watch)?;
    watch.next_stage();
    let reasons = reasons::of(file, instance, solution, &watch.control)?;
    Ok(Findings { compared, helps, reasons })
}

/// The best single addition at each company, the most helpful first.
fn helps(
    file: &InstanceFile<'_>,
    instance: &Instance,
    solution: &Solution,
    watch: &Watch,
) -> Result<Vec<Help>, Cancelled> {
    let worth = |row: &Sensitivity| {
        let profile = row.profile.clone();
        (row.size, std::cmp::Reverse(row.worst_rank), profile)
    };
    let now = (solution.size, std::cmp::Reverse(solution.worst_rank), solution.profile.clone());
    let mut best: BTreeMap<usize, Sensitivity> = BTreeMap::new();
    for row in matching::sensitivity(instance, solution, &watch.control)? {
        if row.places.iter().any(|(_, change)| *change < 0) || worth(&row) <= now {
            continue;
        }
        let company = instance.path(row.node as usize).last().unwrap_or(row.node as usize);
        // As good with fewer limits raised is easier to ask a company for.
        let key = |row: &Sensitivity| (worth(row), std::cmp::Reverse(row.places.len()));
        if best.get(&company).is_none_or(|before| key(&row) > key(before)) {
            best.insert(company, row);
        }
    }
    let mut rows: Vec<Sensitivity> = best.into_values().collect();
    rows.sort_by_key(|row| std::cmp::Reverse(worth(row)));
    rows.truncate(LOOKED_AT);
    rows.into_iter().map(|row| help(file, instance, solution, row, watch)).collect()
}

fn help(
    file: &InstanceFile<'_>,
    instance: &Instance,
    solution: &Solution,
    row: Sensitivity,
    watch: &Watch,
) -> Result<Help, Cancelled> {
    let mut wider = file.clone();
    for (node, change) in &row.places {
        widen(&mut wider, instance.node_id(*node as usize), *change);
    }
    let gains = match wider.to_instance() {
        Ok(wider) if row.size > solution.size => {
            let then = matching::solve(&wider, solution.objective, &watch.control)?;
            (0..instance.applicant_count())
                .filter(|who| solution.places[*who].is_none() && then.places[*who].is_some())
                .filter_map(|who| instance.applicant_id(who).parse().ok())
                .collect()
        }
        _ => BTreeSet::new(),
    };
    Ok(Help {
        at: instance.node_id(row.node as usize).to_owned(),
        size: row.size,
        worst_rank: row.worst_rank,
        profile: row.profile,
        gains,
    })
}

/// So many places more, or fewer, at a post or group that has a limit.
pub fn widen(file: &mut InstanceFile<'_>, id: &str, change: i64) {
    for group in file.groups.iter_mut().filter(|group| group.id.as_str() == id) {
        group.upper_quota = group.upper_quota.map(|quota| quota.saturating_add_signed(change));
    }
    for post in file.posts.iter_mut().filter(|post| post.id.as_str() == id) {
        post.capacity = post.capacity.saturating_add_signed(change);
    }
}

/// The objectives a consultant may choose: all but the one that asks nobody what they want.
pub fn choosable() -> impl Iterator<Item = Objective> {
    Objective::ALL.into_iter().filter(|objective| *objective != Objective::MaxCardinality)
}
