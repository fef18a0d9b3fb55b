//! Small instances of every shape, the same for the same seed.

use crate::matching::{
    Draft, DraftApplicant, DraftGroup, DraftPost, Instance, LotteryMethod, RankBasis,
};

/// SplitMix64 (Steele, Lea, Flood 2014): enough chance for tests, and the same everywhere.
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }

    pub fn one_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at as u64 + 1) as usize);
        }
    }
}

#[derive(Clone, Debug)]
pub struct Node {
    pub id: String,
    pub parent: Option<String>,
    pub quota: Option<u64>,
    pub kind: Option<String>,
    pub priorities: Option<Vec<Vec<String>>>,
}

#[derive(Clone, Debug)]
pub struct Person {
    pub id: String,
    pub kinds: Option<Vec<String>>,
    pub preferences: Vec<Vec<String>>,
    pub waited: u64,
}

/// A problem that owns its ids, so that tests can change it.
#[derive(Clone, Debug)]
pub struct Case {
    pub groups: Vec<Node>,
    pub posts: Vec<Node>,
    pub people: Vec<Person>,
    pub forbidden: Vec<(String, String)>,
    pub pins: Vec<(String, String)>,
    pub basis: RankBasis,
    pub method: LotteryMethod,
    pub seed: String,
}

impl Case {
    pub fn draft(&self) -> Draft<'_> {
        fn pairs(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
            pairs.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect()
        }
        fn classes(classes: &Option<Vec<Vec<String>>>) -> Option<Vec<Vec<&str>>> {
            classes
                .as_ref()
                .map(|all| all.iter().map(|one| one.iter().map(String::as_str).collect()).collect())
        }
        Draft {
            id: "case",
            kinds: vec!["a", "b"],
            groups: self
                .groups
                .iter()
                .map(|group| DraftGroup {
                    id: &group.id,
                    parent: group.parent.as_deref(),
                    upper_quota: group.quota,
                    priorities: classes(&group.priorities),
                })
                .collect(),
            posts: self
                .posts
                .iter()
                .map(|post| DraftPost {
                    id: &post.id,
                    parent: post.parent.as_deref(),
                    kind: post.kind.as_deref(),
                    capacity: post.quota.unwrap_or(9),
                    priorities: classes(&post.priorities),
                })
                .collect(),
            applicants: self
                .people
                .iter()
                .map(|person| DraftApplicant {
                    id: &person.id,
                    kinds: person
                        .kinds
                        .as_ref()
                        .map(|kinds| kinds.iter().map(String::as_str).collect()),
                    preferences: (1..)
                        .zip(&person.preferences)
                        .flat_map(|(class, ids)| ids.iter().map(move |id| (class, id.as_str())))
                        .collect(),
                    waited: person.waited,
                })
                .collect(),
            forbidden: pairs(&self.forbidden),
            pins: pairs(&self.pins),
            rank_basis: self.basis,
            seed: &self.seed,
            lottery_method: self.method,
            objective: None,
        }
    }

    pub fn instance(&self) -> Instance {
        self.draft().check().expect("the generator makes usable cases")
    }

    /// A case of up to six people; pins that cannot hold are left out.
    pub fn small(seed: u64) -> Case {
        let mut chance = Chance(seed);
        let groups = groups(&mut chance);
        let posts = posts(&mut chance, &groups);
        let places: Vec<String> = groups.iter().chain(&posts).map(|node| node.id.clone()).collect();
        let waiting = chance.one_in(3);
        let people: Vec<Person> =
            (0..chance.below(7)).map(|who| person(&mut chance, who, &places, waiting)).collect();
        let mut case = Case {
            groups,
            posts,
            people,
            forbidden: Vec::new(),
            pins: Vec::new(),
            basis: if chance.one_in(2) { RankBasis::Stated } else { RankBasis::Admissible },
            method: if chance.one_in(3) { LotteryMethod::Serial } else { LotteryMethod::Weights },
            seed: format!("seed {seed}"),
        };
        case.set_priorities(&mut chance);
        for person in &case.people {
            if chance.one_in(4) {
                let place = &places[chance.below(places.len() as u64) as usize];
                case.forbidden.push((person.id.clone(), place.clone()));
            }
        }
        for person in case.people.clone() {
            if chance.one_in(6) {
                let post = &case.posts[chance.below(case.posts.len() as u64) as usize];
                case.pins.push((person.id, post.id.clone()));
                if case.draft().check().is_err() {
                    case.pins.pop();
                }
            }
        }
        case
    }

    fn set_priorities(&mut self, chance: &mut Chance) {
        let ids: Vec<String> = self.people.iter().map(|person| person.id.clone()).collect();
        for node in self.groups.iter_mut().chain(&mut self.posts) {
            if node.parent.is_none() && chance.one_in(3) {
                let mut listed: Vec<String> =
                    ids.iter().filter(|_| chance.one_in(2)).cloned().collect();
                chance.shuffle(&mut listed);
                node.priorities = Some(listed.chunks(2).map(<[String]>::to_vec).collect());
            }
        }
    }
}

fn groups(chance: &mut Chance) -> Vec<Node> {
    let mut groups: Vec<Node> = Vec::new();
    for number in 0..chance.below(6) {
        let parent = match groups.len() {
            0 => None,
            have if chance.one_in(2) => Some(groups[chance.below(have as u64) as usize].id.clone()),
            _ => None,
        };
        let quota = (!chance.one_in(3)).then(|| chance.below(4));
        groups.push(Node { id: format!("g{number}"), parent, quota, kind: None, priorities: None });
    }
    groups
}

fn posts(chance: &mut Chance, groups: &[Node]) -> Vec<Node> {
    let mut posts = Vec::new();
    for number in 0..1 + chance.below(6) {
        let parent = match groups.len() as u64 {
            have if have > 0 && !chance.one_in(4) => {
                Some(groups[chance.below(have) as usize].id.clone())
            }
            _ => None,
        };
        let kind = [None, Some("a"), Some("b")][chance.below(3) as usize].map(str::to_owned);
        posts.push(Node {
            id: format!("p{number}"),
            parent,
            quota: Some(chance.below(3)),
            kind,
            priorities: None,
        });
    }
    posts
}

fn person(chance: &mut Chance, who: u64, places: &[String], waiting: bool) -> Person {
    let mut ranked: Vec<String> = places.to_vec();
    chance.shuffle(&mut ranked);
    ranked.truncate(chance.below(5) as usize);
    let mut preferences: Vec<Vec<String>> = Vec::new();
    for id in ranked {
        match preferences.last_mut() {
            Some(class) if chance.one_in(3) => class.push(id),
            _ => preferences.push(vec![id]),
        }
    }
    let kinds = [None, Some(vec!["a".to_owned()]), Some(vec!["b".to_owned()])]
        [chance.below(3) as usize]
        .clone();
    let waited = if waiting { chance.below(3) } else { 0 };
    Person { id: format!("y{who}"), kinds, preferences, waited }
}
