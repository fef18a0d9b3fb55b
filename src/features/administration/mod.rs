//! The administrator's pages: people, mail, messages, and what the programme keeps.
//!
//! Owns no table: each change is the act of the slice whose rows it changes.

pub mod accounts;
pub mod mail;
pub mod messages;
pub mod overview;
pub mod programme;
mod store;

/// Rows on one page of a list.
const ROWS: u64 = 50;

/// The page of a list somebody asks for, from one on.
fn page_number(typed: &str) -> u64 {
    typed.parse().unwrap_or(1).clamp(1, 100_000)
}
