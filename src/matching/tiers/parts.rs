//! The strongly connected parts of the open residual network (Tarjan 1972).

use super::Tiers;
use crate::matching::instance::NONE;

/// How far the search is at one node: the way upwards, those down, and those of the units there.
struct Frame {
    node: u32,
    upwards: bool,
    child: u32,
    applicant: u32,
    slot: u32,
}

struct Search<'t, 'a> {
    tiers: &'t Tiers<'a>,
    /// When each node was found, from 1 on, and the earliest unfinished node it is known to reach.
    found: Vec<u32>,
    low: Vec<u32>,
    part: Vec<u32>,
    unfinished: Vec<u32>,
    frames: Vec<Frame>,
    count: u32,
    parts: u32,
}

/// The part of each node. An arc from one part to another leads from the larger number to the smaller one.
pub(super) fn parts(tiers: &Tiers<'_>) -> Vec<u32> {
    let nodes = tiers.label.len();
    let mut search = Search {
        tiers,
        found: vec![0; nodes],
        low: vec![0; nodes],
        part: vec![NONE; nodes],
        unfinished: Vec::new(),
        frames: Vec::new(),
        count: 0,
        parts: 0,
    };
    for node in 0..nodes as u32 {
        if search.found[node as usize] == 0 {
            search.enter(node);
            while let Some(mut frame) = search.frames.pop() {
                match search.advance(&mut frame) {
                    Some(next) => {
                        search.frames.push(frame);
                        search.enter(next);
                    }
                    None => search.leave(frame.node),
                }
            }
        }
    }
    search.part
}

impl Search<'_, '_> {
    fn enter(&mut self, node: u32) {
        self.count += 1;
        self.found[node as usize] = self.count;
        self.low[node as usize] = self.count;
        self.unfinished.push(node);
        let applicant = self.tiers.network.first[node as usize];
        self.frames.push(Frame {
            node,
            upwards: true,
            child: self.tiers.first_child[node as usize],
            applicant,
            slot: self.first_slot(applicant),
        });
    }

    fn first_slot(&self, applicant: u32) -> u32 {
        let first = &self.tiers.network.instance.first_edge;
        if applicant == NONE { 0 } else { first[applicant as usize] }
    }

    /// Looks at the node's arcs up to the first one to a node not found yet.
    fn advance(&mut self, frame: &mut Frame) -> Option<u32> {
        let tiers = self.tiers;
        let Frame { node, .. } = *frame;
        if std::mem::take(&mut frame.upwards)
            && let Some(up) = tiers.upwards(node)
            && self.is_new(node, up)
        {
            return Some(up);
        }
        while frame.child < tiers.first_child[node as usize + 1] {
            let child = tiers.children[frame.child as usize];
            frame.child += 1;
            let open = tiers.passable[child as usize] && tiers.network.load[child as usize] > 0;
            if open && self.is_new(node, child) {
                return Some(child);
            }
        }
        while frame.applicant != NONE {
            let applicant = frame.applicant as usize;
            while frame.slot < tiers.open_end[applicant] {
                let post = tiers.open[frame.slot as usize].post;
                frame.slot += 1;
                if self.is_new(node, post) {
                    return Some(post);
                }
            }
            frame.applicant = tiers.network.next_unit(frame.applicant);
            frame.slot = self.first_slot(frame.applicant);
            let outside = tiers.network.outside();
            if tiers.may_leave[applicant] && self.is_new(node, outside) {
                return Some(outside);
            }
        }
        None
    }

    fn is_new(&mut self, node: u32, next: u32) -> bool {
        let found = self.found[next as usize];
        if found != 0 && self.part[next as usize] == NONE {
            let low = &mut self.low[node as usize];
            *low = (*low).min(found);
        }
        found == 0
    }

    fn leave(&mut self, node: u32) {
        let low = self.low[node as usize];
        if low == self.found[node as usize] {
            while let Some(member) = self.unfinished.pop() {
                self.part[member as usize] = self.parts;
                if member == node {
                    break;
                }
            }
            self.parts += 1;
        }
        if let Some(below) = self.frames.last() {
            let below = &mut self.low[below.node as usize];
            *below = (*below).min(low);
        }
    }
}
