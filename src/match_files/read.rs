//! Bytes of a file, plain or gzip, to its contents; each error is one sentence with the place in the file.

use std::borrow::Cow;
use std::fmt;
use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::instance_file::InstanceFile;
use super::solution_file::SolutionFile;
use crate::matching::Refusal;

/// Larger than any instance the engine takes; stops a small file that unpacks without end.
const LARGEST_FILE: u64 = 8 << 30;

#[derive(Debug)]
pub enum ReadError {
    Gzip(std::io::Error),
    TooLarge,
    NotUtf8 { line: usize },
    Json { line: usize, column: usize, message: String },
    Refused(Refusal),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::Gzip(error) => write!(f, "the file cannot be unpacked: {error}"),
            ReadError::TooLarge => f.write_str("the file is larger than 8 GB when unpacked"),
            ReadError::NotUtf8 { line } => write!(f, "line {line}: the file is not UTF-8"),
            ReadError::Json { line, column, message } => {
                write!(f, "line {line}, column {column}: {message}")
            }
            ReadError::Refused(refusal) => refusal.fmt(f),
        }
    }
}

impl std::error::Error for ReadError {}

impl From<Refusal> for ReadError {
    fn from(refusal: Refusal) -> Self {
        ReadError::Refused(refusal)
    }
}

/// The text of a file that may be gzipped.
pub fn unpack(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    unpack_up_to(LARGEST_FILE, bytes)
}

pub(super) fn unpack_up_to(largest: u64, bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return text(bytes).map(Cow::Borrowed);
    }
    let mut unpacked = Vec::new();
    let read = MultiGzDecoder::new(bytes)
        .take(largest)
        .read_to_end(&mut unpacked)
        .map_err(ReadError::Gzip)?;
    if read as u64 == largest {
        return Err(ReadError::TooLarge);
    }
    String::from_utf8(unpacked)
        .map(Cow::Owned)
        .map_err(|error| not_utf8(error.as_bytes(), error.utf8_error()))
}

fn text(bytes: &[u8]) -> Result<&str, ReadError> {
    std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error))
}

fn not_utf8(bytes: &[u8], error: std::str::Utf8Error) -> ReadError {
    let line = bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count() + 1;
    ReadError::NotUtf8 { line }
}

pub fn parse_instance(text: &str) -> Result<InstanceFile<'_>, ReadError> {
    serde_json::from_str(text).map_err(json)
}

pub fn parse_solution(text: &str) -> Result<SolutionFile<'_>, ReadError> {
    serde_json::from_str(text).map_err(json)
}

fn json(error: serde_json::Error) -> ReadError {
    let whole = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = whole.strip_suffix(&place).unwrap_or(&whole).to_owned();
    ReadError::Json { line: error.line(), column: error.column(), message }
}
