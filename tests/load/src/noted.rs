//! What everybody in the room writes down as the day goes, for the table at the end.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::asking::Measured;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Read,
    Kept,
    Saved,
    Desk,
    Press,
    Heard,
    Anew,
}

impl Kind {
    const fn words(self) -> &'static str {
        match self {
            Self::Read => "A page read: the day, or the list",
            Self::Kept => "A list kept as it changes",
            Self::Saved => "A list saved",
            Self::Desk => "The facilitator's page",
            Self::Press => "The facilitator's press, until it is answered",
            Self::Heard => "From the press being sent to each phone",
            Self::Anew => "The page anew, asked for by every phone after a skip",
        }
    }

    /// What no more than one in a hundred may take longer than.
    const fn bar(self) -> Duration {
        match self {
            Self::Heard => Duration::from_secs(1),
            _ => Duration::from_millis(100),
        }
    }
}

#[derive(Default)]
struct Book {
    /// The newest version of the day that any phone has heard of.
    latest: u64,
    /// When the press was sent that led to this version of the day.
    pressed: BTreeMap<u64, Instant>,
    took: BTreeMap<Kind, Vec<Duration>>,
    following: usize,
    wrong: Vec<String>,
}

#[derive(Clone, Default)]
pub struct Noted(Arc<Mutex<Book>>);

impl Noted {
    fn book(&self) -> MutexGuard<'_, Book> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn took(&self, kind: Kind, took: Duration) {
        self.book().took.entry(kind).or_default().push(took);
    }

    pub fn wrong(&self, what: String) {
        self.book().wrong.push(what);
    }

    /// A press leads to the next version of the day.
    pub fn presses(&self) {
        let mut book = self.book();
        let next = book.latest + 1;
        book.pressed.insert(next, Instant::now());
    }

    pub fn hears(&self, version: u64) {
        let heard = Instant::now();
        let mut book = self.book();
        book.latest = book.latest.max(version);
        if let Some(pressed) = book.pressed.get(&version) {
            let took = heard - *pressed;
            book.took.entry(Kind::Heard).or_default().push(took);
        }
    }

    pub fn follows(&self, version: u64) {
        let mut book = self.book();
        book.latest = book.latest.max(version);
        book.following += 1;
    }

    pub fn following(&self) -> usize {
        self.book().following
    }

    pub fn count(&self, kind: Kind) -> usize {
        self.book().took.get(&kind).map_or(0, Vec::len)
    }

    pub fn missed(&self) -> usize {
        let book = self.book();
        let heard = book.took.get(&Kind::Heard).map_or(0, Vec::len);
        (book.pressed.len() * book.following).saturating_sub(heard)
    }

    /// Prints all that was noted, and begins a new page; whether every bar was met and nothing went wrong.
    pub fn print(&self, lasted: Duration) -> bool {
        let missed = self.missed();
        let mut book = self.book();
        let mut is_well = missed == 0 && book.wrong.is_empty();
        println!("| | times | p50 ms | p99 ms | longest ms | bar |\n|---|---|---|---|---|---|");
        for (kind, took) in std::mem::take(&mut book.took) {
            let measured = Measured::of(took, lasted);
            let is_met = measured.percentile(99) < kind.bar().as_secs_f64() * 1000.0;
            is_well &= is_met;
            println!(
                "| {} | {} | {:.1} | {:.1} | {:.1} | {} |",
                kind.words(),
                measured.answers(),
                measured.percentile(50),
                measured.percentile(99),
                measured.percentile(100),
                if is_met { "met" } else { "missed" },
            );
        }
        let first = book.wrong.first().map(|wrong| format!(" ({wrong})")).unwrap_or_default();
        println!("\n{} errors{first}; {missed} messages missed.", book.wrong.len());
        book.pressed.clear();
        book.wrong.clear();
        is_well
    }
}
