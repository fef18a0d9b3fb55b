use chrono::{Days, TimeZone};
use proptest::prelude::*;

use super::*;
use crate::domain::checklist::Item;
use crate::domain::kinds::TargetGroup;
use crate::domain::legal::{Length, LengthRule};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn utc(day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 12, day, 12, 0, 0).unwrap()
}

fn four_weeks() -> LengthRule {
    LengthRule { target_group: TargetGroup::JobReady, longest_weeks: 4, extended_weeks: 8 }
}

const GRANTED: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 12, 5);

fn agreed() -> Placement {
    let mut placement = Placement::proposed(utc(11));
    placement.accept(Party::YoungPerson, utc(4)).unwrap();
    placement.accept(Party::Company, utc(5)).unwrap();
    placement
}

fn set(placement: &mut Placement, starts: &str, ends: &str) -> Result<Done, DatesError> {
    placement.set_dates(day(starts), day(ends), &four_weeks(), Length::Ordinary, day("2026-12-07"))
}

fn running() -> Placement {
    let mut placement = agreed();
    set(&mut placement, "2026-12-07", "2026-12-31").unwrap();
    placement.start(Vec::new(), GRANTED, day("2026-12-07"), utc(7)).unwrap();
    placement
}

fn ending(kind: EndKind, reason: Option<EndReason>, on: &str) -> Ending {
    Ending { kind, reason, on: day(on) }
}

#[test]
fn two_yeses_agree_and_a_second_press_changes_nothing() {
    let mut placement = Placement::proposed(utc(11));
    assert_eq!(placement.accept(Party::YoungPerson, utc(4)), Ok(Accepted::WaitingForOther));
    assert_eq!(placement.accept(Party::YoungPerson, utc(4)), Ok(Accepted::Before));
    assert_eq!(placement.accept(Party::Company, utc(5)), Ok(Accepted::NowAgreed));
    let after = placement.clone();
    assert_eq!(placement.accept(Party::Company, utc(6)), Ok(Accepted::Before));
    assert_eq!(placement, after);
    assert_eq!(placement.agreed_at, Some(utc(5)));
}

#[test]
fn a_yes_after_the_date_counts_while_the_place_is_free() {
    let mut placement = Placement::proposed(utc(11));
    assert_eq!(placement.accept(Party::Company, utc(20)), Ok(Accepted::WaitingForOther));
    placement.withdraw().unwrap();
    assert_eq!(placement.accept(Party::YoungPerson, utc(21)), Err(AnswerError::PlaceTaken));
    assert_eq!(placement.decline(Party::YoungPerson, utc(21)), Err(AnswerError::PlaceTaken));
}

#[test]
fn silence_is_a_call_and_never_a_no() {
    let mut placement = Placement::proposed(utc(11));
    assert!(placement.silent_parties(utc(10)).is_empty());
    assert_eq!(placement.silent_parties(utc(11)), [Party::YoungPerson, Party::Company]);
    placement.talk_first(Party::YoungPerson, utc(12)).unwrap();
    assert_eq!(placement.silent_parties(utc(12)), [Party::Company]);
    placement.accept(Party::YoungPerson, utc(12)).unwrap();
    placement.accept(Party::Company, utc(13)).unwrap();
    assert!(placement.silent_parties(utc(30)).is_empty());
}

#[test]
fn talking_first_keeps_the_place_and_takes_a_yes_back() {
    let mut placement = Placement::proposed(utc(11));
    placement.accept(Party::YoungPerson, utc(4)).unwrap();
    assert_eq!(placement.talk_first(Party::YoungPerson, utc(5)), Ok(Done::Now));
    assert_eq!(placement.talk_first(Party::YoungPerson, utc(5)), Ok(Done::Before));
    assert_eq!(placement.accept(Party::Company, utc(6)), Ok(Accepted::WaitingForOther));
    assert_eq!(placement.accept(Party::YoungPerson, utc(7)), Ok(Accepted::NowAgreed));
    assert_eq!(placement.talk_first(Party::Company, utc(8)), Err(AnswerError::Agreed));
}

