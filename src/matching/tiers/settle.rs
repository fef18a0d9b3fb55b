//! Labels that satisfy every open residual arc, or an improving cycle.

use super::{Tiers, Via, Way};
use crate::matching::control::{Cancelled, Control};
use crate::matching::instance::NONE;

impl Tiers<'_> {
    pub(super) fn settle(
        &mut self,
        value: &impl Fn(u32, u32) -> i64,
        control: &Control,
    ) -> Result<(), Cancelled> {
        let nodes = self.label.len();
        let mut hint = std::mem::take(&mut self.hint);
        hint.next(&mut self.label);
        self.hint = hint;
        self.restart(0..nodes as u32);
        let mut relaxed = 0;
        while let Some(node) = self.queue.pop_front() {
            self.queued[node as usize] = false;
            relaxed += self.scan(node, value);
            if relaxed > nodes {
                control.check()?;
                relaxed = 0;
                self.improve();
            }
        }
        Ok(())
    }

    pub(super) fn restart(&mut self, nodes: impl Iterator<Item = u32>) {
        self.from.fill(NONE);
        for node in nodes {
            if !std::mem::replace(&mut self.queued[node as usize], true) {
                self.queue.push_back(node);
            }
        }
    }

    /// Relaxes every open residual arc out of `node`; says how many labels fell.
    pub(super) fn scan(&mut self, node: u32, value: &impl Fn(u32, u32) -> i64) -> usize {
        let mut fell = 0;
        let label = self.label[node as usize];
        let outside = self.network.outside();
        if node != outside && self.passable[node as usize] {
            let index = node as usize;
            if self.network.load[index] < self.network.room[index] {
                fell += self.relax(node, Via::Up, self.network.up(node), label);
            }
        }
        for at in self.first_child[node as usize]..self.first_child[node as usize + 1] {
            let child = self.children[at as usize];
            if self.passable[child as usize] && self.network.load[child as usize] > 0 {
                fell += self.relax(node, Via::Down, child, label);
            }
        }
        let mut applicant = self.network.first[node as usize];
        while applicant != NONE {
            let own = label + self.worth_held(applicant, value);
            let start = self.network.instance.first_edge[applicant as usize];
            for slot in start..self.open_end[applicant as usize] {
                let Way { edge, post, rank } = self.open[slot as usize];
                let beyond = own - value(edge, rank);
                fell += self.relax(node, Via::Move { applicant, edge }, post, beyond);
            }
            if self.may_leave[applicant as usize] {
                fell += self.relax(node, Via::Move { applicant, edge: NONE }, outside, own);
            }
            applicant = self.network.next_unit(applicant);
        }
        fell
    }

    pub(super) fn relax(&mut self, from: u32, via: Via, to: u32, label: i64) -> usize {
        let index = to as usize;
        if label >= self.label[index] {
            return 0;
        }
        self.label[index] = label;
        self.from[index] = from;
        self.via[index] = via;
        if !std::mem::replace(&mut self.queued[index], true) {
            self.queue.push_back(to);
        }
        1
    }

    /// Applies an improving cycle of the labels' origins, if they have one.
    fn improve(&mut self) {
        let nodes = self.from.len();
        let mut walk = vec![NONE; nodes];
        for start in 0..nodes as u32 {
            let mut node = start;
            while node != NONE && walk[node as usize] == NONE {
                walk[node as usize] = start;
                node = self.from[node as usize];
            }
            if node != NONE && walk[node as usize] == start {
                return self.turn(node);
            }
        }
    }

    /// Sends one unit round the cycle of origins through `node`.
    pub(super) fn turn(&mut self, node: u32) {
        let mut cycle = vec![node];
        let mut at = node;
        loop {
            let from = self.from[at as usize];
            match self.via[at as usize] {
                Via::Nothing => {}
                Via::Up => self.network.load[from as usize] += 1,
                Via::Down => self.network.load[at as usize] -= 1,
                Via::Move { applicant, edge } => self.network.redirect(applicant, edge),
            }
            if from == node {
                break;
            }
            cycle.push(from);
            at = from;
        }
        // Origins elsewhere may rest on what has just moved.
        self.restart(cycle.into_iter());
    }
}
