//! Two at one company's answers, each on the phone or at the form: whoever saves last reads first what the other
//! wrote.

use crate::features::companies::Theirs;
use crate::web::stale::{self, Shown};

/// What a form asks, each question with what stands beside it.
pub struct Asked {
    pub lines: Vec<(String, String)>,
    /// What stood there when the form was opened.
    pub seen: String,
}

impl Asked {
    pub fn mark(&self) -> String {
        stale::mark(self)
    }

    /// What somebody else has stored otherwise since; the same twice is no quarrel.
    pub fn theirs(&self, stored: &Self) -> Vec<Theirs> {
        if stale::written_meanwhile(self, stored).is_empty() {
            return Vec::new();
        }
        let other = stored.lines.iter().zip(&self.lines).filter(|(stored, typed)| stored != typed);
        other
            .map(|((label, words), _)| Theirs { label: label.clone(), words: words.clone() })
            .collect()
    }
}

impl Shown for Asked {
    fn fields(&self) -> Vec<(&'static str, String)> {
        self.lines.iter().map(|(label, words)| ("", format!("{label}\0{words}"))).collect()
    }

    fn seen(&self) -> &str {
        &self.seen
    }
}
