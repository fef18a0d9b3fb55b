//! From a [`Draft`] to an [`Instance`]: ids become numbers, and everything that cannot hold is refused.

use std::collections::HashMap;

use super::draft::{Draft, RankBasis};
use super::forest::Forest;
use super::ids::LARGEST;
use super::instance::{Bar, BarredEntry, Edge, Instance, NONE};
use super::names::Names;
use super::people::People;
use super::refusal::Refusal;

const MOST_CLASSES: u32 = 65_535;

pub(super) fn instance(draft: &Draft<'_>) -> Result<Instance, Refusal> {
    let forest = Forest::read(draft)?;
    let people = People::read(draft)?;
    let applicants = people.names.index();
    let nodes = forest.names.index();

    let forbidden = forbidden(draft, &applicants, &nodes)?;
    let priorities = priorities(draft, &forest, &applicants)?;
    let n = draft.applicants.len();
    let mut instance = Instance {
        id: draft.id.to_owned(),
        seed: draft.seed.to_owned(),
        method: draft.lottery_method,
        objective: draft.objective,
        groups: draft.groups.len() as u32,
        room: forest.quota.iter().map(|quota| quota.unwrap_or(u32::MAX).min(n as u32)).collect(),
        pin: vec![NONE; n],
        pin_rank: vec![0; n],
        first_edge: Vec::with_capacity(n + 1),
        edges: Vec::new(),
        max_rank: 0,
        priorities,
        barred: Vec::new(),
        forbidden,
        kind: forest.kind.clone(),
        eligible: people.eligible.clone(),
        waited: if people.waited.iter().any(|&waited| waited > 0) {
            people.waited.clone()
        } else {
            Vec::new()
        },
        top_down: forest.top_down.clone(),
        parent: forest.parent.clone(),
        quota: forest.quota.clone(),
        applicants: Names::default(),
        nodes: Names::default(),
    };
    pin(draft, &mut instance, &applicants, &nodes)?;
    rank(draft, &mut instance, &forest, &nodes)?;
    drop((applicants, nodes));
    instance.applicants = people.names;
    instance.nodes = forest.names;
    Ok(instance)
}

type Index<'a> = HashMap<&'a str, u32>;

fn forbidden(
    draft: &Draft<'_>,
    applicants: &Index<'_>,
    nodes: &Index<'_>,
) -> Result<Vec<(u32, u32)>, Refusal> {
    let mut pairs = Vec::with_capacity(draft.forbidden.len());
    for (index, &(applicant, at)) in draft.forbidden.iter().enumerate() {
        let &who = applicants.get(applicant).ok_or_else(|| Refusal::UnknownForbiddenApplicant {
            index,
            applicant: applicant.to_owned(),
        })?;
        let &node = nodes
            .get(at)
            .ok_or_else(|| Refusal::UnknownForbiddenPlace { index, at: at.to_owned() })?;
        pairs.push((who, node));
    }
    pairs.sort_unstable();
    pairs.dedup();
    Ok(pairs)
}

type Priorities = HashMap<u32, HashMap<u32, u32>>;

fn priorities(
    draft: &Draft<'_>,
    forest: &Forest,
    applicants: &Index<'_>,
) -> Result<Priorities, Refusal> {
    let mut all = HashMap::new();
    let groups = draft.groups.iter().map(|group| (group.id, &group.priorities));
    let posts = draft.posts.iter().map(|post| (post.id, &post.priorities));
    for ((id, classes), node) in groups.chain(posts).zip(0u32..) {
        let Some(classes) = classes else { continue };
        if forest.parent[node as usize] != NONE {
            return Err(Refusal::InnerPriorities { id: id.to_owned() });
        }
        let mut place = HashMap::new();
        for (class, number) in classes.iter().zip(0..) {
            for &applicant in class {
                let &who = applicants.get(applicant).ok_or_else(|| Refusal::UnknownPriority {
                    id: id.to_owned(),
                    applicant: applicant.to_owned(),
                })?;
                place.entry(who).or_insert(number);
            }
        }
        all.insert(node, place);
    }
    Ok(all)
}

