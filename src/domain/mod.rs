//! The programme's types and rules. No web, no database, no clock: time and dated rules are arguments.

pub mod calendar;
pub mod capacity;
pub mod checklist;
pub mod contact;
pub mod danish;
pub mod disclosure;
pub mod eligibility;
pub mod event;
pub mod event_day;
pub mod figures;
pub mod follow_up;
pub mod id;
pub mod kinds;
pub mod legal;
pub mod placement;
pub mod profile;
pub mod ranking;
pub mod reason;
pub mod sign_in;
mod text_enum;

pub use id::*;
pub use kinds::*;
