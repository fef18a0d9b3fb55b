//! Why a problem cannot be run, each as one sentence that names the field and the id.

use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    EmptyId { list: &'static str, index: usize },
    ControlCharacter { list: &'static str, id: String },
    DoubleNode { id: String },
    DoubleApplicant { id: String },
    DoubleKind { kind: String },
    UnknownParent { id: String, parent: String },
    ParentIsPost { id: String, parent: String },
    Cycle { id: String },
    UnknownKind { list: &'static str, id: String, kind: String },
    TooLarge { list: &'static str, id: String, field: &'static str, value: u64, limit: u64 },
    TooMany { what: &'static str, limit: u64 },
    UnknownRanked { applicant: String, class: u32, id: String },
    UnknownPriority { id: String, applicant: String },
    InnerPriorities { id: String },
    UnknownForbiddenApplicant { index: usize, applicant: String },
    UnknownForbiddenPlace { index: usize, at: String },
    UnknownPinApplicant { index: usize, applicant: String },
    UnknownPinPost { index: usize, post: String },
    PinnedTwice { applicant: String },
    PinForbidden { applicant: String, post: String },
    PinKind { applicant: String, post: String },
    PinsOverQuota { id: String, pinned: u64, quota: u64 },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyId { list, index } => write!(f, "{list}[{index}]: the id is empty"),
            Self::ControlCharacter { list, id } => {
                write!(
                    f,
                    "{list}: the id {id:?} holds a control character, which would make the lottery ambiguous"
                )
            }
            Self::DoubleNode { id } => {
                write!(f, "the id '{id}' is used twice; groups and posts share one set of ids")
            }
            Self::DoubleApplicant { id } => write!(f, "applicants: the id '{id}' is used twice"),
            Self::DoubleKind { kind } => write!(f, "kinds: '{kind}' is listed twice"),
            Self::UnknownParent { id, parent } => {
                write!(f, "'{id}': the parent '{parent}' does not exist")
            }
            Self::ParentIsPost { id, parent } => {
                write!(f, "'{id}': the parent '{parent}' is a post, not a group")
            }
            Self::Cycle { id } => write!(f, "groups: the parents of '{id}' form a circle"),
            Self::UnknownKind { list, id, kind } => {
                write!(f, "{list} '{id}': the kind '{kind}' is not in 'kinds'")
            }
            Self::TooLarge { list, id, field, value, limit } => {
                write!(f, "{list} '{id}': {field} is {value}, and at most {limit} can be handled")
            }
            Self::TooMany { what, limit } => {
                write!(f, "there are more than {limit} {what}, which cannot be handled")
            }
            Self::UnknownRanked { applicant, class, id } => {
                write!(
                    f,
                    "applicant '{applicant}': preferences, class {class}, names '{id}', which is no post or group"
                )
            }
            Self::UnknownPriority { id, applicant } => {
                write!(f, "'{id}': priorities name '{applicant}', who is no applicant")
            }
            Self::InnerPriorities { id } => {
                write!(f, "'{id}': only a group or post without a parent may have priorities")
            }
            Self::UnknownForbiddenApplicant { index, applicant } => {
                write!(f, "forbidden[{index}]: there is no applicant '{applicant}'")
            }
            Self::UnknownForbiddenPlace { index, at } => {
                write!(f, "forbidden[{index}]: there is no post or group '{at}'")
            }
            Self::UnknownPinApplicant { index, applicant } => {
                write!(f, "pins[{index}]: there is no applicant '{applicant}'")
            }
            Self::UnknownPinPost { index, post } => {
                write!(f, "pins[{index}]: there is no post '{post}'")
            }
            Self::PinnedTwice { applicant } => write!(f, "pins: '{applicant}' is pinned twice"),
            Self::PinForbidden { applicant, post } => {
                write!(f, "pins: '{applicant}' is pinned to '{post}', a forbidden pair")
            }
            Self::PinKind { applicant, post } => {
                write!(
                    f,
                    "pins: '{applicant}' is pinned to '{post}', whose kind they are not eligible for"
                )
            }
            Self::PinsOverQuota { id, pinned, quota } => {
                write!(f, "pins put {pinned} applicants in '{id}', whose quota is {quota}")
            }
        }
    }
}

impl std::error::Error for Refusal {}
