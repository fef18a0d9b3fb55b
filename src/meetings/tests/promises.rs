//! What every plan promises, on days of every shape.

use proptest::prelude::*;

use super::cases::{ANY, EVEN, a_day};
use super::referee::judge;
use crate::meetings::bound::{Scale, proven, relax};
use crate::meetings::hall::Hall;
use crate::meetings::*;

fn judged(day: &Day) -> Plan {
    let plan = plan(day).expect("a day in order");
    if let Err(broken) = judge(day, &plan) {
        panic!("{broken}\n{day:#?}\n{plan:#?}");
    }
    plan
}

proptest! {
    #[test]
    fn when_everybody_is_there_the_plan_is_the_best_there_is(day in a_day(EVEN)) {
        let plan = judged(&day);
        prop_assert!(plan.closeness.is_best(), "{:?}", plan.closeness);
    }

    #[test]
    fn nobody_waits_two_rounds_more_than_somebody_whose_seat_they_could_have(day in a_day(EVEN)) {
        let plan = judged(&day);
        let waits = |row: &Row| waiting(&plan, row).count_ones();
        for taker in &plan.rows {
            for giver in plan.rows.iter().filter(|giver| waits(giver) + 2 <= waits(taker)) {
                for round in day.from as usize..day.rounds as usize {
                    if let (Place::Quiet, Place::Table(company)) = (taker.places[round], giver.places[round]) {
                        prop_assert!(!would_take(&day, taker, giver, company), "{taker:?} waits for {giver:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn nobody_waits_in_a_row_where_a_free_seat_would_part_it(day in a_day(EVEN)) {
        let plan = judged(&day);
        let meetings = plan.meetings();
        let rounds = || day.from as usize..lasts(&plan);
        for row in &plan.rows {
            for (a, b) in rounds().flat_map(|a| rounds().map(move |b| (a, b))) {
                let (Place::Quiet, Place::Table(id)) = (row.places[a], row.places[b]) else { continue };
                let sitting = meetings.iter().filter(|m| (m.round as usize, m.company) == (a, id)).count();
                let company = day.companies.iter().find(|company| company.id == id).unwrap();
                let changed = waiting(&plan, row) & !(1 << a) | 1 << b;
                let is_free = sitting < company.seats as usize;
                prop_assert!(!is_free || in_a_row(changed) >= in_a_row(waiting(&plan, row)), "{row:?}: {a} for {b}");
            }
        }
    }

    #[test]
    fn other_names_have_the_same_bound(day in a_day(ANY), mask in any::<u128>()) {
        prop_assert_eq!(bound_of(&day), bound_of(&renamed(&day, mask)));
    }

    #[test]
    fn other_names_have_as_good_a_plan_when_everybody_is_there(
        day in a_day(EVEN),
        mask in any::<u128>(),
    ) {
        let [one, other] = [&day, &renamed(&day, mask)].map(|day| plan(day).unwrap().closeness);
        prop_assert_eq!(
            [one.promise, one.wishes, one.meetings],
            [other.promise, other.wishes, other.meetings]
        );
    }

    #[test]
    fn a_best_plan_is_not_changed_by_planning_again(day in a_day(EVEN), later in 0u32..7) {
        let first = judged(&day);
        let mut day = day;
        day.before = first.meetings();
        day.from = later.clamp(day.from, day.rounds);
        day.finished = first.meetings().into_iter().filter(|m| m.round < day.from).collect();
        let second = judged(&day);
        prop_assert_eq!(second.rows.iter().map(|row| &row.places).collect::<Vec<_>>(),
            first.rows.iter().map(|row| &row.places).collect::<Vec<_>>());
        prop_assert_eq!(second.changes(&first).count(), 0);
    }
}

// Days that leave something to search for take their time without optimisation.
proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn every_plan_keeps_what_all_plans_promise(day in a_day(ANY)) {
        judged(&day);
    }

    #[test]
    fn the_order_of_the_lists_means_nothing(day in a_day(ANY), turn in 0usize..9) {
        let mut other = day.clone();
        other.people.reverse();
        let middle = turn % other.people.len();
        other.people.rotate_left(middle);
        other.companies.reverse();
        other.finished.reverse();
        for person in &mut other.people {
            person.wishes.reverse();
            person.forbidden.reverse();
        }
        prop_assert_eq!(plan(&day), plan(&other));
    }

    #[test]
    fn a_day_goes_on_when_people_leave_and_walk_in(
        day in a_day(ANY),
        later in 0u32..7,
        leaver in any::<prop::sample::Index>(),
        company in any::<prop::sample::Index>(),
    ) {
        let morning = judged(&day);
        let mut day = day;
        day.before = morning.meetings();
        day.from = later.clamp(day.from, day.rounds);
        day.finished = day.before.iter().copied().filter(|m| m.round < day.from).collect();
        let gone = Rounds::from(day.from);
        let leaver = leaver.index(day.people.len());
        day.people[leaver].away = day.people[leaver].away.and(gone);
        let company = company.index(day.companies.len());
        day.companies[company].away = day.companies[company].away.and(gone);
        let mut walk_in = Person::new(PersonId(999));
        walk_in.away = Rounds::before(day.from);
        day.people.push(walk_in);
        let now = judged(&day);
        for (person, round, _, _) in now.changes(&morning) {
            prop_assert!(round >= day.from, "{person:?} has another past");
        }
    }

    #[test]
    fn any_prices_make_a_bound_that_holds(day in a_day(ANY), price in prop::collection::vec(0i128..50, 7)) {
        let plan = judged(&day);
        let (places, meeting) = price.split_at(6);
        let prices = day.companies.iter().map(|company| company.id).zip(places.iter().copied());
        let certificate = Certificate { aim: Aim::Wishes, prices: prices.collect(), meeting: meeting[0] };
        let weight = |day: &Day| plan.rows.iter().map(|row| {
            let person = day.people.iter().find(|person| person.id == row.person).unwrap();
            let past = day.finished.iter().filter(|m| m.person == row.person);
            let past: std::collections::BTreeSet<_> = past.map(|m| m.company).collect();
            let new = person.wishes.iter().filter(|w| row.wishes_met.contains(&w.company) && !past.contains(&w.company));
            new.map(|wish| i128::from(wish.weight)).sum::<i128>()
        }).sum::<i128>();
        prop_assert!(proven_by(&day, &certificate).unwrap() >= weight(&day));
    }
}

fn asked<'a>(day: &'a Day, row: &Row) -> &'a Person {
    day.people.iter().find(|person| person.id == row.person).expect("a person of the day")
}

/// Rounds until nobody meets anybody any more.
fn lasts(plan: &Plan) -> usize {
    plan.meetings().last().map_or(0, |meeting| meeting.round as usize + 1)
}

fn waiting(plan: &Plan, row: &Row) -> u32 {
    let day = row.places.iter().zip(0..lasts(plan));
    let waits = day.filter(|(place, _)| **place == Place::Quiet);
    waits.fold(0, |rounds, (_, round)| rounds | 1 << round)
}

/// The squares of the stretches of waiting.
fn in_a_row(rounds: u32) -> usize {
    let stretches = format!("{rounds:b}");
    stretches.split('0').map(|stretch| stretch.len().pow(2)).sum()
}

/// Whether a seat at this company could change hands without a loss that counts more than waiting.
fn would_take(day: &Day, taker: &Row, giver: &Row, company: CompanyId) -> bool {
    let (gets, gives) = (asked(day, taker), asked(day, giver));
    let may = !taker.places.contains(&Place::Table(company))
        && !gets.forbidden.contains(&company)
        && gets.at_most.is_none_or(|most| taker.met < most);
    let promised = |person: &Person| day.promise.min(person.at_most.unwrap_or(u32::MAX));
    let gained = i64::from(promised(gets).saturating_sub(taker.met));
    let lost = i64::from((promised(gives) + 1).saturating_sub(giver.met));
    let wish = |person: &Person| {
        let wish = person.wishes.iter().find(|wish| wish.company == company);
        wish.map_or(0, |wish| wish.weight)
    };
    may && (gained, i64::from(wish(gets))) >= (lost, i64::from(wish(gives)))
}

fn bound_of(day: &Day) -> i128 {
    let hall = Hall::of(day).unwrap();
    let scale = Scale::of(&hall, Aim::Everything);
    proven(&hall, &scale, &relax(&hall, &scale).prices)
}

/// Every id another, in another order.
fn renamed(day: &Day, mask: u128) -> Day {
    let mut day = day.clone();
    let company = |id: CompanyId| CompanyId(id.0 ^ mask);
    let person = |id: PersonId| PersonId(id.0 ^ mask >> 1);
    for one in &mut day.people {
        one.id = person(one.id);
        one.wishes.iter_mut().for_each(|wish| wish.company = company(wish.company));
        one.forbidden.iter_mut().for_each(|id| *id = company(*id));
    }
    day.companies.iter_mut().for_each(|one| one.id = company(one.id));
    for meeting in &mut day.finished {
        meeting.person = person(meeting.person);
        meeting.company = company(meeting.company);
    }
    day
}
