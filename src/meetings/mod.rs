//! Who meets whom on the day: rounds of small tables, planned so that what was promised is kept.
//!
//! **Given** a [`Day`]: up to 32 rounds; companies with 1 to 12 seats at their table; young people with
//! weighted wishes, companies they must not meet, rests, and perhaps the wish not to sit alone; who is
//! away when; the rounds already finished. Ids are the caller's own 128-bit numbers.
//!
//! **Every plan**, without exception:
//! - gives each person one place in each round: a table, a pause, the quiet place, or away;
//! - never puts a pair together twice, nor a forbidden pair, nor more people at a table than seats;
//! - never seats anybody alone who asked not to be, nor longer without a rest than they said;
//! - never crosses groups that *must* be mixed or kept, and leaves finished rounds as they were;
//! - is the same for the same day and seed, in whatever order the lists come.
//!
//! **As good as possible**, in this order: the promise, whoever lacks most first; the weight of wishes;
//! the number of meetings; groups as chosen; as little changed from the plan people hold as can be;
//! rounds without a table shared, and not one after another.
//! [`Closeness`] says in numbers how near the best this is, and proves it. When nobody is missing a
//! round, needs rests, or asks about company or groups, the plan *is* the best: see `docs/meetings.md`.
//!
//! **Cost**: one minimum-cost flow (a few dozen passes over the pairs), O(rounds² x people) for each
//! meeting laid, and at most 400,000 search moves, only if something is left to mend. **Errors**: a day
//! that contradicts itself is a [`Refusal`]; a promise that cannot be kept is none, but a [`Lack`].
//!
//! ```
//! use omvendt::meetings::*;
//!
//! let [bakery, garage, nursery] = [CompanyId(1), CompanyId(2), CompanyId(3)];
//! let table = |id| Company { id, seats: 2, away: Rounds::NONE };
//! let mut mia = Person::new(PersonId(1));
//! mia.wishes = Wish::ordered([garage, bakery]);
//! mia.not_alone = true;
//! let mut ali = Person::new(PersonId(2));
//! ali.wishes = Wish::ordered([bakery]);
//! ali.forbidden = vec![nursery];
//! let mut day = Day {
//!     rounds: 3,
//!     from: 0,
//!     promise: 2,
//!     companies: vec![table(bakery), table(garage), table(nursery)],
//!     people: vec![mia, ali],
//!     groups: Groups::Free,
//!     finished: Vec::new(),
//!     before: Vec::new(),
//!     seed: 1,
//! };
//! let morning = plan(&day)?;
//! // Mia will not sit alone and Ali may not meet the nursery: two companies each, together.
//! assert!(morning.rows.iter().all(|row| row.met == 2 && row.lacks.is_empty()));
//!
//! // After the first round Ali goes home. Mia cannot be seated in company any more, and the plan says so.
//! day.from = 1;
//! day.finished = morning.meetings().into_iter().filter(|meeting| meeting.round < 1).collect();
//! day.before = morning.meetings();
//! day.people[1].away = Rounds::from(1);
//! let now = plan(&day)?;
//! assert!(now.of(PersonId(1)).unwrap().places[1..].iter().all(|place| *place == Place::Quiet));
//! assert!(now.of(PersonId(1)).unwrap().missing() >= 1);
//! # Ok::<(), Refusal>(())
//! ```

mod bound;
mod chance;
mod day;
mod even;
mod flow;
mod gap;
mod hall;
mod moves;
mod pauses;
mod plan;
mod refusal;
mod search;
mod seating;
#[cfg(test)]
mod tests;
mod timetable;

pub use bound::{Aim, Certificate};
pub use day::{
    Company, CompanyId, Day, Force, GroupId, Groups, MOST_ROUNDS, MOST_SEATS, Meeting, Person,
    PersonId, Rounds, Wish,
};
pub use gap::{Lack, Why};
pub use plan::{Closeness, Place, Plan, Reach, Row};
pub use refusal::Refusal;

use bound::{Prices, Scale};
use hall::Hall;
use seating::Seating;

/// Plans the rounds from [`Day::from`] on.
pub fn plan(day: &Day) -> Result<Plan, Refusal> {
    let hall = Hall::of(day)?;
    let scale = Scale::of(&hall, Aim::Everything);
    let relaxed = bound::relax(&hall, &scale);
    let best = scale.parts(bound::proven(&hall, &scale, &relaxed.prices));
    let is_best = |seating: &Seating| {
        let tally = seating.tally;
        tally.clashes == 0 && [tally.fair, tally.wishes, tally.meetings].map(i128::from) == best
    };
    let mut chance = chance::Chance::new(day.seed);
    let held = even::shared(search::tidied(as_before(&hall, day)));
    if is_best(&held) {
        return Ok(plan::written(&hall, &held, &relaxed));
    }
    let usable = pauses::choose(&hall, &mut chance);
    let laid = timetable::lay(&hall, &relaxed.meetings, &usable);
    let improved = even::shared(search::improve(laid, &mut chance, is_best));
    let seating = if held.rank() > improved.rank() { held } else { improved };
    Ok(plan::written(&hall, &seating, &relaxed))
}

/// What the prices of a certificate prove about a day: no plan adds more than this, in the unit of its
/// aim, to the rounds that are finished.
///
/// The prices may come from anywhere; a company without one has price 0. Cost: O(pairs x log).
pub fn proven_by(day: &Day, certificate: &Certificate) -> Result<i128, Refusal> {
    let hall = Hall::of(day)?;
    let mut prices =
        Prices { places: vec![0; hall.companies.len()], meeting: certificate.meeting.max(0) };
    for &(company, price) in &certificate.prices {
        if let Some(c) = hall.company(company) {
            prices.places[c] = price.max(0);
        }
    }
    Ok(bound::proven(&hall, &Scale::of(&hall, certificate.aim), &prices))
}

/// The plan people have in their hands, as far as it still can be.
fn as_before<'a>(hall: &'a Hall, day: &Day) -> Seating<'a> {
    let mut seating = Seating::empty(hall);
    let mut before = day.before.clone();
    before.sort_unstable();
    for meeting in before {
        let (Some(p), Some(c)) = (hall.person(meeting.person), hall.company(meeting.company))
        else {
            continue;
        };
        let r = meeting.round as usize;
        if (hall.from..hall.rounds).contains(&r)
            && seating.is_open(p, r)
            && seating.at(p, r).is_none()
            && seating.may_meet(p, c)
            && seating.has_seat(c, r)
            && !seating.full_up(p)
            && hall.rested(p, seating.sitting(p) | 1 << r)
        {
            seating.put(p, r, c);
        }
    }
    seating
}
