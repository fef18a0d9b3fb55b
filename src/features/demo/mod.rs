//! What only a demo has: a mailbox, a clock that can be moved, and a button for each persona.
//!
//! Owns nothing; the clock's place is the setting `demo_clock`.

pub mod clock;
pub mod mailbox;
pub mod personas;
