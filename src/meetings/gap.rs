//! Why somebody meets fewer companies than promised.

use super::hall::Hall;

/// A part of what is missing from one person's promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lack {
    pub meetings: u32,
    pub why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// Too few rounds in the house.
    Away,
    /// Enough rounds, were it not for the rests asked for or needed.
    Pauses,
    /// Enough companies, were it not for those forbidden.
    Forbidden,
    /// Enough companies, were it not for those where nobody could sit at the table with them.
    Alone,
    /// Has met, or will meet, every company that is here at the same time.
    MetAll,
    /// Somebody must lack this many: the seats do not reach. Proven.
    Seats,
    /// No way was found; that there is none is not proven. See [`super::Closeness::promise`].
    NotFound,
}

/// What `p`, who meets `met` companies, lacks. `promise_is_best`: no plan keeps more of the promise.
pub(super) fn lacks(hall: &Hall, p: usize, met: u32, promise_is_best: bool) -> Vec<Lack> {
    let target = hall.target[p];
    let (own, why) = own_limit(hall, p);
    let mut lacks = Vec::new();
    let mut add = |meetings: u32, why| {
        if meetings > 0 {
            lacks.push(Lack { meetings, why });
        }
    };
    let own = own.min(target);
    add(target - own, why);
    add(own.saturating_sub(met), if promise_is_best { Why::Seats } else { Why::NotFound });
    lacks
}

/// The most that `p` could meet if everybody else stayed at home, and what it is that limits it.
fn own_limit(hall: &Hall, p: usize) -> (u32, Why) {
    let met = hall.met_before[p];
    let planned = (hall.from..hall.rounds).fold(0, |rounds, r| rounds | 1 << r);
    let present = met + (planned & !hall.away[p]).count_ones();
    let mut here = [0; 3];
    for c in 0..hall.companies.len() {
        let pair = hall.pair(p, c);
        if hall.met[pair] || hall.open[p] & hall.staffed[c] == 0 {
            continue;
        }
        let kind = match (hall.forbidden[pair], hall.possible[pair]) {
            (_, true) => 0,
            (true, false) => 1,
            (false, false) => 2,
        };
        here[kind] += 1;
    }
    let [possible, forbidden, lonely] = here;
    let target = hall.target[p];
    let by_rounds = (met + hall.room[p], if present < target { Why::Away } else { Why::Pauses });
    let by_companies = met + possible;
    let reason = match () {
        () if forbidden > 0 && by_companies + forbidden + lonely >= target => Why::Forbidden,
        () if lonely > 0 && by_companies + lonely >= target => Why::Alone,
        () => Why::MetAll,
    };
    if by_rounds.0 <= by_companies { by_rounds } else { (by_companies, reason) }
}
