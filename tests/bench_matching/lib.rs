//! The engine without the web.

#[path = "../../src/match_files/mod.rs"]
pub mod match_files;
#[path = "../../src/matching/mod.rs"]
pub mod matching;

#[path = "."]
pub mod commands {
    #[path = "../../src/commands/match_file/mod.rs"]
    pub mod match_file;
}
