//! Pages for everybody: the front page, what we keep about people, and how accessible the site is.
//!
//! Owns no table.

pub mod accessibility;
pub mod front;
pub mod privacy;
