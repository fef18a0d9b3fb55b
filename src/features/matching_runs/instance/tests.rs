use uuid::Uuid;

use super::*;
use crate::domain::HostAnswer;
use crate::domain::capacity::{FreeAtMentor, FreeInCompany, FreeOfKind, FreePlace};
use crate::features::matching_runs::notes::{CompanyNote, Out, PlaceNote, read};
use PlacementKind::{Clarification, Training};

fn id<T: From<Uuid>>(number: u128) -> T {
    T::from(Uuid::from_u128(number))
}

/// The bakery: a mentor with two at once over both kinds, three in all.
fn bakery() -> Company {
    let of = |kind, place, free| FreeOfKind {
        kind,
        free,
        places: vec![FreePlace { place: id(place), free }],
    };
    Company {
        id: id(1),
        stands: Stands::Free(FreeInCompany {
            free: Some(3),
            mentors: vec![FreeAtMentor {
                mentor: id(50),
                free: Some(2),
                kinds: vec![of(Clarification, 11, 2), of(Training, 12, 1)],
            }],
            kinds: vec![of(Clarification, 13, 1)],
        }),
        host: BTreeMap::from([
            (Clarification, HostAnswer::CanHost),
            (Training, HostAnswer::TalkFirst),
        ]),
    }
}

fn ranking(classes: &[&[u128]]) -> Option<Ranking> {
    let rows = classes.iter().zip(1u32..);
    let rows =
        rows.flat_map(|(class, at)| class.iter().map(move |one| (id(*one), Some(at), false)));
    Some(Ranking::from_rows(rows))
}

fn person(number: u128, purpose: PlacementKind, classes: &[&[u128]]) -> Person {
    Person {
        id: id(number),
        purpose,
        fulfilled: BTreeSet::new(),
        ranking: ranking(classes),
        has_placement: false,
        has_left: false,
        came: true,
        waited: 0,
    }
}

fn facts(people: Vec<Person>, companies: Vec<Company>) -> Facts {
    Facts {
        event: id(900),
        seed: "the secret".into(),
        people,
        companies,
        requires: BTreeMap::new(),
        codes: BTreeMap::new(),
        adjustments: Vec::new(),
        declined: BTreeSet::new(),
    }
}

fn adjustment(
    kind: AdjustmentKind,
    person: u128,
    company: u128,
    place: Option<u128>,
) -> Adjustment {
    Adjustment {
        id: id(700),
        kind,
        young_person: id(person),
        company: id(company),
        place: place.map(id),
        reason: "Har været der før".into(),
        by: id(800),
    }
}

fn made(facts: &Facts) -> InstanceFile<'static> {
    facts.instance(Objective::GreedyGenerous).expect("an instance")
}

#[test]
fn who_has_saved_a_list_and_has_no_place_is_an_applicant() {
    let mut placed = person(2, Training, &[&[1]]);
    placed.has_placement = true;
    let mut gone = person(3, Training, &[&[1]]);
    gone.has_left = true;
    let draft = Person { ranking: None, ..person(4, Training, &[]) };
    let facts = facts(vec![person(5, Training, &[&[1]]), placed, gone, draft], vec![bakery()]);
    let file = made(&facts);
    assert_eq!(file.applicants.len(), 1);
    assert_eq!(file.applicants[0].id.as_str(), id::<YoungPersonId>(5).to_string());
    let absences: Vec<_> = facts.people.iter().map(Person::absence).collect();
    let expected =
        [None, Some(Absence::HasPlacement), Some(Absence::Left), Some(Absence::NoRanking)];
    assert_eq!(absences, expected);
}

#[test]
fn a_list_keeps_its_ties_and_a_purpose_is_one_kind() {
    let companies = vec![bakery(), Company { id: id(6), ..bakery() }];
    let mut companies = companies;
    companies[1].stands = Stands::NotComing;
    let file = made(&facts(vec![person(5, Training, &[&[6, 1]])], companies));
    let entry = &file.applicants[0];
    assert_eq!(entry.preferences.len(), 1);
    assert_eq!(entry.preferences[0].ids().len(), 2);
    let kinds: Vec<_> = entry.kinds.iter().flatten().map(Id::as_str).collect();
    assert_eq!(kinds, ["training"]);
}

#[test]
fn the_tree_runs_from_company_over_mentor_and_kind_to_place() {
    let file = made(&facts(vec![person(5, Training, &[&[1]])], vec![bakery()]));
    let instance = file.to_instance().expect("a tree");
    let place = instance.find_node(&id::<PlaceId>(12).to_string()).expect("the place");
    let quotas: Vec<_> = instance.path(place).map(|node| instance.quota(node)).collect();
    assert_eq!(quotas, [Some(1), Some(1), Some(2), Some(3)]);
    let alone = instance.find_node(&id::<PlaceId>(13).to_string()).expect("the place");
    assert_eq!(instance.path(alone).count(), 3, "no mentor, no mentor's group");
}

#[test]
fn not_now_and_no_answer_stay_out_and_talk_first_stays_in() {
    let mut company = bakery();
    company.host = BTreeMap::from([(Training, HostAnswer::NotNow)]);
    let file = made(&facts(vec![person(5, Training, &[&[1]])], vec![company]));
    assert!(file.posts.is_empty());
    let note: CompanyNote = read(&file.groups[0].x).unwrap();
    assert_eq!(note.out(Training), Some(Out::NotNow));
    assert_eq!(note.out(Clarification), Some(Out::NoHostAnswer));

    let file = made(&facts(vec![person(5, Training, &[&[1]])], vec![bakery()]));
    let training = file.posts.iter().find(|post| post.id.as_str() == id::<PlaceId>(12).to_string());
    let note: PlaceNote = read(&training.expect("in").x).unwrap();
    assert!(note.talk_first);
}

