//! The planner without the web.

#[path = "../../src/meetings/mod.rs"]
pub mod meetings;
