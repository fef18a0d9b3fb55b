//! The match of an event: an instance as the platform writes it, the engine's result, and everybody's outcome.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::crowd::{Crowd, Place};
use super::events::Event;
use super::rankings::Ranked;
use super::{calls, rows::insert};
use crate::domain::reason::{Facts, List, Stood};
use crate::domain::{MatchingRunId, PlacementKind, RunStatus, YoungPersonId};
use crate::entities::{match_outcome, matching_run};
use crate::features::matching_runs::{Drawn, drawn_numbers};
use crate::match_files::{
    ApplicantEntry, Class, ForbiddenEntry, GroupEntry, Id, InstanceFile, LotteryEntry, PostEntry,
    SolutionFile,
};
use crate::matching::{Control, Objective, compare, solve};
use crate::state::Txn;
use crate::web::AppResult;

/// Somebody who got a place.
#[derive(Clone, Copy)]
pub struct Placed {
    /// Their place in the crowd, and the company's.
    pub person: usize,
    pub company: usize,
    pub place: Place,
    pub run: MatchingRunId,
}

pub async fn add(
    txn: &Txn,
    crowd: &mut Crowd,
    event: &Event,
    ranked: &[Ranked],
) -> AppResult<Vec<Placed>> {
    let ranked: Vec<&Ranked> =
        ranked.iter().filter(|one| crowd.people[one.person].busy_until < event.day).collect();
    let file = instance(crowd, event, &ranked);
    let instance = file.to_instance().map_err(|refusal| anyhow::anyhow!("{refusal}"))?;
    let control = Control::default();
    let stopped = |_| anyhow::anyhow!("nobody stops this");
    let solution = solve(&instance, Objective::GreedyGenerous, &control).map_err(stopped)?;
    let compared = compare(&instance, &control).map_err(stopped)?.into_iter().map(|one| {
        json!({
            "objective": one.objective.name(), "size": one.size, "worst_rank": one.worst_rank,
            "profile": one.profile,
        })
    });
    let compared: Vec<Value> = compared.collect();
    let got: BTreeMap<&str, Got<'_>> = (solution.places.iter().enumerate())
        .filter_map(|(applicant, placed)| {
            let placed = (*placed)?;
            let post = instance.node_id(placed.post as usize);
            Some((instance.applicant_id(applicant), Got { post, rank: placed.rank }))
        })
        .collect();
    let run: MatchingRunId = crowd.ids.next();
    let at = crowd.at(event.day + 2, 8, 30);
    let published = crowd.at(event.day + 2, 9, 0);
    let mut told = Told { placed: Vec::new(), outcomes: Vec::new(), reasons: BTreeMap::new() };
    tell(crowd, event, run, &ranked, &got, &drawn_numbers(&instance), &mut told);
    let row = matching_run::Model {
        id: run,
        event_id: event.id,
        objective: Objective::GreedyGenerous.name().to_owned(),
        status: RunStatus::Done,
        instance: file.to_json()?,
        solution: Some(SolutionFile::of(&instance, &solution).to_json()?),
        comparison: Some(
            json!({ "compared": compared, "helps": [], "reasons": told.reasons }).to_string(),
        ),
        failure: None,
        started_by: crowd.consultants[0],
        started_at: at,
        finished_at: Some(at),
        published_at: Some(published),
        published_by: Some(crowd.consultants[0]),
        repairs: None,
    };
    insert(txn, vec![row]).await?;
    let placed: BTreeSet<usize> = told.placed.iter().map(|one| one.person).collect();
    let without: Vec<usize> =
        ranked.iter().map(|one| one.person).filter(|person| !placed.contains(person)).collect();
    insert(txn, told.outcomes).await?;
    calls::unplaced(txn, crowd, event, &without).await?;
    Ok(told.placed)
}

