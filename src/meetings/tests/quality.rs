//! Small days told in full, each with the one thing it is about.

use crate::meetings::*;

fn day(rounds: u32, companies: u128, seats: u32, people: u128) -> Day {
    let company = |id| Company { id: CompanyId(id), seats, away: Rounds::NONE };
    Day {
        rounds,
        from: 0,
        promise: rounds,
        companies: (0..companies).map(company).collect(),
        people: (0..people).map(|id| Person::new(PersonId(id))).collect(),
        groups: Groups::Free,
        finished: Vec::new(),
        before: Vec::new(),
        seed: 0,
    }
}

fn lacks(day: &Day) -> Vec<Vec<(u32, Why)>> {
    let rows = plan(day).unwrap().rows.into_iter();
    rows.map(|row| row.lacks.iter().map(|lack| (lack.meetings, lack.why)).collect()).collect()
}

#[test]
fn what_is_lacking_is_spread_and_named() {
    // Eight places for four people who were promised three each.
    let mut day = day(2, 2, 2, 4);
    day.promise = 3;
    assert_eq!(lacks(&day), vec![vec![(1, Why::Away)]; 4]);

    // Four places for four people who were promised two each.
    day.companies.iter_mut().for_each(|company| company.seats = 1);
    day.promise = 2;
    assert_eq!(lacks(&day), vec![vec![(1, Why::Seats)]; 4]);
}

#[test]
fn each_reason_has_its_day() {
    let mut away = day(3, 3, 3, 2);
    away.people[0].away = Rounds::of([1]);
    assert_eq!(lacks(&away), [vec![(1, Why::Away)], vec![]]);

    let mut tired = day(3, 3, 3, 2);
    tired.people[1].pause_after = Some(1);
    assert_eq!(lacks(&tired), [vec![], vec![(1, Why::Pauses)]]);

    let mut forbidden = day(3, 3, 3, 2);
    forbidden.people[0].forbidden = vec![CompanyId(1), CompanyId(2)];
    assert_eq!(lacks(&forbidden), [vec![(2, Why::Forbidden)], vec![]]);

    let mut alone = day(3, 3, 1, 2);
    alone.people[0].not_alone = true;
    assert_eq!(lacks(&alone), [vec![(3, Why::Alone)], vec![]]);

    assert_eq!(lacks(&day(3, 2, 3, 1)), [vec![(1, Why::MetAll)]]);
}

#[test]
fn pauses_and_the_quiet_place_are_places() {
    let mut day = day(4, 3, 1, 2);
    day.people[0].pause_after = Some(1);
    day.people[1].pauses = Rounds::of([2]);
    day.people[1].at_most = Some(2);
    let plan = plan(&day).unwrap();
    let first = &plan.of(PersonId(0)).unwrap().places;
    assert_eq!(first.iter().filter(|place| matches!(place, Place::Table(_))).count(), 2);
    let second = &plan.of(PersonId(1)).unwrap().places;
    assert_eq!(second[2], Place::Pause);
    assert_eq!(second.iter().filter(|place| **place == Place::Quiet).count(), 1);
}

#[test]
fn nobody_sits_alone_who_asked_not_to_even_if_a_wish_is_lost() {
    let mut day = day(1, 2, 2, 2);
    day.promise = 0;
    day.people[0].wishes = Wish::ordered([CompanyId(0)]);
    day.people[1].wishes = Wish::ordered([CompanyId(1)]);
    day.people[1].not_alone = true;
    let plan = plan(&day).unwrap();
    let [one, other] = [0, 1].map(|id| plan.of(PersonId(id)).unwrap().places[0]);
    assert_eq!(one, other, "one wish is better than none");
    assert_eq!(plan.closeness.wishes, Reach { reached: 10, at_most: 20 });
    assert!(!plan.closeness.is_best());
}

#[test]
fn groups_are_mixed_and_kept() {
    for (groups, alike) in [(Groups::Mixed(Force::Wish), false), (Groups::Kept(Force::Must), true)]
    {
        let mut day = day(4, 8, 2, 8);
        day.groups = groups;
        for person in &mut day.people {
            person.group = Some(GroupId(person.id.0 % 2));
            person.not_alone = true;
        }
        let plan = plan(&day).unwrap();
        assert!(plan.closeness.is_best(), "{:?}", plan.closeness);
        let meetings = plan.meetings();
        for table in
            meetings.chunk_by(|one, other| (one.round, one.company) == (other.round, other.company))
        {
            let [one, other] = table else { panic!("a table of {}", table.len()) };
            assert_eq!(one.person.0 % 2 == other.person.0 % 2, alike);
        }
    }
}

#[test]
fn another_seed_may_choose_another_plan_as_good() {
    let plans = [0, 1, 2, 3].map(|seed| {
        let mut day = day(4, 8, 2, 8);
        day.people.iter_mut().for_each(|person| person.not_alone = true);
        day.seed = seed;
        plan(&day).unwrap()
    });
    assert!(plans.iter().all(|plan| plan.closeness.is_best()));
    assert!(plans.iter().any(|plan| plan.rows != plans[0].rows));
}

#[test]
fn empty_days_have_empty_plans() {
    for (rounds, companies, people) in [(0, 2, 2), (2, 0, 2), (2, 2, 0), (32, 1, 1)] {
        let plan = plan(&day(rounds, companies, 2, people)).unwrap();
        assert_eq!(plan.rows.len(), people as usize);
    }
}
