//! The two days that the planner is made for, with everybody there and as days really are.

use super::referee::judge;
use crate::meetings::chance::Chance;
use crate::meetings::*;

fn crowd(people: u128, seats: u32, seed: u64) -> Day {
    let mut chance = Chance::new(seed);
    let company = |id| Company { id: CompanyId(id), seats, away: Rounds::NONE };
    let person = |id| {
        let mut person = Person::new(PersonId(id));
        // The smaller of two draws, so that some companies are wanted by many.
        let mut list: Vec<_> = (0..6).map(|_| chance.below(40).min(chance.below(40))).collect();
        list.sort_unstable();
        list.dedup();
        chance.shuffle(&mut list);
        person.wishes = Wish::ordered(list.into_iter().map(|c| CompanyId(c as u128)));
        person.group = Some(GroupId(id / 8));
        person
    };
    Day {
        rounds: 8,
        from: 0,
        promise: 5,
        companies: (0..40).map(company).collect(),
        people: (0..people).map(person).collect(),
        groups: Groups::Free,
        finished: Vec::new(),
        before: Vec::new(),
        seed,
    }
}

fn uneven(mut day: Day) -> Day {
    for (person, n) in day.people.iter_mut().zip(0..) {
        person.not_alone = n % 4 == 0;
        person.pause_after = (n % 7 == 3).then_some(3);
        if n % 10 == 1 {
            person.away = Rounds::of([0]);
        }
        if n % 9 == 5 {
            person.forbidden = vec![CompanyId(n % 40)];
        }
    }
    day.companies[7].away = Rounds::from(5);
    day.companies[11].away = Rounds::from(6);
    day.groups = Groups::Mixed(Force::Wish);
    day
}

#[test]
fn a_crowd_that_is_there_all_day_has_the_best_plan() {
    for (people, seats) in [(80, 2), (200, 5), (90, 2), (60, 2)] {
        let day = crowd(people, seats, 3);
        let plan = plan(&day).unwrap();
        assert_eq!(judge(&day, &plan), Ok(()));
        assert!(plan.closeness.is_best(), "{people}: {:?}", plan.closeness);
        assert!(plan.rows.iter().all(|row| row.lacks.is_empty()), "{people}");
    }
}

#[test]
fn a_crowd_as_crowds_are_has_its_promise_and_nearly_all_wishes() {
    for (people, seats) in [(80, 2), (200, 5)] {
        let day = uneven(crowd(people, seats, 5));
        let plan = plan(&day).unwrap();
        assert_eq!(judge(&day, &plan), Ok(()));
        let close = &plan.closeness;
        assert_eq!(close.promise.gap(), 0, "{people}");
        assert!(plan.rows.iter().all(|row| row.lacks.is_empty()), "{people}");
        assert!(close.wishes.gap() * 100 <= close.wishes.at_most, "{people}: {close:?}");
    }
}
