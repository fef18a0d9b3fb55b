//! Which lines of the file somebody stands on. A quote that is never closed takes the lines below along, and the
//! people on them would be lost inside one field.

use std::fmt;

use csv::StringRecord;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub first: u64,
    pub last: u64,
}

impl Span {
    /// Where a record of `text` stands; empty lines above it are none of it.
    pub fn of(record: &StringRecord, text: &str) -> Self {
        let (line, byte) = record.position().map_or((1, 0), |at| (at.line(), at.byte()));
        let rest = usize::try_from(byte).ok().and_then(|byte| text.get(byte..)).unwrap_or_default();
        let empty = rest.len() - rest.trim_start_matches('\n').len();
        let first = line + empty as u64;
        let all = record.iter().collect::<Vec<_>>().join(";");
        let further = (first + 1..).zip(all.trim_end().matches('\n'));
        Self { first, last: further.last().map_or(first, |(line, _)| line) }
    }

    pub const fn lines(self) -> u64 {
        self.last + 1 - self.first
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.lines() {
            1 => write!(f, "{}", self.first),
            _ => write!(f, "{}-{}", self.first, self.last),
        }
    }
}

/// One person stands on one line. The caller ends the text with a line end, so that the last line tells too.
pub fn lacks_a_quote(record: &StringRecord) -> bool {
    record.iter().any(|field| field.contains('\n'))
}