fn pin(
    draft: &Draft<'_>,
    instance: &mut Instance,
    applicants: &Index<'_>,
    nodes: &Index<'_>,
) -> Result<(), Refusal> {
    let mut load = vec![0u64; instance.parent.len()];
    for (index, &(applicant, post)) in draft.pins.iter().enumerate() {
        let &who = applicants.get(applicant).ok_or_else(|| Refusal::UnknownPinApplicant {
            index,
            applicant: applicant.to_owned(),
        })?;
        let &node = nodes
            .get(post)
            .filter(|&&node| node >= instance.groups)
            .ok_or_else(|| Refusal::UnknownPinPost { index, post: post.to_owned() })?;
        if instance.pin[who as usize] != NONE {
            return Err(Refusal::PinnedTwice { applicant: applicant.to_owned() });
        }
        let (applicant, post) = (applicant.to_owned(), post.to_owned());
        match instance.bar(who as usize, node as usize) {
            Some(Bar::Forbidden) => return Err(Refusal::PinForbidden { applicant, post }),
            Some(Bar::Kind) => return Err(Refusal::PinKind { applicant, post }),
            None => instance.pin[who as usize] = node,
        }
        let mut at = node;
        while at != NONE {
            load[at as usize] += 1;
            at = instance.parent[at as usize];
        }
    }
    for (node, &pinned) in load.iter().enumerate() {
        if let Some(quota) = instance.quota[node]
            && pinned > u64::from(quota)
        {
            let id = if node < draft.groups.len() {
                draft.groups[node].id
            } else {
                draft.posts[node - draft.groups.len()].id
            };
            return Err(Refusal::PinsOverQuota {
                id: id.to_owned(),
                pinned,
                quota: u64::from(quota),
            });
        }
        // Unlimited groups were capped at the number of applicants, so this cannot go below zero.
        let left = instance.quota[node]
            .map_or(draft.applicants.len() as u64, |quota| u64::from(quota) - pinned);
        instance.room[node] = left.min(draft.applicants.len() as u64) as u32;
    }
    Ok(())
}

/// Fills in the admissible pairs; the rank of a pair is the number of the first class that reaches the post.
fn rank(
    draft: &Draft<'_>,
    instance: &mut Instance,
    forest: &Forest,
    nodes: &Index<'_>,
) -> Result<(), Refusal> {
    let mut last_seen = vec![NONE; instance.parent.len()];
    for (who, applicant) in draft.applicants.iter().enumerate() {
        let first = instance.edges.len();
        instance.first_edge.push(first as u32);
        let (mut dense, mut dense_class) = (0, 0);
        for &(class, name) in &applicant.preferences {
            if class > MOST_CLASSES {
                return Err(Refusal::TooMany {
                    what: "classes in one list",
                    limit: u64::from(MOST_CLASSES),
                });
            }
            let &node = nodes.get(name).ok_or_else(|| Refusal::UnknownRanked {
                applicant: applicant.id.to_owned(),
                class,
                id: name.to_owned(),
            })?;
            let (mut reaches, mut barred) = (false, None);
            for &post in forest.posts_below(node) {
                match instance.bar(who, post as usize) {
                    // A forbidden pair is somebody's decision, so it is named before the ordinary rule of kinds.
                    Some(bar) if barred != Some(Bar::Forbidden) => barred = Some(bar),
                    Some(_) => {}
                    None => {
                        reaches = true;
                        if last_seen[post as usize] == who as u32 {
                            continue;
                        }
                        last_seen[post as usize] = who as u32;
                        if dense_class != class {
                            (dense, dense_class) = (dense + 1, class);
                        }
                        let rank =
                            if draft.rank_basis == RankBasis::Stated { class } else { dense };
                        instance.edges.push(Edge { post, rank });
                    }
                }
            }
            if let (false, Some(bar)) = (reaches, barred) {
                instance.barred.push(BarredEntry {
                    applicant: who as u32,
                    node,
                    stated_rank: class,
                    bar,
                });
            }
        }
        if instance.edges.len() as u64 > LARGEST {
            return Err(Refusal::TooMany { what: "admissible pairs", limit: LARGEST });
        }
        let own = &mut instance.edges[first..];
        let top = own.iter().map(|edge| edge.rank).max().unwrap_or(0);
        instance.max_rank = instance.max_rank.max(top);
        if instance.pin[who] == NONE {
            own.sort_unstable_by_key(|edge| (edge.rank, edge.post));
        } else {
            let pinned = own.iter().find(|edge| edge.post == instance.pin[who]);
            instance.pin_rank[who] = pinned.map_or(0, |edge| edge.rank);
            instance.edges.truncate(first);
        }
    }
    instance.first_edge.push(instance.edges.len() as u32);
    Ok(())
}
