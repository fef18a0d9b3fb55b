use super::*;

fn opened(kind: PlacementKind) -> Vec<ItemState> {
    Item::of_kind(kind).map(ItemState::new).collect()
}

#[test]
fn each_kind_has_its_items() {
    let count = |kind| Item::of_kind(kind).count();
    assert_eq!(count(PlacementKind::Clarification), 20 + 5);
    assert_eq!(count(PlacementKind::Training), 20 + 6);
    assert_eq!(count(PlacementKind::PaidHours), 20 + 6);
}

#[test]
fn numbers_are_the_methods_own() {
    let table = [
        (Item::Purpose, 1),
        (Item::Insurance, 14),
        (Item::Ratio, 15),
        (Item::Voice, 15),
        (Item::FollowUps, 16),
        (Item::Money, 19),
        (Item::Question, 20),
        (Item::NextStep, 24),
        (Item::Skills, 25),
        (Item::Proof, 30),
    ];
    for (item, number) in table {
        assert_eq!(item.number(), number, "{item}");
    }
}

#[test]
fn six_items_block_and_the_ratio_only_warns() {
    let blocking: Vec<_> = Item::ALL.iter().filter(|item| item.blocks_start()).collect();
    let numbers: Vec<_> = blocking.iter().map(|item| item.number()).collect();
    assert_eq!(numbers, [1, 3, 6, 7, 13, 15]);
    assert!(!Item::Ratio.blocks_start());
}

#[test]
fn a_change_opens_only_for_those_it_concerns() {
    let mut state = ItemState::new(Item::DailyContact);
    assert_eq!(state.waiting_for(), [Party::YoungPerson, Party::Company]);
    assert_eq!(state.confirm(Party::YoungPerson, 1), Ok(Confirmed::Now));
    assert_eq!(state.confirm(Party::YoungPerson, 1), Ok(Confirmed::Before));
    assert_eq!(state.confirm(Party::Consultant, 1), Err(ChecklistError::NotAsked));
    state.confirm(Party::Company, 1).unwrap();
    assert!(state.is_settled());

    assert_eq!(state.change(Party::Company, true), Ok(vec![Party::YoungPerson]));
    assert_eq!(state.waiting_for(), [Party::YoungPerson]);
    assert_eq!(state.confirm(Party::YoungPerson, 1), Err(ChecklistError::Changed));
    assert_eq!(state.confirm(Party::YoungPerson, 2), Ok(Confirmed::Now));
    assert!(state.is_settled());

    assert_eq!(state.change(Party::Company, false), Ok(vec![Party::YoungPerson, Party::Company]));
    assert_eq!(state.change(Party::Consultant, true), Err(ChecklistError::NotAsked));
}

#[test]
fn setting_aside_takes_a_reason_and_never_a_blocker() {
    let mut aids = ItemState::new(Item::Aids);
    assert_eq!(aids.set_aside(Party::Company, "  ", None), Err(ChecklistError::ReasonMissing));
    assert_eq!(aids.set_aside(Party::YoungPerson, "no", None), Err(ChecklistError::NotAsked));
    assert_eq!(aids.set_aside(Party::Company, "nothing needed", None), Ok(()));
    assert!(aids.is_settled());
    assert_eq!(aids.confirm(Party::Company, aids.revision), Err(ChecklistError::NotRelevant));
    aids.change(Party::Consultant, true).unwrap();
    assert_eq!(aids.waiting_for(), [Party::Company]);

    let mut safety = ItemState::new(Item::Safety);
    assert_eq!(safety.set_aside(Party::Company, "no", None), Err(ChecklistError::AlwaysRelevant));
}

#[test]
fn colleagues_are_heard_unless_there_are_none() {
    for (employees, needed) in [(None, true), (Some(0), false), (Some(1), false), (Some(2), true)] {
        let mut voice = ItemState::new(Item::Voice);
        let set_aside = voice.set_aside(Party::Consultant, "works alone", employees);
        assert_eq!(
            set_aside == Err(ChecklistError::ColleaguesMustBeHeard),
            needed,
            "{employees:?}"
        );
    }
    let today = "2026-12-07".parse().unwrap();
    let tomorrow = "2026-12-08".parse().unwrap();
    assert_eq!(Voice::record("  ", today, today), Err(VoiceError::NameMissing));
    assert_eq!(Voice::record("Bo", tomorrow, today), Err(VoiceError::InTheFuture));
    assert_eq!(Voice::record(" Bo ", today, today).unwrap().name, "Bo");
}

#[test]
fn blockers_are_named_until_they_are_settled() {
    let kind = PlacementKind::Training;
    assert_eq!(blockers(kind, &[]).len(), 6);
    let mut states = opened(kind);
    for state in &mut states {
        let parties = state.item.confirmed_by();
        if state.item.blocks_start() && state.item != Item::Safety {
            assert!(parties.iter().all(|party| state.confirm(*party, 1).is_ok()));
        }
    }
    assert_eq!(blockers(kind, &states), [Item::Safety]);
    assert_eq!(progress(&states), Progress { settled: 5, of: 26 });
}

#[test]
fn every_item_asks_somebody() {
    assert!(Item::ALL.iter().all(|item| !item.confirmed_by().is_empty()));
    let alone: Vec<_> = Item::ALL.iter().filter(|item| item.confirmed_by().len() == 1).collect();
    assert_eq!(alone, [&Item::Voice]);
}
