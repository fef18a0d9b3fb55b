//! What no plan can beat: the day without its rounds is a minimum-cost flow, and its prices prove it.
//!
//! Forget in which round a pair meets, who may share a table and who sits alone. What is left asks only
//! that nobody has more meetings than rounds to sit in, no company more than places over all its
//! rounds, no pair more than one, and all together not more than each round can hold. Every plan does that, so the best of these *b-matchings* is a bound.
//!
//! The certificate is one price for each company and one for meeting at all. Let everything cost its
//! price; give everybody the basket of companies they gain most from, and add the rent of all there is: no plan is worth more than
//! that (weak duality), and at the flow's own prices it is exactly the flow's worth.

use super::day::CompanyId;
use super::flow::{Network, SINK, SOURCE};
use super::hall::Hall;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// The promise with the worst off first, then wishes, then meetings, then what need not change.
    Everything,
    /// Meetings that count towards somebody's promise.
    Promise,
    /// Weight of the wishes met.
    Wishes,
    /// Meetings.
    Meetings,
}

/// What each meeting is worth under one aim.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    fair: i128,
    promise: i128,
    wish: i128,
    meeting: i128,
    kept: i128,
}

impl Scale {
    pub(super) fn of(hall: &Hall, aim: Aim) -> Self {
        let none = Self { fair: 0, promise: 0, wish: 0, meeting: 0, kept: 0 };
        match aim {
            Aim::Everything => {
                let kept = 1;
                let meeting = kept * (1 + most_meetings(hall));
                let wish = meeting * (1 + most_meetings(hall));
                let fair =
                    wish * (1 + hall.wish.iter().map(|&weight| i128::from(weight)).sum::<i128>());
                Self { fair, wish, meeting, kept, ..none }
            }
            Aim::Promise => Self { promise: 1, ..none },
            Aim::Wishes => Self { wish: 1, ..none },
            Aim::Meetings => Self { meeting: 1, ..none },
        }
    }

    /// What the meeting with that number (from 1) is worth to the person, with whomever.
    ///
    /// It falls with the number, so that whoever lacks most comes first.
    pub(super) fn number(&self, hall: &Hall, person: usize, number: u32) -> i128 {
        let lacking = (hall.target[person] + 1).saturating_sub(number);
        self.fair * i128::from(lacking) + self.promise * i128::from(lacking.min(1))
    }

    pub(super) fn pair(&self, hall: &Hall, pair: usize) -> i128 {
        self.wish * i128::from(hall.wish[pair])
            + self.meeting
            + self.kept * i128::from(hall.kept[pair] != u8::MAX)
    }

    /// The worth under [`Aim::Everything`] taken apart again: fairness, wishes, meetings.
    pub(super) fn parts(&self, worth: i128) -> [i128; 3] {
        [worth / self.fair, worth % self.fair / self.wish, worth % self.wish / self.meeting]
    }
}

fn most_meetings(hall: &Hall) -> i128 {
    hall.room.iter().map(|&room| i128::from(room)).sum()
}

/// The best b-matching and the prices that prove it.
pub(super) struct Relaxed {
    /// Person and company.
    pub meetings: Vec<(usize, usize)>,
    pub prices: Prices,
}

/// What a place costs at each company, and what any meeting costs besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Prices {
    pub places: Vec<i128>,
    pub meeting: i128,
}

/// Cost: a few dozen phases of O(pairs log people) each.
pub(super) fn relax(hall: &Hall, scale: &Scale) -> Relaxed {
    let (people, companies) = (hall.people.len(), hall.companies.len());
    const DOOR: usize = 2;
    let (person, company) = (|p: usize| 3 + p, |c: usize| 3 + people + c);
    let mut network = Network::new(3 + people + companies);
    network.add(SOURCE, DOOR, hall.most_meetings, 0);
    let mut arcs = Vec::new();
    for p in 0..people {
        let mut next = hall.met_before[p] + 1;
        let last = hall.met_before[p] + hall.room[p];
        while next <= last {
            // Beyond the promise all numbers are worth the same and need but one arc.
            let count = if next > hall.target[p] { last + 1 - next } else { 1 };
            network.add(DOOR, person(p), count, -scale.number(hall, p, next));
            next += count;
        }
        for c in 0..companies {
            let pair = hall.pair(p, c);
            if hall.possible[pair] {
                arcs.push((p, c, network.add(person(p), company(c), 1, -scale.pair(hall, pair))));
            }
        }
    }
    for c in 0..companies {
        network.add(company(c), SINK, hall.places[c], 0);
    }
    let order: Vec<usize> =
        std::iter::once(SOURCE).chain(2..3 + people + companies).chain([SINK]).collect();
    network.solve(&order);
    let places = (0..companies).map(|c| (network.price(SINK) - network.price(company(c))).max(0));
    let meeting = (network.price(DOOR) - network.price(SOURCE)).max(0);
    Relaxed {
        meetings: arcs
            .iter()
            .filter(|arc| network.used(arc.2) == 1)
            .map(|arc| (arc.0, arc.1))
            .collect(),
        prices: Prices { places: places.collect(), meeting },
    }
}

/// What the prices prove: no plan adds more than this to what is finished.
///
/// It needs no solver, and any prices of 0 or more give a bound that holds, if not a close one.
pub(super) fn proven(hall: &Hall, scale: &Scale, prices: &Prices) -> i128 {
    let rents = hall.places.iter().zip(&prices.places).map(|(&n, &price)| i128::from(n) * price);
    let rent = rents.sum::<i128>() + i128::from(hall.most_meetings) * prices.meeting;
    let mut gains = Vec::new();
    let baskets = (0..hall.people.len()).map(|p| {
        gains.clear();
        gains.extend(prices.places.iter().enumerate().filter_map(|(c, price)| {
            let pair = hall.pair(p, c);
            hall.possible[pair].then(|| scale.pair(hall, pair) - price - prices.meeting)
        }));
        gains.sort_unstable_by(|one, other| other.cmp(one));
        let numbered = gains.iter().zip(hall.met_before[p] + 1..).take(hall.room[p] as usize);
        let worth = numbered.map(|(gain, number)| gain + scale.number(hall, p, number));
        worth.take_while(|&worth| worth > 0).sum::<i128>()
    });
    rent + baskets.sum::<i128>()
}

/// A bound on one aim that anybody can calculate again with [`super::proven_by`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    pub aim: Aim,
    /// What one place costs, in the aim's own unit; 0 or more. A price is also a hint: one more place
    /// there is worth at most that much, and at a company with price 0 it would not help at all.
    pub prices: Vec<(CompanyId, i128)>,
    /// What a meeting costs besides, wherever it is; above 0 where people and companies are there in
    /// different rounds.
    pub meeting: i128,
}

impl Certificate {
    pub(super) fn of(hall: &Hall, aim: Aim, relaxed: &Relaxed) -> Self {
        let Prices { places, meeting } = &relaxed.prices;
        let mut prices: Vec<_> =
            hall.companies.iter().copied().zip(places.iter().copied()).collect();
        prices.sort_unstable();
        Self { aim, prices, meeting: *meeting }
    }
}
