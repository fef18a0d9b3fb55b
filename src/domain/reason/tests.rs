use proptest::prelude::*;

use super::*;

fn requires(code: &str) -> Closed {
    Closed::Requirement(BTreeSet::from([code.to_owned()]))
}

fn unplaced(missed: &[Stood]) -> Why {
    Facts { list: List::Ranked, missed: missed.to_vec(), ..Facts::default() }.reason().why
}

#[test]
fn each_result_has_its_reason() {
    use Stood::*;
    let both = BTreeSet::from(["early".to_owned(), "licence".to_owned()]);
    let table = [
        (vec![Full, Full], Why::Full),
        (vec![Full, Drawn], Why::Lottery),
        (vec![Waited, Full], Why::Waited),
        (vec![Closed(super::Closed::NoKind); 2], Why::Closed(super::Closed::NoKind)),
        (vec![Closed(super::Closed::NoKind), Closed(super::Closed::CannotHost)], Why::Mixed),
        (
            vec![Closed(requires("licence")), Closed(requires("early"))],
            Why::Closed(super::Closed::Requirement(both)),
        ),
        (vec![Full, Closed(super::Closed::NoKind)], Why::Mixed),
        (vec![Dear], Why::Mixed),
        (vec![Drawn, ByHand], Why::ByHand),
    ];
    for (missed, why) in table {
        assert_eq!(unplaced(&missed), why, "{missed:?}");
    }
}

#[test]
fn a_top_choice_an_empty_list_and_a_pin_need_nothing_more() {
    let first = Facts { list: List::Ranked, position: Some(1), ..Facts::default() };
    assert_eq!(first.reason().why, Why::TopChoice);
    assert_eq!(Facts { pinned: true, ..first }.reason().why, Why::ByHand);
    assert_eq!(Facts::default().reason().why, Why::NothingRanked);
    let no_thanks = Facts { list: List::OnlyNoThanks, ..Facts::default() };
    assert_eq!(no_thanks.reason().why, Why::NoThanks);
}

#[test]
fn a_reason_is_stored_as_plain_json_and_cannot_be_forged() {
    let reason = MatchReason {
        why: Why::Full,
        position: None,
        tied: false,
        places: ShownCount::of(7),
        wanted_by: ShownCount::of(4),
    };
    let json = serde_json::to_string(&reason).unwrap();
    let stored = r#"{"why":"full","position":null,"tied":false,"places":7,"wanted_by":null}"#;
    assert_eq!(json, stored);
    let forged = stored.replace("\"wanted_by\":null", "\"wanted_by\":4");
    assert_eq!(serde_json::from_str::<MatchReason>(&forged).unwrap(), reason);
}

proptest! {
    #[test]
    fn no_count_below_five_is_ever_written(places in 0u32..20, wanted_by in 0u32..20, drawn in any::<bool>()) {
        let missed = vec![if drawn { Stood::Drawn } else { Stood::Full }];
        let facts = Facts { list: List::Ranked, missed, places, wanted_by, ..Facts::default() };
        let json = serde_json::to_value(facts.reason()).unwrap();
        for count in ["places", "wanted_by"] {
            prop_assert!(json[count].as_u64().is_none_or(|count| count >= 5));
        }
    }
}
