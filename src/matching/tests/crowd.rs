//! A crowd large enough for the rounds that small cases never need; its results are judged by their certificates.

use super::cases::{Case, Chance, Node, Person};
use crate::matching::{Control, LotteryMethod, Objective, Proven, RankBasis, solve, verify};

fn crowd(people: u64) -> Case {
    let mut chance = Chance(people);
    let companies = people / 5;
    let node = |id: String, parent: Option<String>, quota| Node {
        id,
        parent,
        quota,
        kind: None,
        priorities: None,
    };
    let mut case = Case {
        groups: Vec::new(),
        posts: Vec::new(),
        people: Vec::new(),
        forbidden: Vec::new(),
        pins: Vec::new(),
        basis: RankBasis::Stated,
        method: LotteryMethod::Weights,
        seed: "crowd".to_owned(),
    };
    for company in 0..companies {
        case.groups.push(node(format!("c{company}"), None, Some(3 + chance.below(3))));
        for post in 0..2 {
            let quota = Some(2 + chance.below(2));
            case.posts.push(node(format!("c{company}/{post}"), Some(format!("c{company}")), quota));
        }
    }
    for who in 0..people {
        // The smaller of two draws, so that some companies are wanted by many.
        let company = |chance: &mut Chance| {
            format!("c{}", chance.below(companies).min(chance.below(companies)))
        };
        let preferences = (0..6).map(|_| vec![company(&mut chance)]).collect();
        case.people.push(Person { id: format!("y{who}"), kinds: None, preferences, waited: 0 });
    }
    case
}

#[test]
fn a_crowd_is_matched_with_proof() {
    let instance = crowd(2_200).instance();
    for objective in
        [Objective::Greedy, Objective::Generous, Objective::GreedyGenerous, Objective::MinTotalRank]
    {
        let solution = solve(&instance, objective, &Control::default()).unwrap();
        assert!(solution.size < 2_200, "somebody must go without, or the case is too easy");
        assert_eq!(verify(&instance, &solution), Ok(Proven::ObjectiveAndDraw), "{objective}");
    }
}
