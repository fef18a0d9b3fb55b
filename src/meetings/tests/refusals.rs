//! Days that contradict themselves, and the sentence for each.

use crate::meetings::*;

const MIA: PersonId = PersonId(1);
const BAKERY: CompanyId = CompanyId(7);
const NOBODY: CompanyId = CompanyId(8);

fn refusal(change: impl FnOnce(&mut Day)) -> String {
    let mut day = Day {
        rounds: 4,
        from: 1,
        promise: 1,
        companies: vec![Company { id: BAKERY, seats: 2, away: Rounds::NONE }],
        people: vec![Person::new(MIA)],
        groups: Groups::Free,
        finished: vec![Meeting { round: 0, company: BAKERY, person: MIA }],
        before: vec![Meeting { round: 9, company: NOBODY, person: PersonId(5) }],
        seed: 0,
    };
    plan(&day).expect("in order before the change");
    change(&mut day);
    plan(&day).expect_err("a contradiction").to_string()
}

#[test]
fn every_contradiction_is_named() {
    let wish = |company, weight| Wish { company, weight };
    let met = |round, company, person| Meeting { round, company, person };
    let sentences = [
        refusal(|day| day.rounds = 33),
        refusal(|day| day.from = 5),
        refusal(|day| day.people = (0..5_001).map(|id| Person::new(PersonId(id))).collect()),
        refusal(|day| day.companies = vec![day.companies[0].clone(); 1_001]),
        refusal(|day| day.people.push(Person::new(MIA))),
        refusal(|day| day.companies.push(day.companies[0].clone())),
        refusal(|day| day.companies[0].seats = 0),
        refusal(|day| day.companies[0].seats = 13),
        refusal(|day| day.people[0].wishes = vec![wish(NOBODY, 1)]),
        refusal(|day| day.people[0].wishes = vec![wish(BAKERY, 1), wish(BAKERY, 2)]),
        refusal(|day| day.people[0].wishes = vec![wish(BAKERY, 0)]),
        refusal(|day| day.people[0].forbidden = vec![NOBODY]),
        refusal(|day| day.people[0].pause_after = Some(0)),
        refusal(|day| day.finished.push(met(0, BAKERY, PersonId(2)))),
        refusal(|day| day.finished = vec![met(0, NOBODY, MIA)]),
        refusal(|day| day.finished = vec![met(1, BAKERY, MIA)]),
        refusal(|day| day.finished.push(met(0, BAKERY, MIA))),
    ];
    let words = [
        "rounds: 33",
        "from: round 5",
        "people: 5001",
        "companies: 1001",
        "people: 1 is listed twice",
        "companies: 7 is listed twice",
        "0 seats",
        "13 seats",
        "wishes name company 8",
        "wished for twice",
        "weighs 0",
        "forbidden names company 8",
        "pause_after is 0",
        "person 2 is not",
        "company 8 is not",
        "in round 1",
        "two tables in round 0",
    ];
    for (sentence, words) in sentences.iter().zip(words) {
        assert!(sentence.contains(words), "{sentence:?} does not say {words:?}");
    }
    assert_eq!(sentences.len(), words.len());
}
