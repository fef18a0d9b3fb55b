//! Which open arcs can change at all: those inside one strongly connected part of the residual network.
//!
//! *What.* Units can only move along cycles of open residual arcs, and no cycle leaves a strongly connected
//! part. So an arc between two parts keeps its flow in every optimum; it is cut before the next tier, which
//! then has far less to look at. (The even, odd and unreachable labels of Irving et al. 2006 are this test
//! where every post has one place.)
//! *Prices.* A cut arc costs nothing in its own tier, so the certificate asks that it cost no less than
//! nothing in the next. The next tier does not see it and may price it the wrong way round: [`Tiers::level`]
//! then shifts whole parts, one after another, until every cut arc costs at least one. Inside a part nothing
//! changes, and since the arc now costs something, no later tier has to ask again.
//! *Source.* Tarjan 1972. *Cost.* One pass over the open arcs.

use super::Tiers;
use super::parts::parts;
use crate::matching::instance::NONE;

/// From here on looking for parts saves more than it costs. Tests are small, and shall meet both.
const CROWD: usize = if cfg!(test) { 4 } else { 2_000 };

/// What was cut before the tier in hand.
#[derive(Clone, Default)]
pub(super) struct Cuts {
    /// Every arc between two parts leads from the larger number to the smaller one.
    part: Vec<u32>,
    arcs: Vec<Cut>,
    /// Each applicant's cut edges follow the open ones up to here.
    end: Vec<u32>,
}

#[derive(Clone, Copy)]
struct Cut {
    from: u32,
    arc: Arc,
}

#[derive(Clone, Copy)]
enum Arc {
    Edges { applicant: u32 },
    Leaving { applicant: u32 },
    Up { node: u32 },
    Down { node: u32 },
}

impl Cuts {
    /// Where the applicant's cut edges end, if anything was cut.
    pub fn end(&self, applicant: usize) -> Option<u32> {
        self.end.get(applicant).copied()
    }
}

impl Tiers<'_> {
    /// Cuts what no optimum of the tiers so far can change. Wants [`Self::settle`] to have run.
    pub fn condense(&mut self) {
        self.cuts.arcs.clear();
        if self.network.held.len() < CROWD {
            return;
        }
        self.cuts.part = parts(self);
        self.cuts.end.clone_from(&self.open_end);
        let outside = self.network.outside();
        let mut free = std::mem::take(&mut self.free);
        for &applicant in &free {
            let from = self.cuts.part[self.network.target(applicant) as usize];
            let index = applicant as usize;
            let mut slot = self.network.instance.first_edge[index];
            while slot < self.open_end[index] {
                if self.cuts.part[self.open[slot as usize].post as usize] == from {
                    slot += 1;
                } else {
                    self.open_end[index] -= 1;
                    self.open.swap(slot as usize, self.open_end[index] as usize);
                }
            }
            if self.open_end[index] < self.cuts.end[index] {
                self.cuts.arcs.push(Cut { from, arc: Arc::Edges { applicant } });
            }
            if self.may_leave[index] && self.cuts.part[outside as usize] != from {
                self.may_leave[index] = false;
                self.cuts.arcs.push(Cut { from, arc: Arc::Leaving { applicant } });
            }
        }
        free.retain(|&applicant| self.has_choice(applicant));
        self.free = free;
        for node in 0..outside {
            let (index, up) = (node as usize, self.network.up(node) as usize);
            let (own, above) = (self.cuts.part[index], self.cuts.part[up]);
            if own == above || !self.passable[index] {
                continue;
            }
            self.passable[index] = false;
            if self.network.load[index] < self.network.room[index] {
                self.cuts.arcs.push(Cut { from: own, arc: Arc::Up { node } });
            } else if self.network.load[index] > 0 {
                self.cuts.arcs.push(Cut { from: above, arc: Arc::Down { node } });
            }
        }
        self.cuts.arcs.sort_unstable_by_key(|cut| std::cmp::Reverse(cut.from));
        self.network.line_up(&self.free);
    }

    /// Shifts the labels of whole parts so that every cut arc costs at least one.
    pub(super) fn level(&mut self, value: &impl Fn(u32, u32) -> i64) {
        let arcs = std::mem::take(&mut self.cuts.arcs);
        if arcs.is_empty() {
            return;
        }
        let outside = self.network.outside();
        let mut shift = vec![0i64; self.label.len()];
        // An arc leads to a part with a smaller number, so a part's shift is known before its own arcs are seen.
        for &Cut { from, arc } in &arcs {
            let base = shift[from as usize] - 1;
            let mut lower = |to: u32, cost: i64| {
                let shift = &mut shift[self.cuts.part[to as usize] as usize];
                *shift = (*shift).min(base + cost - self.label[to as usize]);
            };
            match arc {
                Arc::Edges { applicant } => {
                    let own = self.standing(applicant, value);
                    let cut = self.open_end[applicant as usize]..self.cuts.end[applicant as usize];
                    for slot in cut {
                        let way = self.open[slot as usize];
                        lower(way.post, own - value(way.edge, way.rank));
                    }
                }
                Arc::Leaving { applicant } => lower(outside, self.standing(applicant, value)),
                Arc::Up { node } => lower(self.network.up(node), self.label[node as usize]),
                Arc::Down { node } => lower(node, self.label[self.network.up(node) as usize]),
            }
        }
        for (label, &part) in self.label.iter_mut().zip(&self.cuts.part) {
            *label += shift[part as usize];
        }
    }

    /// An applicant's own label: where they stand, with what that is worth to them.
    pub(super) fn standing(&self, applicant: u32, value: &impl Fn(u32, u32) -> i64) -> i64 {
        self.label[self.network.target(applicant) as usize] + self.worth_held(applicant, value)
    }

    fn has_choice(&self, applicant: u32) -> bool {
        let leaving =
            self.may_leave[applicant as usize] || self.network.held[applicant as usize] == NONE;
        self.open_ways(applicant).len() + usize::from(leaving) > 1
    }
}
