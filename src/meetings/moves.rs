//! The small moves by which a seating is tried out, each of which can be taken back.

use super::chance::Chance;
use super::seating::Seating;

/// Chains longer than this are given up.
const LONGEST_CHAIN: usize = 12;

#[derive(Clone, Copy)]
struct Step {
    person: u16,
    round: u8,
    /// Where the person got up; nowhere, if this is where they sat down.
    left: Option<u16>,
}

pub(super) struct Walk<'a> {
    pub seating: Seating<'a>,
    /// Everything done since the last [`Walk::stay`], so that it can be gone back to without a copy of it.
    steps: Vec<Step>,
    /// Memory of [`Walk::turn`].
    turned: Vec<usize>,
    waiting: Vec<usize>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(seating: Seating<'a>) -> Self {
        Self { seating, steps: Vec::new(), turned: Vec::new(), waiting: Vec::new() }
    }

    /// The seating to go back to at last is this one.
    pub(super) fn stay(&mut self) {
        self.steps.clear();
    }

    pub(super) fn mark(&self) -> usize {
        self.steps.len()
    }

    fn put(&mut self, person: usize, round: usize, company: usize) {
        self.steps.push(Step { person: person as u16, round: round as u8, left: None });
        self.seating.put(person, round, company);
    }

    fn lift(&mut self, person: usize, round: usize) -> Option<usize> {
        let company = self.seating.lift(person, round)?;
        let left = Some(company as u16);
        self.steps.push(Step { person: person as u16, round: round as u8, left });
        Some(company)
    }

    /// Takes back what was done since the mark; 0 is the last [`Walk::stay`].
    pub(super) fn undo(&mut self, mark: usize) {
        for Step { person, round, left } in self.steps.drain(mark..).rev() {
            match left {
                Some(company) => self.seating.put(person.into(), round.into(), company.into()),
                None => {
                    self.seating.lift(person.into(), round.into());
                }
            }
        }
    }

    pub(super) fn rest(&mut self, p: usize, r: usize) -> bool {
        self.lift(p, r).is_some()
    }

    /// `p` goes to `c`; if the table is full, one of its guests takes the place that `p` leaves, or rests.
    pub(super) fn sit(&mut self, p: usize, r: usize, c: usize, chance: &mut Chance) -> bool {
        if !self.seating.is_open(p, r)
            || !self.seating.may_meet(p, c)
            || !self.seating.staffed(c, r)
        {
            return false;
        }
        let left = self.lift(p, r);
        if self.seating.full_up(p) {
            return false;
        }
        if !self.seating.has_seat(c, r) {
            let guests = self.seating.guests(c, r);
            let guest = usize::from(guests[chance.below(guests.len())]);
            self.lift(guest, r);
            if let Some(left) = left.filter(|&left| self.seating.may_meet(guest, left)) {
                self.put(guest, r, left);
            }
        }
        if self.seating.hall.clashes_are_barred() {
            while let Some(other) = self.crossed(p, r, c) {
                self.lift(other, r);
                let change = |&left: &usize| {
                    let seating = &self.seating;
                    seating.has_seat(left, r)
                        && seating.may_meet(other, left)
                        && self.crossed(other, r, left).is_none()
                };
                if let Some(left) = left.filter(change) {
                    self.put(other, r, left);
                }
            }
        }
        self.put(p, r, c);
        if let Some(left) = left {
            self.mind_whoever_is_left(left, r, c);
        }
        (left.is_some() || self.seating.rested(p)) && self.bring_company(p, r, c, chance)
    }

    fn crossed(&self, p: usize, r: usize, c: usize) -> Option<usize> {
        let others = self.seating.guests(c, r).iter().map(|&other| usize::from(other));
        others.into_iter().find(|&other| self.seating.hall.clash(p, other))
    }

    /// Whoever now sits alone at `left` and asked not to comes along to `c`, or rests.
    fn mind_whoever_is_left(&mut self, left: usize, r: usize, c: usize) {
        let &[only] = self.seating.guests(left, r) else { return };
        let only = usize::from(only);
        if self.seating.hall.not_alone[only] {
            self.lift(only, r);
            if self.seating.has_seat(c, r) && self.seating.may_meet(only, c) {
                self.put(only, r, c);
            }
        }
    }

    /// If `p` sits alone and asked not to, somebody who may comes along from wherever they are.
    fn bring_company(&mut self, p: usize, r: usize, c: usize, chance: &mut Chance) -> bool {
        let seating = &self.seating;
        if !seating.hall.not_alone[p] || seating.guests(c, r).len() > 1 || !seating.has_seat(c, r) {
            return true;
        }
        for _ in 0..4 {
            let friend = chance.below(seating.hall.people.len());
            if seating.is_open(friend, r) && seating.may_meet(friend, c) {
                let left = self.lift(friend, r);
                if self.seating.full_up(friend) {
                    return false;
                }
                self.put(friend, r, c);
                return left.is_some() || self.seating.rested(friend);
            }
        }
        true
    }

    /// `p` changes rounds `a` and `b`, and so does whoever is then too many at a table, one after another.
    /// Those who asked for company often take their table with them.
    pub(super) fn turn(&mut self, p: usize, a: usize, b: usize, chance: &mut Chance) -> bool {
        if a == b {
            return false;
        }
        self.turned.clear();
        self.waiting.clear();
        match self.seating.at(p, a) {
            Some(c) if self.seating.hall.not_alone[p] && chance.below(2) == 0 => {
                self.waiting
                    .extend(self.seating.guests(c, a).iter().map(|&guest| usize::from(guest)));
            }
            _ => self.waiting.push(p),
        }
        while let Some(p) = self.waiting.pop() {
            if self.turned.len() == LONGEST_CHAIN || self.turned.contains(&p) {
                return false;
            }
            self.turned.push(p);
            let (in_a, in_b) = (self.lift(p, a), self.lift(p, b));
            for (r, company) in [(a, in_b), (b, in_a)] {
                let Some(c) = company else { continue };
                let may = self.seating.is_open(p, r) && self.seating.staffed(c, r);
                if !may || self.seating.bursting(c, r) {
                    return false;
                }
                self.put(p, r, c);
                if self.seating.too_full(c, r) {
                    // Whoever came last stands last.
                    let guests = self.seating.guests(c, r);
                    self.waiting.push(guests[chance.below(guests.len() - 1)].into());
                }
            }
            if in_a.is_some() != in_b.is_some() && !self.seating.rested(p) {
                return false;
            }
        }
        // Somebody who waited may have been made room for by another, or not.
        let touched = self.turned.iter().flat_map(|&p| [(p, a), (p, b)]);
        !touched
            .into_iter()
            .any(|(p, r)| self.seating.at(p, r).is_some_and(|c| self.seating.too_full(c, r)))
    }
}
