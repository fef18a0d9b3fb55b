//! Applicant-proposing deferred acceptance with nested quotas.
//!
//! *Guarantee.* The result has no blocking pair under the priorities with ties broken by the lottery, and
//! no applicant prefers any other such result; nobody can gain by a false list. Without priorities it is
//! random serial dictatorship by the published lottery. *Source.* Gale and Shapley 1962; nested quotas keep
//! the guarantee and are the last case that does (Kamada and Kojima 2018): whoever is worst in the smallest
//! full group on the newcomer's way has to go. *Cost.* Every pair is proposed once:
//! O(pairs x depth x log).

use std::borrow::Cow;
use std::collections::BinaryHeap;

use super::control::{Cancelled, Control};
use super::instance::{Edge, Instance, NONE};
use super::lottery;

/// Everybody's place in the draw, and their lists in the order they are gone through.
pub(super) struct Turns {
    order: Vec<u32>,
    drawn: Vec<u32>,
    edges: Vec<Edge>,
    /// Whether all equals are in the order of the draw; if not, they are drawn when somebody comes to them.
    all_drawn: bool,
}

impl Turns {
    pub fn of(instance: &Instance) -> Self {
        let n = instance.applicant_count();
        let mut order: Vec<u32> = (0..n as u32).collect();
        order.sort_by_cached_key(|&applicant| {
            lottery::order(&instance.seed, instance.applicant_id(applicant as usize))
        });
        let mut drawn = vec![0; n];
        order.iter().zip(0..).for_each(|(&applicant, place)| drawn[applicant as usize] = place);
        Self { order, drawn, edges: instance.edges.clone(), all_drawn: false }
    }

    /// For many runs: what each would draw anew is drawn once.
    pub fn all_drawn(instance: &Instance) -> Self {
        let mut turns = Self::of(instance);
        for applicant in 0..instance.applicant_count() {
            let own = &mut turns.edges[instance.edge_range(applicant)];
            for equals in own.chunk_by_mut(|one, other| one.rank == other.rank) {
                draw_among(equals, instance, applicant);
            }
        }
        turns.all_drawn = true;
        turns
    }
}

fn draw_among(equals: &mut [Edge], instance: &Instance, applicant: usize) {
    if equals.len() > 1 {
        let (seed, own) = (&instance.seed, instance.applicant_id(applicant));
        equals.sort_by_cached_key(|edge| {
            lottery::ties(seed, own, instance.node_id(edge.post as usize))
        });
    }
}

/// The post of each applicant who is not pinned, with `room` at each node.
pub(super) fn deferred_acceptance(
    instance: &Instance,
    room: &[u32],
    turns: &Turns,
    control: &Control,
) -> Result<Vec<Option<u32>>, Cancelled> {
    let mut market = Market::new(instance, room, turns);
    let free = |&&applicant: &&u32| instance.pin[applicant as usize] == NONE;
    for &applicant in turns.order.iter().filter(free) {
        let mut proposer = Some(applicant);
        while let Some(applicant) = proposer {
            proposer = market.propose(applicant);
        }
        control.check()?;
    }
    Ok(market.post.iter().map(|&post| (post != NONE).then_some(post)).collect())
}

/// What a node holds, worst first: class of priority, place in the draw, applicant, post.
type Held = BinaryHeap<(u32, u32, u32, u32)>;

struct Market<'a> {
    instance: &'a Instance,
    turns: &'a Turns,
    root: Vec<u32>,
    room: Vec<u32>,
    held: Vec<Held>,
    post: Vec<u32>,
    next: Vec<u32>,
    edges: Cow<'a, [Edge]>,
}

impl<'a> Market<'a> {
    fn new(instance: &'a Instance, room: &[u32], turns: &'a Turns) -> Self {
        let mut root: Vec<u32> = (0..instance.node_count() as u32).collect();
        for &node in &instance.top_down {
            let parent = instance.parent[node as usize];
            if parent != NONE {
                root[node as usize] = root[parent as usize];
            }
        }
        Self {
            instance,
            turns,
            root,
            room: room.to_vec(),
            held: vec![Held::new(); instance.node_count()],
            post: vec![NONE; instance.applicant_count()],
            next: instance.first_edge.clone(),
            edges: turns.edges.as_slice().into(),
        }
    }

    /// Proposes down the list until somebody takes the applicant; says who lost their place to them.
    fn propose(&mut self, applicant: u32) -> Option<u32> {
        while let Some(post) = self.next_post(applicant) {
            let class = self.instance.priorities.get(&self.root[post as usize]);
            let class = class.and_then(|table| table.get(&applicant)).copied().unwrap_or(u32::MAX);
            let key = (class, self.turns.drawn[applicant as usize], applicant, post);
            let full = self.instance.path(post as usize).find(|&node| self.room[node] == 0);
            let Some(full) = full else {
                self.take(key);
                return None;
            };
            match self.worst(full) {
                Some(worst) if worst > key => {
                    self.let_go(worst.2);
                    self.take(key);
                    return Some(worst.2);
                }
                _ => {}
            }
        }
        None
    }

    fn next_post(&mut self, applicant: u32) -> Option<u32> {
        let range = self.instance.edge_range(applicant as usize);
        let at = self.next[applicant as usize] as usize;
        if at == range.end {
            return None;
        }
        let rank = self.edges[at].rank;
        if !self.turns.all_drawn && (at == range.start || self.edges[at - 1].rank != rank) {
            let length = self.edges[at..range.end].partition_point(|edge| edge.rank == rank);
            if length > 1 {
                let equals = &mut self.edges.to_mut()[at..at + length];
                draw_among(equals, self.instance, applicant as usize);
            }
        }
        self.next[applicant as usize] += 1;
        Some(self.edges[at].post)
    }

    /// The worst applicant still held somewhere below `node`.
    fn worst(&mut self, node: usize) -> Option<(u32, u32, u32, u32)> {
        while let Some(&worst) = self.held[node].peek() {
            if self.post[worst.2 as usize] == worst.3 {
                return Some(worst);
            }
            self.held[node].pop();
        }
        None
    }

    fn take(&mut self, key: (u32, u32, u32, u32)) {
        self.post[key.2 as usize] = key.3;
        for node in self.instance.path(key.3 as usize) {
            self.room[node] -= 1;
            self.held[node].push(key);
        }
    }

    fn let_go(&mut self, applicant: u32) {
        let post = std::mem::replace(&mut self.post[applicant as usize], NONE);
        for node in self.instance.path(post as usize) {
            self.room[node] += 1;
        }
    }
}