fn instance(crowd: &Crowd, event: &Event, ranked: &[&Ranked]) -> InstanceFile<'static> {
    let mut file = InstanceFile {
        id: text(event.id),
        kinds: PlacementKind::ALL.iter().map(|kind| text(kind.as_str())).collect(),
        lottery: LotteryEntry { seed: text(&event.secret), ..Default::default() },
        objective: Some(Objective::GreedyGenerous),
        ..Default::default()
    };
    for company in event.companies.iter().map(|at| &crowd.companies[*at]) {
        let mut groups = BTreeSet::new();
        let mut group = |id: String, parent: Option<String>, quota: Option<u64>| {
            if groups.insert(id.clone()) {
                let parent = parent.map(text);
                file.groups.push(GroupEntry {
                    id: text(id),
                    parent,
                    upper_quota: quota,
                    ..Default::default()
                });
            }
        };
        let top = company.id.to_string();
        group(top.clone(), None, None);
        for place in &company.places {
            let mut above = top.clone();
            if let Some((mentor, _)) = place.mentor {
                above = format!("{top}/{mentor}");
                group(above.clone(), Some(top.clone()), Some(4));
            }
            let kind = format!("{above}/{}", place.kind);
            group(kind.clone(), Some(above), Some(4));
            file.posts.push(PostEntry {
                id: text(place.id),
                parent: Some(text(kind)),
                kind: Some(text(place.kind)),
                capacity: u64::from(place.number.unsigned_abs()),
                x: Some(json!({
                    "talk_first": false,
                    "mentor": place.mentor.map(|(id, _)| id),
                })),
                ..Default::default()
            });
        }
    }
    for one in ranked {
        let person = &crowd.people[one.person];
        let class = |class: &Vec<usize>| match class.as_slice() {
            [one] => Class::One(text(crowd.companies[*one].id)),
            tied => Class::Tie(tied.iter().map(|one| text(crowd.companies[*one].id)).collect()),
        };
        file.applicants.push(ApplicantEntry {
            id: text(person.id),
            kinds: Some(vec![text(person.purpose)]),
            preferences: one.classes.iter().map(class).collect(),
            ..Default::default()
        });
        for place in one.classes.iter().flatten().flat_map(|at| &crowd.companies[*at].places) {
            let lacks = place.requires.filter(|id| !person.fulfils.contains(id));
            let (true, Some(lacks)) = (place.kind == person.purpose, lacks) else { continue };
            let code = crowd.requirements.iter().find(|(id, _)| *id == lacks);
            file.forbidden.push(ForbiddenEntry {
                applicant: text(person.id),
                at: text(place.id),
                x: Some(json!({ "why": "requirement", "missing": [code.map(|(_, code)| code)] })),
            });
        }
    }
    file
}

fn text(id: impl ToString) -> Id<'static> {
    Id::from(id.to_string())
}

struct Got<'a> {
    post: &'a str,
    rank: Option<u32>,
}

struct Told {
    placed: Vec<Placed>,
    outcomes: Vec<match_outcome::Model>,
    reasons: BTreeMap<String, Value>,
}

fn tell(
    crowd: &mut Crowd,
    event: &Event,
    run: MatchingRunId,
    ranked: &[&Ranked],
    got: &BTreeMap<&str, Got<'_>>,
    draws: &BTreeMap<YoungPersonId, Vec<Drawn>>,
    told: &mut Told,
) {
    let places = event.companies.iter().flat_map(|at| {
        let places = &crowd.companies[*at].places;
        places.iter().map(|place| (place.id.to_string(), (*at, *place)))
    });
    let places: BTreeMap<String, (usize, Place)> = places.collect();
    let published = crowd.at(event.day + 2, 9, 0);
    let rung = (!calls::may_be_open(event)).then(|| crowd.at(event.day + 3, 13, 0));
    for one in ranked {
        let person = &crowd.people[one.person];
        let got = got.get(person.id.to_string().as_str());
        let place = got.and_then(|got| places.get(got.post).copied());
        let rank = got.and_then(|got| got.rank);
        let above = rank.map_or(one.classes.len(), |rank| rank as usize - 1);
        let facts = Facts {
            list: List::Ranked,
            position: rank,
            tied: rank.is_some_and(|rank| one.classes[rank as usize - 1].len() > 1),
            missed: one.classes[..above].iter().flatten().map(|_| Stood::Full).collect(),
            ..Facts::default()
        };
        let reason = json!(facts.reason());
        told.outcomes.push(match_outcome::Model {
            id: crowd.ids.next(),
            event_id: event.id,
            run_id: run,
            young_person_id: person.id,
            place_id: place.map(|(_, place)| place.id),
            rank: rank.and_then(|rank| i32::try_from(rank).ok()),
            reason: reason.to_string(),
            drawn: draws.get(&person.id).and_then(|drawn| serde_json::to_string(drawn).ok()),
            told_at: place.map_or(rung, |_| Some(published)),
            told_by: None,
            created_at: published,
        });
        told.reasons.insert(person.id.to_string(), reason);
        told.placed.extend(place.map(|(company, place)| Placed {
            person: one.person,
            company,
            place,
            run,
        }));
    }
}
