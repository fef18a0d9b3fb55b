//! Both lotteries by distribution: how often each result wins over many seeds, beside how often it should.

use std::collections::BTreeMap;

use super::brute_force::{Posts, all_matchings, posts_of, worth};
use crate::matching::{
    Control, Draft, DraftApplicant, DraftGroup, DraftPost, Instance, LotteryMethod, Objective,
    solve,
};

const DRAWS: u32 = 3_000;

type Counts = BTreeMap<Posts, u32>;

/// How often each result wins; the seeds are fixed, so a test that passes once passes always.
fn draws(draft: &Draft<'_>, method: LotteryMethod, objective: Objective) -> Counts {
    let mut counts = Counts::new();
    for number in 0..DRAWS {
        let seed = format!("draw {number}");
        let draft = Draft { seed: &seed, lottery_method: method, ..draft.clone() };
        let instance = draft.check().unwrap();
        let drawn = solve(&instance, objective, &Control::default()).unwrap();
        *counts.entry(posts_of(&drawn)).or_default() += 1;
    }
    counts
}

/// Pearson's statistic stays below what one honest lottery in a million passes: its mean is the degrees of freedom
/// and its tail is bounded by Laurent and Massart (2000), `f + 2 sqrt(f x) + 2 x` with `x = ln 1,000,000`.
fn agree(counts: &Counts, expected: &BTreeMap<Posts, f64>) {
    assert!(counts.keys().eq(expected.keys()), "{counts:?} {expected:?}");
    let statistic: f64 = counts
        .iter()
        .map(|(posts, &count)| {
            let wanted = expected[posts] * f64::from(DRAWS);
            (f64::from(count) - wanted).powi(2) / wanted
        })
        .sum();
    let (freedom, x) = (counts.len() as f64 - 1.0, 1e6_f64.ln());
    let bound = freedom + 2.0 * (freedom * x).sqrt() + 2.0 * x;
    assert!(statistic < bound, "{statistic} is not below {bound}: {counts:?}");
}

fn equally(results: impl IntoIterator<Item = Posts>) -> BTreeMap<Posts, f64> {
    let results: Vec<Posts> = results.into_iter().collect();
    let share = 1.0 / results.len() as f64;
    results.into_iter().map(|posts| (posts, share)).collect()
}

/// Every order equally likely: in it, everybody in turn takes the best place that is still compatible with `among`.
fn one_after_another(instance: &Instance, among: &[Posts]) -> BTreeMap<Posts, f64> {
    let orders = orders(instance.applicant_count());
    let mut expected = BTreeMap::new();
    for order in &orders {
        let rank = |posts: &Posts, who: usize| {
            posts[who].map_or(u32::MAX, |post| instance.rank_at(who, post as usize).unwrap())
        };
        let key = |posts: &&Posts| order.iter().map(|&who| rank(posts, who)).collect::<Vec<u32>>();
        let taken = among.iter().min_by_key(key).unwrap();
        *expected.entry(taken.clone()).or_default() += 1.0 / orders.len() as f64;
    }
    expected
}

fn orders(count: usize) -> Vec<Vec<usize>> {
    let Some(last) = count.checked_sub(1) else { return vec![Vec::new()] };
    let into_every_place = |order: Vec<usize>| {
        (0..=order.len()).map(move |at| {
            let mut longer = order.clone();
            longer.insert(at, last);
            longer
        })
    };
    orders(last).into_iter().flat_map(into_every_place).collect()
}

fn optima(instance: &Instance, objective: Objective) -> Vec<Posts> {
    let all = all_matchings(instance);
    let best = all.iter().map(|posts| worth(instance, objective, posts)).max().unwrap();
    all.into_iter().filter(|posts| worth(instance, objective, posts) == best).collect()
}

/// Four people with strict lists, a company of two posts and two places in all, and a bakery.
fn strict() -> Draft<'static> {
    let company = |id| DraftPost { parent: Some("company"), ..DraftPost::new(id, 2) };
    Draft {
        groups: vec![DraftGroup { id: "company", upper_quota: Some(2), ..DraftGroup::default() }],
        posts: vec![company("office"), company("workshop"), DraftPost::new("bakery", 1)],
        applicants: vec![
            DraftApplicant::new("mia", ["office", "bakery"]),
            DraftApplicant::new("ali", ["office", "workshop", "bakery"]),
            DraftApplicant::new("sofie", ["workshop"]),
            DraftApplicant::new("noah", ["bakery", "office"]),
        ],
        ..Draft::default()
    }
}

#[test]
fn the_serial_lottery_is_every_order_equally_often() {
    let instance = strict().check().unwrap();
    for objective in [Objective::Greedy, Objective::Generous, Objective::MaxCardinality] {
        let expected = one_after_another(&instance, &optima(&instance, objective));
        assert!(expected.len() > 1, "{objective}: the case must leave something to draw");
        agree(&draws(&strict(), LotteryMethod::Serial, objective), &expected);
    }
}

#[test]
fn stable_without_priorities_is_every_order_equally_often() {
    let instance = strict().check().unwrap();
    let expected = one_after_another(&instance, &all_matchings(&instance));
    assert!(expected.len() > 3, "{expected:?}");
    agree(&draws(&strict(), LotteryMethod::Weights, Objective::Stable), &expected);
}

#[test]
fn weights_treat_equals_alike() {
    // Three people hold three places equal: by symmetry each of the six ways to share them is as likely.
    let anybody = |id| DraftApplicant {
        id,
        preferences: ["bakery", "garage", "office"].map(|post| (1, post)).to_vec(),
        ..DraftApplicant::default()
    };
    let draft = Draft {
        posts: ["bakery", "garage", "office"].map(|id| DraftPost::new(id, 1)).to_vec(),
        applicants: ["mia", "ali", "sofie"].map(anybody).to_vec(),
        ..Draft::default()
    };
    let expected = equally(optima(&draft.check().unwrap(), Objective::Greedy));
    assert_eq!(expected.len(), 6);
    agree(&draws(&draft, LotteryMethod::Weights, Objective::Greedy), &expected);
    agree(&draws(&draft, LotteryMethod::Weights, Objective::GreedyGenerous), &expected);
}

#[test]
fn every_optimal_result_can_win_under_weights() {
    let instance = strict().check().unwrap();
    for objective in [Objective::Greedy, Objective::Generous, Objective::MaxCardinality] {
        let mut optima = optima(&instance, objective);
        optima.sort();
        let counts = draws(&strict(), LotteryMethod::Weights, objective);
        assert!(counts.keys().eq(&optima), "{objective}: {counts:?}");
    }
}
