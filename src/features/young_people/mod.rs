//! Young people and their groups: how to reach them, where they want to go, and who is there for them.
//!
//! Owns `young_person`, `youth_group`, `purpose_change`, `fulfilled_requirement`.

pub mod store;

use crate::domain::YoungPersonId;

pub const LIST: &str = "/desk/young-people";

/// The consultants' page about one young person.
pub fn path(id: YoungPersonId) -> String {
    format!("{LIST}/{id}")
}