#[test]
fn who_is_not_coming_or_has_not_confirmed_has_no_places() {
    for stands in [Stands::NotComing, Stands::NotConfirmed] {
        let company = Company { stands, ..bakery() };
        let file = made(&facts(vec![person(5, Training, &[&[1]])], vec![company]));
        assert!(file.posts.is_empty());
        assert_eq!(file.groups[0].upper_quota, Some(0));
    }
}

#[test]
fn a_hard_requirement_forbids_the_place_and_says_which() {
    let mut facts = facts(vec![person(5, Training, &[&[1]])], vec![bakery()]);
    facts.requires = BTreeMap::from([(id(12), vec![id(60)])]);
    facts.codes = BTreeMap::from([(id(60), "driving_licence".to_owned())]);
    let file = made(&facts);
    assert_eq!(file.forbidden[0].at.as_str(), id::<PlaceId>(12).to_string());
    let x = file.forbidden[0].x.as_ref().expect("a reason");
    assert_eq!(x["missing"][0], "driving_licence");
    facts.people[0].fulfilled = BTreeSet::from([id(60)]);
    assert!(made(&facts).forbidden.is_empty());
}

#[test]
fn what_was_decided_by_hand_is_there_with_its_reason() {
    let people = vec![person(5, Training, &[&[1]]), person(6, Clarification, &[&[1]])];
    let mut facts = facts(people, vec![bakery()]);
    facts.adjustments = vec![
        adjustment(AdjustmentKind::Pin, 5, 1, Some(12)),
        Adjustment { id: id(701), ..adjustment(AdjustmentKind::Forbid, 6, 1, None) },
    ];
    let file = made(&facts);
    assert_eq!(file.pins[0].x.as_ref().expect("a reason")["reason"], "Har været der før");
    assert_eq!(file.forbidden[0].at.as_str(), id::<CompanyId>(1).to_string());
    assert_eq!(file.forbidden[0].x.as_ref().expect("a reason")["why"], "by_hand");
}

#[test]
fn a_pin_that_cannot_hold_is_refused_by_its_reason() {
    let pin = |place| adjustment(AdjustmentKind::Pin, 5, 1, Some(place));
    let facts = facts(vec![person(5, Training, &[&[1]])], vec![bakery()]);
    assert_eq!(facts.pin_error(&pin(12)), None);
    assert_eq!(facts.pin_error(&pin(99)), Some(PinError::NotOffered));
    assert_eq!(facts.pin_error(&pin(11)), Some(PinError::OtherKind));
    let stranger = adjustment(AdjustmentKind::Pin, 7, 1, Some(12));
    assert_eq!(facts.pin_error(&stranger), Some(PinError::NotInMatch));
    let unranked = adjustment(AdjustmentKind::Pin, 5, 2, Some(12));
    assert_eq!(facts.pin_error(&unranked), Some(PinError::NotRanked));
    let mut declined = facts.clone();
    declined.declined = BTreeSet::from([(id(5), id(1))]);
    assert_eq!(declined.pin_error(&pin(12)), Some(PinError::Forbidden));
    let mut strict = facts;
    strict.requires = BTreeMap::from([(id(12), vec![id(60)])]);
    assert_eq!(strict.pin_error(&pin(12)), Some(PinError::Missing));
}

#[test]
fn more_pins_than_places_are_refused() {
    let people = vec![person(5, Training, &[&[1]]), person(6, Training, &[&[1]])];
    let mut facts = facts(people, vec![bakery()]);
    facts.adjustments = vec![
        adjustment(AdjustmentKind::Pin, 5, 1, Some(12)),
        Adjustment { id: id(701), ..adjustment(AdjustmentKind::Pin, 6, 1, Some(12)) },
    ];
    match facts.instance(Objective::GreedyGenerous) {
        Err(BuildError::Pins(pins)) => assert!(pins.iter().all(|(_, why)| *why == PinError::Full)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn companies_never_rank_and_the_rest_is_as_promised() {
    let mut waiting = person(5, Training, &[&[1]]);
    waiting.waited = 3;
    let file = made(&facts(vec![waiting], vec![bakery()]));
    let text = file.to_json().expect("JSON");
    assert!(!text.contains("priorities"), "{text}");
    assert_eq!(file.rank_basis, crate::matching::RankBasis::Stated);
    assert_eq!(file.lottery.seed.as_str(), "the secret");
    assert_eq!(file.applicants[0].waited, 3);
    assert_eq!(file.objective, Some(Objective::GreedyGenerous));
}

#[test]
fn the_same_facts_in_another_order_give_the_same_letters() {
    let people = vec![person(5, Training, &[&[1]]), person(6, Clarification, &[&[1]])];
    let one = facts(
        people.clone(),
        vec![bakery(), Company { id: id(2), stands: Stands::NotComing, ..bakery() }],
    );
    let mut other = one.clone();
    other.people.reverse();
    other.companies.reverse();
    assert_eq!(made(&one).to_json().unwrap(), made(&other).to_json().unwrap());
}
