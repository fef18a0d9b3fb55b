//! The engine alone, for the fuzzer.

#[path = "../../src/match_files/mod.rs"]
pub mod match_files;
#[path = "../../src/matching/mod.rs"]
pub mod matching;
