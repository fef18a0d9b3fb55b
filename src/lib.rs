//! Omvendt: reverse matching. `ARCHITECTURE.md` follows one young person through the code.

pub mod app;
pub mod clock;
pub mod commands;
pub mod domain;
pub mod entities;
pub mod features;
pub mod jobs;
pub mod live;
pub mod mail;
pub mod match_files;
pub mod matching;
pub mod meetings;
#[path = "../migrations/mod.rs"]
pub mod migrations;
pub mod seed;
pub mod settings;
pub mod state;
pub mod web;
pub mod words;
