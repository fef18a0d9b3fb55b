//! Young people and their groups: how to reach them, where they want to go, and who is there for them.
//!
//! Owns `young_person`, `youth_group`, `purpose_change`, `fulfilled_requirement`.

pub mod another_yes;
pub mod details;
pub mod edit;
pub mod group;
pub mod groups;
pub mod import;
pub mod leave;
pub mod list;
pub mod mail;
pub mod new;
pub mod show;
pub mod store;

mod add;
pub mod form;
mod groups_store;
mod hand_over;
pub mod history;
mod month;
mod search;

pub use add::{NewYoungPerson, add};

use crate::domain::{GroupId, YoungPersonId};

pub const LIST: &str = "/desk/young-people";
pub const GROUPS: &str = "/desk/groups";

/// The consultants' page about one young person.
pub fn path(id: YoungPersonId) -> String {
    format!("{LIST}/{id}")
}

pub fn group_path(id: GroupId) -> String {
    format!("{GROUPS}/{id}")
}
