//! From a [`Draft`] to an [`Instance`]: ids become numbers, and everything that cannot hold is refused.

use std::collections::HashMap;

use super::draft::{Draft, RankBasis};
use super::instance::{Bar, BarredEntry, Edge, Instance, NONE};
use super::names::Names;
use super::refusal::Refusal;

/// Keeps every sum of quotas, ranks and weights far inside 64 bits.
const LARGEST: u64 = 1_000_000_000;
/// Keeps the sum of `waited x rank` over everybody inside 64 bits.
const LARGEST_WAITED: u64 = 1_000_000;
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

fn id_is_usable(list: &'static str, index: usize, id: &str) -> Result<(), Refusal> {
    if id.is_empty() {
        return Err(Refusal::EmptyId { list, index });
    }
    if id.chars().any(char::is_control) {
        return Err(Refusal::ControlCharacter { list, id: id.to_owned() });
    }
    Ok(())
}

fn kind_numbers<'a>(draft: &Draft<'a>) -> Result<HashMap<&'a str, u32>, Refusal> {
    let mut kinds = HashMap::new();
    for (&kind, number) in draft.kinds.iter().zip(0..) {
        if kinds.insert(kind, number).is_some() {
            return Err(Refusal::DoubleKind { kind: kind.to_owned() });
        }
    }
    if !draft.kinds.is_empty() {
        return Ok(kinds);
    }
    // Without a list of kinds any name will do, so that a small file need not declare them.
    let of_posts = draft.posts.iter().filter_map(|post| post.kind);
    let of_applicants = draft
        .applicants
        .iter()
        .filter_map(|applicant| applicant.kinds.as_deref())
        .flatten()
        .copied();
    for kind in of_posts.chain(of_applicants) {
        let next = kinds.len() as u32;
        kinds.entry(kind).or_insert(next);
    }
    Ok(kinds)
}

struct Forest {
    names: Names,
    parent: Vec<u32>,
    quota: Vec<Option<u32>>,
    kind: Vec<u32>,
    top_down: Vec<u32>,
    /// The posts, each group's in one stretch, and the stretch of every node.
    leaves: Vec<u32>,
    stretch: Vec<(u32, u32)>,
}

impl Forest {
    fn read(draft: &Draft<'_>) -> Result<Self, Refusal> {
        let count = draft.groups.len() + draft.posts.len();
        if count as u64 >= LARGEST {
            return Err(Refusal::TooMany { what: "groups and posts", limit: LARGEST });
        }
        let kinds = kind_numbers(draft)?;
        let mut names = Names::default();
        let mut quota = Vec::with_capacity(count);
        let mut kind = vec![NONE; count];
        let too_many = Refusal::TooMany { what: "bytes of ids", limit: u64::from(u32::MAX) };
        for (index, group) in draft.groups.iter().enumerate() {
            id_is_usable("groups", index, group.id)?;
            quota.push(match group.upper_quota {
                Some(value) => Some(number("group", group.id, "upper_quota", value, LARGEST)?),
                None => None,
            });
            names.push(group.id).then_some(()).ok_or_else(|| too_many.clone())?;
        }
        for (index, post) in draft.posts.iter().enumerate() {
            id_is_usable("posts", index, post.id)?;
            quota.push(Some(number("post", post.id, "capacity", post.capacity, LARGEST)?));
            names.push(post.id).then_some(()).ok_or_else(|| too_many.clone())?;
            if let Some(name) = post.kind {
                kind[draft.groups.len() + index] =
                    *kinds.get(name).ok_or_else(|| Refusal::UnknownKind {
                        list: "post",
                        id: post.id.to_owned(),
                        kind: name.to_owned(),
                    })?;
            }
        }
        let parent = parents(draft, &names)?;
        let (top_down, leaves, stretch) = walk(&parent, draft.groups.len(), &names)?;
        Ok(Self { names, parent, quota, kind, top_down, leaves, stretch })
    }

    fn posts_below(&self, node: u32) -> &[u32] {
        let (start, end) = self.stretch[node as usize];
        &self.leaves[start as usize..end as usize]
    }
}

fn number(
    list: &'static str,
    id: &str,
    field: &'static str,
    value: u64,
    limit: u64,
) -> Result<u32, Refusal> {
    match u32::try_from(value) {
        Ok(small) if value <= limit => Ok(small),
        _ => Err(Refusal::TooLarge { list, id: id.to_owned(), field, value, limit }),
    }
}

