//! The month in numbers, for whoever must know whether it works. Never a name, and no number that is a person.
//!
//! Owns no table.

pub mod download;
pub mod show;
mod store;
mod year;

pub const PATH: &str = "/figures";
