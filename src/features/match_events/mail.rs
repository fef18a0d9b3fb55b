//! The slice's e-mails: when, where and a link to where one answers. Never who else is coming.

use askama::Template;
use chrono::{DateTime, Utc};

use super::calendar::{self, Method};
use crate::clock::local;
use crate::domain::Role;
use crate::entities::{account, match_event};
use crate::mail::{Calendar, Marked, Message};
use crate::state::AppState;
use crate::words::Words;

/// What every message about an event tells.
#[derive(Clone, Debug)]
pub struct Told {
    pub day: String,
    pub when: String,
    pub place: String,
    pub link: String,
    pub to_company: bool,
    file: String,
}

impl Told {
    pub fn of(
        state: &AppState,
        event: &match_event::Model,
        to: &account::Model,
        method: Method,
        path: &str,
    ) -> Self {
        let t = Words(to.language);
        let link = state.link(path);
        Self {
            day: t.day(local(event.starts_at).date()),
            when: when(t, event.starts_at, event.ends_at),
            place: format!("{}, {}", event.venue, event.address),
            to_company: to.role == Role::Company,
            file: calendar::file(state, event, to, method, &link),
            link,
        }
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        let at = DateTime::from_timestamp(1_796_212_800, 0).unwrap_or_default();
        Self {
            day: t.day(local(at).date()),
            when: when(t, at, at + chrono::TimeDelta::hours(2)),
            place: mark.address.clone(),
            link: mark.link(),
            to_company: false,
            file: String::new(),
        }
    }

    fn calendar(&self, method: Method) -> Option<Calendar> {
        Some(Calendar { method: method.as_str(), file: self.file.clone() })
    }
}

/// The same with the year when it is another than now.
pub fn when_seen_from(
    now: DateTime<Utc>,
    t: Words,
    starts: DateTime<Utc>,
    ends: DateTime<Utc>,
) -> String {
    let day = t.day_seen_from(local(now).date(), local(starts).date());
    t.date_from_to(day, t.time(local(starts).time()), t.time(local(ends).time()))
}

/// `onsdag den 2. december kl. 13-15`.
pub fn when(t: Words, starts: DateTime<Utc>, ends: DateTime<Utc>) -> String {
    let (starts, ends) = (local(starts), local(ends));
    t.date_from_to(t.day(starts.date()), t.time(starts.time()), t.time(ends.time()))
}

macro_rules! event_mail {
    ($($(#[$meta:meta])* $name:ident $message:literal $file:literal $subject:ident $method:expr;)+) => {$(
        $(#[$meta])*
        #[derive(Template)]
        #[template(path = $file)]
        pub struct $name { pub t: Words, pub told: Told }

        impl Message for $name {
            const NAME: &'static str = $message;

            fn subject(&self) -> String {
                self.t.$subject(self.told.day.as_str())
            }

            fn calendar(&self) -> Option<Calendar> {
                let method: Option<Method> = $method;
                method.and_then(|method| self.told.calendar(method))
            }

            fn sample(t: Words, mark: &Marked) -> Self {
                Self { t, told: Told::sample(t, mark) }
            }
        }
    )+};
}

event_mail! {
    /// To a young person when the event opens, or when they are added later.
    YoungPersonInvited "event-invitation" "mail/event_invitation.txt" events_mail_invited_subject
        Some(Method::Request);
    /// To each of a company's people.
    CompanyInvited "event-company-invitation" "mail/event_company_invitation.txt" events_mail_company_invited_subject
        Some(Method::Request);
    /// To everybody invited, when the time or the place is another.
    EventChanged "event-changed" "mail/event_changed.txt" events_mail_changed_subject Some(Method::Request);
    /// To everybody invited. Takes the event out of their calendar.
    EventCancelled "event-cancelled" "mail/event_cancelled.txt" events_mail_cancelled_subject
        Some(Method::Cancel);
    /// To a young person, the day before.
    EventTomorrow "event-tomorrow" "mail/event_tomorrow.txt" events_mail_tomorrow_subject None;
    /// To a company that comes and has not confirmed its places.
    ConfirmPlaces "event-confirm-places" "mail/event_confirm_places.txt" events_mail_confirm_subject None;
    /// To a company after the event: whether it can be host.
    HostAnswersWanted "event-host-answers" "mail/event_host_answers.txt" events_mail_host_subject None;
}
