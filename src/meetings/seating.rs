//! Who sits where in each round, with the tables kept in step and everything counted as it changes.

use super::hall::{Hall, NONE};

/// What a seating is worth, as differences to nobody sitting anywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Sum over everybody of lack before each meeting: the worst off count most.
    pub fair: i64,
    pub wishes: i64,
    pub meetings: i64,
    /// Pairs at one table against what was chosen for the groups.
    pub clashes: i64,
    /// Tables where somebody sits alone who asked not to.
    pub alone: i64,
    /// Meetings in the round in which they were before.
    pub kept: i64,
}

#[derive(Clone)]
pub(super) struct Seating<'a> {
    pub hall: &'a Hall,
    /// By person, then round: the company or [`NONE`].
    at: Vec<u16>,
    /// By company, then round: whoever sits there, in no order.
    guests: Vec<u16>,
    count: Vec<u8>,
    stride: usize,
    met: Vec<bool>,
    degree: Vec<u32>,
    pub tally: Tally,
}

impl<'a> Seating<'a> {
    pub(super) fn empty(hall: &'a Hall) -> Self {
        // Two more than seats: while a chain of moves runs, a table may be too full.
        let stride = hall.most_seats + 2;
        let tables = hall.companies.len() * hall.rounds;
        Self {
            hall,
            at: vec![NONE; hall.people.len() * hall.rounds],
            guests: vec![NONE; tables * stride],
            count: vec![0; tables],
            stride,
            met: hall.met.clone(),
            degree: hall.met_before.clone(),
            tally: Tally::default(),
        }
    }

    pub(super) fn at(&self, p: usize, r: usize) -> Option<usize> {
        let c = self.at[p * self.hall.rounds + r];
        (c != NONE).then_some(c as usize)
    }

    fn table(&self, c: usize, r: usize) -> usize {
        c * self.hall.rounds + r
    }

    pub(super) fn guests(&self, c: usize, r: usize) -> &[u16] {
        let table = self.table(c, r);
        &self.guests[table * self.stride..][..self.count[table] as usize]
    }

    pub(super) fn staffed(&self, c: usize, r: usize) -> bool {
        self.hall.staffed[c] >> r & 1 == 1
    }

    pub(super) fn has_seat(&self, c: usize, r: usize) -> bool {
        self.staffed(c, r) && (self.count[self.table(c, r)] as usize) < self.hall.seats[c]
    }

    pub(super) fn too_full(&self, c: usize, r: usize) -> bool {
        self.count[self.table(c, r)] as usize > self.hall.seats[c]
    }

    /// No table takes more than this, not even for a moment.
    pub(super) fn bursting(&self, c: usize, r: usize) -> bool {
        self.count[self.table(c, r)] as usize == self.stride
    }

    pub(super) fn may_meet(&self, p: usize, c: usize) -> bool {
        let pair = self.hall.pair(p, c);
        self.hall.possible[pair] && !self.met[pair]
    }

    pub(super) fn degree(&self, p: usize) -> u32 {
        self.degree[p]
    }

    pub(super) fn full_up(&self, p: usize) -> bool {
        self.degree[p] >= self.hall.met_before[p] + self.hall.room[p]
    }

    pub(super) fn sitting(&self, p: usize) -> u32 {
        let row = &self.at[p * self.hall.rounds..][..self.hall.rounds];
        row.iter().zip(0..).filter(|(c, _)| **c != NONE).fold(0, |rounds, (_, r)| rounds | 1 << r)
    }

    pub(super) fn rested(&self, p: usize) -> bool {
        self.hall.rested(p, self.sitting(p))
    }

    pub(super) fn is_open(&self, p: usize, r: usize) -> bool {
        self.hall.open[p] >> r & 1 == 1
    }