fn parents(draft: &Draft<'_>, names: &Names) -> Result<Vec<u32>, Refusal> {
    let mut index: HashMap<&str, u32> = HashMap::with_capacity(names.len());
    for (id, node) in names.iter().zip(0..) {
        if index.insert(id, node).is_some() {
            return Err(Refusal::DoubleNode { id: id.to_owned() });
        }
    }
    let groups = draft.groups.iter().map(|group| (group.id, group.parent));
    let posts = draft.posts.iter().map(|post| (post.id, post.parent));
    groups
        .chain(posts)
        .map(|(id, parent)| match parent {
            None => Ok(NONE),
            Some(parent) => match index.get(parent) {
                None => {
                    Err(Refusal::UnknownParent { id: id.to_owned(), parent: parent.to_owned() })
                }
                Some(&node) if (node as usize) < draft.groups.len() => Ok(node),
                Some(_) => {
                    Err(Refusal::ParentIsPost { id: id.to_owned(), parent: parent.to_owned() })
                }
            },
        })
        .collect()
}

type Walk = (Vec<u32>, Vec<u32>, Vec<(u32, u32)>);

/// Parents before children, the posts so that each group's stand together, and where each stretch lies.
fn walk(parent: &[u32], groups: usize, names: &Names) -> Result<Walk, Refusal> {
    let count = parent.len();
    let mut first_child = vec![0u32; count + 2];
    let slot = |parent: u32| if parent == NONE { count } else { parent as usize };
    for &up in parent {
        first_child[slot(up) + 1] += 1;
    }
    for index in 0..=count {
        first_child[index + 1] += first_child[index];
    }
    let mut next = first_child.clone();
    let mut children = vec![0u32; count];
    for (node, &up) in parent.iter().enumerate() {
        let place = &mut next[slot(up)];
        children[*place as usize] = node as u32;
        *place += 1;
    }
    let children_of =
        |slot: usize| &children[first_child[slot] as usize..first_child[slot + 1] as usize];

    let mut top_down = Vec::with_capacity(count);
    let mut leaves = Vec::with_capacity(count - groups);
    let mut stretch = vec![(0, 0); count];
    let mut stack: Vec<u32> = children_of(count).iter().rev().copied().collect();
    while let Some(node) = stack.pop() {
        top_down.push(node);
        stretch[node as usize].0 = leaves.len() as u32;
        if node as usize >= groups {
            leaves.push(node);
        }
        stack.extend(children_of(node as usize).iter().rev());
    }
    if top_down.len() < count {
        let mut reached = vec![false; count];
        top_down.iter().for_each(|&node| reached[node as usize] = true);
        let lost = reached.iter().position(|&reached| !reached).unwrap_or_default();
        return Err(Refusal::Cycle { id: names.get(lost).to_owned() });
    }
    for &node in top_down.iter().rev() {
        let node = node as usize;
        let own = if node >= groups { stretch[node].0 + 1 } else { stretch[node].0 };
        let end =
            children_of(node).iter().map(|&child| stretch[child as usize].1).max().unwrap_or(own);
        stretch[node].1 = end.max(own);
    }
    Ok((top_down, leaves, stretch))
}

struct People {
    names: Names,
    eligible: Vec<Option<Vec<u32>>>,
    waited: Vec<u32>,
}

impl People {
    fn read(draft: &Draft<'_>) -> Result<Self, Refusal> {
        if draft.applicants.len() as u64 >= LARGEST {
            return Err(Refusal::TooMany { what: "applicants", limit: LARGEST });
        }
        let kinds = kind_numbers(draft)?;
        let mut people = Self { names: Names::default(), eligible: Vec::new(), waited: Vec::new() };
        for (index, applicant) in draft.applicants.iter().enumerate() {
            id_is_usable("applicants", index, applicant.id)?;
            if !people.names.push(applicant.id) {
                return Err(Refusal::TooMany { what: "bytes of ids", limit: u64::from(u32::MAX) });
            }
            let numbers = applicant.kinds.as_ref().map(|own| {
                own.iter()
                    .map(|&kind| {
                        kinds.get(kind).copied().ok_or_else(|| Refusal::UnknownKind {
                            list: "applicant",
                            id: applicant.id.to_owned(),
                            kind: kind.to_owned(),
                        })
                    })
                    .collect::<Result<Vec<u32>, Refusal>>()
            });
            people.eligible.push(numbers.transpose()?);
            people.waited.push(number(
                "applicant",
                applicant.id,
                "waited",
                applicant.waited,
                LARGEST_WAITED,
            )?);
        }
        let mut seen = HashMap::with_capacity(people.names.len());
        for id in people.names.iter() {
            if seen.insert(id, ()).is_some() {
                return Err(Refusal::DoubleApplicant { id: id.to_owned() });
            }
        }
        Ok(people)
    }
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
