//! Mends what the timetable could not: annealing over small moves, with a fixed number of steps.
//!
//! Kirkpatrick, Gelatt and Vecchi 1983. A move lets one person change table, change places with another,
//! or change two rounds with each other, pulling along whoever is in the way. A move that loses is
//! taken with a probability that halves with each multiple of the temperature it costs; integers only.

use super::chance::Chance;
use super::seating::{Seating, Tally};

/// Moves for each person and round.
const MOVES: usize = 150;
/// Never more than this, so that a large day is no slower than it need be.
const MOST_MOVES: usize = 400_000;
/// Chains longer than this are given up.
const LONGEST_CHAIN: usize = 12;

/// Points of energy; what counts more in the plan's order is worth more here, but not out of all proportion.
struct Points {
    wish: i64,
}

impl Points {
    fn of(&self, tally: &Tally, barred: bool) -> i64 {
        let clash = if barred { 6_000 } else { 40 };
        2_000 * tally.fair + self.wish * tally.wishes + 60 * tally.meetings + 4 * tally.kept
            - clash * tally.clashes
            - 6_000 * tally.alone
    }
}

#[derive(Clone, Copy)]
struct Step {
    person: u16,
    round: u8,
    /// Where the person got up; nowhere, if this is where they sat down.
    left: Option<u16>,
}

struct Walk<'a> {
    seating: Seating<'a>,
    /// Everything done since the best seating, so that it can be gone back to without a copy of it.
    steps: Vec<Step>,
    /// Memory of [`Walk::turn`].
    turned: Vec<usize>,
    waiting: Vec<usize>,
}

/// The best allowed seating found on the way, which is at least as good as the one given.
///
/// `is_best` says that nothing better can exist, and ends the search.
pub(super) fn improve<'a>(
    start: Seating<'a>,
    chance: &mut Chance,
    is_best: impl Fn(&Seating) -> bool,
) -> Seating<'a> {
    let hall = start.hall;
    let open = (hall.from..hall.rounds).collect::<Vec<_>>();
    let tidy = tidied(start.clone());
    if is_best(&tidy) || open.is_empty() || hall.people.is_empty() || hall.companies.is_empty() {
        return tidy;
    }
    let heaviest = hall.wish.iter().copied().max().unwrap_or(1).max(1);
    let points = Points { wish: (1_000 / i64::from(heaviest)).max(1) };
    let barred = hall.clashes_are_barred();
    let wished: Vec<Vec<usize>> = (0..hall.people.len())
        .map(|p| {
            let pairs = (0..hall.companies.len()).map(|c| (c, hall.pair(p, c)));
            pairs.filter(|&(_, pair)| hall.possible[pair] && hall.wish[pair] > 0).map(|(c, _)| c).collect()
        })
        .collect();
    let mut walk = Walk { seating: start, steps: Vec::new(), turned: Vec::new(), waiting: Vec::new() };
    let mut best = walk.seating.is_allowed().then(|| walk.seating.rank());
    let mut energy = points.of(&walk.seating.tally, barred);
    let moves = (MOVES * hall.people.len() * open.len()).clamp(20_000, MOST_MOVES);
    for step in 0..moves {
        let left = (moves - step) as i64;
        let temperature = 1 + 2 * left / moves as i64;
        let p = chance.below(hall.people.len());
        let r = open[chance.below(open.len())];
        let mark = walk.steps.len();
        let done = match chance.below(8) {
            0..3 => walk.turn(p, r, open[chance.below(open.len())], chance),
            3..6 if !wished[p].is_empty() => {
                walk.sit(p, r, wished[p][chance.below(wished[p].len())], chance)
            }
            6 => walk.rest(p, r),
            _ => walk.sit(p, r, chance.below(hall.companies.len()), chance),
        };
        let next = points.of(&walk.seating.tally, barred);
        let dear = (energy - next) > temperature * i64::from(chance.next().leading_zeros());
        if !done || dear {
            walk.undo(mark);
            continue;
        }
        energy = next;
        if walk.seating.is_allowed() && best.is_none_or(|best| walk.seating.rank() > best) {
            best = Some(walk.seating.rank());
            walk.steps.clear();
            if is_best(&walk.seating) {
                return walk.seating;
            }
        }
    }
    let last = tidied(walk.seating.clone());
    walk.undo(0);
    let best = tidied(walk.seating);
    [last, best].into_iter().fold(tidy, |best, other| if other.rank() > best.rank() { other } else { best })
}

impl Walk<'_> {
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

    fn undo(&mut self, mark: usize) {
        for Step { person, round, left } in self.steps.drain(mark..).rev() {
            match left {
                Some(company) => self.seating.put(person.into(), round.into(), company.into()),
                None => {
                    self.seating.lift(person.into(), round.into());
                }
            }
        }
    }

    fn rest(&mut self, p: usize, r: usize) -> bool {
        self.lift(p, r).is_some()
    }

    /// `p` goes to `c`; if the table is full, one of its guests takes the place that `p` leaves, or rests.
    fn sit(&mut self, p: usize, r: usize, c: usize, chance: &mut Chance) -> bool {
        if !self.seating.is_open(p, r) || !self.seating.may_meet(p, c) || !self.seating.staffed(c, r) {
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
        self.put(p, r, c);
        left.is_some() || self.seating.rested(p)
    }

    /// `p` changes rounds `a` and `b`, and so does whoever is then too many at a table, one after another.
    fn turn(&mut self, p: usize, a: usize, b: usize, chance: &mut Chance) -> bool {
        if a == b {
            return false;
        }
        self.turned.clear();
        self.waiting.clear();
        self.waiting.push(p);
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
        !touched.into_iter().any(|(p, r)| self.seating.at(p, r).is_some_and(|c| self.seating.too_full(c, r)))
    }
}

/// Nobody at a table that may not be, and nobody resting who could sit somewhere as things are.
pub(super) fn tidied(mut seating: Seating) -> Seating {
    seating.clear_barred_tables();
    let hall = seating.hall;
    let mut order: Vec<usize> = (0..hall.people.len()).collect();
    order.sort_by_key(|&p| std::cmp::Reverse(hall.target[p].saturating_sub(seating.degree(p))));
    loop {
        let before = seating.rank();
        for &p in &order {
            for r in hall.from..hall.rounds {
                seat_best(&mut seating, p, r);
            }
        }
        if seating.rank() == before {
            return seating;
        }
    }
}

fn seat_best(seating: &mut Seating, p: usize, r: usize) {
    let hall = seating.hall;
    if seating.at(p, r).is_some() || !seating.is_open(p, r) || seating.full_up(p) {
        return;
    }
    if !hall.rested(p, seating.sitting(p) | 1 << r) {
        return;
    }
    let mut best = (seating.rank(), None);
    for c in 0..hall.companies.len() {
        if seating.may_meet(p, c) && seating.has_seat(c, r) {
            seating.put(p, r, c);
            if seating.is_allowed() && seating.rank() > best.0 {
                best = (seating.rank(), Some(c));
            }
            seating.lift(p, r);
        }
    }
    if let Some(c) = best.1 {
        seating.put(p, r, c);
    }
}
