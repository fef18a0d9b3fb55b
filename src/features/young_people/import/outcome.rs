//! What came of reading a list: who can be taken, and what stands in the way of the others.

use super::span::Span;
use crate::features::young_people::NewYoungPerson;

pub struct Good {
    pub number: u64,
    pub person: NewYoungPerson,
    pub group: String,
    pub consultant: String,
    pub purpose: String,
}

pub struct Bad {
    pub span: Span,
    pub name: String,
    pub why: Vec<String>,
    /// Nothing is wrong but that the person is in the programme already.
    pub is_there: bool,
}

pub struct Read {
    pub good: Vec<Good>,
    pub bad: Vec<Bad>,
}

impl Read {
    pub fn bad_lines(&self) -> u64 {
        self.bad.iter().map(|bad| bad.span.lines()).sum()
    }

    pub fn there(&self) -> usize {
        self.bad.iter().filter(|bad| bad.is_there).count()
    }
}
