//! What is wrong with a result, in words, and the names of objectives and tiers.

use crate::matching::{Draft, DraftApplicant, DraftPost, Fault, Objective, Tier, tiers};

#[test]
fn every_fault_names_those_concerned() {
    let draft = Draft {
        posts: vec![DraftPost::new("bakery", 1)],
        applicants: vec![DraftApplicant::new("mia", ["bakery"])],
        ..Draft::default()
    };
    let instance = draft.check().unwrap();
    for (fault, says) in [
        (Fault::Length, "the result is not about this instance"),
        (Fault::Pin { applicant: 0 }, "'mia': somebody is not where they are pinned"),
        (Fault::PinnedMark { applicant: 0 }, "'mia': a 'pinned' mark does not match the instance"),
        (
            Fault::NotAdmissible { applicant: 0, post: 0 },
            "'mia' at 'bakery': somebody is where they may not be or did not ask to be",
        ),
        (Fault::Quota { node: 0, holds: 2, quota: 1 }, "'bakery': 2 sit where 1 are allowed"),
        (Fault::Rank { applicant: 0, is: Some(1) }, "'mia': a rank is wrong: it is 1"),
        (Fault::Rank { applicant: 0, is: None }, "'mia': a rank is given where none was stated"),
        (Fault::Count("size"), "size is miscounted"),
        (Fault::NoCertificate, "a proof is missing"),
        (Fault::Tiers, "the tiers of a proof are not those of the objective"),
        (Fault::NegativePrice, "a price is below zero"),
        (
            Fault::PairAbovePrice { applicant: 0, post: 0 },
            "'mia' at 'bakery': a pair is worth more than its prices",
        ),
        (Fault::NotReached, "the prices allow for more than the matching reaches"),
        (Fault::WorstRankAvoidable, "the worst rank is not shown to be unavoidable"),
        (
            Fault::Blocking { applicant: 0, post: 0 },
            "'mia' at 'bakery': an applicant and a post would both rather have each other",
        ),
    ] {
        assert_eq!(fault.describe(&instance), says);
    }
}

fn names(objective: Objective, max_rank: u32, worst: u32) -> String {
    let names: Vec<String> =
        tiers(objective, max_rank, worst).iter().map(ToString::to_string).collect();
    names.join(" ")
}

#[test]
fn each_objective_is_its_tiers() {
    for (objective, written) in [
        (Objective::MaxCardinality, "size"),
        (Objective::Greedy, "size +rank1 +rank2 +rank3"),
        (Objective::Generous, "size -rank4 -rank3 -rank2"),
        (Objective::MinTotalRank, "size -total_rank"),
        (Objective::RankMaximal, "+rank1 +rank2 +rank3 +rank4"),
        (Objective::GreedyGenerous, "size -above3 +rank1 +rank2"),
        (Objective::Stable, ""),
    ] {
        assert_eq!(names(objective, 4, 3), written, "{objective}");
        assert_eq!(objective.to_string().parse(), Ok(objective));
    }
    let unknown = "fair".parse::<Objective>().unwrap_err().to_string();
    assert!(
        unknown
            .starts_with("unknown objective 'fair'; the objectives are greedy_generous, greedy,")
    );
    assert_eq!(names(Objective::Greedy, 0, 0), "size", "nobody ranked anything");
    assert_eq!(names(Objective::GreedyGenerous, 3, 0), "size -above0");
}

#[test]
fn tiers_are_read_as_they_are_written() {
    let tiers = [
        Tier::Size,
        Tier::MostAt(1),
        Tier::FewestAt(12),
        Tier::FewestAbove(0),
        Tier::TotalRank,
        Tier::Waited,
        Tier::Lottery,
    ];
    for tier in tiers {
        assert_eq!(tier.to_string().parse(), Ok(tier));
    }
    assert_eq!(Tier::Kept.to_string(), "+kept");
    for wrong in
        ["", "+kept", "rank1", "+rank", "+rank01", "+rank-1", "+rank4294967296", "-above+1"]
    {
        assert_eq!(wrong.parse::<Tier>(), Err(()), "{wrong}");
    }
}
