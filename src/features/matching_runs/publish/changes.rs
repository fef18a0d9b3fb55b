//! What is not as it was when a run was made.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{CompanyId, YoungPersonId};
use crate::entities::matching_run;
use crate::features::matching_runs::instance::{BuildError, Facts};
use crate::match_files::{InstanceFile, parse_instance};
use crate::web::AppResult;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Changed {
    Joined(YoungPersonId),
    Gone(YoungPersonId),
    List(YoungPersonId),
    Rules(YoungPersonId),
    Places(CompanyId),
    Waited,
}

/// What has changed since a run was made; nothing when its instance, built anew, is the same.
pub fn changes(run: &matching_run::Model, facts: &Facts) -> AppResult<Vec<Changed>> {
    let then = parse_instance(&run.instance).map_err(anyhow::Error::from)?;
    let objective = then.objective.unwrap_or_default();
    match facts.instance(objective) {
        Ok(now) => Ok(differences(&then, &now)),
        Err(BuildError::Pins(pins)) => {
            let of = |id| facts.adjustments.iter().find(|one| one.id == id);
            let pinned = pins.into_iter().filter_map(|(id, _)| Some(of(id)?.young_person));
            Ok(pinned.collect::<BTreeSet<_>>().into_iter().map(Changed::Rules).collect())
        }
        Err(BuildError::Refused(refusal)) => Err(anyhow::anyhow!("{refusal}").into()),
    }
}

fn differences(then: &InstanceFile<'_>, now: &InstanceFile<'_>) -> Vec<Changed> {
    let mut changed = BTreeSet::new();
    let person = |id: &str| id.parse::<YoungPersonId>().ok();
    let before: BTreeMap<_, _> = then.applicants.iter().map(|one| (one.id.as_str(), one)).collect();
    let after: BTreeMap<_, _> = now.applicants.iter().map(|one| (one.id.as_str(), one)).collect();
    for (id, one) in &after {
        changed.extend(match before.get(id) {
            None => person(id).map(Changed::Joined),
            Some(other) if other.preferences != one.preferences || other.kinds != one.kinds => {
                person(id).map(Changed::List)
            }
            Some(other) if other.waited != one.waited => Some(Changed::Waited),
            Some(_) => None,
        });
    }
    let gone = before.keys().filter(|id| !after.contains_key(*id));
    changed.extend(gone.filter_map(|id| person(id)).map(Changed::Gone));
    for pair in then.forbidden.iter().filter(|pair| !now.forbidden.contains(pair)) {
        changed.extend(person(pair.applicant.as_str()).map(Changed::Rules));
    }
    for pair in now.forbidden.iter().filter(|pair| !then.forbidden.contains(pair)) {
        changed.extend(person(pair.applicant.as_str()).map(Changed::Rules));
    }
    let pins = |these: &InstanceFile<'_>, others: &InstanceFile<'_>| {
        let new = these.pins.iter().filter(|pin| !others.pins.contains(pin));
        new.filter_map(|pin| person(pin.applicant.as_str())).map(Changed::Rules).collect::<Vec<_>>()
    };
    changed.extend(pins(then, now));
    changed.extend(pins(now, then));
    changed.extend(offers(then, now));
    changed.into_iter().collect()
}

/// Companies whose part of the tree is another.
fn offers(then: &InstanceFile<'_>, now: &InstanceFile<'_>) -> Vec<Changed> {
    let of = |file: &InstanceFile<'_>| {
        let mut companies: BTreeMap<CompanyId, Vec<String>> = BTreeMap::new();
        let root = |id: &str| id.split('/').next().and_then(|id| id.parse::<CompanyId>().ok());
        for group in &file.groups {
            let line = format!("{} {:?} {:?}", group.id.as_str(), group.upper_quota, group.x);
            companies
                .entry(root(group.id.as_str()).unwrap_or(CompanyId(uuid::Uuid::nil())))
                .or_default()
                .push(line);
        }
        for post in &file.posts {
            let above = post.parent.as_ref().and_then(|parent| root(parent.as_str()));
            let line =
                format!("{} {:?} {} {:?}", post.id.as_str(), post.parent, post.capacity, post.x);
            companies.entry(above.unwrap_or(CompanyId(uuid::Uuid::nil()))).or_default().push(line);
        }
        companies
    };
    let (then, now) = (of(then), of(now));
    let ids: BTreeSet<CompanyId> = then.keys().chain(now.keys()).copied().collect();
    ids.into_iter().filter(|id| then.get(id) != now.get(id)).map(Changed::Places).collect()
}
