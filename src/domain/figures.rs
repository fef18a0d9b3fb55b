//! The month in numbers: who was invited, came and ranked, what they got, and what it led to.
//!
//! Plain totals are shown as they are: that three people came says nothing about any of them. Why people
//! left and what it led to do say something, and beside a list of who left that month a single case is a
//! person. So those two are split only when the whole is at least five, and a small share in them is
//! "few", together with as many others as it takes that nobody can subtract their way back to it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::kinds::{EndKind, EndReason, OutcomeKind};
use super::reason::SMALLEST_COUNT;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    pub year: i32,
    pub month: u32,
}

impl From<NaiveDate> for Month {
    fn from(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month() }
    }
}

/// One young person invited to one event. `rank` is the position they got, if they were placed; `unplaced`
/// that the match left them without a place, which before the match nobody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvitedRow {
    pub event_on: NaiveDate,
    pub came: bool,
    pub ranked: bool,
    pub rank: Option<u32>,
    pub unplaced: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndedRow {
    pub on: NaiveDate,
    pub kind: EndKind,
    pub reason: Option<EndReason>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutcomeRow {
    pub noted_on: NaiveDate,
    pub kind: OutcomeKind,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MonthFigures {
    pub invited: u32,
    pub came: u32,
    pub ranked: u32,
    pub placed: u32,
    pub unplaced: u32,
    /// How many got their first choice, their second, and so on.
    pub ranks: BTreeMap<u32, u32>,
    pub started: u32,
    pub ended: u32,
    ended_as: BTreeMap<EndKind, u32>,
    reasons: BTreeMap<EndReason, u32>,
    outcomes: BTreeMap<OutcomeKind, u32>,
}

/// One share of a whole, as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    Count(u32),
    Few,
}

pub fn by_month(
    invited: impl IntoIterator<Item = InvitedRow>,
    started_on: impl IntoIterator<Item = NaiveDate>,
    ended: impl IntoIterator<Item = EndedRow>,
    outcomes: impl IntoIterator<Item = OutcomeRow>,
) -> BTreeMap<Month, MonthFigures> {
    let mut months: BTreeMap<Month, MonthFigures> = BTreeMap::new();
    for row in invited {
        months.entry(row.event_on.into()).or_default().count_invited(row);
    }
    for day in started_on {
        months.entry(day.into()).or_default().started += 1;
    }
    for row in ended {
        months.entry(row.on.into()).or_default().count_ended(row.kind, row.reason);
    }
    for row in outcomes {
        *months.entry(row.noted_on.into()).or_default().outcomes.entry(row.kind).or_default() += 1;
    }
    months
}

/// A count split by kind. Months with enough in them stand alone, and the others together as one: no two
/// of these hold the same people, so nothing can be found by subtracting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split<K> {
    pub months: BTreeMap<Month, BTreeMap<K, Share>>,
    /// How many there are in all the other months, and their shares unless they are too few.
    pub others: (u32, Option<BTreeMap<K, Share>>),
}

/// How placements ended.
pub fn ended_as(months: &BTreeMap<Month, MonthFigures>) -> Split<EndKind> {
    split(months, |figures| &figures.ended_as)
}

pub fn reasons(months: &BTreeMap<Month, MonthFigures>) -> Split<EndReason> {
    split(months, |figures| &figures.reasons)
}

pub fn outcomes(months: &BTreeMap<Month, MonthFigures>) -> Split<OutcomeKind> {
    split(months, |figures| &figures.outcomes)
}

fn split<K: Ord + Copy>(
    months: &BTreeMap<Month, MonthFigures>,
    counts: impl Fn(&MonthFigures) -> &BTreeMap<K, u32>,
) -> Split<K> {
    let mut alone = BTreeMap::new();
    let mut others: BTreeMap<K, u32> = BTreeMap::new();
    for (month, figures) in months {
        match shares(counts(figures)) {
            Some(shown) => {
                alone.insert(*month, shown);
            }
            None => {
                for (kind, count) in counts(figures) {
                    *others.entry(*kind).or_default() += count;
                }
            }
        }
    }
    let shown = shares(&others);
    Split { months: alone, others: (others.into_values().sum(), shown) }
}

/// What the method is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LedOn {
    pub ended: u32,
    /// Of a hundred, how many went on to job or education; none while that would tell about somebody.
    pub percent: Option<u32>,
}

/// From the latest outcome of each placement that has ended, switches left out: they only go on elsewhere.
pub fn led_on(latest: impl IntoIterator<Item = Option<OutcomeKind>>) -> LedOn {
    let mut counts = BTreeMap::from([(true, 0), (false, 0)]);
    for outcome in latest {
        let on = matches!(
            outcome,
            Some(OutcomeKind::Job | OutcomeKind::PaidHours | OutcomeKind::Education)
        );
        *counts.entry(on).or_default() += 1;
    }
    let ended = counts.values().sum();
    let shown = shares(&counts).and_then(|shown| shown.get(&true).copied());
    let percent = match shown {
        Some(Share::Count(count)) => Some((count * 100 + ended / 2) / ended),
        Some(Share::Few) | None => None,
    };
    LedOn { ended, percent }
}

impl MonthFigures {
    fn count_invited(&mut self, row: InvitedRow) {
        self.invited += 1;
        self.came += u32::from(row.came);
        self.ranked += u32::from(row.ranked);
        self.unplaced += u32::from(row.unplaced);
        if let Some(rank) = row.rank {
            self.placed += 1;
            *self.ranks.entry(rank).or_default() += 1;
        }
    }

    fn count_ended(&mut self, kind: EndKind, reason: Option<EndReason>) {
        self.ended += 1;
        *self.ended_as.entry(kind).or_default() += 1;
        if let Some(reason) = reason {
            *self.reasons.entry(reason).or_default() += 1;
        }
    }
}

/// Hides every share below five, then the next smallest until the hidden ones are at least two and at
/// least five together: with one hidden, or two that can only be one each, the total would give them away.
pub fn shares<K: Ord + Copy>(counts: &BTreeMap<K, u32>) -> Option<BTreeMap<K, Share>> {
    if counts.values().sum::<u32>() < SMALLEST_COUNT {
        return None;
    }
    let mut by_size: Vec<(K, u32)> = counts.iter().map(|(key, count)| (*key, *count)).collect();
    by_size.retain(|(_, count)| *count > 0);
    by_size.sort_by_key(|(_, count)| *count);
    let mut hidden = BTreeSet::new();
    let mut hidden_sum = 0;
    for (key, count) in by_size {
        let exposed = !hidden.is_empty() && (hidden.len() < 2 || hidden_sum < SMALLEST_COUNT);
        if count < SMALLEST_COUNT || exposed {
            hidden.insert(key);
            hidden_sum += count;
        }
    }
    let shown = |(key, count): (&K, &u32)| {
        (*key, if hidden.contains(key) { Share::Few } else { Share::Count(*count) })
    };
    Some(counts.iter().map(shown).collect())
}

#[cfg(test)]
mod tests;
