//! Match events: planned, opened and held, and what people and companies answer around them.
//!
//! Owns `match_event`, `event_company`, `event_young_person`, `confirmed_place`, `host_answer`.

pub mod acts;
pub mod answers;
pub mod calendar;
mod candidates;
pub mod card_page;
pub mod cards;
pub mod change;
pub mod check_in;
pub mod companies;
pub mod company_page;
pub mod company_rung;
pub mod departure;
pub mod door;
pub mod door_code;
pub mod due;
pub mod edit;
pub mod event_page;
pub mod form;
mod host_form;
pub mod invitations;
pub mod invite;
mod letter;
pub mod list;
pub mod mail;
pub mod month_line;
pub mod my_events;
pub mod new;
pub mod not_come;
pub mod numbers;
mod offer;
mod offered;
pub mod order;
pub mod people;
pub mod places;
mod places_form;
pub mod places_rung;
pub mod plan;
pub mod reach;
mod rung;
mod seen;
pub mod show;
pub mod store;
pub mod waiting;
pub mod words;

pub use acts::{NewEvent, cancel, close, close_presentations, create, mark_matched, open, start};
pub use check_in::check_in;
pub use due::{due, silent};
pub use invitations::{accounts_of, invite_companies, invite_young_people};
pub use offered::{card, listings};
pub use places::{
    FreeCompany, confirm_places, free_places, host_answers, places_of, set_host_answers,
};
pub use store::{attended_by, invited_company};

use crate::domain::MatchEventId;

/// What young people and companies open.
pub fn path(event: MatchEventId) -> String {
    format!("/events/{event}")
}

/// Where a company says what it can offer.
pub fn company_path(event: MatchEventId) -> String {
    format!("/company/events/{event}")
}

/// The consultants' page of an event.
pub fn desk_path(event: MatchEventId) -> String {
    format!("/desk/events/{event}")
}
