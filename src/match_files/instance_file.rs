//! `match-instance/1`, field by field. Unknown fields are refused: a typo must not change a placement.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::Value;

use super::class::Class;
use super::id::Id;
use super::names::{self, lottery_method, rank_basis};
use crate::matching::{
    Draft, DraftApplicant, DraftGroup, DraftPost, Instance, LotteryMethod, Objective, RankBasis,
    Refusal,
};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstanceFile<'a> {
    pub format: InstanceFormat,
    #[serde(borrow, default)]
    pub id: Id<'a>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<Id<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupEntry<'a>>,
    #[serde(borrow, default)]
    pub posts: Vec<PostEntry<'a>>,
    #[serde(borrow, default)]
    pub applicants: Vec<ApplicantEntry<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub forbidden: Vec<ForbiddenEntry<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub pins: Vec<PinEntry<'a>>,
    #[serde(default, with = "rank_basis")]
    pub rank_basis: RankBasis,
    #[serde(borrow, default)]
    pub lottery: LotteryEntry<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "names::optional_objective")]
    pub objective: Option<Objective>,
    /// Free notes; no run looks at them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<Value>,
}

/// The format's name; nothing else is accepted in its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InstanceFormat;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupEntry<'a> {
    #[serde(borrow)]
    pub id: Id<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Id<'a>>,
    /// `None` is no limit.
    #[serde(default)]
    pub upper_quota: Option<u64>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub priorities: Option<Vec<Class<'a>>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<Value>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostEntry<'a> {
    #[serde(borrow)]
    pub id: Id<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Id<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Id<'a>>,
    pub capacity: u64,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub priorities: Option<Vec<Class<'a>>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<Value>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApplicantEntry<'a> {
    #[serde(borrow)]
    pub id: Id<'a>,
    /// The only kinds the applicant is eligible for; `None` is all.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub kinds: Option<Vec<Id<'a>>>,
    #[serde(borrow, default)]
    pub preferences: Vec<Class<'a>>,
    /// What earlier events still owe them; see `docs/matching-format.md`.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub waited: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<Value>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForbiddenEntry<'a> {
    #[serde(borrow)]
    pub applicant: Id<'a>,
    #[serde(borrow)]
    pub at: Id<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<Value>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PinEntry<'a> {
    #[serde(borrow)]
    pub applicant: Id<'a>,
    #[serde(borrow)]
    pub post: Id<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<Value>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LotteryEntry<'a> {
    #[serde(borrow, default)]
    pub seed: Id<'a>,
    #[serde(default, with = "lottery_method")]
    pub method: LotteryMethod,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<Value>,
}

impl InstanceFile<'_> {
    /// The instance the engine runs on, or the first thing that cannot hold.
    pub fn to_instance(&self) -> Result<Instance, Refusal> {
        let draft = Draft {
            id: self.id.as_str(),
            kinds: self.kinds.iter().map(Id::as_str).collect(),
            groups: self.groups.iter().map(GroupEntry::draft).collect(),
            posts: self.posts.iter().map(PostEntry::draft).collect(),
            applicants: self.applicants.iter().map(ApplicantEntry::draft).collect(),
            forbidden: self
                .forbidden
                .iter()
                .map(|entry| (entry.applicant.as_str(), entry.at.as_str()))
                .collect(),
            pins: self
                .pins
                .iter()
                .map(|entry| (entry.applicant.as_str(), entry.post.as_str()))
                .collect(),
            rank_basis: self.rank_basis,
            seed: self.lottery.seed.as_str(),
            lottery_method: self.lottery.method,
            objective: self.objective,
        };
        draft.check()
    }

    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}

impl GroupEntry<'_> {
    fn draft(&self) -> DraftGroup<'_> {
        DraftGroup {
            id: self.id.as_str(),
            parent: self.parent.as_ref().map(Id::as_str),
            upper_quota: self.upper_quota,
            priorities: priorities(&self.priorities),
        }
    }
}

impl PostEntry<'_> {
    fn draft(&self) -> DraftPost<'_> {
        DraftPost {
            id: self.id.as_str(),
            parent: self.parent.as_ref().map(Id::as_str),
            kind: self.kind.as_ref().map(Id::as_str),
            capacity: self.capacity,
            priorities: priorities(&self.priorities),
        }
    }
}

impl ApplicantEntry<'_> {
    fn draft(&self) -> DraftApplicant<'_> {
        let classes = self.preferences.iter().zip(1..);
        let entries = classes
            .flat_map(|(class, number)| class.ids().iter().map(move |id| (number, id.as_str())));
        DraftApplicant {
            id: self.id.as_str(),
            kinds: self.kinds.as_ref().map(|kinds| kinds.iter().map(Id::as_str).collect()),
            preferences: entries.collect(),
            waited: self.waited,
        }
    }
}

fn priorities<'b>(classes: &'b Option<Vec<Class<'_>>>) -> Option<Vec<Vec<&'b str>>> {
    let ids = |class: &'b Class<'_>| class.ids().iter().map(Id::as_str).collect();
    classes.as_ref().map(|classes| classes.iter().map(ids).collect())
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl InstanceFormat {
    pub const NAME: &str = "match-instance/1";
}

impl Serialize for InstanceFormat {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(Self::NAME)
    }
}

impl<'de> Deserialize<'de> for InstanceFormat {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Id::deserialize(deserializer)?.as_str() {
            Self::NAME => Ok(Self),
            other => Err(de::Error::custom(format_args!(
                "'format' must be '{}', not '{other}'",
                Self::NAME
            ))),
        }
    }
}
