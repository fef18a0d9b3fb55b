//! Mends what the timetable could not: annealing over small moves, with a fixed number of steps.
//!
//! Kirkpatrick, Gelatt and Vecchi 1983. A move lets one person change table, change places with another,
//! or change two rounds with each other, pulling along whoever is in the way. A move that loses is
//! taken with a probability that halves with each multiple of the temperature it costs; integers only.

use super::chance::Chance;
use super::moves::Walk;
use super::seating::{Seating, Tally};

/// Moves for each person and round in one walk, and how many a walk has at least and at most.
const MOVES: usize = 150;
const LEAST_MOVES: usize = 4_000;
const MOST_MOVES: usize = 400_000;
/// A small day is walked through again from its best seating, hotter and colder, until this many moves.
const REHEATED: usize = 40_000;
/// Starting temperatures in points of energy. A timetable is close to the best, and heat destroys it.
const HEATS: [i64; 3] = [3, 100, 2_000];

/// Points of energy; what counts more in the plan's order is worth more here, but not out of all proportion.
struct Points {
    wish: i64,
    clash: i64,
}

impl Points {
    fn of(&self, tally: &Tally) -> i64 {
        2_000 * tally.fair + self.wish * tally.wishes + 60 * tally.meetings + 4 * tally.kept
            - self.clash * tally.clashes
            - 6_000 * tally.alone
    }
}

struct Search<'c, F> {
    chance: &'c mut Chance,
    /// Says that nothing better can exist.
    is_best: F,
    points: Points,
    open: Vec<usize>,
    /// For each person the companies wished for that can still be met.
    wished: Vec<Vec<usize>>,
}

/// The best allowed seating found on the way, which is at least as good as the one given.
pub(super) fn improve<'a>(
    start: Seating<'a>,
    chance: &mut Chance,
    is_best: impl Fn(&Seating) -> bool,
) -> Seating<'a> {
    let hall = start.hall;
    let open: Vec<_> = (hall.from..hall.rounds).collect();
    let mut best = tidied(start.clone());
    if is_best(&best) || open.is_empty() || hall.people.is_empty() || hall.companies.is_empty() {
        return best;
    }
    let heaviest = hall.wish.iter().copied().max().unwrap_or(1).max(1);
    let wished = |p: usize| {
        let pairs = (0..hall.companies.len()).map(move |c| (c, hall.pair(p, c)));
        pairs
            .filter(|&(_, pair)| hall.possible[pair] && hall.wish[pair] > 0)
            .map(|(c, _)| c)
            .collect()
    };
    let moves = (MOVES * hall.people.len() * open.len()).clamp(LEAST_MOVES, MOST_MOVES);
    let mut search = Search {
        chance,
        is_best,
        points: Points {
            wish: (1_000 / i64::from(heaviest)).max(1),
            clash: if hall.clashes_are_barred() { 6_000 } else { 40 },
        },
        open,
        wished: (0..hall.people.len()).map(wished).collect(),
    };
    let mut start = start;
    for heat in HEATS.into_iter().cycle().take((REHEATED / moves).max(1)) {
        let found = search.walk(start, moves, heat);
        if found.rank() > best.rank() {
            best = found;
        }
        if (search.is_best)(&best) {
            break;
        }
        start = best.clone();
    }
    best
}

impl<F: Fn(&Seating) -> bool> Search<'_, F> {
    fn walk<'a>(&mut self, start: Seating<'a>, moves: usize, heat: i64) -> Seating<'a> {
        let mut walk = Walk::new(start);
        let mut best = walk.seating.is_allowed().then(|| walk.seating.rank());
        let mut energy = self.points.of(&walk.seating.tally);
        for left in (1..=moves as i64).rev() {
            let temperature = 1 + heat * left / moves as i64;
            let mark = walk.mark();
            let done = self.step(&mut walk);
            let next = self.points.of(&walk.seating.tally);
            let luck = i64::from(self.chance.next().leading_zeros());
            if !done || energy - next > temperature * luck {
                walk.undo(mark);
                continue;
            }
            energy = next;
            if walk.seating.is_allowed() && best.is_none_or(|best| walk.seating.rank() > best) {
                best = Some(walk.seating.rank());
                walk.stay();
                if (self.is_best)(&walk.seating) {
                    return walk.seating;
                }
            }
        }
        let last = tidied(walk.seating.clone());
        walk.undo(0);
        let best = tidied(walk.seating);
        if last.rank() > best.rank() { last } else { best }
    }

    /// Tries one move; tells whether it is one that may be.
    fn step(&mut self, walk: &mut Walk) -> bool {
        let hall = walk.seating.hall;
        let p = self.chance.below(hall.people.len());
        let r = self.open[self.chance.below(self.open.len())];
        let wished = &self.wished[p];
        match self.chance.below(8) {
            0..3 => walk.turn(p, r, self.open[self.chance.below(self.open.len())], self.chance),
            3..6 if !wished.is_empty() => {
                walk.sit(p, r, wished[self.chance.below(wished.len())], self.chance)
            }
            6 => walk.rest(p, r),
            _ => walk.sit(p, r, self.chance.below(hall.companies.len()), self.chance),
        }
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
