//! The first card of a young person's front page, in words.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Event, Next, Placement, Stage};
use crate::clock::local;
use crate::domain::{FollowUpForm, MatchEventId};
use crate::words::Words;

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

impl Card {
    /// Whether one of its presses leads there.
    pub fn leads_to(&self, href: &str) -> bool {
        [&self.press, &self.other].into_iter().flatten().any(|link| link.href == href)
    }
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
            Self::Talk(placement) => talk(placement, consultant, t),
            Self::Mend(placement) => mend(placement, consultant, t),
            Self::Now(event, ranks) => on_now(event, *ranks, t),
            Self::MeetSoon(event) | Self::Meet(event) => meet(event, now, t),
            Self::Rank(event) => rank(event, t),
            Self::StartSoon(placement) => start_soon(placement, local(now).date(), t),
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
            Self::NoList(event) => Card {
                other: Link::new(format!("/events/{}", event.id), t.me_next_see_event()),
                ..words(t.me_next_no_list(), [t.me_next_no_list_line(consultant)])
            },
            Self::Follow(placement) => follow(placement, consultant, local(now).date(), t),
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

pub fn path(placement: &Placement) -> String {
    format!("/placements/{}", placement.id)
}

pub fn ranking(event: &Event) -> String {
    format!("/events/{}/ranking", event.id)
}

pub fn result(event: MatchEventId) -> String {
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

fn place(event: &Event) -> String {
    let place = [event.venue.as_str(), event.address.as_str()];
    place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn meet(event: &Event, now: DateTime<Utc>, t: Words) -> Card {
    let heading = match event.companies {
        0 => t.me_next_meet_some(),
        many => t.me_next_meet(many),
    };
    Card {
        heading,
        lines: vec![place(event)],
        press: Link::new(format!("/events/{}", event.id), t.me_next_meet_press()),
        other: Link::new(format!("/events/{}#answer", event.id), t.me_next_meet_cannot()),
        ..at(event, now, t)
    }
}

/// Somebody who reads this may be standing in the room.
fn on_now(event: &Event, ranks: bool, t: Words) -> Card {
    let who = Link::new(format!("/events/{}", event.id), t.me_next_meet_press());
    let list = Link::new(ranking(event), rank_press(event, t));
    let (press, other) = if ranks { (list, who) } else { (who, None) };
    Card {
        heading: t.me_next_now(),
        when: t.me_next_now_until(t.time(local(event.ends_at).time())),
        exact: t.exact(event.ends_at),
        lines: vec![place(event)],
        press,
        other,
    }
}

fn rank(event: &Event, t: Words) -> Card {
    let until = t.moment(event.ranking_closes_at);
    let (heading, when, line) = match (event.has_ranked, event.has_draft) {
        (true, false) => (t.me_next_ranked(), t.me_next_rank_until(until), t.me_next_ranked_line()),
        (true, true) => {
            (t.me_next_ranked(), t.me_next_rank_until(until), t.me_next_ranked_changed())
        }
        (false, true) => {
            (t.me_next_rank_unsaved(), t.me_next_rank_by(until), t.me_next_rank_unsaved_line())
        }
        (false, false) => (t.me_next_rank(), t.me_next_rank_by(until), t.me_next_rank_line()),
    };
    Card {
        heading,
        when,
        exact: t.exact(event.ranking_closes_at),
        lines: vec![line],
        press: Link::new(ranking(event), rank_press(event, t)),
        other: None,
    }
}

fn rank_press(event: &Event, t: Words) -> String {
    match event.has_ranked || event.has_draft {
        true => t.me_next_ranked_press(),
        false => t.me_next_rank_press(),
    }
}

fn talk(placement: &Placement, consultant: &str, t: Words) -> Card {
    let heading = t.me_next_talk(consultant, placement.company.as_str());
    let mut card = words(heading, [t.me_next_talk_line()]);
    if let Stage::Talking { answer_by } = placement.stage {
        card.when = t.me_next_talk_by(t.moment(answer_by));
        card.exact = t.exact(answer_by);
    }
    card.press = Link::new(path(placement), t.me_next_talk_press());
    card
}

fn mend(placement: &Placement, consultant: &str, t: Words) -> Card {
    match placement.stage {
        Stage::Declined { by_company: true } => {
            words(t.me_next_mend(), [t.me_next_mend_line(consultant), t.me_next_mend_fault()])
        }
        _ => words(
            t.me_next_declined(),
            [t.me_next_mend_line(consultant), t.me_next_declined_line()],
        ),
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

fn start_soon(placement: &Placement, today: NaiveDate, t: Words) -> Card {
    let mut card = words(t.me_next_agreed(placement.company.as_str()), [t.me_next_agreed_line()]);
    if let Stage::Agreed { starts_on: Some(day) } = placement.stage {
        card.when = t.me_next_first_day(t.day_seen_from(today, day));
        card.exact = day.to_string();
    }
    card.press = Link::new(format!("{}/checklist", path(placement)), t.me_next_agreed_press());
    card.other = Link::new(path(placement), t.me_next_see_placement());
    card
}

fn follow(placement: &Placement, consultant: &str, today: NaiveDate, t: Words) -> Card {
    let mut card = words(t.me_next_running(placement.company.as_str()), []);
    if let Stage::Running { next: Some((day, form)) } = placement.stage {
        card.when = t.me_next_running_talk(t.day_seen_from(today, day));
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
