//! The calendar file of an event: one entry per person and event, the same from the invitation to the end.

use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};

use crate::domain;
use crate::domain::AccountId;
use crate::entities::{account, match_event};
use crate::state::AppState;
use crate::words::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Request,
    Cancel,
    /// A file somebody fetches themselves: nobody is asked to answer.
    Publish,
}

impl Method {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
            Self::Publish => "PUBLISH",
        }
    }
}

/// Says no more than a calendar on a shared screen may show. Times are in UTC, which every calendar shows as
/// the clock on its own wall.
pub fn file(
    state: &AppState,
    event: &match_event::Model,
    to: &account::Model,
    method: Method,
    link: &str,
) -> String {
    let t = Words(to.language);
    let status = if event.status == domain::EventStatus::Cancelled {
        EventStatus::Cancelled
    } else {
        EventStatus::Confirmed
    };
    let mut entry = Event::new();
    entry
        .uid(&uid(event, to.id))
        .sequence(u32::try_from(event.calendar_sequence).unwrap_or(0))
        .timestamp(state.clock.now())
        .starts(whole_seconds(event.starts_at))
        .ends(whole_seconds(event.ends_at))
        .summary(&summary(to, t))
        .location(&format!("{}, {}", event.venue, event.address))
        .description(&t.events_calendar_description(link.to_owned()))
        .url(link)
        .status(status);
    if method != Method::Publish {
        let (name, address) = sender(&state.settings.mail_from);
        entry.append_property(party("ORGANIZER", name, address));
        if let Some(address) = &to.email {
            let mut attendee = party("ATTENDEE", &to.name, address);
            attendee.add_parameter("RSVP", "FALSE");
            entry.append_property(attendee);
        }
    }
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Omvendt//Omvendt//DA"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .append_property(Property::new("METHOD", method.as_str()))
        .push(entry.done());
    calendar.to_string()
}

fn summary(to: &account::Model, t: Words) -> String {
    match to.role {
        domain::Role::Company => t.events_calendar_summary_company(),
        _ => t.events_calendar_summary(),
    }
}

/// The same for every file about this event to this person, or calendars would show it twice.
fn uid(event: &match_event::Model, account: AccountId) -> String {
    format!("{}-{account}@omvendt", event.id)
}

fn whole_seconds(at: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp(at.timestamp(), 0).unwrap_or(at)
}

fn party(kind: &str, name: &str, address: &str) -> Property {
    let mut party = Property::new(kind, format!("mailto:{address}"));
    // A name in quotes ends at the next quote, and a line end would begin another property.
    let name: String = name.chars().filter(|sign| *sign != '"' && !sign.is_control()).collect();
    party.add_parameter("CN", &format!("\"{}\"", name.trim()));
    party
}

/// `Omvendt <no-reply@example.org>` in its two parts.
fn sender(from: &str) -> (&str, &str) {
    match from.split_once('<') {
        Some((name, address)) => (name.trim(), address.trim_end_matches('>').trim()),
        None => (from, from),
    }
}
