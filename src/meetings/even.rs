//! Shares the waiting: whoever has the most rounds without a table takes a seat of somebody who has fewer, and two such
//! rounds in a row are parted. Nothing that counts more is given up for it. When nobody meets anybody any more the day is
//! as good as over, and no waiting.
//!
//! Each change makes a number smaller that cannot fall below nothing, so it ends; what is left cannot be made better by
//! one seat that changes hands, nor by one person who changes two rounds.

use super::hall::Hall;
use super::seating::Seating;

/// People whose waiting is compared: those who asked for rests wait as they wished.
fn waits_by_chance(hall: &Hall, p: usize) -> bool {
    hall.run[p] as usize >= hall.rounds && !hall.not_alone[p]
}

/// Rounds in which somebody who could sit at a table does not while the day lasts, finished ones included.
fn waiting(seating: &Seating, p: usize, lasts: usize) -> u32 {
    let hall = seating.hall;
    let day = ((1u64 << lasts) - 1) as u32;
    let begun = ((1u64 << hall.from) - 1) as u32;
    let finished = begun & !hall.away[p] & !hall.pauses[p] & !hall.sat[p];
    (hall.open[p] & !seating.sitting(p) | finished) & day
}

/// How much waiting in a row: the square of each stretch, so that two short ones weigh less than a long one.
fn in_a_row(mut rounds: u32) -> u32 {
    let mut sum = 0;
    while rounds != 0 {
        rounds >>= rounds.trailing_zeros();
        let stretch = rounds.trailing_ones();
        sum += stretch * stretch;
        rounds = rounds.checked_shr(stretch).unwrap_or(0);
    }
    sum
}

/// The same seating with the waiting shared.
pub(super) fn shared(mut seating: Seating) -> Seating {
    let hall = seating.hall;
    let meets = |r: &usize| (0..hall.companies.len()).any(|c| !seating.guests(c, *r).is_empty());
    let Some(last) = (hall.from..hall.rounds).rev().find(meets) else { return seating };
    loop {
        let is_changed = hand_over(&mut seating, last + 1) | part(&mut seating, last + 1);
        if !is_changed {
            return seating;
        }
    }
}

/// A seat goes from somebody to whoever waits at least two rounds more.
fn hand_over(seating: &mut Seating, lasts: usize) -> bool {
    let hall = seating.hall;
    let mut is_changed = false;
    for p in (0..hall.people.len()).filter(|&p| waits_by_chance(hall, p)) {
        for r in hall.from..lasts {
            if seating.at(p, r).is_some() || !seating.is_open(p, r) || seating.full_up(p) {
                continue;
            }
            is_changed |= (0..hall.companies.len()).any(|c| take_over(seating, (p, r, c), lasts));
        }
    }
    is_changed
}

fn take_over(seating: &mut Seating, (p, r, c): (usize, usize, usize), lasts: usize) -> bool {
    if !seating.may_meet(p, c) || !seating.staffed(c, r) {
        return false;
    }
    let (hall, mine) = (seating.hall, waiting(seating, p, lasts).count_ones());
    let has_less = |&guest: &usize| {
        waits_by_chance(hall, guest) && waiting(seating, guest, lasts).count_ones() + 2 <= mine
    };
    let mut guests: Vec<usize> = seating.guests(c, r).iter().map(|&guest| guest.into()).collect();
    guests.sort_unstable();
    let before = seating.rank();
    for guest in guests.into_iter().filter(has_less).collect::<Vec<_>>() {
        seating.lift(guest, r);
        seating.put(p, r, c);
        if seating.is_allowed() && seating.rank() >= before {
            return true;
        }
        seating.lift(p, r);
        seating.put(guest, r, c);
    }
    false
}

/// Somebody who waits twice in a row sits down in one of those rounds, and waits when they would have sat.
fn part(seating: &mut Seating, lasts: usize) -> bool {
    let hall = seating.hall;
    let mut is_changed = false;
    for p in (0..hall.people.len()).filter(|&p| waits_by_chance(hall, p)) {
        let rounds = || hall.from..lasts;
        // Who has to wait does so late rather than early.
        for (a, b) in rounds().flat_map(|a| rounds().rev().map(move |b| (a, b))) {
            is_changed |= change_rounds(seating, p, (a, b), lasts);
        }
    }
    is_changed
}

/// `p` waits in `a` and sits in `b`: the other way round, where the company has a seat or somebody there changes too.
fn change_rounds(seating: &mut Seating, p: usize, (a, b): (usize, usize), lasts: usize) -> bool {
    if !seating.is_open(p, a) || seating.at(p, a).is_some() {
        return false;
    }
    let Some(c) = seating.at(p, b).filter(|&c| seating.staffed(c, a)) else { return false };
    let (rank, rows) = (seating.rank(), in_a_row(waiting(seating, p, lasts)));
    if in_a_row(waiting(seating, p, lasts) & !(1 << a) | 1 << b) >= rows {
        return false;
    }
    let mut others: Vec<Option<usize>> = vec![None];
    others.extend(seating.guests(c, a).iter().map(|&guest| Some(usize::from(guest))));
    others.sort_unstable();
    for other in others {
        if other.is_none() && !seating.has_seat(c, a) {
            continue;
        }
        let may_change = |&other: &usize| {
            waits_by_chance(seating.hall, other)
                && seating.is_open(other, b)
                && seating.at(other, b).is_none()
        };
        if other.is_some_and(|other| !may_change(&other)) {
            continue;
        }
        let theirs = |seating: &Seating| other.map_or(0, |o| in_a_row(waiting(seating, o, lasts)));
        let before = rows + theirs(seating);
        exchange(seating, c, (p, other), (a, b));
        let after = in_a_row(waiting(seating, p, lasts)) + theirs(seating);
        if seating.is_allowed() && seating.rank() >= rank && after < before {
            return true;
        }
        exchange(seating, c, (p, other), (b, a));
    }
    false
}

/// At the table of `c`, `p` moves to round `a` from `b`, and `other` the other way.
fn exchange(
    seating: &mut Seating,
    c: usize,
    (p, other): (usize, Option<usize>),
    (a, b): (usize, usize),
) {
    seating.lift(p, b);
    if let Some(other) = other {
        seating.lift(other, a);
        seating.put(other, b, c);
    }
    seating.put(p, a, c);
}
