//! Moves on the optimal face, for the serial lottery.

use super::{Tiers, Via};
use crate::matching::instance::NONE;

impl Tiers<'_> {
    /// Closes those of the applicant's edges that do not pass, and the way outside.
    pub fn keep_only(&mut self, applicant: u32, pass: impl Fn(u32) -> bool) {
        let mut slot = self.network.instance.first_edge[applicant as usize] as usize;
        let end = &mut self.open_end[applicant as usize];
        while slot < *end as usize {
            if pass(self.open[slot].edge) {
                slot += 1;
            } else {
                *end -= 1;
                self.open.swap(slot, *end as usize);
            }
        }
        if self.network.held[applicant as usize] != NONE {
            self.may_leave[applicant as usize] = false;
        }
    }

    /// Gives the applicant one of `edges` if others can make way along open arcs; says whether they could.
    pub fn reroute(&mut self, applicant: u32, edges: &[u32]) -> bool {
        let goal = self.network.target(applicant);
        // The search reuses the labels: 0 until reached, and falling once only.
        self.label.fill(0);
        self.restart(0..0);
        for &edge in edges {
            let post = self.network.edge(edge).post;
            self.relax(goal, Via::Move { applicant, edge }, post, -1);
        }
        while let Some(node) = self.queue.pop_front() {
            self.queued[node as usize] = false;
            if node == goal {
                self.queue.drain(..).for_each(|node| self.queued[node as usize] = false);
                self.turn(goal);
                self.queue.drain(..).for_each(|node| self.queued[node as usize] = false);
                return true;
            }
            self.scan(node, &|_, _| 0);
        }
        false
    }
}
