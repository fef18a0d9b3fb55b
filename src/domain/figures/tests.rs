use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn each_fact_counts_in_its_own_month() {
    let invited = |on, came, ranked, rank: Option<u32>| InvitedRow {
        event_on: day(on),
        came,
        ranked,
        rank,
        unplaced: came && rank.is_none(),
    };
    let months = by_month(
        [
            invited("2026-12-02", true, true, Some(1)),
            invited("2026-12-02", true, true, Some(3)),
            invited("2026-12-02", true, false, None),
            invited("2026-12-02", false, false, None),
        ],
        [day("2026-12-14"), day("2026-12-14")],
        [EndedRow { on: day("2027-01-08"), kind: EndKind::Switched, reason: None }],
        [OutcomeRow { noted_on: day("2027-01-20"), kind: OutcomeKind::Job }],
    );
    let december = &months[&Month { year: 2026, month: 12 }];
    let january = &months[&Month { year: 2027, month: 1 }];
    assert_eq!((december.invited, december.came, december.ranked, december.placed), (4, 3, 2, 2));
    assert_eq!(december.ranks, BTreeMap::from([(1, 1), (3, 1)]));
    assert_eq!((december.started, december.ended, january.ended), (2, 0, 1));
    assert_eq!(december.unplaced, 1);
    assert_eq!(ended_as(&months).others, (1, None));
}

#[test]
fn small_shares_hide_with_company() {
    use Share::{Count, Few};
    let table: [(&[u32], Option<Vec<Share>>); 6] = [
        (&[4], None),
        (&[5, 0], Some(vec![Count(5), Count(0)])),
        (&[9, 6], Some(vec![Count(9), Count(6)])),
        (&[9, 2], Some(vec![Few, Few])),
        (&[9, 2, 1, 6], Some(vec![Count(9), Few, Few, Few])),
        (&[9, 2, 3, 0], Some(vec![Count(9), Few, Few, Count(0)])),
    ];
    for (counts, expected) in table {
        let counts: BTreeMap<usize, u32> = counts.iter().copied().enumerate().collect();
        let shown = shares(&counts).map(|shown| shown.into_values().collect::<Vec<_>>());
        assert_eq!(shown, expected, "{counts:?}");
    }
}

#[test]
fn months_with_few_are_counted_together() {
    let ended =
        |on: &str, reason| EndedRow { on: day(on), kind: EndKind::Early, reason: Some(reason) };
    let rows = (0..5)
        .map(|_| ended("2026-03-02", EndReason::GotJob))
        .chain((0..3).map(|_| ended("2026-04-02", EndReason::Moved)))
        .chain((0..2).map(|_| ended("2026-05-04", EndReason::Moved)));
    let split = reasons(&by_month([], [], rows, []));
    let march = Month { year: 2026, month: 3 };
    assert_eq!(
        split.months,
        BTreeMap::from([(march, BTreeMap::from([(EndReason::GotJob, Share::Count(5))]))])
    );
    let moved = BTreeMap::from([(EndReason::Moved, Share::Count(5))]);
    assert_eq!(split.others, (5, Some(moved)));
}

#[test]
fn job_paid_hours_and_education_are_where_the_method_leads() {
    use OutcomeKind::{Education, Job, PaidHours, Searching};
    let many = [Job, Job, PaidHours, Education, Education, Job].map(Some);
    let not = [Some(Searching), None, None, None, None, None];
    assert_eq!(led_on(many.into_iter().chain(not)), LedOn { ended: 12, percent: Some(50) });
    assert_eq!(led_on([Some(Job), None]), LedOn { ended: 2, percent: None });
    assert_eq!(led_on(many.into_iter().chain([None])), LedOn { ended: 7, percent: None });
    assert_eq!(led_on([]), LedOn { ended: 0, percent: None });
}

proptest! {
    #[test]
    fn no_small_share_can_be_read_or_subtracted(counts in prop::collection::vec(0u32..12, 0..7)) {
        let counts: BTreeMap<usize, u32> = counts.into_iter().enumerate().collect();
        if let Some(shown) = shares(&counts) {
            let hidden: Vec<u32> = counts.iter().filter(|(key, _)| shown[key] == Share::Few).map(|(_, count)| *count).collect();
            prop_assert!(hidden.is_empty() || (hidden.len() >= 2 && hidden.iter().sum::<u32>() >= 5));
            prop_assert!(shown.values().all(|share| !matches!(share, Share::Count(1..=4))));
        }
    }
}
