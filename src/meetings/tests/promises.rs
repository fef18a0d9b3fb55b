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