#[test]
fn one_no_declines_for_both() {
    let mut placement = Placement::proposed(utc(11));
    assert_eq!(placement.decline(Party::Company, utc(4)), Ok(Done::Now));
    assert_eq!(placement.decline(Party::Company, utc(4)), Ok(Done::Before));
    assert_eq!(placement.accept(Party::YoungPerson, utc(5)), Err(AnswerError::Declined));
    assert_eq!(placement.talk_first(Party::YoungPerson, utc(5)), Err(AnswerError::Declined));
    assert_eq!(agreed().decline(Party::Company, utc(6)), Err(AnswerError::Agreed));
}

#[test]
fn a_consultant_is_no_party() {
    let mut placement = Placement::proposed(utc(11));
    assert_eq!(placement.accept(Party::Consultant, utc(4)), Err(AnswerError::NotAParty));
    assert_eq!(placement.decline(Party::Consultant, utc(4)), Err(AnswerError::NotAParty));
    assert_eq!(placement.status, Status::Proposed);
}

#[test]
fn dates_keep_within_the_law() {
    let mut placement = agreed();
    let latest = day("2027-01-10");
    assert_eq!(
        set(&mut placement, "2026-12-14", "2027-01-11"),
        Err(DatesError::TooLong { latest })
    );
    assert_eq!(set(&mut placement, "2026-12-14", "2026-12-13"), Err(DatesError::EndBeforeStart));
    assert_eq!(set(&mut placement, "2026-12-06", "2026-12-13"), Err(DatesError::InThePast));
    assert_eq!(set(&mut placement, "2028-01-03", "2028-01-04"), Err(DatesError::TooFarAhead));
    assert_eq!(set(&mut placement, "2026-12-14", "2027-01-10"), Ok(Done::Now));
    assert_eq!(set(&mut placement, "2026-12-14", "2027-01-10"), Ok(Done::Before));
    assert_eq!(set(&mut placement, "2026-12-14", "2026-12-14"), Ok(Done::Now));
    let mut proposed = Placement::proposed(utc(11));
    assert_eq!(set(&mut proposed, "2026-12-14", "2027-01-10"), Err(DatesError::NotAgreed));
}

#[test]
fn a_running_placement_keeps_its_first_day_and_can_be_extended() {
    let mut placement = running();
    assert_eq!(set(&mut placement, "2026-12-08", "2026-12-31"), Err(DatesError::Started));
    assert_eq!(
        set(&mut placement, "2026-12-07", "2027-01-20"),
        Err(DatesError::TooLong { latest: day("2027-01-03") })
    );
    let extended = placement.set_dates(
        day("2026-12-07"),
        day("2027-01-20"),
        &four_weeks(),
        Length::Extended,
        day("2026-12-20"),
    );
    assert_eq!(extended, Ok(Done::Now));
}

#[test]
fn only_dates_named_items_and_a_missing_grant_block_the_start() {
    let mut placement = agreed();
    let today = day("2026-12-14");
    assert_eq!(placement.start(Vec::new(), GRANTED, today, utc(14)), Err(StartError::NoDates));
    set(&mut placement, "2026-12-14", "2026-12-18").unwrap();
    let blocked = placement.start(vec![Item::Safety], GRANTED, today, utc(14));
    assert_eq!(blocked, Err(StartError::Blocked(vec![Item::Safety])));
    assert_eq!(
        placement.start(Vec::new(), GRANTED, day("2026-12-13"), utc(13)),
        Err(StartError::TooEarly { first_day: today })
    );
    assert_eq!(
        placement.start(Vec::new(), GRANTED, day("2026-12-19"), utc(19)),
        Err(StartError::TooLate { last_day: day("2026-12-18") })
    );
    assert_eq!(placement.start(Vec::new(), None, today, utc(14)), Err(StartError::NotGranted));
    assert_eq!(placement.start(Vec::new(), GRANTED, today, utc(14)), Ok(Done::Now));
    assert_eq!(placement.start(vec![Item::Safety], GRANTED, today, utc(15)), Ok(Done::Before));
    assert_eq!(placement.started_at, Some(utc(14)));
    assert_eq!(placement.withdraw(), Err(WithdrawError::Running));
}

