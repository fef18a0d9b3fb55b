//! Gives each meeting a round: edge colouring of a bipartite multigraph, by alternating chains.
//!
//! A company's table is as many nodes as it has seats, so a graph in which nobody has more meetings than
//! rounds can be coloured with as many colours as there are rounds (König 1916). A meeting that finds no
//! round free on both sides takes round `a`, free for the person, and a chain of guests changes between
//! `a` and a round `b` in which the company has a seat. When everybody is there in all rounds there is
//! always such a chain; where rounds are missing it is looked for in every pair of rounds.

use std::collections::VecDeque;

use super::hall::Hall;
use super::seating::Seating;

/// Seats the meetings, those of `kept` in their old round first, and leaves out what finds no round.
///
/// `usable` are the rounds of each person. Cost: O(rounds² x guests) for each meeting.
pub(super) fn lay<'a>(hall: &'a Hall, meetings: &[(usize, usize)], usable: &[u32]) -> Seating<'a> {
    let mut seating = Seating::empty(hall);
    let mut waiting = Vec::new();
    for &(p, c) in meetings {
        let r = hall.kept[hall.pair(p, c)] as usize;
        let free = r < hall.rounds && usable[p] >> r & 1 == 1 && seating.at(p, r).is_none();
        if free && seating.has_seat(c, r) {
            seating.put(p, r, c);
        } else {
            waiting.push((p, c));
        }
    }
    // Those with the fewest rounds in common choose first.
    waiting.sort_by_key(|&(p, c)| (usable[p] & hall.staffed[c]).count_ones());
    for (p, c) in waiting {
        place(&mut seating, p, c, usable);
    }
    seating
}

/// Finds a round for one meeting; tells whether there was one.
pub(super) fn place(seating: &mut Seating, p: usize, c: usize, usable: &[u32]) -> bool {
    let hall = seating.hall;
    let rounds = hall.from..hall.rounds;
    let mine: Vec<usize> = rounds
        .clone()
        .filter(|&r| usable[p] >> r & 1 == 1 && seating.at(p, r).is_none() && seating.staffed(c, r))
        .collect();
    // Beside somebody rather than alone, and not where the chosen groups would be crossed.
    let best = mine.iter().copied().filter(|&r| seating.has_seat(c, r)).min_by_key(|&r| {
        let guests = seating.guests(c, r);
        (guests.iter().filter(|&&guest| hall.clash(p, guest.into())).count(), guests.is_empty())
    });
    if let Some(r) = best {
        seating.put(p, r, c);
        return true;
    }
    let theirs: Vec<usize> = rounds.filter(|&r| seating.has_seat(c, r)).collect();
    for &a in &mine {
        for &b in &theirs {
            if let Some(chain) = chain(seating, c, a, b, usable) {
                turn(seating, &chain, a, b);
                seating.put(p, a, c);
                return true;
            }
        }
    }
    false
}

/// Who must change between `a` and `b` so that `c`, full in `a` and not in `b`, gets a seat free in `a`.
fn chain(seating: &Seating, c: usize, a: usize, b: usize, usable: &[u32]) -> Option<Vec<usize>> {
    // The guest by whom each company was reached, and from which company.
    let mut reached: Vec<Option<(usize, usize)>> = vec![None; seating.hall.companies.len()];
    reached[c] = Some((usize::MAX, c));
    let mut queue = VecDeque::from([c]);
    while let Some(company) = queue.pop_front() {
        for &guest in seating.guests(company, a) {
            let guest = usize::from(guest);
            if usable[guest] >> b & 1 == 0 || !seating.staffed(company, b) {
                continue;
            }
            let next = seating.at(guest, b);
            if next.is_none_or(|next| seating.has_seat(next, a)) {
                let mut chain = vec![guest];
                let mut at = company;
                while let Some((guest, from)) = reached[at].filter(|step| step.0 != usize::MAX) {
                    chain.push(guest);
                    at = from;
                }
                return Some(chain);
            }
            if let Some(next) = next
                && reached[next].is_none()
                && seating.staffed(next, a)
            {
                reached[next] = Some((guest, company));
                queue.push_back(next);
            }
        }
    }
    None
}

/// Each of the chain changes what they do in `a` with what they do in `b`.
fn turn(seating: &mut Seating, chain: &[usize], a: usize, b: usize) {
    let lifted: Vec<_> = chain
        .iter()
        .map(|&guest| (guest, seating.lift(guest, a), seating.lift(guest, b)))
        .collect();
    for (guest, in_a, in_b) in lifted {
        if let Some(c) = in_b {
            seating.put(guest, a, c);
        }
        if let Some(c) = in_a {
            seating.put(guest, b, c);
        }
    }
}
