//! The one thing a young person's front page says first.

mod card;

use chrono::{DateTime, Duration, NaiveDate, Utc};

pub use card::{Card, path, ranking, result};

use crate::domain::event::ranking_is_open;
use crate::domain::{Attendance, EventStatus, FollowUpForm, MatchEventId, PlacementId};

/// What is so in a young person's month, as far as the front page needs it.
#[derive(Clone, Debug, Default)]
pub struct Month {
    pub events: Vec<Event>,
    pub placements: Vec<Placement>,
}

#[derive(Clone, Debug)]
pub struct Event {
    pub id: MatchEventId,
    pub status: EventStatus,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub ranking_closes_at: DateTime<Utc>,
    pub venue: String,
    pub address: String,
    pub companies: usize,
    pub answer: Attendance,
    pub has_ranked: bool,
    /// There are choices that have not been saved.
    pub has_draft: bool,
    pub has_favourites: bool,
    pub outcome: Outcome,
}

impl Event {
    pub fn takes_rankings(&self, now: DateTime<Utc>) -> bool {
        ranking_is_open(self.status, self.ranking_closes_at, now)
    }

    pub fn is_on(&self, now: DateTime<Utc>) -> bool {
        self.starts_at <= now && now < self.ends_at
    }
}

/// What came of the match; bad news is rung first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    NotYet,
    CallFirst,
    Told,
    Placed,
}

#[derive(Clone, Debug)]
pub struct Placement {
    pub id: PlacementId,
    pub company: String,
    pub stage: Stage,
}

#[derive(Clone, Debug)]
pub enum Stage {
    Unanswered {
        answer_by: DateTime<Utc>,
        event: Option<MatchEventId>,
    },
    /// They want to talk before they answer, and nobody has rung yet.
    Talking {
        answer_by: DateTime<Utc>,
    },
    CompanyToAnswer,
    /// Somebody said no, and the call about it is still to be made.
    Declined {
        by_company: bool,
    },
    Agreed {
        starts_on: Option<NaiveDate>,
    },
    Running {
        next: Option<(NaiveDate, FollowUpForm)>,
    },
}

impl Month {
    /// Who has a placement is in no match, so nobody asks them for a list.
    pub fn has_a_place(&self) -> bool {
        let placed = |stage: &Stage| matches!(stage, Stage::Agreed { .. } | Stage::Running { .. });
        self.placements.iter().any(|placement| placed(&placement.stage))
    }
}

#[derive(Clone, Debug)]
pub enum Next<'a> {
    Answer(&'a Placement),
    Talk(&'a Placement),
    Mend(&'a Placement),
    /// The event is going on; the flag says whether a list can be made of it.
    Now(&'a Event, bool),
    MeetSoon(&'a Event),
    Rank(&'a Event),
    StartSoon(&'a Placement),
    WaitForCall,
    SayIfYouCome(&'a Event),
    Meet(&'a Event),
    WaitForCompany(&'a Placement),
    WaitForMatch(&'a Event),
    NoList(&'a Event),
    Follow(&'a Placement),
    Result(&'a Event),
    Nothing,
}

/// What is most urgent; of two events or placements, the first.
pub fn next(month: &Month, now: DateTime<Utc>) -> Next<'_> {
    let event = |wanted: &dyn Fn(&Event) -> bool| month.events.iter().find(|event| wanted(event));
    let placement =
        |wanted: fn(&Stage) -> bool| month.placements.iter().find(|one| wanted(&one.stage));
    let lists_count = !month.has_a_place();
    let comes = |event: &Event| event.answer == Attendance::Yes;
    let held = |event: &Event| match event.status {
        EventStatus::Live | EventStatus::Ranking => true,
        EventStatus::Open => now >= event.starts_at,
        _ => false,
    };
    let ahead = |event: &Event| {
        matches!(event.status, EventStatus::Open | EventStatus::Live) && now < event.ends_at
    };
    let soon = |event: &Event| event.starts_at - now < Duration::hours(40);
    let ranks = |event: &Event| {
        lists_count
            && event.answer != Attendance::No
            && now >= event.starts_at
            && event.takes_rankings(now)
    };
    let waits = |event: &Event| {
        lists_count
            && (comes(event) || event.has_ranked)
            && held(event)
            && now >= event.ranking_closes_at
    };

    None.or_else(|| placement(|s| matches!(s, Stage::Unanswered { .. })).map(Next::Answer))
        .or_else(|| placement(|s| matches!(s, Stage::Talking { .. })).map(Next::Talk))
        .or_else(|| placement(|s| matches!(s, Stage::Declined { .. })).map(Next::Mend))
        .or_else(|| event(&|e| comes(e) && held(e) && e.is_on(now)).map(|e| Next::Now(e, ranks(e))))
        .or_else(|| event(&|e| comes(e) && ahead(e) && soon(e)).map(Next::MeetSoon))
        .or_else(|| event(&ranks).map(Next::Rank))
        .or_else(|| placement(|s| matches!(s, Stage::Agreed { .. })).map(Next::StartSoon))
        .or_else(|| event(&|e| e.outcome == Outcome::CallFirst).map(|_| Next::WaitForCall))
        .or_else(|| {
            event(&|e| ahead(e) && e.answer == Attendance::Unanswered).map(Next::SayIfYouCome)
        })
        .or_else(|| event(&|e| ahead(e) && comes(e)).map(Next::Meet))
        .or_else(|| placement(|s| matches!(s, Stage::CompanyToAnswer)).map(Next::WaitForCompany))
        .or_else(|| event(&|e| waits(e) && (e.has_ranked || e.has_draft)).map(Next::WaitForMatch))
        .or_else(|| event(&waits).map(Next::NoList))
        .or_else(|| placement(|s| matches!(s, Stage::Running { .. })).map(Next::Follow))
        .or_else(|| {
            let out = |e: &Event| e.outcome == Outcome::Told && e.status == EventStatus::Matched;
            event(&out).map(Next::Result)
        })
        .unwrap_or(Next::Nothing)
}

#[cfg(test)]
mod tests;