#[test]
fn endings_are_true() {
    let today = day("2026-12-31");
    let table = [
        (
            ending(EndKind::AsAgreed, None, "2026-12-20"),
            Err(EndError::NotOverYet { last_day: today }),
        ),
        (ending(EndKind::AsAgreed, None, "2026-12-31"), Ok(Done::Now)),
        (ending(EndKind::Early, None, "2026-12-20"), Err(EndError::ReasonMissing)),
        (ending(EndKind::Early, Some(EndReason::GotJob), "2026-12-20"), Ok(Done::Now)),
        (ending(EndKind::Early, Some(EndReason::GotJob), "2026-12-31"), Err(EndError::NotEarly)),
        (ending(EndKind::Switched, None, "2026-12-20"), Ok(Done::Now)),
        (ending(EndKind::Switched, None, "2027-01-01"), Err(EndError::InTheFuture)),
        (ending(EndKind::Switched, None, "2026-12-06"), Err(EndError::BeforeStart)),
    ];
    for (ending, expected) in table {
        let mut placement = running();
        assert_eq!(placement.end(ending, today, utc(31)), expected, "{ending:?}");
        assert_eq!(placement.ending.is_some(), expected.is_ok());
    }
}

#[test]
fn nothing_lasts_longer_than_was_agreed() {
    let (last_day, today) = (day("2026-12-31"), day("2027-01-08"));
    for kind in [EndKind::AsAgreed, EndKind::Early, EndKind::Switched] {
        let mut placement = running();
        let late = ending(kind, Some(EndReason::Other), "2027-01-08");
        let refused = placement.end(late, today, utc(31));
        assert_eq!(refused, Err(EndError::AfterAgreed { last_day }));
        assert_eq!(placement.ending, None);
    }
    let mut placement = running();
    let agreed = ending(EndKind::AsAgreed, None, "2026-12-31");
    assert_eq!(placement.end(agreed, today, utc(31)), Ok(Done::Now));
}

#[test]
fn ending_twice_keeps_the_first_ending() {
    let mut placement = running();
    let first = ending(EndKind::Switched, None, "2026-12-20");
    placement.end(first, day("2026-12-20"), utc(20)).unwrap();
    let second = ending(EndKind::Early, Some(EndReason::Other), "2026-12-21");
    assert_eq!(placement.end(second, day("2026-12-21"), utc(21)), Ok(Done::Before));
    assert_eq!(placement.ending, Some(first));
    let nothing = ending(EndKind::Switched, None, "2026-12-20");
    assert_eq!(agreed().end(nothing, day("2026-12-20"), utc(20)), Err(EndError::NotStarted));
}

proptest! {
    /// Whatever is pressed in whatever order: agreed means two yeses, and what is over stays over.
    #[test]
    fn no_order_of_presses_breaks_the_life(presses in prop::collection::vec(0u8..9, 0..40)) {
        let mut placement = Placement::proposed(utc(11));
        let today = day("2026-12-07");
        for press in presses {
            let before = placement.status;
            let last = today.checked_add_days(Days::new(20)).unwrap();
            match press {
                0 => drop(placement.accept(Party::YoungPerson, utc(4))),
                1 => drop(placement.accept(Party::Company, utc(4))),
                2 => drop(placement.talk_first(Party::Company, utc(4))),
                3 => drop(placement.decline(Party::YoungPerson, utc(4))),
                4 => drop(placement.withdraw()),
                5 => drop(placement.set_dates(today, last, &four_weeks(), Length::Ordinary, today)),
                6 => drop(placement.start(Vec::new(), GRANTED, today, utc(7))),
                7 => drop(placement.end(ending(EndKind::Switched, None, "2026-12-07"), today, utc(7))),
                _ => drop(placement.accept(Party::Consultant, utc(4))),
            }
            let over = matches!(before, Status::Ended | Status::Declined | Status::Withdrawn);
            prop_assert!(!over || placement.status == before);
            if matches!(placement.status, Status::Agreed | Status::Running | Status::Ended) {
                prop_assert!(placement.answers.both_yes());
            }
        }
    }
}
