//! Groups and posts as a forest: every group's posts stand in one stretch.

use std::collections::HashMap;

use super::draft::Draft;
use super::ids::{LARGEST, id_is_usable, kind_numbers, number};
use super::instance::NONE;
use super::names::Names;
use super::refusal::Refusal;

pub(super) struct Forest {
    pub names: Names,
    pub parent: Vec<u32>,
    pub quota: Vec<Option<u32>>,
    pub kind: Vec<u32>,
    pub top_down: Vec<u32>,
    /// The posts, each group's in one stretch, and the stretch of every node.
    leaves: Vec<u32>,
    stretch: Vec<(u32, u32)>,
}

impl Forest {
    pub fn read(draft: &Draft<'_>) -> Result<Self, Refusal> {
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

    pub fn posts_below(&self, node: u32) -> &[u32] {
        let (start, end) = self.stretch[node as usize];
        &self.leaves[start as usize..end as usize]
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
