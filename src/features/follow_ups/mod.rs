//! Follow-ups: the days on which somebody asks how a placement is going, who does it, and what was said.
//!
//! Owns `follow_up`.

pub mod board;
mod due;
pub mod hand_over;
mod hold;
pub mod holding;
pub mod mail;
pub mod nothing;
mod people;
mod presence;
mod press;
pub mod reschedule;
mod rows;
mod schedule;
pub mod show;
pub mod store;
pub mod words;

pub use due::due;
pub use hold::{Held, HoldError, Holding, Next, hold};
pub use schedule::schedule;
pub use store::{next, of_placement, of_step};

use crate::domain::FollowUpId;

pub const BOARD: &str = "/desk/follow-ups";

pub fn path(id: FollowUpId) -> String {
    format!("/follow-ups/{id}")
}