    /// Seats `p`, who sits nowhere in that round and has not met the company.
    pub(super) fn put(&mut self, p: usize, r: usize, c: usize) {
        let (table, pair) = (self.table(c, r), self.hall.pair(p, c));
        debug_assert!(self.at(p, r).is_none() && !self.met[pair]);
        self.count_company(p, c, r, 1);
        self.guests[table * self.stride + self.count[table] as usize] = p as u16;
        self.count[table] += 1;
        self.at[p * self.hall.rounds + r] = c as u16;
        self.met[pair] = true;
        self.degree[p] += 1;
        self.count_pair(p, r, pair, 1);
    }

    /// Lets `p` get up; returns from where.
    pub(super) fn lift(&mut self, p: usize, r: usize) -> Option<usize> {
        let c = self.at(p, r)?;
        let (table, pair) = (self.table(c, r), self.hall.pair(p, c));
        self.count_pair(p, r, pair, -1);
        let place = self.guests(c, r).iter().position(|&guest| guest == p as u16);
        let first = table * self.stride;
        self.count[table] -= 1;
        self.guests
            .swap(first + place.expect("a guest of the table"), first + self.count[table] as usize);
        self.count_company(p, c, r, -1);
        self.at[p * self.hall.rounds + r] = NONE;
        self.met[pair] = false;
        self.degree[p] -= 1;
        Some(c)
    }

    fn count_pair(&mut self, p: usize, r: usize, pair: usize, sign: i64) {
        let lacking = (self.hall.target[p] + 1).saturating_sub(self.degree[p]);
        self.tally.fair += sign * i64::from(lacking);
        self.tally.wishes += sign * i64::from(self.hall.wish[pair]);
        self.tally.meetings += sign;
        self.tally.kept += sign * i64::from(self.hall.kept[pair] as usize == r);
    }

    /// What it means for the table that `p` is there beside its other guests.
    fn count_company(&mut self, p: usize, c: usize, r: usize, sign: i64) {
        let (hall, others) = (self.hall, self.guests(c, r));
        let alone = match *others {
            [] => i64::from(hall.not_alone[p]),
            [only] => -i64::from(hall.not_alone[only as usize]),
            _ => 0,
        };
        let clashes = others.iter().filter(|&&other| hall.clash(p, other.into())).count() as i64;
        self.tally.alone += sign * alone;
        self.tally.clashes += sign * clashes;
    }

    /// Every plan rule that tables make is kept.
    pub(super) fn is_allowed(&self) -> bool {
        self.tally.alone == 0 && (self.tally.clashes == 0 || !self.hall.clashes_are_barred())
    }

    /// Orders allowed seatings: what matters most stands first.
    pub(super) fn rank(&self) -> [i64; 5] {
        let Tally { fair, wishes, meetings, clashes, kept, .. } = self.tally;
        [fair, wishes, meetings, -clashes, kept]
    }

    /// Whoever makes a table one that may not be gets up and rests.
    pub(super) fn clear_barred_tables(&mut self) {
        while !self.is_allowed() {
            for c in 0..self.hall.companies.len() {
                for r in self.hall.from..self.hall.rounds {
                    while let Some(p) = self.misplaced(c, r) {
                        self.lift(p, r);
                    }
                }
            }
        }
    }

    /// The guest in the way of the most others, or one who sits alone against their wish.
    fn misplaced(&self, c: usize, r: usize) -> Option<usize> {
        let guests = self.guests(c, r);
        if let &[only] = guests {
            return self.hall.not_alone[only as usize].then_some(only as usize);
        }
        if !self.hall.clashes_are_barred() {
            return None;
        }
        let trouble = |one: u16| {
            guests.iter().filter(|&&other| self.hall.clash(one.into(), other.into())).count()
        };
        // A person clashes with themselves where groups are mixed; one is no trouble.
        let worst = guests
            .iter()
            .map(|&one| (trouble(one) - usize::from(self.hall.clash(one.into(), one.into())), one));
        worst.max().filter(|&(trouble, _)| trouble > 0).map(|(_, one)| one as usize)
    }
}
