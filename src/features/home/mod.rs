//! The front pages: what happens next, who to call, and what to do now, gathered from every slice.
//!
//! Owns no table and changes nothing: each act belongs to the slice its link leads to.

pub mod company;
pub mod desk;
pub mod me;
pub mod mentor;

mod contacts;
mod next;
mod store;
