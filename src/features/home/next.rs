//! The one thing a young person's front page says first.

use chrono::{DateTime, Duration, NaiveDate, Utc};

use crate::clock::local;
use crate::domain::event::ranking_is_open;
use crate::domain::{Attendance, EventStatus, FollowUpForm, MatchEventId, PlacementId};
use crate::words::Words;

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
    pub outcome: Outcome,
}

/// What came of the match for somebody who got no place; a place shows as a placement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    NotYet,
    CallFirst,
    Told,
}

#[derive(Clone, Debug)]
pub struct Placement {
    pub id: PlacementId,
    pub company: String,
    pub stage: Stage,
}

#[derive(Clone, Debug)]
pub enum Stage {
    Unanswered { answer_by: DateTime<Utc>, event: Option<MatchEventId> },
    CompanyToAnswer,
    Agreed { starts_on: Option<NaiveDate> },
    Running { next: Option<(NaiveDate, FollowUpForm)> },
}

#[derive(Clone, Debug)]
pub enum Next<'a> {
    Answer(&'a Placement),
    MeetSoon(&'a Event),
    Rank(&'a Event),
    StartSoon(&'a Placement),
    WaitForCall,
    SayIfYouCome(&'a Event),
    Meet(&'a Event),
    WaitForCompany(&'a Placement),
    WaitForMatch(&'a Event),
    Follow(&'a Placement),
    Result(&'a Event),
    Nothing,
}

/// What is most urgent; of two events or placements, the first.
pub fn next(month: &Month, now: DateTime<Utc>) -> Next<'_> {
    let event = |wanted: &dyn Fn(&Event) -> bool| month.events.iter().find(|event| wanted(event));
    let placement =
        |wanted: fn(&Stage) -> bool| month.placements.iter().find(|one| wanted(&one.stage));
    let comes = |event: &Event| event.answer == Attendance::Yes;
    let ahead = |event: &Event| event.status == EventStatus::Open && now < event.ends_at;
    let soon = |event: &Event| event.starts_at - now < Duration::hours(40);
    let ranks = |event: &Event| {
        event.answer != Attendance::No
            && now >= event.starts_at
            && ranking_is_open(event.status, event.ranking_closes_at, now)
    };
    // Nobody needs to have pressed that the event began or ended.
    let is_on = |event: &Event| match event.status {
        EventStatus::Live | EventStatus::Ranking => true,
        EventStatus::Open => now >= event.ends_at,
        _ => false,
    };
    let waits = |event: &Event| (comes(event) || event.has_ranked) && is_on(event);
    let live = |event: &Event| {
        comes(event) && now < event.ends_at && (soon(event) && ahead(event) || waits(event))
    };

    None.or_else(|| placement(|s| matches!(s, Stage::Unanswered { .. })).map(Next::Answer))
        .or_else(|| event(&live).map(Next::MeetSoon))
        .or_else(|| event(&ranks).map(Next::Rank))
        .or_else(|| placement(|s| matches!(s, Stage::Agreed { .. })).map(Next::StartSoon))
        .or_else(|| event(&|e| e.outcome == Outcome::CallFirst).map(|_| Next::WaitForCall))
        .or_else(|| {
            event(&|e| ahead(e) && e.answer == Attendance::Unanswered).map(Next::SayIfYouCome)
        })
        .or_else(|| event(&|e| ahead(e) && comes(e)).map(Next::Meet))
        .or_else(|| placement(|s| matches!(s, Stage::CompanyToAnswer)).map(Next::WaitForCompany))
        .or_else(|| event(&waits).map(Next::WaitForMatch))
        .or_else(|| placement(|s| matches!(s, Stage::Running { .. })).map(Next::Follow))
        .or_else(|| event(&|e| e.outcome == Outcome::Told).map(Next::Result))
        .unwrap_or(Next::Nothing)
}

/// The card as it is read: what, when, a few words, and one press.
#[derive(Clone, Debug, Default)]
pub struct Card {
    pub heading: String,
    pub when: String,
    pub exact: String,
    pub lines: Vec<String>,
    pub press: Option<Link>,
    pub other: Option<Link>,
}

#[derive(Clone, Debug)]
pub struct Link {
    pub href: String,
    pub label: String,
}

impl Link {
    fn new(href: String, label: String) -> Option<Self> {
        Some(Self { href, label })
    }
}

impl Next<'_> {
    pub fn card(&self, consultant: &str, now: DateTime<Utc>, t: Words) -> Card {
        match self {
            Self::Answer(placement) => answer(placement, t),
            Self::MeetSoon(event) | Self::Meet(event) => meet(event, now, t),
            Self::Rank(event) => rank(event, t),
            Self::StartSoon(placement) => start_soon(placement, t),
            Self::WaitForCall => {
                words(t.me_next_call(), [t.me_next_call_line(consultant), t.me_next_call_nothing()])
            }
            Self::SayIfYouCome(event) => Card {
                heading: t.me_next_invited(),
                lines: vec![t.me_next_invited_line()],
                press: Link::new(format!("/events/{}", event.id), t.me_next_invited_press()),
                ..at(event, now, t)
            },
            Self::WaitForCompany(placement) => Card {
                press: Link::new(path(placement), t.me_next_see_placement()),
                ..words(
                    t.me_next_wait_company(),
                    [t.me_next_wait_company_line(placement.company.as_str())],
                )
            },
            Self::WaitForMatch(event) => Card {
                other: Link::new(format!("/events/{}", event.id), t.me_next_see_event()),
                ..words(t.me_next_wait_match(), [t.me_next_wait_match_line()])
            },
            Self::Follow(placement) => follow(placement, consultant, t),
            Self::Result(event) => Card {
                press: Link::new(result(event.id), t.me_next_result_press()),
                ..words(t.me_next_result(), [t.me_next_result_line(consultant)])
            },
            Self::Nothing => words(
                t.me_next_nothing(),
                [t.me_next_nothing_line(), t.me_next_nothing_contact(consultant)],
            ),
        }
    }
}

fn words<const N: usize>(heading: String, lines: [String; N]) -> Card {
    Card { heading, lines: lines.into(), ..Card::default() }
}

fn path(placement: &Placement) -> String {
    format!("/placements/{}", placement.id)
}

fn result(event: MatchEventId) -> String {
    format!("/events/{event}/result")
}

fn at(event: &Event, now: DateTime<Utc>, t: Words) -> Card {
    let (starts, today) = (local(event.starts_at), local(now).date());
    let time = t.time(starts.time());
    let when = match (starts.date() - today).num_days() {
        0 => t.me_today(time),
        1 => t.me_tomorrow(time),
        _ => t.moment(event.starts_at),
    };
    Card { when, exact: t.exact(event.starts_at), ..Card::default() }
}

fn meet(event: &Event, now: DateTime<Utc>, t: Words) -> Card {
    let heading = match event.companies {
        0 => t.me_next_meet_some(),
        many => t.me_next_meet(many),
    };
    let place = [event.venue.as_str(), event.address.as_str()];
    let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
    Card {
        heading,
        lines: vec![place.join(", ")],
        press: Link::new(format!("/events/{}", event.id), t.me_next_meet_press()),
        other: Link::new(format!("/events/{}#answer", event.id), t.me_next_meet_cannot()),
        ..at(event, now, t)
    }
}

fn rank(event: &Event, t: Words) -> Card {
    let (heading, press) = if event.has_ranked {
        (t.me_next_ranked(), t.me_next_ranked_press())
    } else {
        (t.me_next_rank(), t.me_next_rank_press())
    };
    Card {
        heading,
        when: t.me_next_rank_until(t.moment(event.ranking_closes_at)),
        exact: t.exact(event.ranking_closes_at),
        lines: vec![t.me_next_rank_line()],
        press: Link::new(format!("/events/{}/ranking", event.id), press),
        other: None,
    }
}

fn answer(placement: &Placement, t: Words) -> Card {
    let mut card = Card {
        heading: t.me_next_place(placement.company.as_str()),
        lines: vec![t.me_next_place_line()],
        press: Link::new(path(placement), t.me_next_place_press()),
        ..Card::default()
    };
    if let Stage::Unanswered { answer_by, event } = &placement.stage {
        card.when = t.me_next_place_by(t.moment(*answer_by));
        card.exact = t.exact(*answer_by);
        card.other = event.and_then(|event| Link::new(result(event), t.me_next_place_why()));
    }
    card
}

fn start_soon(placement: &Placement, t: Words) -> Card {
    let mut card = words(t.me_next_agreed(placement.company.as_str()), [t.me_next_agreed_line()]);
    if let Stage::Agreed { starts_on: Some(day) } = placement.stage {
        card.when = t.me_next_first_day(t.day(day));
        card.exact = day.to_string();
    }
    card.press = Link::new(format!("{}/checklist", path(placement)), t.me_next_agreed_press());
    card.other = Link::new(path(placement), t.me_next_see_placement());
    card
}

fn follow(placement: &Placement, consultant: &str, t: Words) -> Card {
    let mut card = words(t.me_next_running(placement.company.as_str()), []);
    if let Stage::Running { next: Some((day, form)) } = placement.stage {
        card.when = t.me_next_running_talk(t.day(day));
        card.exact = day.to_string();
        card.lines = vec![match form {
            FollowUpForm::Call | FollowUpForm::Check => t.me_next_running_call(consultant),
            FollowUpForm::Meeting | FollowUpForm::Visit | FollowUpForm::Talk => {
                t.me_next_running_meet(consultant)
            }
        }];
    } else {
        card.lines = vec![t.me_next_running_line(consultant)];
    }
    card.press = Link::new(path(placement), t.me_next_see_placement());
    card
}

#[cfg(test)]
mod tests;
