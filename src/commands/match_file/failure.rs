//! Why there is no result, in one sentence.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::match_files::{Mismatch, ReadError};
use crate::matching::Cancelled;

pub enum Failure {
    Unreadable {
        file: PathBuf,
        error: io::Error,
    },
    Unwritable {
        file: PathBuf,
        error: io::Error,
    },
    File {
        file: PathBuf,
        error: ReadError,
    },
    Mismatch {
        file: PathBuf,
        error: Mismatch,
    },
    Question(String),
    Unserialisable(serde_json::Error),
    Stopped(Cancelled),
    /// The one outcome that is an answer rather than a fault of the input.
    Wrong(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { file, error } => {
                write!(f, "input: {} cannot be read: {error}", file.display())
            }
            Self::Unwritable { file, error } => {
                write!(f, "output: {} cannot be written: {error}", file.display())
            }
            Self::File { file, error } => write!(f, "input: {}: {error}", file.display()),
            Self::Mismatch { file, error } => write!(f, "input: {}: {error}", file.display()),
            Self::Question(sentence) => write!(f, "input: {sentence}"),
            Self::Unserialisable(error) => write!(f, "output: {error}"),
            Self::Stopped(stopped) => write!(f, "{stopped}"),
            Self::Wrong(fault) => write!(f, "wrong: {fault}"),
        }
    }
}

impl From<Cancelled> for Failure {
    fn from(stopped: Cancelled) -> Self {
        Self::Stopped(stopped)
    }
}

/// Names come from other people's files; what would move the cursor is spelled out.
pub fn on_one_line(text: &str) -> String {
    let spelled = |sign: char| match sign.is_control() {
        true => sign.escape_default().to_string(),
        false => sign.to_string(),
    };
    text.chars().map(spelled).collect()
}
