//! A matching in progress: who holds which edge, and how many units pass each node on their way out.
//!
//! Every free applicant has one unit. It goes to a post and up through its groups, or straight to
//! `OUTSIDE`, which stands for "no place" and is also where every top-level node leads.

use super::instance::{Edge, Instance, NONE};

#[derive(Clone)]
pub(super) struct Network<'a> {
    pub instance: &'a Instance,
    /// Edge each applicant holds, or [`NONE`].
    pub held: Vec<u32>,
    /// Units that leave each node upwards.
    pub load: Vec<u32>,
    pub room: Vec<u32>,
    /// The units at each post, and at `OUTSIDE` those without a place, as linked lists.
    pub first: Vec<u32>,
    next: Vec<u32>,
    previous: Vec<u32>,
}

impl<'a> Network<'a> {
    /// Nobody is placed yet.
    pub fn new(instance: &'a Instance, room: &[u32]) -> Self {
        let (n, nodes) = (instance.applicant_count(), instance.node_count());
        let mut network = Self {
            instance,
            held: vec![NONE; n],
            load: vec![0; nodes],
            room: capped(instance, room),
            first: vec![NONE; nodes + 1],
            next: vec![NONE; n],
            previous: vec![NONE; n],
        };
        for applicant in instance.free_applicants() {
            network.link(applicant as u32, nodes as u32);
        }
        network
    }

    pub fn outside(&self) -> u32 {
        self.load.len() as u32
    }

    /// The node's parent, or `OUTSIDE`.
    pub fn up(&self, node: u32) -> u32 {
        let parent = self.instance.parent[node as usize];
        if parent == NONE { self.outside() } else { parent }
    }

    pub fn edge(&self, edge: u32) -> Edge {
        self.instance.edges[edge as usize]
    }

    /// The post an applicant's unit goes to, or `OUTSIDE`.
    pub fn target(&self, applicant: u32) -> u32 {
        match self.held[applicant as usize] {
            NONE => self.outside(),
            edge => self.edge(edge).post,
        }
    }

    pub fn posts(&self) -> Vec<Option<u32>> {
        let post = |&edge: &u32| (edge != NONE).then(|| self.edge(edge).post);
        self.held.iter().map(post).collect()
    }

    /// Whoever stands after `applicant` at the same node, or [`NONE`].
    pub fn next_unit(&self, applicant: u32) -> u32 {
        self.next[applicant as usize]
    }

    fn link(&mut self, applicant: u32, node: u32) {
        let after = std::mem::replace(&mut self.first[node as usize], applicant);
        self.next[applicant as usize] = after;
        self.previous[applicant as usize] = NONE;
        if after != NONE {
            self.previous[after as usize] = applicant;
        }
    }

    fn unlink(&mut self, applicant: u32, node: u32) {
        let (before, after) = (self.previous[applicant as usize], self.next[applicant as usize]);
        match before {
            NONE => self.first[node as usize] = after,
            _ => self.next[before as usize] = after,
        }
        if after != NONE {
            self.previous[after as usize] = before;
        }
    }

    /// Moves one unit to `edge` or, with [`NONE`], outside. The loads above are the caller's affair.
    pub fn redirect(&mut self, applicant: u32, edge: u32) {
        self.unlink(applicant, self.target(applicant));
        self.held[applicant as usize] = edge;
        self.link(applicant, self.target(applicant));
    }

    /// Lines those up who can still move, after `held` was written to.
    pub fn line_up(&mut self, free: &[u32]) {
        self.first.fill(NONE);
        for &applicant in free {
            self.link(applicant, self.target(applicant));
        }
    }

    /// Whether one more unit fits from `post` all the way out.
    pub fn fits(&self, post: u32) -> bool {
        self.instance.path(post as usize).all(|node| self.load[node] < self.room[node])
    }

    /// Places somebody who is outside. The path must fit.
    pub fn place(&mut self, applicant: u32, edge: u32) {
        let instance = self.instance;
        for node in instance.path(self.edge(edge).post as usize) {
            self.load[node] += 1;
        }
        self.redirect(applicant, edge);
    }

    /// Everybody outside takes, in the given order, the first edge of their list that fits.
    pub fn fill(&mut self, order: impl Iterator<Item = usize>) {
        for applicant in order {
            if self.instance.pin[applicant] != NONE || self.held[applicant] != NONE {
                continue;
            }
            let mut edges = self.instance.edge_range(applicant);
            if let Some(edge) = edges.find(|&edge| self.fits(self.instance.edges[edge].post)) {
                self.place(applicant as u32, edge as u32);
            }
        }
    }
}

/// The room of each node, but at most one more than pairs lead there: what nobody can fill is not filled on trial
/// either, and the sum below any node stays inside 31 bits.
fn capped(instance: &Instance, room: &[u32]) -> Vec<u32> {
    let mut pairs = vec![0u32; room.len()];
    instance.edges.iter().for_each(|edge| pairs[edge.post as usize] += 1);
    for &node in instance.top_down.iter().rev() {
        let parent = instance.parent[node as usize];
        if parent != NONE {
            pairs[parent as usize] += pairs[node as usize];
        }
    }
    room.iter().zip(pairs).map(|(&room, pairs)| room.min(pairs + 1)).collect()
}
