//! Omvendt: reverse matching. `ARCHITECTURE.md` follows one young person through the code.

pub mod domain;
pub mod entities;
#[path = "../migrations/mod.rs"]
pub mod migrations;
